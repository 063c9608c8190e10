//! Every way in which an action changes, and the way back.
//!
//! A person's input becomes an [`Edit`]; [`apply`] carries it out on a [`State`] and hands back its inverse. The
//! [`Editor`] keeps the inverses as history, with the place of the caret, and knows the baseline against which an
//! action is dirty. Nothing else may change an action. Text is edited by [`Splice`]s, never as a whole, so that a
//! keystroke in a large body costs a keystroke.

mod apply;
mod bodies;
mod editor;
mod field;
mod headers;
mod shown;
mod splice;

pub use apply::{Edit, apply};
pub use bodies::Bodies;
pub use editor::{Caret, Editor, TYPING_PAUSE_MS};
pub use field::{Field, Side, State};
pub use headers::pasted_headers;
pub use shown::Lines;
pub use splice::Splice;
