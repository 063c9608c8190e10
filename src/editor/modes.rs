//! What may be done with the action that is open.

use http_action::document::Refusal;

/// Who may change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Access {
    /// Everything can be changed.
    #[default]
    Edit,
    /// Everything is shown, nothing can be changed.
    ReadOnly,
    /// Nothing can be used.
    Disabled,
}

/// What was opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    /// An action.
    Action,
    /// An action of a newer form, shown read-only. The element keeps the document as it came.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// A wrong document, not shown. The element keeps it as it came.
    Refused {
        /// What is wrong with it.
        refusal: Refusal,
    },
}
