//! Undo and redo: the editor's one history, with the place of the caret.

use crate::reactive::*;
use http_action::edit::{Caret, Editor};
use leptos::task::{spawn_local, tick};
use web_sys::KeyboardEvent;

use super::field::select_in_field;
use super::state::EditorState;

impl EditorState {
    /// Takes the last step back.
    pub fn undo(self) {
        self.step(Editor::undo);
    }

    /// Does the last step that was taken back again.
    pub fn redo(self) {
        self.step(Editor::redo);
    }

    fn step(self, step: fn(&mut Editor) -> Option<Option<Caret>>) {
        if !untrack(|| self.can_edit()) {
            return;
        }
        let Some(Some(caret)) = self.update_editor(step) else {
            return;
        };
        self.changed();
        if let Some(caret) = caret {
            // The field shows the restored text only after the effects of this change.
            spawn_local(async move {
                tick().await;
                select_in_field(self, caret.field, &caret.range);
            });
        }
    }

    /// Undo and redo by key, in every field; for `keydown` on the panel.
    pub fn history_key(self, event: &KeyboardEvent) {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => self.undo(),
            ("z", true) | ("y", false) => self.redo(),
            _ => return,
        }
        event.prevent_default();
    }
}
