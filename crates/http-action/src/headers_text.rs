//! The headers as text, one `Name: value` a line, and back.
//!
//! A line that begins with `# ` is a row that is switched off; a name may still begin with `#`, as long as no space
//! follows. Blank lines mean nothing. A row that could not be read back from such a line (an empty name with spaces, a
//! name with a colon, a value with a newline or with spaces at its ends) is written as two JSON strings,
//! `"na:me": "va\nlue"`. So no row is ever lost or changed by going to text and back.

use crate::document::{Header, Row, RowId};
use crate::json::{self, TokenKind, Tokens};
use crate::template::{Part, Template};
use crate::text_position::slice;

/// A header as a line of text tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderLine {
    /// The name, a template.
    pub name: String,
    /// The value, a template.
    pub value: String,
    /// Whether the row is switched on.
    pub enabled: bool,
}

/// The rows as text, without a newline at the end.
#[must_use]
pub fn to_text(rows: &[Row<Header>]) -> String {
    let mut text = String::new();
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text.push_str(&line(&row.value));
    }
    text
}

fn line(header: &Header) -> String {
    let mark = if header.enabled { "" } else { "# " };
    let plain = [mark, &header.name, ": ", &header.value].concat();
    let plain = plain.trim_end_matches([' ', '\t']);
    let comes_back = |read: HeaderLine| {
        read.name == header.name && read.value == header.value && read.enabled == header.enabled
    };
    if !plain.contains(char::is_control) && parse_line(plain).is_some_and(comes_back) {
        plain.to_owned()
    } else {
        [
            mark,
            &json::quote(&header.name),
            ": ",
            &json::quote(&header.value),
        ]
        .concat()
    }
}

/// The headers that the text tells, in order.
#[must_use]
pub fn parse(text: &str) -> Vec<HeaderLine> {
    text.lines().filter_map(parse_line).collect()
}

fn parse_line(line: &str) -> Option<HeaderLine> {
    let line = trim(line);
    if line.is_empty() {
        return None;
    }
    let (enabled, rest) = match line.strip_prefix('#') {
        Some(rest) if rest.is_empty() || rest.starts_with([' ', '\t']) => (false, trim(rest)),
        _ => (true, line),
    };
    let (name, value) = quoted(rest).unwrap_or_else(|| {
        let (name, value) = split(rest);
        (name.to_owned(), value.to_owned())
    });
    Some(HeaderLine {
        name,
        value,
        enabled,
    })
}

/// Name and value of a plain line. A colon inside a reference separates nothing.
fn split(line: &str) -> (&str, &str) {
    let template = Template::parse(line);
    for part in template.parts() {
        if let Part::Literal(range) = part
            && let Some(at) = slice(line, range).find(':')
        {
            let colon = range.start + at;
            return (
                trim(slice(line, &(0..colon))),
                trim(slice(line, &(colon + 1..line.len()))),
            );
        }
    }
    (trim(line), "")
}

/// Name and value of a line of two JSON strings.
fn quoted(line: &str) -> Option<(String, String)> {
    let string = |text| {
        let token = Tokens::new(text).next()?.ok()?;
        (token.kind == TokenKind::String && token.range.start == 0).then_some(token.range.end)
    };
    let end = string(line)?;
    let value = trim(trim(line.get(end..)?).strip_prefix(':')?);
    if string(value)? != value.len() {
        return None;
    }
    Some((
        json::decode_string(line.get(..end)?),
        json::decode_string(value),
    ))
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// Whether a line may be the row that it is compared with.
type Fits = fn(&HeaderLine, &Header) -> bool;

/// The rows that the text tells, each with the identity (id and unknown fields) of the row of `present` that it most
/// likely is: the one that says the same, else the one of the same name, else the one in its place. A row that is new
/// gets the id that `fresh` hands out.
#[must_use]
pub fn rows_from_text(
    text: &str,
    present: &[Row<Header>],
    fresh: &mut dyn FnMut() -> RowId,
) -> Vec<Row<Header>> {
    let lines = parse(text);
    let mut left: Vec<Option<&Row<Header>>> = present.iter().map(Some).collect();
    let mut taken: Vec<Option<&Row<Header>>> = vec![None; lines.len()];
    let says_the_same: Fits = |line, header| line.name == header.name && line.value == header.value;
    let same_name: Fits = |line, header| line.name == header.name;
    let passes = [says_the_same, same_name];
    for fits in passes {
        // The search goes on where the last one ended: mostly nothing has moved.
        let mut next = 0;
        for (line, place) in lines.iter().zip(&mut taken) {
            if place.is_some() {
                continue;
            }
            let fits = |row: &Option<&Row<Header>>| row.is_some_and(|row| fits(line, &row.value));
            let (before, after) = left.split_at(next.min(left.len()));
            let found = match after.iter().position(fits) {
                Some(at) => Some(next + at),
                None => before.iter().position(fits),
            };
            if let Some(at) = found {
                *place = left.get_mut(at).and_then(Option::take);
                next = at + 1;
            }
        }
    }
    for (place, row) in taken.iter_mut().zip(&mut left) {
        if place.is_none() {
            *place = row.take();
        }
    }
    let mut rows = Vec::with_capacity(lines.len());
    for (line, place) in lines.into_iter().zip(taken) {
        let (id, unknown_fields) = match place {
            Some(row) => (row.id, row.value.unknown_fields.clone()),
            None => (fresh(), Default::default()),
        };
        rows.push(Row {
            id,
            value: Header {
                name: line.name,
                value: line.value,
                enabled: line.enabled,
                unknown_fields,
            },
        });
    }
    rows
}

/// The headers in a text that was pasted into a header's name: every line that is not blank is a `Name: value`. None
/// where it is anything else, a single line without a space after its colon (`localhost:80`) included.
#[must_use]
pub fn parse_pasted(text: &str) -> Option<Vec<HeaderLine>> {
    let lines = parse(text);
    let mut plain = text.lines().map(trim).filter(|line| !line.is_empty());
    if lines.is_empty() || !plain.all(|line| line.contains(':')) {
        return None;
    }
    let is_one_word = lines.len() == 1 && !text.contains(": ") && !text.contains(":\t");
    let is_name = |line: &HeaderLine| {
        let template = Template::parse(&line.name);
        !line.name.is_empty()
            && template.parts().iter().all(|part| match part {
                Part::Literal(range) => slice(&line.name, range).bytes().all(is_token_byte),
                Part::Reference(_) => true,
            })
    };
    (!is_one_word && lines.iter().all(is_name)).then_some(lines)
}

/// Whether the byte can stand in a header's name: a `tchar` of RFC 9110, section 5.6.2.
pub(crate) fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::UnknownFields;

    fn row(id: u32, name: &str, value: &str, enabled: bool) -> Row<Header> {
        let unknown_fields =
            UnknownFields(vec![("n".to_owned(), crate::json::Json::whole(id.into()))]);
        Row {
            id: RowId(id),
            value: Header {
                name: name.to_owned(),
                value: value.to_owned(),
                enabled,
                unknown_fields,
            },
        }
    }

    fn line(name: &str, value: &str, enabled: bool) -> HeaderLine {
        HeaderLine {
            name: name.to_owned(),
            value: value.to_owned(),
            enabled,
        }
    }

    #[test]
    fn writes_one_line_a_row() {
        let cases = [
            ("Accept", "a/b", true, "Accept: a/b"),
            ("Accept", "a/b", false, "# Accept: a/b"),
            ("Accept", "", true, "Accept:"),
            ("", "", true, ":"),
            ("", "", false, "# :"),
            ("#x", "1", true, "#x: 1"),
            ("#x", "1", false, "# #x: 1"),
            ("# x", "1", true, "\"# x\": \"1\""),
            ("a:b", "1", true, "\"a:b\": \"1\""),
            ("{{a:b}}", "1", true, "{{a:b}}: 1"),
            ("a", "1\n2", true, "\"a\": \"1\\n2\""),
            ("a", " 1 ", false, "# \"a\": \" 1 \""),
            ("a", "C:\\x", true, "a: C:\\x"),
            ("\"a\"", "\"b\"", true, "\"\\\"a\\\"\": \"\\\"b\\\"\""),
        ];
        for (name, value, enabled, expected) in cases {
            assert_eq!(to_text(&[row(0, name, value, enabled)]), expected);
            assert_eq!(parse(expected), [line(name, value, enabled)], "{expected}");
        }
    }

    #[test]
    fn reads_what_people_write() {
        let text = "\n  Accept :  a/b \r\n#\tOff:1\n#On: 2\nno colon\n# \n";
        let expected = [
            line("Accept", "a/b", true),
            line("Off", "1", false),
            line("#On", "2", true),
            line("no colon", "", true),
            line("", "", false),
        ];
        // The last line is a mark and nothing else: an empty row, switched off.
        assert_eq!(parse(text), expected);
    }

    #[test]
    fn rows_keep_their_identity() {
        let present = [
            row(1, "A", "1", true),
            row(2, "B", "2", true),
            row(3, "C", "3", true),
        ];
        let cases: [(&str, &[u32]); 6] = [
            ("A: 1\nB: 2\nC: 3", &[1, 2, 3]),
            ("C: 3\nA: 1", &[3, 1]),
            ("A: 1\nB: two\n# C: 3", &[1, 2, 3]),
            ("A: 1\nX: 2\nC: 3", &[1, 2, 3]),
            ("A: 1\nN: 9\nB: 2\nC: 3", &[1, 100, 2, 3]),
            ("A: 1\nA: 1", &[1, 2]),
        ];
        for (text, expected) in cases {
            let mut next = 99;
            let rows = rows_from_text(text, &present, &mut || {
                next += 1;
                RowId(next)
            });
            let ids: Vec<u32> = rows.iter().map(|row| row.id.0).collect();
            assert_eq!(ids, expected, "{text:?}");
        }
    }

    #[test]
    fn takes_pasted_headers_apart() {
        let two = vec![line("A", "1", true), line("{{n}}", "http://x", true)];
        assert_eq!(parse_pasted("A: 1\r\n\r\n{{n}}:http://x\n"), Some(two));
        assert_eq!(parse_pasted("A: 1"), Some(vec![line("A", "1", true)]));
        for text in [
            "",
            "Accept",
            "localhost:80",
            "https://x",
            "GET / HTTP/1.1\nA: 1",
            "a b: c",
            ": x",
        ] {
            assert_eq!(parse_pasted(text), None, "{text:?}");
        }
    }
}
