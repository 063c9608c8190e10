//! The conditions: whether all is chosen, and whether it is in scope. Whether they hold is not asked here.

use super::check::Findings;
use super::{Code, Place, Problem};
use crate::document::{Condition, ConditionType, KnownCondition, Operator};

impl Findings<'_> {
    pub(super) fn conditions(&mut self) {
        let action = self.check.action;
        for (index, row) in action.conditions.iter().enumerate() {
            // One of a later version is nothing that this one could judge.
            let Condition::Known(condition) = &row.value else {
                continue;
            };
            if let Some(place) = first_missing(index, condition) {
                self.raise(Problem::new(Code::ConditionIncomplete, place));
            }
            if let (Some(condition_type), Some(name)) =
                (condition.condition_type, &condition.association)
                && !name.is_empty()
                && !self.is_in_scope(condition_type, name)
            {
                let place = Place::ConditionAssociation(index, condition_type);
                self.raise(Problem::new(Code::ConditionOutOfScope, place).param("name", name));
            }
        }
    }

    fn is_in_scope(&self, condition_type: ConditionType, name: &str) -> bool {
        let scope = self.check.scope;
        match condition_type {
            ConditionType::CustomField => scope
                .custom_fields
                .iter()
                .any(|field| field.reference == name),
            ConditionType::Variable => scope.variables.iter().any(|variable| variable.name == name),
            ConditionType::ActionStatus => scope.actions.iter().any(|action| action.id == name),
            _ => true,
        }
    }
}

/// The first thing, from top to bottom, that has not been chosen.
fn first_missing(index: usize, condition: &KnownCondition) -> Option<Place> {
    let Some(condition_type) = condition.condition_type else {
        return Some(Place::ConditionType(index));
    };
    if condition_type.association_field().is_some()
        && condition.association.as_ref().is_none_or(String::is_empty)
    {
        return Some(Place::ConditionAssociation(index, condition_type));
    }
    match condition.operator {
        None => Some(Place::ConditionOperator(index)),
        Some(operator) if Operator::takes_value(operator) && condition.values.is_empty() => {
            Some(Place::ConditionValues(index))
        }
        Some(_) => None,
    }
}
