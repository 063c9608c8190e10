//! The project's own commands, called as `cargo xtask <command>`.
//!
//! They prepare what a command needs (once, pinned, into places where the next checkout finds it) and
//! then call the ordinary tools: Cargo, Trunk, pytest. What those can do by themselves does not belong here.
#![expect(
    clippy::print_stdout,
    reason = "a command speaks to the person at the terminal"
)]

mod arguments;
mod cargo_tools;
mod css;
mod debian;
mod dist;
mod environments;
mod failure;
mod fingerprint;
mod lint;
mod places;
mod program;
mod setup;
mod sizes;
mod suites;
mod totals;
mod trunk;
mod wasm_opt;
mod work;

use std::process::ExitCode;

use arguments::Command;
use failure::Failure;
use places::Places;

fn main() -> ExitCode {
    let outcome = arguments::parse(std::env::args().skip(1)).and_then(run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the arguments say.
fn run(command: Command) -> Result<(), Failure> {
    let places = Places::find()?;
    match command {
        Command::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        Command::Setup(mode) => setup::everything(&places, mode),
        Command::Serve { port, profile } => trunk::serve(&places, port, profile),
        Command::Build => trunk::build(&places),
        Command::Lint => lint::run(&places),
        Command::Test { part, extra } => suites::run(&places, part, &extra),
        Command::Size => sizes::run(&places),
        Command::FinishDist => dist::finish_from_trunk(&places),
    }
}
