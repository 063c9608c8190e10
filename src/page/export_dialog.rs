//! Export: documents as they are shown, as JSON.

use http_action::json::Json;

use super::dialog;
use super::model::Page;
use super::raw_text::raw_text;
use super::record::Entry;
use crate::texts::Key;

impl Page {
    /// Offers the open action as one document.
    pub fn export_dialog(self) {
        self.keep_now();
        let json = self.selected().and_then(|id| self.of(&id, document));
        self.export(&json.unwrap_or(Json::Null), "http-action.json");
    }

    /// Offers all actions as a list of documents.
    pub fn export_all_dialog(self) {
        self.keep_now();
        let all = self.read(|model| model.actions.iter().map(document).collect());
        self.export(&Json::Array(all), "http-actions.json");
    }

    fn export(self, json: &Json, file: &'static str) {
        let label = self.text(Key::PageExportText);
        let text = raw_text(self, "hae-page-export", &label, &json.to_pretty(), file);
        dialog::open(self, Key::PageExportTitle, vec![text]);
    }
}

fn document(entry: &Entry) -> Json {
    Json::parse(entry.shown()).unwrap_or(Json::Null)
}
