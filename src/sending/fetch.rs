//! The browser's own fetch.
//!
//! The request is built as `web_sys` values, which refuse by `Result`: gloo-net's builder panics on a header value with
//! a line break, replaces an earlier row of the same name and writes the query anew. gloo-net sends it and reads the
//! response.

use gloo_net::http;
use http_action::request::Request;
use http_action::run::{Failure, Response};
use wasm_bindgen::JsValue;
use web_sys::{
    Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode,
    RequestRedirect,
};

use super::cancel::Cancel;
use super::message_of;

/// Sends a request once.
pub(super) async fn send(request: &Request, cancel: &Cancel) -> Result<Response, Failure> {
    let raw = raw(request, cancel).map_err(|thrown| Failure::Refused {
        message: message_of(&thrown),
    })?;
    let no_answer = |error: http_error::Error| Failure::Network {
        message: http_error::message(&error),
    };
    let response = http::Request::from(raw).send().await.map_err(no_answer)?;
    let body = response.binary().await.map_err(no_answer)?;
    Ok(Response {
        status: response.status(),
        status_text: response.status_text(),
        headers: response.headers().entries().collect(),
        redirected: response.redirected(),
        url: response.url(),
        body,
    })
}

/// gloo-net's errors, whose text begins with words of its own.
mod http_error {
    pub(super) use gloo_net::Error;

    /// What the browser says.
    pub(super) fn message(error: &Error) -> String {
        match error {
            Error::JsError(error) => error.message.clone(),
            other => other.to_string(),
        }
    }
}

/// The request as the browser takes it, with the settings of every test.
fn raw(request: &Request, cancel: &Cancel) -> Result<web_sys::Request, JsValue> {
    let headers = Headers::new()?;
    for header in &request.headers {
        headers.append(&header.name.text, &header.value.text)?;
    }
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers(&headers);
    init.set_mode(RequestMode::Cors);
    // The technician's own session never goes along.
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Follow);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(cancel.signal().as_ref());
    // Even an empty body member would add a Content-Type.
    if let Some(body) = &request.body {
        init.set_body(&JsValue::from_str(&body.text));
    }
    web_sys::Request::new_with_str_and_init(&request.url.text, &init)
}
