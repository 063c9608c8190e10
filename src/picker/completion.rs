//! What a chosen name takes the place of.

use std::ops::Range;

use http_action::template::Template;

/// What the reference that somebody is typing at the byte `caret` of `text` takes the place of, and what is looked for;
/// none where no `{{` is open there. The rest of a name and the `}}` behind the caret belong to it, so that a reference
/// can be changed from its middle.
pub(super) fn open_reference(text: &str, caret: usize) -> Option<(Range<usize>, Range<usize>)> {
    let open = Template::open_before(text, caret)?;
    let caret = open.prefix_range.end;
    let end =
        closing_end(text.get(caret..).unwrap_or_default()).map_or(caret, |length| caret + length);
    Some((open.start..end, open.prefix_range))
}

/// How many bytes at the start of `rest` close a reference: what remains of a name, blanks, `}}`.
fn closing_end(rest: &str) -> Option<usize> {
    let after_name = rest
        .trim_start_matches(|letter: char| !letter.is_whitespace() && !matches!(letter, '{' | '}'));
    let after = after_name
        .trim_start_matches([' ', '\t'])
        .strip_prefix("}}")?;
    Some(rest.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::open_reference;

    #[test]
    fn a_reference_is_replaced_as_a_whole() {
        // The caret stands at the bar.
        let cases = [
            ("{{|", Some(("{{", ""))),
            ("{{ho|", Some(("{{ho", "ho"))),
            ("a{{ ho|", Some(("{{ ho", "ho"))),
            ("{{ho|}}", Some(("{{ho}}", "ho"))),
            ("{{ho| }}x", Some(("{{ho }}", "ho"))),
            ("{{ho|st}}x", Some(("{{host}}", "ho"))),
            ("{{ho| st}}", Some(("{{ho", "ho"))),
            ("{{|/{{b}}", Some(("{{", ""))),
            ("{{ho}}|", None),
            ("ho|", None),
            ("", None),
        ];
        for (marked, expected) in cases {
            let caret = marked.find('|').unwrap_or(0);
            let text = marked.replacen('|', "", 1);
            let found = open_reference(&text, caret);
            let found = found
                .as_ref()
                .map(|(range, prefix)| (&text[range.clone()], &text[prefix.clone()]));
            assert_eq!(found, expected, "{marked}");
        }
    }
}
