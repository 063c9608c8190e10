//! A text field of one line, with its label, its `(x)` and its problems.

use crate::reactive::*;
use http_action::edit::{Field, Lines};
use http_action::text_position::{byte_of_utf16, utf16_of_byte};
use leptos::ev;
use web_sys::Element;

use super::caption::Caption;
use super::field_key::field_key;
use super::field_problems::{FieldProblems, field_problems};
use super::selection::TextControl;
use super::state::EditorState;
use crate::picker;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// What a text field is for.
#[derive(Clone, Copy)]
pub struct TextField {
    /// The text it edits.
    pub field: Field,
    /// Its accessible name.
    pub caption: Caption,
    /// Whether the name stands above it.
    pub label: Label,
    /// The name of its `(x)`, where it is a template.
    pub insert: Option<Caption>,
    /// What stands in it while it is empty.
    pub placeholder: Option<Key>,
    /// Whether it must be filled.
    pub required: bool,
}

/// Whether the name of a field can be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// It stands above the field.
    Above,
    /// It is only heard; the place of the field tells the rest.
    Heard,
}

/// Shows a text field of one line.
pub fn text_field(state: EditorState, options: TextField) -> impl IntoView {
    let TextField { field, caption, .. } = options;
    let key = StoredValue::new(field_key(field));
    let id = move || key.with_value(|key| prefixed(key, ""));
    let problems = FieldProblems::new(state, key);
    let input = NodeRef::<html::Input>::new();
    let control = TypedInto::new(state, field, Lines::One);
    follow_text(state, field, Lines::One, move || {
        input.get().map(TextControl::Input)
    });
    let required = move || options.required.then(|| state.text(Key::Required));
    hae! {
        <div class="hae-field">
            {(options.label == Label::Above).then(|| hae! {
                <div class="hae-label-line">
                    <label class="hae-label" for=id>{move || caption.text(state)}</label>
                    {move || required().map(|text| hae! { <span class="hae-required">{text}</span> })}
                </div>
            })}
            <div class="hae-input-box" class:hae-invalid=move || problems.is_invalid() class:hae-doubtful=move || problems.is_doubtful()>
                <input
                    node_ref=input
                    type="text"
                    class="hae-input hae-mono"
                    id=id
                    data-field=move || key.get_value()
                    aria-label=move || (options.label == Label::Heard).then(|| caption.text(state))
                    aria-invalid=move || problems.is_invalid().then_some("true")
                    aria-describedby=move || problems.described_by()
                    aria-required=move || options.required.then_some("true")
                    placeholder=move || options.placeholder.map(|key| state.text(key))
                    readonly=move || !state.can_edit()
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    on:beforeinput=move |event| control.before_input(&event)
                    on:input=move |event| control.input(&event)
                    on:keydown=move |event| picker::suggest_on_key(state, field, &event)
                    on:blur=move |_| control.blur(key)
                />
                {options.insert.map(|insert| picker::insert_button(state, field, insert))}
            </div>
            {field_problems(state, problems)}
        </div>
    }
}

fn prefixed(key: &str, suffix: &str) -> String {
    let mut id = "hae-".to_owned();
    id.push_str(key);
    id.push_str(suffix);
    id
}

/// Carries what is typed into a native field over to the action. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TypedInto {
    state: EditorState,
    field: Field,
    lines: Lines,
    /// What was selected before the input, in UTF-16 units of what the field showed.
    selected: StoredValue<(usize, usize)>,
}

impl TypedInto {
    /// For a native field that shows so many lines of a text.
    #[must_use]
    pub fn new(state: EditorState, field: Field, lines: Lines) -> Self {
        Self {
            state,
            field,
            lines,
            selected: StoredValue::new((0, 0)),
        }
    }

    /// Notes the selection; for `beforeinput`.
    pub fn before_input(self, event: &web_sys::InputEvent) {
        // The browser's own undo must not run beside the editor's.
        if event.input_type().starts_with("history") {
            event.prevent_default();
            return;
        }
        if let Some(control) = control_of(event) {
            self.selected.set_value(control.selection());
        }
    }

    /// Carries the change over; for `input`.
    pub fn input(self, event: &ev::Event) {
        let Some(control) = control_of(event) else {
            return;
        };
        let text = self.state.untracked_text(self.field);
        let shown = self.lines.shown(&text);
        let (start, end) = self.selected.get_value();
        let byte = |units| self.lines.offset(&text, byte_of_utf16(&shown, units));
        let selected = byte(start)..byte(end);
        self.state
            .type_text(self.field, self.lines, &control.value(), selected);
        picker::suggest(self.state, self.field, &control);
    }

    /// The field was left; for `blur`.
    pub fn blur(self, key: StoredValue<String>) {
        self.state.leave(&key.get_value());
        picker::dismiss_suggestions(self.state, self.field);
    }
}

fn control_of(event: &ev::Event) -> Option<TextControl> {
    use wasm_bindgen::JsCast;
    let target = event.target()?;
    TextControl::of(target.dyn_ref::<Element>()?)
}

/// Keeps a native field showing the field's text, whoever changes it. The caret stays where it is while a person types,
/// since then the field shows the text already.
pub fn follow_text(
    state: EditorState,
    field: Field,
    lines: Lines,
    control: impl Fn() -> Option<TextControl> + 'static,
) {
    let text = state.field_text(field);
    Effect::run(move |_| {
        if let Some(control) = control() {
            text.with(|text| control.show(&lines.shown(text)));
        }
    });
}

/// Selects a range of a field's text, in bytes, and takes the focus there.
pub fn select_in_field(state: EditorState, field: Field, range: &std::ops::Range<usize>) {
    let Some(element) = state.control(&field_key(field)) else {
        return;
    };
    let _ = element.focus();
    let Some(control) = TextControl::of(&element) else {
        return;
    };
    let lines = match control {
        TextControl::Input(_) => Lines::One,
        TextControl::Area(_) => Lines::Many,
    };
    let text = state.untracked_text(field);
    let shown = lines.shown(&text);
    let units = |byte| utf16_of_byte(&shown, lines.shown_offset(&text, byte));
    control.select(units(range.start), units(range.end));
}
