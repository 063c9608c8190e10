//! The name of a control.

use crate::reactive::*;

use super::state::EditorState;
use crate::texts::Key;

/// A text that names a control, with the number of its row where it stands in one. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Caption {
    key: Key,
    number: Option<Signal<usize>>,
}

impl Caption {
    /// A text without parameters.
    #[must_use]
    pub const fn new(key: Key) -> Self {
        Self { key, number: None }
    }

    /// A text with the parameter `{n}`, which counts from 1.
    #[must_use]
    pub const fn numbered(key: Key, number: Signal<usize>) -> Self {
        Self {
            key,
            number: Some(number),
        }
    }

    /// The text in the editor's language; follows language and number.
    #[must_use]
    pub fn text(self, state: EditorState) -> String {
        match self.number {
            Some(number) => state.text_with(self.key, &[("n", &number.get().to_string())]),
            None => state.text(self.key),
        }
    }
}
