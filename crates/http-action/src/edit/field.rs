//! The texts of an action that are typed into, and the state they are in.

use super::bodies::Bodies;
use crate::document::{Condition, Header, HttpAction, Row, RowId};
use crate::form;

pub use crate::form::Side;

/// An action while a person edits it: the document, and what cannot stand in it yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// The document.
    pub action: HttpAction,
    /// The bodies of the other content types.
    pub bodies: Bodies,
    /// What was typed as the number of retries, where it is no valid number; the document keeps the last valid one.
    pub retries_text: Option<String>,
    /// The headers as they were typed as text, blank lines and all. It counts only while it tells the headers that
    /// stand in the document; see [`headers_shown`](Self::headers_shown).
    pub headers_text: Option<String>,
}

/// A text that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The URL.
    Url,
    /// The body, as text.
    Body,
    /// The name of a form's row, counting from 0, as it is shown: decoded.
    FormName(usize),
    /// The value of a form's row, counting from 0, as it is shown: decoded.
    FormValue(usize),
    /// A header's name.
    HeaderName(RowId),
    /// A header's value.
    HeaderValue(RowId),
    /// All headers as one text.
    HeadersText,
    /// The value of a condition that compares with a text.
    ConditionValue(RowId),
    /// The action's name.
    ActionName,
    /// The variable that receives the output.
    OutputVariable,
    /// The number of retries, as typed.
    Retries,
}

impl State {
    /// A freshly opened action.
    #[must_use]
    pub fn new(action: HttpAction) -> Self {
        Self {
            action,
            ..Self::default()
        }
    }

    /// The text of a field; none where its row is gone.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<String> {
        match field {
            Field::Url => Some(self.action.url.clone()),
            Field::Body => Some(self.action.body.clone()),
            Field::FormName(row) => self.form_part(row, Side::Name),
            Field::FormValue(row) => self.form_part(row, Side::Value),
            Field::HeaderName(row) => self.header(row).map(|header| header.name.clone()),
            Field::HeaderValue(row) => self.header(row).map(|header| header.value.clone()),
            Field::HeadersText => Some(self.headers_shown()),
            Field::ConditionValue(row) => match self.condition(row)? {
                Condition::Known(condition) => {
                    Some(condition.values.first().cloned().unwrap_or_default())
                }
                Condition::Foreign(_) => None,
            },
            Field::ActionName => Some(self.action.name.clone()),
            Field::OutputVariable => Some(self.action.output_variable.clone().unwrap_or_default()),
            Field::Retries => Some(self.retries_shown()),
        }
    }

    /// The number of retries as it is shown: what was typed, or the document's.
    #[must_use]
    pub fn retries_shown(&self) -> String {
        self.retries_text
            .clone()
            .unwrap_or_else(|| self.action.retries.to_string())
    }

    fn form_part(&self, row: usize, side: Side) -> Option<String> {
        let row = form::rows(&self.action.body).into_iter().nth(row)?;
        Some(match side {
            Side::Name => row.name.shown,
            Side::Value => row.value.shown,
        })
    }

    /// The header of that row.
    #[must_use]
    pub fn header(&self, id: RowId) -> Option<&Header> {
        find(&self.action.headers, id)
    }

    /// The condition of that row.
    #[must_use]
    pub fn condition(&self, id: RowId) -> Option<&Condition> {
        find(&self.action.conditions, id)
    }
}

fn find<T>(rows: &[Row<T>], id: RowId) -> Option<&T> {
    rows.iter().find(|row| row.id == id).map(|row| &row.value)
}

pub(super) fn find_mut<T>(rows: &mut [Row<T>], id: RowId) -> Option<&mut T> {
    rows.iter_mut()
        .find(|row| row.id == id)
        .map(|row| &mut row.value)
}
