//! Writing a scope: a host that keeps one hands it over again the next time.

use super::lists::{Device, Scope, Variable};
use crate::json::Json;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Secrets {
    LeftOut,
    Included,
}

impl Scope {
    /// The scope as JSON, without any secret's value: those must not be stored or exported.
    #[must_use]
    pub fn to_json(&self) -> Json {
        self.write(Secrets::LeftOut)
    }

    /// The scope as JSON with the secrets' values in the clear, for handing it from one part of a running page to
    /// another. Never store what comes out.
    #[must_use]
    pub fn to_json_with_secrets(&self) -> Json {
        self.write(Secrets::Included)
    }

    fn write(&self, secrets: Secrets) -> Json {
        let named = |id: &str, name: &str| {
            vec![field("id", Json::text(id)), field("name", Json::text(name))]
        };
        let variables = self
            .variables
            .iter()
            .map(|variable| write_variable(variable, secrets));
        let custom_fields = self.custom_fields.iter().map(|custom| {
            Json::Object(vec![
                field("name", Json::text(&custom.name)),
                field("reference", Json::text(&custom.reference)),
                field("adminOnly", Json::Bool(custom.admin_only)),
            ])
        });
        let devices = self
            .devices
            .iter()
            .map(|device| self.write_device(device, secrets));
        let actions = self.actions.iter().map(|action| {
            let mut members = named(&action.id, &action.name);
            push_text(&mut members, "status", &action.status);
            Json::Object(members)
        });
        let tags = self
            .tags
            .iter()
            .map(|tag| Json::Object(named(&tag.id, &tag.name)));
        let groups = self.groups.iter().map(|group| {
            let mut members = named(&group.id, &group.name);
            push_text(&mut members, "path", &group.path);
            Json::Object(members)
        });
        Json::Object(vec![
            field("variables", Json::Array(variables.collect())),
            field("customFields", Json::Array(custom_fields.collect())),
            field("devices", Json::Array(devices.collect())),
            field("actions", Json::Array(actions.collect())),
            field("tags", Json::Array(tags.collect())),
            field("groups", Json::Array(groups.collect())),
            field("osVersions", texts(&self.os_versions)),
        ])
    }

    fn write_device(&self, device: &Device, secrets: Secrets) -> Json {
        let mut members = vec![
            field("id", Json::text(&device.id)),
            field("name", Json::text(&device.name)),
        ];
        push_text(&mut members, "platform", &device.platform);
        push_text(&mut members, "deviceType", &device.device_type);
        push_text(&mut members, "osVersion", &device.os_version);
        members.push(field("tags", texts(&device.tags)));
        members.push(field("group", Json::text_or_null(device.group.as_deref())));
        let values = device
            .values
            .iter()
            .filter(|(name, _)| secrets == Secrets::Included || !self.is_secret(name))
            .map(|(name, value)| (name.clone(), Json::text_or_null(value.as_deref())));
        members.push(field("values", Json::Object(values.collect())));
        Json::Object(members)
    }
}

fn write_variable(variable: &Variable, secrets: Secrets) -> Json {
    let value = match &variable.default_value {
        Some(_) if variable.secret && secrets == Secrets::LeftOut => None,
        value => value.as_deref(),
    };
    Json::Object(vec![
        field("name", Json::text(&variable.name)),
        field("defaultValue", Json::text_or_null(value)),
        field("secret", Json::Bool(variable.secret)),
    ])
}

fn field(name: &str, value: Json) -> (String, Json) {
    (name.to_owned(), value)
}

fn push_text(members: &mut Vec<(String, Json)>, name: &str, text: &str) {
    if !text.is_empty() {
        members.push(field(name, Json::text(text)));
    }
}

fn texts(list: &[String]) -> Json {
    Json::Array(list.iter().map(|text| Json::text(text)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOPE: &str = r#"{"variables":[{"name":"token","defaultValue":"hunter2","secret":true},
        {"name":"base","defaultValue":"","secret":false}],
        "customFields":[{"name":"PIN","reference":"cf_pin","adminOnly":true}],
        "devices":[{"id":"d1","name":"WS","platform":"linux","deviceType":"server","osVersion":"12","tags":["t"],"group":"g",
          "values":{"cf_pin":"1234","token":"swordfish","level_time":"now","x":null}}],
        "actions":[{"id":"a","name":"A","status":"failed"}],"tags":[{"id":"t","name":"T"}],
        "groups":[{"id":"g","name":"G","path":"H/G"}],"osVersions":["12"]}"#;

    #[test]
    fn comes_back_as_it_was() {
        let scope = Scope::read(&Json::parse(SCOPE).expect("JSON")).expect("a scope");
        assert_eq!(Scope::read(&scope.to_json_with_secrets()), Ok(scope));
    }

    #[test]
    fn leaves_every_secret_value_out() {
        let scope = Scope::read(&Json::parse(SCOPE).expect("JSON")).expect("a scope");
        let text = scope.to_json().to_pretty();
        for secret in ["hunter2", "1234", "swordfish"] {
            assert!(!text.contains(secret), "{text}");
        }
        assert!(
            text.contains("\"level_time\": \"now\"") && text.contains("\"token\""),
            "{text}"
        );
    }
}
