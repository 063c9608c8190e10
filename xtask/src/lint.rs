//! Formatting and clippy, for this machine and for the browser. Every warning fails.

use crate::cargo_tools::WASM;
use crate::failure::Failure;
use crate::places::Places;
use crate::program::Program;
use crate::setup::{self, Need};

/// Runs all of it; stops at the first that fails.
pub fn run(places: &Places) -> Result<(), Failure> {
    setup::prepare(places, &[Need::WasmTarget])?;
    let checks: [&[&str]; 3] = [
        &["fmt", "--all", "--check"],
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ],
        &[
            "clippy",
            "--package",
            "http-action-editor",
            "--target",
            WASM,
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ],
    ];
    for arguments in checks {
        let cargo = Program::new(places, "cargo").args(arguments);
        println!("> {cargo}");
        cargo.run()?;
    }
    println!("Nothing to complain about.");
    Ok(())
}
