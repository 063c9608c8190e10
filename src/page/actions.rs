//! What a person can do with the list of actions.

use super::element::EditorElement;
use super::model::{Page, fresh_id, now_ms};
use super::record::{Entry, with_text};
use super::store;
use crate::texts::Key;

impl Page {
    /// Opens an action.
    pub fn select(self, id: &str) {
        if !self.is_open(id) {
            self.keep_now();
            self.open(id);
            self.draw();
        }
    }

    /// Opens an action as the list has it, in a fresh element: what one action's history and echoes are must not be
    /// taken for another's.
    pub fn open(self, id: &str) {
        let (Some(entry), Some(element)) = (self.of(id, Clone::clone), EditorElement::create())
        else {
            return;
        };
        store::try_write("selected", &entry.id);
        let (tag, theme, profile) = self.read(|model| {
            let tag = model.locale.tag().to_owned();
            (tag, model.theme.clone(), model.profile.clone())
        });
        element.set_attribute("locale", &tag);
        element.set_attribute("theme", &theme);
        element.set("profile", &profile.into());
        element.set_json("scope", &self.scope_for_element());
        element.set_json("value", &entry.saved);
        if let Some(edited) = &entry.edited {
            element.set_json("edited", edited);
        }
        if let Some(drafts) = &entry.drafts {
            element.set_json("drafts", drafts);
        }
        self.write(|model| {
            model.pending = false;
            model.dirty = entry.edited.is_some();
            model.selected = Some(entry.id);
            model.element = Some(element.clone());
        });
        self.frame.stage.replace(vec![element.0.into()]);
    }

    /// Closes the element.
    fn close(self) {
        self.write(|model| {
            model.pending = false;
            model.selected = None;
            model.element = None;
        });
        self.frame.stage.replace(Vec::new());
    }

    /// Adds actions at the end of the list, stores them and opens the first of them.
    pub fn add(self, mut entries: Vec<Entry>) {
        self.keep_now();
        for (order, entry) in (now_ms()..).zip(&mut entries) {
            entry.id = fresh_id();
            entry.order = order;
            entry.touched = entry.edited.is_some();
        }
        let first = entries.first().map(|entry| entry.id.clone());
        self.write(|model| model.actions.extend(entries));
        if let Some(first) = first {
            self.open(&first);
        }
        self.keep();
    }

    /// Adds an empty action and opens it.
    pub fn create(self) {
        self.add(vec![Entry::new(String::new(), 0, "{}".to_owned())]);
    }

    /// Adds a copy of the open action, as it is shown, and opens it.
    pub fn duplicate(self) {
        self.keep_now();
        let Some(id) = self.selected() else {
            return;
        };
        let name = self.text_with(Key::PageCopyOf, &[("name", &self.name_of(&id))]);
        let copy = self.of(&id, |entry| {
            // The identifier belongs to the original.
            let document = with_text(&with_text(entry.shown(), "id", ""), "name", &name);
            let mut copy = Entry::new(String::new(), 0, document);
            copy.drafts.clone_from(&entry.drafts);
            copy
        });
        self.add(copy.into_iter().collect());
    }

    /// Deletes the open action and opens its neighbour.
    pub fn delete(self) {
        self.keep_now();
        let Some(id) = self.selected() else {
            return;
        };
        let name = self.name_of(&id);
        if let Some(entry) = self.take_out(&id) {
            store::remove(&store::action_key(&id));
            self.write(|model| model.deleted.push(entry));
            self.tell(Key::PageDeleted, name);
            // What was deleted made room for what had none.
            self.keep();
        }
    }

    /// Takes an action off the list; where it was open, its neighbour is.
    pub fn take_out(self, id: &str) -> Option<Entry> {
        let was_open = self.is_open(id);
        let (entry, neighbour) = self.write(|model| {
            let at = model.actions.iter().position(|entry| entry.id == id)?;
            let entry = model.actions.remove(at);
            let neighbour = model.actions.get(at).or_else(|| model.actions.last());
            Some((entry, neighbour.map(|entry| entry.id.clone())))
        })?;
        match neighbour {
            Some(neighbour) if was_open => self.open(&neighbour),
            None => self.close(),
            Some(_) => {}
        }
        Some(entry)
    }

    /// Brings the last deleted action back to its place and opens it.
    pub fn undo_delete(self) {
        let Some(mut entry) = self.write(|model| model.deleted.pop()) else {
            return;
        };
        self.keep_now();
        entry.seen = None;
        entry.unwritten = true;
        let id = entry.id.clone();
        self.insert(entry);
        self.tell(Key::PageRestored, self.name_of(&id));
        self.open(&id);
        self.keep();
    }

    /// Puts an action into its place.
    pub fn insert(self, entry: Entry) {
        self.write(|model| {
            let at = model
                .actions
                .partition_point(|other| (other.order, &other.id) < (entry.order, &entry.id));
            model.actions.insert(at, entry);
        });
    }
}
