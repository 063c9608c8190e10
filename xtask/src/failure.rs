//! What went wrong, told once, at the end: the step and its cause.

use std::fmt;
use std::path::Path;

/// A step that failed and why; ends the command.
#[derive(Debug)]
pub struct Failure {
    step: String,
    cause: String,
}

impl Failure {
    /// `step` completes "could not …", `cause` is a sentence of its own.
    pub fn new(step: impl Into<String>, cause: impl fmt::Display) -> Self {
        Self {
            step: step.into(),
            cause: cause.to_string(),
        }
    }

    /// A failure to do something with a file: `doing` is "read", "write", "create" …
    pub fn file(doing: &str, path: &Path, cause: impl fmt::Display) -> Self {
        Self::new(format!("{doing} {}", path.display()), cause)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not {}: {}", self.step, self.cause)
    }
}
