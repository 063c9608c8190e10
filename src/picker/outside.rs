//! Hearing of what happens around the editor while something of it floats: a press elsewhere, a scroll, a new size.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, Window};

/// What is heard. In the capture phase, since a scroll does not bubble and a page may stop a press.
const EVENTS: [&str; 3] = ["pointerdown", "scroll", "resize"];

/// Listens at the window until it is dropped.
pub(super) struct Outside {
    window: Window,
    listener: Closure<dyn FnMut(Event)>,
}

impl Outside {
    /// Calls `heard` for each event; none where there is no window.
    pub(super) fn listen(heard: impl FnMut(Event) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let listener = Closure::new(heard);
        for event in EVENTS {
            let function = listener.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_bool(event, function, true);
        }
        Some(Self { window, listener })
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        for event in EVENTS {
            let function = self.listener.as_ref().unchecked_ref();
            let _ = self
                .window
                .remove_event_listener_with_callback_and_bool(event, function, true);
        }
    }
}

/// Whether an event happened inside an element, through shadow roots.
pub(super) fn is_inside(event: &Event, element: &Element) -> bool {
    event.composed_path().includes(element, 0)
}

/// The innermost element that an event happened in, through shadow roots, or the next around it that `selector` finds.
pub(super) fn hit(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.composed_path().get(0).dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}
