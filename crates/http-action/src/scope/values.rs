//! What a name stands for on the chosen device.

use super::lists::{Device, Scope};
use super::names::{Names, Origin};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing in scope has that name.
    Unknown,
    /// It is in scope, but has no value here.
    Missing,
    /// Its value, which may be empty.
    Text {
        /// The value itself, in the clear.
        text: &'a str,
        /// Whether it must not be seen.
        secret: bool,
    },
}

/// The values of one device, or the default values where none is chosen.
#[derive(Clone, Copy)]
pub struct Values<'a> {
    scope: &'a Scope,
    names: &'a Names,
    device: Option<&'a Device>,
    now_iso: &'a str,
}

impl<'a> Values<'a> {
    /// The values of the device of the id `device`; none, or an id that is not in scope, means "No device".
    /// `names` must be built from `scope`. `now_iso` is what `level_time` stands for where the device does not say:
    /// the present moment in the form of ISO 8601.
    #[must_use]
    pub fn new(scope: &'a Scope, names: &'a Names, device: Option<&str>, now_iso: &'a str) -> Self {
        Self {
            scope,
            names,
            device: device.and_then(|id| scope.device(id)),
            now_iso,
        }
    }

    /// The device, where one is chosen.
    #[must_use]
    pub const fn device(&self) -> Option<&'a Device> {
        self.device
    }

    /// What that name stands for: the device's own value, else the variable's default.
    #[must_use]
    pub fn value(&self, name: &str) -> Value<'a> {
        let Some(entry) = self.names.find(name) else {
            return Value::Unknown;
        };
        let own = self.device.and_then(|device| device.value(name));
        let text = own.or_else(|| match entry.origin {
            Origin::Variable => self
                .scope
                .variables
                .get(entry.index)?
                .default_value
                .as_deref(),
            Origin::System => (name == "level_time").then_some(self.now_iso),
            Origin::CustomField => None,
        });
        text.map_or(Value::Missing, |text| Value::Text {
            text,
            secret: entry.secret,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[test]
    fn the_device_comes_before_the_default() {
        let json = Json::parse(
            r#"{"variables":[{"name":"a","defaultValue":"A"},{"name":"b","defaultValue":"B","secret":true},{"name":"c"},
              {"name":"e","defaultValue":"E"},{"name":"n","defaultValue":"N"}],
            "customFields":[{"name":"F","reference":"f","adminOnly":true}],
            "devices":[{"id":"d","values":{"a":"own","f":"field","level_device_os":"Debian","e":"","n":null}}]}"#,
        );
        let scope = Scope::read(&json.expect("JSON")).expect("a scope");
        let names = Names::new(&scope);
        let on = Values::new(&scope, &names, Some("d"), "NOW");
        let off = Values::new(&scope, &names, None, "NOW");
        let open = |text| Value::Text {
            text,
            secret: false,
        };
        let secret = |text| Value::Text { text, secret: true };
        let cases = [
            ("a", open("own"), open("A")),
            ("b", secret("B"), secret("B")),
            ("c", Value::Missing, Value::Missing),
            ("e", open(""), open("E")),
            ("n", open("N"), open("N")),
            ("f", secret("field"), Value::Missing),
            ("level_device_os", open("Debian"), Value::Missing),
            ("level_time", open("NOW"), open("NOW")),
            ("zzz", Value::Unknown, Value::Unknown),
        ];
        for (name, with_device, without) in cases {
            assert_eq!(
                (on.value(name), off.value(name)),
                (with_device, without),
                "{name}"
            );
        }
    }
}
