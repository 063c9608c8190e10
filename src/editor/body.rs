//! The body: as text, or a form as rows.

use crate::reactive::*;
use http_action::document::{ContentType, Method};
use http_action::edit::{Edit, Field, Lines};

use super::caption::Caption;
use super::field::{TypedInto, follow_text};
use super::field_problems::{FieldProblems, field_problems};
use super::form_rows::form_rows;
use super::selection::TextControl;
use super::state::EditorState;
use crate::picker;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows the body.
pub fn body(state: EditorState) -> impl IntoView {
    let is_form = state.memo(|editor| editor.action().content_type == ContentType::Form);
    let as_text = RwSignal::new(false);
    let rows = Memo::new(move |_| is_form.get() && !as_text.get());
    let unsent = state.memo(|editor| {
        let action = editor.action();
        action.method == Method::Get && !action.body.is_empty()
    });
    hae! {
        <div class="hae-field hae-body">
            <div class="hae-label-line">
                <span class="hae-label" aria-hidden="true">{state.says(Key::Body)}</span>
                {move || is_form.get().then(|| {
                    let key = if as_text.get() { Key::BodyEditAsRows } else { Key::BodyEditAsText };
                    hae! {
                        <button type="button" class="hae-link" on:click=move |_| as_text.update(|on| *on = !*on)>
                            {state.says(key)}
                        </button>
                    }
                })}
            </div>
            {move || if rows.get() {
                form_rows(state).into_any()
            } else {
                body_text(state).into_any()
            }}
            {take_over(state)}
            {move || unsent.get().then(|| hae! { <p class="hae-hint">{state.says(Key::BodyNotSentHint)}</p> })}
        </div>
    }
}

fn body_text(state: EditorState) -> impl IntoView {
    let key = StoredValue::new("body".to_owned());
    let problems = FieldProblems::new(state, key);
    let area = NodeRef::<html::Textarea>::new();
    let control = TypedInto::new(state, Field::Body, Lines::Many);
    follow_text(state, Field::Body, Lines::Many, move || {
        area.get().map(TextControl::Area)
    });
    hae! {
        <div class="hae-input-box hae-code-box" class:hae-invalid=move || problems.is_invalid() class:hae-doubtful=move || problems.is_doubtful()>
            <textarea
                node_ref=area
                class="hae-input hae-mono hae-code"
                data-field="body"
                aria-label=state.says(Key::Body)
                aria-invalid=move || problems.is_invalid().then_some("true")
                aria-describedby=move || problems.described_by()
                readonly=move || !state.can_edit()
                rows="8"
                wrap="off"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                on:beforeinput=move |event| control.before_input(&event)
                on:input=move |event| control.input(&event)
                on:keydown=move |event| picker::suggest_on_key(state, Field::Body, &event)
                on:blur=move |_| control.blur(key)
            ></textarea>
            {picker::insert_button(state, Field::Body, Caption::new(Key::InsertIntoBody))}
        </div>
        {field_problems(state, problems)}
    }
}

/// What an empty form offers where the text before it was none.
fn take_over(state: EditorState) -> impl IntoView {
    let offered = state.memo(|editor| {
        let state = editor.state();
        state.action.content_type == ContentType::Form
            && state.action.body.is_empty()
            && state.bodies.offered().is_some()
    });
    move || {
        (offered.get() && state.can_edit()).then(|| {
            hae! {
                <p class="hae-hint">
                    {state.says(Key::BodyTakeOverHint)}
                    " "
                    <button type="button" class="hae-link" on:click=move |_| state.apply(Edit::TakeOverBody)>
                        {state.says(Key::BodyTakeOver)}
                    </button>
                </p>
            }
        })
    }
}
