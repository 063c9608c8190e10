//! The JSON Schema of the document, made from the types.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::action::{HttpAction, VERSION};
use super::condition::{Condition, ConditionType, Operator};
use super::row::Row;

impl<T: JsonSchema> JsonSchema for Row<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for Condition {
    fn schema_name() -> Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let condition_type = generator.subschema_for::<Option<ConditionType>>();
        let operator = generator.subschema_for::<Option<Operator>>();
        let mut schema = json_schema!({
            "description": "A condition under which the action runs. A type or operator of a later version is kept.",
            "type": "object",
            "properties": {
                "type": { "anyOf": [condition_type, { "type": "string" }] },
                "operator": { "anyOf": [operator, { "type": "string" }] },
                "values": { "type": "array", "items": { "type": "string" } },
            },
        });
        if let Some(properties) = schema
            .get_mut("properties")
            .and_then(|value| value.as_object_mut())
        {
            for field in ConditionType::ALL
                .iter()
                .filter_map(|kind| kind.association_field())
            {
                properties.insert(
                    field.to_owned(),
                    json_schema!({ "type": ["string", "null"] }).to_value(),
                );
            }
        }
        schema
    }
}

/// The schema of the document, as JSON Schema 2020-12.
#[must_use]
pub fn document_schema() -> Schema {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<HttpAction>();
    schema.insert("title".to_owned(), "HTTP request action".into());
    if let Some(properties) = schema
        .get_mut("properties")
        .and_then(|value| value.as_object_mut())
    {
        let version = json_schema!({ "description": "The version of this form.", "type": "integer", "minimum": 1, "default": VERSION });
        let kind = json_schema!({ "description": "The kind of action.", "const": "http_request" });
        properties.insert("version".to_owned(), version.to_value());
        properties.insert("type".to_owned(), kind.to_value());
    }
    schema
}
