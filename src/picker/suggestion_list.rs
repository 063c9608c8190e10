//! The list of suggestions.

use web_sys::MouseEvent;

use super::dialog::option_at;
use super::suggestions::{LIST_ID, accept, suggestion_id};
use crate::editor::EditorState;
use crate::texts::Key;
use crate::view::{CollectView, IntoView, hae};

/// Shows the suggestions, and tells how many there are.
pub(super) fn suggestion_list(state: EditorState) -> impl IntoView {
    let suggesting = state.picker.suggesting;
    let click = move |event: MouseEvent| {
        if let Some(suggestion) = option_at(&event) {
            accept(state, suggestion);
        }
    };
    let rows = move || {
        suggesting.with(|suggesting| {
            let suggesting = suggesting.as_ref()?;
            let suggestions = suggesting.offer.suggestions.iter().enumerate();
            let rows = suggestions.map(|(at, suggestion)| {
                let label = suggestion.label.clone();
                hae! {
                    <div
                        class="hae-choice hae-suggestion"
                        role="option"
                        id=suggestion_id(at)
                        data-at=at.to_string()
                        aria-selected=if suggesting.active == Some(at) { "true" } else { "false" }
                    >
                        {label.map(|label| hae! { <span class="hae-choice-label">{label}</span> " " })}
                        <span class="hae-choice-reference">{suggestion.inserted.clone()}</span>
                    </div>
                }
            });
            Some(rows.collect_view())
        })
    };
    let counted = move || {
        let count = suggesting.with(|own| own.as_ref().map(|own| own.offer.suggestions.len()));
        count.map(|count| {
            state
                .locale
                .with(|locale| locale.count(Key::SuggestionCount, count))
        })
    };
    hae! {
        <div
            class="hae-suggestions"
            id=LIST_ID
            popover="manual"
            role="listbox"
            aria-label=state.says(Key::Suggestions)
            // What scrolls must be able to have the focus; but it stays in the field.
            tabindex="0"
            on:mousedown=|event: MouseEvent| event.prevent_default()
            on:click=click
        >
            {rows}
        </div>
        <p class="hae-heard" aria-live="polite">{counted}</p>
    }
}
