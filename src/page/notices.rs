//! What happened last, with the way back after a deletion, and the first words to a new visitor.

use super::dom::{button, by_id, node};
use super::list::focus_list;
use super::model::Page;
use crate::texts::Key;

/// The id of what stands around the notice.
pub const NEWS: &str = "hae-page-news";

impl Page {
    /// Draws them.
    pub fn draw_notices(self) {
        let (notice, has_deleted, welcome) = self.read(|model| {
            (
                model.notice.clone(),
                !model.deleted.is_empty(),
                model.welcome,
            )
        });
        let said = notice.map(|notice| self.text_with(notice.key, &[("name", &notice.name)]));
        self.frame.said.say(said.as_deref().unwrap_or_default());
        let mut answers = Vec::new();
        if has_deleted {
            answers.push(button(&self.text(Key::PageUndoDelete), move || {
                self.undo_delete();
                focus_list(self);
            }));
        }
        if has_deleted || said.is_some() {
            answers.push(button(&self.text(Key::PageDismiss), move || {
                self.write(|model| {
                    model.notice = None;
                    model.deleted.clear();
                });
                self.draw();
                focus_list(self);
            }));
        }
        if let Some(news) = by_id(NEWS) {
            news.change(
                "data-open",
                if answers.is_empty() { "false" } else { "true" },
            );
        }
        self.frame.answers.replace(answers);

        let words = welcome.then(|| {
            let close = button(&self.text(Key::PageClose), move || {
                self.write(|model| model.welcome = false);
                self.draw();
                focus_list(self);
            });
            let words = node("p", "hae-page-said").says(&self.text(Key::PageWelcome));
            node("div", "hae-page-notice").with(words).with(close)
        });
        self.frame.welcome.replace(words.into_iter().collect());
    }
}
