//! Import: from files, or from a text that was pasted. A wrong document is named by path, and nothing is imported.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

use super::dialog;
use super::dom::{Node, button, node};
use super::import::{Imported, read};
use super::model::Page;
use crate::texts::{Key, refusal_message};

impl Page {
    /// Asks for what is to be imported.
    pub fn import_dialog(self) {
        let files = node("input", "hae-page-files")
            .set("id", "hae-page-files")
            .set("type", "file")
            .set("multiple", "")
            .set("accept", ".json,application/json");
        let area = node("textarea", "hae-page-text")
            .set("id", "hae-page-import")
            .set("rows", "8")
            .set("spellcheck", "false")
            .set("autocomplete", "off");
        let wrong = node("p", "hae-page-wrong").set("role", "alert");
        let content = vec![
            node("p", "hae-page-hint").says(&self.text(Key::PageImportHint)),
            self.labelled(Key::PageImportFiles, "hae-page-files", files.clone()),
            self.labelled(Key::PageImportText, "hae-page-import", area.clone()),
            wrong.clone(),
        ];
        let import = button(&self.text(Key::PageImport), move || {
            let (files, area, wrong) = (files.clone(), area.clone(), wrong.clone());
            spawn_local(async move {
                match self.imported(sources(&files, &area).await) {
                    Ok(found) => {
                        dialog::close(&area);
                        self.take_in(found);
                    }
                    Err(why) => wrong.say(&why),
                }
            });
        });
        let bar = node("div", "hae-page-buttons")
            .with(import.set("class", "hae-page-button hae-page-primary"));
        let content = content.into_iter().chain([bar]).collect();
        dialog::open(self, Key::PageImportTitle, content);
    }

    fn labelled(self, label: Key, id: &str, control: Node) -> Node {
        let label = node("label", "hae-page-label")
            .set("for", id)
            .says(&self.text(label));
        node("div", "hae-page-field").with(label).with(control)
    }

    /// What all texts hold, or what is wrong with one of them, in words.
    fn imported(self, sources: Vec<(String, String)>) -> Result<Imported, String> {
        if sources.is_empty() {
            return Err(self.text(Key::PageImportEmpty));
        }
        let mut all = Imported::default();
        for (name, text) in sources {
            let found = read(&text).map_err(|refusal| {
                let reason = self.read(|model| refusal_message(&model.locale, &refusal));
                if name.is_empty() {
                    reason
                } else {
                    self.text_with(
                        Key::PageImportRefusedFrom,
                        &[("name", &name), ("reason", &reason)],
                    )
                }
            })?;
            all.entries.extend(found.entries);
            all.scope = found.scope.or(all.scope);
        }
        if all.entries.is_empty() {
            return Err(self.text(Key::PageImportNone));
        }
        Ok(all)
    }

    fn take_in(self, found: Imported) {
        let count = found.entries.len();
        if let Some(scope) = found.scope {
            self.add_scope(&scope);
        }
        let what = self.read(|model| model.locale.count(Key::PageActionCount, count));
        self.tell(Key::PageImported, what);
        self.add(found.entries);
    }
}

/// The texts to read, each with the name of its file.
async fn sources(files: &Node, area: &Node) -> Vec<(String, String)> {
    let mut sources = Vec::new();
    if let Some(files) = files
        .as_a::<HtmlInputElement>()
        .and_then(HtmlInputElement::files)
    {
        for file in (0..files.length()).filter_map(|index| files.get(index)) {
            let text = JsFuture::from(file.text())
                .await
                .ok()
                .and_then(|text| text.as_string());
            sources.push((file.name(), text.unwrap_or_default()));
        }
    }
    let pasted = area.text_of("value");
    if !pasted.trim().is_empty() {
        sources.push((String::new(), pasted));
    }
    sources
}
