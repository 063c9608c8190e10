//! The reading itself: one pass over the bytes, each looked at a bounded number of times.

use std::ops::Range;

use super::{Finding, FindingKind, Open, Part, Reference};

/// How far back from the caret an unfinished reference may begin, in bytes. No name is that long, and a body without
/// any white space must not be searched to its start at every key.
const OPEN_LIMIT_BYTES: usize = 256;

/// Reads `source` into parts that cover it and the oddities found.
pub(super) fn parse(source: &str) -> (Vec<Part>, Vec<Finding>) {
    let mut reader = Reader {
        source,
        bytes: source.as_bytes(),
        parts: Vec::new(),
        findings: Vec::new(),
        literal: 0,
        closing: None,
    };
    reader.read();
    (reader.parts, reader.findings)
}

struct Reader<'a> {
    source: &'a str,
    bytes: &'a [u8],
    parts: Vec<Part>,
    findings: Vec<Finding>,
    /// Where the literal text that is not yet a part begins.
    literal: usize,
    /// The last search for a `}}`: from where, where it ended, and whether it found one. Remembered because many a `{{`
    /// on one line share the answer, which keeps a line of nothing but `{{ ` from being searched over and over.
    closing: Option<(Range<usize>, bool)>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(found) = self.source.get(at..).and_then(|rest| rest.find('{')) {
            let start = at + found;
            let mut end = start;
            while self.byte(end) == Some(b'{') {
                end += 1;
            }
            // In a run of braces only the last two can begin a reference, since no name contains a brace.
            at = if end - start < 2 {
                end
            } else {
                self.run(start, end)
            };
        }
        self.literal_until(self.source.len());
    }

    /// Takes the run of two or more braces `start..end` and returns where to go on.
    fn run(&mut self, start: usize, end: usize) -> usize {
        let open = end - 2;
        match self.reference_after(end) {
            Ok((name, close)) => {
                if open - start >= 2 {
                    self.unmatched(start, open);
                }
                let hashes = open.checked_sub(2).filter(|&hashes| {
                    hashes >= self.literal && self.bytes.get(hashes..open) == Some(b"##")
                });
                let hash_prefix = hashes.map(|hashes| hashes..open);
                if let Some(range) = hash_prefix.clone() {
                    self.findings.push(Finding {
                        kind: FindingKind::HashPrefix,
                        range,
                    });
                }
                let from = hashes.unwrap_or(open);
                self.literal_until(from);
                self.parts.push(Part::Reference(Reference {
                    range: from..close,
                    name,
                    hash_prefix,
                }));
                self.literal = close;
                close
            }
            Err(stopped) => {
                self.unmatched(start, end);
                stopped
            }
        }
    }

    /// The name and the end of a reference whose `{{` ends at `at`, or the byte at which it turned out to be none.
    /// What lies between holds no brace, so nothing in it can begin another.
    fn reference_after(&self, at: usize) -> Result<(Range<usize>, usize), usize> {
        let start = self.skip_blanks(at);
        let end = self.name_end(start);
        let close = self.skip_blanks(end);
        if end > start && self.byte(close) == Some(b'}') && self.byte(close + 1) == Some(b'}') {
            Ok((start..end, close + 2))
        } else {
            Err(close)
        }
    }

    /// Notes braces that are in no reference: `start..end` are two or more of them.
    fn unmatched(&mut self, start: usize, end: usize) {
        let finding = match self.closing_after(end) {
            None => Finding {
                kind: FindingKind::Unclosed,
                range: start..end,
            },
            Some(close) => {
                // Another `{{` before the `}}` has its own say about what follows it.
                let inside = self.source.get(end..close).unwrap_or("");
                let whole = inside.len() <= OPEN_LIMIT_BYTES && !inside.contains("{{");
                Finding {
                    kind: FindingKind::Malformed,
                    range: start..if whole { close + 2 } else { end },
                }
            }
        };
        self.findings.push(finding);
    }

    /// Where the next `}}` at or after `at` begins, if it does so on the same line.
    fn closing_after(&mut self, at: usize) -> Option<usize> {
        if let Some((searched, found)) = &self.closing
            && searched.start <= at
            && at <= searched.end
        {
            return found.then_some(searched.end);
        }
        let mut end = at;
        let found = loop {
            match self.byte(end) {
                None | Some(b'\n' | b'\r') => break false,
                Some(b'}') if self.byte(end + 1) == Some(b'}') => break true,
                Some(_) => end += 1,
            }
        };
        self.closing = Some((at..end, found));
        found.then_some(end)
    }

    fn literal_until(&mut self, end: usize) {
        if self.literal < end {
            self.parts.push(Part::Literal(self.literal..end));
            self.literal = end;
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn skip_blanks(&self, mut at: usize) -> usize {
        while let Some(b' ' | b'\t') = self.byte(at) {
            at += 1;
        }
        at
    }

    fn name_end(&self, start: usize) -> usize {
        let rest = self.source.get(start..).unwrap_or("");
        start + rest.find(|c| !is_name_char(c)).unwrap_or(rest.len())
    }
}

fn is_name_char(c: char) -> bool {
    c != '{' && c != '}' && !c.is_whitespace()
}

/// See [`Template::open_before`](super::Template::open_before).
pub(super) fn open_before(source: &str, caret: usize) -> Option<Open> {
    let caret = source.floor_char_boundary(caret);
    let from = source.floor_char_boundary(caret.saturating_sub(OPEN_LIMIT_BYTES));
    let before = source.get(from..caret)?;
    let blank_end = before.trim_end_matches(is_name_char);
    let opening = blank_end.trim_end_matches([' ', '\t']);
    let start = from + opening.strip_suffix("{{")?.len();
    Some(Open {
        start,
        prefix_range: from + blank_end.len()..caret,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{FindingKind, Part, Template, reference_text};

    /// The parts of a template in words: literal text as it is, a reference as its name in angle brackets.
    fn shown(source: &str) -> String {
        let template = Template::parse(source);
        let mut out = String::new();
        for part in template.parts() {
            match part {
                Part::Literal(range) => out.push_str(source.get(range.clone()).unwrap_or("?")),
                Part::Reference(reference) => {
                    out.push('<');
                    out.push_str(template.name_of(reference));
                    out.push('>');
                }
            }
        }
        out
    }

    #[test]
    fn finds_the_leftmost_references() {
        let cases = [
            ("", ""),
            ("plain { } }} text", "plain { } }} text"),
            ("{{a}}", "<a>"),
            ("{{ \t a\t }}", "<a>"),
            ("{{a}}{{b}}", "<a><b>"),
            ("x{{a}}y", "x<a>y"),
            ("{{{k}}", "{<k>"),
            ("{{{k}}}", "{<k>}"),
            ("{{{{k}}}}", "{{<k>}}"),
            ("{{a {{b}}", "{{a <b>"),
            ("{{a{{b}}", "{{a<b>"),
            ("{{}}", "{{}}"),
            ("{{ }}", "{{ }}"),
            ("{{a b}}", "{{a b}}"),
            ("{{a\n}}", "{{a\n}}"),
            ("{{a}", "{{a}"),
            ("{{a} }", "{{a} }"),
            ("{{é😀\"'}}", "<é😀\"'>"),
            ("{{a\u{a0}}}", "{{a\u{a0}}}"),
            ("##{{a}}", "<a>"),
            ("###{{a}}", "#<a>"),
            ("#{{a}}", "#<a>"),
            ("{{a}}##{{b}}", "<a><b>"),
            ("##{{{a}}", "##{<a>"),
            ("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}"),
        ];
        for (source, expected) in cases {
            assert_eq!(shown(source), expected, "{source:?}");
        }
    }

    #[test]
    fn tells_what_is_odd_and_where() {
        use FindingKind::{HashPrefix, Malformed, Unclosed};
        let cases: [(&str, &[(FindingKind, &str)]); 15] = [
            ("{{a}} {", &[]),
            ("{{{a}}", &[]),
            ("{{a", &[(Unclosed, "{{")]),
            ("{{a\n}}", &[(Unclosed, "{{")]),
            ("{{a\r\n}}", &[(Unclosed, "{{")]),
            ("{{}}", &[(Malformed, "{{}}")]),
            ("{{a b}} c", &[(Malformed, "{{a b}}")]),
            ("{{ {{a}}", &[(Malformed, "{{")]),
            ("{{a}} {{", &[(Unclosed, "{{")]),
            ("{{{{{", &[(Unclosed, "{{{{{")]),
            ("{{{{k}}", &[(Malformed, "{{")]),
            (
                "{{a b}} {{c d}}",
                &[(Malformed, "{{a b}}"), (Malformed, "{{c d}}")],
            ),
            ("{{a} {{b}", &[(Unclosed, "{{"), (Unclosed, "{{")]),
            ("x ##{{a}}", &[(HashPrefix, "##")]),
            ("##{{a", &[(Unclosed, "{{")]),
        ];
        for (source, expected) in cases {
            let template = Template::parse(source);
            let found: Vec<_> = template
                .findings()
                .iter()
                .map(|f| (f.kind, source.get(f.range.clone()).unwrap_or("?")))
                .collect();
            assert_eq!(found, expected, "{source:?}");
        }
    }

    #[test]
    fn knows_the_reference_around_the_caret() {
        let template = Template::parse("a{{bc}}{{d}}");
        let at = |offset| {
            template
                .reference_at(offset)
                .map(|reference| template.name_of(reference))
        };
        assert_eq!(
            [0, 1, 2, 6, 7, 8, 11, 12, 99].map(at),
            [
                None,
                None,
                Some("bc"),
                Some("bc"),
                None,
                Some("d"),
                Some("d"),
                None,
                None
            ]
        );
    }

    #[test]
    fn sees_an_unfinished_reference_before_the_caret() {
        let cases = [
            ("{{", 2, Some((0, ""))),
            ("x{{le", 5, Some((1, "le"))),
            ("{{ le", 5, Some((0, "le"))),
            ("{{{é", 5, Some((1, "é"))),
            ("{{le", 3, Some((0, "l"))),
            ("{{a}}", 5, None),
            ("{{a b", 5, None),
            ("{{\na", 4, None),
            ("{a", 2, None),
            ("", 0, None),
        ];
        for (source, caret, expected) in cases {
            let open = Template::open_before(source, caret);
            let found = open.map(|open| (open.start, source.get(open.prefix_range).unwrap_or("?")));
            assert_eq!(found, expected, "{source:?} at {caret}");
        }
    }

    #[test]
    fn writes_a_reference() {
        assert_eq!(reference_text("cf_mac"), "{{cf_mac}}");
    }
}
