//! The standalone page: a host like any other.
//!
//! It keeps several actions in the browser's storage, hands the chosen one to `<http-action-editor>` and keeps what
//! comes back. It speaks to the element only: by its attributes, properties and events ([`element`]), never to the
//! editor's own modules. No rule of what an action means stands here.
//!
//! - [`model`] is what the page holds, [`actions`] what a person can do with the list, [`keeping`] what brings element,
//!   list and storage together.
//! - [`record`] is an action as it is kept, [`store`] the browser's storage, [`meeting`] decides what becomes of an
//!   action that another tab has changed as well.
//! - [`scope_state`] keeps variables, custom fields and sample devices. A secret's value never reaches the storage.
//! - [`drawing`] draws what has changed, with [`dom`]. The page keeps no signals: what it shows around the element follows
//!   from the model as a whole and is compared, part by part, with what was drawn last. Little of the page ever changes,
//!   and a reactive view of it was measured at twice the download.
//!
//! What always holds: an action is written under a key of its own, and only over what this tab has seen there; what
//! cannot be read is never written over; what cannot be stored stays in memory and is offered as text.

mod actions;
mod dialog;
mod dom;
mod drawing;
mod element;
mod export_dialog;
mod import;
mod import_dialog;
mod keeping;
mod list;
mod listening;
mod meeting;
mod model;
mod notices;
mod raw_text;
mod record;
mod sample;
mod scope_devices;
mod scope_dialog;
mod scope_fields;
mod scope_form;
mod scope_state;
mod settings;
mod start;
mod store;
mod troubles;

pub use start::start_page;
