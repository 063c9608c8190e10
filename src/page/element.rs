//! The custom element, as any host sees it: attributes, properties with plain JSON, events.

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

/// The name under which `http-action-editor.js` registers the element.
const TAG: &str = "http-action-editor";

/// An `<http-action-editor>`. Cheap to clone: it is the same element.
#[derive(Clone)]
pub struct EditorElement(pub HtmlElement);

impl EditorElement {
    /// A new element, not yet in the page.
    #[must_use]
    pub fn create() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        document.create_element(TAG).ok()?.dyn_into().ok().map(Self)
    }

    /// Sets an attribute.
    pub fn set_attribute(&self, name: &str, value: &str) {
        // Fails only for a name that no attribute can have.
        let _ = self.0.set_attribute(name, value);
    }

    /// Sets a property.
    pub fn set(&self, property: &str, value: &JsValue) {
        // Setters of elements do not throw.
        let _ = Reflect::set(&self.0, &property.into(), value);
    }

    /// Sets a property to what a JSON text holds; nothing if it is none.
    pub fn set_json(&self, property: &str, text: &str) {
        if let Ok(value) = JSON::parse(text) {
            self.set(property, &value);
        }
    }

    /// A property.
    #[must_use]
    pub fn get(&self, property: &str) -> JsValue {
        member(&self.0, property)
    }
}

/// What an event of the element holds.
#[must_use]
pub fn detail(event: &Event) -> JsValue {
    member(event, "detail")
}

/// A member of an object; undefined where there is none.
#[must_use]
pub fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A text member of an object; empty where there is none.
#[must_use]
pub fn text_member(object: &JsValue, name: &str) -> String {
    member(object, name).as_string().unwrap_or_default()
}

/// An object as JSON text; none for anything else.
#[must_use]
pub fn to_text(value: &JsValue) -> Option<String> {
    if !value.is_object() {
        return None;
    }
    JSON::stringify(value).ok().map(String::from)
}
