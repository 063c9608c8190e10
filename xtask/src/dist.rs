//! The last touch on what Trunk built, called by Trunk itself (the hook in Trunk.toml): style, texts, and the
//! names of all hashed files written into the one module that loads them, so that no cache mixes two versions.
//!
//! It changes only Trunk's staging folder; Trunk moves that to `dist/` when all went well.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::css;
use crate::failure::Failure;
use crate::fingerprint;
use crate::places::Places;

/// The module that a page loads: the one name that never changes.
pub const MODULE: &str = "http-action-editor.js";
/// The line of the module that is replaced.
const MARKER: &str = "const ASSETS = /* written by the build */ {};";
/// What index.html calls the page's style before it has its name.
const PAGE_STYLE: &str = "\"page.css\"";

/// Finishes the staging folder that Trunk names.
pub fn finish_from_trunk(places: &Places) -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Failure::new(
                "finish dist/",
                "TRUNK_STAGING_DIR is not set; Trunk calls this, use `cargo xtask build`",
            )
        })?;
    finish(&places.root, &staging)
}

/// Finishes `staging` with the sources in `root`.
fn finish(root: &Path, staging: &Path) -> Result<(), Failure> {
    let glue = only(staging, "http-action-editor-", ".js")?;
    let wasm = only(staging, "http-action-editor-", "_bg.wasm")?;

    let editor_sheets = files(&root.join("style/editor"), "css")?;
    let page_sheets = files(&root.join("style/page"), "css")?;
    let tokens = editor_sheets
        .iter()
        .filter(|path| path.file_name() == Some(OsStr::new("00-tokens.css")));
    let style = add(staging, "editor", "css", &joined(editor_sheets.iter())?)?;
    let page_style = add(
        staging,
        "page",
        "css",
        &joined(tokens.chain(page_sheets.iter()))?,
    )?;
    replace_once(
        &staging.join("index.html"),
        PAGE_STYLE,
        &format!("\"{page_style}\""),
    )?;

    let mut texts = Vec::new();
    for path in files(&root.join("src/texts"), "txt")? {
        let locale = stem(&path);
        let name = add(staging, &locale, "txt", &read(&path)?)?;
        texts.push(format!("{locale:?}: {name:?}"));
    }
    if texts.is_empty() {
        return Err(Failure::new(
            "add the texts",
            "src/texts holds no .txt file",
        ));
    }

    let header_names = root.join("src/editor/header-names.txt");
    let header_names = if header_names.exists() {
        let name = add(staging, "header-names", "txt", &read(&header_names)?)?;
        format!(", \"headerNames\": {name:?}")
    } else {
        String::new()
    };

    // `{:?}` of these names is JSON: they hold letters, digits, dots, dashes and underscores.
    let assets = format!(
        "const ASSETS = {{\"glue\": {glue:?}, \"wasm\": {wasm:?}, \"style\": {style:?}, \"texts\": {{{}}}{header_names}}};",
        texts.join(", ")
    );
    replace_once(&staging.join(MODULE), MARKER, &assets)
}

/// The name of the only file in a folder with this beginning and end.
pub fn only(folder: &Path, beginning: &str, end: &str) -> Result<String, Failure> {
    let listed = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, error))?;
    let mut names = listed
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with(beginning) && name.ends_with(end));
    let what = || format!("find {beginning}….{end} in {}", folder.display());
    let name = names
        .next()
        .ok_or_else(|| Failure::new(what(), "there is none"))?;
    match names.next() {
        None => Ok(name),
        Some(other) => Err(Failure::new(
            what(),
            format!("there are several: {name}, {other}"),
        )),
    }
}

/// The files of a folder with this extension, by name. A folder that is not there has none.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let listed = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, error))?;
    let mut paths: Vec<PathBuf> = listed
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new(extension)))
        .collect();
    paths.sort();
    Ok(paths)
}

fn joined<'a>(sheets: impl Iterator<Item = &'a PathBuf>) -> Result<String, Failure> {
    sheets
        .map(|path| read(path).map(|source| css::stripped(&source)))
        .collect()
}

/// Writes `text` as `<name>-<fingerprint>.<extension>` and returns that name.
fn add(staging: &Path, name: &str, extension: &str, text: &str) -> Result<String, Failure> {
    let name = format!("{name}-{}.{extension}", fingerprint::of(text.as_bytes()));
    write(&staging.join(&name), text)?;
    Ok(name)
}

fn replace_once(path: &Path, marker: &str, replacement: &str) -> Result<(), Failure> {
    let text = read(path)?;
    let count = text.matches(marker).count();
    if count != 1 {
        return Err(Failure::file(
            "fill in",
            path,
            format!("it must contain `{marker}` once, not {count} times"),
        ));
    }
    write(path, &text.replacen(marker, replacement, 1))
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::file("read", path, error))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::file("write", path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A checkout and a staging folder of a few small files, removed in the end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = env::temp_dir().join(format!("hae-dist-{name}-{}", std::process::id()));
            let scratch = Self(folder);
            for (path, text) in [
                (
                    "root/style/editor/00-tokens.css",
                    "/* t */\n:host { --hae-a: 1; }\n",
                ),
                ("root/style/editor/10-base.css", ".hae-b { }\n"),
                ("root/style/page/20-page.css", ".hae-page { }\n"),
                ("root/src/texts/en.txt", "Send = Send\n"),
                ("root/src/texts/fr.txt", "Send = Envoyer\n"),
                (
                    "stage/index.html",
                    "<link rel=\"stylesheet\" href=\"page.css\">",
                ),
                (
                    "stage/http-action-editor.js",
                    "const ASSETS = /* written by the build */ {};\nload();\n",
                ),
                ("stage/http-action-editor-1a2b.js", ""),
                ("stage/http-action-editor-3c4d_bg.wasm", ""),
            ] {
                let path = scratch.0.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            scratch
        }

        fn finish(&self) -> Result<(), Failure> {
            finish(&self.0.join("root"), &self.0.join("stage"))
        }

        fn staged(&self, name: &str) -> String {
            fs::read_to_string(self.0.join("stage").join(name)).unwrap()
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn every_hashed_name_reaches_the_module_and_the_page() {
        let scratch = Scratch::new("names");
        scratch.finish().unwrap();
        let stage = scratch.0.join("stage");
        let [style, page, en, fr] = [
            ("editor-", ".css"),
            ("page-", ".css"),
            ("en-", ".txt"),
            ("fr-", ".txt"),
        ]
        .map(|(beginning, end)| only(&stage, beginning, end).unwrap());
        assert_eq!(
            scratch.staged(MODULE),
            format!(
                "const ASSETS = {{\"glue\": \"http-action-editor-1a2b.js\", \"wasm\": \"http-action-editor-3c4d_bg.wasm\", \
                 \"style\": \"{style}\", \"texts\": {{\"en\": \"{en}\", \"fr\": \"{fr}\"}}}};\nload();\n"
            )
        );
        assert_eq!(
            scratch.staged("index.html"),
            format!("<link rel=\"stylesheet\" href=\"{page}\">")
        );
        assert_eq!(
            scratch.staged(&style),
            ":host { --hae-a: 1; }\n.hae-b { }\n"
        );
        assert_eq!(
            scratch.staged(&page),
            ":host { --hae-a: 1; }\n.hae-page { }\n"
        );
        assert_eq!(scratch.staged(&fr), "Send = Envoyer\n");
    }

    #[test]
    fn header_names_are_added_where_there_are_some() {
        let scratch = Scratch::new("headers");
        fs::create_dir_all(scratch.0.join("root/src/editor")).unwrap();
        fs::write(
            scratch.0.join("root/src/editor/header-names.txt"),
            "Accept\n",
        )
        .unwrap();
        scratch.finish().unwrap();
        let name = only(&scratch.0.join("stage"), "header-names-", ".txt").unwrap();
        assert!(
            scratch
                .staged(MODULE)
                .contains(&format!(", \"headerNames\": \"{name}\"}};"))
        );
    }

    #[test]
    fn a_module_without_the_marker_is_refused() {
        let scratch = Scratch::new("marker");
        fs::write(scratch.0.join("stage").join(MODULE), "const ASSETS = {};").unwrap();
        let failure = scratch.finish().unwrap_err().to_string();
        assert!(failure.contains("must contain"), "{failure}");
    }

    #[test]
    fn two_modules_in_one_folder_are_refused() {
        let scratch = Scratch::new("two");
        fs::write(scratch.0.join("stage/http-action-editor-9.js"), "").unwrap();
        let failure = scratch.finish().unwrap_err().to_string();
        assert!(failure.contains("there are several"), "{failure}");
    }
}
