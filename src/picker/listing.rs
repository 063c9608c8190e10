//! What the picker lists for a query: the entries of the scope in their groups.

use http_action::scope::{Entry, Names, Origin, search};

use super::rows::{self, HEADING};
use crate::texts::{Key, Locale};

/// The friendly labels of the system variables, in the core's order.
const SYSTEM_LABELS: [Key; 19] = [
    Key::SystemTime,
    Key::SystemDeviceId,
    Key::SystemDeviceHostname,
    Key::SystemDeviceNickname,
    Key::SystemDevicePublicIpAddress,
    Key::SystemDevicePrivateIpAddresses,
    Key::SystemDeviceArchitecture,
    Key::SystemDeviceCpuCores,
    Key::SystemDeviceMemory,
    Key::SystemDeviceMemoryFormatted,
    Key::SystemDeviceOs,
    Key::SystemDeviceOsVersion,
    Key::SystemDeviceLastBootAt,
    Key::SystemDeviceLastSeenAt,
    Key::SystemGroupId,
    Key::SystemGroupName,
    Key::SystemGroupPath,
    Key::SystemTagNames,
    Key::SystemTagIds,
];

/// The friendly labels of the system variables in a language.
pub(super) fn system_labels(locale: &Locale) -> Vec<String> {
    SYSTEM_LABELS.iter().map(|key| locale.text(*key)).collect()
}

/// The entries that a query finds, the best first; all for an empty one. `system` are the system variables' labels.
pub(super) fn found(names: &Names, system: &[String], query: &str) -> Vec<usize> {
    let entries = names.entries();
    if query.trim().is_empty() {
        return (0..entries.len()).collect();
    }
    let first = first_system(names);
    let pairs: Vec<(&str, &str)> = entries
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let label = label_from(entry, system, first, index);
            // A variable has no label but its name, which is not searched twice.
            (
                if label == entry.name { "" } else { label },
                entry.name.as_str(),
            )
        })
        .collect();
    search(&pairs, query)
}

/// The label of one entry, by its index. `system` are the system variables' labels.
pub(super) fn label_of<'a>(names: &'a Names, system: &'a [String], index: usize) -> &'a str {
    let entry = names.entries().get(index);
    entry.map_or("", |entry| {
        label_from(entry, system, first_system(names), index)
    })
}

/// Where the system variables begin, which stand together; before them there are only variables.
fn first_system(names: &Names) -> usize {
    names
        .entries()
        .partition_point(|entry| entry.origin == Origin::Variable)
}

fn label_from<'a>(entry: &'a Entry, system: &'a [String], first: usize, index: usize) -> &'a str {
    match entry.origin {
        Origin::System => index
            .checked_sub(first)
            .and_then(|at| system.get(at))
            .unwrap_or(&entry.label),
        Origin::CustomField | Origin::Variable => &entry.label,
    }
}

/// Some of the entries of one origin, the best first.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Where they come from.
    pub origin: Origin,
    /// Their indices in the scope's names.
    pub entries: Vec<usize>,
    /// The place of the first one, counted through the whole list.
    pub first: usize,
    /// Where the group begins in the list, in CSS pixels.
    pub top: i32,
}

/// What is listed.
#[derive(Debug, Clone, Default)]
pub(super) struct Listing {
    /// The groups that have something to show. Without a query in their usual order, else the best one first.
    pub groups: Vec<Group>,
}

impl Listing {
    /// What a query finds.
    pub(super) fn new(names: &Names, system: &[String], query: &str) -> Self {
        let mut listing = Self::default();
        for index in found(names, system, query) {
            if let Some(entry) = names.entries().get(index) {
                listing.add(entry.origin, index);
            }
        }
        listing.lay_out();
        listing
    }

    pub(super) fn add(&mut self, origin: Origin, index: usize) {
        if let Some(group) = self.groups.iter_mut().find(|group| group.origin == origin) {
            group.entries.push(index);
            return;
        }
        self.groups.push(Group {
            origin,
            entries: vec![index],
            first: 0,
            top: 0,
        });
    }

    pub(super) fn lay_out(&mut self) {
        let (mut first, mut top) = (0, 0);
        for group in &mut self.groups {
            group.first = first;
            group.top = top;
            first += group.entries.len();
            top += HEADING + rows::rows_height(group.entries.len());
        }
    }

    /// How many options there are.
    pub(super) fn total(&self) -> usize {
        self.groups
            .last()
            .map_or(0, |group| group.first + group.entries.len())
    }

    /// The group of an option, and its row there.
    pub(super) fn place(&self, option: usize) -> Option<(&Group, usize)> {
        let group = self.groups.iter().rfind(|group| group.first <= option)?;
        let row = option - group.first;
        (row < group.entries.len()).then_some((group, row))
    }

    /// The entry that an option stands for.
    pub(super) fn entry<'a>(&self, names: &'a Names, option: usize) -> Option<(usize, &'a Entry)> {
        let (group, row) = self.place(option)?;
        let index = *group.entries.get(row)?;
        Some((index, names.entries().get(index)?))
    }
}

#[cfg(test)]
mod tests {
    use http_action::scope::{CustomField, SYSTEM_VARIABLES, Scope, Variable};

    use super::*;

    fn names() -> Names {
        Names::new(&Scope {
            variables: vec![Variable {
                name: "api_token".to_owned(),
                ..Variable::default()
            }],
            custom_fields: vec![CustomField {
                name: "MAC Address".to_owned(),
                reference: "cf_mac".to_owned(),
                admin_only: false,
            }],
            ..Scope::default()
        })
    }

    fn english() -> Vec<String> {
        system_labels(&Locale::new("en", include_str!("../texts/en.txt")))
    }

    fn listed(query: &str) -> Vec<(Origin, Vec<String>)> {
        let (names, system) = (names(), english());
        let listing = Listing::new(&names, &system, query);
        let groups = listing.groups.iter();
        groups
            .map(|group| {
                let labels = group
                    .entries
                    .iter()
                    .map(|index| label_of(&names, &system, *index).to_owned());
                (group.origin, labels.collect())
            })
            .collect()
    }

    #[test]
    fn there_is_a_label_for_each_system_variable() {
        assert_eq!(SYSTEM_LABELS.len(), SYSTEM_VARIABLES.len());
        let (names, system) = (names(), english());
        let label = |name: &str| {
            let index = names.entries().iter().position(|entry| entry.name == name);
            index.map(|index| label_of(&names, &system, index))
        };
        assert_eq!(label("level_time"), Some("Time"));
        assert_eq!(label("level_device_hostname"), Some("Hostname"));
        assert_eq!(label("level_tag_ids"), Some("Tag IDs"));
        assert_eq!(label("cf_mac"), Some("MAC Address"));
        assert_eq!(label("api_token"), Some("api_token"));
    }

    #[test]
    fn everything_stands_in_three_groups() {
        let groups = listed("");
        let origins: Vec<Origin> = groups.iter().map(|(origin, _)| *origin).collect();
        assert_eq!(
            origins,
            [Origin::Variable, Origin::System, Origin::CustomField]
        );
        assert_eq!(
            groups
                .iter()
                .map(|(_, labels)| labels.len())
                .collect::<Vec<_>>(),
            [1, 19, 1]
        );
    }

    #[test]
    fn the_best_group_comes_first() {
        let groups = listed("mac");
        assert_eq!(
            groups.first(),
            Some(&(Origin::CustomField, vec!["MAC Address".to_owned()]))
        );
        assert!(listed("nothing like it").is_empty());
    }

    #[test]
    fn options_are_counted_through_the_groups() {
        let (names, system) = (names(), english());
        let listing = Listing::new(&names, &system, "");
        let name = |option| {
            listing
                .entry(&names, option)
                .map(|(_, entry)| entry.name.as_str())
        };
        assert_eq!(listing.total(), 21);
        assert_eq!(name(0), Some("api_token"));
        assert_eq!(name(1), Some("level_time"));
        assert_eq!(name(20), Some("cf_mac"));
        assert_eq!(name(21), None);
    }
}
