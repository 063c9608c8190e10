//! The WebAssembly module that Trunk builds. It only exports: `http-action-editor.js` decides what is started.

// Keeps the library, and with it what it exports to JavaScript, in the module.
use http_action_editor as _;

fn main() {}
