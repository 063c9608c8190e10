//! Selections and texts of the browser's text fields.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// A native text field of either kind.
#[derive(Clone)]
pub enum TextControl {
    /// Of one line.
    Input(HtmlInputElement),
    /// Of many lines.
    Area(HtmlTextAreaElement),
}

impl TextControl {
    /// The text field that an element is.
    #[must_use]
    pub fn of(element: &Element) -> Option<Self> {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            return Some(Self::Input(input.clone()));
        }
        element
            .dyn_ref::<HtmlTextAreaElement>()
            .cloned()
            .map(Self::Area)
    }

    /// What it shows.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Input(input) => input.value(),
            Self::Area(area) => area.value(),
        }
    }

    /// Makes it show `text`, without touching it where it does.
    pub fn show(&self, text: &str) {
        if self.value() == text {
            return;
        }
        match self {
            Self::Input(input) => input.set_value(text),
            Self::Area(area) => area.set_value(text),
        }
    }

    /// What is selected, in UTF-16 units of what it shows.
    #[must_use]
    pub fn selection(&self) -> (usize, usize) {
        let (start, end) = match self {
            Self::Input(input) => (input.selection_start(), input.selection_end()),
            Self::Area(area) => (area.selection_start(), area.selection_end()),
        };
        let units = |edge: Result<Option<u32>, _>| edge.ok().flatten().unwrap_or(0) as usize;
        (units(start), units(end))
    }

    /// Selects, in UTF-16 units of what it shows.
    pub fn select(&self, start: usize, end: usize) {
        let [start, end] = [start, end].map(|edge| u32::try_from(edge).unwrap_or(u32::MAX));
        // A field that cannot be selected in, such as a number's, refuses; then its caret stays where it is.
        let _ = match self {
            Self::Input(input) => input.set_selection_range(start, end),
            Self::Area(area) => area.set_selection_range(start, end),
        };
    }
}
