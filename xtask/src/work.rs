//! What is missing on this machine, as steps that can be shown or taken.

use std::fmt;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::program::Program;

/// Whether steps are taken or only shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Take them.
    Install,
    /// Show them.
    DryRun,
}

/// One thing to install.
#[derive(Debug)]
pub struct Work {
    /// What it is, with its version.
    pub name: String,
    /// How long it takes on two cores, roughly.
    pub about: &'static str,
    /// How it is done, in order.
    pub steps: Vec<Step>,
}

/// One step of an installation.
#[derive(Debug)]
pub enum Step {
    /// Run a program.
    Run(Program),
    /// Run a program whose failure is told and passed over: the next step shows whether it mattered.
    Try(Program),
    /// Make the folder empty, creating it if need be.
    Empty(PathBuf),
    /// Remove the folder if it is there.
    Remove(PathBuf),
    /// Copy a file.
    Copy(PathBuf, PathBuf),
    /// Write a small file.
    Write(PathBuf, String),
    /// Make the second path a symbolic link to the first, replacing only a link.
    Link(PathBuf, PathBuf),
    /// Something that we may not do ourselves: the sentence says what to do.
    ByHand(String),
}

impl Work {
    /// Shows or does it.
    pub fn carry_out(self, mode: Mode) -> Result<(), Failure> {
        match mode {
            Mode::DryRun => {
                println!("Missing: {}. Installing takes {}:", self.name, self.about);
                for step in &self.steps {
                    println!("    {step}");
                }
                Ok(())
            }
            Mode::Install => {
                println!("Installing {} (takes {}).", self.name, self.about);
                let name = self.name;
                self.steps.into_iter().try_for_each(|step| {
                    println!("  > {step}");
                    step.take()
                        .map_err(|failure| Failure::new(format!("install {name}"), failure))
                })
            }
        }
    }
}

impl Step {
    fn take(self) -> Result<(), Failure> {
        match self {
            Step::Run(program) => program.run(),
            Step::Try(program) => {
                if let Err(failure) = program.run() {
                    eprintln!("  ({failure}; going on)");
                }
                Ok(())
            }
            Step::Empty(folder) => {
                remove(&folder)?;
                fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, error))
            }
            Step::Remove(folder) => remove(&folder),
            Step::Copy(from, to) => fs::copy(&from, &to)
                .map(|_| ())
                .map_err(|error| Failure::file("copy", &from, error)),
            Step::Write(path, text) => {
                fs::write(&path, text).map_err(|error| Failure::file("write", &path, error))
            }
            Step::Link(from, to) => {
                if let Some(folder) = to.parent() {
                    fs::create_dir_all(folder)
                        .map_err(|error| Failure::file("create", folder, error))?;
                }
                match to.symlink_metadata() {
                    Ok(present) if present.is_symlink() => {
                        fs::remove_file(&to)
                            .map_err(|error| Failure::file("replace", &to, error))?;
                    }
                    // Somebody's own program: it stays. Our commands find ours first all the same.
                    Ok(_) => return Ok(()),
                    Err(_) => {}
                }
                symlink(&from, &to).map_err(|error| Failure::file("link", &to, error))
            }
            Step::ByHand(sentence) => Err(Failure::new("do it without you", sentence)),
        }
    }
}

fn remove(folder: &PathBuf) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::file("remove", folder, error))
        }
        _ => Ok(()),
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Run(program) | Step::Try(program) => program.fmt(f),
            Step::Empty(folder) => write!(f, "mkdir -p {}", folder.display()),
            Step::Remove(folder) => write!(f, "rm -r {}", folder.display()),
            Step::Copy(from, to) => write!(f, "cp {} {}", from.display(), to.display()),
            Step::Write(path, _) => write!(f, "write {}", path.display()),
            Step::Link(from, to) => write!(f, "ln -s {} {}", from.display(), to.display()),
            Step::ByHand(sentence) => write!(f, "by hand: {sentence}"),
        }
    }
}
