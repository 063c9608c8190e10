//! The additional options: name, what follows a failure, where the output goes, retries, and whether the action runs.

mod output_variable;
mod retries;

use crate::reactive::*;
use http_action::document::OnFailure;
use http_action::edit::{Edit, Field};

use self::output_variable::output_variable;
use self::retries::retries;
use super::caption::Caption;
use super::field::{Label, TextField, text_field};
use super::section::section;
use super::select::{Select, select};
use super::state::EditorState;
use super::switch::switch;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows the section of the additional options.
pub fn options_section(state: EditorState) -> impl IntoView {
    section(
        state,
        "hae-options",
        Key::Options,
        state.shown.options,
        || None,
        options,
    )
}

fn options(state: EditorState) -> impl IntoView {
    let name = TextField {
        field: Field::ActionName,
        caption: Caption::new(Key::ActionName),
        label: Label::Above,
        insert: None,
        placeholder: Some(Key::ActionNamePlaceholder),
        required: false,
    };
    hae! {
        <div class="hae-options">
            {text_field(state, name)}
            {on_failure(state)}
            {output_variable(state)}
            {retries(state)}
            {enabled(state)}
        </div>
    }
}

fn on_failure(state: EditorState) -> impl IntoView {
    let options = Select {
        key: StoredValue::new("on-failure".to_owned()),
        caption: Caption::new(Key::OnFailure),
        chosen: Signal::derive(move || {
            state.with_action(|action| action.on_failure.as_str().to_owned())
        }),
        choices: Signal::derive(move || {
            [
                (OnFailure::FailPipeline, Key::OnFailureFail),
                (OnFailure::Continue, Key::OnFailureContinue),
            ]
            .map(|(follows, key)| (follows.as_str().to_owned(), state.text(key)))
            .to_vec()
        }),
        choose: Callback::new(move |name: String| {
            if let Some(follows) = OnFailure::from_name(&name) {
                state.apply(Edit::OnFailure(follows));
            }
        }),
        enabled: state.editable(),
    };
    select(state, options)
}

fn enabled(state: EditorState) -> impl IntoView {
    let enabled = state.memo(|editor| editor.action().enabled);
    hae! {
        <div class="hae-field hae-enabled">
            {switch(
                state,
                StoredValue::new("enabled".to_owned()),
                Caption::new(Key::Enabled),
                Some("hae-enabled-hint"),
                enabled.into(),
                Callback::new(move |on| state.apply(Edit::Enabled(on))),
            )}
            <div>
                <span class="hae-label" aria-hidden="true">{state.says(Key::Enabled)}</span>
                <p class="hae-hint" id="hae-enabled-hint">
                    {move || state.text(if enabled.get() { Key::EnabledHint } else { Key::DisabledHint })}
                </p>
            </div>
        </div>
    }
}
