//! Where things are: the checkout, the cache outside of it, Cargo's home.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::wasm_opt;

/// The folders that the commands read and write.
#[derive(Debug, Clone)]
pub struct Places {
    /// The checkout: the folder of the workspace's Cargo.toml.
    pub root: PathBuf,
    /// What is installed once and found by the next checkout, too.
    pub cache: PathBuf,
    /// Cargo's home; its `bin` is on everybody's PATH.
    pub cargo_home: PathBuf,
}

impl Places {
    /// Reads them from the environment, by the usual variables (`CARGO_HOME`, `XDG_CACHE_HOME`, `HOME`).
    pub fn find() -> Result<Self, Failure> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .parent()
            .map(Path::to_path_buf)
            .ok_or_else(|| Failure::new("find the checkout", "xtask has no folder above it"))?;
        let home = env::var_os("HOME")
            .filter(|home| !home.is_empty())
            .map(PathBuf::from);
        let below_home = |variable: &str, folder: &str| {
            env::var_os(variable)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
                .or_else(|| home.as_ref().map(|home| home.join(folder)))
                .ok_or_else(|| {
                    Failure::new(
                        "find a folder for tools",
                        format!("neither {variable} nor HOME is set"),
                    )
                })
        };
        Ok(Self {
            cache: below_home("XDG_CACHE_HOME", ".cache")?.join("http-action-editor"),
            cargo_home: below_home("CARGO_HOME", ".cargo")?,
            root,
        })
    }

    /// The built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder of the end-to-end tests.
    pub fn end_to_end(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// The folder in Cargo's home that is on the PATH.
    pub fn cargo_bin(&self) -> PathBuf {
        self.cargo_home.join("bin")
    }

    /// The PATH for everything we start: what we installed comes first.
    pub fn search_path(&self) -> OsString {
        let present = env::var_os("PATH").unwrap_or_default();
        let folders = [wasm_opt::folder(self), self.cargo_bin()]
            .into_iter()
            .chain(env::split_paths(&present));
        env::join_paths(folders).unwrap_or(present)
    }

    /// The program of this name that would be started, if there is one.
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        env::split_paths(&self.search_path())
            .map(|folder| folder.join(name))
            .find(|path| path.is_file())
    }

    /// The text of a file in the checkout.
    pub fn read(&self, path: impl AsRef<Path>) -> Result<String, Failure> {
        let path = self.root.join(path);
        fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, error))
    }
}
