//! What the runner can do. The editor offers nothing that the runner would ignore.
//!
//! A host names a profile or hands over an object that says only in what it differs from [`Profile::full`].

use crate::document::{Expected, Operator, Reader, Refusal};
use crate::json::Json;

/// The names by which a host can ask for a profile.
const NAMES: &[&str] = &["level", "full"];

/// How a value takes its place in the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insertion {
    /// Untouched, whatever it does to the text around it.
    Verbatim,
    /// As data of the place it stands in.
    Contextual,
}

impl Insertion {
    const NAMES: &'static [&'static str] = &["verbatim", "contextual"];

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "verbatim" => Some(Self::Verbatim),
            "contextual" => Some(Self::Contextual),
            _ => None,
        }
    }
}

/// What the runner can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// How it inserts values.
    pub insertion: Insertion,
    /// The operators that its conditions know, in the order in which they are offered.
    pub operators: Vec<Operator>,
    /// Whether it leaves out header rows that are switched off.
    pub header_switch: bool,
    /// The most retries it makes; `None` means that no limit is known.
    pub max_retries: Option<u32>,
    /// How long it waits before a retry, in milliseconds; `None` means that it is not known.
    pub retry_delay_ms: Option<u32>,
    /// Whether it waits as long as a `Retry-After` header says.
    pub respect_retry_after: bool,
    /// Whether the editor may ask for new variables.
    pub create_variables: bool,
}

impl Default for Profile {
    fn default() -> Self {
        Self::full()
    }
}

impl Profile {
    /// What Level's runner is known to do.
    #[must_use]
    pub fn level() -> Self {
        Self {
            insertion: Insertion::Verbatim,
            operators: vec![Operator::EqualTo, Operator::NotEqualTo],
            header_switch: false,
            max_retries: None,
            retry_delay_ms: None,
            respect_retry_after: false,
            create_variables: true,
        }
    }

    /// A runner that can do all that the editor can express. The default.
    #[must_use]
    pub fn full() -> Self {
        Self {
            insertion: Insertion::Contextual,
            operators: Operator::ALL.to_vec(),
            header_switch: true,
            max_retries: Some(10),
            retry_delay_ms: Some(1000),
            respect_retry_after: true,
            create_variables: true,
        }
    }

    /// Reads what a host hands over: a profile's name, or an object partial over [`Profile::full`]. `null` is the
    /// default. Fields of a later version are passed over.
    ///
    /// # Errors
    /// The first field that is wrong, and what was expected there.
    pub fn read(json: &Json) -> Result<Self, Refusal> {
        let reader = Reader::root(json);
        let full = Self::full();
        match json {
            Json::Null => return Ok(full),
            Json::String(name) => {
                return match name.as_str() {
                    "level" => Ok(Self::level()),
                    "full" => Ok(full),
                    _ => Err(reader.refuse(Expected::OneOf(NAMES))),
                };
            }
            _ => reader.object()?,
        };
        Ok(Self {
            insertion: match reader.field("insertion") {
                Some(field) => field.choice(Insertion::NAMES, Insertion::from_name)?,
                None => full.insertion,
            },
            operators: if reader.field("operators").is_some() {
                reader.list("operators", |entry| {
                    entry.choice(Operator::NAMES, Operator::from_name)
                })?
            } else {
                full.operators
            },
            header_switch: reader.boolean_or("headerSwitch", full.header_switch)?,
            max_retries: number(
                &reader,
                "maxRetries",
                full.max_retries,
                Reader::whole_number,
            )?,
            retry_delay_ms: number(
                &reader,
                "retryDelaySeconds",
                full.retry_delay_ms,
                milliseconds,
            )?,
            respect_retry_after: reader
                .boolean_or("respectRetryAfter", full.respect_retry_after)?,
            create_variables: reader.boolean_or("createVariables", full.create_variables)?,
        })
    }
}

fn number<'a>(
    reader: &Reader<'a>,
    name: &str,
    default: Option<u32>,
    read: fn(&Reader<'a>) -> Result<u32, Refusal>,
) -> Result<Option<u32>, Refusal> {
    match reader.field(name) {
        None => Ok(default),
        Some(field) if *field.json == Json::Null => Ok(None),
        Some(field) => read(&field).map(Some),
    }
}

/// Seconds as milliseconds, from the digits as written: no floating point needed for a delay.
fn milliseconds(field: &Reader<'_>) -> Result<u32, Refusal> {
    let parse = |digits: &str| -> Option<u32> {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut ms = whole.parse::<u32>().ok()?.checked_mul(1000)?;
        let mut unit = 100;
        for digit in fraction.chars() {
            ms = ms.checked_add(digit.to_digit(10)? * unit)?;
            unit /= 10;
        }
        Some(ms)
    };
    match field.json {
        Json::Number(digits) => parse(digits),
        _ => None,
    }
    .ok_or_else(|| field.refuse(Expected::Number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Profile, Refusal> {
        Profile::read(&Json::parse(text).expect("JSON"))
    }

    #[test]
    fn a_name_stands_for_a_profile() {
        assert_eq!(read("\"level\""), Ok(Profile::level()));
        assert_eq!(read("\"full\""), Ok(Profile::full()));
        assert_eq!(read("null"), Ok(Profile::full()));
        assert_eq!(read("{}"), Ok(Profile::full()));
    }

    #[test]
    fn an_object_says_only_what_differs() {
        let profile = read(
            r#"{"insertion":"verbatim","operators":["contains"],"maxRetries":null,"retryDelaySeconds":2.25,"later":[]}"#,
        );
        let expected = Profile {
            insertion: Insertion::Verbatim,
            operators: vec![Operator::Contains],
            max_retries: None,
            retry_delay_ms: Some(2250),
            ..Profile::full()
        };
        assert_eq!(profile, Ok(expected));
    }

    #[test]
    fn a_wrong_one_is_refused_by_path() {
        let cases = [
            ("7", "", Expected::Object),
            ("\"moon\"", "", Expected::OneOf(NAMES)),
            (
                r#"{"insertion":"magic"}"#,
                "insertion",
                Expected::OneOf(Insertion::NAMES),
            ),
            (
                r#"{"operators":["equal_to","like"]}"#,
                "operators[1]",
                Expected::OneOf(Operator::NAMES),
            ),
            (r#"{"maxRetries":-1}"#, "maxRetries", Expected::WholeNumber),
            (
                r#"{"retryDelaySeconds":"soon"}"#,
                "retryDelaySeconds",
                Expected::Number,
            ),
            (r#"{"headerSwitch":1}"#, "headerSwitch", Expected::Boolean),
        ];
        for (text, path, expected) in cases {
            assert_eq!(
                read(text),
                Err(Refusal {
                    path: path.to_owned(),
                    expected
                }),
                "{text}"
            );
        }
    }
}
