//! The state of one editor: what it was handed, what is being edited, and what follows from that.

use std::sync::Arc;

use crate::reactive::*;
use http_action::document::HttpAction;
use http_action::edit::{Bodies, Editor, Field};
use http_action::form::{self, Side};
use http_action::problem::{Check, Problem, check};
use http_action::profile::Profile;
use http_action::request::{Request, build};
use http_action::scope::{Names, Scope, Values, Variable};
use web_sys::Element;

use super::clock::now_iso;
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
    pub(super) followers: Followers,
    /// What follows the problems of one control.
    pub(super) problem_followers: Followers,
    /// Which parts of the form are shown.
    pub(super) shown: ShownParts,
    /// The fields whose problems are shown at them; `None` for all.
    pub(super) visited: RwSignal<Option<Vec<String>>>,
    /// The element the editor stands in.
    pub(super) root: StoredValue<Element>,
    pub(super) events: Events,
    /// The test.
    pub test: TestState,
    /// The picker and the suggestions.
    pub picker: PickerState,
    /// The documents that the host was told of since it last handed one over, by their hashes.
    pub(super) told: StoredValue<Vec<u64>>,
    /// The variables that the host has granted and that its scope does not hold yet.
    pub(super) granted_variables: StoredValue<Vec<Variable>>,
    /// Something was typed of which the host has not heard that it is finished.
    pub(super) unfinished: StoredValue<bool>,
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
}
