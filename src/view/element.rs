//! Elements, made one by one.

use leptos::ev::EventDescriptor;
use leptos::prelude::Owner;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Node};

use super::attribute::{AttributeValue, Target};
use super::child::IntoView;
use crate::reactive::{NodeRef, keep};

/// A part of the page: an element, or several nodes that have no parent yet.
#[derive(Clone)]
pub struct View(pub(super) Node);

pub(super) fn document() -> Document {
    // Without a document there is no page to show anything in, and nobody calls this.
    web_sys::window()
        .and_then(|window| window.document())
        .unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
}

/// An element of HTML.
#[must_use]
pub fn element(tag: &str) -> View {
    made(document().create_element(tag))
}

/// An element of SVG.
#[must_use]
pub fn svg_element(tag: &str) -> View {
    made(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag))
}

fn made(element: Result<Element, JsValue>) -> View {
    // Only a tag that is no name is refused, and tags are written in the source.
    element.map_or_else(|_| fragment(), |element| View(element.into()))
}

/// Several nodes without an element around them.
#[must_use]
pub fn fragment() -> View {
    View(document().create_document_fragment().into())
}

impl View {
    fn with_element(self, change: impl FnOnce(&Element)) -> Self {
        if let Some(element) = self.0.dyn_ref::<Element>() {
            change(element);
        }
        self
    }

    /// Adds a child.
    #[must_use]
    pub fn child(self, child: impl IntoView) -> Self {
        child.append_to(&self.0);
        self
    }

    /// Sets something of the element; a value that changes is followed.
    #[must_use]
    pub fn set(self, target: Target, value: impl AttributeValue) -> Self {
        self.with_element(|element| value.set_on(element, target))
    }

    /// Listens to an event for as long as the view is there.
    #[must_use]
    pub fn on<E>(self, event: E, mut handler: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        listen(
            &self.0,
            &event.name(),
            Box::new(move |event| handler(event.unchecked_into())),
        );
        self
    }

    /// Lets a reference find the element.
    #[must_use]
    pub fn node_ref<E: JsCast + 'static>(self, reference: NodeRef<E>) -> Self {
        self.with_element(|element| reference.load(element))
    }

    /// The view itself; for code that must name one type.
    #[must_use]
    pub fn into_any(self) -> Self {
        self
    }
}

/// A listener; dropping it ends it.
struct Listener {
    node: Node,
    event: String,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    // Removing a focused element fires `blur`, by then to a closure that is gone.
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self
            .node
            .remove_event_listener_with_callback(&self.event, function);
    }
}

fn listen(node: &Node, event: &str, mut handler: Box<dyn FnMut(Event)>) {
    // What a handler creates belongs to the view, as what the view itself creates does.
    let owner = Owner::current();
    let closure = Closure::<dyn FnMut(Event)>::new(move |event| match &owner {
        Some(owner) => owner.with(|| handler(event)),
        None => handler(event),
    });
    let _ = node.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    keep(Listener {
        node: node.clone(),
        event: event.to_owned(),
        closure,
    });
}
