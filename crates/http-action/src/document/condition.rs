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
