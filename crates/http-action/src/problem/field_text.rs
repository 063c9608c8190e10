//! The text of a template field: its references, and what the rest of it is judged by.

use super::check::Findings;
use super::{Blocks, Code, FixKind, Place, Problem};
use crate::edit::{Edit, Field, Splice};
use crate::order::sorted;
use crate::render::{Rendered, render_verbatim, render_with_stand_ins};
use crate::scope::Value;
use crate::template::{Finding, FindingKind, Reference, Template};
use crate::text_position::slice;

/// A template field that has been read.
pub(super) struct FieldText<'a> {
    pub(super) template: Template<'a>,
    pub(super) has_references: bool,
    /// Whether a reference is not in scope.
    pub(super) has_unknown: bool,
}

impl<'a> Findings<'a> {
    /// Reads a field and raises what is to say about its references.
    pub(super) fn read(&mut self, place: Place, field: Field, text: &'a str) -> FieldText<'a> {
        let template = Template::parse(text);
        for finding in template.findings() {
            self.oddity(place, field, &template, finding);
        }
        // Once a name and field is enough: the first place of each.
        let names: Vec<(&str, usize)> = template
            .references()
            .enumerate()
            .map(|(at, reference)| (template.name_of(reference), at))
            .collect();
        let mut names = sorted(names, Ord::cmp);
        names.dedup_by(|later, earlier| later.0 == earlier.0);
        let names = sorted(names, |left, right| left.1.cmp(&right.1));
        let mut has_unknown = false;
        let mut firsts = names.into_iter().peekable();
        for (at, reference) in template.references().enumerate() {
            let Some((name, _)) = firsts.next_if(|&(_, first)| first == at) else {
                continue;
            };
            match self.check.values.value(name) {
                Value::Unknown => {
                    has_unknown = true;
                    self.unknown(place, field, &template, reference);
                    continue;
                }
                Value::Missing => self.without_value(place, name, reference),
                Value::Text { .. } => {}
            }
            if self.check.names.clashes(name) && !self.clashes.contains(&name) {
                self.clashes.push(name);
                self.raise(
                    Problem::new(Code::NameClash, place)
                        .param("name", name)
                        .range(reference.range.clone()),
                );
            }
        }
        FieldText {
            has_references: template.has_references(),
            template,
            has_unknown,
        }
    }

    fn oddity(&mut self, place: Place, field: Field, template: &Template<'_>, finding: &Finding) {
        let text = slice(template.source(), &finding.range);
        let problem = match finding.kind {
            FindingKind::Unclosed => Problem::new(Code::ReferenceUnclosed, place),
            FindingKind::Malformed => {
                Problem::new(Code::ReferenceMalformed, place).param("text", text)
            }
            FindingKind::HashPrefix => {
                let after = finding.range.end + 1;
                let name = template
                    .reference_at(after)
                    .map_or("", |reference| template.name_of(reference));
                let splice = Splice::new(finding.range.clone(), "");
                Problem::new(Code::ReferenceHashPrefix, place)
                    .param("name", name)
                    .fix(FixKind::DropHashes, Edit::Text { field, splice })
            }
        };
        self.raise(problem.range(finding.range.clone()));
    }

    fn unknown(
        &mut self,
        place: Place,
        field: Field,
        template: &Template<'_>,
        reference: &Reference,
    ) {
        let name = template.name_of(reference);
        let mut problem = Problem::new(Code::ReferenceUnknown, place)
            .param("name", name)
            .range(reference.range.clone());
        if self.suggestions_left > 0 {
            self.suggestions_left -= 1;
            if let Some(nearest) = self.check.names.nearest(name) {
                // From the back, so that no change moves the place of the next.
                let mut edits: Vec<Edit> = template
                    .references()
                    .filter(|other| template.name_of(other) == name)
                    .map(|other| Edit::Text {
                        field,
                        splice: Splice::new(other.name.clone(), nearest),
                    })
                    .collect();
                edits.reverse();
                problem = problem
                    .param("nearest", nearest)
                    .fix(FixKind::NearestName, Edit::Group(edits));
            }
        }
        self.raise(problem);
    }

    fn without_value(&mut self, place: Place, name: &str, reference: &Reference) {
        let mut problem = Problem::new(Code::ReferenceWithoutValue, place)
            .param("name", name)
            .range(reference.range.clone());
        if let Some(device) = self.check.values.device() {
            let shown = if device.name.is_empty() {
                &device.id
            } else {
                &device.name
            };
            problem = problem.param("device", shown.as_str());
        }
        problem.device = self.check.device.map(str::to_owned);
        self.raise(problem);
    }

    /// The field's text with its values, and with `stand_in` in the place of what is unknown.
    pub(super) fn rendered(
        &self,
        text: &FieldText<'_>,
        stand_in: &mut dyn FnMut(&str) -> &'static str,
    ) -> Rendered {
        if !text.has_references {
            Rendered::plain(text.template.source())
        } else if text.has_unknown {
            render_with_stand_ins(&text.template, self.check.values, stand_in)
        } else {
            render_verbatim(&text.template, self.check.values)
        }
    }

    /// A problem of the text as the device's values make it: it blocks saving only where there is no reference in it.
    pub(super) fn found_in(&self, text: &FieldText<'_>, code: Code, place: Place) -> Problem {
        let mut problem = Problem::new(code, place);
        if text.has_references {
            problem.device = self.check.device.map(str::to_owned);
            if problem.blocks == Some(Blocks::Save) {
                problem.blocks = Some(Blocks::Test);
            }
        }
        problem
    }
}
