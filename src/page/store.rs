//! The browser's storage: texts under keys of this page. What they mean is not here.
//!
//! Every access may fail: storage can be forbidden altogether, and it can be full.

use web_sys::Storage;

/// What all keys of this page begin with. The number is the version of what is stored.
pub const PREFIX: &str = "http-action-editor/1/";
/// What the keys of actions go on with.
pub const ACTION: &str = "action/";
/// What the keys of moved unreadable content go on with.
pub const UNREADABLE: &str = "unreadable/";

/// Why something was not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// This browser gives the page no storage.
    Blocked,
    /// There is no room.
    Full,
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// A key of the storage as a whole.
#[must_use]
pub fn full_key(key: &str) -> String {
    let mut full = PREFIX.to_owned();
    full.push_str(key);
    full
}

/// The key of an action.
#[must_use]
pub fn action_key(id: &str) -> String {
    let mut key = ACTION.to_owned();
    key.push_str(id);
    key
}

/// Whether this browser stores anything for the page.
#[must_use]
pub fn is_open() -> bool {
    storage().is_some_and(|storage| storage.length().is_ok())
}

/// The text under a key.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(&full_key(key)).ok().flatten()
}

/// Writes a text under a key.
///
/// # Errors
/// It is not stored; what stood there before stands there still.
pub fn write(key: &str, text: &str) -> Result<(), Trouble> {
    let storage = storage().ok_or(Trouble::Blocked)?;
    storage
        .set_item(&full_key(key), text)
        .map_err(|_| Trouble::Full)
}

/// Writes a text that is only a convenience: where it is not stored, nothing is lost.
pub fn try_write(key: &str, text: &str) {
    let _ = write(key, text);
}

/// Removes what stands under a key.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Removing needs no room: it fails only where there is no storage, and nothing to remove.
        let _ = storage.remove_item(&full_key(key));
    }
}

/// All keys of this page, without their beginning, in no order.
#[must_use]
pub fn keys() -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
        .collect()
}
