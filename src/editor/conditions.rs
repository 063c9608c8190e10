//! The conditions under which the action runs.

mod labels;
mod row;
mod value;

use crate::reactive::*;
use http_action::document::{Condition, Row, RowId};
use http_action::edit::Edit;

use self::row::condition_row;
use super::field_key::row_key;
use super::icon::{Icon, icon};
use super::rows::focus_soon;
use super::section::section;
use super::state::EditorState;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// The key of the button that adds a condition.
const ADD: &str = "condition-add";
/// With the row, the key of its type.
const TYPE: &str = "condition-type-";

/// Shows the section of the conditions.
pub fn conditions_section(state: EditorState) -> impl IntoView {
    let count = state.memo(|editor| editor.action().conditions.len());
    let summary = move || {
        let count = count.get();
        (count > 0).then(|| {
            state
                .locale
                .with(|locale| locale.count(Key::ConditionsCount, count))
        })
    };
    section(
        state,
        "hae-conditions",
        Key::Conditions,
        state.shown.conditions,
        summary,
        conditions,
    )
}

fn conditions(state: EditorState) -> impl IntoView {
    let ids: Memo<Vec<RowId>> = state.memo(|editor| {
        editor
            .action()
            .conditions
            .iter()
            .map(|row| row.id)
            .collect()
    });
    let advice = move || {
        let none = ids.with(Vec::is_empty);
        state.text(if none {
            Key::ConditionsEmpty
        } else {
            Key::ConditionsAdvice
        })
    };
    hae! {
        <p class="hae-hint">{advice}</p>
        <For each=move || ids.get() key=|row| *row children=move |row| condition_row(state, ids, row)/>
        {move || state.can_edit().then(|| hae! {
            <button type="button" class="hae-button hae-add" data-field=ADD on:click=move |_| add(state, ids)>
                {icon(Icon::Add)}
                {state.says(Key::ConditionAdd)}
            </button>
        })}
    }
}

fn add(state: EditorState, ids: Memo<Vec<RowId>>) {
    let row = Row {
        id: state.fresh_row(),
        value: Condition::default(),
    };
    let key = row_key(TYPE, row.id);
    state.apply(Edit::InsertCondition {
        at: ids.with_untracked(Vec::len),
        row,
    });
    focus_soon(state, key);
}
