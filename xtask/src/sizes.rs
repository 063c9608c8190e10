//! What the page costs to download until Send can be pressed, as a good web server sends it.

use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::dist;
use crate::failure::Failure;
use crate::places::Places;

/// What may be downloaded until Send can be pressed, in bytes, every file compressed by itself.
const BUDGET_BYTES: usize = 110_000;
/// The budget is not met yet. Until it is, this is what was reached: the build fails above it, and it only goes down.
const REACHED_BYTES: usize = 208_000;
/// Brotli's best, and its usual window.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// A file of `dist/`.
#[derive(Debug)]
struct Weighed {
    name: String,
    plain_bytes: usize,
    packed_bytes: usize,
    needed: bool,
}

/// Prints the size of each file and the sum of what is needed; fails over the budget.
pub fn run(places: &Places) -> Result<(), Failure> {
    let folder = places.dist();
    if !folder.join("index.html").exists() {
        return Err(Failure::new(
            "weigh dist/",
            "it is not built; run `cargo xtask build`",
        ));
    }
    let mut files = weigh(&folder)?;
    files.sort_by_key(|file| (!file.needed, std::cmp::Reverse(file.packed_bytes)));
    println!(
        "{:>9}  {:>9}  file of dist/ (bytes plain, bytes in brotli {QUALITY})",
        "plain", "brotli"
    );
    for file in &files {
        let later = if file.needed {
            ""
        } else {
            "  (not needed for Send)"
        };
        println!(
            "{:>9}  {:>9}  {}{later}",
            file.plain_bytes, file.packed_bytes, file.name
        );
    }
    let total: usize = files
        .iter()
        .filter(|file| file.needed)
        .map(|file| file.packed_bytes)
        .sum();
    println!(
        "Downloaded until Send can be pressed: {:.1} KB; the budget is {} KB, the limit for now {} KB.",
        kb(total),
        BUDGET_BYTES / 1000,
        REACHED_BYTES / 1000
    );
    if total > REACHED_BYTES {
        return Err(Failure::new(
            "keep the download small",
            format!("{total} bytes are more than {REACHED_BYTES}"),
        ));
    }
    Ok(())
}

/// Kilobytes of 1,000 bytes, for a person.
fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

fn weigh(folder: &Path) -> Result<Vec<Weighed>, Failure> {
    let needed = needed(folder)?;
    let listed = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, error))?;
    let mut files = Vec::new();
    for path in listed
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
    {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let bytes = fs::read(&path).map_err(|error| Failure::file("read", &path, error))?;
        let packed_bytes = packed(&bytes)?;
        files.push(Weighed {
            needed: needed.contains(&name),
            plain_bytes: bytes.len(),
            packed_bytes,
            name,
        });
    }
    Ok(files)
}

/// The names of what a browser loads before Send can be pressed: one language, the larger.
fn needed(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = vec![
        "index.html".to_owned(),
        "page.js".to_owned(),
        dist::MODULE.to_owned(),
    ];
    for (beginning, end) in [
        ("http-action-editor-", ".js"),
        ("http-action-editor-", "_bg.wasm"),
        ("editor-", ".css"),
        ("page-", ".css"),
    ] {
        names.push(dist::only(folder, beginning, end)?);
    }
    let length = |name: &String| {
        fs::metadata(folder.join(name))
            .map(|data| data.len())
            .unwrap_or_default()
    };
    let locales = ["en-", "fr-"].map(|locale| dist::only(folder, locale, ".txt"));
    let locales = locales.into_iter().collect::<Result<Vec<_>, _>>()?;
    names.extend(locales.into_iter().max_by_key(length));
    Ok(names)
}

fn packed(bytes: &[u8]) -> Result<usize, Failure> {
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut input = bytes;
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut input, &mut output, &parameters)
        .map_err(|error| Failure::new("compress a file of dist/", error))?;
    Ok(output.len())
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn packing_is_brotli_s_best() {
        let text = "A technician builds an action and tests it. ".repeat(100);
        let size = packed(text.as_bytes()).unwrap();
        assert!((30..80).contains(&size), "{size}");
        assert!(packed(b"").unwrap() <= 2);
    }
}
