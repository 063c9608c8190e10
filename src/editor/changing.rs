//! Changing the action: every edit goes through here, and the host hears of it.

use std::ops::Range;

use http_action::document::RowId;
use http_action::edit::{Edit, Editor, Field, Lines, Splice};

use super::clock::now_ms;
use super::state::EditorState;
use crate::reactive::*;

impl EditorState {
    /// Changes what is edited, and everything that follows it.
    pub(super) fn update_editor<R>(self, change: impl FnOnce(&mut Editor) -> R) -> Option<R> {
        let answer = self.editor.try_update(change);
        self.editor
            .try_with_untracked(|editor| self.followers.tell(editor));
        answer
    }

    /// Carries out an edit as one finished step.
    pub fn apply(self, edit: Edit) {
        if !self.can_edit_now() {
            return;
        }
        let changed = self.update_editor(|editor| editor.apply(edit, None));
        if changed == Some(true) {
            self.changed();
        }
    }

    /// Tells the host of a finished change.
    pub(super) fn changed(self) {
        self.unfinished.set_value(false);
        self.tell("hae-input");
        self.tell("hae-change");
    }

    /// A row id that this editor never had.
    #[must_use]
    pub fn fresh_row(self) -> RowId {
        self.editor
            .try_update_untracked(Editor::fresh_row)
            .unwrap_or_default()
    }

    /// A field that shows `lines` lines now shows `shown`: carries that over to the action. `selected` is what was
    /// selected before, in bytes of the text.
    pub fn type_text(self, field: Field, lines: Lines, shown: &str, selected: Range<usize>) {
        if !self.can_edit_now() {
            return;
        }
        let before = self.untracked_text(field);
        self.splice(field, lines.splice(&before, shown), selected);
    }

    /// Carries out a change of a field's text as typing.
    pub fn splice(self, field: Field, splice: Splice, selected: Range<usize>) {
        if !self.can_edit_now() {
            return;
        }
        let changed =
            self.update_editor(|editor| editor.type_text(field, splice, selected, now_ms()));
        if changed == Some(true) {
            self.unfinished.set_value(true);
            self.tell("hae-input");
        }
    }

    /// Carries out a change of a field's text as one finished step of its own, such as an insertion.
    pub fn insert(self, field: Field, splice: Splice, selected: Range<usize>) {
        self.editor.try_update_untracked(Editor::end_typing);
        self.splice(field, splice, selected);
        self.editor.try_update_untracked(Editor::end_typing);
        self.finish();
    }

    /// A field was left: typing is finished, and its problems are shown from now on.
    pub fn leave(self, key: &str) {
        self.editor.try_update_untracked(Editor::end_typing);
        self.finish();
        let is_new = self.visited.with_untracked(|visited| {
            visited
                .as_ref()
                .is_some_and(|visited| !visited.iter().any(|each| each == key))
        });
        if is_new {
            self.visited.update(|visited| {
                if let Some(visited) = visited {
                    visited.push(key.to_owned());
                }
            });
        }
    }

    fn finish(self) {
        if self.unfinished.try_get_value() == Some(true) {
            self.unfinished.set_value(false);
            self.tell("hae-change");
        }
    }

    /// Shows the problems of all fields.
    pub fn show_all_problems(self) {
        self.visited.set(None);
    }

    fn can_edit_now(self) -> bool {
        untrack(|| self.can_edit())
    }

    /// The text of a field as it stands.
    #[must_use]
    pub fn untracked_text(self, field: Field) -> String {
        self.editor
            .with_untracked(|editor| editor.state().text(field))
            .unwrap_or_default()
    }
}
