//! What comes from Rust's own registries: the wasm target and the pinned command-line tools.

use crate::failure::Failure;
use crate::places::Places;
use crate::program::Program;
use crate::work::{Step, Work};

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Newer ones need a newer Rust.
const TRUNK: &str = "0.21.14";
/// Speaks to the Firefox that Debian has.
const GECKODRIVER: &str = "0.37.1";

/// The wasm target, if the toolchain lacks it.
pub fn wasm_target(places: &Places) -> Result<Option<Work>, Failure> {
    let sysroot = Program::new(places, "rustc")
        .args(["--print", "sysroot"])
        .answer()
        .ok_or_else(|| Failure::new("ask rustc for its folder", "rustc is not on the PATH"))?;
    let present = std::path::Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM)
        .join("lib")
        .is_dir();
    if present {
        return Ok(None);
    }
    let step = if places.program("rustup").is_some() {
        Step::Run(Program::new(places, "rustup").args(["target", "add", WASM]))
    } else {
        Step::ByHand(format!(
            "rustup is not on the PATH; add Rust's standard library for {WASM} as your system does"
        ))
    };
    Ok(Some(Work {
        name: format!("Rust's target {WASM}"),
        about: "some seconds",
        steps: vec![step],
    }))
}

/// Trunk, unless the pinned version is there.
pub fn trunk(places: &Places) -> Option<Work> {
    // A debug build serves as well and is there in half the time.
    install(
        places,
        "trunk",
        "trunk",
        TRUNK,
        &["--debug"],
        "about 6 minutes",
    )
}

/// wasm-bindgen's command-line tool, unless it has the very version of the crate.
pub fn wasm_bindgen(places: &Places) -> Result<Option<Work>, Failure> {
    let lockfile = places.read("Cargo.lock")?;
    let version = locked_version(&lockfile, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            "tell which wasm-bindgen is used",
            "Cargo.lock does not name it",
        )
    })?;
    Ok(install(
        places,
        "wasm-bindgen-cli",
        "wasm-bindgen",
        version,
        &[],
        "about 4 minutes",
    ))
}

/// Firefox's driver, unless the pinned version is there.
pub fn geckodriver(places: &Places) -> Option<Work> {
    install(
        places,
        "geckodriver",
        "geckodriver",
        GECKODRIVER,
        &["--debug"],
        "about 2 minutes",
    )
}

/// How to install `package`, unless `program` says that it has this version.
fn install(
    places: &Places,
    package: &str,
    program: &str,
    version: &str,
    options: &[&str],
    about: &'static str,
) -> Option<Work> {
    if has_version(places, program, version) {
        return None;
    }
    // The target folder is named so that CARGO_TARGET_DIR of the checkout stays clean.
    let target = places.cache.join("cargo-install");
    let cargo = Program::new(places, "cargo")
        .args([
            "install",
            package,
            "--version",
            version,
            "--locked",
            "--force",
        ])
        .args(options)
        .arg("--target-dir")
        .arg(&target);
    Some(Work {
        name: format!("{package} {version}"),
        about,
        steps: vec![Step::Run(cargo), Step::Remove(target)],
    })
}

/// Whether the program of this name answers `--version` with this version.
pub fn has_version(places: &Places, program: &str, version: &str) -> bool {
    Program::new(places, program)
        .arg("--version")
        .answer()
        .is_some_and(|answer| names_version(&answer, version))
}

/// Whether the first line of a `--version` contains the version as a word.
fn names_version(answer: &str, version: &str) -> bool {
    answer
        .lines()
        .next()
        .is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

/// The version of a package in the text of a Cargo.lock (the first one, if there are several).
fn locked_version<'a>(lockfile: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lockfile.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_the_lock_file() {
        let lockfile = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.79\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked_version(lockfile, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked_version(lockfile, "trunk"), None);
        assert_eq!(locked_version("name = \"trunk\"", "trunk"), None);
    }

    #[test]
    fn a_tool_is_right_only_in_the_very_version() {
        assert!(names_version("trunk 0.21.14\n", "0.21.14"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(names_version(
            "geckodriver 0.37.1 (2f3a 2026-01-01)\n\nThe source 0.1",
            "0.37.1"
        ));
        assert!(!names_version("trunk 0.21.1", "0.21.14"));
        assert!(!names_version("trunk 0.21.14-beta", "0.21.14"));
        assert!(!names_version("other\ntrunk 0.21.14", "0.21.14"));
        assert!(!names_version("", "0.21.14"));
    }
}
