//! Sending a request: by the browser's own fetch, or by a function of the host.
//!
//! What is sent is the request as the core built it; what comes back is the core's response. No verdict is made here.

mod browser_url;
mod cancel;
mod fetch;
mod transport;

use http_action::request::Request;
use http_action::run::{Failure, Response};
use js_sys::Function;
use wasm_bindgen::JsValue;

pub use browser_url::BrowserUrl;
pub use cancel::Cancel;

/// Who sends.
#[derive(Debug, Clone)]
pub enum Sender {
    /// The browser's own fetch.
    Browser,
    /// A function of the host: `async (request, {signal}) => response`.
    Host(Function),
}

impl Sender {
    /// Its name in a report.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Host(_) => "host",
        }
    }

    /// Sends a request once.
    ///
    /// # Errors
    /// There is no response: the request could not be made, got no answer, or was cancelled.
    pub async fn send(&self, request: &Request, cancel: &Cancel) -> Result<Response, Failure> {
        let result = match self {
            Self::Browser => fetch::send(request, cancel).await,
            Self::Host(transport) => transport::send(transport, request, cancel).await,
        };
        if cancel.is_cancelled() {
            return Err(Failure::Cancelled);
        }
        result
    }
}

/// What a thrown value says.
fn message_of(thrown: &JsValue) -> String {
    // Not by `instanceof`: an error of another frame is none here.
    let message = js_sys::Reflect::get(thrown, &"message".into()).unwrap_or(JsValue::UNDEFINED);
    message
        .as_string()
        .or_else(|| thrown.as_string())
        .unwrap_or_default()
}
