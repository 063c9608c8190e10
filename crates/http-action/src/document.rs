//! The action document: what a host hands over and gets back.
//!
//! [`HttpAction`] is plain data. It is read from JSON by [`read`], which refuses a wrong document as a whole and says
//! where it is wrong, and written back by [`HttpAction::to_json`]. Fields that this version does not know are kept at
//! every level. What a document *means* (templates, problems, the request) is not here.

mod action;
mod condition;
mod read;
mod reader;
mod refusal;
mod row;
#[cfg(feature = "schema")]
pub mod schema;
mod unknown_fields;
mod write;

pub use action::{ContentType, Header, HttpAction, Method, OnFailure, VERSION};
pub use condition::{Condition, ConditionType, KnownCondition, Operator};
pub use read::{Opened, read, read_text};
pub use reader::Reader;
pub use refusal::{Expected, Refusal};
pub use row::{Row, RowId};
pub use unknown_fields::UnknownFields;
