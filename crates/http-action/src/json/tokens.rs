//! The tokenizer: one pass over the text, no recursion, so no nesting is too deep for it.

use std::ops::Range;

/// What a token is. A string that names a member is a [`TokenKind::Key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of RFC 8259, section 2")]
pub enum TokenKind {
    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd,
    Colon,
    Comma,
    Key,
    String,
    Number,
    True,
    False,
    Null,
}

/// A token and the bytes of the text it stands in, quotes included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// Nothing but white space.
    Empty,
    /// The text ends inside a value.
    UnexpectedEnd,
    /// A character that cannot stand here.
    UnexpectedCharacter,
    /// A typographic quote (`“`, `”`, `„`, `‘`, `’`) where a `"` belongs.
    CurlyQuote,
    /// A comma before a closing bracket.
    TrailingComma,
    /// A control character (U+0000 to U+001F) inside a string.
    ControlCharacter,
    /// A `\` followed by something that is no escape.
    InvalidEscape,
    /// A number that is none, such as `01` or `1.`.
    InvalidNumber,
    /// Something after the end of the value.
    TextAfterEnd,
}

/// Where a text stops being JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong.
    pub kind: SyntaxErrorKind,
    /// The byte at which it is wrong.
    pub offset: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expect {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    Nothing,
}

/// The tokens of a text, in order. After an error there are no more.
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Open containers, `true` for an object.
    open: Vec<bool>,
    expect: Expect,
    after_comma: bool,
    over: bool,
}

/// Checks that a text is one JSON value.
///
/// # Errors
/// The first place at which it is not.
pub fn check(text: &str) -> Result<(), SyntaxError> {
    for token in Tokens::new(text) {
        token?;
    }
    Ok(())
}

impl<'a> Tokens<'a> {
    /// Starts at the beginning of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            expect: Expect::Value,
            after_comma: false,
            over: false,
        }
    }

    /// How many containers are open after the last token.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_white_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
    }

    fn error(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError {
            kind,
            offset: self.at,
        }
    }

    fn unexpected(&self) -> SyntaxError {
        let next = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        self.error(match next {
            None => SyntaxErrorKind::UnexpectedEnd,
            Some('“' | '”' | '„' | '‘' | '’' | '«' | '»') => {
                SyntaxErrorKind::CurlyQuote
            }
            Some('}' | ']') if self.after_comma => SyntaxErrorKind::TrailingComma,
            Some(_) => SyntaxErrorKind::UnexpectedCharacter,
        })
    }

    fn after_value(&mut self) {
        self.expect = if self.open.is_empty() {
            Expect::Nothing
        } else {
            Expect::CommaOrEnd
        };
    }

    fn token(&mut self) -> Result<Option<Token>, SyntaxError> {
        self.skip_white_space();
        let start = self.at;
        let Some(byte) = self.byte() else {
            return match self.expect {
                Expect::Nothing => Ok(None),
                Expect::Value if self.open.is_empty() => Err(self.error(SyntaxErrorKind::Empty)),
                _ => Err(self.error(SyntaxErrorKind::UnexpectedEnd)),
            };
        };
        let kind = match (self.expect, byte) {
            (Expect::Nothing, _) => return Err(self.error(SyntaxErrorKind::TextAfterEnd)),
            (Expect::Key | Expect::KeyOrEnd, b'"') => {
                self.string()?;
                self.expect = Expect::Colon;
                TokenKind::Key
            }
            (Expect::KeyOrEnd, b'}') => self.close(TokenKind::ObjectEnd),
            (Expect::CommaOrEnd, b'}') if self.open.last() == Some(&true) => {
                self.close(TokenKind::ObjectEnd)
            }
            (Expect::ValueOrEnd, b']') => self.close(TokenKind::ArrayEnd),
            (Expect::CommaOrEnd, b']') if self.open.last() == Some(&false) => {
                self.close(TokenKind::ArrayEnd)
            }
            (Expect::Colon, b':') => {
                self.at += 1;
                self.expect = Expect::Value;
                TokenKind::Colon
            }
            (Expect::CommaOrEnd, b',') => {
                self.at += 1;
                self.expect = if self.open.last() == Some(&true) {
                    Expect::Key
                } else {
                    Expect::Value
                };
                TokenKind::Comma
            }
            (Expect::Value | Expect::ValueOrEnd, _) => self.value(byte)?,
            _ => return Err(self.unexpected()),
        };
        self.after_comma = kind == TokenKind::Comma;
        Ok(Some(Token {
            kind,
            range: start..self.at,
        }))
    }

    fn close(&mut self, kind: TokenKind) -> TokenKind {
        self.at += 1;
        self.open.pop();
        self.after_value();
        kind
    }

    fn value(&mut self, byte: u8) -> Result<TokenKind, SyntaxError> {
        match byte {
            b'{' | b'[' => {
                self.at += 1;
                let object = byte == b'{';
                self.open.push(object);
                return Ok(if object {
                    self.expect = Expect::KeyOrEnd;
                    TokenKind::ObjectStart
                } else {
                    self.expect = Expect::ValueOrEnd;
                    TokenKind::ArrayStart
                });
            }
            _ => {}
        }
        let kind = match byte {
            b'"' => {
                self.string()?;
                TokenKind::String
            }
            b'-' | b'0'..=b'9' => {
                self.number()?;
                TokenKind::Number
            }
            b't' => self.word("true", TokenKind::True)?,
            b'f' => self.word("false", TokenKind::False)?,
            b'n' => self.word("null", TokenKind::Null)?,
            _ => return Err(self.unexpected()),
        };
        self.after_value();
        Ok(kind)
    }

    fn word(&mut self, word: &str, kind: TokenKind) -> Result<TokenKind, SyntaxError> {
        if self
            .text
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(word))
        {
            self.at += word.len();
            Ok(kind)
        } else {
            Err(self.error(SyntaxErrorKind::UnexpectedCharacter))
        }
    }

    fn string(&mut self) -> Result<(), SyntaxError> {
        self.at += 1;
        loop {
            match self.byte() {
                None => return Err(self.error(SyntaxErrorKind::UnexpectedEnd)),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => self.escape()?,
                Some(0..=0x1f) => return Err(self.error(SyntaxErrorKind::ControlCharacter)),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<(), SyntaxError> {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u')
                if bytes
                    .get(self.at + 2..self.at + 6)
                    .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) =>
            {
                self.at += 6;
                Ok(())
            }
            _ => Err(self.error(SyntaxErrorKind::InvalidEscape)),
        }
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at > start
    }

    fn number(&mut self) -> Result<(), SyntaxError> {
        let invalid = self.error(SyntaxErrorKind::InvalidNumber);
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
            if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(invalid);
            }
        } else if !self.digits() {
            return Err(invalid);
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            if !self.digits() {
                return Err(invalid);
            }
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            if !self.digits() {
                return Err(invalid);
            }
        }
        Ok(())
    }
}

impl Iterator for Tokens<'_> {
    type Item = Result<Token, SyntaxError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let next = self.token().transpose();
        self.over = !matches!(next, Some(Ok(_)));
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> Option<(SyntaxErrorKind, usize)> {
        check(text).err().map(|error| (error.kind, error.offset))
    }

    #[test]
    fn accepts_what_the_standard_accepts() {
        for text in [
            "null",
            " true ",
            "0",
            "-0",
            "1e5",
            "1.5E-3",
            "9007199254740993",
            r#""""#,
            r#""\u00e9\n\/""#,
            "[]",
            "{}",
            "[1,[2,{}]]",
            r#"{"a":1,"a":2}"#,
            "\r\n[\t]\n",
        ] {
            assert_eq!(refusal(text), None, "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        use SyntaxErrorKind::*;
        for (text, kind, offset) in [
            ("", Empty, 0),
            ("  ", Empty, 2),
            ("{", UnexpectedEnd, 1),
            (r#"{"a""#, UnexpectedEnd, 4),
            (r#""a"#, UnexpectedEnd, 2),
            ("[1,]", TrailingComma, 3),
            (r#"{"a":1,}"#, TrailingComma, 7),
            ("{a:1}", UnexpectedCharacter, 1),
            ("{“a”:1}", CurlyQuote, 1),
            ("[1 2]", UnexpectedCharacter, 3),
            ("[1}", UnexpectedCharacter, 2),
            ("01", InvalidNumber, 0),
            ("1.", InvalidNumber, 0),
            ("-", InvalidNumber, 0),
            ("1e", InvalidNumber, 0),
            ("\"a\nb\"", ControlCharacter, 2),
            (r#""\x""#, InvalidEscape, 1),
            (r#""\u12g4""#, InvalidEscape, 1),
            ("1 2", TextAfterEnd, 2),
            ("nul", UnexpectedCharacter, 0),
            ("{{x}}", UnexpectedCharacter, 1),
        ] {
            assert_eq!(refusal(text), Some((kind, offset)), "{text}");
        }
    }

    #[test]
    fn nesting_has_no_limit() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(check(&deep), Ok(()));
    }

    #[test]
    fn tokens_know_where_they_stand() {
        let text = r#"{"k" : [1, "s"]}"#;
        let seen: Vec<_> = Tokens::new(text)
            .map(|token| token.map(|token| (token.kind, &text[token.range])))
            .collect::<Result<_, _>>()
            .expect("JSON");
        use TokenKind::*;
        assert_eq!(
            seen,
            [
                (ObjectStart, "{"),
                (Key, "\"k\""),
                (Colon, ":"),
                (ArrayStart, "["),
                (Number, "1"),
                (Comma, ","),
                (String, "\"s\""),
                (ArrayEnd, "]"),
                (ObjectEnd, "}"),
            ]
        );
    }
}
