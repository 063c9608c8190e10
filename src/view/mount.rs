//! Putting a view into the page, and taking it out.

use any_spawner::Executor;
use leptos::prelude::Owner;
use web_sys::Element;

use super::child::IntoView;

/// A view in the page. Dropping it takes the view out and ends all that belongs to it.
pub struct Mounted {
    parent: Element,
    /// Ends effects and drops signals when it is dropped.
    owner: Owner,
}

/// Puts a view into an empty element.
#[must_use]
pub fn mount<V: IntoView>(parent: Element, build: impl FnOnce() -> V) -> Mounted {
    // The first of the page starts it; that it runs already is no error.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new_root(None);
    owner.with(|| build().append_to(&parent));
    Mounted { parent, owner }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.parent.set_text_content(None);
    }
}
