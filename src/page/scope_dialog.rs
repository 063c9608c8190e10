//! The dialog "Variables and devices". What is typed takes effect at once, and is stored at once.

use http_action::document::{Expected, Refusal};
use http_action::json::Json;
use http_action::scope::Scope;

use super::dialog;
use super::dom::{Node, button, by_id, focus, node};
use super::model::Page;
use super::scope_state::with_secrets_of;
use crate::texts::{Key, refusal_message};

/// The part of the dialog that is drawn anew when rows come and go.
const FORM: &str = "hae-page-scope";
const APPLY: &str = "hae-page-scope-apply";

impl Page {
    /// Opens the dialog.
    pub fn scope_dialog(self) {
        let form = node("div", "hae-page-form").set("id", FORM);
        for part in self.scope_form() {
            form.add(part);
        }
        dialog::open(self, Key::PageScope, vec![form]);
    }

    fn scope_form(self) -> Vec<Node> {
        vec![
            self.variables(),
            self.custom_fields(),
            self.devices(),
            self.advanced(),
        ]
    }

    /// Changes which rows there are, draws the form anew and takes the focus to the control of that id.
    pub fn reshape(self, change: impl FnOnce(&mut Scope), focus: &str) {
        self.change_scope(change);
        self.redraw_form(focus);
    }

    fn redraw_form(self, focused: &str) {
        if let Some(form) = by_id(FORM) {
            form.replace(self.scope_form());
        }
        focus(focused);
    }

    fn advanced(self) -> Node {
        let text = self.read(|model| model.scope.to_json().to_pretty());
        let label = self.text(Key::PageAdvancedText);
        let area = node("textarea", "hae-page-text")
            .set("rows", "10")
            .set("spellcheck", "false")
            .set("autocomplete", "off")
            .set("aria-label", &label)
            .property("value", text);
        let wrong = node("p", "hae-page-wrong").set("role", "alert");
        let (source, said) = (area.clone(), wrong.clone());
        let apply = button(&self.text(Key::PageApply), move || {
            match read(&source.text_of("value")) {
                Ok(scope) => {
                    let merged = self.read(|model| with_secrets_of(scope, &model.scope));
                    self.set_scope(merged);
                    self.reshape(|_| {}, APPLY);
                }
                Err(refusal) => {
                    said.say(&self.read(|model| refusal_message(&model.locale, &refusal)))
                }
            }
        });
        self.part(Key::PageAdvanced)
            .with(node("p", "hae-page-hint").says(&self.text(Key::PageAdvancedHint)))
            .with(area)
            .with(wrong)
            .with(apply.set("id", APPLY))
    }
}

fn read(text: &str) -> Result<Scope, Refusal> {
    let json = Json::parse(text).map_err(|error| Refusal {
        path: String::new(),
        expected: Expected::Json(error),
    })?;
    Scope::read(&json)
}
