//! What all lists of rows have in common: the number that a row is heard by, and where the focus goes.

use crate::reactive::*;
use http_action::document::RowId;
use leptos::task::{spawn_local, tick};

use super::state::EditorState;

/// The number of a row among `ids`, counting from 1; 0 while the row is on its way out.
#[must_use]
pub fn row_number(ids: Memo<Vec<RowId>>, row: RowId) -> Signal<usize> {
    Memo::new(move |_| ids.with(|ids| ids.iter().position(|id| *id == row).map_or(0, |at| at + 1)))
        .into()
}

/// The row after `row`, or the last one if that is the last; none where it is the only one.
#[must_use]
pub fn neighbour(ids: &[RowId], row: RowId) -> Option<RowId> {
    let at = ids.iter().position(|id| *id == row)?;
    let before = at.checked_sub(1).and_then(|before| ids.get(before));
    ids.get(at + 1).or(before).copied()
}

/// Takes the focus to the control of that key once the screen shows what was just changed.
pub fn focus_soon(state: EditorState, key: String) {
    spawn_local(async move {
        tick().await;
        state.focus(&key);
    });
}
