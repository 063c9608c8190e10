//! Places in a text: the browser counts UTF-16 units, Rust counts bytes, people count lines and columns.
//!
//! This is the one place that converts between them. Every result is a place between two characters: a number that
//! points past the end or into the middle of a character is moved to the nearest such place before it.

use std::ops::Range;

/// How many bytes are looked at together while they are plain ASCII, where one byte is one unit.
const BLOCK: usize = 64;

/// The byte at which the `units`-th UTF-16 unit of `text` begins.
///
/// A count past the end gives the text's length, one in the middle of a surrogate pair the pair's start.
#[must_use]
pub fn byte_of_utf16(text: &str, units: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut left = units;
    while at < bytes.len() {
        let end = bytes.len().min(at + BLOCK);
        let block = bytes.get(at..end).unwrap_or_default();
        if block.is_ascii() {
            let step = block.len().min(left);
            at += step;
            left -= step;
            if left == 0 {
                return at;
            }
            continue;
        }
        while at < end {
            let (width, unit_count) = match bytes.get(at) {
                Some(0x00..=0x7f) => (1, 1),
                Some(0x80..=0xdf) => (2, 1),
                Some(0xe0..=0xef) => (3, 1),
                _ => (4, 2),
            };
            if left < unit_count {
                return at;
            }
            left -= unit_count;
            at += width;
        }
    }
    bytes.len()
}

/// The number of UTF-16 units of `text` before the byte `byte`.
#[must_use]
pub fn utf16_of_byte(text: &str, byte: usize) -> usize {
    let end = text.floor_char_boundary(byte);
    let mut units = 0;
    for &byte in text.as_bytes().get(..end).unwrap_or_default() {
        // Every character begins with one byte that is no continuation; one beyond U+FFFF takes two units.
        units += usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0);
    }
    units
}

/// A place as people name it; both numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// The line, ended by a line feed.
    pub line: usize,
    /// The column in characters.
    pub column: usize,
}

/// The line and column of the byte `byte` of `text`.
#[must_use]
pub fn line_column(text: &str, byte: usize) -> LineColumn {
    let before = text.get(..text.floor_char_boundary(byte)).unwrap_or("");
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).unwrap_or("").chars().count() + 1;
    LineColumn { line, column }
}

/// The part of `text` that `range` names; empty if it is no range of that text.
#[must_use]
pub fn slice<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_between_units_and_bytes() {
        // (text, units, byte)
        let cases = [
            ("", 0, 0),
            ("abc", 2, 2),
            ("é=1", 1, 2),
            ("€=1", 1, 3),
            ("😀=1", 2, 4),
            ("a😀b", 3, 5),
            ("a😀b", 4, 6),
        ];
        for (text, units, byte) in cases {
            assert_eq!(byte_of_utf16(text, units), byte, "{text:?}");
            assert_eq!(utf16_of_byte(text, byte), units, "{text:?}");
        }
    }

    #[test]
    fn moves_an_impossible_place_back() {
        assert_eq!(byte_of_utf16("a😀b", 2), 1);
        assert_eq!(byte_of_utf16("ab", 9), 2);
        assert_eq!(utf16_of_byte("a😀b", 3), 1);
        assert_eq!(utf16_of_byte("ab", 9), 2);
    }

    #[test]
    fn crosses_blocks() {
        let text = format!(
            "{}é{}😀{}",
            "x".repeat(100),
            "y".repeat(70),
            "z".repeat(200)
        );
        let units: Vec<u16> = text.encode_utf16().collect();
        for (byte, _) in text.char_indices() {
            let before = utf16_of_byte(&text, byte);
            assert_eq!(byte_of_utf16(&text, before), byte);
        }
        assert_eq!(utf16_of_byte(&text, text.len()), units.len());
    }

    #[test]
    fn names_line_and_column() {
        let cases = [
            ("", 0, 1, 1),
            ("abc", 2, 1, 3),
            ("a\nbé\nc", 5, 2, 3),
            ("a\n", 2, 2, 1),
            ("é", 1, 1, 1),
        ];
        for (text, byte, line, column) in cases {
            assert_eq!(
                line_column(text, byte),
                LineColumn { line, column },
                "{text:?}"
            );
        }
    }
}
