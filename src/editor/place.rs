//! The control that a problem belongs to.

use http_action::document::HttpAction;
use http_action::edit::{Editor, Field};
use http_action::problem::{Place, Problem};
use leptos::task::{spawn_local, tick};

use super::field::select_in_field;
use super::field_key::{field_key, row_key};
use super::state::EditorState;

impl EditorState {
    /// The problems of the control of that key; follows them.
    #[must_use]
    pub fn problems_of(self, key: &str) -> Vec<Problem> {
        self.problems.with(|problems| {
            if problems.is_empty() {
                return Vec::new();
            }
            self.editor.with_untracked(|editor| {
                problems
                    .iter()
                    .filter(|problem| {
                        place_key(editor.action(), problem.place).as_deref() == Some(key)
                    })
                    .cloned()
                    .collect()
            })
        })
    }

    /// Takes the focus to where a problem is, and selects what it is about.
    pub fn focus_problem(self, problem: &Problem) {
        if !self.shown.reveal(problem.place) {
            self.focus_shown(problem);
            return;
        }
        let problem = problem.clone();
        spawn_local(async move {
            tick().await;
            self.focus_shown(&problem);
        });
    }

    fn focus_shown(self, problem: &Problem) {
        let field = self
            .editor
            .with_untracked(|editor| place_field(editor, problem.place));
        if let (Some(field), Some(range)) = (field, &problem.range)
            && self.control(&field_key(field)).is_some()
        {
            select_in_field(self, field, range);
            return;
        }
        let key = self
            .editor
            .with_untracked(|editor| place_key(editor.action(), problem.place));
        let found = key.is_some_and(|key| self.focus(&key));
        if !found && problem.place == Place::Body {
            // A form's rows stand in the place of the one text.
            self.focus(&field_key(Field::FormName(0)));
        }
    }
}

fn place_field(editor: &Editor, place: Place) -> Option<Field> {
    let action = editor.action();
    Some(match place {
        Place::Url => Field::Url,
        Place::Body => Field::Body,
        Place::HeaderName(row) => Field::HeaderName(action.headers.get(row)?.id),
        Place::HeaderValue(row) => Field::HeaderValue(action.headers.get(row)?.id),
        Place::OutputVariable => Field::OutputVariable,
        Place::Retries => Field::Retries,
        _ => return None,
    })
}

/// The key of the control at a place; none for the scope, which has none, and for rows that are gone.
fn place_key(action: &HttpAction, place: Place) -> Option<String> {
    let header = |row: usize, prefix| action.headers.get(row).map(|row| row_key(prefix, row.id));
    let condition = |row: usize, prefix| {
        action
            .conditions
            .get(row)
            .map(|row| row_key(prefix, row.id))
    };
    match place {
        Place::Url => Some("url".to_owned()),
        Place::Method => Some("method".to_owned()),
        Place::ContentType => Some("content-type".to_owned()),
        Place::Body => Some("body".to_owned()),
        Place::HeaderName(row) => header(row, "header-name-"),
        Place::HeaderValue(row) | Place::Header(row) => header(row, "header-value-"),
        Place::Condition(row) | Place::ConditionType(row) => condition(row, "condition-type-"),
        Place::ConditionOperator(row) => condition(row, "condition-operator-"),
        Place::ConditionAssociation(row, _) => condition(row, "condition-association-"),
        Place::ConditionValues(row) => condition(row, "condition-value-"),
        Place::Retries => Some("retries".to_owned()),
        Place::OutputVariable => Some("output-variable".to_owned()),
        Place::Scope => None,
    }
}
