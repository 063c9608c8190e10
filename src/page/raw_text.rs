//! A text for taking along: to be read, downloaded, copied.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlTextAreaElement, Url};

use super::dom::{Node, button, document, node, soon};
use super::element::member;
use super::model::Page;
use crate::texts::Key;

/// A text with its buttons; `file` is the name of the download.
#[must_use]
pub fn raw_text(page: Page, id: &str, label: &str, text: &str, file: &'static str) -> Node {
    let area = node("textarea", "hae-page-text")
        .set("id", id)
        .set("rows", "4")
        .set("readonly", "")
        .set("spellcheck", "false")
        .set("aria-label", label)
        .property("value", text);
    let said = node("span", "").set("role", "status");
    let buttons = node("div", "hae-page-buttons");
    let source = area.clone();
    buttons.add(button(&page.text(Key::PageDownload), move || {
        download(&source.text_of("value"), file);
    }));
    let (source, answer) = (area.clone(), said.clone());
    buttons.add(button(&page.text(Key::PageCopy), move || {
        let (source, answer) = (source.clone(), answer.clone());
        spawn_local(async move {
            let key = if copied(&source.text_of("value")).await {
                Key::PageCopied
            } else {
                source.focus();
                if let Some(area) = source.as_a::<HtmlTextAreaElement>() {
                    area.select();
                }
                Key::PageCopyFailed
            };
            answer.say(&page.text(key));
        });
    }));
    node("div", "hae-page-raw")
        .with(area)
        .with(buttons.with(said))
}

/// Lets the browser save a text as a file.
fn download(text: &str, file: &str) {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&text.into());
    let Ok(address) = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob))
    else {
        return;
    };
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(file);
        link.click();
    }
    // The browser has begun to read it by then.
    soon(10_000, move || {
        // Fails for no address.
        let _ = Url::revoke_object_url(&address);
    });
}

/// Copies a text; answers whether it could.
async fn copied(text: &str) -> bool {
    // The clipboard is missing where the page is not a secure context.
    let navigator =
        web_sys::window().map_or(JsValue::UNDEFINED, |window| window.navigator().into());
    let clipboard = member(&navigator, "clipboard");
    let Ok(write) = member(&clipboard, "writeText").dyn_into::<Function>() else {
        return false;
    };
    let promise = write.call1(&clipboard, &text.into());
    match promise.map(JsCast::dyn_into::<Promise>) {
        Ok(Ok(promise)) => JsFuture::from(promise).await.is_ok(),
        _ => false,
    }
}
