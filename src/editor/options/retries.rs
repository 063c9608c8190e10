//! The number of retries.
//!
//! A text field in the role of a spin button: a number's own field would lose what is typed while it is no number.

use crate::reactive::*;
use http_action::edit::{Field, Lines};
use web_sys::KeyboardEvent;

use super::super::field::{TypedInto, follow_text};
use super::super::field_problems::{FieldProblems, field_problems};
use super::super::selection::TextControl;
use super::super::state::EditorState;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows the number of retries.
pub(super) fn retries(state: EditorState) -> impl IntoView {
    let key = StoredValue::new("retries".to_owned());
    let problems = FieldProblems::new(state, key);
    let input = NodeRef::<html::Input>::new();
    let control = TypedInto::new(state, Field::Retries, Lines::One);
    follow_text(state, Field::Retries, Lines::One, move || {
        input.get().map(TextControl::Input)
    });
    let number = state.memo(|editor| editor.action().retries);
    hae! {
        <div class="hae-field hae-retries">
            <label class="hae-label" for="hae-retries">{state.says(Key::Retries)}</label>
            <div class="hae-input-box" class:hae-invalid=move || problems.is_invalid() class:hae-doubtful=move || problems.is_doubtful()>
                <input
                    node_ref=input
                    type="text"
                    inputmode="numeric"
                    role="spinbutton"
                    class="hae-input"
                    id="hae-retries"
                    data-field="retries"
                    aria-valuenow=move || number.get().to_string()
                    aria-valuemin="0"
                    aria-valuemax=move || limit(state).map(|limit| limit.to_string())
                    aria-invalid=move || problems.is_invalid().then_some("true")
                    aria-describedby=move || problems.described_by().unwrap_or_else(|| "hae-retries-hint".to_owned())
                    readonly=move || !state.can_edit()
                    spellcheck="false"
                    autocomplete="off"
                    on:beforeinput=move |event| control.before_input(&event)
                    on:input=move |event| control.input(&event)
                    on:keydown=move |event| step_by_key(state, &event)
                    on:blur=move |_| control.blur(key)
                />
            </div>
            {field_problems(state, problems)}
            <p class="hae-hint" id="hae-retries-hint">{state.says(Key::RetriesHint)}</p>
        </div>
    }
}

fn limit(state: EditorState) -> Option<u32> {
    state.profile.with(|profile| profile.max_retries)
}

fn step_by_key(state: EditorState, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let number = state
        .editor
        .with_untracked(|editor| editor.action().retries);
    let limit = untrack(|| limit(state)).unwrap_or(u32::MAX);
    let next = match event.key().as_str() {
        "ArrowUp" => number.saturating_add(1).min(limit),
        "ArrowDown" => number.saturating_sub(1).min(limit),
        _ => return,
    };
    event.prevent_default();
    let text = state.untracked_text(Field::Retries);
    state.type_text(Field::Retries, Lines::One, &next.to_string(), 0..text.len());
}
