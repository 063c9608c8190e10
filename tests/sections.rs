//! Headers, form rows, conditions and additional options, as a person uses them: by role and name.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use http_action_editor::embedding::MountedEditor;
use js_sys::{Array, Function, JSON, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

const SCOPE: &str = r#"{
  "variables": [{"name": "api_token", "secret": true}, {"name": "site"}],
  "customFields": [{"name": "MAC Address", "reference": "cf_mac_address"}],
  "actions": [{"id": "a1", "name": "Get MAC address", "status": "success"}],
  "tags": [{"id": "t1", "name": "Lab"}, {"id": "t2", "name": "Production"}],
  "groups": [{"id": "g1", "name": "Servers", "path": "HQ/Servers"}, {"id": "g2", "name": "Servers", "path": "Lab/Servers"}],
  "osVersions": ["Windows 11 24H2"]
}"#;

/// An editor in the page; it is taken out again when the test ends.
struct Page {
    editor: MountedEditor,
    root: HtmlElement,
    events: Array,
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
    async fn open(action: &str) -> Self {
        let root: HtmlElement = document()
            .create_element("div")
            .expect("an element")
            .unchecked_into();
        document()
            .body()
            .expect("a body")
            .append_child(&root)
            .expect("appended");
        let events = Array::new();
        let dispatch =
            Function::new_with_args("type, detail", "this.push([type, detail]); return true")
                .bind0(&events);
        let editor = MountedEditor::mount(
            root.clone(),
            "en",
            include_str!("../src/texts/en.txt"),
            dispatch,
        );
        editor.set_scope(Some(SCOPE.to_owned()));
        editor.set_value(Some(action.to_owned()));
        let page = Self {
            editor,
            root,
            events,
        };
        settle().await;
        page
    }

    /// All that are shown and have the selector.
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|at| found.get(at))
            .map(JsCast::unchecked_into::<HtmlElement>)
            .filter(|each| each.closest("[hidden]").expect("a selector").is_none())
            .collect()
    }

    fn have_name(&self, selector: &str, name: &str) -> Vec<HtmlElement> {
        self.all(selector)
            .into_iter()
            .filter(|each| self.name(each) == name)
            .collect()
    }

    /// The one element of a role and a name.
    fn named(&self, selector: &str, name: &str) -> HtmlElement {
        let found = self.have_name(selector, name);
        assert_eq!(found.len(), 1, "{selector} {name:?}");
        found.into_iter().next().expect("one")
    }

    fn name(&self, element: &Element) -> String {
        element.get_attribute("aria-label").unwrap_or_else(|| {
            let id = element.id();
            let label = self
                .root
                .query_selector(&format!("label[for='{id}']"))
                .expect("a selector");
            let named = label
                .filter(|_| !id.is_empty())
                .unwrap_or_else(|| element.clone());
            named.text_content().unwrap_or_default()
        })
    }

    fn input(&self, name: &str) -> HtmlInputElement {
        self.named("input", name).unchecked_into()
    }

    async fn type_into(&self, name: &str, text: &str) {
        type_text(&self.input(name), text).await;
    }

    /// Presses a field with the mouse: it gets the focus, too.
    async fn click(&self, name: &str) {
        let input = self.input(name);
        input.focus().expect("focused");
        input.click();
        settle().await;
    }

    async fn press(&self, button: &str) {
        self.named("button", button).click();
        settle().await;
    }

    async fn choose(&self, select: &str, value: &str) {
        let select: HtmlSelectElement = self.named("select", select).unchecked_into();
        select.set_value(value);
        fire(&select, "change").await;
    }

    fn shown(&self, select: &str) -> String {
        let select: HtmlSelectElement = self.named("select", select).unchecked_into();
        let chosen = select.query_selector("option:checked").expect("a selector");
        chosen
            .and_then(|option| option.text_content())
            .unwrap_or_default()
    }

    /// The options of the list that is open.
    fn options(&self) -> Vec<String> {
        self.all("[role=option]")
            .iter()
            .map(|each| each.text_content().unwrap_or_default())
            .collect()
    }

    /// A member of the document, as JSON.
    fn told(&self, member: &str) -> String {
        let value = Reflect::get(&self.editor.value(), &member.into()).expect("a document");
        JSON::stringify(&value).expect("plain").into()
    }

    /// The details of the events of a type, as JSON.
    fn fired(&self, event: &str) -> Vec<String> {
        self.events
            .iter()
            .map(JsCast::unchecked_into::<Array>)
            .filter(|fired| fired.get(0) == event)
            .map(|fired| JSON::stringify(&fired.get(1)).expect("plain").into())
            .collect()
    }
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

async fn fire(element: &HtmlElement, event: &str) {
    dispatch(element, "new Event(what, {bubbles: true})", event).await;
}

/// Fires an event at an element. `make` is JavaScript, `what` in it a text. Answers whether the browser would still do
/// its own part.
async fn dispatch(element: &HtmlElement, make: &str, what: &str) -> bool {
    let body = ["return element.dispatchEvent(", make, ")"].concat();
    let dispatch = Function::new_with_args("element, what", &body);
    let goes_on = dispatch
        .call2(&JsValue::NULL, element, &what.into())
        .expect("dispatched");
    settle().await;
    goes_on.is_truthy()
}

async fn type_text(field: &HtmlInputElement, text: &str) {
    field.focus().expect("focused");
    field.set_value(text);
    fire(field, "input").await;
}

async fn key(key: &str) {
    let make = "new KeyboardEvent('keydown', {key: what, bubbles: true, cancelable: true})";
    dispatch(&focused(), make, key).await;
}

fn focused() -> HtmlElement {
    document()
        .active_element()
        .expect("a focus")
        .unchecked_into()
}

/// Pastes a text where the focus is. Answers whether the browser would still paste it itself.
async fn paste(text: &str) -> bool {
    let make = "((data) => {
        data.setData('text/plain', what);
        return new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
    })(new DataTransfer())";
    dispatch(&focused(), make, text).await
}

fn row(name: &str, value: &str, enabled: bool) -> String {
    format!("{{\"name\":\"{name}\",\"value\":\"{value}\",\"enabled\":{enabled}}}")
}

fn with_headers(rows: &[String]) -> String {
    format!(
        "{{\"version\":1,\"type\":\"http_request\",\"url\":\"https://a.example\",\"headers\":[{}]}}",
        rows.join(",")
    )
}

#[wasm_bindgen_test]
async fn header_rows_are_added_filled_switched_moved_and_removed() {
    let page = Page::open("null").await;
    page.press("Add request headers").await;
    assert_eq!(page.name(&focused()), "Header 1 name");
    page.type_into("Header 1 name", "Accept").await;
    page.type_into("Header 1 value", "a/b").await;
    page.press("Add request headers").await;
    page.type_into("Header 2 name", "X-B").await;
    page.named("[role=switch]", "Header 2 enabled").click();
    settle().await;
    assert_eq!(
        page.told("headers"),
        format!("[{},{}]", row("Accept", "a/b", true), row("X-B", "", false))
    );

    page.press("Move header 2 up").await;
    assert_eq!(
        page.told("headers"),
        format!("[{},{}]", row("X-B", "", false), row("Accept", "a/b", true))
    );
    // The row is the first now, and its button for upwards is off.
    assert_eq!(page.name(&focused()), "Move header 1 down");
    assert_eq!(page.input("Header 1 name").value(), "X-B");
    page.press("Remove header 1").await;
    assert_eq!(page.name(&focused()), "Remove header 1");
    page.press("Remove header 1").await;
    assert_eq!(page.name(&focused()), "Add request headers");
    assert_eq!(page.told("headers"), "[]");
    page.editor.undo();
    page.editor.undo();
    settle().await;
    assert_eq!(page.input("Header 2 value").value(), "a/b");
}

#[wasm_bindgen_test]
async fn pasted_lines_fill_rows_and_come_back_in_one_step() {
    let page = Page::open("null").await;
    page.press("Add request headers").await;
    assert!(!paste("Accept: a/b\r\nX-Time: 10:30\r\n").await);
    assert_eq!(
        page.told("headers"),
        format!(
            "[{},{}]",
            row("Accept", "a/b", true),
            row("X-Time", "10:30", true)
        )
    );
    assert_eq!(page.name(&focused()), "Header 2 value");
    page.editor.undo();
    assert_eq!(page.told("headers"), format!("[{}]", row("", "", true)));
    settle().await;
    page.input("Header 1 name").focus().expect("focused");
    assert!(paste("Accept").await, "a plain word is the browser's");
    page.input("Header 1 value").focus().expect("focused");
    assert!(paste("A: 1\nB: 2").await, "a value is no name");
}

#[wasm_bindgen_test]
async fn headers_are_edited_as_text_without_losing_rows() {
    let kept = "{\"name\":\"X-Off\",\"value\":\"1\",\"enabled\":false,\"note\":\"kept\"}";
    let page = Page::open(&with_headers(&[
        row("Accept", "a/b", true),
        kept.to_owned(),
    ]))
    .await;
    page.press("Edit as text").await;
    let area: HtmlTextAreaElement = page.named("textarea", "Headers").unchecked_into();
    assert_eq!(area.value(), "Accept: a/b\n# X-Off: 1");
    area.focus().expect("focused");
    area.set_value("Accept: a/b\n\n# X-Off: 1\nX-New:  2");
    fire(&area, "input").await;
    let rows = format!(
        "[{},{kept},{}]",
        row("Accept", "a/b", true),
        row("X-New", "2", true)
    );
    assert_eq!(page.told("headers"), rows);
    assert_eq!(area.value(), "Accept: a/b\n\n# X-Off: 1\nX-New:  2");
    page.press("Edit as rows").await;
    assert_eq!(page.input("Header 3 name").value(), "X-New");
    page.editor.undo();
    settle().await;
    assert_eq!(
        page.told("headers"),
        format!("[{},{kept}]", row("Accept", "a/b", true))
    );
    assert_eq!(page.have_name("input", "Header 3 name").len(), 0);
}

#[wasm_bindgen_test]
async fn a_form_is_edited_as_rows() {
    let page = Page::open(
        r#"{"version":1,"type":"http_request","method":"POST","contentType":"application/x-www-form-urlencoded","body":"a=1&b=~"}"#,
    )
    .await;
    assert_eq!(page.input("Field 2 value").value(), "~");
    page.type_into("Field 1 value", "x y").await;
    page.press("Add field").await;
    assert_eq!(page.name(&focused()), "Field 3 name");
    page.type_into("Field 3 name", "é").await;
    assert_eq!(page.told("body"), "\"a=x+y&b=~&%C3%A9=\"");
    page.press("Remove field 1").await;
    assert_eq!(page.name(&focused()), "Remove field 1");
    assert_eq!(page.told("body"), "\"b=~&%C3%A9=\"");
    page.press("Remove field 2").await;
    page.press("Remove field 1").await;
    assert_eq!(page.name(&focused()), "Add field");
    assert_eq!(page.told("body"), "\"\"");
}

#[wasm_bindgen_test]
async fn a_condition_is_built_from_top_to_bottom() {
    let page = Page::open("null").await;
    page.press("Add new condition").await;
    assert_eq!(page.name(&focused()), "Type");
    page.choose("Type", "platform").await;
    page.choose("Operator", "not_equal_to").await;
    page.click("Value").await;
    assert_eq!(page.options(), ["Windows", "macOS", "Linux"]);
    page.type_into("Value", "lin").await;
    assert_eq!(page.options(), ["Linux"]);
    key("ArrowDown").await;
    key("Enter").await;
    page.type_into("Value", "windows").await;
    key("Enter").await;
    let one = r#"[{"type":"platform","operator":"not_equal_to","values":["linux","windows"]}]"#;
    assert_eq!(page.told("conditions"), one);
    page.press("Remove Linux").await;
    assert_eq!(page.name(&focused()), "Value");
    key("Escape").await;
    assert_eq!(page.options(), [""; 0]);

    page.choose("Type", "custom_field").await;
    assert_eq!(page.shown("Custom field"), "Select...");
    page.choose("Custom field", "cf_mac_address").await;
    assert_eq!(page.shown("Operator"), "Not equal to");
    page.type_into("Value", "00:11").await;
    let two = r#"[{"type":"custom_field","customField":"cf_mac_address","operator":"not_equal_to","values":["00:11"]}]"#;
    assert_eq!(page.told("conditions"), two);
    page.choose("Operator", "is_set").await;
    assert_eq!(page.have_name("input", "Value").len(), 0);
    page.choose("Operator", "contains").await;
    assert_eq!(page.input("Value").value(), "00:11");
    // Back at the first type everything is as it was.
    page.choose("Type", "platform").await;
    page.named("button", "Remove Windows");
    page.press("Remove condition 1").await;
    assert_eq!(page.name(&focused()), "Add new condition");
    assert_eq!(page.told("conditions"), "[]");
}

#[wasm_bindgen_test]
async fn what_is_not_in_scope_or_not_known_is_shown_as_it_stands() {
    let conditions = r#"[{"type":"tag","operator":"equal_to","values":["t1","gone"]},{"type":"moon","operator":"is_full","values":[1]},{"type":"action_status","operator":"equal_to","action":"a9","values":["failed"]},{"type":"group","operator":"equal_to","values":["g2"]}]"#;
    let page = Page::open(&format!(
        "{{\"version\":1,\"type\":\"http_request\",\"conditions\":{conditions}}}"
    ))
    .await;
    page.named("button", "Remove Lab");
    page.named("button", "Remove gone");
    page.named("button", "Remove Lab/Servers");
    assert_eq!(page.shown("Action"), "a9");
    let foreign = page
        .named("[role=group]", "Condition 2")
        .text_content()
        .unwrap_or_default();
    assert!(
        foreign.contains("is_full") && foreign.contains("does not know"),
        "{foreign}"
    );
    page.press("Remove condition 2").await;
    assert_eq!(page.name(&focused()), "Remove condition 2");
    assert_eq!(page.have_name("[role=group]", "Condition 4").len(), 0);
}

#[wasm_bindgen_test]
async fn an_os_version_can_be_typed() {
    let page = Page::open(r#"{"version":1,"type":"http_request","conditions":[{"type":"os_version","operator":"equal_to","values":[]}]}"#).await;
    page.type_into("Value", "Debian 12").await;
    assert_eq!(page.options(), ["Add “Debian 12”"]);
    page.input("Value").blur().expect("left");
    settle().await;
    page.type_into("Value", "windows 11 24h2").await;
    key("Enter").await;
    assert_eq!(
        page.told("conditions"),
        r#"[{"type":"os_version","operator":"equal_to","values":["Debian 12","Windows 11 24H2"]}]"#
    );
}

#[wasm_bindgen_test]
async fn the_output_goes_to_a_variable_or_a_new_one() {
    let page = Page::open("null").await;
    assert_eq!(
        page.have_name("input", "Action name").len(),
        0,
        "closed at first"
    );
    page.press("Additional options").await;
    let name = "Assign action output to variable";
    page.click(name).await;
    assert_eq!(page.options(), ["api_token", "site"]);
    key("ArrowUp").await;
    key("Enter").await;
    assert_eq!(page.told("outputVariable"), "\"site\"");
    assert_eq!(page.fired("hae-variable").len(), 0);
    page.press("Clear").await;
    assert_eq!(page.told("outputVariable"), "null");
    page.type_into(name, "two words").await;
    assert_eq!(page.options(), [""; 0]);
    page.type_into(name, "new_one").await;
    assert_eq!(page.options(), ["Create “new_one”"]);
    key("Enter").await;
    page.input(name).blur().expect("left");
    settle().await;
    assert_eq!(
        page.fired("hae-variable"),
        [r#"{"name":"new_one","secret":false,"value":""}"#]
    );
    page.click(name).await;
    assert_eq!(page.options(), ["api_token", "site", "new_one"]);
}

#[wasm_bindgen_test]
async fn the_other_options() {
    let page = Page::open("null").await;
    page.press("Additional options").await;
    page.type_into("Action name", "Ping").await;
    page.choose("On action failure", "continue").await;
    let retries: HtmlInputElement = page.named("[role=spinbutton]", "Retries").unchecked_into();
    type_text(&retries, "x").await;
    assert_eq!(
        (page.told("retries").as_str(), retries.value().as_str()),
        ("0", "x")
    );
    type_text(&retries, "9").await;
    key("ArrowUp").await;
    key("ArrowUp").await;
    assert_eq!(
        (page.told("retries").as_str(), retries.value().as_str()),
        ("10", "10")
    );
    page.named("[role=switch]", "Enabled").click();
    settle().await;
    assert_eq!(
        page.named("[role=switch]", "Run this action")
            .get_attribute("aria-checked")
            .as_deref(),
        Some("false")
    );
    let said = page.root.text_content().unwrap_or_default();
    assert!(said.contains("Devices will skip this action."));
    assert_eq!(
        (page.told("name").as_str(), page.told("onFailure").as_str()),
        ("\"Ping\"", "\"continue\"")
    );
}

#[wasm_bindgen_test]
async fn read_only_shows_everything_and_changes_nothing() {
    let page = Page::open(&with_headers(&[row("Accept", "a/b", false)])).await;
    page.editor.set_modes(true, false, false);
    page.press("Additional options").await;
    for name in [
        "Add request headers",
        "Remove header 1",
        "Move header 1 up",
        "Add new condition",
        "Clear",
    ] {
        assert_eq!(page.have_name("button", name).len(), 0, "{name}");
    }
    for name in [
        "URL",
        "Header 1 name",
        "Header 1 value",
        "Action name",
        "Retries",
    ] {
        assert!(page.input(name).read_only(), "{name}");
    }
    for name in ["Method", "Content type", "On action failure"] {
        assert!(
            page.named("select", name).has_attribute("disabled"),
            "{name}"
        );
    }
    for name in ["Header 1 enabled", "Enabled"] {
        assert!(
            page.named("[role=switch]", name).has_attribute("disabled"),
            "{name}"
        );
    }
    page.click("Assign action output to variable").await;
    assert_eq!(page.options(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_thousand_rows_stay_usable() {
    let now = || {
        web_sys::window()
            .and_then(|window| window.performance())
            .expect("a clock")
            .now()
    };
    let rows: Vec<String> = (0..1000)
        .map(|at| row(&format!("X-{at}"), "v", true))
        .collect();
    let start = now();
    let page = Page::open(&with_headers(&rows)).await;
    let opened = now() - start;
    let last = page.input("Header 1000 name");
    let start = now();
    type_text(&last, "X-last").await;
    let typed = now() - start;
    let start = now();
    page.press("Move header 1000 up").await;
    let moved = now() - start;
    console_log!(
        "1,000 header rows: opened in {opened:.0} ms, a key {typed:.0} ms, a move {moved:.0} ms (unoptimised)"
    );
    assert_eq!(page.input("Header 999 name").value(), "X-last");
}
