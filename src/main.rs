//! The WebAssembly module that Trunk builds.
fn main() {}
