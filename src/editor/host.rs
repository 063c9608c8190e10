//! What the host hands over, and what it is told.

use std::sync::Arc;

use http_action::document::{self, HttpAction, Refusal};
use http_action::edit::{Bodies, Edit, Editor};
use http_action::json::{Json, fingerprint};
use http_action::scope::{Scope, Variable};

use super::modes::Opened;
use super::state::EditorState;
use crate::embedding::Cancelable;
use crate::texts::problem_json;

/// How many of the documents that the host was told of are recognised when it hands one back, late.
const MOST_TOLD: usize = 1_000;

impl EditorState {
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

    /// Tells the host of the document as it stands.
    pub(super) fn tell(self, event: &str) {
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
        self.fire(event, &detail, Cancelable::No);
    }

    /// Fires an event at the element.
    pub fn fire(self, event: &str, detail: &Json, cancelable: Cancelable) -> bool {
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
                    .map(|problem| problem_json(locale, problem))
                    .collect(),
            )
        })
    }
}
