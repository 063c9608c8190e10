//! What is under way.

use std::sync::Arc;

use crate::reactive::*;
use http_action::request::Request;
use http_action::run::{Permission, Response, ResponseText, Verdict};

use crate::sending::{Cancel, Sender};

/// The state of the test. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TestState {
    /// What is under way, or came of it.
    pub phase: RwSignal<Phase>,
    /// How long the request under way has taken, in milliseconds.
    pub elapsed_ms: RwSignal<f64>,
    /// Whether secrets are shown in the preview.
    pub revealed: RwSignal<bool>,
    /// Who sends.
    pub(super) sender: StoredValue<Sender>,
    /// Cancels the request under way.
    pub(super) cancel: StoredValue<Option<Cancel>>,
}

/// What is under way.
#[derive(Clone, PartialEq, Default)]
pub enum Phase {
    /// Nothing yet.
    #[default]
    Idle,
    /// Problems stand in the way.
    Blocked {
        /// How many.
        count: usize,
        /// Whether all of them are unknown references, so that "Send as is" is the way on.
        as_is: bool,
        /// What was allowed already.
        allowed: Permission,
    },
    /// A request is under way.
    Sending,
    /// It ended.
    Ended(Arc<Ended>),
}

/// How a test ended.
#[derive(PartialEq)]
pub struct Ended {
    /// Passed, failed, skipped or cancelled, and why.
    pub verdict: Verdict,
    /// What was sent; none where nothing was.
    pub request: Option<Arc<Request>>,
    /// What came back.
    pub response: Option<Received>,
    /// How long it took, in milliseconds.
    pub duration_ms: f64,
    /// The device's id.
    pub device: Option<String>,
    /// Who sent it.
    pub sent_by: &'static str,
}

/// What came back.
#[derive(PartialEq)]
pub struct Received {
    /// The response.
    pub response: Response,
    /// Its body, to be shown.
    pub text: ResponseText,
}

impl TestState {
    /// Nothing is under way; the browser sends.
    #[must_use]
    pub fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Idle),
            elapsed_ms: RwSignal::new(0.0),
            revealed: RwSignal::new(false),
            sender: StoredValue::new(Sender::Browser),
            cancel: StoredValue::new(None),
        }
    }

    /// Chooses who sends from now on.
    pub fn send_by(self, sender: Sender) {
        self.sender.set_value(sender);
    }

    /// Cancels what is under way.
    pub fn cancel(self) {
        self.cancel.try_with_value(|cancel| {
            if let Some(cancel) = cancel {
                cancel.cancel();
            }
        });
    }
}

impl Default for TestState {
    fn default() -> Self {
        Self::new()
    }
}
