//! Which text can stand in a form body, and how other text is made to. The encoding is the URL standard's urlencoded
//! serializer.

use super::rows::bounds;
use crate::template::{Part, Template};
use crate::text_position::slice;

/// Whether `text` can be taken over as a form: it is empty, a single reference, or every row of it has a `=` and it is
/// written in the characters that forms are written in.
#[must_use]
pub fn reads_as_form(text: &str) -> bool {
    let template = Template::parse(text);
    if let [] | [Part::Reference(_)] = template.parts() {
        return true;
    }
    for part in template.parts() {
        let Part::Literal(range) = part else { continue };
        let literal = slice(text, range);
        if first_bad(literal).is_some() || literal.bytes().any(is_never_left) {
            return false;
        }
    }
    let bounds = bounds(text);
    bounds
        .iter()
        .all(|row| row.equals.is_some() || row.range.is_empty())
        && bounds.iter().any(|row| row.equals.is_some())
}

/// Whether no serializer of forms leaves this byte as it is. JSON and markup are full of them.
fn is_never_left(byte: u8) -> bool {
    matches!(
        byte,
        b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
    )
}

/// The first byte of `template`'s literal text that cannot stand in a form body: white space, a control character,
/// a character beyond ASCII, or a `%` without two hexadecimal digits.
pub(crate) fn first_unencoded(template: &Template<'_>) -> Option<usize> {
    template.parts().iter().find_map(|part| match part {
        Part::Literal(range) => {
            first_bad(slice(template.source(), range)).map(|at| range.start + at)
        }
        Part::Reference(_) => None,
    })
}

fn first_bad(literal: &str) -> Option<usize> {
    let bytes = literal.as_bytes();
    bytes.iter().enumerate().position(|(at, &byte)| match byte {
        b'%' => !is_escape(bytes, at),
        byte => !is_plain(byte),
    })
}

/// Whether the byte needs no encoding to stand in a form body: visible ASCII.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic()
}

fn is_escape(bytes: &[u8], at: usize) -> bool {
    let digit = |at| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    digit(at + 1) && digit(at + 2)
}

/// Encodes what cannot stand in a form body and leaves the rest, `&`, `=`
/// and references included, as it is.
#[must_use]
pub fn encode_literals(text: &str) -> String {
    map_literals(text, |literal, out| {
        let bytes = literal.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            let keep = if byte == b'%' {
                is_escape(bytes, at)
            } else {
                is_plain(byte)
            };
            push(out, byte, keep);
        }
    })
}

/// Encodes text that was typed decoded, references left as they are.
pub(super) fn encode(text: &str) -> String {
    map_literals(text, |literal, out| {
        for byte in literal.bytes() {
            let keep = byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_');
            push(out, byte, keep);
        }
    })
}

/// Encodes only what would break the row it stands in, in text that was typed encoded. A `%` is left alone: the digits
/// may be yet to come.
pub(super) fn encode_as_typed(text: &str, is_name: bool) -> String {
    map_literals(text, |literal, out| {
        for byte in literal.bytes() {
            push(
                out,
                byte,
                is_plain(byte) && byte != b'&' && !(is_name && byte == b'='),
            );
        }
    })
}

fn map_literals(text: &str, encode: impl Fn(&str, &mut String)) -> String {
    let template = Template::parse(text);
    let mut out = String::with_capacity(text.len());
    for part in template.parts() {
        match part {
            Part::Literal(range) => encode(slice(text, range), &mut out),
            Part::Reference(reference) => out.push_str(slice(text, &reference.range)),
        }
    }
    out
}

fn push(out: &mut String, byte: u8, keep: bool) {
    if keep {
        out.push(char::from(byte));
    } else if byte == b' ' {
        out.push('+');
    } else {
        out.push('%');
        for digit in [byte >> 4, byte & 15] {
            out.push(
                char::from_digit(u32::from(digit), 16)
                    .unwrap_or('0')
                    .to_ascii_uppercase(),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_form_when_it_reads_one() {
        let yes = [
            "",
            "a=",
            "a=1&b=2",
            "=b",
            "a=b=c",
            "a=%41&b=x+y",
            "{{body}}",
            "{{a}}={{b}}",
            "a={{k&=}}",
            "a=1&",
        ];
        let no = [
            "a",
            "{\"a\":1}",
            "{\"a\":\"b=c\"}",
            "a=b c",
            "a=\n",
            "a=é",
            "a=%4",
            "a&b=1",
            "<a href=x>",
            "{{a}}{{b}}",
            "hello",
            "&",
        ];
        for text in yes {
            assert!(reads_as_form(text), "{text:?}");
        }
        for text in no {
            assert!(!reads_as_form(text), "{text:?}");
        }
    }

    #[test]
    fn finds_what_cannot_stand_in_a_form() {
        let cases = [
            ("a=b&c=%20+{{x}}", None),
            ("a=b c", Some(3)),
            ("a=b\n", Some(3)),
            ("a=\u{7f}", Some(2)),
            ("{{x}}=é", Some(6)),
            ("a=%4", Some(2)),
            ("a=%zz", Some(2)),
            ("a=%{{x}}", Some(2)),
        ];
        for (text, expected) in cases {
            assert_eq!(
                first_unencoded(&Template::parse(text)),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn encodes_only_what_must_be() {
        let cases = [
            ("a=b c&d=é&e=100%", "a=b+c&d=%C3%A9&e=100%25"),
            ("a=%20+{{ x }}\n", "a=%20+{{ x }}%0A"),
            ("a=b", "a=b"),
        ];
        for (text, expected) in cases {
            assert_eq!(encode_literals(text), expected);
            assert_eq!(first_unencoded(&Template::parse(expected)), None);
        }
        assert_eq!(
            encode("a b&c=é~{{x y}}{{k}}"),
            "a+b%26c%3D%C3%A9%7E%7B%7Bx+y%7D%7D{{k}}"
        );
        assert_eq!(encode_as_typed("a b&=%4{{&}}", true), "a+b%26%3D%4{{&}}");
        assert_eq!(encode_as_typed("a=b", false), "a=b");
    }
}
