//! The words for what was handed over and refused.

use http_action::document::{Expected, Refusal};
use http_action::json::{ParseError, SyntaxError};

use super::{Key, Locale};

/// What is wrong with a document, scope or profile: the path, and what was expected there.
#[must_use]
pub fn refusal_message(locale: &Locale, refusal: &Refusal) -> String {
    let expected = match refusal.expected {
        Expected::Json(ParseError::Syntax(SyntaxError { offset, .. })) => {
            return locale.with(Key::RefusedNoJson, &[("offset", &offset.to_string())]);
        }
        Expected::Json(ParseError::TooDeep) => return locale.text(Key::RefusedTooDeep),
        Expected::Version(version) => {
            return locale.with(Key::RefusedVersion, &[("version", &version.to_string())]);
        }
        Expected::OneOf(names) => locale.with(Key::ExpectedOneOf, &[("names", &names.join(", "))]),
        Expected::Object => locale.text(Key::ExpectedObject),
        Expected::List => locale.text(Key::ExpectedList),
        Expected::Text => locale.text(Key::ExpectedText),
        Expected::TextOrNull => locale.text(Key::ExpectedTextOrNull),
        Expected::Boolean => locale.text(Key::ExpectedBoolean),
        Expected::WholeNumber => locale.text(Key::ExpectedWholeNumber),
        Expected::Number => locale.text(Key::ExpectedNumber),
    };
    if refusal.path.is_empty() {
        locale.with(Key::RefusedWhole, &[("expected", &expected)])
    } else {
        locale.with(
            Key::RefusedAt,
            &[("path", &refusal.path), ("expected", &expected)],
        )
    }
}
