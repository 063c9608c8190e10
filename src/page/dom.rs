//! Making and changing the page's elements, one by one: Trusted Types allow nothing else.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, EventTarget, HtmlElement};

use super::element::text_member;

/// An element of the page. Cheap to clone: it is the same element.
#[derive(Clone)]
pub struct Node(Element);

/// The page's document.
#[must_use]
pub fn document() -> Document {
    // Without a document there is no page, and nobody calls this.
    web_sys::window()
        .and_then(|window| window.document())
        .unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
}

/// A new element.
#[must_use]
pub fn node(tag: &str, class: &str) -> Node {
    // Only a tag that is no name is refused, and tags are written in the source.
    let element = document().create_element(tag);
    let node = Node(element.unwrap_or_else(JsCast::unchecked_into));
    if class.is_empty() {
        node
    } else {
        node.set("class", class)
    }
}

/// The element of that id.
#[must_use]
pub fn by_id(id: &str) -> Option<Node> {
    document().get_element_by_id(id).map(Node)
}

/// Takes the focus to the element of that id; answers whether it is there to be seen.
pub fn focus(id: &str) -> bool {
    by_id(id).is_some_and(|node| node.focus())
}

/// A push button.
#[must_use]
pub fn button(text: &str, press: impl Fn() + 'static) -> Node {
    node("button", "hae-page-button")
        .set("type", "button")
        .says(text)
        .on("click", move |_| press())
}

impl From<HtmlElement> for Node {
    fn from(element: HtmlElement) -> Self {
        Self(element.into())
    }
}

impl Node {
    /// With an attribute.
    #[must_use]
    pub fn set(self, name: &str, value: &str) -> Self {
        self.change(name, value);
        self
    }

    /// Changes an attribute.
    pub fn change(&self, name: &str, value: &str) {
        // Fails only for a name that no attribute can have.
        let _ = self.0.set_attribute(name, value);
    }

    /// An attribute; empty where there is none.
    #[must_use]
    pub fn attribute(&self, name: &str) -> String {
        self.0.get_attribute(name).unwrap_or_default()
    }

    /// With a property.
    #[must_use]
    pub fn property(self, name: &str, value: impl Into<JsValue>) -> Self {
        self.put(name, &value.into());
        self
    }

    /// Changes a property.
    pub fn put(&self, name: &str, value: &JsValue) {
        // An element's own properties do not throw.
        let _ = Reflect::set(&self.0, &name.into(), value);
    }

    /// A text property.
    #[must_use]
    pub fn text_of(&self, name: &str) -> String {
        text_member(&self.0, name)
    }

    /// With a text in it, and nothing else.
    #[must_use]
    pub fn says(self, text: &str) -> Self {
        self.say(text);
        self
    }

    /// Replaces what is in it by a text.
    pub fn say(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// With another element at its end.
    #[must_use]
    pub fn with(self, child: Self) -> Self {
        self.add(child);
        self
    }

    /// Adds another element at its end.
    pub fn add(&self, child: Self) {
        // Fails only for a child that holds its parent.
        let _ = self.0.append_child(&child.0);
    }

    /// Replaces what is in it. What had the focus has it again, where there still is an element of its id.
    pub fn replace(&self, children: Vec<Self>) {
        let focused = document().active_element();
        let focused = focused.filter(|focused| self.0.contains(Some(focused)));
        self.say("");
        for child in children {
            self.add(child);
        }
        if let Some(focused) = focused.filter(|focused| !focused.is_connected()) {
            focus(&focused.id());
        }
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// With something that happens on an event of it.
    #[must_use]
    pub fn on(self, event: &str, react: impl Fn(&Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(react));
        self
    }

    /// Takes the focus to it; answers whether it is there to be seen.
    pub fn focus(&self) -> bool {
        let element = self.as_a::<HtmlElement>();
        element.is_some_and(|element| element.offset_parent().is_some() && element.focus().is_ok())
    }

    /// The element itself, as what it is.
    #[must_use]
    pub fn as_a<T: JsCast>(&self) -> Option<&T> {
        self.0.dyn_ref()
    }
}

/// Listens for as long as the target lives.
pub fn listen(target: &EventTarget, event: &str, react: Box<dyn Fn(&Event)>) {
    let react = Closure::<dyn Fn(Event)>::new(move |event: Event| react(&event)).into_js_value();
    // Fails for no listener.
    let _ = target.add_event_listener_with_callback(event, react.unchecked_ref());
}

/// Does something once the present task is done.
pub fn soon(ms: i32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = web_sys::window() {
        // Fails for no callback.
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), ms);
    }
}
