//! Where the page begins.

use http_action::scope::Scope;
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::dom::{Node, node};
use super::drawing::Shown;
use super::model::{Frame, Model, Page};
use super::notices::NEWS;
use super::{listening, sample, store};
use crate::texts::Locale;

/// Shows the page in `root`. `tag` is its language, `file` the texts of it, and `texts` a function from a language's
/// tag to a promise of its texts.
#[wasm_bindgen]
pub fn start_page(root: HtmlElement, tag: &str, file: &str, texts: Function) {
    let kept = |key, otherwise: &str| store::read(key).unwrap_or_else(|| otherwise.to_owned());
    let model = Model {
        locale: Locale::new(tag, file),
        actions: Vec::new(),
        selected: None,
        deleted: Vec::new(),
        scope: Scope::default(),
        scope_seen: None,
        profile: kept("profile", "full"),
        theme: kept("theme", "auto"),
        notice: None,
        trouble: None,
        unreadable: Vec::new(),
        welcome: false,
        element: None,
        pending: false,
        dirty: false,
        shown: Shown::default(),
    };
    let page = Page::new(model, frame(root.clone().into(), texts));
    let selected = store::read("selected");
    let is_first = page.load();
    page.load_scope(if is_first {
        sample::scope()
    } else {
        Scope::default()
    });
    listening::begin(page, &root);
    if is_first {
        page.write(|model| model.welcome = true);
        page.add(page.read(|model| sample::actions(&model.locale)));
        return;
    }
    let first = page.read(|model| {
        let last_time = model
            .actions
            .iter()
            .find(|entry| Some(&entry.id) == selected.as_ref());
        last_time
            .or_else(|| model.actions.first())
            .map(|entry| entry.id.clone())
    });
    if let Some(first) = first {
        page.open(&first);
    }
    page.keep();
}

/// Draws the places of the page that change, empty.
fn frame(root: Node, texts: Function) -> Frame {
    let frame = Frame {
        header: node("header", "hae-page-header"),
        nav: node("nav", "hae-page-nav"),
        list: node("ul", "hae-page-list"),
        alerts: node("div", "hae-page-alerts"),
        // Stands there from the start, so that what comes into it is read out.
        said: node("p", "hae-page-said").set("role", "status"),
        answers: node("div", "hae-page-buttons"),
        welcome: node("div", ""),
        tools: node("div", ""),
        stage: node("div", "hae-page-stage"),
        root,
        texts,
    };
    let news = node("div", "hae-page-notice hae-page-news")
        .set("id", NEWS)
        .with(frame.said.clone())
        .with(frame.answers.clone());
    let main = node("main", "hae-page-main")
        .with(frame.alerts.clone())
        .with(news)
        .with(frame.welcome.clone())
        .with(frame.tools.clone())
        .with(frame.stage.clone());
    frame.root.add(frame.header.clone());
    frame.root.add(
        node("div", "hae-page-body")
            .with(frame.nav.clone())
            .with(main),
    );
    frame
}
