//! The headers: as rows, or as one text.
//!
//! Both edit the same list. The text is a field like any other (`Field::HeadersText`): every key changes the rows at
//! once, so that nothing is lost whatever is pressed next, and typing is one step of undo.

mod row;
mod text;

use crate::reactive::*;
use http_action::document::{Header, Row, RowId};
use http_action::edit::{Edit, Field};

use self::row::header_row;
use self::text::headers_text;
use super::field_key::field_key;
use super::icon::{Icon, icon};
use super::rows::focus_soon;
use super::state::EditorState;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// The key of the button that adds a row.
const ADD: &str = "header-add";

/// Shows the headers.
pub fn headers(state: EditorState) -> impl IntoView {
    let as_text = state.shown.headers_as_text;
    hae! {
        <div class="hae-headers">
            <div class="hae-label-line">
                <h3 class="hae-heading">{state.says(Key::Headers)}</h3>
                <button type="button" class="hae-link" on:click=move |_| as_text.update(|on| *on = !*on)>
                    {move || state.text(if as_text.get() { Key::EditAsRows } else { Key::EditAsText })}
                </button>
            </div>
            {move || if as_text.get() {
                headers_text(state).into_any()
            } else {
                header_rows(state).into_any()
            }}
        </div>
    }
}

fn header_rows(state: EditorState) -> impl IntoView {
    let ids: Memo<Vec<RowId>> =
        state.memo(|editor| editor.action().headers.iter().map(|row| row.id).collect());
    hae! {
        <div class="hae-rows">
            <For each=move || ids.get() key=|row| *row children=move |row| header_row(state, ids, row)/>
        </div>
        {move || ids.with(Vec::is_empty).then(|| hae! { <p class="hae-hint">{state.says(Key::HeadersEmpty)}</p> })}
        {move || state.can_edit().then(|| hae! {
            <button type="button" class="hae-button hae-add" data-field=ADD on:click=move |_| add(state, ids)>
                {icon(Icon::Add)}
                {state.says(Key::HeaderAdd)}
            </button>
        })}
    }
}

fn add(state: EditorState, ids: Memo<Vec<RowId>>) {
    let row = Row {
        id: state.fresh_row(),
        value: Header::default(),
    };
    let key = field_key(Field::HeaderName(row.id));
    state.apply(Edit::InsertHeaders {
        at: ids.with_untracked(Vec::len),
        rows: vec![row],
    });
    focus_soon(state, key);
}
