//! Finding an element of a view.

use std::marker::PhantomData;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::effect::Effect;
use super::signal::RwSignal;

/// Elements by the names of their tags.
pub mod html {
    /// `<input>`
    pub type Input = web_sys::HtmlInputElement;
    /// `<textarea>`
    pub type Textarea = web_sys::HtmlTextAreaElement;
    /// `<ul>`
    pub type Ul = web_sys::HtmlElement;
}

/// Finds an element of a view, once the view is made.
pub struct NodeRef<E> {
    element: RwSignal<Option<Element>>,
    is: PhantomData<fn() -> E>,
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E: JsCast + 'static> NodeRef<E> {
    /// Of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            element: RwSignal::new(None),
            is: PhantomData,
        }
    }

    /// Of this element.
    pub fn load(self, element: &Element) {
        self.element.set(Some(element.clone()));
    }

    /// The element; follows it.
    #[must_use]
    pub fn get(self) -> Option<E> {
        self.element.get().map(JsCast::unchecked_into)
    }

    /// The element.
    #[must_use]
    pub fn get_untracked(self) -> Option<E> {
        self.element.get_untracked().map(JsCast::unchecked_into)
    }

    /// Does something with the element once it is in the page.
    pub fn on_load(self, act: impl Fn(E) + 'static) {
        Effect::run(move |_| {
            if let Some(element) = self.get() {
                act(element);
            }
        });
    }
}

impl<E: JsCast + 'static> Default for NodeRef<E> {
    fn default() -> Self {
        Self::new()
    }
}
