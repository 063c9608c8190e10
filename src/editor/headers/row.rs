//! A row of the headers.

use crate::reactive::*;
use http_action::document::RowId;
use http_action::edit::{Edit, Field, pasted_headers};
use http_action::headers_text::parse_pasted;
use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};

use super::super::caption::Caption;
use super::super::field::{Label, TextField, text_field};
use super::super::field_key::{field_key, row_key};
use super::super::icon::{Icon, icon};
use super::super::rows::{focus_soon, neighbour, row_number};
use super::super::selection::TextControl;
use super::super::state::EditorState;
use super::super::switch::switch;
use super::ADD;
use crate::texts::Key;
use crate::view::{IntoView, hae};

const REMOVE: &str = "header-remove-";
const UP: &str = "header-up-";
const DOWN: &str = "header-down-";

/// Shows a row of the headers.
pub(super) fn header_row(state: EditorState, ids: Memo<Vec<RowId>>, row: RowId) -> impl IntoView {
    let number = row_number(ids, row);
    let enabled = state.follow(move |editor| {
        editor
            .state()
            .header(row)
            .is_none_or(|header| header.enabled)
    });
    // A row that is off while the runner has no such switch must be seen to be off, and can be switched on again.
    let has_switch =
        Memo::new(move |_| state.profile.with(|profile| profile.header_switch) || !enabled.get());
    let name = TextField {
        field: Field::HeaderName(row),
        caption: Caption::numbered(Key::HeaderName, number),
        label: Label::Heard,
        insert: Some(Caption::numbered(Key::InsertIntoHeaderName, number)),
        placeholder: Some(Key::HeaderNamePlaceholder),
        required: false,
    };
    let value = TextField {
        field: Field::HeaderValue(row),
        caption: Caption::numbered(Key::HeaderValue, number),
        insert: Some(Caption::numbered(Key::InsertIntoHeaderValue, number)),
        placeholder: Some(Key::HeaderValuePlaceholder),
        ..name
    };
    hae! {
        <div class="hae-row hae-header-row" class:hae-off=move || !enabled.get() on:paste=move |event| paste(state, row, &event)>
            <div class="hae-row-switch">
                {move || has_switch.get().then(|| switch(
                    state,
                    StoredValue::new(row_key("header-enabled-", row)),
                    Caption::numbered(Key::HeaderEnabled, number),
                    None,
                    enabled.into(),
                    Callback::new(move |enabled| state.apply(Edit::HeaderEnabled { row, enabled })),
                ))}
            </div>
            <div class="hae-row-name">{text_field(state, name)}</div>
            <div class="hae-row-value">{text_field(state, value)}</div>
            {move || state.can_edit().then(|| row_buttons(state, ids, row, number))}
        </div>
    }
}

fn row_buttons(
    state: EditorState,
    ids: Memo<Vec<RowId>>,
    row: RowId,
    number: Signal<usize>,
) -> impl IntoView {
    let button = move |prefix: &'static str,
                       key,
                       drawing,
                       disabled: Signal<bool>,
                       press: fn(EditorState, &[RowId], RowId)| {
        let caption = Caption::numbered(key, number);
        hae! {
            <button
                type="button"
                class="hae-button hae-quiet hae-square"
                data-field=row_key(prefix, row)
                aria-label=move || caption.text(state)
                title=move || caption.text(state)
                disabled=move || disabled.get()
                on:click=move |_| press(state, &ids.get_untracked(), row)
            >
                {icon(drawing)}
            </button>
        }
    };
    let is_first = Signal::derive(move || number.get() <= 1);
    let is_last = Signal::derive(move || number.get() == ids.with(Vec::len));
    hae! {
        <div class="hae-row-buttons">
            {button(UP, Key::HeaderMoveUp, Icon::Up, is_first, move_up)}
            {button(DOWN, Key::HeaderMoveDown, Icon::Down, is_last, move_down)}
            {button(REMOVE, Key::HeaderRemove, Icon::Remove, Signal::stored(false), remove)}
        </div>
    }
}

fn move_up(state: EditorState, ids: &[RowId], row: RowId) {
    let Some(to) = position(ids, row).and_then(|at| at.checked_sub(1)) else {
        return;
    };
    state.apply(Edit::MoveHeader { row, to });
    // The focus stays with the row; at an end its button can no longer have it.
    focus_soon(state, row_key(if to == 0 { DOWN } else { UP }, row));
}

fn move_down(state: EditorState, ids: &[RowId], row: RowId) {
    let Some(to) = position(ids, row).map(|at| at + 1) else {
        return;
    };
    state.apply(Edit::MoveHeader { row, to });
    focus_soon(
        state,
        row_key(if to + 1 == ids.len() { UP } else { DOWN }, row),
    );
}

fn position(ids: &[RowId], row: RowId) -> Option<usize> {
    ids.iter().position(|id| *id == row)
}

fn remove(state: EditorState, ids: &[RowId], row: RowId) {
    let next = neighbour(ids, row).map_or_else(|| ADD.to_owned(), |next| row_key(REMOVE, next));
    state.apply(Edit::RemoveHeader(row));
    focus_soon(state, next);
}

/// Several headers pasted into the name of a row fill rows; everything else is pasted by the browser.
fn paste(state: EditorState, row: RowId, event: &ev::Event) {
    let Some(lines) = pasted_text(event).as_deref().and_then(parse_pasted) else {
        return;
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let name_key = field_key(Field::HeaderName(row));
    let Some(target) = target.filter(|target| target.get_attribute("data-field") == Some(name_key))
    else {
        return;
    };
    let name_left = TextControl::of(&target)
        .map(|control| left_of(&control))
        .unwrap_or_default();
    if !untrack(|| state.can_edit()) || (lines.len() == 1 && !name_left.is_empty()) {
        return;
    }
    // A copy: the editor that holds these gives the new rows their ids, which it cannot while it is being read.
    let headers = state.untracked_action(|action| action.headers.clone());
    let rows = pasted_headers(&headers, row, &name_left, lines, &mut || state.fresh_row());
    if let Some((rows, last)) = rows {
        event.prevent_default();
        state.apply(Edit::ReplaceHeaders(rows));
        focus_soon(state, field_key(Field::HeaderValue(last)));
    }
}

fn pasted_text(event: &ev::Event) -> Option<String> {
    let event: &ClipboardEvent = event.dyn_ref()?;
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// What a field shows besides what is selected in it, as far as it matters whether that is anything.
fn left_of(control: &TextControl) -> String {
    let shown = control.value();
    let (start, end) = control.selection();
    if end - start == shown.encode_utf16().count() {
        return String::new();
    }
    shown
}
