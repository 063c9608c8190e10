//! The dialogs: native ones. The browser holds the focus in them and gives it back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::dom::{Node, button, node};
use super::model::Page;
use crate::texts::Key;

/// A button that opens a dialog.
#[must_use]
pub fn opener(page: Page, label: Key, open: fn(Page)) -> Node {
    let mut id = "hae-page-open-".to_owned();
    id.push_str(&(label as usize).to_string());
    button(&page.text(label), move || open(page))
        .set("id", &id)
        .set("aria-haspopup", "dialog")
}

/// Opens a dialog.
pub fn open(page: Page, title: Key, content: Vec<Node>) {
    let dialog = node("dialog", "hae-page-dialog").set("aria-labelledby", "hae-page-dialog-title");
    let itself = dialog.clone();
    let head = node("div", "hae-page-dialog-head")
        .with(
            node("h2", "hae-page-dialog-title")
                .set("id", "hae-page-dialog-title")
                .says(&page.text(title)),
        )
        .with(button(&page.text(Key::PageClose), move || close(&itself)));
    dialog.add(head);
    for part in content {
        dialog.add(part);
    }
    let itself = dialog.clone();
    let dialog = dialog.on("close", move |_| itself.remove());
    page.frame.root.add(dialog.clone());
    if let Some(dialog) = dialog.as_a::<HtmlDialogElement>() {
        // Fails only for a dialog that is open, or not in the page.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog, or the one that an element stands in.
pub fn close(inside: &Node) {
    let dialog = inside
        .as_a::<Element>()
        .and_then(|element| element.closest("dialog").ok().flatten());
    if let Some(dialog) = dialog
        .as_ref()
        .and_then(|dialog| dialog.dyn_ref::<HtmlDialogElement>())
    {
        dialog.close();
    }
}
