//! What changes: effects, and parts of a view that are drawn anew.

use leptos::prelude::{LocalStorage, RenderEffect, StoredValue};
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::element::document;

/// Runs a function now and whenever something that it read has changed, for as long as the owner lives.
pub(super) fn effect(run: Box<dyn Fn()>) {
    keep(StoredValue::new_local(RenderEffect::new(move |_| run())));
}

/// Says that a value lives as long as its owner: the arena keeps it, and nobody asks for it again.
pub(super) fn keep<T>(_stored: StoredValue<T, LocalStorage>) {}

/// A mark that is not seen.
pub(super) fn mark() -> Node {
    document().create_comment("").unchecked_into()
}

/// Takes away all nodes between two marks.
pub(super) fn clear_between(start: &Node, end: &Node) {
    while let Some(next) = start.next_sibling().filter(|next| next != end) {
        match next.parent_node() {
            Some(parent) => {
                let _ = parent.remove_child(&next);
            }
            None => return,
        }
    }
}

/// Appends a part that is drawn anew whenever something that `draw` read has changed.
pub(super) fn dynamic(parent: &Node, draw: Box<dyn Fn(&Node)>) {
    let (start, end) = (mark(), mark());
    let _ = parent.append_child(&start);
    let _ = parent.append_child(&end);
    effect(Box::new(move || {
        clear_between(&start, &end);
        let part: Node = document().create_document_fragment().into();
        draw(&part);
        if let Some(parent) = end.parent_node() {
            let _ = parent.insert_before(&part, Some(&end));
        }
    }));
}
