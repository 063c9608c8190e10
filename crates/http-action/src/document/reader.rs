//! Reading what was handed over, value by value, each refusal with its path.

use super::refusal::{Expected, Refusal};
use super::row::{Row, RowId};
use super::unknown_fields::UnknownFields;
use crate::json::Json;

/// A value with its path, and the ways to read it. Scopes and profiles are read with it, too.
pub struct Reader<'a> {
    /// The value.
    pub json: &'a Json,
    path: String,
}

impl<'a> Reader<'a> {
    /// The whole of what was handed over.
    #[must_use]
    pub const fn root(json: &'a Json) -> Self {
        Self {
            json,
            path: String::new(),
        }
    }

    /// A refusal of this value.
    #[must_use]
    pub fn refuse(&self, expected: Expected) -> Refusal {
        Refusal {
            path: self.path.clone(),
            expected,
        }
    }

    /// A refusal of a member of this object.
    #[must_use]
    pub fn refuse_at(&self, field: &str, expected: Expected) -> Refusal {
        Refusal {
            path: self.path_of(field),
            expected,
        }
    }

    fn path_of(&self, field: &str) -> String {
        let mut path = self.path.clone();
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(field);
        path
    }

    /// The members of this object.
    ///
    /// # Errors
    /// It is no object.
    pub fn object(&self) -> Result<&'a [(String, Json)], Refusal> {
        match self.json {
            Json::Object(members) => Ok(members),
            _ => Err(self.refuse(Expected::Object)),
        }
    }

    /// The member of that name, where this object has it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Self> {
        self.json.member(name).map(|json| Self {
            json,
            path: self.path_of(name),
        })
    }

    /// This text.
    ///
    /// # Errors
    /// It is no text.
    pub fn text(&self) -> Result<&'a str, Refusal> {
        self.json
            .as_text()
            .ok_or_else(|| self.refuse(Expected::Text))
    }

    /// This truth value.
    ///
    /// # Errors
    /// It is none.
    pub fn boolean(&self) -> Result<bool, Refusal> {
        match self.json {
            Json::Bool(value) => Ok(*value),
            _ => Err(self.refuse(Expected::Boolean)),
        }
    }

    /// This whole number.
    ///
    /// # Errors
    /// It is no number, has a fraction, is negative or beyond 32 bits.
    pub fn whole_number(&self) -> Result<u32, Refusal> {
        match self.json {
            Json::Number(digits) => digits.parse().ok(),
            _ => None,
        }
        .ok_or_else(|| self.refuse(Expected::WholeNumber))
    }

    /// One of a closed set.
    ///
    /// # Errors
    /// It is none of `names`.
    pub fn choice<T>(
        &self,
        names: &'static [&'static str],
        from_name: fn(&str) -> Option<T>,
    ) -> Result<T, Refusal> {
        self.json
            .as_text()
            .and_then(from_name)
            .ok_or_else(|| self.refuse(Expected::OneOf(names)))
    }

    pub(super) fn one_of(&self, names: &'static [&'static str]) -> Result<(), Refusal> {
        match self.json.as_text() {
            Some(name) if names.contains(&name) => Ok(()),
            _ => Err(self.refuse(Expected::OneOf(names))),
        }
    }

    /// The text member of that name, or `default` where there is none.
    ///
    /// # Errors
    /// It is no text.
    pub fn text_or(&self, name: &str, default: String) -> Result<String, Refusal> {
        match self.field(name) {
            Some(field) => field.text().map(str::to_owned),
            None => Ok(default),
        }
    }

    /// The text member of that name; none where it is missing or null.
    ///
    /// # Errors
    /// It is something else.
    pub fn text_or_null(&self, name: &str) -> Result<Option<String>, Refusal> {
        match self.field(name) {
            None => Ok(None),
            Some(field) => match field.json {
                Json::Null => Ok(None),
                Json::String(text) => Ok(Some(text.clone())),
                _ => Err(field.refuse(Expected::TextOrNull)),
            },
        }
    }

    /// The truth value of that name, or `default` where there is none.
    ///
    /// # Errors
    /// It is no truth value.
    pub fn boolean_or(&self, name: &str, default: bool) -> Result<bool, Refusal> {
        self.field(name)
            .map_or(Ok(default), |field| field.boolean())
    }

    /// The entries of the list of that name, each read by `entry`; none where the list is missing.
    ///
    /// # Errors
    /// It is no list, or `entry` refused.
    pub fn list<T>(
        &self,
        name: &str,
        entry: impl Fn(&Self) -> Result<T, Refusal>,
    ) -> Result<Vec<T>, Refusal> {
        let Some(field) = self.field(name) else {
            return Ok(Vec::new());
        };
        let Json::Array(items) = field.json else {
            return Err(field.refuse(Expected::List));
        };
        let mut list = Vec::with_capacity(items.len());
        for (index, json) in items.iter().enumerate() {
            let mut path = field.path.clone();
            path.push('[');
            path.push_str(&index.to_string());
            path.push(']');
            list.push(entry(&Self { json, path })?);
        }
        Ok(list)
    }

    pub(super) fn rows<T>(
        &self,
        name: &str,
        entry: impl Fn(&Self) -> Result<T, Refusal>,
    ) -> Result<Vec<Row<T>>, Refusal> {
        let values = self.list(name, entry)?;
        Ok((0..)
            .zip(values)
            .map(|(id, value)| Row {
                id: RowId(id),
                value,
            })
            .collect())
    }

    /// The members of this object that are not `known`.
    #[must_use]
    pub fn unknown_fields(&self, known: &[&str]) -> UnknownFields {
        match self.json {
            Json::Object(members) => UnknownFields(
                members
                    .iter()
                    .filter(|(name, _)| !known.contains(&name.as_str()))
                    .cloned()
                    .collect(),
            ),
            _ => UnknownFields::default(),
        }
    }
}
