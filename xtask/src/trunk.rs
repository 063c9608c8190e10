//! Trunk builds and serves the page; here it only gets what it needs.

use std::net::TcpListener;

use crate::failure::Failure;
use crate::places::Places;
use crate::program::Program;
use crate::setup::{self, Need};

/// How the module is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small and quick, as users get it; also the sooner of the two to be built the first time.
    Release,
    /// Built again in a few seconds after each edit.
    Debug,
}

/// The port in Trunk.toml.
const USUAL_PORT: u16 = 8080;
/// How many ports are tried when the usual one is taken.
const TRIES: u16 = 50;

/// Builds `dist/` for publication.
pub fn build(places: &Places) -> Result<(), Failure> {
    setup::prepare(places, &[Need::WasmTarget, Need::Trunk, Need::WasmOpt])?;
    println!("Building dist/ (the first time some two minutes).");
    trunk(places).args(["build", "--release"]).run()?;
    println!("dist/ is built.");
    Ok(())
}

/// Serves the page on the loopback until it is ended.
pub fn serve(places: &Places, port: Option<u16>, profile: Profile) -> Result<(), Failure> {
    setup::prepare(places, &[Need::WasmTarget, Need::Trunk, Need::WasmOpt])?;
    let port = match port {
        Some(port) if is_free(port) => port,
        Some(port) => {
            return Err(Failure::new(
                format!("serve on port {port}"),
                "something listens there already",
            ));
        }
        None => (USUAL_PORT..USUAL_PORT + TRIES)
            .find(|port| is_free(*port))
            .ok_or_else(|| {
                Failure::new(
                    "serve",
                    format!(
                        "the {TRIES} ports from {USUAL_PORT} on are taken; name one with --port"
                    ),
                )
            })?,
    };
    println!(
        "Building the page (the first time some two minutes). When it is built it will be at\n"
    );
    println!("    http://127.0.0.1:{port}/\n");
    println!("and is built again after each edit. Ctrl+C ends it.");
    let port = port.to_string();
    let trunk = trunk(places).args(["serve", "--port", &port]);
    let trunk = if profile == Profile::Release {
        trunk.arg("--release")
    } else {
        trunk
    };
    // From here on this process is Trunk: whoever ends it ends the server, and no other is left behind.
    Err(trunk.become_it())
}

fn trunk(places: &Places) -> Program {
    // Trunk reads NO_COLOR as a truth value and refuses the usual "1".
    let colourless = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let trunk = Program::new(places, "trunk");
    if colourless {
        trunk.env("NO_COLOR", "true")
    } else {
        trunk
    }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}
