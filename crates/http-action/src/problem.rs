//! What is wrong with an action, or may be: every finding is one [`Problem`], data without a sentence in it.
//!
//! [`check`] looks at the whole action, at every keystroke; what the fields, the list of problems, Save and Send say all
//! comes from its one answer. Only findings in the document's own text block saving; what comes of a device's values
//! blocks a test at most. A finding that an unknown reference causes is not raised beside it: the rest of the text is
//! judged with something harmless in its place. A header row that is switched off raises nothing of its own.
//!
//! The wording is the interface's, in its languages. Parameters never hold a secret's value.

mod body;
mod check;
mod code;
mod conditions;
mod curly_quotes;
mod field_text;
mod finding;
mod headers;
mod options;
mod place;
#[cfg(test)]
mod tests;
mod url;

pub use check::{Check, check};
pub use code::{Blocks, Code, Severity};
pub use finding::{Fix, FixKind, Problem};
pub use place::Place;
pub(crate) use url::names_a_server;
pub use url::{ParsedUrl, UrlParser};
