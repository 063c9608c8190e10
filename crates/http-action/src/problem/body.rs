//! The body: JSON, a form, or anything.

use std::borrow::Cow;
use std::ops::Range;

use super::check::Findings;
use super::curly_quotes;
use super::field_text::FieldText;
use super::{Code, FixKind, Place, Problem};
use crate::document::Method;
use crate::edit::{Edit, Field, Splice};
use crate::form;
use crate::json::{self, SyntaxError, SyntaxErrorKind, TokenKind, Tokens};
use crate::order::sorted;
use crate::render::Rendered;
use crate::request::{EffectiveType, effective_content_type};
use crate::secret::MASK;
use crate::template::Template;
use crate::text_position::{line_column, slice};

/// How many duplicate keys are told. Nobody reads more.
const MANY: usize = 8;

impl<'a> Findings<'a> {
    pub(super) fn body(&mut self) {
        let action = self.check.action;
        if action.body.is_empty() {
            return;
        }
        let text = self.read(Place::Body, Field::Body, &action.body);
        if action.method == Method::Get {
            self.raise(Problem::new(Code::BodyNotSent, Place::Body));
        }
        match effective_content_type(action, self.check.values, self.check.profile) {
            EffectiveType::Json => self.json(&text),
            EffectiveType::Form => self.form(&text),
            EffectiveType::Text => {}
        }
    }

    fn form(&mut self, text: &FieldText<'_>) {
        let Some(at) = form::first_unencoded(&text.template) else {
            return;
        };
        let source = text.template.source();
        let splice = Splice::between(source, &form::encode_literals(source));
        let width = source
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        self.raise(
            at_line(
                Problem::new(Code::BodyNotForm, Place::Body),
                source,
                at..at + width,
            )
            .fix(
                FixKind::EncodeForm,
                Edit::Text {
                    field: Field::Body,
                    splice,
                },
            ),
        );
    }

    fn json(&mut self, text: &FieldText<'a>) {
        let rendered = self.judged_json(text);
        // The keys of every open object and where they stand; an array has none.
        let mut open: Vec<Vec<(Cow<'_, str>, usize)>> = Vec::new();
        let mut duplicates: Vec<Range<usize>> = Vec::new();
        for token in Tokens::new(&rendered.text) {
            let token = match token {
                Ok(token) => token,
                Err(error) => return self.not_json(text, &rendered, error),
            };
            match token.kind {
                TokenKind::ObjectStart | TokenKind::ArrayStart => open.push(Vec::new()),
                TokenKind::ObjectEnd | TokenKind::ArrayEnd => {
                    self.find_duplicates(
                        &rendered,
                        open.pop().unwrap_or_default(),
                        &mut duplicates,
                    );
                }
                TokenKind::Key => {
                    if let Some(keys) = open.last_mut() {
                        keys.push((key_of(&rendered.text, &token.range), token.range.start));
                    }
                }
                _ => {}
            }
        }
        let duplicates = sorted(duplicates, |left, right| left.start.cmp(&right.start));
        for range in duplicates.iter().take(MANY) {
            self.duplicate(text, &rendered, range);
        }
    }

    /// Notes where the keys of an object stand that were there before. What an unknown reference has a part in may
    /// turn out to be any key.
    fn find_duplicates(
        &self,
        rendered: &Rendered,
        keys: Vec<(Cow<'_, str>, usize)>,
        duplicates: &mut Vec<Range<usize>>,
    ) {
        let keys = sorted(keys, Ord::cmp);
        for same in keys.chunk_by(|a, b| a.0 == b.0) {
            for (_, start) in same.iter().skip(1) {
                let literal = rendered
                    .text
                    .get(*start..)
                    .and_then(|rest| Tokens::new(rest).next()?.ok());
                let end = start + literal.map_or(0, |token| token.range.end);
                if !self.is_unknown(rendered, &(*start..end)) {
                    duplicates.push(*start..end);
                }
            }
        }
    }

    fn duplicate(&mut self, text: &FieldText<'_>, rendered: &Rendered, range: &Range<usize>) {
        let is_secret = overlapping(rendered, range).any(|inserted| inserted.secret);
        let key = key_of(&rendered.text, range);
        let problem = self
            .found_in(text, Code::JsonKeyDuplicate, Place::Body)
            .param("key", if is_secret { MASK } else { &key });
        let range = rendered.source_range(range);
        self.raise(at_line(problem, text.template.source(), range));
    }

    /// Whether an unknown reference has a part in this stretch.
    fn is_unknown(&self, rendered: &Rendered, range: &Range<usize>) -> bool {
        overlapping(rendered, range).any(|inserted| self.check.names.find(&inserted.name).is_none())
    }

    fn not_json(&mut self, text: &FieldText<'_>, rendered: &Rendered, error: SyntaxError) {
        let source = text.template.source();
        let range = rendered.source_of(error.offset);
        let straight = self.straightened(&text.template, error.kind);
        let reason = match &straight {
            Some(_) => SyntaxErrorKind::CurlyQuote,
            None => error.kind,
        };
        let mut problem = at_line(
            self.found_in(text, Code::BodyNotJson, Place::Body),
            source,
            range,
        )
        .param("reason", reason_name(reason));
        if let Some(inserted) = rendered.inserted_at(error.offset) {
            problem = problem.param("name", inserted.name.as_str());
        }
        if let Some(straight) = straight {
            let splice = Splice::between(source, &straight);
            problem = problem.fix(
                FixKind::StraightQuotes,
                Edit::Text {
                    field: Field::Body,
                    splice,
                },
            );
        }
        self.raise(problem);
    }

    /// The text with straight quotes, where curly ones are what keeps it from being JSON.
    fn straightened(&self, template: &Template<'_>, kind: SyntaxErrorKind) -> Option<String> {
        let [delimiters, all] = curly_quotes::straightened(template)?;
        let is_json = |text: &str| {
            let template = Template::parse(text);
            let has_references = template.has_references();
            let text = FieldText {
                template,
                has_references,
                has_unknown: has_references,
            };
            json::check(&self.judged_json(&text).text).is_ok()
        };
        if is_json(&delimiters) {
            Some(delimiters)
        } else if is_json(&all) {
            Some(all)
        } else {
            (kind == SyntaxErrorKind::CurlyQuote).then_some(delimiters)
        }
    }

    /// The text as JSON is to judge it: inside a string an unknown reference is text, elsewhere it is a string.
    fn judged_json(&self, text: &FieldText<'_>) -> Rendered {
        let mut at = 0;
        let mut in_string = false;
        let mut escaped = false;
        self.rendered(text, &mut |before| {
            for byte in before.bytes().skip(at) {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' if in_string => escaped = true,
                    b'"' => in_string = !in_string,
                    _ => {}
                }
            }
            at = before.len();
            if in_string { "x" } else { "\"x\"" }
        })
    }
}

fn overlapping<'r>(
    rendered: &'r Rendered,
    range: &Range<usize>,
) -> impl Iterator<Item = &'r crate::render::Inserted> {
    let first = rendered
        .inserted
        .partition_point(|inserted| inserted.range.end <= range.start);
    let end = range.end;
    rendered
        .inserted
        .iter()
        .skip(first)
        .take_while(move |inserted| inserted.range.start < end)
}

fn key_of<'t>(text: &'t str, range: &Range<usize>) -> Cow<'t, str> {
    let literal = slice(text, range);
    if literal.contains('\\') {
        Cow::Owned(json::decode_string(literal))
    } else {
        Cow::Borrowed(literal.trim_matches('"'))
    }
}

/// The problem with the place as people name it.
fn at_line(problem: Problem, source: &str, range: Range<usize>) -> Problem {
    let place = line_column(source, range.start);
    problem
        .param("line", place.line.to_string())
        .param("column", place.column.to_string())
        .range(range)
}

const fn reason_name(kind: SyntaxErrorKind) -> &'static str {
    match kind {
        SyntaxErrorKind::Empty => "empty",
        SyntaxErrorKind::UnexpectedEnd => "unexpected_end",
        SyntaxErrorKind::UnexpectedCharacter => "unexpected_character",
        SyntaxErrorKind::CurlyQuote => "curly_quote",
        SyntaxErrorKind::TrailingComma => "trailing_comma",
        SyntaxErrorKind::ControlCharacter => "control_character",
        SyntaxErrorKind::InvalidEscape => "invalid_escape",
        SyntaxErrorKind::InvalidNumber => "invalid_number",
        SyntaxErrorKind::TextAfterEnd => "text_after_end",
    }
}
