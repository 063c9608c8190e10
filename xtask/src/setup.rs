//! Preparing the machine: each command names what it needs, and only what is missing is installed.

use crate::cargo_tools;
use crate::debian;
use crate::environments;
use crate::failure::Failure;
use crate::places::Places;
use crate::wasm_opt;
use crate::work::{Mode, Work};

/// Something that a command cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Rust's standard library for the browser.
    WasmTarget,
    /// Trunk and wasm-bindgen's tool.
    Trunk,
    /// wasm-bindgen's tool alone, which runs the component tests.
    WasmBindgen,
    /// wasm-opt, for release builds.
    WasmOpt,
    /// Chromium and its driver.
    Chromium,
    /// The three browsers, their drivers, and Python's environments.
    Browsers,
    /// The packages that the end-to-end tests use.
    EndToEndPackages,
}

const EVERYTHING: [Need; 5] = [
    Need::WasmTarget,
    Need::Trunk,
    Need::WasmOpt,
    Need::Browsers,
    Need::EndToEndPackages,
];

/// Installs all that any command needs, or shows what it would do.
pub fn everything(places: &Places, mode: Mode) -> Result<(), Failure> {
    let missing = carry_out(places, &EVERYTHING, mode)?;
    match (missing, mode) {
        (0, _) => println!("Everything is there."),
        (_, Mode::Install) => println!("Everything is installed."),
        (_, Mode::DryRun) => {}
    }
    Ok(())
}

/// Installs what is missing of these.
pub fn prepare(places: &Places, needs: &[Need]) -> Result<(), Failure> {
    carry_out(places, needs, Mode::Install).map(|_| ())
}

/// How many things were missing. Each is looked for after the one before it was installed.
fn carry_out(places: &Places, needs: &[Need], mode: Mode) -> Result<usize, Failure> {
    let mut missing = 0;
    // One call of apt-get instead of two.
    let all_browsers = needs.contains(&Need::Browsers);
    let needs = needs
        .iter()
        .filter(|need| !(all_browsers && **need == Need::Chromium));
    for look in needs.flat_map(|need| need.looks()) {
        if let Some(work) = look(places)? {
            missing += 1;
            work.carry_out(mode)?;
        }
    }
    Ok(missing)
}

/// Looks whether something is there; if not, says how to install it.
type Look = fn(&Places) -> Result<Option<Work>, Failure>;

impl Need {
    fn looks(self) -> &'static [Look] {
        match self {
            Need::WasmTarget => &[cargo_tools::wasm_target],
            Need::Trunk => &[
                |places| Ok(cargo_tools::trunk(places)),
                cargo_tools::wasm_bindgen,
            ],
            Need::WasmBindgen => &[cargo_tools::wasm_bindgen],
            Need::WasmOpt => &[|places| Ok(wasm_opt::work(places))],
            Need::Chromium => &[|places| Ok(debian::chromium(places))],
            Need::Browsers => &[
                |places| Ok(debian::browsers_and_python(places)),
                |places| Ok(cargo_tools::geckodriver(places)),
            ],
            Need::EndToEndPackages => &[environments::python_work, environments::node_work],
        }
    }
}
