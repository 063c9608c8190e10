//! An action as the page keeps it: the saved document, and the working copy with its drafts beside it.
//!
//! Documents are kept as JSON text. The page looks into them only for what the list shows.

use http_action::json::Json;

/// An action of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Names it in the storage; no part of the document.
    pub id: String,
    /// Its place in the list: when it was made, in milliseconds since 1970.
    pub order: u64,
    /// The document as it was saved last.
    pub saved: String,
    /// The document with edits that are not saved.
    pub edited: Option<String>,
    /// The bodies of the content types that are not chosen, as the element gives them.
    pub drafts: Option<String>,
    /// It was split off because another tab had changed the same action.
    pub forked: bool,
    /// What the list shows of it.
    pub label: Label,
    /// It is another tab's version, seen from here.
    pub elsewhere: bool,
    /// What the storage held when this tab last read or wrote it.
    pub seen: Option<String>,
    /// It holds edits of this tab that are not saved.
    pub touched: bool,
    /// It has changes that are not in the storage.
    pub unwritten: bool,
}

/// What the list shows of an action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// The action's own name; empty for the default one.
    pub name: String,
    /// Its method and where it goes to.
    pub hint: String,
}

impl Entry {
    /// A new action.
    #[must_use]
    pub fn new(id: String, order: u64, saved: String) -> Self {
        let mut entry = Self {
            id,
            order,
            saved,
            edited: None,
            drafts: None,
            forked: false,
            label: Label::default(),
            elsewhere: false,
            seen: None,
            touched: false,
            unwritten: true,
        };
        entry.relabel();
        entry
    }

    /// Reads what the storage holds; none if it is no record of an action.
    #[must_use]
    pub fn read(id: &str, text: &str) -> Option<Self> {
        let json = Json::parse(text).ok()?;
        let mut entry = Self::from_record(id, &json)?;
        entry.seen = Some(text.to_owned());
        entry.unwritten = false;
        Some(entry)
    }

    /// Reads a record: as the storage holds it, or as a text for saving holds it.
    #[must_use]
    pub fn from_record(id: &str, json: &Json) -> Option<Self> {
        let object = |name: &str| match json.member(name) {
            Some(object @ Json::Object(_)) => Some(object.to_string()),
            _ => None,
        };
        let order = match json.member("order") {
            Some(Json::Number(digits)) => digits.parse().unwrap_or_default(),
            _ => 0,
        };
        let mut entry = Self::new(id.to_owned(), order, object("saved")?);
        entry.edited = object("edited");
        entry.drafts = object("drafts");
        entry.forked = json.member("forked") == Some(&Json::Bool(true));
        entry.elsewhere = entry.forked;
        entry.relabel();
        Some(entry)
    }

    /// The record, as the storage holds it.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = "{\"order\":".to_owned();
        text.push_str(&self.order.to_string());
        text.push_str(",\"forked\":");
        text.push_str(if self.forked { "true" } else { "false" });
        text.push_str(",\"saved\":");
        text.push_str(&self.saved);
        for (name, part) in [
            (",\"edited\":", &self.edited),
            (",\"drafts\":", &self.drafts),
        ] {
            if let Some(part) = part {
                text.push_str(name);
                text.push_str(part);
            }
        }
        text.push('}');
        text
    }

    /// The document as it is shown: with the edits, where there are some.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.edited.as_deref().unwrap_or(&self.saved)
    }

    /// Reads the label anew from the document.
    pub fn relabel(&mut self) {
        self.label = Json::parse(self.shown()).map_or_else(
            |_| Label::default(),
            |document| {
                let text = |name: &str| {
                    document
                        .member(name)
                        .and_then(Json::as_text)
                        .unwrap_or_default()
                };
                let method = document
                    .member("method")
                    .and_then(Json::as_text)
                    .unwrap_or("GET");
                Label::new(text("name"), method, text("url"))
            },
        );
    }
}

impl Label {
    /// The label of an action with that name, method and URL.
    #[must_use]
    pub fn new(name: &str, method: &str, url: &str) -> Self {
        let mut hint = method.to_owned();
        let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = after_scheme
            .split(['/', '?', '#'])
            .next()
            .unwrap_or_default();
        if !host.is_empty() {
            if !hint.is_empty() {
                hint.push(' ');
            }
            hint.extend(host.chars().take(80));
        }
        Self {
            name: name.trim().to_owned(),
            hint,
        }
    }
}

/// The document with one of its texts replaced; as it is where it is no object.
#[must_use]
pub fn with_text(document: &str, name: &str, text: &str) -> String {
    match Json::parse(document) {
        Ok(Json::Object(mut members)) => {
            members.retain(|(key, _)| key != name);
            members.push((name.to_owned(), Json::text(text)));
            Json::Object(members).to_string()
        }
        _ => document.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was_written() {
        let mut entry = Entry::new(
            "a".to_owned(),
            7,
            r#"{"name":"x","later":9007199254740993}"#.to_owned(),
        );
        entry.edited =
            Some(r#"{"name":"y","method":"POST","url":"https://h.example/p?q"}"#.to_owned());
        entry.drafts = Some(r#"{"text/plain":"t"}"#.to_owned());
        entry.relabel();
        let text = entry.to_text();
        entry.seen = Some(text.clone());
        entry.unwritten = false;
        assert_eq!(Entry::read("a", &text), Some(entry));
    }

    #[test]
    fn what_is_no_record_is_not_half_read() {
        for text in [
            "",
            "{not json",
            "[]",
            "42",
            "{}",
            r#"{"saved":null}"#,
            r#"{"saved":[]}"#,
        ] {
            assert_eq!(Entry::read("a", text), None, "{text}");
        }
    }

    #[test]
    fn a_wrong_document_is_kept_as_it_is() {
        let entry = Entry::read("a", r#"{"order":1,"saved":{"method":"BREW"}}"#);
        assert_eq!(
            entry.map(|entry| entry.saved),
            Some(r#"{"method":"BREW"}"#.to_owned())
        );
    }

    #[test]
    fn the_label_tells_method_and_host() {
        let hint = |url| Label::new("", "GET", url).hint;
        assert_eq!(
            hint("https://api.example.com:81/v1?x"),
            "GET api.example.com:81"
        );
        assert_eq!(hint("{{base}}/x"), "GET {{base}}");
        assert_eq!(hint(""), "GET");
    }

    #[test]
    fn a_text_is_replaced_and_the_rest_kept() {
        assert_eq!(
            with_text(r#"{"name":"a","n":1.0}"#, "name", "b"),
            r#"{"n":1.0,"name":"b"}"#
        );
    }
}
