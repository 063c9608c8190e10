//! An editor in the page, as the custom element holds it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use http_action::document::{ContentType, Expected, Refusal};
use http_action::edit::Bodies;
use http_action::json::Json;
use http_action::profile::Profile;
use http_action::scope::Scope;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::events::{Cancelable, Events};
use super::javascript::to_javascript;
use crate::editor::{Access, EditorState, Opened, panel};
use crate::sending::Sender;
use crate::texts::{Locale, refusal_message};
use crate::view::mount;

/// An editor in the page. Its methods take JSON as text, or nothing where the host handed over what is none, and give
/// plain JavaScript values.
#[wasm_bindgen]
pub struct MountedEditor {
    state: EditorState,
    unmount: RefCell<Option<Box<dyn FnOnce()>>>,
}

#[wasm_bindgen]
impl MountedEditor {
    /// Puts an editor of an empty action into `container`. `tag` and `texts` are the language and the file of its texts;
    /// `dispatch` fires an event: `(type, detail, cancelable)`, and answers whether it was not cancelled.
    #[must_use]
    pub fn mount(container: HtmlElement, tag: &str, texts: &str, dispatch: Function) -> Self {
        let locale = Locale::new(tag, texts);
        let root = container.clone().into();
        let made = Rc::new(Cell::new(None));
        let slot = Rc::clone(&made);
        let build = move || {
            let state = EditorState::new(root, locale, Events::new(dispatch));
            slot.set(Some(state));
            state
        };
        let mounted = mount(container.into(), move || panel(build()));
        Self {
            // `mount` runs what it is given before it returns.
            state: made.take().unwrap_throw(),
            unmount: RefCell::new(Some(Box::new(move || drop(mounted)))),
        }
    }

    /// Takes the editor out of the page.
    pub fn unmount(&self) {
        self.state.test.cancel();
        if let Some(unmount) = self.unmount.take() {
            unmount();
        }
    }

    /// Opens a document; null is an empty action. What is wrong with it is told as `hae-error`.
    pub fn set_value(&self, value: Option<String>) {
        self.state.open(parsed(value.as_deref()));
        let (code, refusal) = match self.state.opened.get_untracked() {
            Opened::Action => return,
            Opened::Newer { version } => (
                "document_newer",
                Refusal {
                    path: "version".to_owned(),
                    expected: Expected::Version(version),
                },
            ),
            Opened::Refused { refusal } => ("document_invalid", refusal),
        };
        self.tell_refusal(code, &refusal);
    }

    /// The document as it stands; undefined for a refused or newer one, which the element gives back as it came.
    #[must_use]
    pub fn value(&self) -> JsValue {
        if self.state.is_action() {
            to_javascript(&self.state.document())
        } else {
            JsValue::UNDEFINED
        }
    }

    /// Puts a document in the place of the open one as one edit, which Undo takes back; the baseline stays. For hosts that
    /// keep unsaved edits. Nothing happens where it cannot be read.
    pub fn set_edited(&self, value: Option<String>) {
        if let Ok(json) = parsed(value.as_deref()) {
            self.state.replace(&json);
        }
    }

    /// Replaces the scope.
    pub fn set_scope(&self, scope: Option<String>) {
        let read = parsed(scope.as_deref()).and_then(|json| match json {
            Json::Null => Ok(Scope::default()),
            json => Scope::read(&json),
        });
        match read {
            Ok(scope) => self.state.set_scope(scope),
            Err(refusal) => self.tell_refusal("scope_invalid", &refusal),
        }
    }

    /// Chooses what the runner can do.
    pub fn set_profile(&self, profile: Option<String>) {
        match parsed(profile.as_deref()).and_then(|json| Profile::read(&json)) {
            Ok(profile) => self.state.profile.set(profile.into()),
            Err(refusal) => self.tell_refusal("profile_invalid", &refusal),
        }
    }

    /// Chooses who sends: a function of the host, or the browser.
    pub fn set_transport(&self, transport: Option<Function>) {
        self.state
            .test
            .send_by(transport.map_or(Sender::Browser, Sender::Host));
    }

    /// The bodies of the content types that are not chosen, by content type.
    #[must_use]
    pub fn drafts(&self) -> JsValue {
        let drafts = self.state.bodies();
        let members = ContentType::ALL
            .iter()
            .filter_map(|each| Some((each.as_str().to_owned(), Json::text(drafts.draft(*each)?))))
            .collect();
        to_javascript(&Json::Object(members))
    }

    /// Takes over the bodies of the content types that are not chosen, as [`drafts`](Self::drafts) gave them.
    pub fn set_drafts(&self, drafts: Option<String>) {
        let Ok(json) = parsed(drafts.as_deref()) else {
            return;
        };
        let mut bodies = Bodies::default();
        for each in ContentType::ALL {
            if let Some(body) = json.member(each.as_str()).and_then(Json::as_text) {
                bodies.keep(*each, body.to_owned());
            }
        }
        self.state.restore_bodies(bodies);
    }

    /// Takes the registered names of headers, one per line, for their completion.
    pub fn set_header_names(&self, names: &str) {
        self.state.picker.set_header_names(names);
    }

    /// Chooses the language.
    pub fn set_locale(&self, tag: &str, texts: &str) {
        self.state.locale.set(Locale::new(tag, texts));
    }

    /// Chooses what the host allows.
    pub fn set_modes(&self, readonly: bool, disabled: bool, testing: bool) {
        let granted = match (disabled, readonly) {
            (true, _) => Access::Disabled,
            (false, true) => Access::ReadOnly,
            (false, false) => Access::Edit,
        };
        self.state.granted.set(granted);
        self.state.testing.set(testing);
    }

    /// Saves, as the button does. Answers whether it was saved.
    #[must_use]
    pub fn save(&self) -> bool {
        self.state.save()
    }

    /// Goes back to the baseline.
    pub fn reset(&self) {
        self.state.reset();
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        self.state.undo();
    }

    /// Does the last step that was taken back again.
    pub fn redo(&self) {
        self.state.redo();
    }

    /// Shows and gives all problems.
    #[must_use]
    pub fn validate(&self) -> JsValue {
        self.state.show_all_problems();
        to_javascript(&self.state.problems_json())
    }

    /// Takes the focus to the first field. Answers whether there is one.
    #[must_use]
    pub fn focus(&self) -> bool {
        self.state.focus("url")
    }

    fn tell_refusal(&self, code: &str, refusal: &Refusal) {
        let message = self
            .state
            .locale
            .with_untracked(|locale| refusal_message(locale, refusal));
        let detail = Json::Object(vec![
            ("code".to_owned(), Json::text(code)),
            ("message".to_owned(), Json::text(&message)),
            ("path".to_owned(), Json::text(&refusal.path)),
        ]);
        self.state.fire("hae-error", &detail, Cancelable::No);
    }
}

fn parsed(text: Option<&str>) -> Result<Json, Refusal> {
    let refuse = |expected| Refusal {
        path: String::new(),
        expected,
    };
    let text = text.ok_or_else(|| refuse(Expected::Object))?;
    Json::parse(text).map_err(|error| refuse(Expected::Json(error)))
}
