//! The `(x)` picker and the suggestions: how a variable gets into a field without being typed.
//!
//! [`picker`] is the one dialog of a panel, opened by an [`insert_button`] for its field; [`suggest`] offers at the
//! caret what somebody is typing, a reference after `{{` or a header's name. Both end in the same way: one edit of the
//! field, a step of undo of its own, and the caret after what was inserted.
//!
//! What is found for a query, and which names are in scope, the core decides. What always holds: only the rows that
//! can be seen are in the page, however long the list; the focus is in the search box or stays in the field, never in
//! a list; and a secret's value is nowhere in the page.

mod completion;
mod description;
mod dialog;
mod groups;
mod insert_button;
mod insertion;
mod keys;
mod listing;
mod offer;
mod opening;
mod outside;
mod placement;
mod rows;
mod state;
mod suggestion_list;
mod suggestions;

pub use dialog::picker;
pub use insert_button::insert_button;
pub use state::PickerState;
pub use suggestions::{dismiss_suggestions, suggest, suggest_on_key};
