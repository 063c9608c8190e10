//! The tree: what a JSON text holds, in the order in which it holds it.

use super::tokens::{SyntaxError, TokenKind, Tokens};

/// How deep a tree may be nested. A document nested deeper is refused, because the tree's own code recurses.
pub const MAX_DEPTH: usize = 128;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A string, unescaped. A lone surrogate, which no Rust string can hold, has become U+FFFD.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object: its members in their order, duplicates included.
    Object(Vec<(String, Json)>),
}

/// Why a text was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    /// It is not JSON.
    Syntax(SyntaxError),
    /// It is nested deeper than [`MAX_DEPTH`].
    TooDeep,
}

impl From<SyntaxError> for ParseError {
    fn from(error: SyntaxError) -> Self {
        Self::Syntax(error)
    }
}

enum Open {
    Array(Vec<Json>),
    Object(Vec<(String, Json)>, String),
}

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    /// The text is not JSON, or is nested too deep.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let mut open: Vec<Open> = Vec::new();
        let mut whole = None;
        for token in Tokens::new(text) {
            let token = token?;
            let source = text.get(token.range).unwrap_or_default();
            let value = match token.kind {
                TokenKind::Colon | TokenKind::Comma => continue,
                TokenKind::Key => {
                    if let Some(Open::Object(_, key)) = open.last_mut() {
                        *key = decode_string(source);
                    }
                    continue;
                }
                TokenKind::ObjectStart | TokenKind::ArrayStart => {
                    if open.len() == MAX_DEPTH {
                        return Err(ParseError::TooDeep);
                    }
                    open.push(if token.kind == TokenKind::ArrayStart {
                        Open::Array(Vec::new())
                    } else {
                        Open::Object(Vec::new(), String::new())
                    });
                    continue;
                }
                TokenKind::ObjectEnd | TokenKind::ArrayEnd => match open.pop() {
                    Some(Open::Array(items)) => Self::Array(items),
                    Some(Open::Object(members, _)) => Self::Object(members),
                    None => continue,
                },
                TokenKind::String => Self::String(decode_string(source)),
                TokenKind::Number => Self::Number(source.to_owned()),
                TokenKind::True => Self::Bool(true),
                TokenKind::False => Self::Bool(false),
                TokenKind::Null => Self::Null,
            };
            match open.last_mut() {
                Some(Open::Array(items)) => items.push(value),
                Some(Open::Object(members, key)) => members.push((std::mem::take(key), value)),
                None => whole = Some(value),
            }
        }
        Ok(whole.unwrap_or(Self::Null))
    }

    /// A string value.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::String(text.to_owned())
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: u64) -> Self {
        Self::Number(number.to_string())
    }

    /// A string, or `null` for none.
    #[must_use]
    pub fn text_or_null(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::text)
    }

    /// The last member of that name, as every common reader takes it; none if this is no object.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members
                .iter()
                .rev()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}

/// The text that a JSON string literal stands for. Give it the literal with its quotes, as a token names it.
#[must_use]
pub fn decode_string(literal: &str) -> String {
    let inner = literal.strip_prefix('"').unwrap_or(literal);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        text.push_str(rest.get(..at).unwrap_or_default());
        let escape = rest.get(at + 1..).unwrap_or_default();
        let mut used = 1;
        match escape.as_bytes().first() {
            Some(b'b') => text.push('\u{8}'),
            Some(b'f') => text.push('\u{c}'),
            Some(b'n') => text.push('\n'),
            Some(b'r') => text.push('\r'),
            Some(b't') => text.push('\t'),
            Some(b'u') => {
                let high = unit(escape);
                let low = escape
                    .get(5..)
                    .and_then(|next| next.strip_prefix('\\'))
                    .and_then(unit);
                let (decoded, length) = decode_units(high, low);
                text.push(decoded);
                used = length;
            }
            Some(other) => text.push(char::from(*other)),
            None => {}
        }
        rest = escape.get(used..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// The code unit of `uXXXX`.
fn unit(escape: &str) -> Option<u16> {
    let digits = escape.strip_prefix('u')?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

/// One character of one or two code units, and how many bytes after the backslash it took.
fn decode_units(high: Option<u16>, low: Option<u16>) -> (char, usize) {
    let Some(high) = high else {
        return (char::REPLACEMENT_CHARACTER, 1);
    };
    if let Some(Ok(single)) = char::decode_utf16([high]).next() {
        return (single, 5);
    }
    match low.map(|low| char::decode_utf16([high, low]).next()) {
        Some(Some(Ok(pair))) => (pair, 11),
        _ => (char::REPLACEMENT_CHARACTER, 5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_digits_order_and_duplicates() {
        let text = r#"{"b":9007199254740993,"a":1.10,"b":[true,null,"x"]}"#;
        assert_eq!(
            Json::parse(text).map(|json| json.to_string()),
            Ok(text.to_owned())
        );
    }

    #[test]
    fn the_last_of_two_members_counts() {
        let json = Json::parse(r#"{"a":1,"a":2}"#).expect("JSON");
        assert_eq!(json.member("a"), Some(&Json::whole(2)));
    }

    #[test]
    fn decodes_every_escape() {
        assert_eq!(
            decode_string(r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud800x""#),
            "\"\\/\u{8}\u{c}\n\r\té😀\u{fffd}x"
        );
    }

    #[test]
    fn refuses_what_is_nested_too_deep() {
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Json::parse(&deep(MAX_DEPTH)).is_ok());
        assert_eq!(Json::parse(&deep(MAX_DEPTH + 1)), Err(ParseError::TooDeep));
    }
}
