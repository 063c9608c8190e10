//! Bringing the element, the list and the storage together.
//!
//! Edits go from the element to the list ([`Page::pull`]) and from there to the storage ([`Page::keep`]);
//! what another tab stored comes the other way ([`Page::look_around`]). Before every write the storage is
//! compared with what this tab saw there last, so that nothing of another tab is written over unseen.

use http_action::json::Json;

use super::element::{member, text_member, to_text};
use super::meeting::{Meeting, meet};
use super::model::{Page, fresh_id};
use super::record::{Entry, Label};
use super::store::{self, Trouble};
use crate::texts::Key;

impl Page {
    /// Reads the actions that the storage holds. Answers whether this is a first visit.
    pub(super) fn load(self) -> bool {
        let mut is_first = true;
        for key in store::keys() {
            let text = store::read(&key).unwrap_or_default();
            if let Some(id) = key.strip_prefix(store::ACTION) {
                if let Some(entry) = Entry::read(id, &text) {
                    is_first = false;
                    self.insert(entry);
                } else {
                    // It has a key of its own, which nobody writes to: it can stay.
                    self.write(|model| model.unreadable.push((key, text)));
                }
            } else if key.starts_with(store::UNREADABLE) {
                self.write(|model| model.unreadable.push((key, text)));
            } else if key == super::scope_state::KEY {
                is_first = false;
            }
        }
        is_first
    }

    /// Takes over what was edited in the element since the last time.
    pub(super) fn pull(self) {
        let was_pending = self.write(|model| std::mem::take(&mut model.pending));
        let Some(id) = self.selected().filter(|_| was_pending) else {
            return;
        };
        let taken = self.element().and_then(|element| {
            let value = element.get("value");
            let label = Label::new(
                &text_member(&value, "name"),
                &text_member(&value, "method"),
                &text_member(&value, "url"),
            );
            Some((to_text(&value)?, label, to_text(&element.get("drafts"))))
        });
        if let Some((document, label, drafts)) = taken {
            let dirty = self.read(|model| model.dirty);
            self.change(&id, |entry| {
                entry.edited = dirty.then_some(document);
                entry.drafts = drafts;
                entry.label = label;
                entry.touched = dirty;
                entry.unwritten = true;
            });
        }
    }

    /// Takes over what was edited and stores it.
    pub fn keep_now(self) {
        if self.read(|model| model.pending) {
            self.pull();
            self.keep();
        }
    }

    /// The element has saved a document. Answers whether it is kept.
    pub(super) fn save(self, document: String) -> bool {
        let Some(id) = self.selected() else {
            return false;
        };
        self.pull();
        let Some(before) = self.change(&id, |entry| {
            let before = entry.clone();
            entry.saved = document;
            entry.edited = None;
            entry.touched = false;
            entry.forked = false;
            entry.elsewhere = false;
            entry.unwritten = true;
            entry.relabel();
            before
        }) else {
            return false;
        };
        // As long as it is not known to be stored, another tab's version must not replace it.
        self.change(&id, |entry| entry.touched = true);
        self.keep();
        let id = self.selected().unwrap_or(id);
        let is_full = self.read(|model| model.trouble == Some(Trouble::Full));
        let is_kept = self.change(&id, |entry| {
            if is_full && entry.unwritten {
                entry.edited = Some(std::mem::replace(&mut entry.saved, before.saved));
            } else {
                entry.touched = false;
            }
            entry.edited.is_none()
        });
        self.draw();
        is_kept.unwrap_or_default()
    }

    /// Stores everything that is not stored yet, and says so where that fails.
    pub fn keep(self) {
        let unwritten: Vec<String> = self.read(|model| {
            let unwritten = model.actions.iter().filter(|entry| entry.unwritten);
            unwritten.map(|entry| entry.id.clone()).collect()
        });
        let mut trouble = self.keep_scope().err();
        for id in unwritten {
            let id = self.meet(&id);
            if let Err(failed) = self.write_entry(&id) {
                trouble = Some(failed);
            }
        }
        self.write(|model| model.trouble = trouble);
        self.draw();
    }

    fn write_entry(self, id: &str) -> Result<(), Trouble> {
        let Some(text) = self.of(id, Entry::to_text) else {
            return Ok(());
        };
        store::write(&store::action_key(id), &text)?;
        self.change(id, |entry| {
            entry.seen = Some(text);
            entry.unwritten = false;
        });
        Ok(())
    }

    /// Notices what other tabs have done.
    pub(super) fn look_around(self) {
        self.pull();
        let known: Vec<String> =
            self.read(|model| model.actions.iter().map(|entry| entry.id.clone()).collect());
        for id in &known {
            self.meet(id);
        }
        for key in store::keys() {
            let Some(id) = key.strip_prefix(store::ACTION) else {
                continue;
            };
            let is_new = self.of(id, |_| ()).is_none();
            let entry = is_new.then(|| store::read(&key)).flatten();
            if let Some(entry) = entry.and_then(|text| Entry::read(id, &text)) {
                self.insert(entry);
            }
        }
        self.meet_scope();
        self.keep();
    }

    /// Compares an action with the storage. Answers the id under which this tab's version goes on.
    fn meet(self, id: &str) -> String {
        let key = store::action_key(id);
        let now = if store::is_open() {
            store::read(&key)
        } else {
            // Storage that has gone away has deleted nothing.
            self.of(id, |entry| entry.seen.clone()).flatten()
        };
        let meeting = self.of(id, |entry| {
            meet(entry.seen.as_deref(), entry.touched, now.as_deref())
        });
        let theirs = now.and_then(|text| Entry::read(id, &text));
        let name = self.name_of(id);
        let is_open = self.is_open(id);
        match meeting {
            None | Some(Meeting::Same) => {}
            Some(Meeting::TakeOver) => {
                // What cannot be read stays there; this tab's version goes on under a new name.
                let Some(theirs) = theirs else {
                    return self.fork(id);
                };
                self.change(id, |entry| *entry = theirs);
                if is_open {
                    self.open(id);
                    self.tell(Key::PageChangedElsewhere, name);
                }
            }
            Some(Meeting::Removed) => {
                self.take_out(id);
                self.tell(Key::PageDeletedElsewhere, name);
            }
            Some(Meeting::KeepAfterRemoval) => {
                self.change(id, |entry| {
                    entry.seen = None;
                    entry.unwritten = true;
                });
                self.tell(Key::PageDeletedElsewhereKept, name);
            }
            Some(Meeting::Fork) => {
                let ours = self.fork(id);
                if let Some(mut theirs) = theirs {
                    theirs.elsewhere = true;
                    self.insert(theirs);
                }
                self.tell(Key::PageConflict, name);
                return ours;
            }
        }
        id.to_owned()
    }

    /// Gives this tab's version a new id. The element stays as it is: only the name in the storage is another.
    fn fork(self, id: &str) -> String {
        let ours = fresh_id();
        self.change(id, |entry| {
            entry.id.clone_from(&ours);
            entry.forked = true;
            entry.elsewhere = false;
            entry.seen = None;
            entry.unwritten = true;
        });
        if self.is_open(id) {
            store::try_write("selected", &ours);
            self.write(|model| model.selected = Some(ours.clone()));
        }
        ours
    }

    /// All actions as text for saving, the working copies and the scope with them; without any secret's value. Import
    /// reads it.
    #[must_use]
    pub fn backup(self) -> String {
        self.read(|model| {
            let records = model
                .actions
                .iter()
                .filter_map(|entry| Json::parse(&entry.to_text()).ok());
            Json::Object(vec![
                ("actions".to_owned(), Json::Array(records.collect())),
                ("scope".to_owned(), model.scope.to_json()),
            ])
            .to_pretty()
        })
    }

    /// A variable that the editor needs.
    pub(super) fn take_variable(self, detail: &wasm_bindgen::JsValue) {
        let name = text_member(detail, "name");
        let value = member(detail, "value").as_string();
        let secret = member(detail, "secret").is_truthy();
        self.add_variable(name, value, secret);
    }
}
