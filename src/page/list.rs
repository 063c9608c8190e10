//! The list of actions, and what can be done with the open one.

use super::dialog::opener;
use super::dom::{Node, button, by_id, focus, node, soon};
use super::drawing::{Item, Kept};
use super::model::Page;
use crate::texts::Key;

/// What the ids of the list's buttons begin with.
const ITEM: &str = "hae-page-action-";
/// The button that opens the list on a narrow page.
const TOGGLE: &str = "hae-page-toggle";
const NEW: &str = "hae-page-new";

impl Page {
    /// Draws what stands around the list. On a narrow page it opens by a button.
    pub fn draw_nav(self) {
        self.frame
            .nav
            .change("aria-label", &self.text(Key::PageActions));
        let panel = node("div", "hae-page-actions")
            .set("id", "hae-page-actions")
            .with(node("h2", "hae-page-heading").says(&self.text(Key::PageActions)))
            .with(self.frame.list.clone())
            .with(
                node("div", "hae-page-buttons")
                    .with(
                        button(&self.text(Key::PageNewAction), move || self.create())
                            .set("id", NEW),
                    )
                    .with(opener(self, Key::PageImport, Page::import_dialog))
                    .with(opener(self, Key::PageExportAll, Page::export_all_dialog)),
            );
        let toggle = toggle("", "hae-page-actions").set("id", TOGGLE);
        self.frame.nav.replace(vec![toggle, panel]);
    }

    /// Draws the list.
    pub fn draw_list(self, items: &[Item]) {
        let default_name = self.text(Key::ActionDefaultName);
        let named = |item: &Item| {
            if item.name.is_empty() {
                default_name.clone()
            } else {
                item.name.clone()
            }
        };
        let rows = items.iter().map(|item| {
            let id = item.id.clone();
            let row = node("button", "hae-page-item")
                .set("type", "button")
                .set("id", &with_beginning(ITEM, &item.id))
                .on("click", move |_| {
                    set_open("hae-page-actions", TOGGLE, false);
                    self.select(&id);
                })
                .with(node("span", "hae-page-item-name").says(&named(item)))
                .with(node("span", "hae-page-item-hint").says(&item.hint));
            if item.current {
                row.change("aria-current", "true");
            }
            let marks = [
                (item.elsewhere, Key::PageOtherTab, "hae-page-mark"),
                (
                    item.edited,
                    Key::PageUnsavedMark,
                    "hae-page-mark hae-page-mark-low",
                ),
            ];
            for (is_marked, key, class) in marks {
                if is_marked {
                    row.add(node("span", class).says(&self.text(key)));
                }
            }
            node("li", "").with(row)
        });
        self.frame.list.replace(rows.collect());
        let current = items
            .iter()
            .find(|item| item.current)
            .map(named)
            .unwrap_or_default();
        if let Some(toggle) = by_id(TOGGLE) {
            toggle.say(&self.text_with(Key::PageActionsToggle, &[("name", &current)]));
        }
    }

    /// Draws whether the open action is saved, and its buttons; a word for where there is none.
    pub fn draw_tools(self, kept: Option<Kept>) {
        let Some(kept) = kept else {
            let empty = node("p", "hae-page-empty").says(&self.text(Key::PageEmpty));
            self.frame.tools.replace(vec![empty]);
            return;
        };
        let (word, class) = match kept {
            Kept::Edited => (Key::PageUnsaved, "hae-page-saved hae-page-unsaved"),
            Kept::Stored => (Key::PageSaved, "hae-page-saved"),
            Kept::InMemory => (Key::PageNotStored, "hae-page-saved hae-page-unsaved"),
        };
        let delete = button(&self.text(Key::PageDelete), move || {
            self.delete();
            focus_list(self);
        });
        let duplicate = button(&self.text(Key::PageDuplicate), move || self.duplicate());
        let group = node("div", "hae-page-tools")
            .set("role", "group")
            .set("aria-label", &self.text(Key::PageThisAction))
            .with(node("span", class).says(&self.text(word)))
            .with(duplicate.set("id", "hae-page-duplicate"))
            .with(opener(self, Key::PageExport, Page::export_dialog))
            .with(delete.set("id", "hae-page-delete"));
        self.frame.tools.replace(vec![group]);
    }
}

/// Takes the focus to the open action in the list, or to what opens the list.
pub fn focus_list(page: Page) {
    soon(0, move || {
        let item = with_beginning(ITEM, &page.selected().unwrap_or_default());
        let _is_done = focus(&item) || focus(TOGGLE) || focus(NEW);
    });
}

/// A button that opens and closes a part of the page, where that is narrow.
#[must_use]
pub fn toggle(text: &str, part: &'static str) -> Node {
    let toggle = node(
        "button",
        "hae-page-button hae-page-narrow-only hae-page-toggle",
    )
    .set("type", "button")
    .set("aria-controls", part)
    .set("aria-expanded", "false")
    .says(text);
    let itself = toggle.clone();
    toggle.on("click", move |_| {
        let open = itself.attribute("aria-expanded") != "true";
        let id = itself.text_of("id");
        set_open(part, &id, open);
    })
}

fn set_open(part: &str, toggle: &str, open: bool) {
    let open = if open { "true" } else { "false" };
    for (id, attribute) in [(part, "data-open"), (toggle, "aria-expanded")] {
        if let Some(node) = by_id(id) {
            node.change(attribute, open);
        }
    }
}

/// A text with another one before it.
#[must_use]
pub fn with_beginning(beginning: &str, text: &str) -> String {
    let mut all = beginning.to_owned();
    all.push_str(text);
    all
}
