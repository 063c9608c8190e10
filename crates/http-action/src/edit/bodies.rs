//! A body draft for each content type.
//!
//! The document has one body. While it is being edited each content type keeps its own: going to another type and back
//! restores every byte. The first visit to a type takes the present text over, into a form only if it reads as one.

use crate::document::ContentType;
use crate::form;

/// The bodies of the content types that are not chosen at present.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bodies {
    json: Option<String>,
    text: Option<String>,
    form: Option<String>,
    /// The type whose text a form did not take over, and which it offers to take.
    offered: Option<ContentType>,
}

impl Bodies {
    /// The draft of a type that was visited and left.
    #[must_use]
    pub fn draft(&self, content_type: ContentType) -> Option<&str> {
        match content_type {
            ContentType::Json => self.json.as_deref(),
            ContentType::Text => self.text.as_deref(),
            ContentType::Form => self.form.as_deref(),
        }
    }

    /// Keeps `body` as the draft of a type, as it was stored.
    pub fn keep(&mut self, content_type: ContentType, body: String) {
        let draft = match content_type {
            ContentType::Json => &mut self.json,
            ContentType::Text => &mut self.text,
            ContentType::Form => &mut self.form,
        };
        *draft = Some(body);
    }

    /// Goes from one type, whose text is `body`, to another, and hands back that one's text.
    pub(super) fn switch(&mut self, from: ContentType, body: &str, to: ContentType) -> String {
        self.keep(from, body.to_owned());
        self.offered = None;
        if let Some(draft) = self.draft(to) {
            return draft.to_owned();
        }
        if to == ContentType::Form && !form::reads_as_form(body) {
            self.offered = Some(from);
            return String::new();
        }
        body.to_owned()
    }

    /// The text that an empty form offers to take over.
    #[must_use]
    pub fn offered(&self) -> Option<&str> {
        self.offered
            .and_then(|from| self.draft(from))
            .filter(|text| !text.is_empty())
    }
}
