//! What the person typed after `cargo xtask`.

use crate::failure::Failure;
use crate::suites::Part;
use crate::trunk::Profile;
use crate::work::Mode;

/// What `cargo xtask` without a command prints.
pub const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--debug]   build and serve the page on this machine, again after each edit
  build                        build dist/, static files for any web server
  test [PART] [OPTIONS]        run all tests, or a part: core, editor, browser, size, e2e;
                               with a part, the options go to its runner (cargo test or pytest)
  lint                         formatting and clippy, for this machine and for the browser
  size                         what dist/ costs to download, against its budget
  setup [--dry-run]            install what all commands need, or show what is missing

Each command installs what it lacks, once, outside of this checkout.";

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print the usage.
    Help,
    /// Install what is missing.
    Setup(Mode),
    /// Serve the page; without a port, the usual one or the next free one.
    Serve {
        /// The port asked for.
        port: Option<u16>,
        /// How it is compiled.
        profile: Profile,
    },
    /// Build dist/.
    Build,
    /// Formatting and lints.
    Lint,
    /// All tests, or a part with options for its runner.
    Test {
        /// The part asked for.
        part: Option<Part>,
        /// Handed on untouched.
        extra: Vec<String>,
    },
    /// The size of the download.
    Size,
    /// Trunk's hook after a build.
    FinishDist,
}

/// Reads the arguments; refuses what it doesn't know.
pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Command, Failure> {
    let mut arguments = arguments;
    let Some(command) = arguments.next() else {
        return Ok(Command::Help);
    };
    let rest: Vec<String> = arguments.collect();
    let alone = |parsed: Command| match rest.first() {
        None => Ok(parsed),
        Some(word) => Err(unknown(word)),
    };
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "setup" => match rest.as_slice() {
            [] => Ok(Command::Setup(Mode::Install)),
            [option] if option == "--dry-run" => Ok(Command::Setup(Mode::DryRun)),
            [word, ..] => Err(unknown(word)),
        },
        "serve" => serve(&rest),
        "build" => alone(Command::Build),
        "lint" => alone(Command::Lint),
        "size" => alone(Command::Size),
        "finish-dist" => alone(Command::FinishDist),
        "test" => test(&rest),
        word => Err(unknown(word)),
    }
}

fn serve(rest: &[String]) -> Result<Command, Failure> {
    let mut port = None;
    let mut profile = Profile::Release;
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--debug" => profile = Profile::Debug,
            "--port" => {
                let number = words
                    .next()
                    .and_then(|number| number.parse().ok())
                    .filter(|number| *number > 0);
                port = Some(number.ok_or_else(|| {
                    Failure::new("read --port", "a number from 1 to 65535 follows it")
                })?);
            }
            other => return Err(unknown(other)),
        }
    }
    Ok(Command::Serve { port, profile })
}

fn test(rest: &[String]) -> Result<Command, Failure> {
    let Some((first, extra)) = rest.split_first() else {
        return Ok(Command::Test {
            part: None,
            extra: Vec::new(),
        });
    };
    let part = Part::named(first).ok_or_else(|| unknown(first))?;
    Ok(Command::Test {
        part: Some(part),
        extra: extra.to_vec(),
    })
}

fn unknown(word: &str) -> Failure {
    Failure::new(
        format!("understand `{word}`"),
        format!("it is none of the words here.\n\n{HELP}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<Command> {
        parse(line.split_whitespace().map(str::to_owned)).ok()
    }

    #[test]
    fn commands_and_their_options_are_read() {
        let serve = |port, profile| Some(Command::Serve { port, profile });
        let cases = [
            ("", Some(Command::Help)),
            ("setup", Some(Command::Setup(Mode::Install))),
            ("setup --dry-run", Some(Command::Setup(Mode::DryRun))),
            ("serve", serve(None, Profile::Release)),
            (
                "serve --debug --port 9000",
                serve(Some(9000), Profile::Debug),
            ),
            ("build", Some(Command::Build)),
            (
                "test",
                Some(Command::Test {
                    part: None,
                    extra: vec![],
                }),
            ),
            (
                "test e2e -k picker",
                Some(Command::Test {
                    part: Some(Part::EndToEnd),
                    extra: vec!["-k".into(), "picker".into()],
                }),
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for line in [
            "what",
            "build fast",
            "setup --dry",
            "serve --port",
            "serve --port 0",
            "serve --port 70000",
            "test all",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
