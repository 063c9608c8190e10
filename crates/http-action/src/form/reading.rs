//! Showing a part of a form as people read it.

use std::ops::Range;

use crate::template::{Part, Template};
use crate::text_position::slice;

/// The part decoded: `+` is a space, `%XX` a byte of UTF-8, references stay as they are. None where that would not
/// show it faithfully: bytes that are no UTF-8, a `%` that encodes nothing, control characters that a line of text
/// cannot hold, or text that would read as a reference and is none.
pub(super) fn decoded(part: &str) -> Option<String> {
    if !part
        .bytes()
        .any(|byte| matches!(byte, b'+' | b'%' | 0..=0x1f | 0x7f))
    {
        return Some(part.to_owned());
    }
    let template = Template::parse(part);
    let mut shown = String::with_capacity(part.len());
    let mut references: Vec<Range<usize>> = Vec::new();
    for piece in template.parts() {
        let text = slice(part, piece.range());
        match piece {
            Part::Literal(_) => shown.push_str(&decode_literal(text)?),
            Part::Reference(_) => {
                references.push(shown.len()..shown.len() + text.len());
                shown.push_str(text);
            }
        }
    }
    let again = Template::parse(&shown);
    let same = again
        .references()
        .map(|reference| &reference.range)
        .eq(references.iter());
    same.then_some(shown)
}

fn decode_literal(literal: &str) -> Option<String> {
    let mut bytes = literal.bytes();
    let mut decoded = Vec::with_capacity(literal.len());
    while let Some(byte) = bytes.next() {
        let byte = match byte {
            b'+' => b' ',
            b'%' => hex(bytes.next())? << 4 | hex(bytes.next())?,
            other => other,
        };
        if byte.is_ascii_control() {
            return None;
        }
        decoded.push(byte);
    }
    String::from_utf8(decoded).ok()
}

fn hex(digit: Option<u8>) -> Option<u8> {
    char::from(digit?)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn decodes_what_can_be_shown() {
        let cases = [
            ("a", Some("a")),
            ("a+b%20c", Some("a b c")),
            ("%C3%A9", Some("é")),
            ("é+", Some("é ")),
            ("{{a}}+{{b}}", Some("{{a}} {{b}}")),
            ("{{a+b}}+", Some("{{a+b}} ")),
            ("%C3", None),
            ("%FE%FF", None),
            ("%C3{{a}}%A9", None),
            ("100%", None),
            ("%{{a}}", None),
            ("%4{{a}}", None),
            ("a%0Ab", None),
            ("%7B%7Ba%7D%7D", None),
            ("%7B%7Ba+b%7D%7D", Some("{{a b}}")),
            ("%23%23{{a}}", None),
            ("%25", Some("%")),
        ];
        for (part, expected) in cases {
            assert_eq!(decoded(part).as_deref(), expected, "{part:?}");
        }
    }
}
