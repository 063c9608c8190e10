//! Whether the request may be sent.

use crate::document::HttpAction;
use crate::problem::{Code, Problem, names_a_server};
use crate::request::Request;

/// What the technician has allowed by a press of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permission {
    /// "Send as is": unknown references go out as they stand.
    pub send_as_is: bool,
    /// "Send anyway": a disabled action is sent.
    pub send_anyway: bool,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nothing: the action is disabled, and the run would pass it over. "Send anyway" is the way on.
    Disabled,
    /// Nothing: the problems at these indices stand in the way. Where all of them are unknown references, "Send as is"
    /// is the way on.
    Blocked(Vec<usize>),
    /// Nothing: with its unknown references as they stand, the URL would be taken relative to the page.
    UrlNotAbsolute,
    /// Send this request.
    Send(Request),
}

/// A test run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run;

impl Run {
    /// Begins a run of the action. `problems` are those of the very action, device and profile that `request` was
    /// built from.
    #[must_use]
    pub fn start(
        action: &HttpAction,
        problems: &[Problem],
        request: Request,
        permission: Permission,
    ) -> Step {
        if !action.enabled && !permission.send_anyway {
            return Step::Disabled;
        }
        let is_lifted =
            |problem: &Problem| permission.send_as_is && problem.code == Code::ReferenceUnknown;
        let blocking: Vec<usize> = (0..)
            .zip(problems)
            .filter(|(_, problem)| problem.blocks.is_some() && !is_lifted(problem))
            .map(|(index, _)| index)
            .collect();
        if !blocking.is_empty() {
            return Step::Blocked(blocking);
        }
        // The problems have not looked behind an unknown reference.
        if !names_a_server(&request.url.text) {
            return Step::UrlNotAbsolute;
        }
        Step::Send(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Method;
    use crate::problem::{Blocks, Place, Severity};
    use crate::render::Rendered;

    fn problem(code: Code, blocks: Option<Blocks>) -> Problem {
        let place = Place::Url;
        Problem {
            code,
            place,
            severity: Severity::Warning,
            blocks,
            device: None,
            params: vec![],
            fix: None,
            other_fix: None,
            range: None,
        }
    }

    fn start(enabled: bool, url: &str, problems: &[Problem], permission: Permission) -> Step {
        let action = HttpAction {
            enabled,
            ..HttpAction::default()
        };
        let request = Request {
            method: Method::Get,
            url: Rendered::plain(url),
            headers: Vec::new(),
            body: None,
        };
        Run::start(&action, problems, request, permission)
    }

    #[test]
    fn sends_only_what_may_be_sent() {
        let none = Permission::default();
        let as_is = Permission {
            send_as_is: true,
            send_anyway: false,
        };
        let anyway = Permission {
            send_as_is: false,
            send_anyway: true,
        };
        let unknown = problem(Code::ReferenceUnknown, Some(Blocks::Test));
        let warning = problem(Code::BodyNotSent, None);
        let error = problem(Code::BodyNotJson, Some(Blocks::Save));
        let both = [warning.clone(), unknown.clone(), error.clone()];
        assert!(matches!(
            start(true, "https://a", &[warning], none),
            Step::Send(_)
        ));
        assert_eq!(start(false, "https://a", &[], none), Step::Disabled);
        assert!(matches!(
            start(false, "https://a", &[], anyway),
            Step::Send(_)
        ));
        assert_eq!(
            start(true, "https://a", &both, none),
            Step::Blocked(vec![1, 2])
        );
        assert_eq!(
            start(true, "https://a", &both, as_is),
            Step::Blocked(vec![2])
        );
        assert!(matches!(
            start(
                true,
                " HTTPS://a/{{x}}",
                std::slice::from_ref(&unknown),
                as_is
            ),
            Step::Send(_)
        ));
        assert_eq!(
            start(true, "{{x}}/a", &[unknown], as_is),
            Step::UrlNotAbsolute
        );
    }
}
