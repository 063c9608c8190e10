//! What is wrong with the storage, and the text of what it may not hold, for saving.

use super::dom::{Node, button, by_id, node};
use super::list::focus_list;
use super::model::Page;
use super::raw_text::raw_text;
use super::store::{self, Trouble};
use crate::texts::Key;

/// The text that holds all work.
const WORK: &str = "hae-page-work";

impl Page {
    /// Draws it.
    pub fn draw_alerts(self) {
        let (trouble, unreadable) = self.read(|model| (model.trouble, model.unreadable.clone()));
        let mut parts = Vec::new();
        if let Some(trouble) = trouble {
            let says = match trouble {
                Trouble::Blocked => Key::PageStorageBlocked,
                Trouble::Full => Key::PageStorageFull,
            };
            let work = raw_text(
                self,
                WORK,
                &self.text(Key::PageRawWork),
                "",
                "http-actions.json",
            );
            parts.push(self.alert(says).with(work));
        }
        for (index, (key, text)) in unreadable.into_iter().enumerate() {
            let label = self.text_with(Key::PageRawUnreadable, &[("name", &store::full_key(&key))]);
            let mut id = "hae-page-unreadable-".to_owned();
            id.push_str(&index.to_string());
            let remove = button(&self.text(Key::PageRemoveUnreadable), move || {
                store::remove(&key);
                self.write(|model| model.unreadable.retain(|(other, _)| *other != key));
                self.keep();
                focus_list(self);
            });
            let text = raw_text(self, &id, &label, &text, "unreadable.txt");
            parts.push(
                self.alert(Key::PageStorageUnreadable)
                    .with(text)
                    .with(remove),
            );
        }
        self.frame.alerts.replace(parts);
    }

    fn alert(self, says: Key) -> Node {
        let words = node("p", "").set("role", "alert").says(&self.text(says));
        node("div", "hae-page-alert").with(words)
    }

    /// Puts the present state of all work into its text.
    pub fn draw_work(self) {
        if let Some(work) = by_id(WORK) {
            work.put("value", &self.backup().into());
        }
    }
}
