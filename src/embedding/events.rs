//! Everything that leaves for the host.

use crate::reactive::*;
use http_action::json::Json;
use js_sys::Function;
use wasm_bindgen::JsValue;

use super::javascript::to_javascript;

/// Whether a host may forbid what an event announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelable {
    /// It may, by `preventDefault()`.
    Yes,
    /// It is told, no more.
    No,
}

/// Fires events at the element. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Events(StoredValue<Function>);

impl Events {
    /// Fires through a function of `(type, detail, cancelable)` that answers whether the event was not cancelled.
    #[must_use]
    pub fn new(dispatch: Function) -> Self {
        Self(StoredValue::new(dispatch))
    }

    /// Fires an event whose detail is plain JSON. Answers false where the host has cancelled it.
    pub fn fire(self, event: &str, detail: &Json, cancelable: Cancelable) -> bool {
        let Some(dispatch) = self.0.try_with_value(Clone::clone) else {
            return true;
        };
        let cancelable = JsValue::from_bool(cancelable == Cancelable::Yes);
        let answer = dispatch.call3(
            &JsValue::NULL,
            &event.into(),
            &to_javascript(detail),
            &cancelable,
        );
        !matches!(answer, Ok(answer) if answer == JsValue::FALSE)
    }
}
