//! Makes the enumeration `Key` from the English texts, and stops the build where another language lacks a text or a
//! parameter of one.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

const SOURCE: &str = "src/texts/en.txt";
const TRANSLATIONS: [&str; 1] = ["src/texts/fr.txt"];

fn main() {
    println!("cargo:rerun-if-changed=src/texts/build.rs");
    let english = table(Path::new(SOURCE));
    for path in TRANSLATIONS {
        compare(&english, path);
    }
    let mut code = String::from(
        "/// Names a text. Its documentation is the English one.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\npub enum Key {\n",
    );
    for (key, text) in &english {
        let _ = writeln!(
            code,
            "    /// {}\n    {key},",
            text.replace('[', "\\[").replace('<', "\\<")
        );
    }
    let _ = writeln!(
        code,
        "}}\n\nimpl Key {{\n    /// How many texts there are.\n    pub const COUNT: usize = {};\n}}",
        english.len()
    );
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("key.rs");
    if let Err(error) = fs::write(&target, code) {
        stop(&format!("{}: {error}", target.display()));
    }
}

fn table(path: &Path) -> Vec<(String, String)> {
    println!("cargo:rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path)
        .unwrap_or_else(|error| stop(&format!("{}: {error}", path.display())));
    let mut rows: Vec<(String, String)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((key, text)) = line.split_once(" = ") else {
            stop(&format!("{}:{}: no ` = `", path.display(), number + 1));
        };
        if rows.iter().any(|(other, _)| other == key) {
            stop(&format!(
                "{}:{}: {key} stands there twice",
                path.display(),
                number + 1
            ));
        }
        rows.push((key.to_owned(), text.to_owned()));
    }
    rows
}

fn compare(english: &[(String, String)], path: &str) {
    let translated = table(Path::new(path));
    for (index, (key, text)) in english.iter().enumerate() {
        match translated.get(index) {
            Some((same, translation)) if same == key => {
                if parameters(text) != parameters(translation) {
                    stop(&format!(
                        "{path}: {key} has other parameters than in {SOURCE}"
                    ));
                }
            }
            Some((other, _)) => stop(&format!(
                "{path}: {other} stands where {SOURCE} has {key}; the order must be the same"
            )),
            None => stop(&format!("{path}: {key} is missing")),
        }
    }
    if let Some((key, _)) = translated.get(english.len()) {
        stop(&format!("{path}: {key} is not in {SOURCE}"));
    }
}

/// The `{name}`s of a text; `{{` is literal.
fn parameters(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        rest = after.strip_prefix('{').unwrap_or_else(|| {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            names.insert(name.to_owned());
            after
        });
    }
    names
}

fn stop(why: &str) -> ! {
    println!("cargo:error={why}");
    process::exit(1);
}
