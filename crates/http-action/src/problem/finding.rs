//! A problem and its fix.

use std::ops::Range;

use super::{Blocks, Code, Place, Severity};
use crate::edit::Edit;
use crate::json::Json;

/// A finding.
///
/// Where `reason` is a parameter (`body_not_json`) it is one of `empty`, `unexpected_end`, `unexpected_character`,
/// `curly_quote`, `trailing_comma`, `control_character`, `invalid_escape`, `invalid_number`, `text_after_end`.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What was found.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// How bad it is.
    pub severity: Severity,
    /// What it blocks; `None` for nothing.
    pub blocks: Option<Blocks>,
    /// The id of the sample device whose values it comes from.
    pub device: Option<String>,
    /// What the message needs, by name. Never a secret's value.
    pub params: Vec<(&'static str, String)>,
    /// A change that mends it.
    pub fix: Option<Fix>,
    /// Another one, where either side can be changed.
    pub other_fix: Option<Fix>,
    /// Where in the field's text, in bytes of it as it stands in the document.
    pub range: Option<Range<usize>>,
}

/// A change that mends a problem, carried out by one press and taken back by one undo.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// Which change, for its label.
    pub kind: FixKind,
    /// The change.
    pub edit: Edit,
}

/// The kinds of fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixKind {
    /// Puts `https://` in front.
    AddScheme,
    /// Writes the nearest name, the problem's parameter `nearest`.
    NearestName,
    /// Drops the `##`.
    DropHashes,
    /// Makes curly quotes straight.
    StraightQuotes,
    /// Encodes what cannot stand in a form.
    EncodeForm,
    /// Removes the row.
    RemoveRow,
    /// Removes the `Content-Type` row, so that the drop-down counts.
    UseDropDownType,
    /// Chooses the row's type in the drop-down and removes the row.
    UseRowType,
}

impl Problem {
    /// A problem as its code has it.
    pub(super) fn new(code: Code, place: Place) -> Self {
        Self {
            code,
            place,
            severity: code.severity(),
            blocks: code.blocks(),
            device: None,
            params: Vec::new(),
            fix: None,
            other_fix: None,
            range: None,
        }
    }

    pub(super) fn param(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.params.push((name, value.into()));
        self
    }

    pub(super) fn range(mut self, range: Range<usize>) -> Self {
        self.range = Some(range);
        self
    }

    pub(super) fn fix(mut self, kind: FixKind, edit: Edit) -> Self {
        self.fix = Some(Fix { kind, edit });
        self
    }

    /// The parameter of that name.
    #[must_use]
    pub fn param_value(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(held, _)| *held == name)
            .map(|(_, value)| value.as_str())
    }

    /// The public form: `{code, path, severity, blocks, device?, params, message, fix?: {label}}`, with the message and
    /// the fix's label in the words of the interface.
    #[must_use]
    pub fn to_json(&self, message: &str, fix_label: Option<&str>) -> Json {
        let text = |name: &str, value: &str| (name.to_owned(), Json::text(value));
        let mut members = vec![
            text("code", self.code.as_str()),
            text("path", &self.place.path()),
            text("severity", self.severity.as_str()),
            (
                "blocks".to_owned(),
                Json::text_or_null(self.blocks.map(Blocks::as_str)),
            ),
        ];
        if let Some(device) = &self.device {
            members.push(text("device", device));
        }
        let params = self
            .params
            .iter()
            .map(|(name, value)| text(name, value))
            .collect();
        members.push(("params".to_owned(), Json::Object(params)));
        members.push(text("message", message));
        if let Some(label) = fix_label {
            members.push(("fix".to_owned(), Json::Object(vec![text("label", label)])));
        }
        Json::Object(members)
    }
}
