//! Writing a document: the known fields in the order of the specification, then the unknown ones as they came.

use super::action::{Header, HttpAction, VERSION};
use super::condition::{Condition, ConditionType, KnownCondition, Operator};
use super::unknown_fields::UnknownFields;
use crate::json::Json;

type Members = Vec<(String, Json)>;

fn put(members: &mut Members, name: &str, value: Json) {
    members.push((name.to_owned(), value));
}

fn finish(mut members: Members, unknown: &UnknownFields) -> Json {
    members.extend(unknown.0.iter().cloned());
    Json::Object(members)
}

impl HttpAction {
    /// The document of this action, complete: defaults are written out.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let mut members = Members::new();
        put(&mut members, "version", Json::whole(VERSION.into()));
        put(&mut members, "type", Json::text("http_request"));
        put(&mut members, "id", Json::text(&self.id));
        put(&mut members, "name", Json::text(&self.name));
        put(&mut members, "enabled", Json::Bool(self.enabled));
        put(&mut members, "url", Json::text(&self.url));
        put(&mut members, "method", Json::text(self.method.as_str()));
        put(
            &mut members,
            "contentType",
            Json::text(self.content_type.as_str()),
        );
        put(&mut members, "body", Json::text(&self.body));
        let headers = self.headers.iter().map(|row| row.value.to_json()).collect();
        put(&mut members, "headers", Json::Array(headers));
        let conditions = self
            .conditions
            .iter()
            .map(|row| row.value.to_json())
            .collect();
        put(&mut members, "conditions", Json::Array(conditions));
        put(
            &mut members,
            "onFailure",
            Json::text(self.on_failure.as_str()),
        );
        put(
            &mut members,
            "outputVariable",
            Json::text_or_null(self.output_variable.as_deref()),
        );
        put(&mut members, "retries", Json::whole(self.retries.into()));
        finish(members, &self.unknown_fields)
    }
}

impl Header {
    /// The row as it stands in the document.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let mut members = Members::new();
        put(&mut members, "name", Json::text(&self.name));
        put(&mut members, "value", Json::text(&self.value));
        put(&mut members, "enabled", Json::Bool(self.enabled));
        finish(members, &self.unknown_fields)
    }
}

impl Condition {
    /// The condition as it stands in the document.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match self {
            Self::Known(condition) => condition.to_json(),
            Self::Foreign(json) => json.clone(),
        }
    }
}

impl KnownCondition {
    fn to_json(&self) -> Json {
        let mut members = Members::new();
        let type_name = self.condition_type.map(ConditionType::as_str);
        put(&mut members, "type", Json::text_or_null(type_name));
        if let Some(field) = self
            .condition_type
            .and_then(ConditionType::association_field)
        {
            put(
                &mut members,
                field,
                Json::text_or_null(self.association.as_deref()),
            );
        }
        let operator = self.operator.map(Operator::as_str);
        put(&mut members, "operator", Json::text_or_null(operator));
        let values = self.values.iter().map(|value| Json::text(value)).collect();
        put(&mut members, "values", Json::Array(values));
        finish(members, &self.unknown_fields)
    }
}
