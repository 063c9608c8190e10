//! Putting something into a field's text for a person who did not type it.

use std::ops::Range;

use http_action::edit::{Field, Lines, Splice};
use http_action::template::reference_text;
use http_action::text_position::byte_of_utf16;
use leptos::task::{spawn_local, tick};

use super::completion::open_reference;
use crate::editor::{EditorState, TextControl, select_in_field};

/// What is selected in a field, in bytes of its text, from UTF-16 units of what the field shows.
pub(super) fn selected_bytes(
    control: &TextControl,
    text: &str,
    units: (usize, usize),
) -> Range<usize> {
    let lines = match control {
        TextControl::Input(_) => Lines::One,
        TextControl::Area(_) => Lines::Many,
    };
    let shown = lines.shown(text);
    let byte = |units| lines.offset(text, byte_of_utf16(&shown, units));
    byte(units.0)..byte(units.1)
}

/// Inserts a reference in the place of what is selected, in bytes. Braces that were opened for it are not doubled.
pub(super) fn insert_reference(
    state: EditorState,
    field: Field,
    name: &str,
    selected: Range<usize>,
) {
    let mut range = selected.clone();
    if selected.is_empty()
        && let Some((whole, prefix)) = open_reference(&state.untracked_text(field), selected.start)
        && prefix.is_empty()
    {
        range = whole.start..selected.end;
    }
    replace(state, field, range, reference_text(name), selected);
}

/// Puts `text` in the place of `range`, in bytes, as one step of undo, and leaves focus and caret after it. `selected`
/// is what was selected before.
pub(super) fn replace(
    state: EditorState,
    field: Field,
    range: Range<usize>,
    text: String,
    selected: Range<usize>,
) {
    let caret = range.start + text.len();
    state.insert(field, Splice::new(range, text), selected);
    spawn_local(async move {
        // The field shows the new text only after the effects of this change.
        tick().await;
        select_in_field(state, field, &(caret..caret));
    });
}
