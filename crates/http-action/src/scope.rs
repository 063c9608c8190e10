//! What a template and a condition can refer to: the lists that a host hands over, and the nineteen system variables.
//!
//! [`Scope`] is the plain lists, read from JSON and written back. [`Names`] is the index over all names, built once per
//! scope; [`Values`] answers what a name stands for on the chosen device. Names are one space: a system variable comes
//! before a custom field, a custom field before an automation variable.
//!
//! Which values are secret is decided here and nowhere else: those of a variable marked `secret` and of a custom field
//! that is `adminOnly`.

mod lists;
mod names;
mod nearest;
mod read;
pub mod search;
mod values;
mod write;

pub use lists::{CustomField, Device, EarlierAction, Group, Scope, Tag, Variable};
pub use names::{Entry, Names, Origin, SYSTEM_VARIABLES};
pub use search::search;
pub use values::{Value, Values};
