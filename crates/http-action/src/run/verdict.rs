//! What came back, and whether it passed.

/// A response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The status's reason phrase; empty over HTTP/2.
    pub status_text: String,
    /// The headers that can be read, in order.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
    /// Whether a redirection was followed.
    pub redirected: bool,
    /// The URL that answered in the end; empty where it is not known.
    pub url: String,
}

impl Response {
    /// The value of the header of that name, in whatever case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(held, _)| held.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// Why there is no response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The request got no answer that can be read.
    Network {
        /// What whoever sent it says, secrets masked.
        message: String,
    },
    /// The technician cancelled.
    Cancelled,
    /// The request could not even be made.
    Refused {
        /// What whoever should have sent it says, secrets masked.
        message: String,
    },
}

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A 2xx status came back.
    Passed,
    /// Anything else did, or nothing.
    Failed,
    /// Nothing was sent: the run would pass the action over.
    Skipped,
    /// The technician cancelled.
    Cancelled,
}

impl Outcome {
    /// Its name in a report.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Why a test ended as it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonCode {
    /// The status is 2xx. Parameters: `status`, `statusText`.
    StatusSuccess,
    /// The status is another. Parameters: `status`, `statusText`.
    StatusNotSuccess,
    /// A redirection was followed. Parameters: `url`.
    Redirected,
    /// No response. Parameters: `message`.
    NoResponse,
    /// The request could not be made. Parameters: `message`.
    NotSent,
    /// The technician cancelled.
    Cancelled,
    /// The action is disabled.
    Disabled,
}

impl ReasonCode {
    /// Its name in a report.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StatusSuccess => "status_success",
            Self::StatusNotSuccess => "status_not_success",
            Self::Redirected => "redirected",
            Self::NoResponse => "no_response",
            Self::NotSent => "not_sent",
            Self::Cancelled => "cancelled",
            Self::Disabled => "disabled",
        }
    }
}

/// A reason, for a sentence in the interface's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub code: ReasonCode,
    /// What the sentence needs, by name.
    pub params: Vec<(&'static str, String)>,
}

/// How a test ended, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How.
    pub outcome: Outcome,
    /// Why, the most important first.
    pub reasons: Vec<Reason>,
}

impl Verdict {
    fn new(outcome: Outcome, code: ReasonCode, params: Vec<(&'static str, String)>) -> Self {
        Self {
            outcome,
            reasons: vec![Reason { code, params }],
        }
    }

    /// The verdict on a disabled action.
    #[must_use]
    pub fn disabled() -> Self {
        Self::new(Outcome::Skipped, ReasonCode::Disabled, Vec::new())
    }
}

/// The verdict on what came back: a 2xx status passes, whatever the body is.
#[must_use]
pub fn verdict(result: &Result<Response, Failure>) -> Verdict {
    let response = match result {
        Ok(response) => response,
        Err(Failure::Cancelled) => {
            return Verdict::new(Outcome::Cancelled, ReasonCode::Cancelled, Vec::new());
        }
        Err(Failure::Network { message }) => {
            return Verdict::new(
                Outcome::Failed,
                ReasonCode::NoResponse,
                vec![("message", message.clone())],
            );
        }
        Err(Failure::Refused { message }) => {
            return Verdict::new(
                Outcome::Failed,
                ReasonCode::NotSent,
                vec![("message", message.clone())],
            );
        }
    };
    let params = vec![
        ("status", response.status.to_string()),
        ("statusText", response.status_text.clone()),
    ];
    let mut verdict = if (200..300).contains(&response.status) {
        Verdict::new(Outcome::Passed, ReasonCode::StatusSuccess, params)
    } else {
        Verdict::new(Outcome::Failed, ReasonCode::StatusNotSuccess, params)
    };
    if response.redirected {
        verdict.reasons.push(Reason {
            code: ReasonCode::Redirected,
            params: vec![("url", response.url.clone())],
        });
    }
    verdict
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(status: u16, redirected: bool) -> Result<Response, Failure> {
        Ok(Response {
            status,
            status_text: String::new(),
            headers: vec![("Content-Type".to_owned(), "x/y".to_owned())],
            body: Vec::new(),
            redirected,
            url: "https://b".to_owned(),
        })
    }

    #[test]
    fn two_hundreds_pass() {
        for (status, outcome) in [
            (200, Outcome::Passed),
            (204, Outcome::Passed),
            (299, Outcome::Passed),
            (199, Outcome::Failed),
            (304, Outcome::Failed),
            (404, Outcome::Failed),
            (503, Outcome::Failed),
            (0, Outcome::Failed),
        ] {
            assert_eq!(
                verdict(&response(status, false)).outcome,
                outcome,
                "{status}"
            );
        }
    }

    #[test]
    fn every_end_has_its_reason() {
        let codes = |result| {
            verdict(&result)
                .reasons
                .into_iter()
                .map(|reason| reason.code)
                .collect::<Vec<_>>()
        };
        let message = || "m".to_owned();
        assert_eq!(
            codes(response(200, true)),
            [ReasonCode::StatusSuccess, ReasonCode::Redirected]
        );
        assert_eq!(
            codes(Err(Failure::Network { message: message() })),
            [ReasonCode::NoResponse]
        );
        assert_eq!(
            codes(Err(Failure::Refused { message: message() })),
            [ReasonCode::NotSent]
        );
        assert_eq!(codes(Err(Failure::Cancelled)), [ReasonCode::Cancelled]);
        assert_eq!(
            verdict(&Err(Failure::Cancelled)).outcome,
            Outcome::Cancelled
        );
        assert_eq!(Verdict::disabled().outcome.as_str(), "skipped");
    }

    #[test]
    fn headers_are_found_in_any_case() {
        let response = response(200, false).expect("a response");
        assert_eq!(
            (response.header("content-type"), response.header("x")),
            (Some("x/y"), None)
        );
    }
}
