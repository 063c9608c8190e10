//! Why something handed over was refused. The words for it are the interface's.

use std::fmt;

use crate::json::ParseError;

/// Why something handed over was refused: where, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The path of the field, counting from 0: `headers[2].value`. Empty for the whole.
    pub path: String,
    /// What was expected.
    pub expected: Expected,
}

/// For developers: the path and what was expected.
impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() {
            "the whole"
        } else {
            &self.path
        };
        write!(formatter, "{path}: expected {:?}", self.expected)
    }
}

impl std::error::Error for Refusal {}

/// What was expected at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// JSON; the text is none, or is nested too deep.
    Json(ParseError),
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A text or null.
    TextOrNull,
    /// True or false.
    Boolean,
    /// A whole number, 0 or more.
    WholeNumber,
    /// A number, 0 or more.
    Number,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A version up to this one: the document is newer, or its version was never in use.
    Version(u32),
}
