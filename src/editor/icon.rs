//! The icons: small drawings of 16 by 16 that take the colour of the text. None of them says anything alone.

use crate::view::{IntoView, hae};

/// An icon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A tick in a circle.
    Passed,
    /// A cross in a circle.
    Error,
    /// A triangle with a mark.
    Warning,
    /// An arrow upwards.
    Up,
    /// An arrow downwards.
    Down,
    /// A bin.
    Remove,
    /// A plus.
    Add,
    /// A chevron; it turns where its button is expanded.
    Chevron,
    /// An arrow back.
    Undo,
    /// An arrow forth.
    Redo,
    /// A paper plane.
    Send,
    /// A cross.
    Close,
    /// A bar in a circle.
    Skipped,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Passed => "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.2l2.1 2.1L11 6.2",
            Self::Error => {
                "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"
            }
            Self::Warning => "M8 2 1.5 13.5h13L8 2ZM8 6.5v3.2M8 11.6v.2",
            Self::Up => "M8 13V3M4 7l4-4 4 4",
            Self::Down => "M8 3v10M4 9l4 4 4-4",
            Self::Remove => "M2.5 4.5h11M6 4.5V2.8h4v1.7M4 4.5l.6 9h6.8l.6-9M6.6 7v4M9.4 7v4",
            Self::Add => "M8 3v10M3 8h10",
            Self::Chevron => "m6 4 4 4-4 4",
            Self::Undo => "M5.5 3 2.5 6l3 3M2.5 6h6.8a3.7 3.7 0 0 1 0 7.4H6",
            Self::Redo => "m10.5 3 3 3-3 3M13.5 6H6.7a3.7 3.7 0 0 0 0 7.4H10",
            Self::Send => "M14 2 7.3 8.7M14 2 9.6 14l-2.3-5.3L2 6.4 14 2Z",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Skipped => "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8h6",
        }
    }
}

/// Draws an icon. It is hidden from assistive technology: a word stands beside it, or its button has a name.
pub fn icon(icon: Icon) -> impl IntoView {
    hae! {
        <svg class="hae-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
}
