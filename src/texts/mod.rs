//! What people read, in their language.
//!
//! A text has a [`Key`]; `en.txt` and `fr.txt` hold one line for each, in the same order, with parameters in braces and
//! the plural's form behind a `|`. The build makes [`Key`] from `en.txt` and stops where `fr.txt` lacks something. No
//! other module holds a sentence. A [`Locale`] belongs to one editor, never to the page around it.

mod key {
    include!(concat!(env!("OUT_DIR"), "/key.rs"));
}
mod locale;
mod problem;
mod refusal;

pub use key::Key;
pub use locale::Locale;
pub use problem::{fix_label, problem_json, problem_message};
pub use refusal::refusal_message;
