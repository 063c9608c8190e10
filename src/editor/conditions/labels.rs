//! What people read for the names in a condition.

use http_action::document::{ConditionType, Operator};
use http_action::scope::Scope;

use crate::texts::{Key, Locale};
use http_action::order::sorted;

/// What a type is called.
pub(super) const fn type_key(condition_type: ConditionType) -> Key {
    match condition_type {
        ConditionType::Platform => Key::ConditionPlatform,
        ConditionType::DeviceType => Key::ConditionDeviceType,
        ConditionType::OsVersion => Key::ConditionOsVersion,
        ConditionType::Tag => Key::ConditionTag,
        ConditionType::Group => Key::ConditionGroup,
        ConditionType::CustomField => Key::ConditionCustomField,
        ConditionType::Variable => Key::ConditionVariable,
        ConditionType::ActionStatus => Key::ConditionActionStatus,
    }
}

/// What the association of a type is called.
pub(super) const fn association_key(condition_type: ConditionType) -> Key {
    match condition_type {
        ConditionType::ActionStatus => Key::ConditionAction,
        other => type_key(other),
    }
}

/// What an operator is called.
pub(super) const fn operator_key(operator: Operator) -> Key {
    match operator {
        Operator::EqualTo => Key::OperatorEqualTo,
        Operator::NotEqualTo => Key::OperatorNotEqualTo,
        Operator::Contains => Key::OperatorContains,
        Operator::DoesNotContain => Key::OperatorDoesNotContain,
        Operator::StartsWith => Key::OperatorStartsWith,
        Operator::EndsWith => Key::OperatorEndsWith,
        Operator::IsSet => Key::OperatorIsSet,
        Operator::IsNotSet => Key::OperatorIsNotSet,
        Operator::GreaterThan => Key::OperatorGreaterThan,
        Operator::LessThan => Key::OperatorLessThan,
    }
}

/// The values that a type offers, each with what is shown for it.
pub(super) fn choices(
    condition_type: ConditionType,
    scope: &Scope,
    locale: &Locale,
) -> Vec<(String, String)> {
    match condition_type {
        ConditionType::Tag => scope
            .tags
            .iter()
            .map(|tag| (tag.id.clone(), named(&tag.name, &tag.id)))
            .collect(),
        ConditionType::Group => groups(scope),
        ConditionType::OsVersion => scope
            .os_versions
            .iter()
            .map(|version| (version.clone(), version.clone()))
            .collect(),
        _ => condition_type
            .fixed_values()
            .iter()
            .map(|value| ((*value).to_owned(), fixed_value(value, locale)))
            .collect(),
    }
}

/// Groups by name; where two have the same one, by their paths.
fn groups(scope: &Scope) -> Vec<(String, String)> {
    let names: Vec<&str> = scope
        .groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    let names = sorted(names, Ord::cmp);
    let is_ambiguous = |name: &str| {
        let first = names.partition_point(|other| *other < name);
        names.get(first + 1) == Some(&name)
    };
    scope
        .groups
        .iter()
        .map(|group| {
            let label = if is_ambiguous(&group.name) && !group.path.is_empty() {
                &group.path
            } else {
                &group.name
            };
            (group.id.clone(), named(label, &group.id))
        })
        .collect()
}

/// The associations that a type offers, each with what is shown for it.
pub(super) fn associations(condition_type: ConditionType, scope: &Scope) -> Vec<(String, String)> {
    match condition_type {
        ConditionType::ActionStatus => scope
            .actions
            .iter()
            .map(|action| (action.id.clone(), named(&action.name, &action.id)))
            .collect(),
        ConditionType::CustomField => scope
            .custom_fields
            .iter()
            .map(|field| {
                (
                    field.reference.clone(),
                    named(&field.name, &field.reference),
                )
            })
            .collect(),
        ConditionType::Variable => scope
            .variables
            .iter()
            .map(|variable| (variable.name.clone(), variable.name.clone()))
            .collect(),
        _ => Vec::new(),
    }
}

/// A thing without a name is called by its id.
fn named(name: &str, id: &str) -> String {
    if name.is_empty() { id } else { name }.to_owned()
}

fn fixed_value(value: &str, locale: &Locale) -> String {
    let key = match value {
        "windows" => Key::ValueWindows,
        "macos" => Key::ValueMacos,
        "linux" => Key::ValueLinux,
        "workstation" => Key::ValueWorkstation,
        "server" => Key::ValueServer,
        "domain_controller" => Key::ValueDomainController,
        "success" => Key::ValueSuccess,
        "failed" => Key::ValueFailed,
        "skipped" => Key::ValueSkipped,
        _ => return value.to_owned(),
    };
    locale.text(key)
}
