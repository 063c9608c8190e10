//! The edits, and carrying them out.

use super::bodies::Bodies;
use super::field::{Field, Side, State, find_mut};
use super::splice::Splice;
use crate::document::{Condition, ContentType, Header, HttpAction, Method, OnFailure, Row, RowId};
use crate::form;

/// A change of an action.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Changes a text.
    Text {
        /// Which text.
        field: Field,
        /// The change, in bytes of that text.
        splice: Splice,
    },
    /// Chooses the method.
    Method(Method),
    /// Chooses the content type, and with it that type's own body.
    ContentType(ContentType),
    /// Takes over the text that an empty form offers to take.
    TakeOverBody,
    /// Switches the action on or off.
    Enabled(bool),
    /// Chooses what follows a failure.
    OnFailure(OnFailure),
    /// Chooses the variable that receives the output, or none.
    OutputVariable(Option<String>),
    /// Inserts header rows before the row `at`, or at the end where there are only `at` rows.
    InsertHeaders {
        /// Where, counting from 0.
        at: usize,
        /// The rows.
        rows: Vec<Row<Header>>,
    },
    /// Removes a header row.
    RemoveHeader(RowId),
    /// Moves a header row so that it becomes the row `to`, counting from 0.
    MoveHeader {
        /// Which row.
        row: RowId,
        /// Where to.
        to: usize,
    },
    /// Switches a header row on or off.
    HeaderEnabled {
        /// Which row.
        row: RowId,
        /// On or off.
        enabled: bool,
    },
    /// Puts other rows in the place of all headers.
    ReplaceHeaders(Vec<Row<Header>>),
    /// Inserts a condition.
    InsertCondition {
        /// Where, counting from 0.
        at: usize,
        /// The condition.
        row: Row<Condition>,
    },
    /// Removes a condition.
    RemoveCondition(RowId),
    /// Puts another condition in a row's place.
    ReplaceCondition {
        /// Which row.
        row: RowId,
        /// The condition.
        condition: Condition,
    },
    /// Puts another action in this one's place.
    ReplaceAction(Box<HttpAction>),
    /// Several edits, one after the other, as one.
    Group(Vec<Edit>),
    /// Restores a whole state: the way back of the edits that change more than one thing.
    Restore(Box<State>),
    /// Restores content type, body and drafts: the way back from another content type.
    RestoreBody {
        /// The type.
        content_type: ContentType,
        /// The body.
        body: String,
        /// The drafts.
        bodies: Bodies,
    },
}

/// Carries out an edit and hands back its inverse.
///
/// None where it does not fit the state (a row that is gone, a range outside the text) or changes nothing: then the
/// state is as it was.
pub fn apply(state: &mut State, edit: Edit) -> Option<Edit> {
    match edit {
        Edit::Text { field, splice } => apply_text(state, field, &splice),
        Edit::Method(method) => replace(&mut state.action.method, method).map(Edit::Method),
        Edit::ContentType(content_type) => switch_body(state, content_type),
        Edit::TakeOverBody => {
            let body = state.bodies.offered()?.to_owned();
            let before = std::mem::replace(&mut state.action.body, body);
            let splice = Splice::new(0..state.action.body.len(), before);
            Some(Edit::Text {
                field: Field::Body,
                splice,
            })
        }
        Edit::Enabled(enabled) => replace(&mut state.action.enabled, enabled).map(Edit::Enabled),
        Edit::OnFailure(follows) => {
            replace(&mut state.action.on_failure, follows).map(Edit::OnFailure)
        }
        Edit::OutputVariable(name) => {
            replace(&mut state.action.output_variable, name).map(Edit::OutputVariable)
        }
        Edit::InsertHeaders { at, rows } => insert_headers(state, at, rows),
        Edit::RemoveHeader(id) => {
            let at = position(&state.action.headers, id)?;
            let rows = vec![state.action.headers.remove(at)];
            Some(Edit::InsertHeaders { at, rows })
        }
        Edit::MoveHeader { row, to } => {
            let from = position(&state.action.headers, row)?;
            if to >= state.action.headers.len() || to == from {
                return None;
            }
            let moved = state.action.headers.remove(from);
            state.action.headers.insert(to, moved);
            Some(Edit::MoveHeader { row, to: from })
        }
        Edit::HeaderEnabled { row, enabled } => {
            let header = find_mut(&mut state.action.headers, row)?;
            replace(&mut header.enabled, enabled)
                .map(|enabled| Edit::HeaderEnabled { row, enabled })
        }
        Edit::ReplaceHeaders(rows) => {
            let before = std::mem::replace(&mut state.action.headers, rows);
            Some(Edit::ReplaceHeaders(before))
        }
        Edit::InsertCondition { at, row } => {
            if at > state.action.conditions.len() {
                return None;
            }
            let id = row.id;
            state.action.conditions.insert(at, row);
            Some(Edit::RemoveCondition(id))
        }
        Edit::RemoveCondition(id) => {
            let at = position(&state.action.conditions, id)?;
            let row = state.action.conditions.remove(at);
            Some(Edit::InsertCondition { at, row })
        }
        Edit::ReplaceCondition { row, condition } => {
            let present = find_mut(&mut state.action.conditions, row)?;
            replace(present, condition).map(|condition| Edit::ReplaceCondition { row, condition })
        }
        Edit::ReplaceAction(action) => {
            let before = std::mem::replace(state, State::new(*action));
            Some(Edit::Restore(Box::new(before)))
        }
        Edit::Group(edits) => apply_group(state, edits),
        Edit::Restore(before) => {
            let present = std::mem::replace(state, *before);
            Some(Edit::Restore(Box::new(present)))
        }
        Edit::RestoreBody {
            content_type,
            body,
            bodies,
        } => Some(Edit::RestoreBody {
            content_type: std::mem::replace(&mut state.action.content_type, content_type),
            body: std::mem::replace(&mut state.action.body, body),
            bodies: std::mem::replace(&mut state.bodies, bodies),
        }),
    }
}

fn replace<T: PartialEq>(place: &mut T, value: T) -> Option<T> {
    if *place == value {
        return None;
    }
    Some(std::mem::replace(place, value))
}

fn position<T>(rows: &[Row<T>], id: RowId) -> Option<usize> {
    rows.iter().position(|row| row.id == id)
}

fn insert_headers(state: &mut State, at: usize, rows: Vec<Row<Header>>) -> Option<Edit> {
    if at > state.action.headers.len() || rows.is_empty() {
        return None;
    }
    let inverse = rows
        .iter()
        .map(|row| Edit::RemoveHeader(row.id))
        .rev()
        .collect();
    state.action.headers.splice(at..at, rows);
    Some(Edit::Group(inverse))
}

fn switch_body(state: &mut State, content_type: ContentType) -> Option<Edit> {
    if state.action.content_type == content_type {
        return None;
    }
    let before = Edit::RestoreBody {
        content_type: state.action.content_type,
        body: state.action.body.clone(),
        bodies: state.bodies.clone(),
    };
    let from = state.action.content_type;
    state.action.body = state.bodies.switch(from, &state.action.body, content_type);
    state.action.content_type = content_type;
    Some(before)
}

fn apply_group(state: &mut State, edits: Vec<Edit>) -> Option<Edit> {
    let mut inverses: Vec<Edit> = edits
        .into_iter()
        .filter_map(|edit| apply(state, edit))
        .collect();
    if inverses.is_empty() {
        return None;
    }
    inverses.reverse();
    Some(Edit::Group(inverses))
}

fn apply_text(state: &mut State, field: Field, splice: &Splice) -> Option<Edit> {
    if splice.range.is_empty() && splice.text.is_empty() {
        return None;
    }
    let inverse = match field {
        Field::Url => splice.apply(&mut state.action.url),
        Field::Body => splice.apply(&mut state.action.body),
        Field::FormName(row) => return apply_form(state, row, Side::Name, splice),
        Field::FormValue(row) => return apply_form(state, row, Side::Value, splice),
        Field::HeaderName(row) => splice.apply(&mut find_mut(&mut state.action.headers, row)?.name),
        Field::HeaderValue(row) => {
            splice.apply(&mut find_mut(&mut state.action.headers, row)?.value)
        }
        Field::HeadersText => return super::headers::apply_text(state, splice),
        Field::ConditionValue(row) => match find_mut(&mut state.action.conditions, row)? {
            Condition::Known(condition) => {
                let mut text = condition.values.first().cloned().unwrap_or_default();
                let inverse = splice.apply(&mut text);
                condition.values = if text.is_empty() {
                    Vec::new()
                } else {
                    vec![text]
                };
                inverse
            }
            Condition::Foreign(_) => None,
        },
        Field::ActionName => splice.apply(&mut state.action.name),
        Field::OutputVariable => {
            let mut text = state.action.output_variable.clone().unwrap_or_default();
            let inverse = splice.apply(&mut text);
            state.action.output_variable = Some(text).filter(|name| !name.is_empty());
            inverse
        }
        Field::Retries => return apply_retries(state, splice),
    };
    inverse.map(|splice| Edit::Text { field, splice })
}

fn apply_form(state: &mut State, row: usize, side: Side, splice: &Splice) -> Option<Edit> {
    let field = match side {
        Side::Name => Field::FormName(row),
        Side::Value => Field::FormValue(row),
    };
    let mut shown = state.text(field)?;
    splice.apply(&mut shown)?;
    let splice = form::splice_for(&state.action.body, row, side, &shown);
    let inverse = splice.apply(&mut state.action.body)?;
    Some(Edit::Text {
        field: Field::Body,
        splice: inverse,
    })
}

fn apply_retries(state: &mut State, splice: &Splice) -> Option<Edit> {
    let before = Edit::Restore(Box::new(state.clone()));
    let mut text = state.retries_shown();
    splice.apply(&mut text)?;
    match text.parse() {
        Ok(number) => {
            state.action.retries = number;
            // "007" is a valid number, but not what the person sees; what was typed stays until it is left.
            state.retries_text = (number.to_string() != text).then_some(text);
        }
        Err(_) => state.retries_text = Some(text),
    }
    Some(before)
}
