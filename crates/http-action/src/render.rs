//! A template with its values put in, and where each of them came to stand.
//!
//! One pass: a value is never read as a template again. Masking a secret, tracing an error back to its reference and
//! comparing two devices all use the ranges kept here; nothing ever searches the text for a value.

use std::ops::Range;

use crate::scope::{Value, Values};
use crate::secret::MASK;
use crate::template::{Part, Template};
use crate::text_position::slice;

/// How a value was written into the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Untouched.
    Verbatim,
}

/// A value that was put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inserted {
    /// Where it stands in the rendered text, in bytes.
    pub range: Range<usize>,
    /// Where its reference stands in the template, in bytes.
    pub source: Range<usize>,
    /// The name that the reference holds.
    pub name: String,
    /// How it was written.
    pub encoding: Encoding,
    /// Whether it must not be seen.
    pub secret: bool,
}

/// A rendered template.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The text that goes out, secrets in the clear.
    pub text: String,
    /// The values in it, in order.
    pub inserted: Vec<Inserted>,
}

/// Puts the values in as they are. A reference that is unknown or without a value stays as it stands.
#[must_use]
pub fn render_verbatim(template: &Template<'_>, values: &Values<'_>) -> Rendered {
    render(template, values, &mut |_| None)
}

/// Like [`render_verbatim`], but an unknown reference gives way to what `stand_in` says, told the text so far: for
/// judging the rest of a text without what an unknown reference does to it.
pub(crate) fn render_with_stand_ins(
    template: &Template<'_>,
    values: &Values<'_>,
    stand_in: &mut dyn FnMut(&str) -> &'static str,
) -> Rendered {
    render(template, values, &mut |text| Some(stand_in(text)))
}

fn render(
    template: &Template<'_>,
    values: &Values<'_>,
    unknown: &mut dyn FnMut(&str) -> Option<&'static str>,
) -> Rendered {
    let mut rendered = Rendered::default();
    for part in template.parts() {
        let reference = match part {
            Part::Literal(range) => {
                rendered.text.push_str(slice(template.source(), range));
                continue;
            }
            Part::Reference(reference) => reference,
        };
        let name = template.name_of(reference);
        let (value, secret) = match values.value(name) {
            Value::Text { text, secret } => (Some(text), secret),
            Value::Missing => (None, false),
            Value::Unknown => (unknown(&rendered.text), false),
        };
        let Some(value) = value else {
            rendered
                .text
                .push_str(slice(template.source(), &reference.range));
            continue;
        };
        let start = rendered.text.len();
        rendered.text.push_str(value);
        rendered.inserted.push(Inserted {
            range: start..rendered.text.len(),
            source: reference.range.clone(),
            name: name.to_owned(),
            encoding: Encoding::Verbatim,
            secret,
        });
    }
    rendered
}

impl Rendered {
    /// A text with nothing put in.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            inserted: Vec::new(),
        }
    }

    /// The text with a mask in the place of every secret.
    #[must_use]
    pub fn masked(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        for inserted in self.inserted.iter().filter(|inserted| inserted.secret) {
            out.push_str(slice(&self.text, &(at..inserted.range.start)));
            out.push_str(MASK);
            at = inserted.range.end;
        }
        out.push_str(slice(&self.text, &(at..self.text.len())));
        out
    }

    /// Whether there is a secret in it.
    #[must_use]
    pub fn has_secrets(&self) -> bool {
        self.inserted.iter().any(|inserted| inserted.secret)
    }

    /// The value that covers the byte `offset` of the text, if one does.
    #[must_use]
    pub fn inserted_at(&self, offset: usize) -> Option<&Inserted> {
        let next = self
            .inserted
            .partition_point(|inserted| inserted.range.end <= offset);
        self.inserted
            .get(next)
            .filter(|inserted| inserted.range.start <= offset)
    }

    /// Where in the template the byte `offset` of the text comes from: the reference, or the one place in literal text.
    #[must_use]
    pub fn source_of(&self, offset: usize) -> Range<usize> {
        let next = self
            .inserted
            .partition_point(|inserted| inserted.range.end <= offset);
        match self.inserted.get(next) {
            Some(inserted) if inserted.range.start <= offset => return inserted.source.clone(),
            _ => {}
        }
        let (rendered, source) = next
            .checked_sub(1)
            .and_then(|last| self.inserted.get(last))
            .map_or((0, 0), |last| (last.range.end, last.source.end));
        let place = source + (offset - rendered);
        place..place
    }

    /// Where in the template the stretch `range` of the text, which is not empty, comes from.
    #[must_use]
    pub fn source_range(&self, range: &Range<usize>) -> Range<usize> {
        let last = self.source_of(range.end.saturating_sub(1));
        let end = if last.is_empty() {
            last.end + 1
        } else {
            last.end
        };
        self.source_of(range.start).start..end
    }

    /// Without the spaces and tabs at its ends, which no header carries.
    #[must_use]
    pub(crate) fn trimmed(mut self) -> Self {
        let blank = [' ', '\t'];
        let end = self.text.trim_end_matches(blank).len();
        self.text.truncate(end);
        let start = end - self.text.trim_start_matches(blank).len();
        self.text.drain(..start);
        for inserted in &mut self.inserted {
            for place in [&mut inserted.range.start, &mut inserted.range.end] {
                *place = (*place).min(end).saturating_sub(start);
            }
        }
        self
    }
}

impl std::fmt::Debug for Rendered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Rendered").field(&self.masked()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;
    use crate::scope::{Names, Scope};

    fn with_values<T>(test: impl FnOnce(&Values<'_>) -> T) -> T {
        let json = Json::parse(
            r#"{"variables":[{"name":"a","defaultValue":"AA"},{"name":"s","defaultValue":"hunter2","secret":true},
            {"name":"none"},{"name":"empty","defaultValue":""},{"name":"again","defaultValue":"{{a}}"}]}"#,
        );
        let scope = Scope::read(&json.expect("JSON")).expect("a scope");
        let names = Names::new(&scope);
        test(&Values::new(&scope, &names, None, "NOW"))
    }

    #[test]
    fn puts_values_in_untouched() {
        let cases = [
            ("", ""),
            ("x{{a}}y", "xAAy"),
            ("{{ a }}{{empty}}|", "AA|"),
            (
                "{{none}} {{unknown}} {{ {{a}}",
                "{{none}} {{unknown}} {{ AA",
            ),
            ("{{again}}", "{{a}}"),
            ("##{{a}}", "AA"),
            ("{{level_time}}", "NOW"),
        ];
        for (source, expected) in cases {
            let rendered = with_values(|values| render_verbatim(&Template::parse(source), values));
            assert_eq!(rendered.text, expected, "{source}");
        }
    }

    #[test]
    fn knows_where_each_came_from() {
        let rendered =
            with_values(|values| render_verbatim(&Template::parse("é{{a}}={{s}}!"), values));
        assert_eq!(rendered.text, "éAA=hunter2!");
        assert_eq!(rendered.masked(), format!("éAA={MASK}!"));
        assert!(!format!("{rendered:?}").contains("hunter2"));
        assert_eq!(rendered.source_of(0), 0..0);
        assert_eq!(rendered.source_of(3), 2..7);
        assert_eq!(rendered.source_of(4), 7..7);
        assert_eq!(rendered.source_of(6), 8..13);
        assert_eq!(rendered.source_of(12), 13..13);
    }

    #[test]
    fn trimming_moves_the_ranges_along() {
        let rendered =
            with_values(|values| render_verbatim(&Template::parse(" \t{{s}} "), values)).trimmed();
        assert_eq!(
            (rendered.text.as_str(), rendered.masked()),
            ("hunter2", MASK.to_owned())
        );
    }
}
