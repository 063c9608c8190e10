//! What is offered for what somebody is typing.

use std::ops::Range;

use http_action::edit::Field;
use http_action::scope::search;
use http_action::template::reference_text;

use super::completion::open_reference;
use super::listing::{found, label_of, system_labels};
use crate::editor::EditorState;

/// The most suggestions: whoever wants more types on, or opens the picker.
const MOST: usize = 50;

/// One suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suggestion {
    /// What it is called; a header's name has no other.
    pub label: Option<String>,
    /// What is inserted.
    pub inserted: String,
}

/// Suggestions, and what they would replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// What a choice replaces, in bytes of the field's text.
    pub range: Range<usize>,
    /// The suggestions, the best first.
    pub suggestions: Vec<Suggestion>,
    /// Whether Enter takes the first one at once. Somebody who has typed `{{` wants a name from the list; somebody who
    /// types a header's name may well mean another one.
    pub takes_first: bool,
}

/// What to offer where the caret stands at the byte `caret` of a field's text; none if nothing.
pub(super) fn offer(state: EditorState, field: Field, text: &str, caret: usize) -> Option<Offer> {
    if let Some((range, prefix)) = open_reference(text, caret) {
        return references(state, text.get(prefix).unwrap_or_default(), range);
    }
    match field {
        Field::HeaderName(_) if caret == text.len() => header_names(state, text),
        _ => None,
    }
}

fn references(state: EditorState, typed: &str, range: Range<usize>) -> Option<Offer> {
    let names = state.names.get_untracked();
    let system = state.locale.with_untracked(system_labels);
    let suggestions = found(&names, &system, typed)
        .into_iter()
        .take(MOST)
        .filter_map(|index| {
            Some(Suggestion {
                label: Some(label_of(&names, &system, index).to_owned()),
                inserted: reference_text(&names.entries().get(index)?.name),
            })
        })
        .collect();
    some(range, suggestions, true)
}

fn header_names(state: EditorState, typed: &str) -> Option<Offer> {
    if typed.is_empty() {
        return None;
    }
    state.picker.header_names.with_value(|names| {
        let pairs: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
        let found: Vec<Suggestion> = search(&pairs, typed)
            .into_iter()
            .filter_map(|index| names.get(index))
            .take(MOST)
            .map(|name| Suggestion {
                label: None,
                inserted: name.clone(),
            })
            .collect();
        // Nothing is left to complete.
        let is_whole = found
            .first()
            .is_some_and(|first| first.inserted.eq_ignore_ascii_case(typed));
        if is_whole {
            None
        } else {
            some(0..typed.len(), found, false)
        }
    })
}

fn some(range: Range<usize>, suggestions: Vec<Suggestion>, takes_first: bool) -> Option<Offer> {
    (!suggestions.is_empty()).then_some(Offer {
        range,
        suggestions,
        takes_first,
    })
}
