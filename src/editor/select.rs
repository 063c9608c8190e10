//! A native drop-down of a closed set.

use crate::reactive::*;

use super::caption::Caption;
use super::field_problems::{FieldProblems, field_problems};
use super::state::EditorState;
use crate::view::{CollectView, IntoView, hae};

/// What a drop-down offers: the value and what is shown for it.
pub type Choice = (String, String);

/// What a drop-down is for.
#[derive(Clone, Copy)]
pub struct Select {
    /// Its key, by which it is found again.
    pub key: StoredValue<String>,
    /// Its label.
    pub caption: Caption,
    /// What is chosen.
    pub chosen: Signal<String>,
    /// What can be chosen.
    pub choices: Signal<Vec<Choice>>,
    /// What happens when something is chosen.
    pub choose: Callback<String>,
    /// Whether something can be chosen.
    pub enabled: Signal<bool>,
}

/// Shows a native `<select>` with its label above it and its problems below it.
pub fn select(state: EditorState, options: Select) -> impl IntoView {
    let Select {
        key,
        caption,
        chosen,
        choices,
        choose,
        enabled,
    } = options;
    let problems = FieldProblems::new(state, key);
    let id = move || {
        let mut id = "hae-".to_owned();
        id.push_str(&key.get_value());
        id
    };
    hae! {
        <div class="hae-field">
            <label class="hae-label" for=id>{move || caption.text(state)}</label>
            <div class="hae-select-box" class:hae-invalid=move || problems.is_invalid() class:hae-doubtful=move || problems.is_doubtful()>
                <select
                    class="hae-select"
                    id=id
                    data-field=move || key.get_value()
                    disabled=move || !enabled.get()
                    aria-invalid=move || problems.is_invalid().then_some("true")
                    aria-describedby=move || problems.described_by()
                    on:change=move |event| choose.run(event_target_value(&event))
                    on:blur=move |_| state.leave(&key.get_value())
                >
                    {move || choices.get().into_iter().map(|(value, shown)| {
                        let selected = value == chosen.get();
                        hae! { <option value=value prop:selected=selected>{shown}</option> }
                    }).collect_view()}
                </select>
            </div>
            {field_problems(state, problems)}
        </div>
    }
}
