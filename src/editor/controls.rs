//! Finding the controls of the panel, and taking the focus to them.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::EditorState;

impl EditorState {
    /// The control of that key.
    #[must_use]
    pub fn control(self, key: &str) -> Option<HtmlElement> {
        let mut selector = "[data-field=\"".to_owned();
        selector.push_str(key);
        selector.push_str("\"]");
        self.query(&selector)
    }

    /// The first element inside the editor that a selector finds.
    #[must_use]
    pub fn query(self, selector: &str) -> Option<HtmlElement> {
        let root = self.root.try_get_value()?;
        root.query_selector(selector)
            .ok()
            .flatten()?
            .dyn_into()
            .ok()
    }

    /// Takes the focus to the control of that key. Answers whether there is one.
    pub fn focus(self, key: &str) -> bool {
        self.control(key)
            .is_some_and(|control| control.focus().is_ok())
    }
}
