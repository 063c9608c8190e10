//! A response's body as text to read.
//!
//! JSON is indented again token by token: no digit, escape, duplicate or order changes. Nothing is executed, fetched or
//! interpreted; markup is text.

use crate::json::{TokenKind, Tokens};
use crate::request::{EffectiveType, essence};
use crate::text_position::slice;

/// The level from which on no further indentation is added: a body of nothing but brackets would otherwise grow with
/// the square of its length.
const DEEPEST: usize = 64;

/// What a body is to be shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// There is none.
    Empty,
    /// JSON, indented.
    Json,
    /// Text as it came.
    Text,
    /// Markup, shown as text.
    Markup,
    /// Bytes that are no text.
    Binary,
}

/// A body to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseText {
    /// As what.
    pub shown: Shown,
    /// The text; empty for bytes.
    pub text: String,
    /// The body's length in bytes.
    pub bytes: usize,
    /// Some bytes are not UTF-8: each is shown as U+FFFD.
    pub invalid_utf8: bool,
    /// The response says that it is JSON and is not.
    pub falsely_json: bool,
}

impl ResponseText {
    /// Reads a body. `content_type` is the response's, if it has one that can be read.
    #[must_use]
    pub fn read(content_type: Option<&str>, body: &[u8]) -> Self {
        let mut read = Self {
            shown: Shown::Empty,
            text: String::new(),
            bytes: body.len(),
            invalid_utf8: false,
            falsely_json: false,
        };
        let declared = content_type.unwrap_or("");
        let says_json = EffectiveType::of(declared) == EffectiveType::Json;
        if body.is_empty() {
            return read;
        }
        let text = String::from_utf8_lossy(body);
        read.invalid_utf8 = std::str::from_utf8(body).is_err();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        if is_binary(declared, body, read.invalid_utf8) {
            read.shown = Shown::Binary;
            read.falsely_json = says_json;
            return read;
        }
        let may_be_json =
            says_json || (!is_markup(declared) && text.trim_start().starts_with(['{', '[']));
        match may_be_json.then(|| indented(text)).flatten() {
            Some(json) => {
                read.shown = Shown::Json;
                read.text = json;
            }
            None => {
                read.shown = if is_markup(declared) {
                    Shown::Markup
                } else {
                    Shown::Text
                };
                read.falsely_json = says_json;
                text.clone_into(&mut read.text);
            }
        }
        read
    }
}

fn is_markup(content_type: &str) -> bool {
    let essence = essence(content_type).to_ascii_lowercase();
    essence.ends_with("html") || essence.ends_with("xml")
}

/// Whether these bytes are no text: they are not UTF-8, and either say so themselves or hold a NUL.
fn is_binary(content_type: &str, body: &[u8], invalid_utf8: bool) -> bool {
    let kind = essence(content_type).split('/').next().unwrap_or("");
    let says_binary = ["image", "audio", "video", "font"]
        .iter()
        .any(|known| kind.eq_ignore_ascii_case(known))
        || essence(content_type).eq_ignore_ascii_case("application/octet-stream");
    let has_nul = body.contains(&0);
    (invalid_utf8 && (says_binary || has_nul)) || (says_binary && has_nul)
}

/// A JSON text indented by two spaces a level, its tokens untouched; none where it is not JSON.
#[must_use]
pub fn indented(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut depth = 0;
    let mut is_fresh = false;
    for token in Tokens::new(text) {
        let token = token.ok()?;
        let closes = matches!(token.kind, TokenKind::ObjectEnd | TokenKind::ArrayEnd);
        if closes {
            depth -= 1;
        }
        // The first thing in a bracket and every closing one begin a line, unless the bracket is empty.
        if is_fresh != closes {
            break_line(&mut out, depth);
        }
        is_fresh = false;
        out.push_str(slice(text, &token.range));
        match token.kind {
            TokenKind::ObjectStart | TokenKind::ArrayStart => {
                depth += 1;
                is_fresh = true;
            }
            TokenKind::Comma => break_line(&mut out, depth),
            TokenKind::Colon => out.push(' '),
            _ => {}
        }
    }
    Some(out)
}

fn break_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth.min(DEEPEST) {
        out.push_str("  ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indents_and_changes_nothing_else() {
        let cases = [
            ("1", "1"),
            ("[]", "[]"),
            ("{ }", "{}"),
            ("[1,[],{}]", "[\n  1,\n  [],\n  {}\n]"),
            (
                r#"{"b":9007199254740993,"a":"\u00e9","b":1.0e+2,"c":[true,null]}"#,
                "{\n  \"b\": 9007199254740993,\n  \"a\": \"\\u00e9\",\n  \"b\": 1.0e+2,\n  \"c\": [\n    true,\n    null\n  ]\n}",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(indented(text).as_deref(), Some(expected));
            assert_eq!(
                indented(expected).as_deref(),
                Some(expected),
                "a second time"
            );
        }
        assert_eq!(indented("{"), None);
    }

    type Case = (
        Option<&'static str>,
        &'static [u8],
        Shown,
        &'static str,
        bool,
        bool,
    );

    #[test]
    fn every_body_is_shown_as_what_it_is() {
        let json = Some("application/json");
        let cases: [Case; 15] = [
            (json, b"", Shown::Empty, "", false, false),
            (
                json,
                b"{\"a\":1}",
                Shown::Json,
                "{\n  \"a\": 1\n}",
                false,
                false,
            ),
            (
                Some("application/problem+json; charset=utf-8"),
                b"[]",
                Shown::Json,
                "[]",
                false,
                false,
            ),
            (json, b"<html>", Shown::Text, "<html>", false, true),
            (json, b"\xff\x00", Shown::Binary, "", true, true),
            (None, b"{}", Shown::Json, "{}", false, false),
            (None, b"{}}", Shown::Text, "{}}", false, false),
            (
                Some("text/plain"),
                b" [1]",
                Shown::Json,
                "[\n  1\n]",
                false,
                false,
            ),
            (Some("text/plain"), b"12", Shown::Text, "12", false, false),
            (
                Some("text/html"),
                b"<p>",
                Shown::Markup,
                "<p>",
                false,
                false,
            ),
            (
                Some("image/svg+xml"),
                b"<svg/>",
                Shown::Markup,
                "<svg/>",
                false,
                false,
            ),
            (
                Some("image/png"),
                b"\x89PNG\x00",
                Shown::Binary,
                "",
                true,
                false,
            ),
            (
                Some("text/plain"),
                b"caf\xe9",
                Shown::Text,
                "caf\u{fffd}",
                true,
                false,
            ),
            (
                Some("application/octet-stream"),
                b"plain",
                Shown::Text,
                "plain",
                false,
                false,
            ),
            (
                Some("text/plain"),
                b"\xef\xbb\xbf{}",
                Shown::Json,
                "{}",
                false,
                false,
            ),
        ];
        for (content_type, body, shown, text, invalid_utf8, falsely_json) in cases {
            let bytes = body.len();
            let expected = ResponseText {
                shown,
                text: text.to_owned(),
                bytes,
                invalid_utf8,
                falsely_json,
            };
            assert_eq!(ResponseText::read(content_type, body), expected);
        }
    }
}
