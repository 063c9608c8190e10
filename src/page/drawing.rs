//! Drawing what has changed.
//!
//! What the page shows around the element follows from the model. [`Shown`] is that, part by part; a part is drawn anew
//! when it differs from what was drawn last. The element itself stays untouched.

use super::model::{Model, Notice, Page};
use super::store::Trouble;

/// What the page shows, as far as it changes.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Shown {
    language: String,
    items: Vec<Item>,
    tools: Option<Kept>,
    notices: Notices,
    alerts: Alerts,
}

/// An action in the list.
#[derive(Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its own name; empty for the default one.
    pub name: String,
    /// Its method and where it goes to.
    pub hint: String,
    /// Whether it is open.
    pub current: bool,
    /// Whether it has edits that are not saved.
    pub edited: bool,
    /// Whether it is another tab's version.
    pub elsewhere: bool,
}

/// How an action is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It has edits that are not saved.
    Edited,
    /// It is saved, and in the storage.
    Stored,
    /// It is saved, but only in memory.
    InMemory,
}

#[derive(Clone, PartialEq, Eq, Default)]
struct Notices {
    last: Option<Notice>,
    deleted: usize,
    welcome: bool,
}

#[derive(Clone, PartialEq, Eq, Default)]
struct Alerts {
    trouble: Option<Trouble>,
    unreadable: Vec<String>,
}

impl Shown {
    fn of(model: &Model) -> Self {
        let is_open = |id: &String| model.selected.as_ref() == Some(id);
        let item = |entry: &super::record::Entry| Item {
            id: entry.id.clone(),
            name: entry.label.name.clone(),
            hint: entry.label.hint.clone(),
            current: is_open(&entry.id),
            edited: entry.edited.is_some(),
            elsewhere: entry.elsewhere,
        };
        let open = model.actions.iter().find(|entry| is_open(&entry.id));
        Self {
            language: model.locale.tag().to_owned(),
            items: model.actions.iter().map(item).collect(),
            tools: open.map(|entry| match (&entry.edited, entry.unwritten) {
                (Some(_), _) => Kept::Edited,
                (None, false) => Kept::Stored,
                (None, true) => Kept::InMemory,
            }),
            notices: Notices {
                last: model.notice.clone(),
                deleted: model.deleted.len(),
                welcome: model.welcome,
            },
            alerts: Alerts {
                trouble: model.trouble,
                unreadable: model
                    .unreadable
                    .iter()
                    .map(|(key, _)| key.clone())
                    .collect(),
            },
        }
    }
}

impl Page {
    /// Draws what has changed since the last time.
    pub fn draw(self) {
        let now = self.read(Shown::of);
        let before = self.write(|model| std::mem::replace(&mut model.shown, now.clone()));
        let all = now.language != before.language;
        if all {
            self.draw_header();
            self.draw_nav();
        }
        if all || now.items != before.items {
            self.draw_list(&now.items);
        }
        if all || now.tools != before.tools {
            self.draw_tools(now.tools);
        }
        if all || now.notices != before.notices {
            self.draw_notices();
        }
        if all || now.alerts != before.alerts {
            self.draw_alerts();
        }
        if now.alerts.trouble.is_some() {
            self.draw_work();
        }
    }
}
