//! The `(x)` at the end of a field.

use http_action::edit::Field;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::opening::{self, Focus};
use crate::editor::{Caption, EditorState};
use crate::view::{IntoView, hae};

/// Shows the `(x)` of a field, unless the action is only to be read. `caption` is its name, which tells the field.
pub fn insert_button(state: EditorState, field: Field, caption: Caption) -> impl IntoView {
    let press = move |event: MouseEvent| {
        let button = event
            .current_target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if state.picker.open.get_untracked() == Some(field) {
            opening::close(state, Focus::Field);
        } else if let Some(button) = button {
            opening::open(state, field, button);
        }
    };
    move || {
        state.can_edit().then(|| {
            hae! {
                <button
                    type="button"
                    class="hae-insert"
                    aria-label=move || caption.text(state)
                    aria-haspopup="dialog"
                    // The field keeps the focus until the picker takes it.
                    on:mousedown=|event: MouseEvent| event.prevent_default()
                    on:click=press
                >
                    <span aria-hidden="true">"(x)"</span>
                </button>
            }
        })
    }
}
