//! The header rows.

use super::check::Findings;
use super::{Code, FixKind, Place, Problem};
use crate::document::{ContentType, Header, Row};
use crate::edit::{Edit, Field};
use crate::headers_text::is_token_byte;
use crate::request::{essence, is_content_type};
use crate::secret::MASK;

/// What fetch drops or replaces: the forbidden request-headers of the Fetch standard.
const FORBIDDEN: [&str; 21] = [
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

impl<'a> Findings<'a> {
    pub(super) fn headers(&mut self) {
        let action = self.check.action;
        // Names in lower case, sorted, each with the row that has it first.
        let mut seen: Vec<(String, usize)> = Vec::new();
        for (index, row) in action.headers.iter().enumerate() {
            if row.value.enabled {
                self.header(index, row, &mut seen);
            } else if !self.check.profile.header_switch {
                self.raise(
                    Problem::new(Code::HeaderSwitchIgnored, Place::Header(index))
                        .fix(FixKind::RemoveRow, Edit::RemoveHeader(row.id)),
                );
            }
        }
    }

    fn header(&mut self, index: usize, row: &'a Row<Header>, seen: &mut Vec<(String, usize)>) {
        let name_place = Place::HeaderName(index);
        let value_place = Place::HeaderValue(index);
        let name_text = self.read(name_place, Field::HeaderName(row.id), &row.value.name);
        let value_text = self.read(value_place, Field::HeaderValue(row.id), &row.value.value);
        let name = self.rendered(&name_text, &mut |_| "x");
        let value = self.rendered(&value_text, &mut |_| "");
        let bad = value.text.chars().find_map(|letter| match letter {
            '\r' => Some("CR"),
            '\n' => Some("LF"),
            '\0' => Some("NUL"),
            _ => None,
        });
        if name.text.is_empty() || !name.text.bytes().all(is_token_byte) {
            let problem = self
                .found_in(&name_text, Code::HeaderNameInvalid, name_place)
                .param("name", name.masked());
            self.raise(problem);
        } else if !name_text.has_unknown {
            self.known_header(
                index,
                row,
                &name.text,
                &value.text,
                value_text.has_unknown,
                seen,
            );
        }
        if let Some(bad) = bad {
            let problem = self
                .found_in(&value_text, Code::HeaderValueInvalid, value_place)
                .param("character", bad);
            self.raise(problem);
        } else if let Some((at, letter)) = value
            .text
            .char_indices()
            .find(|&(_, letter)| letter > '\u{ff}')
        {
            let is_secret = value
                .inserted_at(at)
                .is_some_and(|inserted| inserted.secret);
            let shown = if is_secret {
                MASK.to_owned()
            } else {
                letter.to_string()
            };
            let problem = self
                .found_in(&value_text, Code::HeaderNotLatin1, value_place)
                .param("character", shown)
                .range(value.source_range(&(at..at + letter.len_utf8())));
            self.raise(problem);
        }
    }

    /// A row whose name is a name.
    fn known_header(
        &mut self,
        index: usize,
        row: &Row<Header>,
        name: &str,
        value: &str,
        value_has_unknown: bool,
        seen: &mut Vec<(String, usize)>,
    ) {
        let place = Place::HeaderName(index);
        let lower = name.to_ascii_lowercase();
        if is_forbidden(&lower, value) || self.check.replaced_headers.contains(&lower.as_str()) {
            self.raise(Problem::new(Code::HeaderForbidden, place).param("name", &row.value.name));
        }
        if is_content_type(&lower) && !value_has_unknown {
            self.content_type(index, row, value);
        }
        match seen.binary_search_by(|(other, _)| other.cmp(&lower)) {
            Err(at) => seen.insert(at, (lower, index)),
            Ok(at) => {
                let first = seen.get(at).map_or(0, |(_, first)| first + 1);
                self.raise(
                    Problem::new(Code::HeaderDuplicate, place)
                        .param("name", &row.value.name)
                        .param("first", first.to_string()),
                );
            }
        }
    }

    fn content_type(&mut self, index: usize, row: &Row<Header>, value: &str) {
        let drop_down = self.check.action.content_type;
        let said = essence(value);
        if said.eq_ignore_ascii_case(drop_down.as_str()) {
            return;
        }
        let remove = Edit::RemoveHeader(row.id);
        let mut problem = Problem::new(Code::ContentTypeConflict, Place::HeaderValue(index))
            .param("row", &row.value.value)
            .param("dropDown", drop_down.as_str())
            .fix(FixKind::UseDropDownType, remove.clone());
        let chosen = ContentType::ALL
            .iter()
            .find(|choice| said.eq_ignore_ascii_case(choice.as_str()));
        if let Some(&chosen) = chosen {
            problem.other_fix = Some(super::Fix {
                kind: FixKind::UseRowType,
                edit: Edit::Group(vec![remove, Edit::ContentType(chosen)]),
            });
        }
        self.raise(problem);
    }
}

/// Whether fetch forbids the header; the name in lower case.
fn is_forbidden(name: &str, value: &str) -> bool {
    if FORBIDDEN.binary_search(&name).is_ok()
        || name.starts_with("proxy-")
        || name.starts_with("sec-")
    {
        return true;
    }
    matches!(
        name,
        "x-http-method" | "x-http-method-override" | "x-method-override"
    ) && value.split(',').any(|method| {
        let method = method.trim_matches([' ', '\t']);
        ["CONNECT", "TRACE", "TRACK"]
            .iter()
            .any(|forbidden| method.eq_ignore_ascii_case(forbidden))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbids_what_the_standard_forbids() {
        assert!(FORBIDDEN.is_sorted());
        let cases = [
            ("host", "", true),
            ("via", "", true),
            ("proxy-", "", true),
            ("sec-test", "", true),
            ("x-http-method-override", "GET,track ", true),
            ("x-method-override", " connect", true),
            ("x-http-method", "trace,", true),
            ("x-http-method-override", "GETTRACE", false),
            ("x-http-method", "\",TRACE\",", false),
            ("authorization", "", false),
            ("user-agent", "", false),
        ];
        for (name, value, expected) in cases {
            assert_eq!(is_forbidden(name, value), expected, "{name}: {value}");
        }
    }
}
