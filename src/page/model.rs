//! What the page holds.

use std::cell::RefCell;

use http_action::scope::Scope;
use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::dom::Node;
use super::drawing::Shown;
use super::element::{EditorElement, member};
use super::record::Entry;
use super::store::Trouble;
use crate::texts::{Key, Locale};

/// What the page holds.
pub struct Model {
    /// The page's language.
    pub locale: Locale,
    /// The actions, in the order of the list.
    pub actions: Vec<Entry>,
    /// The id of the action that is open.
    pub selected: Option<String>,
    /// What was deleted and can come back; the last one last.
    pub deleted: Vec<Entry>,
    /// Variables, custom fields and sample devices, with the secrets' values.
    pub scope: Scope,
    /// The scope's text that this tab last saw in the storage.
    pub scope_seen: Option<String>,
    /// The runner profile's name.
    pub profile: String,
    /// The theme's name.
    pub theme: String,
    /// What happened last.
    pub notice: Option<Notice>,
    /// Why the latest changes are not stored.
    pub trouble: Option<Trouble>,
    /// What could not be read: its key and its text.
    pub unreadable: Vec<(String, String)>,
    /// Whether the first words to a new visitor are shown.
    pub welcome: bool,
    /// The element that is shown.
    pub element: Option<EditorElement>,
    /// Whether the element holds edits that were not taken over yet.
    pub pending: bool,
    /// Whether those edits differ from what was saved.
    pub dirty: bool,
    /// What the page shows now.
    pub shown: Shown,
}

/// Something to tell, with the name that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The text.
    pub key: Key,
    /// Its parameter `{name}`.
    pub name: String,
}

/// The places of the page that change.
pub struct Frame {
    /// What stands at the top.
    pub header: Node,
    /// The place of the list of actions, with its buttons.
    pub nav: Node,
    /// The list of actions.
    pub list: Node,
    /// What is wrong with the storage.
    pub alerts: Node,
    /// What happened last; read out when it changes.
    pub said: Node,
    /// What can be done about it.
    pub answers: Node,
    /// The first words to a new visitor.
    pub welcome: Node,
    /// What can be done with the open action.
    pub tools: Node,
    /// Where the element stands.
    pub stage: Node,
    /// Where dialogs stand.
    pub root: Node,
    /// Gives the texts of a language, as a promise.
    pub texts: Function,
}

/// The page. Cheap to copy; pass it on. There is one, and it lives until the browser ends it.
#[derive(Clone, Copy)]
pub struct Page {
    model: &'static RefCell<Model>,
    /// The places of the page that change.
    pub frame: &'static Frame,
}

impl Page {
    /// A page that nothing is drawn of yet.
    #[must_use]
    pub fn new(model: Model, frame: Frame) -> Self {
        Self {
            model: Box::leak(Box::new(RefCell::new(model))),
            frame: Box::leak(Box::new(frame)),
        }
    }

    /// Reads the model. `read` must not call anything that changes it.
    pub fn read<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        read(&self.model.borrow())
    }

    /// Changes the model. `change` must not call anything that reads or changes it: the element, for one, may answer
    /// with an event at once.
    pub fn write<T>(self, change: impl FnOnce(&mut Model) -> T) -> T {
        change(&mut self.model.borrow_mut())
    }

    // Texts

    /// A text in the page's language.
    #[must_use]
    pub fn text(self, key: Key) -> String {
        self.read(|model| model.locale.text(key))
    }

    /// A text with a parameter in the page's language.
    #[must_use]
    pub fn text_with(self, key: Key, parameters: &[(&str, &str)]) -> String {
        self.read(|model| model.locale.with(key, parameters))
    }

    /// Tells something; drawn with the rest.
    pub fn tell(self, key: Key, name: String) {
        self.write(|model| model.notice = Some(Notice { key, name }));
    }

    // Reading

    /// Reads something of an action.
    pub fn of<T>(self, id: &str, read: impl FnOnce(&Entry) -> T) -> Option<T> {
        self.read(|model| model.actions.iter().find(|entry| entry.id == id).map(read))
    }

    /// The id of the action that is open.
    #[must_use]
    pub fn selected(self) -> Option<String> {
        self.read(|model| model.selected.clone())
    }

    /// Whether that action is open.
    #[must_use]
    pub fn is_open(self, id: &str) -> bool {
        self.read(|model| model.selected.as_deref() == Some(id))
    }

    /// The element that is shown.
    #[must_use]
    pub fn element(self) -> Option<EditorElement> {
        self.read(|model| model.element.clone())
    }

    /// The name by which an action is spoken of.
    #[must_use]
    pub fn name_of(self, id: &str) -> String {
        let name = self
            .of(id, |entry| entry.label.name.clone())
            .unwrap_or_default();
        if name.is_empty() {
            self.text(Key::ActionDefaultName)
        } else {
            name
        }
    }

    /// Changes an action.
    pub fn change<T>(self, id: &str, change: impl FnOnce(&mut Entry) -> T) -> Option<T> {
        self.write(|model| {
            model
                .actions
                .iter_mut()
                .find(|entry| entry.id == id)
                .map(change)
        })
    }
}

/// A new identifier.
#[must_use]
pub fn fresh_id() -> String {
    let bytes = Uint8Array::new_with_length(8);
    // Not `randomUUID`: that exists in secure contexts only.
    let crypto = web_sys::window().map_or(JsValue::UNDEFINED, |window| member(&window, "crypto"));
    if let Ok(fill) = member(&crypto, "getRandomValues").dyn_into::<Function>() {
        // Without randomness the time alone still tells this page's actions apart.
        let _ = fill.call1(&crypto, &bytes);
    }
    let mut id = now_ms().to_string();
    id.push('-');
    for byte in bytes.to_vec() {
        for digit in [byte >> 4, byte & 15] {
            id.extend(char::from_digit(digit.into(), 16));
        }
    }
    id
}

/// This moment, in milliseconds since 1970.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the time is a whole number of milliseconds, and after 1970"
)]
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}
