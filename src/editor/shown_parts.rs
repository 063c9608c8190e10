//! Which parts of the form are shown: what a person has opened, and in which form a list is edited.

use crate::reactive::*;
use http_action::problem::Place;

/// The parts that can be shown or not. Cheap to copy.
#[derive(Clone, Copy)]
pub struct ShownParts {
    /// Whether the section of the conditions is open.
    pub conditions: RwSignal<bool>,
    /// Whether the section of the additional options is open.
    pub options: RwSignal<bool>,
    /// Whether the headers are edited as one text.
    pub headers_as_text: RwSignal<bool>,
}

impl ShownParts {
    /// As a panel begins: the additional options are closed.
    #[must_use]
    pub fn new() -> Self {
        Self {
            conditions: RwSignal::new(true),
            options: RwSignal::new(false),
            headers_as_text: RwSignal::new(false),
        }
    }

    /// Shows the part in which the control of a place stands. Answers whether it had to be shown first: then the
    /// control is there only after the next tick.
    pub fn reveal(self, place: Place) -> bool {
        let (part, shown) = match place {
            Place::Condition(_)
            | Place::ConditionType(_)
            | Place::ConditionOperator(_)
            | Place::ConditionAssociation(..)
            | Place::ConditionValues(_) => (self.conditions, true),
            Place::Retries | Place::OutputVariable => (self.options, true),
            Place::Header(_) | Place::HeaderName(_) | Place::HeaderValue(_) => {
                (self.headers_as_text, false)
            }
            _ => return false,
        };
        if part.get_untracked() == shown {
            return false;
        }
        part.set(shown);
        true
    }
}

impl Default for ShownParts {
    fn default() -> Self {
        Self::new()
    }
}
