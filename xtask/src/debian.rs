//! Browsers, their drivers and what they need from Debian.

use std::path::Path;

use crate::places::Places;
use crate::program::Program;
use crate::work::{Step, Work};

/// A package, and the program by which we see whether it is there.
const BROWSERS: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("webkit2gtk-driver", "WebKitWebDriver"),
    ("xvfb", "Xvfb"),
];

/// Only what the component tests need.
const CHROMIUM: [(&str, &str); 2] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
];

/// All three browsers with their drivers, and Python's environments, whatever of it is missing.
pub fn browsers_and_python(places: &Places) -> Option<Work> {
    let mut packages = missing(places, &BROWSERS);
    let environments = Program::new(places, "python3")
        .args(["-c", "import ensurepip, venv"])
        .answer();
    if environments.is_none() {
        packages.push("python3-venv");
    }
    install(places, &packages)
}

/// Chromium with its driver, whatever of it is missing.
pub fn chromium(places: &Places) -> Option<Work> {
    install(places, &missing(places, &CHROMIUM))
}

fn missing(places: &Places, wanted: &[(&'static str, &str)]) -> Vec<&'static str> {
    wanted
        .iter()
        .filter(|(_, program)| places.program(program).is_none())
        .map(|(package, _)| *package)
        .collect()
}

fn install(places: &Places, packages: &[&str]) -> Option<Work> {
    if packages.is_empty() {
        return None;
    }
    let list = packages.join(" ");
    let apt = || Program::new(places, "apt-get").env("DEBIAN_FRONTEND", "noninteractive");
    let steps = if !Path::new("/usr/bin/apt-get").exists() {
        vec![Step::ByHand(format!(
            "this is no Debian; install what it calls {list}, with the programs on the PATH"
        ))]
    } else if Program::new(places, "id")
        .arg("-u")
        .answer()
        .is_some_and(|id| id.trim() == "0")
    {
        vec![
            Step::Try(apt().arg("update")),
            Step::Run(apt().args(["install", "--yes"]).args(packages)),
        ]
    } else {
        vec![Step::ByHand(format!(
            "run `sudo apt-get update && sudo apt-get install {list}`"
        ))]
    };
    Some(Work {
        name: format!("Debian's {list}"),
        about: "two or three minutes",
        steps,
    })
}
