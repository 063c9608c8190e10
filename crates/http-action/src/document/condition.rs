//! A condition under which the action runs. Whether it holds for a device is not decided here.

use super::action::closed_set;
use super::unknown_fields::UnknownFields;
use crate::json::Json;

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// One that this version can edit.
    Known(KnownCondition),
    /// One whose type or operator this version does not know: kept as it came, shown read-only.
    Foreign(Json),
}

impl Default for Condition {
    fn default() -> Self {
        Self::Known(KnownCondition::default())
    }
}

/// A condition that this version can edit. What a person has not chosen yet is `None` or empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KnownCondition {
    /// What is compared.
    pub condition_type: Option<ConditionType>,
    /// How it is compared.
    pub operator: Option<Operator>,
    /// Which custom field, variable or action, where the type has such an association.
    pub association: Option<String>,
    /// What it is compared with.
    pub values: Vec<String>,
    /// What this version does not know.
    pub unknown_fields: UnknownFields,
}

impl KnownCondition {
    /// This condition with another type. The operator stays; of association and values only what fits the new type does.
    /// `earlier` is how this row stood with the types that it had before: going back to one brings back what was there.
    #[must_use]
    pub fn retyped(&self, to: Option<ConditionType>, earlier: &[Self]) -> Self {
        let mut retyped = self.clone();
        retyped.condition_type = to;
        if to == self.condition_type {
            return retyped;
        }
        if let Some(earlier) = earlier.iter().rfind(|earlier| earlier.condition_type == to) {
            retyped.association.clone_from(&earlier.association);
            retyped.values.clone_from(&earlier.values);
            return retyped;
        }
        retyped.association = None;
        let is_text = |condition_type: Option<ConditionType>| {
            condition_type.is_some_and(ConditionType::has_text_value)
        };
        let both_text = is_text(to) && is_text(self.condition_type);
        let choices = to.map_or(&[][..], ConditionType::fixed_values);
        retyped
            .values
            .retain(|value| both_text || choices.contains(&value.as_str()));
        retyped
    }

    /// This condition with another operator; one that compares with nothing leaves no values. `earlier` is as with
    /// [`retyped`](Self::retyped).
    #[must_use]
    pub fn with_operator(&self, to: Option<Operator>, earlier: &[Self]) -> Self {
        let mut changed = self.clone();
        changed.operator = to;
        if !to.is_none_or(Operator::takes_value) {
            changed.values.clear();
        } else if changed.values.is_empty()
            && let Some(earlier) = earlier.last()
            && earlier.condition_type == self.condition_type
        {
            changed.values.clone_from(&earlier.values);
        }
        changed
    }
}

closed_set! {
    /// What a condition compares.
    ConditionType {
        /// The device's platform.
        Platform = "platform",
        /// Workstation, server or domain controller.
        DeviceType = "device_type",
        /// The operating system's version.
        OsVersion = "os_version",
        /// The device's tags.
        Tag = "tag",
        /// The device's group.
        Group = "group",
        /// The value of a custom field.
        CustomField = "custom_field",
        /// The value of an automation variable.
        Variable = "variable",
        /// The status of an earlier action.
        ActionStatus = "action_status",
    }
}

impl ConditionType {
    /// The field that holds the association, for the types that have one.
    #[must_use]
    pub const fn association_field(self) -> Option<&'static str> {
        match self {
            Self::CustomField => Some("customField"),
            Self::Variable => Some("variable"),
            Self::ActionStatus => Some("action"),
            _ => None,
        }
    }

    /// Whether the value is one text, instead of any of several choices.
    #[must_use]
    pub const fn has_text_value(self) -> bool {
        matches!(self, Self::CustomField | Self::Variable)
    }

    /// The values that can be chosen, for the types where they are the same everywhere.
    #[must_use]
    pub const fn fixed_values(self) -> &'static [&'static str] {
        match self {
            Self::Platform => &["windows", "macos", "linux"],
            Self::DeviceType => &["workstation", "server", "domain_controller"],
            Self::ActionStatus => &["success", "failed", "skipped"],
            _ => &[],
        }
    }
}

closed_set! {
    /// How a condition compares.
    Operator {
        /// Any of the values.
        EqualTo = "equal_to",
        /// None of the values.
        NotEqualTo = "not_equal_to",
        /// Contains the text.
        Contains = "contains",
        /// Does not contain the text.
        DoesNotContain = "does_not_contain",
        /// Starts with the text.
        StartsWith = "starts_with",
        /// Ends with the text.
        EndsWith = "ends_with",
        /// Has a value that is not empty.
        IsSet = "is_set",
        /// Has no value.
        IsNotSet = "is_not_set",
        /// Is a number greater than the value.
        GreaterThan = "greater_than",
        /// Is a number less than the value.
        LessThan = "less_than",
    }
}

impl Operator {
    /// Whether there is something to compare with.
    #[must_use]
    pub const fn takes_value(self) -> bool {
        !matches!(self, Self::IsSet | Self::IsNotSet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(
        condition_type: ConditionType,
        association: &str,
        values: &[&str],
    ) -> KnownCondition {
        KnownCondition {
            condition_type: Some(condition_type),
            operator: Some(Operator::NotEqualTo),
            association: Some(association.to_owned()).filter(|text| !text.is_empty()),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
            ..KnownCondition::default()
        }
    }

    #[test]
    fn another_type_keeps_what_fits_it() {
        use ConditionType::{ActionStatus, CustomField, OsVersion, Platform, Tag, Variable};
        let cases = [
            (
                condition(Platform, "", &["windows"]),
                Tag,
                condition(Tag, "", &[]),
            ),
            (
                condition(Variable, "v", &["1"]),
                CustomField,
                condition(CustomField, "", &["1"]),
            ),
            (
                condition(CustomField, "f", &["linux"]),
                Platform,
                condition(Platform, "", &["linux"]),
            ),
            (
                condition(OsVersion, "", &["failed", "11"]),
                ActionStatus,
                condition(ActionStatus, "", &["failed"]),
            ),
            (
                condition(ActionStatus, "a", &["failed"]),
                ActionStatus,
                condition(ActionStatus, "a", &["failed"]),
            ),
        ];
        for (before, to, after) in cases {
            assert_eq!(before.retyped(Some(to), &[]), after, "{before:?}");
        }
        let before = condition(Tag, "", &["t1"]);
        assert_eq!(before.retyped(None, &[]).values, [""; 0]);
    }

    #[test]
    fn going_back_brings_back_what_was_there() {
        let variable = condition(ConditionType::Variable, "v", &["1"]);
        let tag = variable.retyped(Some(ConditionType::Tag), &[]);
        assert_eq!(
            tag.retyped(
                Some(ConditionType::Variable),
                std::slice::from_ref(&variable)
            ),
            variable
        );
        let unset = variable.with_operator(Some(Operator::IsNotSet), &[]);
        assert_eq!(unset.values, [""; 0]);
        assert_eq!(
            unset.with_operator(Some(Operator::NotEqualTo), std::slice::from_ref(&variable)),
            variable
        );
    }
}
