//! JSON trees through serde, so that a Rust runner can read and write documents by any format of its own.
//!
//! The editor itself does not use this: it reads text with [`Json::parse`](super::Json::parse), which keeps the digits of
//! every number. Through serde a number keeps what the format's own number type keeps.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Json;
use crate::document::{HttpAction, read};

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(digits) => number(digits, serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

fn number<S: Serializer>(digits: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(whole) = digits.parse::<u64>() {
        return serializer.serialize_u64(whole);
    }
    if let Ok(whole) = digits.parse::<i64>() {
        return serializer.serialize_i64(whole);
    }
    match digits.parse::<f64>() {
        Ok(number) => serializer.serialize_f64(number),
        Err(_) => Err(serde::ser::Error::custom("not a number")),
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::text(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Json::Object(members))
    }
}

/// As its document.
impl Serialize for HttpAction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

/// From a document of a form that this version knows.
impl<'de> Deserialize<'de> for HttpAction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        let opened = read(&json).map_err(D::Error::custom)?;
        match opened.newer {
            None => Ok(opened.action),
            Some(version) => Err(D::Error::custom(NewerVersion(version))),
        }
    }
}

struct NewerVersion(u32);

impl fmt::Display for NewerVersion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the document has the newer version {}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[test]
    fn an_action_goes_through_serde_and_back() {
        let text =
            r#"{"url":"https://é","headers":[{"name":"a","value":"b","later":[1,-2,1.5,null]}]}"#;
        let action: HttpAction = serde_json::from_str(text).expect("an action");
        let again: HttpAction =
            serde_json::from_str(&serde_json::to_string(&action).expect("JSON"))
                .expect("an action");
        assert_eq!(again, action);
    }

    #[test]
    fn a_wrong_document_is_refused_by_path() {
        let refused =
            serde_json::from_str::<HttpAction>(r#"{"headers":[{"name":7}]}"#).expect_err("refused");
        assert!(refused.to_string().contains("headers[0].name"), "{refused}");
        assert!(serde_json::from_str::<HttpAction>(r#"{"version":2}"#).is_err());
    }

    #[test]
    fn numbers_keep_what_serde_keeps() {
        let json: Json = serde_json::from_str("[18446744073709551615,-9,0.5]").expect("JSON");
        assert_eq!(json.to_string(), "[18446744073709551615,-9,0.5]");
        assert_eq!(
            serde_json::to_string(&json).expect("JSON"),
            "[18446744073709551615,-9,0.5]"
        );
    }
}
