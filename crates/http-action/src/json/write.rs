//! Writing a tree: on one line, or indented for people.

use std::fmt;

use super::Json;

/// A string as a JSON literal: `"`, `\` and the control characters are escaped, nothing else.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    push_quoted(&mut literal, text);
    literal
}

fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' => {
                out.push_str(if character < '\u{10}' {
                    "\\u000"
                } else {
                    "\\u001"
                });
                out.push(char::from_digit(u32::from(character) % 16, 16).unwrap_or('0'));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

impl Json {
    /// The value indented by two spaces a level, with a newline at its end: how a file is written.
    #[must_use]
    pub fn to_pretty(&self) -> String {
        let mut out = String::new();
        self.push(&mut out, Some(0));
        out.push('\n');
        out
    }

    fn push(&self, out: &mut String, indent: Option<usize>) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(digits) => out.push_str(digits),
            Self::String(text) => push_quoted(out, text),
            Self::Array(items) => {
                let inner = open(out, '[', items.is_empty(), indent);
                for (index, item) in items.iter().enumerate() {
                    separate(out, index, inner);
                    item.push(out, inner);
                }
                close(out, ']', items.is_empty(), indent);
            }
            Self::Object(members) => {
                let inner = open(out, '{', members.is_empty(), indent);
                for (index, (key, value)) in members.iter().enumerate() {
                    separate(out, index, inner);
                    push_quoted(out, key);
                    out.push_str(if inner.is_some() { ": " } else { ":" });
                    value.push(out, inner);
                }
                close(out, '}', members.is_empty(), indent);
            }
        }
    }
}

fn open(out: &mut String, bracket: char, empty: bool, indent: Option<usize>) -> Option<usize> {
    out.push(bracket);
    indent.filter(|_| !empty).map(|level| level + 1)
}

fn separate(out: &mut String, index: usize, indent: Option<usize>) {
    if index > 0 {
        out.push(',');
    }
    if let Some(level) = indent {
        new_line(out, level);
    }
}

fn close(out: &mut String, bracket: char, empty: bool, indent: Option<usize>) {
    if let Some(level) = indent.filter(|_| !empty) {
        new_line(out, level);
    }
    out.push(bracket);
}

fn new_line(out: &mut String, level: usize) {
    out.push('\n');
    for _ in 0..level {
        out.push_str("  ");
    }
}

/// On one line, without white space.
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.push(&mut out, None);
        formatter.write_str(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indents_for_people() {
        let json = Json::parse(r#"{"a":[1,{}],"b":[]}"#).expect("JSON");
        assert_eq!(
            json.to_pretty(),
            "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}\n"
        );
    }

    #[test]
    fn quotes_only_what_must_be_quoted() {
        assert_eq!(quote("é\"\\\n\u{1}\u{1f}/"), r#""é\"\\\n\u0001\u001f/""#);
    }
}
