//! Reading a scope from what a host hands over. Like a document, a wrong one is refused by path and not half-read.

use super::lists::{CustomField, Device, EarlierAction, Group, Scope, Tag, Variable};
use crate::document::{Expected, Reader, Refusal};
use crate::json::Json;
use crate::order::sorted;

impl Scope {
    /// Reads a scope. `null` is an empty one, and so is every list that is missing.
    ///
    /// # Errors
    /// The first field that is wrong, and what was expected there.
    pub fn read(json: &Json) -> Result<Self, Refusal> {
        if *json == Json::Null {
            return Ok(Self::default());
        }
        let reader = Reader::root(json);
        reader.object()?;
        Ok(Self {
            variables: reader.list("variables", variable)?,
            custom_fields: reader.list("customFields", custom_field)?,
            devices: reader.list("devices", device)?,
            actions: reader.list("actions", |action| {
                action.object()?;
                Ok(EarlierAction {
                    id: required(action, "id")?,
                    name: text(action, "name")?,
                    status: text(action, "status")?,
                })
            })?,
            tags: reader.list("tags", |tag| {
                tag.object()?;
                Ok(Tag {
                    id: required(tag, "id")?,
                    name: text(tag, "name")?,
                })
            })?,
            groups: reader.list("groups", |group| {
                group.object()?;
                Ok(Group {
                    id: required(group, "id")?,
                    name: text(group, "name")?,
                    path: text(group, "path")?,
                })
            })?,
            os_versions: reader.list("osVersions", owned_text)?,
        })
    }
}

fn variable(reader: &Reader<'_>) -> Result<Variable, Refusal> {
    reader.object()?;
    Ok(Variable {
        name: required(reader, "name")?,
        default_value: reader.text_or_null("defaultValue")?,
        secret: reader.boolean_or("secret", false)?,
    })
}

fn custom_field(reader: &Reader<'_>) -> Result<CustomField, Refusal> {
    reader.object()?;
    Ok(CustomField {
        name: text(reader, "name")?,
        reference: required(reader, "reference")?,
        admin_only: reader.boolean_or("adminOnly", false)?,
    })
}

fn device(reader: &Reader<'_>) -> Result<Device, Refusal> {
    reader.object()?;
    Ok(Device {
        id: required(reader, "id")?,
        name: text(reader, "name")?,
        platform: text(reader, "platform")?,
        device_type: text(reader, "deviceType")?,
        os_version: text(reader, "osVersion")?,
        tags: reader.list("tags", owned_text)?,
        group: reader.text_or_null("group")?,
        values: values(reader)?,
    })
}

/// A device's values, sorted; of two under one name the last counts, as with every member of an object.
fn values(device: &Reader<'_>) -> Result<Vec<(String, Option<String>)>, Refusal> {
    let Some(reader) = device.field("values") else {
        return Ok(Vec::new());
    };
    let mut values = Vec::new();
    for (name, value) in reader.object()?.iter().rev() {
        let value = match value {
            Json::Null => None,
            Json::String(text) => Some(text.clone()),
            _ => {
                return Err(reader
                    .field(name)
                    .as_ref()
                    .unwrap_or(&reader)
                    .refuse(Expected::TextOrNull));
            }
        };
        values.push((name.clone(), value));
    }
    let mut values = sorted(values, |(a, _), (b, _)| a.cmp(b));
    values.dedup_by(|(a, _), (b, _)| a == b);
    Ok(values)
}

fn required(reader: &Reader<'_>, name: &str) -> Result<String, Refusal> {
    match reader.field(name) {
        Some(field) => owned_text(&field),
        None => {
            let mut refusal = reader.refuse(Expected::Text);
            refusal.path.push('.');
            refusal.path.push_str(name);
            Err(refusal)
        }
    }
}

fn text(reader: &Reader<'_>, name: &str) -> Result<String, Refusal> {
    Ok(reader.text_or_null(name)?.unwrap_or_default())
}

fn owned_text(reader: &Reader<'_>) -> Result<String, Refusal> {
    reader.text().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Scope, Refusal> {
        Scope::read(&Json::parse(text).expect("JSON"))
    }

    #[test]
    fn every_list_may_be_missing() {
        assert_eq!(read("{}"), Ok(Scope::default()));
        assert_eq!(read("null"), Ok(Scope::default()));
    }

    #[test]
    fn reads_all_that_the_specification_shows() {
        let scope = read(
            r#"{"variables":[{"name":"api_token","defaultValue":null,"secret":true}],
            "customFields":[{"name":"MAC Address","reference":"cf_mac","adminOnly":true}],
            "devices":[{"id":"d1","name":"WS-014","platform":"windows","deviceType":"workstation","osVersion":"11",
              "tags":["t1"],"group":"g1","values":{"b":"1","a":"x","b":"2","c":null}}],
            "actions":[{"id":"a1","name":"Get MAC","status":"success"}],
            "tags":[{"id":"t1","name":"Lab"}],"groups":[{"id":"g1","name":"Servers","path":"HQ/Servers"}],
            "osVersions":["11"],"later":1}"#,
        )
        .expect("a scope");
        let device = scope.device("d1").expect("d1");
        assert_eq!(device.values.len(), 3);
        assert_eq!(
            (device.value("a"), device.value("b"), device.value("c")),
            (Some("x"), Some("2"), None)
        );
        assert!(scope.is_secret("api_token") && scope.is_secret("cf_mac") && !scope.is_secret("a"));
        assert_eq!(
            scope.groups.first().map(|group| group.path.as_str()),
            Some("HQ/Servers")
        );
    }

    #[test]
    fn refuses_by_path() {
        let cases = [
            ("[]", "", Expected::Object),
            (r#"{"variables":[{}]}"#, "variables[0].name", Expected::Text),
            (
                r#"{"variables":[{"name":"a","defaultValue":1}]}"#,
                "variables[0].defaultValue",
                Expected::TextOrNull,
            ),
            (
                r#"{"devices":[{"id":"d","values":{"x":1}}]}"#,
                "devices[0].values.x",
                Expected::TextOrNull,
            ),
            (r#"{"devices":{}}"#, "devices", Expected::List),
            (r#"{"osVersions":[1]}"#, "osVersions[0]", Expected::Text),
        ];
        for (text, path, expected) in cases {
            assert_eq!(
                read(text),
                Err(Refusal {
                    path: path.to_owned(),
                    expected
                }),
                "{text}"
            );
        }
    }

    #[test]
    fn never_prints_a_value_that_may_be_secret() {
        let scope = read(
            r#"{"variables":[{"name":"t","defaultValue":"hunter2","secret":true}],
            "devices":[{"id":"d","values":{"t":"hunter2"}}]}"#,
        );
        assert!(!format!("{scope:?}").contains("hunter2"));
    }
}
