//! Starting other programs: with our PATH, shown as the line a person would type, and their failure named.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::failure::Failure;
use crate::places::Places;

/// A program with its arguments, ready to start. Displays as a shell line.
#[derive(Debug)]
pub struct Program {
    command: Command,
}

impl Program {
    /// The program of this name, looked up in our PATH, started in the checkout.
    pub fn new(places: &Places, name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name);
        command
            .current_dir(&places.root)
            .env("PATH", places.search_path());
        // What `cargo run` says about xtask itself is nothing to do with what we start.
        for (key, _) in env::vars_os() {
            if key.to_str().is_some_and(|key| {
                key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST_")
            }) {
                command.env_remove(key);
            }
        }
        Self { command }
    }

    /// One more argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// More arguments.
    pub fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(arguments);
        self
    }

    /// A variable of its environment.
    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// The folder that it starts in.
    pub fn directory(mut self, directory: &Path) -> Self {
        self.command.current_dir(directory);
        self
    }

    /// Runs it to its end, its output going to ours.
    pub fn run(mut self) -> Result<(), Failure> {
        let line = self.to_string();
        let status = self
            .command
            .status()
            .map_err(|error| Failure::new(format!("start `{line}`"), error))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new(
                format!("run `{line}`"),
                format!("it ended with {status}"),
            ))
        }
    }

    /// Runs it to its end and returns what it printed; `None` if it could not start or failed.
    pub fn answer(mut self) -> Option<String> {
        let output = self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it to its end, printing each line of its output and handing it to `listen`.
    pub fn listen(mut self, mut listen: impl FnMut(&str)) -> Result<(), Failure> {
        let line = self.to_string();
        let child = self.command.stdout(Stdio::piped()).spawn();
        let mut running =
            Running(child.map_err(|error| Failure::new(format!("start `{line}`"), error))?);
        if let Some(stdout) = running.0.stdout.take() {
            let mut lines = BufReader::new(stdout);
            let mut bytes = Vec::new();
            while lines
                .read_until(b'\n', &mut bytes)
                .is_ok_and(|count| count > 0)
            {
                let text = String::from_utf8_lossy(&bytes);
                print!("{text}");
                listen(text.trim_end());
                bytes.clear();
            }
        }
        let status = running
            .0
            .wait()
            .map_err(|error| Failure::new(format!("wait for `{line}`"), error))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new(
                format!("run `{line}`"),
                format!("it ended with {status}"),
            ))
        }
    }

    /// Becomes this program: it takes over our process, so that ending the one ends the other.
    /// Returns only if it could not start.
    pub fn become_it(mut self) -> Failure {
        let line = self.to_string();
        Failure::new(format!("start `{line}`"), self.command.exec())
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.command.get_program().to_string_lossy())?;
        for argument in self.command.get_args() {
            write!(f, " {}", argument.to_string_lossy())?;
        }
        Ok(())
    }
}

/// A started program that does not outlive us if we leave early.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Already ended, as a rule; then this does nothing.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
