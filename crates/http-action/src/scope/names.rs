//! The index over every name in scope.

use super::lists::Scope;
use super::nearest;
use crate::order::sorted;

/// The system variables, always in scope. From Level's documentation.
pub const SYSTEM_VARIABLES: [&str; 19] = [
    "level_time",
    "level_device_id",
    "level_device_hostname",
    "level_device_nickname",
    "level_device_public_ip_address",
    "level_device_private_ip_addresses",
    "level_device_architecture",
    "level_device_cpu_cores",
    "level_device_memory",
    "level_device_memory_formatted",
    "level_device_os",
    "level_device_os_version",
    "level_device_last_boot_at",
    "level_device_last_seen_at",
    "level_group_id",
    "level_group_name",
    "level_group_path",
    "level_tag_names",
    "level_tag_ids",
];

/// Where a name comes from, the one that wins a clash first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A system variable.
    System,
    /// A custom field.
    CustomField,
    /// A variable of the automation.
    Variable,
}

/// Something that a template can refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it comes from.
    pub origin: Origin,
    /// What people call it: a custom field's own name, otherwise the name itself.
    pub label: String,
    /// What stands between the braces.
    pub name: String,
    /// Whether its values are secret.
    pub secret: bool,
    /// Its place in the scope's list of its origin.
    pub(super) index: usize,
    /// Which letters its name holds, see [`nearest`].
    pub(super) letters: u64,
}

/// All names in scope. Build it once per scope, not once per question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    entries: Vec<Entry>,
    /// Indices into `entries`, by name and then by precedence.
    sorted: Vec<usize>,
    /// Indices into `entries`: one for each name that is there more than once, by name.
    clashing: Vec<usize>,
}

impl Names {
    /// The index over `scope` and the system variables.
    #[must_use]
    pub fn new(scope: &Scope) -> Self {
        let mut names = Self::default();
        for (index, variable) in scope.variables.iter().enumerate() {
            names.add(
                Origin::Variable,
                &variable.name,
                &variable.name,
                variable.secret,
                index,
            );
        }
        for (index, name) in SYSTEM_VARIABLES.iter().enumerate() {
            names.add(Origin::System, name, name, false, index);
        }
        for (index, field) in scope.custom_fields.iter().enumerate() {
            names.add(
                Origin::CustomField,
                &field.name,
                &field.reference,
                field.admin_only,
                index,
            );
        }
        let by_name: Vec<(&str, Origin, usize)> = names
            .entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry.name.as_str(), entry.origin, at))
            .collect();
        let by_name = sorted(by_name, Ord::cmp);
        names.clashing = by_name
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|same| same.len() > 1)
            .filter_map(|same| same.first())
            .map(|&(_, _, at)| at)
            .collect();
        names.sorted = by_name.into_iter().map(|(_, _, at)| at).collect();
        names
    }

    fn add(&mut self, origin: Origin, label: &str, name: &str, secret: bool, index: usize) {
        let label = if label.is_empty() { name } else { label };
        self.entries.push(Entry {
            origin,
            label: label.to_owned(),
            name: name.to_owned(),
            secret,
            index,
            letters: nearest::letters(name),
        });
    }

    /// Everything in scope in the picker's order: variables, system variables, custom fields.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What that name stands for: a system variable before a custom field before a variable.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.sorted_entry(self.first(name))
            .filter(|entry| entry.name == name)
    }

    /// Whether two things in scope have that name.
    #[must_use]
    pub fn clashes(&self, name: &str) -> bool {
        let is_name = |entry: &Entry| entry.name == name;
        !self.clashing.is_empty() && self.sorted_entry(self.first(name) + 1).is_some_and(is_name)
    }

    /// The names that two things in scope have, each once, sorted.
    pub fn clashing(&self) -> impl Iterator<Item = &str> {
        self.clashing
            .iter()
            .filter_map(|&at| self.entries.get(at))
            .map(|entry| entry.name.as_str())
    }

    /// The name in scope that somebody who wrote `name` most likely meant; none if nothing comes near.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest::nearest(&self.entries, name)
    }

    /// The place in `sorted` at which that name stands or would stand.
    fn first(&self, name: &str) -> usize {
        self.sorted.partition_point(|&at| {
            self.entries
                .get(at)
                .is_some_and(|entry| entry.name.as_str() < name)
        })
    }

    fn sorted_entry(&self, place: usize) -> Option<&Entry> {
        self.entries.get(*self.sorted.get(place)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scope::{CustomField, Variable};

    fn scope(variables: &[&str], fields: &[(&str, &str)]) -> Scope {
        Scope {
            variables: variables
                .iter()
                .map(|&name| Variable {
                    name: name.to_owned(),
                    ..Variable::default()
                })
                .collect(),
            custom_fields: fields
                .iter()
                .map(|&(name, reference)| CustomField {
                    name: name.to_owned(),
                    reference: reference.to_owned(),
                    ..CustomField::default()
                })
                .collect(),
            ..Scope::default()
        }
    }

    #[test]
    fn the_system_comes_before_a_field_before_a_variable() {
        let names = Names::new(&scope(
            &["level_time", "cf_a", "b", "b"],
            &[("A", "cf_a"), ("T", "level_time")],
        ));
        let origin = |name| names.find(name).map(|entry| entry.origin);
        assert_eq!(origin("level_time"), Some(Origin::System));
        assert_eq!(origin("cf_a"), Some(Origin::CustomField));
        assert_eq!(origin("b"), Some(Origin::Variable));
        assert_eq!(origin("B"), None);
        assert_eq!(origin("zzz"), None);
        assert_eq!(
            ["level_time", "cf_a", "b", "level_device_id", "zzz"].map(|name| names.clashes(name)),
            [true, true, true, false, false]
        );
        assert_eq!(
            names.clashing().collect::<Vec<_>>(),
            ["b", "cf_a", "level_time"]
        );
    }

    #[test]
    fn suggests_what_was_meant() {
        let names = Names::new(&scope(&["api_token", "site"], &[("MAC", "cf_mac_address")]));
        let cases = [
            ("api_tokn", Some("api_token")),
            ("API_TOKEN", Some("api_token")),
            ("apitoken", Some("api_token")),
            ("level_device_hostnme", Some("level_device_hostname")),
            ("hostname", Some("level_device_hostname")),
            ("mac_address", Some("cf_mac_address")),
            ("sit", Some("site")),
            ("completely_different", None),
            ("x", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(names.nearest(name), expected, "{name}");
        }
    }
}
