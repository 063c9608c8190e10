//! What changes: effects, and parts of a view that are drawn anew.

use leptos::prelude::RenderEffect;
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::element::document;
use crate::reactive::keep;

/// Runs a function now and whenever something that it read has changed, for as long as the owner lives.
pub(super) fn effect(run: Box<dyn Fn()>) {
    keep(RenderEffect::new(move |_| run()));
}

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
