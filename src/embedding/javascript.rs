//! JSON as JavaScript values.

use http_action::json::Json;
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

/// A fresh, plain JavaScript value. Strings cross as they are, without being quoted and parsed again.
#[must_use]
pub fn to_javascript(json: &Json) -> JsValue {
    match json {
        Json::Null => JsValue::NULL,
        Json::Bool(value) => JsValue::from_bool(*value),
        Json::Number(digits) => JsValue::from_f64(js_sys::Number::parse_float(digits)),
        Json::String(text) => JsValue::from_str(text),
        Json::Array(items) => items.iter().map(to_javascript).collect::<Array>().into(),
        Json::Object(members) => {
            let entries: Array = members
                .iter()
                .map(|(name, value)| Array::of2(&JsValue::from_str(name), &to_javascript(value)))
                .collect();
            // Not property by property: a member named `__proto__` would set the prototype.
            Object::from_entries(&entries).map_or(JsValue::NULL, JsValue::from)
        }
    }
}
