//! Where the editor meets the page it is embedded in: the only place with hand-written JavaScript and exports.
//!
//! `http-action-editor.js` is the custom element: attributes, properties, events, loading. It holds no rule of the
//! editor; it calls [`MountedEditor`], whose methods take and give plain JSON. [`Events`] is the one way in which
//! anything leaves for the host.

mod events;
mod javascript;
mod mounted;

pub use events::{Cancelable, Events};
pub use javascript::to_javascript;
pub use mounted::MountedEditor;

/// The version of the interface that hosts rely on.
pub const API_VERSION: u64 = 1;
