//! A text as a browser's field can show it, and what is typed there as an edit of the text itself.
//!
//! An `<input>` drops line breaks and a `<textarea>` turns CR LF into LF: a document that holds them would change by
//! being looked at. So a one-line field shows `␊` and `␍` in their place, a field of many lines shows LF, and what is
//! typed is carried over to the text as it is: only what was typed changes.

use std::borrow::Cow;

use super::splice::Splice;

/// How many lines a field can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// One: line breaks are shown as signs.
    One,
    /// Many: line breaks are shown as LF.
    Many,
}

impl Lines {
    /// The text as a field of so many lines shows it.
    #[must_use]
    pub fn shown(self, text: &str) -> Cow<'_, str> {
        let plain = match self {
            Self::One => !text.contains(['\n', '\r']),
            Self::Many => !text.contains('\r'),
        };
        if plain {
            return Cow::Borrowed(text);
        }
        Cow::Owned(match self {
            Self::One => text.replace('\n', "␊").replace('\r', "␍"),
            Self::Many => text.replace("\r\n", "\n").replace('\r', "\n"),
        })
    }

    /// The edit of `text` that makes a field which showed it show `shown`.
    #[must_use]
    pub fn splice(self, text: &str, shown: &str) -> Splice {
        let before = self.shown(text);
        let splice = Splice::between(&before, shown);
        match before {
            Cow::Borrowed(_) => splice,
            Cow::Owned(_) => Splice::new(
                self.offset(text, splice.range.start)..self.offset(text, splice.range.end),
                splice.text,
            ),
        }
    }

    /// The offset in `text` of an offset in what is shown, both in bytes.
    #[must_use]
    pub fn offset(self, text: &str, shown_offset: usize) -> usize {
        let mut shown = 0;
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            if shown >= shown_offset {
                return at;
            }
            shown += match (self, character) {
                (Self::One, '\n' | '\r') => '␊'.len_utf8(),
                (Self::Many, '\r') if matches!(characters.peek(), Some((_, '\n'))) => 0,
                _ => character.len_utf8(),
            };
        }
        text.len()
    }

    /// The offset in what is shown of an offset in `text`, both in bytes.
    #[must_use]
    pub fn shown_offset(self, text: &str, offset: usize) -> usize {
        self.shown(text.get(..offset).unwrap_or(text)).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(lines: Lines, text: &str, shown: &str) -> String {
        let mut changed = text.to_owned();
        lines.splice(text, shown).apply(&mut changed);
        changed
    }

    #[test]
    fn what_cannot_be_shown_survives_typing_beside_it() {
        assert_eq!(Lines::One.shown("a\r\nb"), "a␍␊b");
        assert_eq!(typed(Lines::One, "a\r\nb", "a␍␊bc"), "a\r\nbc");
        assert_eq!(typed(Lines::One, "a\r\nb", "a␊b"), "a\nb");
        assert_eq!(typed(Lines::One, "a\nb", "ab"), "ab");
        assert_eq!(Lines::Many.shown("a\r\nb\r\n"), "a\nb\n");
        assert_eq!(typed(Lines::Many, "a\r\nb\r\n", "a\nbx\n"), "a\r\nbx\r\n");
        assert_eq!(typed(Lines::Many, "a\r\nb", "ab"), "ab");
        assert_eq!(typed(Lines::Many, "é", "éx"), "éx");
    }
}
