//! `wasm-opt`, which makes the module small, from the npm package of its makers.
//!
//! Debian's own (108) writes a module that dies at start.

use std::path::PathBuf;

use crate::cargo_tools::has_version;
use crate::places::Places;
use crate::program::Program;
use crate::work::{Step, Work};

/// Also in Trunk.toml: Trunk takes no other.
const VERSION: &str = "132";

/// Where npm puts the program.
pub fn folder(places: &Places) -> PathBuf {
    installation(places).join("node_modules").join(".bin")
}

fn installation(places: &Places) -> PathBuf {
    places.cache.join(format!("binaryen-{VERSION}"))
}

/// wasm-opt, unless the pinned version is there and a plain `trunk build --release` finds it.
pub fn work(places: &Places) -> Option<Work> {
    let link = places.cargo_bin().join("wasm-opt");
    if has_version(places, "wasm-opt", VERSION) && link.exists() {
        return None;
    }
    let folder = installation(places);
    let npm = Program::new(places, "npm")
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(&folder)
        .arg(format!("binaryen@{VERSION}.0.0"));
    Some(Work {
        name: format!("wasm-opt {VERSION} (npm's binaryen)"),
        about: "half a minute",
        steps: vec![
            Step::Empty(folder.clone()),
            Step::Run(npm),
            Step::Link(self::folder(places).join("wasm-opt"), link),
        ],
    })
}
