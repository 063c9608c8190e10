//! The control that a problem belongs to.

use crate::reactive::*;
use http_action::document::{HttpAction, RowId};
use http_action::edit::{Editor, Field};
use http_action::problem::{Place, Problem};
use leptos::task::{spawn_local, tick};

use super::field::select_in_field;
use super::field_key::{field_key, row_key};
use super::state::EditorState;

impl EditorState {
    /// A signal of the problems of the control of that key, once it is time to show them.
    #[must_use]
    pub(super) fn follow_problems(self, key: StoredValue<String>) -> RwSignal<Vec<Problem>> {
        let read = move || {
            let problems = key.try_with_value(|key| self.problems_at(key));
            problems.unwrap_or_default()
        };
        self.problem_followers.follow(read(), move |_| read())
    }

    fn problems_at(self, key: &str) -> Vec<Problem> {
        let is_shown = self.visited.with_untracked(|visited| {
            let visited = visited.as_ref();
            visited.is_none_or(|visited| visited.iter().any(|each| each == key))
        });
        if !is_shown {
            return Vec::new();
        }
        self.problems.with_untracked(|problems| {
            let at_key = |problem: &&Problem| {
                self.untracked_action(|action| is_at(key, control(action, problem.place)))
            };
            problems.iter().filter(at_key).cloned().collect()
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

/// What the key of the control at a place begins with, and the row that it ends with.
type Control = (&'static str, Option<RowId>);

/// Whether the control has that key; without making the key, since every control asks for every problem.
fn is_at(key: &str, control: Option<Control>) -> bool {
    control.is_some_and(|(prefix, row)| match (key.strip_prefix(prefix), row) {
        (Some(""), None) => true,
        (Some(number), Some(row)) => number.parse() == Ok(row.0),
        _ => false,
    })
}

/// The key of the control at a place.
fn place_key(action: &HttpAction, place: Place) -> Option<String> {
    let (prefix, row) = control(action, place)?;
    Some(row.map_or_else(|| prefix.to_owned(), |row| row_key(prefix, row)))
}

/// The control at a place; none for the scope, which has none, and for rows that are gone.
fn control(action: &HttpAction, place: Place) -> Option<Control> {
    let header = |at: usize| Some(action.headers.get(at)?.id);
    let condition = |at: usize| Some(action.conditions.get(at)?.id);
    let (prefix, row) = match place {
        Place::Url => ("url", None),
        Place::Method => ("method", None),
        Place::ContentType => ("content-type", None),
        Place::Body => ("body", None),
        Place::Retries => ("retries", None),
        Place::OutputVariable => ("output-variable", None),
        Place::Scope => return None,
        Place::HeaderName(at) => ("header-name-", Some(header(at)?)),
        Place::HeaderValue(at) | Place::Header(at) => ("header-value-", Some(header(at)?)),
        Place::Condition(at) | Place::ConditionType(at) => {
            ("condition-type-", Some(condition(at)?))
        }
        Place::ConditionOperator(at) => ("condition-operator-", Some(condition(at)?)),
        Place::ConditionAssociation(at, _) => ("condition-association-", Some(condition(at)?)),
        Place::ConditionValues(at) => ("condition-value-", Some(condition(at)?)),
    };
    Some((prefix, row))
}
