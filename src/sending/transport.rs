//! A host's own way to send: `async (request, {signal}) => response`.

use http_action::request::{Request, Reveal};
use http_action::run::{Failure, Response};
use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::cancel::Cancel;
use super::message_of;
use crate::embedding::to_javascript;

/// Sends a request once. A rejected promise is a failure without a response, and so is a response of another form.
pub(super) async fn send(
    transport: &Function,
    request: &Request,
    cancel: &Cancel,
) -> Result<Response, Failure> {
    let failed = |thrown: JsValue| Failure::Network {
        message: message_of(&thrown),
    };
    let options = Object::new();
    if let Some(signal) = cancel.signal() {
        let _ = Reflect::set(&options, &"signal".into(), &signal);
    }
    let given = to_javascript(&request.to_json(Reveal::Revealed));
    let answer = transport
        .call2(&JsValue::NULL, &given, &options)
        .map_err(failed)?;
    let answer = JsFuture::from(Promise::resolve(&answer))
        .await
        .map_err(failed)?;
    response(&answer).ok_or_else(|| Failure::Network {
        message: "transport: {status, statusText, headers, body}".to_owned(),
    })
}

fn response(answer: &JsValue) -> Option<Response> {
    let member = |name: &str| Reflect::get(answer, &name.into()).ok();
    let status = member("status")?.as_f64()?;
    if !(100.0..=999.0).contains(&status) {
        return None;
    }
    let headers = member("headers")?;
    let headers = if headers.is_undefined() {
        Array::new()
    } else {
        headers.dyn_into::<Array>().ok()?
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range was checked"
    )]
    Some(Response {
        status: status as u16,
        status_text: member("statusText")?.as_string().unwrap_or_default(),
        headers: headers
            .iter()
            .map(|entry| header(&entry))
            .collect::<Option<_>>()?,
        body: body(member("body")?)?,
        redirected: false,
        url: String::new(),
    })
}

fn header(entry: &JsValue) -> Option<(String, String)> {
    let pair = entry.dyn_ref::<Array>()?;
    Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
}

fn body(body: JsValue) -> Option<Vec<u8>> {
    if body.is_undefined() || body.is_null() {
        return Some(Vec::new());
    }
    if let Some(text) = body.as_string() {
        return Some(text.into_bytes());
    }
    let bytes = match body.dyn_into::<ArrayBuffer>() {
        Ok(buffer) => Uint8Array::new(&buffer),
        Err(other) => other.dyn_into::<Uint8Array>().ok()?,
    };
    Some(bytes.to_vec())
}
