//! Secrets in what comes back: a response that echoes the request, a message of whoever sent it.

use std::ops::Range;

use crate::json;
use crate::order::sorted;
use crate::request::Request;
use crate::secret::MASK;
use crate::text_position::slice;

/// The shortest secret that is looked for, in characters. A shorter one would turn up everywhere by chance.
pub const SHORTEST: usize = 6;

/// The text with a mask wherever a secret stands that went out with the request, in the form in which it went out or
/// as it stands in a JSON string. Secrets shorter than [`SHORTEST`] cannot be recognised.
#[must_use]
pub fn mask_secrets(text: &str, request: &Request) -> String {
    let mut found: Vec<Range<usize>> = Vec::new();
    for form in forms(request) {
        let step = form.chars().next().map_or(1, char::len_utf8);
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(&form)) {
            found.push(from + at..from + at + form.len());
            // Not behind the match: a secret may overlap itself.
            from += at + step;
        }
    }
    if found.is_empty() {
        return text.to_owned();
    }
    let found = sorted(found, |left, right| left.start.cmp(&right.start));
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for range in found {
        if range.start >= end {
            masked.push_str(slice(text, &(end..range.start)));
            masked.push_str(MASK);
        }
        end = end.max(range.end);
    }
    masked.push_str(slice(text, &(end..text.len())));
    masked
}

/// The forms in which the request's secrets may come back, each once.
fn forms(request: &Request) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for rendered in request.texts() {
        for inserted in rendered.inserted.iter().filter(|inserted| inserted.secret) {
            let secret = slice(&rendered.text, &inserted.range);
            if secret.chars().count() < SHORTEST {
                continue;
            }
            let quoted = json::quote(secret);
            let in_json = slice(&quoted, &(1..quoted.len() - 1));
            for form in [secret, in_json] {
                if !forms.iter().any(|known| known == form) {
                    forms.push(form.to_owned());
                }
            }
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Method;
    use crate::render::{Encoding, Inserted, Rendered};

    fn request(secrets: &[&str]) -> Request {
        let secret = |text: &&str| Rendered {
            text: (*text).to_owned(),
            inserted: vec![Inserted {
                range: 0..text.len(),
                source: 0..5,
                name: "s".to_owned(),
                encoding: Encoding::Verbatim,
                secret: true,
            }],
        };
        Request {
            method: Method::Get,
            url: Rendered::plain("https://a/public"),
            headers: Vec::new(),
            body: None,
        }
        .with_headers(secrets.iter().map(secret))
    }

    impl Request {
        fn with_headers(mut self, values: impl Iterator<Item = Rendered>) -> Self {
            self.headers = values
                .map(|value| crate::request::RequestHeader {
                    name: Rendered::plain("X"),
                    value,
                    origin: crate::request::HeaderOrigin::You,
                })
                .collect();
            self
        }
    }

    #[test]
    fn masks_every_form_and_every_place() {
        let cases: [(&[&str], &str, String); 8] = [
            (&[], "https://a/public", "https://a/public".to_owned()),
            (
                &["hunter2"],
                "a hunter2 b hunter2",
                format!("a {MASK} b {MASK}"),
            ),
            (&["short"], "short", "short".to_owned()),
            (&["é2345"], "é2345", "é2345".to_owned()),
            (&["é23456"], "é23456", MASK.to_owned()),
            (
                &["ab\"cd\\e"],
                r#"{"x": "ab\"cd\\e"}"#,
                format!(r#"{{"x": "{MASK}"}}"#),
            ),
            (&["abcdef", "defghi"], "abcdefghi", MASK.to_owned()),
            (&["aaaaaa"], "aaaaaaaa!", format!("{MASK}!")),
        ];
        for (secrets, text, expected) in cases {
            assert_eq!(mask_secrets(text, &request(secrets)), expected);
        }
    }
}
