//! A form body as rows of names and values.
//!
//! The rows are read out of the body, so they are told apart by their place alone.

use crate::reactive::*;
use http_action::edit::{Edit, Field, Splice};
use http_action::form::{splice_add_row, splice_remove_row};

use super::caption::Caption;
use super::field::{Label, TextField, text_field};
use super::field_key::field_key;
use super::field_problems::{FieldProblems, field_problems};
use super::icon::{Icon, icon};
use super::rows::focus_soon;
use super::state::EditorState;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// So many rows are shown until more are asked for: a large body can have tens of thousands.
const ROWS_AT_ONCE: usize = 200;

const ADD: &str = "form-add";

/// Shows the body's rows.
pub fn form_rows(state: EditorState) -> impl IntoView {
    let problems = FieldProblems::new(state, StoredValue::new("body".to_owned()));
    let limit = RwSignal::new(ROWS_AT_ONCE);
    let count = Memo::new(move |_| state.form_rows.with(|rows| rows.len()));
    let more = Memo::new(move |_| count.get().saturating_sub(limit.get()));
    let shown = move || 0..count.get().min(limit.get());
    hae! {
        <div
            class="hae-rows"
            role="group"
            aria-label=state.says(Key::Body)
            aria-describedby=move || problems.described_by()
            on:focusout=move |_| state.leave("body")
        >
            <For each=shown key=|row| *row children=move |row| form_row(state, count, row)/>
        </div>
        {move || (more.get() > 0).then(|| hae! {
            <button type="button" class="hae-link" on:click=move |_| limit.update(|limit| *limit += ROWS_AT_ONCE)>
                {move || state.locale.with(|locale| locale.count(Key::FormFieldsMore, more.get()))}
            </button>
        })}
        {move || (count.get() == 0).then(|| hae! { <p class="hae-hint">{state.says(Key::FormEmpty)}</p> })}
        {field_problems(state, problems)}
        {move || state.can_edit().then(|| hae! {
            <button type="button" class="hae-button hae-add" data-field=ADD on:click=move |_| add(state, count, limit)>
                {icon(Icon::Add)}
                {state.says(Key::FormFieldAdd)}
            </button>
        })}
    }
}

fn form_row(state: EditorState, count: Memo<usize>, row: usize) -> impl IntoView {
    let number = Signal::stored(row + 1);
    let name = TextField {
        field: Field::FormName(row),
        caption: Caption::numbered(Key::FormFieldName, number),
        label: Label::Heard,
        insert: Some(Caption::numbered(Key::InsertIntoFieldName, number)),
        placeholder: Some(Key::FormFieldNamePlaceholder),
        required: false,
    };
    let value = TextField {
        field: Field::FormValue(row),
        caption: Caption::numbered(Key::FormFieldValue, number),
        insert: Some(Caption::numbered(Key::InsertIntoFieldValue, number)),
        placeholder: Some(Key::FormFieldValuePlaceholder),
        ..name
    };
    let caption = Caption::numbered(Key::FormFieldRemove, number);
    hae! {
        <div class="hae-row hae-form-row">
            <div class="hae-row-name">{text_field(state, name)}</div>
            <div class="hae-row-value">{text_field(state, value)}</div>
            {move || state.can_edit().then(|| hae! {
                <div class="hae-row-buttons">
                    <button
                        type="button"
                        class="hae-button hae-quiet hae-square"
                        data-field=remove_key(row)
                        aria-label=move || caption.text(state)
                        title=move || caption.text(state)
                        on:click=move |_| remove(state, count, row)
                    >
                        {icon(Icon::Remove)}
                    </button>
                </div>
            })}
        </div>
    }
}

fn remove_key(row: usize) -> String {
    let mut key = "form-remove-".to_owned();
    key.push_str(&row.to_string());
    key
}

fn edit_body(state: EditorState, splice: impl FnOnce(&str) -> Splice) {
    let splice = splice(&state.untracked_text(Field::Body));
    state.apply(Edit::Text {
        field: Field::Body,
        splice,
    });
}

fn add(state: EditorState, count: Memo<usize>, limit: RwSignal<usize>) {
    edit_body(state, splice_add_row);
    let rows = count.get_untracked();
    limit.update(|limit| *limit = (*limit).max(rows));
    if let Some(last) = rows.checked_sub(1) {
        focus_soon(state, field_key(Field::FormName(last)));
    }
}

fn remove(state: EditorState, count: Memo<usize>, row: usize) {
    edit_body(state, |body| splice_remove_row(body, row));
    // The next row has come to this one's place.
    let next = row.min(count.get_untracked().saturating_sub(1));
    let is_left = count.get_untracked() > 0;
    focus_soon(
        state,
        if is_left {
            remove_key(next)
        } else {
            ADD.to_owned()
        },
    );
}
