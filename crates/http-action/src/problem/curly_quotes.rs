//! Typographic quotes, which word processors put where JSON wants straight ones.

use crate::template::{Part, Template};
use crate::text_position::slice;

fn is_curly(letter: char) -> bool {
    matches!(letter, '“' | '”' | '„' | '‟' | '«' | '»')
}

fn is_curly_single(letter: char) -> bool {
    matches!(letter, '‘' | '’' | '‚' | '‛')
}

enum State {
    Outside,
    /// In a string that began with a straight quote.
    Straight,
    /// In a string that began with a curly one.
    Curly,
}

/// The template with straight quotes, in two readings: only where a curly quote begins or ends a string (those inside a
/// straight string are text), and everywhere. None where there is no curly quote.
pub(super) fn straightened(template: &Template<'_>) -> Option<[String; 2]> {
    let source = template.source();
    if !source
        .chars()
        .any(|letter| is_curly(letter) || is_curly_single(letter))
    {
        return None;
    }
    let mut delimiters = String::with_capacity(source.len());
    let mut all = String::with_capacity(source.len());
    let mut state = State::Outside;
    for part in template.parts() {
        let text = slice(source, part.range());
        if let Part::Reference(_) = part {
            delimiters.push_str(text);
            all.push_str(text);
            continue;
        }
        let mut escaped = false;
        for letter in text.chars() {
            all.push(if is_curly(letter) { '"' } else { letter });
            let mut written = letter;
            match state {
                _ if escaped => escaped = false,
                State::Outside if is_curly(letter) || is_curly_single(letter) => {
                    written = '"';
                    state = State::Curly;
                }
                State::Outside if letter == '"' => state = State::Straight,
                State::Outside => {}
                State::Straight | State::Curly if letter == '\\' => escaped = true,
                State::Straight if letter == '"' => state = State::Outside,
                State::Curly if is_curly(letter) || is_curly_single(letter) || letter == '"' => {
                    written = '"';
                    state = State::Outside;
                }
                State::Straight | State::Curly => {}
            }
            delimiters.push(written);
        }
    }
    Some([delimiters, all])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straightens_what_delimits() {
        let cases = [
            ("{“a”: “b”}", "{\"a\": \"b\"}"),
            ("{\"a\": \"it’s “so”\"}", "{\"a\": \"it’s “so”\"}"),
            ("{‘a’: “{{x}}”}", "{\"a\": \"{{x}}\"}"),
            ("{“a\": \"“\"}", "{\"a\": \"“\"}"),
        ];
        for (text, expected) in cases {
            let straight = straightened(&Template::parse(text)).map(|[delimiters, _]| delimiters);
            assert_eq!(straight.as_deref(), Some(expected));
        }
        assert_eq!(straightened(&Template::parse("{\"a\": 1}")), None);
    }
}
