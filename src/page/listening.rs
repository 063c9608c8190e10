//! What the page hears: the element's events, other tabs, and its own end.

use web_sys::{Event, EventTarget};

use super::dom::{document, listen, soon};
use super::element::{detail, member, text_member, to_text};
use super::model::Page;
use crate::texts::Key;

/// How long an edit waits to be stored together with those that follow, in milliseconds.
const PAUSE_MS: i32 = 250;

/// Begins to listen, for as long as the page lives. `root` holds the element.
pub fn begin(page: Page, root: &EventTarget) {
    let on_element = |name, react: fn(Page, &Event)| {
        let react = move |event: &Event| {
            // The element's events bubble; one that an element left over from another action fires counts no more.
            let ours = page.element();
            if event.target().as_ref() == ours.as_ref().map(|ours| ours.0.as_ref()) {
                react(page, event);
            }
        };
        listen(root, name, Box::new(react));
    };
    on_element("hae-input", edited);
    on_element("hae-change", |page, event| {
        edited(page, event);
        page.keep_now();
    });
    on_element("hae-save", |page, event| {
        let document = to_text(&member(&detail(event), "value"));
        if !document.is_some_and(|document| page.save(document)) {
            event.prevent_default();
        }
    });
    on_element("hae-variable", |page, event| {
        page.take_variable(&detail(event))
    });
    on_element("hae-error", |page, event| {
        page.tell(Key::PageEditorError, text_member(&detail(event), "message"));
        page.draw();
    });

    let Some(window) = web_sys::window() else {
        return;
    };
    for name in ["storage", "focus", "pageshow"] {
        listen(&window, name, Box::new(move |_| page.look_around()));
    }
    listen(&window, "pagehide", Box::new(move |_| page.keep_now()));
    listen(
        &document(),
        "visibilitychange",
        Box::new(move |_| page.keep_now()),
    );
    listen(
        &window,
        "beforeunload",
        Box::new(move |event| before_unload(page, event)),
    );
}

/// Something was edited. The document is fetched later: it may be large, and the next key must not wait for it.
fn edited(page: Page, event: &Event) {
    let dirty = member(&detail(event), "dirty").is_truthy();
    let was_pending = page.write(|model| {
        model.dirty = dirty;
        std::mem::replace(&mut model.pending, true)
    });
    if !was_pending {
        soon(PAUSE_MS, move || page.keep_now());
    }
}

/// Asks before edits go that are stored nowhere.
fn before_unload(page: Page, event: &Event) {
    page.keep_now();
    let is_lost = page.read(|model| {
        model
            .actions
            .iter()
            .any(|entry| entry.unwritten && entry.touched)
    });
    if is_lost {
        event.prevent_default();
    }
}
