//! The packages of the end-to-end tests: a Python environment and a folder of Node modules, in the cache,
//! each named after its list of versions, so that checkouts share them and a changed list gets a new one.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::fingerprint;
use crate::places::Places;
use crate::program::Program;
use crate::work::{Step, Work};

/// Written when everything is in: a folder without it was left half done.
const COMPLETE: &str = "complete";

/// The Python environment of tests/e2e/requirements.txt.
pub fn python(places: &Places) -> Result<PathBuf, Failure> {
    let requirements = places.read("tests/e2e/requirements.txt")?;
    // An environment is bound to its interpreter: another Python, another environment.
    let version = Program::new(places, "python3")
        .arg("--version")
        .answer()
        .ok_or_else(|| Failure::new("ask Python for its version", "python3 is not on the PATH"))?;
    Ok(places.cache.join(format!(
        "python-{}",
        fingerprint::of(format!("{version}{requirements}").as_bytes())
    )))
}

/// What makes that environment, unless it is there.
pub fn python_work(places: &Places) -> Result<Option<Work>, Failure> {
    let folder = python(places)?;
    if folder.join(COMPLETE).exists() {
        return Ok(None);
    }
    let pip = Program::new(places, folder.join("bin").join("python"))
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .arg(places.end_to_end().join("requirements.txt"));
    Ok(Some(Work {
        name: "the Python packages of the end-to-end tests".to_owned(),
        about: "less than a minute",
        steps: vec![
            Step::Empty(folder.clone()),
            Step::Run(
                Program::new(places, "python3")
                    .args(["-m", "venv"])
                    .arg(&folder),
            ),
            Step::Run(pip),
            Step::Write(folder.join(COMPLETE), String::new()),
        ],
    }))
}

/// The folder of tests/e2e/package-lock.json's modules (it holds `node_modules`).
pub fn node(places: &Places) -> Result<PathBuf, Failure> {
    let lockfile = places.read("tests/e2e/package-lock.json")?;
    Ok(places
        .cache
        .join(format!("node-{}", fingerprint::of(lockfile.as_bytes()))))
}

/// What fills that folder, unless it is there.
pub fn node_work(places: &Places) -> Result<Option<Work>, Failure> {
    let folder = node(places)?;
    if folder.join(COMPLETE).exists() {
        return Ok(None);
    }
    let copy = |name: &str| Step::Copy(places.end_to_end().join(name), folder.join(name));
    let npm = Program::new(places, "npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .directory(&folder);
    Ok(Some(Work {
        name: "the Node packages of the end-to-end tests".to_owned(),
        about: "half a minute",
        steps: vec![
            Step::Empty(folder.clone()),
            copy("package.json"),
            copy("package-lock.json"),
            Step::Run(npm),
            Step::Write(folder.join(COMPLETE), String::new()),
        ],
    }))
}
