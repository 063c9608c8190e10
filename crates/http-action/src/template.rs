//! Text in which `{{name}}` stands for a variable's value, read once, with the place of everything in it.
//!
//! A reference is the leftmost match of `{{`, spaces or tabs, a name, spaces or tabs, `}}`. A name is one or more
//! characters other than white space, `{` and `}`. In `{{{k}}` the first brace is literal. A `##` directly before a
//! reference belongs to it: pages that describe these templates print it by mistake, and people copy it.
//!
//! What always holds: the parts follow one another without gap or overlap from the first byte to the last, all ranges
//! are bytes of the source between characters, and reading takes time in proportion to the text's length. Values do
//! not belong here: what a name means is the scope's matter, what goes out is the rendering's.

mod parse;

use std::ops::Range;

use crate::text_position::slice;

/// A template, read: its source and what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<'a> {
    source: &'a str,
    parts: Vec<Part>,
    findings: Vec<Finding>,
}

/// A stretch of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text that stands for itself. Never empty.
    Literal(Range<usize>),
    /// A reference to a variable.
    Reference(Reference),
}

/// A reference to a variable: where it stands and where its name does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The whole of it, from `{{` (or the `##` before it) to `}}`, in bytes.
    pub range: Range<usize>,
    /// The name alone, in bytes.
    pub name: Range<usize>,
    /// The `##` before it, if there is one, in bytes.
    pub hash_prefix: Option<Range<usize>>,
}

/// What is odd about a template; none of it keeps the template from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingKind {
    /// A `{{` with no `}}` after it on its line.
    Unclosed,
    /// A `{{…}}` that is no reference.
    Malformed,
    /// A `##` before a reference.
    HashPrefix,
}

/// An oddity and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// A `{{` that somebody is typing after, up to the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Where the `{{` begins, in bytes.
    pub start: usize,
    /// What has been typed of the name, in bytes; it ends at the caret and may be empty.
    pub prefix_range: Range<usize>,
}

impl<'a> Template<'a> {
    /// Reads `source`. Every text is a template.
    #[must_use]
    pub fn parse(source: &'a str) -> Self {
        let (parts, findings) = parse::parse(source);
        Self {
            source,
            parts,
            findings,
        }
    }

    /// The text that was read.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// Literal text and references, in order; together they are the whole source.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What is odd, in order.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The references, in order.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.parts.iter().filter_map(|part| match part {
            Part::Literal(_) => None,
            Part::Reference(reference) => Some(reference),
        })
    }

    /// Whether there is any reference.
    #[must_use]
    pub fn has_references(&self) -> bool {
        self.references().next().is_some()
    }

    /// The name that `reference` (one of this template's) holds.
    #[must_use]
    pub fn name_of(&self, reference: &Reference) -> &'a str {
        slice(self.source, &reference.name)
    }

    /// The reference inside of which a caret at the byte `offset` stands; at its ends it stands outside.
    #[must_use]
    pub fn reference_at(&self, offset: usize) -> Option<&Reference> {
        let next = self
            .parts
            .partition_point(|part| part.range().end <= offset);
        match self.parts.get(next) {
            Some(Part::Reference(reference)) if reference.range.start < offset => Some(reference),
            _ => None,
        }
    }

    /// The unfinished `{{pre` that ends at the byte `caret` of `source`, if there is one: what to suggest names for.
    #[must_use]
    pub fn open_before(source: &str, caret: usize) -> Option<Open> {
        parse::open_before(source, caret)
    }
}

impl Part {
    /// Where the part stands in the source, in bytes.
    #[must_use]
    pub fn range(&self) -> &Range<usize> {
        match self {
            Self::Literal(range) => range,
            Self::Reference(reference) => &reference.range,
        }
    }
}

/// The text that refers to `name`: `{{name}}`.
#[must_use]
pub fn reference_text(name: &str) -> String {
    ["{{", name, "}}"].concat()
}
