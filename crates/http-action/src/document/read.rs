//! Reading a document. A wrong one is not half-read: the first thing wrong refuses it, by path.

use super::action::{ContentType, Header, HttpAction, Method, OnFailure, VERSION};
use super::condition::{Condition, ConditionType, KnownCondition, Operator};
use super::reader::Reader;
use super::refusal::{Expected, Refusal};
use crate::json::Json;

/// A document that could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The action.
    pub action: HttpAction,
    /// The document's version where it is newer than [`VERSION`]: such a document is shown read-only, as far as this
    /// version understands it.
    pub newer: Option<u32>,
}

/// Reads a document from its text.
///
/// # Errors
/// The text is not JSON, or the document is wrong.
pub fn read_text(text: &str) -> Result<Opened, Refusal> {
    let json = Json::parse(text).map_err(|error| Refusal {
        path: String::new(),
        expected: Expected::Json(error),
    })?;
    read(&json)
}

/// Reads a document. Missing fields have their defaults.
///
/// # Errors
/// The first field that is wrong, and what was expected there.
pub fn read(json: &Json) -> Result<Opened, Refusal> {
    let reader = Reader::root(json);
    reader.object()?;
    let newer = version(&reader)?;
    if let Some(kind) = reader.field("type") {
        kind.one_of(&["http_request"])?;
    }
    let action = action(&reader).map_err(|refusal| match newer {
        // A newer form may mean something else by any field: what is wrong then is only the version.
        Some(_) => reader.refuse_at("version", Expected::Version(VERSION)),
        None => refusal,
    })?;
    Ok(Opened { action, newer })
}

fn version(reader: &Reader<'_>) -> Result<Option<u32>, Refusal> {
    let Some(field) = reader.field("version") else {
        return Ok(None);
    };
    match field.whole_number()? {
        0 => Err(field.refuse(Expected::Version(VERSION))),
        version if version > VERSION => Ok(Some(version)),
        _ => Ok(None),
    }
}

fn action(reader: &Reader<'_>) -> Result<HttpAction, Refusal> {
    let default = HttpAction::default();
    Ok(HttpAction {
        id: reader.text_or("id", default.id)?,
        name: reader.text_or("name", default.name)?,
        enabled: reader.boolean_or("enabled", default.enabled)?,
        url: reader.text_or("url", default.url)?,
        method: match reader.field("method") {
            Some(field) => field.choice(Method::NAMES, Method::from_name)?,
            None => default.method,
        },
        content_type: match reader.field("contentType") {
            Some(field) => field.choice(ContentType::NAMES, ContentType::from_name)?,
            None => default.content_type,
        },
        body: reader.text_or("body", default.body)?,
        headers: reader.rows("headers", header)?,
        conditions: reader.rows("conditions", condition)?,
        on_failure: match reader.field("onFailure") {
            Some(field) => field.choice(OnFailure::NAMES, OnFailure::from_name)?,
            None => default.on_failure,
        },
        output_variable: reader.text_or_null("outputVariable")?,
        retries: match reader.field("retries") {
            Some(field) => field.whole_number()?,
            None => default.retries,
        },
        unknown_fields: reader.unknown_fields(&[
            "version",
            "type",
            "id",
            "name",
            "enabled",
            "url",
            "method",
            "contentType",
            "body",
            "headers",
            "conditions",
            "onFailure",
            "outputVariable",
            "retries",
        ]),
    })
}

fn header(reader: &Reader<'_>) -> Result<Header, Refusal> {
    reader.object()?;
    Ok(Header {
        name: reader.text_or("name", String::new())?,
        value: reader.text_or("value", String::new())?,
        enabled: reader.boolean_or("enabled", true)?,
        unknown_fields: reader.unknown_fields(&["name", "value", "enabled"]),
    })
}

fn condition(reader: &Reader<'_>) -> Result<Condition, Refusal> {
    reader.object()?;
    let type_name = reader.text_or_null("type")?;
    let operator_name = reader.text_or_null("operator")?;
    let condition_type = type_name.as_deref().and_then(ConditionType::from_name);
    let operator = operator_name.as_deref().and_then(Operator::from_name);
    if type_name.is_some() != condition_type.is_some()
        || operator_name.is_some() != operator.is_some()
    {
        return Ok(Condition::Foreign(reader.json.clone()));
    }
    let association = condition_type.and_then(ConditionType::association_field);
    let mut known = vec!["type", "operator", "values"];
    known.extend(association);
    Ok(Condition::Known(KnownCondition {
        condition_type,
        operator,
        association: match association {
            Some(field) => reader.text_or_null(field)?,
            None => None,
        },
        values: reader.list("values", |value| value.text().map(str::to_owned))?,
        unknown_fields: reader.unknown_fields(&known),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::ParseError;

    fn refusal(text: &str) -> (String, Expected) {
        let refusal = read_text(text).expect_err(text);
        (refusal.path, refusal.expected)
    }

    #[test]
    fn an_empty_object_is_an_action_with_every_default() {
        let opened = read_text("{}").expect("an action");
        assert_eq!(opened.action, HttpAction::default());
        assert_eq!(opened.newer, None);
    }

    #[test]
    fn a_wrong_document_is_refused_by_path() {
        let at = |path: &str| path.to_owned();
        assert_eq!(refusal("[]"), (at(""), Expected::Object));
        assert_eq!(refusal("null"), (at(""), Expected::Object));
        assert_eq!(
            refusal(r#"{"type":"script"}"#),
            (at("type"), Expected::OneOf(&["http_request"]))
        );
        assert_eq!(refusal(r#"{"url":1}"#), (at("url"), Expected::Text));
        assert_eq!(
            refusal(r#"{"method":"HEAD"}"#),
            (at("method"), Expected::OneOf(Method::NAMES))
        );
        assert_eq!(
            refusal(r#"{"method":"get"}"#),
            (at("method"), Expected::OneOf(Method::NAMES))
        );
        assert_eq!(
            refusal(r#"{"headers":{}}"#),
            (at("headers"), Expected::List)
        );
        assert_eq!(
            refusal(r#"{"headers":[{},7]}"#),
            (at("headers[1]"), Expected::Object)
        );
        assert_eq!(
            refusal(r#"{"headers":[{},{},{"value":null}]}"#),
            (at("headers[2].value"), Expected::Text)
        );
        assert_eq!(
            refusal(r#"{"retries":-1}"#),
            (at("retries"), Expected::WholeNumber)
        );
        assert_eq!(
            refusal(r#"{"retries":1.5}"#),
            (at("retries"), Expected::WholeNumber)
        );
        assert_eq!(
            refusal(r#"{"enabled":"yes"}"#),
            (at("enabled"), Expected::Boolean)
        );
        assert_eq!(
            refusal(r#"{"outputVariable":1}"#),
            (at("outputVariable"), Expected::TextOrNull)
        );
        assert_eq!(
            refusal(r#"{"conditions":[{"type":"tag","values":[1]}]}"#),
            (at("conditions[0].values[0]"), Expected::Text)
        );
        assert_eq!(
            refusal(r#"{"version":0}"#),
            (at("version"), Expected::Version(1))
        );
        assert!(matches!(
            refusal("{").1,
            Expected::Json(ParseError::Syntax(_))
        ));
    }

    #[test]
    fn a_newer_document_opens_as_far_as_it_is_understood() {
        let opened =
            read_text(r#"{"version":2,"url":"https://a","colour":"red"}"#).expect("readable");
        assert_eq!(
            (opened.newer, opened.action.url.as_str()),
            (Some(2), "https://a")
        );
        assert_eq!(
            refusal(r#"{"version":2,"url":{"parts":[]}}"#),
            ("version".to_owned(), Expected::Version(1))
        );
    }

    #[test]
    fn an_unfinished_condition_is_expressible() {
        let text = r#"{"conditions":[{"type":null,"operator":null,"values":[]}]}"#;
        let opened = read_text(text).expect("an action");
        assert_eq!(
            opened.action.conditions.first().map(|row| &row.value),
            Some(&Condition::default())
        );
    }

    #[test]
    fn a_condition_of_a_later_version_is_kept_as_it_came() {
        let text = r#"{"type":"moon","operator":"equal_to","values":7}"#;
        let opened = read_text(&format!(r#"{{"conditions":[{text}]}}"#)).expect("an action");
        assert_eq!(
            opened.action.conditions.first().map(|row| &row.value),
            Some(&Condition::Foreign(Json::parse(text).expect("JSON")))
        );
    }
}
