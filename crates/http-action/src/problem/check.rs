//! Looking at the whole action.

use super::{Code, Place, Problem, UrlParser};
use crate::document::HttpAction;
use crate::profile::Profile;
use crate::scope::{Names, Scope, Values};

/// How many unknown names get a suggestion, which takes a look at every name in scope, and how many clashes that the
/// action does not meet are told. Nobody reads more.
const MANY: usize = 8;

/// What to look at, and in the light of what.
#[derive(Clone, Copy)]
pub struct Check<'a> {
    /// The action.
    pub action: &'a HttpAction,
    /// What was typed as the number of retries, where it is no valid number.
    pub retries_draft: Option<&'a str>,
    /// The scope's names.
    pub names: &'a Names,
    /// The scope.
    pub scope: &'a Scope,
    /// The values of the chosen device.
    pub values: &'a Values<'a>,
    /// What the runner can do.
    pub profile: &'a Profile,
    /// The chosen device's id.
    pub device: Option<&'a str>,
    /// What a URL is.
    pub url: &'a dyn UrlParser,
    /// Header names, in lower case, that this browser replaces besides those that the Fetch standard forbids.
    pub replaced_headers: &'a [&'a str],
}

/// All problems of the action, field by field.
#[must_use]
pub fn check(check: &Check<'_>) -> Vec<Problem> {
    let mut findings = Findings {
        check: *check,
        problems: Vec::new(),
        clashes: Vec::new(),
        suggestions_left: MANY,
    };
    findings.url();
    findings.body();
    findings.headers();
    findings.conditions();
    findings.output_variable();
    findings.retries();
    findings.other_clashes();
    findings.problems
}

/// The problems found so far.
pub(super) struct Findings<'a> {
    pub(super) check: Check<'a>,
    pub(super) problems: Vec<Problem>,
    /// Names whose clash has been told.
    pub(super) clashes: Vec<&'a str>,
    pub(super) suggestions_left: usize,
}

impl Findings<'_> {
    /// Keeps a problem.
    pub(super) fn raise(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Clashes that no reference of the action meets.
    fn other_clashes(&mut self) {
        for name in self.check.names.clashing().take(MANY) {
            if !self.clashes.contains(&name) {
                self.raise(Problem::new(Code::NameClash, Place::Scope).param("name", name));
            }
        }
    }
}
