//! The `(x)` picker and the suggestions, as a person uses them: by role and name, by mouse and by key.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use http_action_editor::embedding::MountedEditor;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

const SCOPE: &str = r#"{
  "variables": [{"name": "api_token", "defaultValue": "hunter2", "secret": true}, {"name": "site", "defaultValue": "Paris"}],
  "customFields": [{"name": "MAC Address", "reference": "cf_mac_address"}],
  "devices": []
}"#;

/// An editor in the page; it is taken out again when the test ends.
struct Page {
    editor: MountedEditor,
    root: HtmlElement,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.editor.unmount();
        self.root.remove();
    }
}

fn document() -> web_sys::Document {
    web_sys::window()
        .and_then(|window| window.document())
        .expect("a document")
}

impl Page {
    async fn open(scope: &str, action: &str) -> Self {
        let root: HtmlElement = document()
            .create_element("div")
            .expect("an element")
            .unchecked_into();
        root.set_class_name("hae-root");
        document()
            .body()
            .expect("a body")
            .append_child(&root)
            .expect("appended");
        if document()
            .query_selector("style.picker")
            .expect("a selector")
            .is_none()
        {
            let style = document().create_element("style").expect("an element");
            style.set_class_name("picker");
            style.set_text_content(Some(concat!(
                include_str!("../style/editor/00-tokens.css"),
                include_str!("../style/editor/10-base.css"),
                include_str!("../style/editor/50-picker.css"),
            )));
            document()
                .head()
                .expect("a head")
                .append_child(&style)
                .expect("appended");
        }
        let editor = MountedEditor::mount(
            root.clone(),
            "en",
            include_str!("../src/texts/en.txt"),
            Function::new_no_args("return true"),
        );
        editor.set_scope(Some(scope.to_owned()));
        editor.set_value(Some(action.to_owned()));
        let page = Self { editor, root };
        settle().await;
        page
    }

    /// All that has the selector.
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|at| found.get(at))
            .map(JsCast::unchecked_into)
            .collect()
    }

    /// The one element of a role and a name; both may be given by what the browser derives them from.
    fn named(&self, selector: &str, name: &str) -> HtmlElement {
        let found: Vec<HtmlElement> = self
            .all(selector)
            .into_iter()
            .filter(|each| self.name(each) == name)
            .collect();
        assert_eq!(found.len(), 1, "{selector} {name:?}");
        found.into_iter().next().expect("one")
    }

    fn name(&self, element: &Element) -> String {
        element.get_attribute("aria-label").unwrap_or_else(|| {
            let id = element.id();
            let label = self
                .all("label")
                .into_iter()
                .find(|label| label.get_attribute("for").as_deref() == Some(&id));
            label
                .and_then(|label| label.text_content())
                .unwrap_or_else(|| spoken(element))
        })
    }

    fn url(&self) -> HtmlInputElement {
        self.named("input", "URL").unchecked_into()
    }

    fn dialog(&self) -> HtmlElement {
        self.named("[role=dialog]", "Insert variable")
    }

    fn is_open(&self) -> bool {
        self.dialog().matches(":popover-open").expect("a selector")
    }

    fn search(&self) -> HtmlInputElement {
        self.named("input[type=search]", "Search variables")
            .unchecked_into()
    }

    /// The names of the options that are in the page.
    fn options(&self) -> Vec<String> {
        self.all("[role=dialog] [role=option]")
            .iter()
            .map(|each| self.name(each))
            .collect()
    }

    fn groups(&self) -> Vec<String> {
        self.all("[role=dialog] [role=group]")
            .iter()
            .map(|each| self.name(each))
            .collect()
    }

    /// The option that assistive technology is told of, and that is marked for the eye.
    fn active(&self) -> String {
        let id = self
            .search()
            .get_attribute("aria-activedescendant")
            .expect("an active option");
        let marked = self.all("[role=dialog] [aria-selected=true]");
        assert_eq!(marked.len(), 1);
        assert_eq!(marked.first().map(|each| each.id()), Some(id));
        marked
            .first()
            .map(|each| self.name(each))
            .unwrap_or_default()
    }

    async fn press(&self, button: &str) {
        self.named("button", button).click();
        settle().await;
    }

    async fn query(&self, text: &str) {
        type_into(&self.search(), text).await;
    }

    fn value(&self) -> JsValue {
        self.editor.value()
    }

    fn text(&self, member: &str) -> String {
        Reflect::get(&self.value(), &member.into())
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }

    /// The suggestions that are shown; none where there is no list.
    fn suggestions(&self) -> Vec<String> {
        let list = self.named("[role=listbox]", "Suggestions");
        if !list.matches(":popover-open").expect("a selector") {
            return Vec::new();
        }
        self.all("[role=listbox][aria-label=Suggestions] [role=option]")
            .iter()
            .map(|each| self.name(each))
            .collect()
    }
}

/// The text of an element that assistive technology reads.
fn spoken(element: &Element) -> String {
    let copy: Element = element
        .clone_node_with_deep(true)
        .expect("a copy")
        .unchecked_into();
    while let Some(hidden) = copy
        .query_selector("[aria-hidden=true]")
        .expect("a selector")
    {
        hidden.remove();
    }
    copy.text_content().unwrap_or_default().trim().to_owned()
}

/// Waits until everything that follows from an event is on the screen.
async fn settle() {
    let promise = Promise::new(&mut |done, _| {
        web_sys::window()
            .expect("a window")
            .set_timeout_with_callback(&done)
            .expect("a timer");
    });
    JsFuture::from(promise).await.expect("it is called");
}

/// Types a text over all that a field shows.
async fn type_into(field: &HtmlInputElement, text: &str) {
    field.focus().expect("focused");
    field.set_value(text);
    input_event(field).await;
}

async fn input_event(field: &HtmlElement) {
    field.dispatch_event(&input()).expect("dispatched");
    settle().await;
}

fn input() -> web_sys::Event {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    web_sys::Event::new_with_event_init_dict("input", &init).expect("an event")
}

/// Waits until what follows from an event is laid out, and no longer.
async fn drawn(page: &Page) {
    // Effects run in microtasks, which may begin others.
    for _ in 0..10 {
        JsFuture::from(Promise::resolve(&JsValue::NULL))
            .await
            .expect("resolved");
    }
    let shown = page.all("[role=dialog] [role=option]");
    assert!(
        shown
            .last()
            .is_none_or(|last| last.get_bounding_client_rect().height() > 0.0)
    );
}

/// Presses a key where the focus is. Answers whether the browser would still do its own part.
async fn key(key: &str) -> bool {
    let init = web_sys::KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init)
        .expect("an event");
    let goes_on = focused().dispatch_event(&event).expect("dispatched");
    settle().await;
    goes_on
}

fn focused() -> HtmlElement {
    document()
        .active_element()
        .expect("a focus")
        .unchecked_into()
}

fn url_action(url: &str) -> String {
    [
        "{\"version\":1,\"type\":\"http_request\",\"url\":\"",
        url,
        "\"}",
    ]
    .concat()
}

#[wasm_bindgen_test]
async fn it_opens_with_three_groups_and_the_focus_in_the_search() {
    let page = Page::open(SCOPE, "null").await;
    assert!(!page.is_open());
    page.press("Insert variable into URL").await;
    assert!(page.is_open());
    assert_eq!(focused(), page.search().unchecked_into());
    assert_eq!(
        page.groups(),
        ["Variables", "System variables", "Custom fields"]
    );
    assert_eq!(
        page.options().first().map(String::as_str),
        Some("api_token {{api_token}}")
    );
    assert!(
        page.options()
            .contains(&"Hostname {{level_device_hostname}}".to_owned())
    );
    assert_eq!(page.active(), "api_token {{api_token}}");
    let shown = page.dialog().text_content().unwrap_or_default();
    assert!(
        shown.contains("Paris") && shown.contains("no value") && shown.contains("22 variables"),
        "{shown}"
    );
    assert!(!page.root.inner_html().contains("hunter2"));
    assert!(!key("Escape").await && !page.is_open());
    assert_eq!(focused(), page.url().unchecked_into());
}

#[wasm_bindgen_test]
async fn it_filters_over_label_and_name() {
    let page = Page::open(SCOPE, "null").await;
    page.press("Insert variable into URL").await;
    page.query("hostn").await;
    assert_eq!(page.active(), "Hostname {{level_device_hostname}}");
    page.query("cfmac").await;
    assert_eq!(page.options(), ["MAC Address {{cf_mac_address}}"]);
    assert_eq!(page.groups(), ["Custom fields"]);
    page.query("nothing like it").await;
    assert!(page.options().is_empty());
    let shown = page.dialog().text_content().unwrap_or_default();
    assert!(
        shown.contains("No variable matches “nothing like it”."),
        "{shown}"
    );
    // Nothing can be chosen then, and the picker stays.
    key("Enter").await;
    assert!(page.is_open());
}

#[wasm_bindgen_test]
async fn keys_move_through_the_groups() {
    let page = Page::open(SCOPE, "null").await;
    page.press("Insert variable into URL").await;
    key("ArrowDown").await;
    assert_eq!(page.active(), "site {{site}}");
    key("ArrowDown").await;
    assert_eq!(page.active(), "Time {{level_time}}");
    key("End").await;
    assert_eq!(page.active(), "MAC Address {{cf_mac_address}}");
    key("ArrowDown").await;
    assert_eq!(page.active(), "api_token {{api_token}}");
    key("PageDown").await;
    assert!(page.active().contains("level_"), "{}", page.active());
    key("Home").await;
    assert_eq!(page.active(), "api_token {{api_token}}");
    // Tab stays within the dialog.
    key("Tab").await;
    assert_eq!(page.name(&focused()), "Close");
    key("Tab").await;
    assert_eq!(focused(), page.search().unchecked_into());
}

#[wasm_bindgen_test]
async fn it_inserts_over_the_selection_as_one_step() {
    let page = Page::open(SCOPE, &url_action("https://HOST/x")).await;
    let url = page.url();
    url.focus().expect("focused");
    url.set_selection_range(8, 12).expect("selected");
    page.press("Insert variable into URL").await;
    page.query("site").await;
    key("Enter").await;
    assert_eq!(page.text("url"), "https://{{site}}/x");
    assert_eq!(url.value(), "https://{{site}}/x");
    assert_eq!(focused(), url.clone().unchecked_into());
    assert_eq!(
        (url.selection_start(), url.selection_end()),
        (Ok(Some(16)), Ok(Some(16)))
    );
    assert!(!page.is_open());
    page.editor.undo();
    settle().await;
    assert_eq!(url.value(), "https://HOST/x");
    assert_eq!(
        (url.selection_start(), url.selection_end()),
        (Ok(Some(8)), Ok(Some(12)))
    );
}

#[wasm_bindgen_test]
async fn it_inserts_into_the_body_by_a_click_beyond_wide_characters() {
    let page = Page::open(
        SCOPE,
        r#"{"version":1,"type":"http_request","method":"POST","body":"😀é\r\n[]"}"#,
    )
    .await;
    let body: HtmlTextAreaElement = page.named("textarea", "Body").unchecked_into();
    body.focus().expect("focused");
    body.set_selection_range(5, 5).expect("selected");
    page.press("Insert variable into body").await;
    page.named("[role=option]", "Hostname {{level_device_hostname}}")
        .click();
    settle().await;
    assert_eq!(page.text("body"), "😀é\r\n[{{level_device_hostname}}]");
    assert_eq!(focused(), body.unchecked_into());
}

#[wasm_bindgen_test]
async fn a_press_elsewhere_closes_it_and_leaves_the_text() {
    let page = Page::open(SCOPE, &url_action("x")).await;
    page.press("Insert variable into URL").await;
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    let press = web_sys::Event::new_with_event_init_dict("pointerdown", &init).expect("an event");
    page.dialog().dispatch_event(&press).expect("dispatched");
    assert!(page.is_open());
    let press = web_sys::Event::new_with_event_init_dict("pointerdown", &init).expect("an event");
    document()
        .body()
        .expect("a body")
        .dispatch_event(&press)
        .expect("dispatched");
    assert!(!page.is_open());
    assert_eq!(page.text("url"), "x");
}

#[wasm_bindgen_test]
async fn there_is_none_while_the_action_can_only_be_read() {
    let page = Page::open(SCOPE, "null").await;
    page.editor.set_modes(true, false, false);
    settle().await;
    assert!(page.all("button[aria-haspopup=dialog]").is_empty());
}

#[wasm_bindgen_test]
async fn open_braces_bring_suggestions() {
    let page = Page::open(SCOPE, "null").await;
    let url = page.url();
    type_into(&url, "https://{{").await;
    assert_eq!(
        page.suggestions().first().map(String::as_str),
        Some("api_token {{api_token}}")
    );
    type_into(&url, "https://{{hostn").await;
    assert_eq!(page.suggestions(), ["Hostname {{level_device_hostname}}"]);
    assert_eq!(url.get_attribute("role"), None);
    let active = url
        .get_attribute("aria-activedescendant")
        .expect("an active suggestion");
    assert_eq!(
        page.all("[aria-selected=true]")
            .iter()
            .filter(|each| each.id() == active)
            .count(),
        1
    );
    assert!(!key("Enter").await);
    assert_eq!(page.text("url"), "https://{{level_device_hostname}}");
    assert_eq!(url.selection_start(), Ok(Some(33)));
    assert!(page.suggestions().is_empty());
    assert_eq!(url.get_attribute("aria-activedescendant"), None);
    page.editor.undo();
    settle().await;
    assert_eq!(url.value(), "https://{{hostn");
}

#[wasm_bindgen_test]
async fn suggestions_complete_a_reference_from_its_middle() {
    let page = Page::open(SCOPE, "null").await;
    let url = page.url();
    url.focus().expect("focused");
    url.set_value("https://{{mac}}/x");
    url.set_selection_range(13, 13).expect("selected");
    input_event(&url).await;
    assert_eq!(page.suggestions(), ["MAC Address {{cf_mac_address}}"]);
    key("Tab").await;
    assert_eq!(page.text("url"), "https://{{cf_mac_address}}/x");
}

#[wasm_bindgen_test]
async fn escape_sends_suggestions_away_until_the_field_is_left() {
    let page = Page::open(SCOPE, "null").await;
    let url = page.url();
    type_into(&url, "{{").await;
    assert!(!page.suggestions().is_empty());
    key("Escape").await;
    type_into(&url, "{{s").await;
    assert!(page.suggestions().is_empty());
    // Enter has its own meaning again.
    assert!(key("Enter").await);
    url.blur().expect("left");
    type_into(&url, "{{si").await;
    assert!(!page.suggestions().is_empty());
    url.blur().expect("left");
    settle().await;
    assert!(page.suggestions().is_empty());
}

#[wasm_bindgen_test]
async fn ten_thousand_variables_open_and_filter_without_a_pause() {
    let names: Vec<String> = (0..10_000)
        .map(|at| {
            [
                "{\"name\":\"variable_",
                &at.to_string(),
                "\",\"defaultValue\":\"v\"}",
            ]
            .concat()
        })
        .collect();
    let page = Page::open(
        &["{\"variables\":[", &names.join(","), "]}"].concat(),
        "null",
    )
    .await;
    let (mut opening, mut filtering) = (Vec::new(), Vec::new());
    for round in 0..11 {
        let button = page.named("button", "Insert variable into URL");
        let start = now();
        button.click();
        drawn(&page).await;
        opening.push(now() - start);
        assert!(page.options().len() < 60, "{}", page.options().len());
        let search = page.search();
        for query in ["v", "va", "var", "var9", "var99", "9999"] {
            let start = now();
            search.set_value(query);
            search.dispatch_event(&input()).expect("dispatched");
            drawn(&page).await;
            filtering.push(now() - start);
        }
        assert_eq!(page.active(), "variable_9999 {{variable_9999}}", "{round}");
        page.query("").await;
        key("End").await;
        assert_eq!(page.active(), "Tag IDs {{level_tag_ids}}");
        assert_eq!(
            page.all("[role=option][aria-setsize='10019']").len(),
            page.options().len()
        );
        key("Escape").await;
    }
    console_log!(
        "picker over 10,000 entries, layout included: opened in {:.1} ms, filtered in {:.1} ms",
        median(opening),
        median(filtering)
    );
}

fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .expect("a clock")
        .now()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
