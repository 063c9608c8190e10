//! The lists of a scope, as the host hands them over.

use std::fmt;

use crate::secret::MASK;

/// Everything that is in scope besides the system variables. Every list may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The automation's variables.
    pub variables: Vec<Variable>,
    /// The custom fields.
    pub custom_fields: Vec<CustomField>,
    /// The sample devices, one of which can be chosen for the preview and the test.
    pub devices: Vec<Device>,
    /// The earlier actions of the pipeline.
    pub actions: Vec<EarlierAction>,
    /// The tags that a device can have.
    pub tags: Vec<Tag>,
    /// The groups that a device can be in.
    pub groups: Vec<Group>,
    /// The versions of operating systems to choose from.
    pub os_versions: Vec<String>,
}

/// A variable of the automation.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Variable {
    /// Its name: what stands between the braces.
    pub name: String,
    /// The value where the device has none; `None` means without a value, an empty text is a value.
    pub default_value: Option<String>,
    /// Whether its values must never be seen by accident.
    pub secret: bool,
}

/// A custom field of the devices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomField {
    /// Its friendly name.
    pub name: String,
    /// What stands between the braces. It comes from the host and is never computed from the name.
    pub reference: String,
    /// Whether only administrators may see it; such a field is treated as secret.
    pub admin_only: bool,
}

/// A sample device.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// The host's identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `windows`, `macos` or `linux`; empty if unknown.
    pub platform: String,
    /// `workstation`, `server` or `domain_controller`; empty if unknown.
    pub device_type: String,
    /// Its operating system's version; empty if unknown.
    pub os_version: String,
    /// The ids of its tags.
    pub tags: Vec<String>,
    /// The id of its group.
    pub group: Option<String>,
    /// Its values by name, sorted by name, each name once. Set it by [`Device::set_value`] to keep that so.
    pub values: Vec<(String, Option<String>)>,
}

/// An earlier action of the pipeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EarlierAction {
    /// The host's identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The status to assume: `success`, `failed` or `skipped`; empty if unknown.
    pub status: String,
}

/// A tag.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tag {
    /// The host's identifier, which conditions hold.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// The host's identifier, which conditions hold.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it stands among the groups, such as `HQ/Servers`.
    pub path: String,
}

impl Variable {
    /// Whether a variable can have that name: it has no white space and no braces, which no reference could name.
    #[must_use]
    pub fn is_name(name: &str) -> bool {
        !name.is_empty()
            && !name
                .contains(|letter: char| letter.is_whitespace() || letter == '{' || letter == '}')
    }
}

impl Scope {
    /// The device of that id.
    #[must_use]
    pub fn device(&self, id: &str) -> Option<&Device> {
        self.devices.iter().find(|device| device.id == id)
    }

    /// Whether values under that name are secret, whatever else has the same name.
    #[must_use]
    pub fn is_secret(&self, name: &str) -> bool {
        self.variables
            .iter()
            .any(|variable| variable.secret && variable.name == name)
            || self
                .custom_fields
                .iter()
                .any(|field| field.admin_only && field.reference == name)
    }
}

impl Device {
    /// Its own value under that name; none if it has none.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        let at = self.place(name).ok()?;
        self.values.get(at)?.1.as_deref()
    }

    /// Sets the value under that name; `None` means that it has none.
    pub fn set_value(&mut self, name: &str, value: Option<String>) {
        match self.place(name) {
            Ok(at) => {
                if let Some(entry) = self.values.get_mut(at) {
                    entry.1 = value;
                }
            }
            Err(at) => self.values.insert(at, (name.to_owned(), value)),
        }
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.values
            .binary_search_by(|(held, _)| held.as_str().cmp(name))
    }
}

impl fmt::Debug for Variable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = match &self.default_value {
            Some(_) if self.secret => Some(MASK),
            value => value.as_deref(),
        };
        f.debug_struct("Variable")
            .field("name", &self.name)
            .field("default_value", &value)
            .finish()
    }
}

impl fmt::Debug for Device {
    /// Without its values: a device does not know which of them are secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Device")
            .field("id", &self.id)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
