//! The rows of a form body, and the changes of the body that edit them.

use std::ops::Range;

use super::encoding::{encode, encode_as_typed};
use super::reading::decoded;
use crate::edit::Splice;
use crate::template::{Part as TemplatePart, Template};
use crate::text_position::slice;

/// One field of a form: what stands between two `&`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the body, in bytes, without any `&`.
    pub range: Range<usize>,
    /// Its name.
    pub name: Part,
    /// Its value. Where the row has no `=`, the empty range at its end.
    pub value: Part,
}

impl Row {
    /// One part of it.
    #[must_use]
    pub const fn part(&self, side: Side) -> &Part {
        match side {
            Side::Name => &self.name,
            Side::Value => &self.value,
        }
    }
}

/// The name or the value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the body, in bytes.
    pub range: Range<usize>,
    /// As it is shown and edited.
    pub shown: String,
    /// Whether it is shown as it stands in the body, because decoded it would not be shown faithfully.
    pub as_typed: bool,
}

/// Which part of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The name.
    Name,
    /// The value.
    Value,
}

/// Where a row and its `=` stand.
pub(super) struct Bounds {
    pub(super) range: Range<usize>,
    pub(super) equals: Option<usize>,
}

impl Bounds {
    fn part(&self, side: Side) -> Range<usize> {
        match side {
            Side::Name => self.range.start..self.equals.unwrap_or(self.range.end),
            Side::Value => self.equals.map_or(self.range.end, |at| at + 1)..self.range.end,
        }
    }
}

/// The rows of a body, in order. An empty body has none; `a=1&` has two, the second of them empty.
#[must_use]
pub fn rows(body: &str) -> Vec<Row> {
    let row = |bounds: Bounds| Row {
        name: part(body, bounds.part(Side::Name)),
        value: part(body, bounds.part(Side::Value)),
        range: bounds.range,
    };
    bounds(body).into_iter().map(row).collect()
}

fn part(body: &str, range: Range<usize>) -> Part {
    let typed = slice(body, &range);
    match decoded(typed) {
        Some(shown) => Part {
            range,
            shown,
            as_typed: false,
        },
        None => Part {
            shown: typed.to_owned(),
            range,
            as_typed: true,
        },
    }
}

pub(super) fn bounds(body: &str) -> Vec<Bounds> {
    let mut found = Vec::new();
    if body.is_empty() {
        return found;
    }
    let mut start = 0;
    let mut equals = None;
    let template = Template::parse(body);
    for part in template.parts() {
        let TemplatePart::Literal(range) = part else {
            continue;
        };
        for (at, byte) in range.clone().zip(slice(body, range).bytes()) {
            match byte {
                b'=' if equals.is_none() => equals = Some(at),
                b'&' => {
                    found.push(Bounds {
                        range: start..at,
                        equals: equals.take(),
                    });
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    found.push(Bounds {
        range: start..body.len(),
        equals,
    });
    found
}

/// The change of the body after which the part of that row (counting from 0) is shown as `shown`, or, where it is
/// shown as typed, stands there so. A row that does not exist changes nothing.
#[must_use]
pub fn splice_for(body: &str, row: usize, side: Side, shown: &str) -> Splice {
    let bounds = bounds(body);
    let Some(bounds) = bounds.get(row) else {
        return Splice::new(body.len()..body.len(), "");
    };
    let range = bounds.part(side);
    let typed = slice(body, &range);
    let mut text = match decoded(typed) {
        Some(_) => encode(shown),
        None => encode_as_typed(shown, side == Side::Name),
    };
    match (side, bounds.equals) {
        (Side::Value, None) => text.insert(0, '='),
        (Side::Name, None) if bounds.range.is_empty() => text.push('='),
        // The only row stays a row when its name is erased.
        (Side::Name, None) if text.is_empty() && bounds.range.len() == body.len() => text.push('='),
        _ => {}
    }
    // Only what differs, so that typing in a row is typing in the body.
    let mut splice = Splice::between(typed, &text);
    splice.range = range.start + splice.range.start..range.start + splice.range.end;
    splice
}

/// The change of the body that adds an empty row at its end.
#[must_use]
pub fn splice_add_row(body: &str) -> Splice {
    // Nothing at all has no row, and a lone `&` has two.
    Splice::new(
        body.len()..body.len(),
        if body.is_empty() { "=" } else { "&" },
    )
}

/// The change of the body that removes that row (counting from 0); nothing where it does not exist.
#[must_use]
pub fn splice_remove_row(body: &str, row: usize) -> Splice {
    let bounds = bounds(body);
    let end = body.len();
    let Some(removed) = bounds.get(row) else {
        return Splice::new(end..end, "");
    };
    let range = match (row.checked_sub(1), bounds.get(row + 1)) {
        (_, Some(next)) => removed.range.start..next.range.start,
        (Some(_), None) => removed.range.start - 1..end,
        (None, None) => 0..end,
    };
    // What is left of `&` without one of its two rows is still one row.
    let text = if bounds.len() > 1 && range.len() == end {
        "="
    } else {
        ""
    };
    Splice::new(range, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str) -> Vec<(String, String)> {
        rows(body)
            .into_iter()
            .map(|row| (row.name.shown, row.value.shown))
            .collect()
    }

    fn changed(body: &str, splice: Splice) -> String {
        let mut text = body.to_owned();
        splice.apply(&mut text);
        text
    }

    #[test]
    fn splits_at_ampersands_and_the_first_equals_sign() {
        let cases: [(&str, &[(&str, &str)]); 9] = [
            ("", &[]),
            ("a", &[("a", "")]),
            ("a=b=c", &[("a", "b=c")]),
            ("a=1&b=2", &[("a", "1"), ("b", "2")]),
            ("&", &[("", ""), ("", "")]),
            ("a+b=%C3%A9", &[("a b", "é")]),
            ("{{k&=}}=x&y={{v}}", &[("{{k&=}}", "x"), ("y", "{{v}}")]),
            ("a=%FF+1&b=+", &[("a", "%FF+1"), ("b", " ")]),
            ("{{body}}", &[("{{body}}", "")]),
        ];
        for (body, expected) in cases {
            let rows = shown(body);
            let rows: Vec<_> = rows
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            assert_eq!(rows, expected, "{body:?}");
        }
    }

    #[test]
    fn an_edit_encodes_only_the_part_it_touches() {
        use Side::{Name, Value};
        let cases = [
            ("a=~&b=~", 1, Value, "x y", "a=~&b=x+y"),
            ("a=1", 0, Name, "é&=", "%C3%A9%26%3D=1"),
            ("a", 0, Value, "1", "a=1"),
            ("a=1&", 1, Name, "b", "a=1&b="),
            ("a=1&", 1, Value, "2", "a=1&=2"),
            ("a=x", 0, Value, "{{n}} {{", "a={{n}}+%7B%7B"),
            ("a=%7B%7Bn", 0, Value, "{{n}}", "a={{n}}"),
            ("a=%FF", 0, Value, "%FF&%4", "a=%FF%26%4"),
            ("a", 0, Name, "", "="),
            ("a=1", 9, Value, "x", "a=1"),
        ];
        for (body, row, side, new, expected) in cases {
            assert_eq!(
                changed(body, splice_for(body, row, side, new)),
                expected,
                "{body:?}"
            );
        }
    }

    #[test]
    fn typing_at_the_end_changes_only_the_end() {
        assert_eq!(
            splice_for("a=x+y&b=1", 0, Side::Value, "x yz"),
            Splice::new(5..5, "z")
        );
    }

    #[test]
    fn adds_and_removes_rows() {
        assert_eq!(changed("", splice_add_row("")), "=");
        assert_eq!(changed("a=1", splice_add_row("a=1")), "a=1&");
        let cases = [
            ("a=1&b=2&c=3", 0, "b=2&c=3"),
            ("a=1&b=2&c=3", 1, "a=1&c=3"),
            ("a=1&b=2&c=3", 2, "a=1&b=2"),
            ("a=1", 0, ""),
            ("&", 0, "="),
            ("&", 1, "="),
            ("a&", 1, "a"),
            ("a=1", 5, "a=1"),
        ];
        for (body, row, expected) in cases {
            assert_eq!(
                changed(body, splice_remove_row(body, row)),
                expected,
                "{body:?} {row}"
            );
        }
    }
}
