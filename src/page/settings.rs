//! The runner profile, the language and the theme: at once in effect, and kept.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::dialog::opener;
use super::dom::{Node, document, node};
use super::list::toggle;
use super::model::Page;
use super::store;
use crate::texts::{Key, Locale};

impl Page {
    /// Draws what stands at the top: the page's title, and the settings. On a narrow page those open by a button.
    pub fn draw_header(self) {
        let (tag, theme, profile) = self.read(|model| {
            let tag = model.locale.tag().to_owned();
            (tag, model.theme.clone(), model.profile.clone())
        });
        // Each language is named in itself, and the other product's name is a name.
        let profiles = [
            ("full", self.text(Key::PageProfileFull)),
            ("level", "Level".to_owned()),
        ];
        let languages = [("en", "English".to_owned()), ("fr", "Français".to_owned())];
        let themes = [
            ("auto", self.text(Key::PageThemeAuto)),
            ("light", self.text(Key::PageThemeLight)),
            ("dark", self.text(Key::PageThemeDark)),
        ];
        let settings = node("div", "hae-page-settings")
            .set("id", "hae-page-settings")
            .set("role", "group")
            .set("aria-label", &self.text(Key::PageSettings))
            .with(opener(self, Key::PageScope, Page::scope_dialog))
            .with(self.setting(
                "hae-page-profile",
                Key::PageProfile,
                &profiles,
                &profile,
                Page::set_profile,
            ))
            .with(self.setting(
                "hae-page-language",
                Key::PageLanguage,
                &languages,
                &tag,
                Page::speak,
            ))
            .with(self.setting(
                "hae-page-theme",
                Key::PageTheme,
                &themes,
                &theme,
                Page::set_theme,
            ));
        let title = self.text(Key::PageTitle);
        document().set_title(&title);
        self.frame.header.replace(vec![
            node("h1", "hae-page-title").says(&title),
            toggle(&self.text(Key::PageSettings), "hae-page-settings")
                .set("id", "hae-page-settings-toggle"),
            settings,
        ]);
    }

    fn setting(
        self,
        id: &str,
        label: Key,
        choices: &[(&str, String)],
        chosen: &str,
        choose: fn(Page, String),
    ) -> Node {
        let select = select(choices, chosen, move |value| choose(self, value));
        let label = node("label", "hae-page-label")
            .set("for", id)
            .says(&self.text(label));
        node("div", "hae-page-setting")
            .with(label)
            .with(select.set("id", id))
    }

    fn set_profile(self, name: String) {
        store::try_write("profile", &name);
        if let Some(element) = self.element() {
            element.set("profile", &name.as_str().into());
        }
        self.write(|model| model.profile = name);
    }

    fn set_theme(self, name: String) {
        store::try_write("theme", &name);
        set_root("data-hae-theme", &name);
        if let Some(element) = self.element() {
            element.set_attribute("theme", &name);
        }
        self.write(|model| model.theme = name);
    }

    /// Changes the language, as soon as its texts have come.
    pub fn speak(self, tag: String) {
        spawn_local(async move {
            let Some(file) = self.load_texts(&tag).await else {
                self.tell(Key::PageLanguageFailed, String::new());
                // Shows the language that is still spoken.
                self.draw_header();
                self.draw();
                return;
            };
            store::try_write("language", &tag);
            set_root("lang", &tag);
            self.write(|model| model.locale = Locale::new(&tag, &file));
            if let Some(element) = self.element() {
                element.set_attribute("locale", &tag);
            }
            self.draw();
        });
    }

    async fn load_texts(self, tag: &str) -> Option<String> {
        let promise = self.frame.texts.call1(&JsValue::NULL, &tag.into());
        let promise: Promise = promise.ok()?.dyn_into().ok()?;
        JsFuture::from(promise).await.ok()?.as_string()
    }
}

/// A choice among values, each with its text.
#[must_use]
pub fn select(choices: &[(&str, String)], chosen: &str, choose: impl Fn(String) + 'static) -> Node {
    let select = node("select", "hae-page-select");
    for (value, text) in choices {
        select.add(node("option", "").set("value", value).says(text));
    }
    let itself = select.clone();
    select
        .property("value", chosen)
        .on("change", move |_| choose(itself.text_of("value")))
}

fn set_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Fails only for a name that no attribute can have.
        let _ = root.set_attribute(attribute, value);
    }
}
