//! The state of one editor: what it was handed, what is being edited, and what follows from that.

use std::ops::Range;
use std::sync::Arc;

use crate::reactive::*;
use http_action::document::{self, HttpAction, Refusal, RowId};
use http_action::edit::{Bodies, Edit, Editor, Field, Lines, Splice};
use http_action::form::{self, Side};
use http_action::json::{Json, fingerprint};
use http_action::problem::{Check, Problem, check};
use http_action::profile::Profile;
use http_action::request::{Request, build};
use http_action::scope::{Names, Scope, Values, Variable};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::field_key::field_key;
use super::followers::Followers;
use super::modes::{Access, Opened};
use super::shown_parts::ShownParts;
use crate::embedding::Events;
use crate::picker::PickerState;
use crate::sending::BrowserUrl;
use crate::testing::TestState;
use crate::texts::{Key, Locale};

/// What browsers send in the place of a header of that name, besides what the Fetch standard forbids. Firefox and WebKit
/// would send a `User-Agent`; Chromium replaces it.
const REPLACED_HEADERS: [&str; 1] = ["user-agent"];

/// How many of the documents that the host was told of are recognised when it hands one back, late.
const MOST_TOLD: usize = 1_000;

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
    /// The body read as a form. Its rows are read once for all their fields.
    pub(super) form_rows: Memo<Arc<Vec<form::Row>>>,
    followers: Followers,
    /// What follows the problems of one control.
    pub(super) problem_followers: Followers,
    /// Which parts of the form are shown.
    pub(super) shown: ShownParts,
    /// The fields whose problems are shown at them; `None` for all.
    pub(super) visited: RwSignal<Option<Vec<String>>>,
    /// The element the editor stands in.
    root: StoredValue<Element>,
    events: Events,
    /// The test.
    pub test: TestState,
    /// The picker and the suggestions.
    pub picker: PickerState,
    /// The documents that the host was told of since it last handed one over, by their hashes.
    told: StoredValue<Vec<u64>>,
    /// The variables that the host has granted and that its scope does not hold yet.
    granted_variables: StoredValue<Vec<Variable>>,
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
        let names = Memo::with_compare(
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
                    replaced_headers: &REPLACED_HEADERS,
                })
            }))
        });
        let request = Memo::new(move |_| {
            let (scope, names, profile) = (scope.get(), names.get(), profile.get());
            let (device, now) = (device.get(), now.get());
            let values = Values::new(&scope, &names, device.as_deref(), &now);
            Arc::new(editor.with(|editor| build(editor.action(), &values, &profile)))
        });
        let body = Memo::new(move |_| editor.with(|editor| editor.action().body.clone()));
        let form_rows = Memo::new(move |_| Arc::new(body.with(|body| form::rows(body))));
        let visited = RwSignal::new(Some(Vec::new()));
        let problem_followers = Followers::new();
        Effect::run(move |_| {
            problems.track();
            visited.track();
            editor.with_untracked(|editor| problem_followers.tell(editor));
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
            form_rows,
            followers: Followers::new(),
            problem_followers,
            shown: ShownParts::new(),
            visited,
            root: StoredValue::new(root),
            events,
            test: TestState::new(),
            picker: PickerState::new(),
            told: StoredValue::new(Vec::new()),
            granted_variables: StoredValue::new(Vec::new()),
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
    pub fn says(self, key: Key) -> impl Fn() -> String + Copy + 'static {
        move || self.text(key)
    }

    // Reading

    /// Reads the action; follows it.
    pub fn with_action<T>(self, read: impl FnOnce(&HttpAction) -> T) -> T {
        self.editor.with(|editor| read(editor.action()))
    }

    /// Reads the action as it stands.
    pub fn untracked_action<T>(self, read: impl FnOnce(&HttpAction) -> T) -> T {
        self.editor.with_untracked(|editor| read(editor.action()))
    }

    /// Follows all that the request is made of, without making it.
    pub fn track_request(self) {
        self.editor.track();
        self.scope.track();
        self.profile.track();
        self.device.track();
        self.now.track();
    }

    /// The bodies of the other content types, as they stand.
    #[must_use]
    pub fn bodies(self) -> Bodies {
        self.editor
            .with_untracked(|editor| editor.state().bodies.clone())
    }

    /// A memo of something in the action.
    pub fn memo<T: PartialEq + 'static>(self, read: impl Fn(&Editor) -> T + 'static) -> Memo<T> {
        Memo::new(move |_| self.editor.with(|editor| read(editor)))
    }

    /// A signal of something in the action, for what there is hundreds of; see [`Followers`].
    pub(super) fn follow<T: PartialEq + 'static>(
        self,
        read: impl Fn(&Editor) -> T + 'static,
    ) -> RwSignal<T> {
        let first = self.editor.with_untracked(&read);
        self.followers.follow(first, read)
    }

    /// The text of a field; empty where its row is gone.
    #[must_use]
    pub fn field_text(self, field: Field) -> Signal<String> {
        let (row, side) = match field {
            Field::FormName(row) => (row, Side::Name),
            Field::FormValue(row) => (row, Side::Value),
            _ => {
                return self
                    .follow(move |editor| editor.state().text(field).unwrap_or_default())
                    .into();
            }
        };
        Memo::new(move |_| {
            self.form_rows.with(|rows| {
                let part = rows.get(row).map(|row| row.part(side));
                part.map(|part| part.shown.clone()).unwrap_or_default()
            })
        })
        .into()
    }

    /// What may be done with the action, by what the host allows and by what was opened; follows both.
    #[must_use]
    pub fn access(self) -> Access {
        match self.granted.get() {
            Access::Edit if self.opened.with(|opened| *opened != Opened::Action) => {
                Access::ReadOnly
            }
            granted => granted,
        }
    }

    /// Whether the action can be changed; follows it.
    #[must_use]
    pub fn can_edit(self) -> bool {
        self.access() == Access::Edit
    }

    /// Whether the action can be changed, as a signal.
    #[must_use]
    pub fn editable(self) -> Signal<bool> {
        Signal::derive(move || self.can_edit())
    }

    // Changing

    /// Changes what is edited, and everything that follows it.
    pub(super) fn update_editor<R>(self, change: impl FnOnce(&mut Editor) -> R) -> Option<R> {
        let answer = self.editor.try_update(change);
        self.editor
            .try_with_untracked(|editor| self.followers.tell(editor));
        answer
    }

    /// Carries out an edit as one finished step.
    pub fn apply(self, edit: Edit) {
        if !self.can_edit_now() {
            return;
        }
        let changed = self.update_editor(|editor| editor.apply(edit, None));
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
        self.editor
            .try_update_untracked(Editor::fresh_row)
            .unwrap_or_default()
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
        let changed =
            self.update_editor(|editor| editor.type_text(field, splice, selected, now_ms()));
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
        let is_new = self.visited.with_untracked(|visited| {
            visited
                .as_ref()
                .is_some_and(|visited| !visited.iter().any(|each| each == key))
        });
        if is_new {
            self.visited.update(|visited| {
                if let Some(visited) = visited {
                    visited.push(key.to_owned());
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

    /// Opens a document as a new baseline, unless it equals the present one; null is an empty action. What is no JSON
    /// comes as its refusal.
    pub fn open(self, json: Result<Json, Refusal>) {
        let read = json.and_then(|json| match json {
            Json::Null => Ok(document::Opened {
                action: HttpAction::default(),
                newer: None,
            }),
            json => document::read(&json),
        });
        match read {
            Ok(document::Opened { action, newer }) => {
                let opened = newer.map_or(Opened::Action, |version| Opened::Newer { version });
                let is_same = opened == Opened::Action
                    && self.is_action()
                    && self.untracked_action(|present| *present == action);
                if is_same || (opened == Opened::Action && self.was_told(&action.to_json())) {
                    return;
                }
                let is_new = action == HttpAction::default();
                self.visited.set(is_new.then(Vec::new));
                self.update_editor(|editor| editor.open(action));
                self.opened.set(opened);
            }
            Err(refusal) => {
                self.update_editor(|editor| editor.open(HttpAction::default()));
                self.opened.set(Opened::Refused { refusal });
            }
        }
        self.unfinished.set_value(false);
        self.told.set_value(Vec::new());
    }

    /// Puts a document in the place of the open one as one edit, without telling the host. Nothing happens where it
    /// cannot be read or edited.
    pub fn replace(self, json: &Json) {
        let Ok(document::Opened {
            action,
            newer: None,
        }) = document::read(json)
        else {
            return;
        };
        if self.is_action() {
            self.update_editor(|editor| {
                let action = editor.with_fresh_rows(action);
                editor.apply(Edit::ReplaceAction(Box::new(action)), None);
            });
            self.show_all_problems();
        }
    }

    /// Takes over the bodies of the other content types.
    pub fn restore_bodies(self, bodies: Bodies) {
        self.update_editor(|editor| editor.restore_bodies(bodies));
    }

    /// Replaces the scope. The chosen device stays chosen while it is there; the first devices there ever are bring the
    /// choice of their first.
    pub fn set_scope(self, mut scope: Scope) {
        self.granted_variables.update_value(|granted| {
            granted.retain(|variable| {
                scope
                    .variables
                    .iter()
                    .all(|other| other.name != variable.name)
            });
            scope.variables.extend(granted.iter().cloned());
        });
        let chosen = self.device.get_untracked();
        let had_devices = self.scope.with_untracked(|scope| !scope.devices.is_empty());
        let is_there = chosen.as_ref().is_some_and(|id| scope.device(id).is_some());
        if !is_there && (chosen.is_some() || !had_devices) {
            self.device
                .set(scope.devices.first().map(|device| device.id.clone()));
        }
        self.scope.set(Arc::new(scope));
    }

    /// A variable that the host was asked for and did not refuse: in scope from now on, until the host's scope holds it.
    pub fn add_variable(self, variable: Variable) {
        self.granted_variables
            .update_value(|granted| granted.push(variable.clone()));
        self.scope
            .update(|scope| Arc::make_mut(scope).variables.push(variable));
    }

    fn was_told(self, document: &Json) -> bool {
        let hash = fingerprint(document);
        self.told
            .try_with_value(|told| told.contains(&hash))
            .unwrap_or(false)
    }

    /// Whether what is open is an action that this version understands.
    #[must_use]
    pub fn is_action(self) -> bool {
        self.opened
            .with_untracked(|opened| *opened == Opened::Action)
    }

    /// The document of the action as it stands.
    #[must_use]
    pub fn document(self) -> Json {
        self.untracked_action(HttpAction::to_json)
    }

    // Events

    /// Tells the host of the document as it stands.
    fn tell(self, event: &str) {
        let dirty = self.editor.with_untracked(Editor::is_dirty);
        let document = self.document();
        self.told.update_value(|told| {
            let hash = fingerprint(&document);
            if told.len() >= MOST_TOLD {
                told.remove(0);
            }
            told.push(hash);
        });
        let detail = Json::Object(vec![
            ("value".to_owned(), document),
            ("problems".to_owned(), self.problems_json()),
            ("dirty".to_owned(), Json::Bool(dirty)),
        ]);
        self.fire(event, &detail, crate::embedding::Cancelable::No);
    }

    /// Fires an event at the element.
    pub fn fire(
        self,
        event: &str,
        detail: &Json,
        cancelable: crate::embedding::Cancelable,
    ) -> bool {
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
        root.query_selector(selector)
            .ok()
            .flatten()?
            .dyn_into()
            .ok()
    }

    /// Takes the focus to a text field.
    pub fn focus_field(self, field: Field) {
        self.focus(&field_key(field));
    }

    /// Takes the focus to the control of that key. Answers whether there is one.
    pub fn focus(self, key: &str) -> bool {
        self.control(key)
            .is_some_and(|control| control.focus().is_ok())
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
