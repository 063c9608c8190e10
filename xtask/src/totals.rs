//! How many tests passed and failed, read from what the runners print.

/// Tests of one run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Those that passed.
    pub passed: usize,
    /// Those that failed, and those that could not start.
    pub failed: usize,
    /// Those that were left out.
    pub skipped: usize,
}

impl Totals {
    /// Both together.
    pub fn plus(self, other: Totals) -> Totals {
        Totals {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// Reads a closing line of `cargo test` or of wasm-bindgen's runner:
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn of_cargo(line: &str) -> Option<Totals> {
        let (_, counts) = line
            .trim()
            .strip_prefix("test result: ")?
            .split_once(". ")?;
        Some(counted(counts.split(';')))
    }

    /// Reads the closing line of pytest: `==== 1 failed, 3 passed, 2 warnings in 4.05s ====`.
    pub fn of_pytest(line: &str) -> Option<Totals> {
        let (counts, time) = line.trim_matches(['=', ' ']).rsplit_once(" in ")?;
        let seconds = time.split_whitespace().next()?.strip_suffix('s')?;
        seconds.parse::<f64>().ok()?;
        Some(counted(counts.split(',')))
    }
}

fn counted<'a>(counts: impl Iterator<Item = &'a str>) -> Totals {
    let mut totals = Totals::default();
    for count in counts {
        let mut words = count.split_whitespace();
        let (Some(number), Some(kind)) = (
            words.next().and_then(|word| word.parse::<usize>().ok()),
            words.next(),
        ) else {
            continue;
        };
        match kind {
            "passed" | "xpassed" => totals.passed += number,
            "failed" | "error" | "errors" => totals.failed += number,
            "ignored" | "skipped" | "xfailed" => totals.skipped += number,
            _ => {}
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(passed: usize, failed: usize, skipped: usize) -> Option<Totals> {
        Some(Totals {
            passed,
            failed,
            skipped,
        })
    }

    #[test]
    fn cargo_s_lines_are_read() {
        let cases = [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
                totals(3, 0, 1),
            ),
            (
                "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
                totals(2, 1, 0),
            ),
            (
                "test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.02s",
                totals(4, 0, 0),
            ),
            ("test edit::tests::undo ... ok", None),
            ("running 3 tests", None),
        ];
        for (line, expected) in cases {
            assert_eq!(Totals::of_cargo(line), expected, "{line}");
        }
    }

    #[test]
    fn pytest_s_lines_are_read() {
        let cases = [
            ("======= 3 passed in 0.12s =======", totals(3, 0, 0)),
            ("12 passed in 61.20s (0:01:01)", totals(12, 0, 0)),
            (
                "== 1 failed, 12 passed, 1 skipped, 2 warnings, 2 errors in 4.05s ==",
                totals(12, 3, 1),
            ),
            ("== 1 error in 0.05s ==", totals(0, 1, 0)),
            ("===== no tests ran in 0.01s =====", totals(0, 0, 0)),
            ("======= short test summary info =======", None),
            ("the page was shown in time", None),
        ];
        for (line, expected) in cases {
            assert_eq!(Totals::of_pytest(line), expected, "{line}");
        }
    }
}
