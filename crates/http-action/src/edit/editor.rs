//! The editor's one history: undo, redo, typing in one field as one step, and what is dirty.

use std::ops::Range;

use super::apply::{Edit, apply};
use super::field::{Field, State};
use super::splice::Splice;
use crate::document::{HttpAction, Row, RowId};

/// After a pause of this many milliseconds typing begins a new step of undo.
pub const TYPING_PAUSE_MS: f64 = 500.0;

/// The most steps that are kept.
const MAX_STEPS: usize = 1_000;

/// A selection in a field, in bytes of its text; empty for a caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caret {
    /// The field.
    pub field: Field,
    /// What is selected.
    pub range: Range<usize>,
}

struct Step {
    inverse: Edit,
    before: Option<Caret>,
    after: Option<Caret>,
}

/// The step that typing still extends.
struct Typing {
    at_ms: f64,
    field: Field,
    caret: usize,
}

/// An action in editing, with its history.
#[derive(Default)]
pub struct Editor {
    state: State,
    baseline: HttpAction,
    undo: Vec<Step>,
    redo: Vec<Step>,
    typing: Option<Typing>,
    next_row: u32,
}

impl Editor {
    /// Opens an action: it is the baseline, and there is nothing to undo.
    #[must_use]
    pub fn new(action: HttpAction) -> Self {
        let mut editor = Self::default();
        editor.open(action);
        editor
    }

    /// Opens another action in this one's place, as a new baseline and with an empty history. Its rows get fresh ids.
    pub fn open(&mut self, mut action: HttpAction) {
        self.renumber(&mut action);
        self.baseline = action.clone();
        self.state = State::new(action);
        self.undo.clear();
        self.redo.clear();
        self.typing = None;
    }

    /// An action whose rows have ids that no row of this editor ever had.
    #[must_use]
    pub fn with_fresh_rows(&mut self, mut action: HttpAction) -> HttpAction {
        self.renumber(&mut action);
        action
    }

    fn renumber(&mut self, action: &mut HttpAction) {
        for row in &mut action.headers {
            row.id = self.fresh_row();
        }
        for row in &mut action.conditions {
            row.id = self.fresh_row();
        }
    }

    /// An id that no row of this editor ever had.
    pub fn fresh_row(&mut self) -> RowId {
        self.next_row += 1;
        RowId(self.next_row)
    }

    /// A row of its own for a value.
    pub fn row<T>(&mut self, value: T) -> Row<T> {
        Row {
            id: self.fresh_row(),
            value,
        }
    }

    /// What is being edited.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The action as it stands.
    #[must_use]
    pub const fn action(&self) -> &HttpAction {
        &self.state.action
    }

    /// The action as it was opened or last saved.
    #[must_use]
    pub const fn baseline(&self) -> &HttpAction {
        &self.baseline
    }

    /// Whether there is something to save.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.state.retries_text.is_some() || self.state.action != self.baseline
    }

    /// Makes the action as it stands the baseline. The history stays.
    pub fn mark_saved(&mut self) {
        self.baseline = self.state.action.clone();
    }

    /// Takes over the bodies of other content types, as they were stored beside the document.
    pub fn restore_bodies(&mut self, bodies: super::Bodies) {
        self.state.bodies = bodies;
    }

    /// Carries out one edit as one step. `before` is where the caret was. Answers whether anything changed.
    pub fn apply(&mut self, edit: Edit, before: Option<Caret>) -> bool {
        self.typing = None;
        let Some(inverse) = apply(&mut self.state, edit) else {
            return false;
        };
        self.push(Step {
            inverse,
            before,
            after: None,
        });
        true
    }

    /// Carries out what was typed into a field. It joins the step before while the same field is typed into without a
    /// pause, a jump of the caret or an [`end_typing`](Self::end_typing). `selected` is what was selected before, and
    /// `now_ms` any clock in milliseconds. Answers whether anything changed.
    pub fn type_text(
        &mut self,
        field: Field,
        splice: Splice,
        selected: Range<usize>,
        now_ms: f64,
    ) -> bool {
        let caret_after = splice.range_after().end;
        let goes_on = self.typing.take().is_some_and(|typing| {
            typing.field == field
                && now_ms - typing.at_ms <= TYPING_PAUSE_MS
                && (splice.range.start..=splice.range.end).contains(&typing.caret)
        });
        let body_before = matches!(field, Field::FormName(_) | Field::FormValue(_))
            .then(|| self.state.action.body.clone());
        let Some(inverse) = apply(
            &mut self.state,
            Edit::Text {
                field,
                splice: splice.clone(),
            },
        ) else {
            return false;
        };
        // A form's row is typed into decoded; in the body another splice was carried out.
        let done = match body_before {
            Some(before) => Splice::between(&before, &self.state.action.body),
            None => splice,
        };
        self.typing = Some(Typing {
            at_ms: now_ms,
            field,
            caret: caret_after,
        });
        let after = Some(Caret {
            field,
            range: caret_after..caret_after,
        });
        if goes_on && self.join(&inverse, &done, after.clone()) {
            return true;
        }
        self.push(Step {
            inverse,
            before: Some(Caret {
                field,
                range: selected,
            }),
            after,
        });
        true
    }

    fn join(&mut self, later: &Edit, later_edit: &Splice, after: Option<Caret>) -> bool {
        let Some(step) = self.undo.last_mut() else {
            return false;
        };
        let joined = match (&step.inverse, later) {
            (
                Edit::Text { field, splice },
                Edit::Text {
                    field: same,
                    splice: back,
                },
            ) if field == same => splice
                .join_inverse(back, later_edit)
                .map(|splice| Edit::Text {
                    field: *field,
                    splice,
                }),
            // The first way back restores everything, what came later included.
            (Edit::Restore(before), Edit::Restore(_)) => Some(Edit::Restore(before.clone())),
            _ => None,
        };
        let Some(inverse) = joined else {
            return false;
        };
        step.inverse = inverse;
        step.after = after;
        self.redo.clear();
        true
    }

    fn push(&mut self, step: Step) {
        self.redo.clear();
        if self.undo.len() == MAX_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(step);
    }

    /// The field was left: what is typed next is a step of its own.
    pub fn end_typing(&mut self) {
        self.typing = None;
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the last step back. None where there is none; else where the caret was before it, if that is known.
    pub fn undo(&mut self) -> Option<Option<Caret>> {
        self.typing = None;
        let step = self.undo.pop()?;
        let caret = step.before.clone();
        if let Some(inverse) = apply(&mut self.state, step.inverse) {
            self.redo.push(Step { inverse, ..step });
        }
        Some(caret)
    }

    /// Does the last step that was taken back again. None where there is none; else where the caret was after it.
    pub fn redo(&mut self) -> Option<Option<Caret>> {
        self.typing = None;
        let step = self.redo.pop()?;
        let caret = step.after.clone();
        if let Some(inverse) = apply(&mut self.state, step.inverse) {
            self.undo.push(Step { inverse, ..step });
        }
        Some(caret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ContentType, Header};

    fn insert(at: usize, text: &str) -> Splice {
        Splice::new(at..at, text)
    }

    fn typed(editor: &mut Editor, at: usize, text: &str, now_ms: f64) {
        assert!(editor.type_text(Field::Url, insert(at, text), at..at, now_ms));
    }

    #[test]
    fn typing_in_one_field_is_one_step() {
        let mut editor = Editor::default();
        typed(&mut editor, 0, "a", 0.0);
        typed(&mut editor, 1, "b", 400.0);
        typed(&mut editor, 2, "c", 900.0);
        assert_eq!(
            editor.undo(),
            Some(Some(Caret {
                field: Field::Url,
                range: 0..0
            }))
        );
        assert_eq!(editor.action().url, "");
        assert_eq!(
            editor.redo(),
            Some(Some(Caret {
                field: Field::Url,
                range: 3..3
            }))
        );
        assert_eq!(editor.action().url, "abc");
    }

    #[test]
    fn a_pause_a_blur_and_a_jump_begin_a_new_step() {
        let mut editor = Editor::default();
        typed(&mut editor, 0, "a", 0.0);
        typed(&mut editor, 1, "b", 501.0);
        editor.end_typing();
        typed(&mut editor, 2, "c", 502.0);
        typed(&mut editor, 0, "d", 503.0);
        let mut seen = Vec::new();
        while editor.undo().is_some() {
            seen.push(editor.action().url.clone());
        }
        assert_eq!(seen, ["abc", "ab", "a", ""]);
    }

    #[test]
    fn typing_in_a_form_row_is_one_step_too() {
        let mut editor = Editor::new(HttpAction {
            content_type: ContentType::Form,
            body: "a=1&b=2".to_owned(),
            ..HttpAction::default()
        });
        assert!(editor.type_text(Field::FormValue(1), insert(1, " "), 1..1, 0.0));
        assert!(editor.type_text(Field::FormValue(1), insert(2, "é"), 2..2, 10.0));
        assert_eq!(editor.action().body, "a=1&b=2+%C3%A9");
        assert_eq!(
            editor.undo(),
            Some(Some(Caret {
                field: Field::FormValue(1),
                range: 1..1
            }))
        );
        assert_eq!(editor.action().body, "a=1&b=2");
    }

    #[test]
    fn dirty_means_different_from_the_baseline() {
        let mut editor = Editor::default();
        assert!(!editor.is_dirty());
        typed(&mut editor, 0, "a", 0.0);
        assert!(editor.is_dirty());
        editor.undo();
        assert!(!editor.is_dirty());
        editor.redo();
        editor.mark_saved();
        assert!(!editor.is_dirty());
        editor.undo();
        assert!(editor.is_dirty());
    }

    #[test]
    fn a_number_in_the_making_stays_out_of_the_document() {
        let mut editor = Editor::default();
        assert!(editor.type_text(Field::Retries, Splice::new(0..1, "x"), 0..1, 0.0));
        assert_eq!(
            (
                editor.action().retries,
                editor.state().retries_shown().as_str()
            ),
            (0, "x")
        );
        assert!(editor.type_text(Field::Retries, Splice::new(0..1, "3"), 0..1, 10.0));
        assert_eq!(
            (
                editor.action().retries,
                editor.state().retries_shown().as_str()
            ),
            (3, "3")
        );
        editor.undo();
        assert_eq!(editor.state().retries_shown(), "0");
        assert!(!editor.is_dirty());
    }

    #[test]
    fn each_content_type_keeps_its_own_body() {
        let mut editor = Editor::new(HttpAction {
            body: "{\"a\": 1}".to_owned(),
            ..HttpAction::default()
        });
        assert!(editor.apply(Edit::ContentType(ContentType::Text), None));
        assert_eq!(editor.action().body, "{\"a\": 1}");
        assert!(editor.type_text(Field::Body, insert(0, "x"), 0..0, 0.0));
        assert!(editor.apply(Edit::ContentType(ContentType::Form), None));
        assert_eq!(editor.action().body, "");
        assert_eq!(editor.state().bodies.offered(), Some("x{\"a\": 1}"));
        assert!(editor.apply(Edit::TakeOverBody, None));
        assert_eq!(editor.action().body, "x{\"a\": 1}");
        assert!(editor.apply(Edit::ContentType(ContentType::Json), None));
        assert_eq!(editor.action().body, "{\"a\": 1}");
        for _ in 0..3 {
            editor.undo();
        }
        assert_eq!(editor.action().body, "x{\"a\": 1}");
        assert_eq!(editor.action().content_type, ContentType::Text);
    }

    #[test]
    fn a_removed_row_comes_back_as_the_same_row() {
        let mut editor = Editor::default();
        let row = editor.row(Header::default());
        let id = row.id;
        assert!(editor.apply(
            Edit::InsertHeaders {
                at: 0,
                rows: vec![row]
            },
            None
        ));
        assert!(editor.apply(Edit::RemoveHeader(id), None));
        editor.undo();
        assert_eq!(editor.action().headers.first().map(|row| row.id), Some(id));
    }

    #[test]
    fn an_edit_that_does_not_fit_changes_nothing() {
        let mut editor = Editor::default();
        assert!(!editor.apply(Edit::RemoveHeader(RowId(9)), None));
        assert!(!editor.type_text(Field::Url, Splice::new(5..9, "x"), 5..9, 0.0));
        assert!(!editor.can_undo());
    }
}
