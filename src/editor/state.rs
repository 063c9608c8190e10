//! The state of one editor: what it was handed, what is being edited, and what follows from that.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use http_action::document::{self, HttpAction, RowId};
use http_action::edit::{Edit, Editor, Field, Lines, Splice};
use http_action::json::Json;
use http_action::problem::{Check, Problem, check};
use http_action::profile::Profile;
use http_action::request::{Request, build};
use http_action::scope::{Names, Scope, Values};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::field_key::field_key;
use super::modes::{Access, Opened};
use crate::embedding::Events;
use crate::picker::PickerState;
use crate::sending::BrowserUrl;
use crate::texts::{Key, Locale};

/// The state of one editor. Cheap to copy; pass it on.
#[derive(Clone, Copy)]
pub struct EditorState {
    /// The action and its history.
    pub(super) editor: RwSignal<Editor>,
    /// What was opened.
    pub opened: RwSignal<Opened>,
    /// What can be referred to.
    pub scope: RwSignal<Arc<Scope>>,
    /// The index over all names in the scope.
    pub names: Memo<Arc<Names>>,
    /// What the runner can do.
    pub profile: RwSignal<Arc<Profile>>,
    /// The language.
    pub locale: RwSignal<Locale>,
    /// What the host allows; see [`access`](Self::access).
    pub granted: RwSignal<Access>,
    /// Whether the host allows tests.
    pub testing: RwSignal<bool>,
    /// The chosen sample device's id.
    pub device: RwSignal<Option<String>>,
    /// The moment that `level_time` stands for, ISO 8601.
    pub now: RwSignal<String>,
    /// All that is wrong with the action.
    pub problems: Memo<Arc<Vec<Problem>>>,
    /// The request as it would be sent.
    pub request: Memo<Arc<Request>>,
    /// The fields whose problems are shown at them; `None` for all.
    pub(super) visited: RwSignal<Option<BTreeSet<String>>>,
    /// The element the editor stands in.
    root: StoredValue<Element, LocalStorage>,
    events: Events,
    /// The picker and the suggestions.
    pub picker: PickerState,
    /// Something was typed of which the host has not heard that it is finished.
    unfinished: StoredValue<bool>,
}

impl EditorState {
    /// An editor of an empty action inside `root`.
    #[must_use]
    pub fn new(root: Element, locale: Locale, events: Events) -> Self {
        let editor = RwSignal::new(Editor::default());
        let scope = RwSignal::new(Arc::new(Scope::default()));
        let profile = RwSignal::new(Arc::new(Profile::full()));
        let device = RwSignal::new(None);
        let now = RwSignal::new(now_iso());
        let names = Memo::new_with_compare(
            move |_| Arc::new(scope.with(|scope| Names::new(scope))),
            |_, _| true,
        );
        let problems = Memo::new(move |_| {
            let (scope, names, profile) = (scope.get(), names.get(), profile.get());
            let (device, now) = (device.get(), now.get());
            let device: Option<&str> = device.as_deref();
            let values = Values::new(&scope, &names, device, &now);
            Arc::new(editor.with(|editor| {
                check(&Check {
                    action: editor.action(),
                    retries_draft: editor.state().retries_text.as_deref(),
                    names: &names,
                    scope: &scope,
                    values: &values,
                    profile: &profile,
                    device,
                    url: &BrowserUrl,
                })
            }))
        });
        let request = Memo::new(move |_| {
            let (scope, names, profile) = (scope.get(), names.get(), profile.get());
            let (device, now) = (device.get(), now.get());
            let values = Values::new(&scope, &names, device.as_deref(), &now);
            Arc::new(editor.with(|editor| build(editor.action(), &values, &profile)))
        });
        Self {
            editor,
            opened: RwSignal::new(Opened::Action),
            scope,
            names,
            profile,
            locale: RwSignal::new(locale),
            granted: RwSignal::new(Access::Edit),
            testing: RwSignal::new(true),
            device,
            now,
            problems,
            request,
            visited: RwSignal::new(Some(BTreeSet::new())),
            root: StoredValue::new_local(root),
            events,
            picker: PickerState::new(),
            unfinished: StoredValue::new(false),
        }
    }

    // Texts

    /// A text in the editor's language; follows it.
    #[must_use]
    pub fn text(self, key: Key) -> String {
        self.locale.with(|locale| locale.text(key))
    }

    /// A text with parameters in the editor's language; follows it.
    #[must_use]
    pub fn text_with(self, key: Key, parameters: &[(&str, &str)]) -> String {
        self.locale.with(|locale| locale.with(key, parameters))
    }

    /// A closure for a view that shows a text.
    pub fn says(self, key: Key) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || self.text(key)
    }

    // Reading

    /// Reads the action; follows it.
    pub fn with_action<T>(self, read: impl FnOnce(&HttpAction) -> T) -> T {
        self.editor.with(|editor| read(editor.action()))
    }

    /// A memo of something in the action.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Editor) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.editor.with(|editor| read(editor)))
    }

    /// The text of a field; empty where its row is gone.
    #[must_use]
    pub fn field_text(self, field: Field) -> Memo<String> {
        self.memo(move |editor| editor.state().text(field).unwrap_or_default())
    }

    /// What may be done with the action, by what the host allows and by what was opened; follows both.
    #[must_use]
    pub fn access(self) -> Access {
        match self.granted.get() {
            Access::Edit if self.opened.with(|opened| *opened != Opened::Action) => Access::ReadOnly,
            granted => granted,
        }
    }

    /// Whether the action can be changed; follows it.
    #[must_use]
    pub fn can_edit(self) -> bool {
        self.access() == Access::Edit
    }

    // Changing

    /// Carries out an edit as one finished step.
    pub fn apply(self, edit: Edit) {
        if !self.can_edit_now() {
            return;
        }
        let changed = self.editor.try_update(|editor| editor.apply(edit, None));
        if changed == Some(true) {
            self.changed();
        }
    }

    /// Tells the host of a finished change.
    pub(super) fn changed(self) {
        self.unfinished.set_value(false);
        self.tell("hae-input");
        self.tell("hae-change");
    }

    /// A row id that this editor never had.
    #[must_use]
    pub fn fresh_row(self) -> RowId {
        self.editor.try_update_untracked(Editor::fresh_row).unwrap_or_default()
    }

    /// A field that shows `lines` lines now shows `shown`: carries that over to the action. `selected` is what was
    /// selected before, in bytes of the text.
    pub fn type_text(self, field: Field, lines: Lines, shown: &str, selected: Range<usize>) {
        if !self.can_edit_now() {
            return;
        }
        let before = self.untracked_text(field);
        self.splice(field, lines.splice(&before, shown), selected);
    }

    /// Carries out a change of a field's text as typing.
    pub fn splice(self, field: Field, splice: Splice, selected: Range<usize>) {
        if !self.can_edit_now() {
            return;
        }
        let changed = self
            .editor
            .try_update(|editor| editor.type_text(field, splice, selected, now_ms()));
        if changed == Some(true) {
            self.unfinished.set_value(true);
            self.tell("hae-input");
        }
    }

    /// Carries out a change of a field's text as one finished step of its own, such as an insertion.
    pub fn insert(self, field: Field, splice: Splice, selected: Range<usize>) {
        self.editor.try_update_untracked(Editor::end_typing);
        self.splice(field, splice, selected);
        self.editor.try_update_untracked(Editor::end_typing);
        self.finish();
    }

    /// A field was left: typing is finished, and its problems are shown from now on.
    pub fn leave(self, key: &str) {
        self.editor.try_update_untracked(Editor::end_typing);
        self.finish();
        let is_new = self
            .visited
            .with_untracked(|visited| visited.as_ref().is_some_and(|visited| !visited.contains(key)));
        if is_new {
            self.visited.update(|visited| {
                if let Some(visited) = visited {
                    visited.insert(key.to_owned());
                }
            });
        }
    }

    fn finish(self) {
        if self.unfinished.try_get_value() == Some(true) {
            self.unfinished.set_value(false);
            self.tell("hae-change");
        }
    }

    /// Shows the problems of all fields.
    pub fn show_all_problems(self) {
        self.visited.set(None);
    }

    fn can_edit_now(self) -> bool {
        untrack(|| self.can_edit())
    }

    /// The text of a field as it stands.
    #[must_use]
    pub fn untracked_text(self, field: Field) -> String {
        self.editor
            .with_untracked(|editor| editor.state().text(field))
            .unwrap_or_default()
    }

    // What the host hands over

    /// Opens a document as a new baseline, unless it equals the present one. Answers what was refused.
    pub fn open(self, json: Json) {
        let null = matches!(json, Json::Null);
        let read = if null {
            Ok(document::Opened {
                action: HttpAction::default(),
                newer: None,
            })
        } else {
            document::read(&json)
        };
        match read {
            Ok(document::Opened { action, newer }) => {
                let opened = newer.map_or(Opened::Action, |version| Opened::Newer { document: json, version });
                let same = untrack(|| self.opened.with(|present| *present == opened))
                    && self.editor.with_untracked(|editor| *editor.action() == action);
                if same {
                    return;
                }
                let is_new = action == HttpAction::default();
                self.visited.set(is_new.then(BTreeSet::new));
                self.editor.update(|editor| editor.open(action));
                self.opened.set(opened);
            }
            Err(refusal) => {
                self.editor.update(|editor| editor.open(HttpAction::default()));
                self.opened.set(Opened::Refused { document: json, refusal });
            }
        }
        self.unfinished.set_value(false);
    }

    /// The document as it stands; a refused or newer one as it came.
    #[must_use]
    pub fn document(self) -> Json {
        self.opened.with_untracked(|opened| match opened {
            Opened::Action => self.editor.with_untracked(|editor| editor.action().to_json()),
            Opened::Newer { document, .. } | Opened::Refused { document, .. } => document.clone(),
        })
    }

    // Events

    /// Tells the host of the document as it stands.
    fn tell(self, event: &str) {
        let dirty = self.editor.with_untracked(Editor::is_dirty);
        let detail = Json::Object(vec![
            ("value".to_owned(), self.document()),
            ("problems".to_owned(), self.problems_json()),
            ("dirty".to_owned(), Json::Bool(dirty)),
        ]);
        self.fire(event, &detail, crate::embedding::Cancelable::No);
    }

    /// Fires an event at the element.
    pub fn fire(self, event: &str, detail: &Json, cancelable: crate::embedding::Cancelable) -> bool {
        self.events.fire(event, detail, cancelable)
    }

    /// The problems as hosts get them.
    #[must_use]
    pub fn problems_json(self) -> Json {
        let problems = self.problems.get_untracked();
        self.locale.with_untracked(|locale| {
            Json::Array(
                problems
                    .iter()
                    .map(|problem| crate::texts::problem_json(locale, problem))
                    .collect(),
            )
        })
    }

    // The screen

    /// The control of that key.
    #[must_use]
    pub fn control(self, key: &str) -> Option<HtmlElement> {
        let mut selector = "[data-field=\"".to_owned();
        selector.push_str(key);
        selector.push_str("\"]");
        self.query(&selector)
    }

    /// The first element inside the editor that a selector finds.
    #[must_use]
    pub fn query(self, selector: &str) -> Option<HtmlElement> {
        let root = self.root.try_get_value()?;
        root.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    /// Takes the focus to a text field.
    pub fn focus_field(self, field: Field) {
        self.focus(&field_key(field));
    }

    /// Takes the focus to the control of that key. Answers whether there is one.
    pub fn focus(self, key: &str) -> bool {
        self.control(key).is_some_and(|control| control.focus().is_ok())
    }
}

/// A clock that only goes forward, in milliseconds.
#[must_use]
pub fn now_ms() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// This moment, ISO 8601.
#[must_use]
pub fn now_iso() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}
