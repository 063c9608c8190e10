//! Opening the picker for a field, and being back where one was afterwards.

use http_action::edit::Field;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::insertion::{insert_reference, selected_bytes};
use super::placement;
use super::rows::Scrolled;
use super::suggestions::dismiss_suggestions;
use crate::editor::{EditorState, TextControl, field_key};

/// Where the focus is to be after the picker has closed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    /// Back in the field.
    Field,
    /// Wherever the person has taken it.
    Stays,
}

/// Opens the picker for a field, beside the button that was pressed.
pub(super) fn open(state: EditorState, field: Field, button: HtmlElement) {
    dismiss_suggestions(state, field);
    let picker = state.picker;
    let selection = field_control(state, field).map_or((0, 0), |control| control.selection());
    picker.selection.set_value(selection);
    picker.button.set_value(Some(button));
    picker.query.set(String::new());
    picker.active.set(0);
    picker.open.set(Some(field));
    let (Some(dialog), Some(search)) = (dialog(state), state.query(".hae-picker-search")) else {
        return;
    };
    // Refused where it is open already, which is as good.
    let _ = dialog.show_popover();
    place(state);
    if let Some(search) = search.dyn_ref::<HtmlInputElement>() {
        search.set_value("");
    }
    let _ = search.focus();
    if let Some(list) = list(state) {
        list.set_scroll_top(0);
        picker.scrolled.set(Scrolled {
            top: 0,
            height: list.client_height().max(Scrolled::default().height),
        });
    }
}

/// Closes the picker, where it is open.
pub(super) fn close(state: EditorState, focus: Focus) {
    let picker = state.picker;
    let Some(field) = picker.open.get_untracked() else {
        return;
    };
    picker.open.set(None);
    // Before the dialog is hidden, or the focus would be nowhere for a moment.
    if focus == Focus::Field && state.focus(&field_key(field)) {
        let (start, end) = picker.selection.get_value();
        if let Some(control) = field_control(state, field) {
            control.select(start, end);
        }
    }
    if let Some(dialog) = dialog(state) {
        let _ = dialog.hide_popover();
    }
}

/// Inserts the reference to a name where the caret was, and closes the picker.
pub(super) fn choose(state: EditorState, name: &str) {
    let picker = state.picker;
    let Some(field) = picker.open.get_untracked() else {
        return;
    };
    let selected = field_control(state, field).map(|control| {
        let text = state.untracked_text(field);
        selected_bytes(&control, &text, picker.selection.get_value())
    });
    close(state, Focus::Field);
    if let Some(selected) = selected {
        insert_reference(state, field, name, selected);
    }
}

/// Puts the open picker beside its button.
pub(super) fn place(state: EditorState) {
    let (Some(dialog), Some(button)) = (dialog(state), state.picker.button.get_value()) else {
        return;
    };
    // Below the whole of a field of one line; in the body the button floats.
    let field = button
        .closest(".hae-input-box:not(.hae-code-box)")
        .ok()
        .flatten();
    placement::beside(&dialog, field.as_ref().unwrap_or(&button));
}

/// The dialog.
pub(super) fn dialog(state: EditorState) -> Option<HtmlElement> {
    state.query(".hae-picker")
}

/// The list in the dialog.
pub(super) fn list(state: EditorState) -> Option<HtmlElement> {
    state.query(".hae-picker-list")
}

/// The native control of a field.
pub(super) fn field_control(state: EditorState, field: Field) -> Option<TextControl> {
    let control = state.control(&field_key(field))?;
    TextControl::of(&control)
}
