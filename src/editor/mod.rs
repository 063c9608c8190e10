//! The panel: the sections in which an action is edited.
//!
//! [`EditorState`] holds document, scope, profile and language, and is the only place that changes them; the sections
//! read it through memos and hand it edits. No rule of what an action means stands here: those are in `http-action`.

mod body;
mod caption;
mod changing;
mod clock;
mod combo_box;
mod conditions;
mod controls;
mod field;
mod field_key;
mod field_problems;
mod followers;
mod foot;
mod form_rows;
mod header_line;
mod headers;
mod history;
mod host;
mod icon;
mod modes;
mod options;
mod panel;
mod place;
mod problem_list;
mod request_line;
mod rows;
mod section;
mod select;
mod selection;
mod shown_parts;
mod state;
mod switch;

pub use caption::Caption;
pub use clock::{now_iso, now_ms};
pub use field::{Label, TextField, select_in_field, text_field};
pub use field_key::field_key;
pub use icon::{Icon, icon};
pub use modes::{Access, Opened};
pub use panel::panel;
pub use select::{Choice, Select, select};
pub use selection::TextControl;
pub use state::EditorState;
