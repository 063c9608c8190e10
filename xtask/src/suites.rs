//! Every test there is, suite by suite: each tells its own totals, a table at the end tells all.
//!
//! A suite that runs no test has failed: a test that is not run proves nothing.

use std::time::{Duration, Instant};

use crate::cargo_tools::WASM;
use crate::environments;
use crate::failure::Failure;
use crate::places::Places;
use crate::program::Program;
use crate::setup::{self, Need};
use crate::sizes;
use crate::totals::Totals;
use crate::trunk;

/// A part of the tests that can be run by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The core crate, on this machine.
    Core,
    /// The editor's texts and rules, and xtask itself, on this machine.
    Editor,
    /// The editor's components, in Chromium.
    Browser,
    /// The size of the download.
    Size,
    /// The built page, in three browsers.
    EndToEnd,
}

const ALL: [Part; 5] = [
    Part::Core,
    Part::Editor,
    Part::Browser,
    Part::Size,
    Part::EndToEnd,
];

impl Part {
    /// The part of this name on the command line.
    pub fn named(name: &str) -> Option<Part> {
        match name {
            "core" => Some(Part::Core),
            "editor" => Some(Part::Editor),
            "browser" => Some(Part::Browser),
            "size" => Some(Part::Size),
            "e2e" => Some(Part::EndToEnd),
            _ => None,
        }
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Part::Core | Part::Editor => &[],
            Part::Browser => &[Need::WasmTarget, Need::WasmBindgen, Need::Chromium],
            Part::Size => &[Need::WasmTarget, Need::Trunk, Need::WasmOpt],
            Part::EndToEnd => &[
                Need::WasmTarget,
                Need::Trunk,
                Need::WasmOpt,
                Need::Browsers,
                Need::EndToEndPackages,
            ],
        }
    }
}

/// How a suite ended.
struct Report {
    name: &'static str,
    totals: Totals,
    took: Duration,
}

/// Runs one part, or all of them to the end whatever fails; fails if anything did.
pub fn run(places: &Places, part: Option<Part>, extra: &[String]) -> Result<(), Failure> {
    let all = ALL.as_slice();
    let parts = part.as_ref().map_or(all, std::slice::from_ref);
    let mut needs: Vec<Need> = Vec::new();
    for need in parts.iter().flat_map(|part| part.needs()) {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    setup::prepare(places, &needs)?;

    let mut reports = Vec::new();
    // Built once, for its size and for the end-to-end tests.
    let mut built = false;
    for part in parts {
        if matches!(part, Part::Size | Part::EndToEnd) && !built {
            built = true;
            reports.push(suite("the build of dist/", || {
                trunk::build(places).map(|()| ONE_PASSED)
            }));
        }
        match part {
            Part::Core => reports.push(suite("http-action", || core(places, extra))),
            Part::Editor => {
                reports.push(suite("http-action-editor", || editor(places, extra)));
                reports.push(suite("xtask", || xtask(places, extra)));
            }
            Part::Browser => {
                reports.push(suite("components in Chromium", || browser(places, extra)))
            }
            Part::Size => reports.push(suite("size of the download", || {
                sizes::run(places).map(|()| ONE_PASSED)
            })),
            Part::EndToEnd => reports.push(suite("end to end", || end_to_end(places, extra))),
        }
    }
    conclude(&reports)
}

/// A check that is no runner of tests counts as one test.
const ONE_PASSED: Totals = Totals {
    passed: 1,
    failed: 0,
    skipped: 0,
};

/// Runs one suite; what kept it from its end, and running nothing, count as a failed test.
fn suite(name: &'static str, tests: impl FnOnce() -> Result<Totals, Failure>) -> Report {
    println!("\n== {name}");
    let start = Instant::now();
    let totals = tests().unwrap_or_else(|failure| {
        eprintln!("{name}: {failure}");
        Totals {
            failed: 1,
            ..Totals::default()
        }
    });
    let totals = if totals.passed + totals.failed == 0 {
        eprintln!("{name}: no test was run");
        Totals {
            failed: 1,
            ..totals
        }
    } else {
        totals
    };
    let took = start.elapsed();
    println!(
        "{name}: {} passed, {} failed in {} s",
        totals.passed,
        totals.failed,
        took.as_secs()
    );
    Report { name, totals, took }
}

/// Prints the table and the plain totals.
fn conclude(reports: &[Report]) -> Result<(), Failure> {
    let all = reports
        .iter()
        .fold(Totals::default(), |sum, report| sum.plus(report.totals));
    println!(
        "\n{:<26} {:>7} {:>7} {:>8} {:>8}",
        "suite", "passed", "failed", "left out", "seconds"
    );
    for Report { name, totals, took } in reports {
        println!(
            "{name:<26} {:>7} {:>7} {:>8} {:>8}",
            totals.passed,
            totals.failed,
            totals.skipped,
            took.as_secs()
        );
    }
    println!("\n{} passed, {} failed", all.passed, all.failed);
    if all.failed == 0 {
        Ok(())
    } else {
        Err(Failure::new(
            "pass all tests",
            format!("{} failed", all.failed),
        ))
    }
}

fn core(places: &Places, extra: &[String]) -> Result<Totals, Failure> {
    // By itself: with the whole workspace, what xtask asks of a shared dependency would be on here, too.
    cargo_test(
        Program::new(places, "cargo").args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--package",
            "http-action",
        ]),
        extra,
    )
}

fn editor(places: &Places, extra: &[String]) -> Result<Totals, Failure> {
    let cargo = Program::new(places, "cargo");
    cargo_test(
        cargo.args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--package",
            "http-action-editor",
            "--lib",
        ]),
        extra,
    )
}

fn xtask(places: &Places, extra: &[String]) -> Result<Totals, Failure> {
    cargo_test(
        Program::new(places, "cargo").args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--package",
            "xtask",
        ]),
        extra,
    )
}

fn browser(places: &Places, extra: &[String]) -> Result<Totals, Failure> {
    let driver = places
        .program("chromedriver")
        .unwrap_or_else(|| "chromedriver".into());
    let cargo = Program::new(places, "cargo")
        .args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--package",
            "http-action-editor",
            "--target",
            WASM,
            "--lib",
            "--test",
            "*",
        ])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMEDRIVER", driver);
    cargo_test(cargo, extra)
}

fn end_to_end(places: &Places, extra: &[String]) -> Result<Totals, Failure> {
    let python = environments::python(places)?.join("bin").join("python");
    let pytest = Program::new(places, python)
        .args(["-m", "pytest", "-n", "2"])
        .args(extra)
        .directory(&places.end_to_end())
        .env("DIST", places.dist())
        .env(
            "HAE_NODE_MODULES",
            environments::node(places)?.join("node_modules"),
        )
        .env("PYTHONUNBUFFERED", "1");
    counting(pytest, Totals::of_pytest)
}

fn cargo_test(cargo: Program, extra: &[String]) -> Result<Totals, Failure> {
    counting(cargo.args(extra), Totals::of_cargo)
}

/// Runs a suite's program and adds up the totals that it prints.
fn counting(
    program: Program,
    totals_of: impl Fn(&str) -> Option<Totals>,
) -> Result<Totals, Failure> {
    println!("> {program}");
    let mut sum = Totals::default();
    let ended = program.listen(|line| sum = totals_of(line).map_or(sum, |totals| sum.plus(totals)));
    match ended {
        Ok(()) => Ok(sum),
        // The failed tests are counted already; else something kept them from running.
        Err(_) if sum.failed > 0 => Ok(sum),
        Err(failure) => {
            eprintln!("{failure}");
            Ok(Totals { failed: 1, ..sum })
        }
    }
}
