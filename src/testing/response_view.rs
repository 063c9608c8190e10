//! The response: facts, body and headers.

use std::sync::Arc;

use crate::reactive::*;
use http_action::run::response_text::Shown;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, KeyboardEvent, Url};

use super::result::duration;
use super::state::{Ended, Received};
use crate::editor::EditorState;
use crate::texts::Key;
use crate::view::{CollectView, IntoView, hae};

/// The most characters that are shown at once; the rest is in the download.
const MOST_CHARACTERS: usize = 200_000;

/// Which tab is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Body,
    Headers,
}

/// Shows the response, where there is one.
pub fn response_view(state: EditorState, ended: &Arc<Ended>) -> impl IntoView + use<> {
    ended.response.is_some().then(|| {
        let ended = Arc::clone(ended);
        let tab = RwSignal::new(Tab::Body);
        let facts = {
            let ended = Arc::clone(&ended);
            move || facts(state, &ended)
        };
        let download = {
            let ended = Arc::clone(&ended);
            move |_| download(&ended)
        };
        hae! {
            <section class="hae-response" part="response" aria-label=state.says(Key::Response)>
                <dl class="hae-facts">{facts}</dl>
                <div class="hae-label-line">
                    <div class="hae-tabs" role="tablist" aria-label=state.says(Key::Response) on:keydown=move |event| turn(state, tab, &event)>
                        {tab_button(state, tab, Tab::Body, Key::Body)}
                        {tab_button(state, tab, Tab::Headers, Key::Headers)}
                    </div>
                    <button type="button" class="hae-button hae-small" on:click=download>{state.says(Key::Download)}</button>
                </div>
                <div role="tabpanel" id="hae-response-panel" aria-labelledby=move || tab_id(tab.get())>
                    {move || {
                        let received = ended.response.as_ref();
                        match tab.get() {
                            Tab::Body => received.map(|received| body(state, received)).into_any(),
                            Tab::Headers => received.map(|received| headers(state, received)).into_any(),
                        }
                    }}
                </div>
            </section>
        }
    })
}

const fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Body => "hae-tab-body",
        Tab::Headers => "hae-tab-headers",
    }
}

fn tab_button(state: EditorState, open: RwSignal<Tab>, tab: Tab, label: Key) -> impl IntoView {
    let is_open = move || open.get() == tab;
    hae! {
        <button
            type="button"
            role="tab"
            class="hae-tab"
            id=tab_id(tab)
            data-field=tab_id(tab)
            aria-selected=move || if is_open() { "true" } else { "false" }
            aria-controls="hae-response-panel"
            tabindex=move || if is_open() { "0" } else { "-1" }
            on:click=move |_| open.set(tab)
        >
            {state.says(label)}
        </button>
    }
}

/// The arrow keys go from tab to tab (ARIA Authoring Practices, tabs with automatic activation).
fn turn(state: EditorState, open: RwSignal<Tab>, event: &KeyboardEvent) {
    let next = match (event.key().as_str(), open.get_untracked()) {
        ("ArrowLeft" | "ArrowRight", Tab::Body) | ("End", _) => Tab::Headers,
        ("ArrowLeft" | "ArrowRight", Tab::Headers) | ("Home", _) => Tab::Body,
        _ => return,
    };
    event.prevent_default();
    open.set(next);
    state.focus(tab_id(next));
}

fn facts(state: EditorState, ended: &Ended) -> impl IntoView + use<> {
    let received = ended.response.as_ref();
    let status = received.map(|received| {
        let mut status = received.response.status.to_string();
        status.push(' ');
        status.push_str(&received.response.status_text);
        status
    });
    let bytes = received.map_or(0, |received| received.text.bytes);
    let size = state.locale.with(|locale| locale.count(Key::Bytes, bytes));
    [
        (Key::Status, status.unwrap_or_default()),
        (Key::Duration, duration(state, ended.duration_ms)),
        (Key::Size, size),
        (Key::SentBy, state.text(if ended.sent_by == "host" { Key::SentByHost } else { Key::SentByBrowser })),
    ]
    .into_iter()
    .map(|(name, value)| hae! { <div class="hae-fact"><dt>{state.text(name)}</dt><dd>{value}</dd></div> })
    .collect_view()
}

fn body(state: EditorState, received: &Received) -> impl IntoView + use<> {
    let text = &received.text;
    let note = |on: bool, key: Key| on.then(|| hae! { <p class="hae-hint">{state.says(key)}</p> });
    let end = text
        .text
        .char_indices()
        .nth(MOST_CHARACTERS)
        .map(|(at, _)| at);
    let shown = text
        .text
        .get(..end.unwrap_or(text.text.len()))
        .unwrap_or_default()
        .to_owned();
    let has_text = matches!(text.shown, Shown::Json | Shown::Text | Shown::Markup);
    hae! {
        {note(text.shown == Shown::Empty, Key::ResponseEmpty)}
        {note(text.shown == Shown::Binary, Key::ResponseBytes)}
        {note(text.falsely_json, Key::ResponseFalselyJson)}
        {note(text.invalid_utf8, Key::ResponseInvalidUtf8)}
        {note(end.is_some(), Key::ResponseCut)}
        {has_text.then(|| hae! {
            <pre class="hae-code-view hae-mono" tabindex="0" aria-label=state.says(Key::Body)>{shown}</pre>
        })}
    }
}

fn headers(state: EditorState, received: &Received) -> impl IntoView + use<> {
    let rows = received
        .response
        .headers
        .iter()
        .map(|(name, value)| {
            hae! { <div class="hae-header-row-view"><dt>{name.clone()}</dt><dd>{value.clone()}</dd></div> }
        })
        .collect_view();
    hae! {
        <dl class="hae-header-list hae-mono">{rows}</dl>
        <p class="hae-hint">{state.says(Key::ResponseHeadersHint)}</p>
    }
}

/// Saves the body as a file: the text with its secrets masked, or the bytes as they came.
fn download(ended: &Ended) {
    let Some(received) = &ended.response else {
        return;
    };
    let parts = js_sys::Array::new();
    if received.text.shown == Shown::Binary {
        parts.push(&js_sys::Uint8Array::from(received.response.body.as_slice()));
    } else {
        parts.push(&JsValue::from_str(&received.text.text));
    }
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let Ok(blob) = Blob::new_with_buffer_source_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    let link = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(if received.text.shown == Shown::Json {
            "response.json"
        } else {
            "response.txt"
        });
        link.click();
    }
    let _ = Url::revoke_object_url(&address);
}
