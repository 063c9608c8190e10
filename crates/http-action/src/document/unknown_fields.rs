//! Fields that this version does not know.

use crate::json::Json;

/// Members of an object that this version does not know, kept to be written back as they came. Equal whatever their
/// order.
#[derive(Debug, Clone, Default)]
pub struct UnknownFields(pub Vec<(String, Json)>);

impl PartialEq for UnknownFields {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().all(|field| other.0.contains(field))
    }
}
