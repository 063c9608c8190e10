//! Cancelling what is under way.

use web_sys::{AbortController, AbortSignal};

/// Cancels one request. Cheap to clone; all clones cancel the same.
#[derive(Debug, Clone)]
pub struct Cancel(Option<AbortController>);

impl Cancel {
    /// For a request that is about to be sent.
    #[must_use]
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Cancels it, at whatever point it is.
    pub fn cancel(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0
            .as_ref()
            .is_some_and(|controller| controller.signal().aborted())
    }

    /// What the browser listens to.
    #[must_use]
    pub fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Default for Cancel {
    fn default() -> Self {
        Self::new()
    }
}
