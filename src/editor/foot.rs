//! Save, Cancel, Undo and Redo.

use crate::reactive::*;
use http_action::edit::{Edit, Editor};
use http_action::json::Json;
use http_action::problem::Blocks;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

use super::icon::{Icon, icon};
use super::state::EditorState;
use crate::embedding::Cancelable;
use crate::texts::Key;
use crate::view::{IntoView, hae};

const UNDO: &str = "undo";
const REDO: &str = "redo";
const CANCEL: &str = "cancel";
const SAVE: &str = "save";

/// Lets the focus stay in the foot where the button that had it has no more to do: a disabled button would lose it to
/// nothing.
fn keep_focus(state: EditorState, button: &'static str) {
    spawn_local(async move {
        tick().await;
        if state
            .control(button)
            .is_some_and(|button| button.has_attribute("disabled") && is_focused(&button))
        {
            state.focus(CANCEL);
        }
    });
}

fn is_focused(button: &HtmlElement) -> bool {
    let root = button.get_root_node().dyn_into::<ShadowRoot>();
    // Chromium leaves the focus on a button that is disabled while it has it, others take it away.
    root.is_ok_and(|root| {
        root.active_element()
            .is_none_or(|active| active == **button)
    })
}

/// Shows the foot of the panel.
pub fn foot(state: EditorState) -> impl IntoView {
    let dirty = state.memo(Editor::is_dirty);
    let can_undo = state.memo(Editor::can_undo);
    let can_redo = state.memo(Editor::can_redo);
    move || {
        state.can_edit().then(|| {
            hae! {
                <div class="hae-foot">
                    <button type="button" class="hae-button hae-quiet hae-square" aria-label=state.says(Key::Undo)
                        data-field=UNDO disabled=move || !can_undo.get() on:click=move |_| { state.undo(); keep_focus(state, UNDO); }>{icon(Icon::Undo)}</button>
                    <button type="button" class="hae-button hae-quiet hae-square" aria-label=state.says(Key::Redo)
                        data-field=REDO disabled=move || !can_redo.get() on:click=move |_| { state.redo(); keep_focus(state, REDO); }>{icon(Icon::Redo)}</button>
                    <span class="hae-spring"></span>
                    <button type="button" class="hae-button" part="cancel" data-field=CANCEL on:click=move |_| state.cancel()>
                        {state.says(Key::Cancel)}
                    </button>
                    <button type="button" class="hae-button hae-primary" part="save"
                        data-field=SAVE disabled=move || !dirty.get() on:click=move |_| { state.save(); keep_focus(state, SAVE); }>
                        {state.says(Key::Save)}
                    </button>
                </div>
            }
        })
    }
}

impl EditorState {
    /// Saves: tells the host and makes the action the baseline, unless a problem or the host forbids it. Answers whether
    /// it was saved.
    pub fn save(self) -> bool {
        if !untrack(|| self.can_edit()) {
            return false;
        }
        self.show_all_problems();
        let blocked = self.problems.with_untracked(|problems| {
            problems
                .iter()
                .any(|problem| problem.blocks == Some(Blocks::Save))
        });
        if blocked {
            self.focus("problems");
            return false;
        }
        let detail = Json::Object(vec![("value".to_owned(), self.document())]);
        if !self.fire("hae-save", &detail, Cancelable::Yes) {
            return false;
        }
        self.update_editor(Editor::mark_saved);
        true
    }

    /// Cancels: tells the host and goes back to the baseline, as one edit, unless the host forbids it.
    pub fn cancel(self) {
        let dirty = self.editor.with_untracked(Editor::is_dirty);
        let detail = Json::Object(vec![("dirty".to_owned(), Json::Bool(dirty))]);
        if self.fire("hae-cancel", &detail, Cancelable::Yes) {
            self.reset();
        }
    }

    /// Goes back to the baseline, as one edit that Undo takes back.
    pub fn reset(self) {
        let (dirty, baseline) = self
            .editor
            .with_untracked(|editor| (editor.is_dirty(), editor.baseline().clone()));
        if dirty {
            self.apply(Edit::ReplaceAction(Box::new(baseline)));
        }
    }
}
