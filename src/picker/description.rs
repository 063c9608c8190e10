//! What an option says of an entry.

use http_action::scope::Value;
use http_action::secret::MASK;
use http_action::template::reference_text;

use crate::texts::{Key, Locale};

/// A longer value is cut in the middle.
const LONGEST: usize = 40;
/// How many characters stay at the end of a value that is cut.
const TAIL: usize = 12;
/// The most characters of a value that are shown on hover.
const LONGEST_WHOLE: usize = 1_000;

/// An entry as a person is told of it.
pub(super) struct Description {
    /// What it is called.
    pub label: String,
    /// What is inserted.
    pub reference: String,
    /// The value for the sample device, as it is shown.
    pub value: String,
    /// The value in words, for those who hear it.
    pub heard: String,
    /// The whole value, where it is shown cut.
    pub whole: Option<String>,
    /// Whether it is a value; else a word stands in its place.
    pub has_value: bool,
}

/// Describes an entry.
pub(super) fn describe(
    locale: &Locale,
    label: &str,
    name: &str,
    secret: bool,
    value: Value<'_>,
) -> Description {
    let reference = reference_text(name);
    let (value, heard, whole, has_value) = match value {
        Value::Missing | Value::Unknown => worded(locale, Key::PickerNoValue),
        // Of two entries with one name either may be the secret one.
        Value::Text {
            secret: of_value, ..
        } if secret || of_value => (MASK.to_owned(), locale.text(Key::PickerSecret), None, true),
        Value::Text { text: "", .. } => worded(locale, Key::PickerEmptyValue),
        Value::Text { text, .. } => {
            let shown = cut(text);
            let whole = (shown != text).then(|| text.chars().take(LONGEST_WHOLE).collect());
            (shown.clone(), shown, whole, true)
        }
    };
    Description {
        label: label.to_owned(),
        reference,
        value,
        heard,
        whole,
        has_value,
    }
}

fn worded(locale: &Locale, key: Key) -> (String, String, Option<String>, bool) {
    let text = locale.text(key);
    (text.clone(), text, None, false)
}

/// A value short enough for a row, cut in the middle where it is longer.
fn cut(text: &str) -> String {
    // A value can be megabytes long: neither end is looked at further than needed.
    if text.chars().nth(LONGEST).is_none() {
        return text.to_owned();
    }
    let mut shown: String = text.chars().take(LONGEST - TAIL - 1).collect();
    shown.push('…');
    let tail = text
        .char_indices()
        .rev()
        .nth(TAIL - 1)
        .map_or(0, |(at, _)| at);
    shown.push_str(text.get(tail..).unwrap_or_default());
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(secret: bool, value: Value<'_>) -> (String, Option<String>) {
        let english = Locale::new("en", include_str!("../texts/en.txt"));
        let told = describe(&english, "Label", "name", secret, value);
        assert_eq!(
            (told.label.as_str(), told.reference.as_str()),
            ("Label", "{{name}}")
        );
        for said in [&told.value, &told.heard] {
            assert!(!said.contains("hunter2"), "{said}");
        }
        (told.value, told.whole)
    }

    #[test]
    fn a_secret_is_nowhere() {
        let secret = Value::Text {
            text: "hunter2",
            secret: true,
        };
        assert_eq!(told(true, secret), (MASK.to_owned(), None));
    }

    #[test]
    fn nothing_and_empty_are_different_words() {
        let empty = Value::Text {
            text: "",
            secret: false,
        };
        assert_eq!(told(false, empty).0, "empty");
        assert_eq!(told(false, Value::Missing).0, "no value");
    }

    #[test]
    fn a_long_value_is_cut_in_the_middle() {
        let long = ["é".repeat(50), "0123456789".to_owned()].concat();
        let (value, whole) = told(
            false,
            Value::Text {
                text: &long,
                secret: false,
            },
        );
        assert_eq!(value.chars().count(), LONGEST);
        assert!(
            value.starts_with('é') && value.ends_with("éé0123456789"),
            "{value}"
        );
        assert_eq!(whole, Some(long));
    }
}
