//! CSS without what only its authors need: comments, indentation and empty lines.
//!
//! No minifier: it changes nothing inside a line.

/// Leaves out comments outside of strings, the spaces around each line, and empty lines.
pub fn stripped(source: &str) -> String {
    let mut lines = String::with_capacity(source.len());
    for line in without_comments(source).lines() {
        let line = line.trim();
        if !line.is_empty() {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    lines
}

fn without_comments(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut characters = source.chars().peekable();
    let mut quote = None;
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(_), '\\') => {
                kept.push(character);
                kept.extend(characters.next());
                continue;
            }
            (Some(open), _) if open == character => quote = None,
            (None, '"' | '\'') => quote = Some(character),
            (None, '/') if characters.peek() == Some(&'*') => {
                characters.next();
                let mut before = ' ';
                for inside in characters.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
                // A comment separates words, as a space does.
                kept.push(' ');
                continue;
            }
            _ => {}
        }
        kept.push(character);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::stripped;

    #[test]
    fn keeps_what_a_browser_reads() {
        let cases = [
            ("a {\n  color: red;\n}\n", "a {\ncolor: red;\n}\n"),
            ("/* first */\n\na { /* in */ }\n", "a {   }\n"),
            ("a/**/b {}", "a b {}\n"),
            (
                "a::before { content: \"/* text */\"; }",
                "a::before { content: \"/* text */\"; }\n",
            ),
            (
                "a::before { content: \"\\\"/*\"; } /* x */",
                "a::before { content: \"\\\"/*\"; }\n",
            ),
            (
                "a { b: 'it\"s' } /**** stars ****/ c {}",
                "a { b: 'it\"s' }   c {}\n",
            ),
            ("/*/ still a comment */ a {}", "a {}\n"),
            ("/* never closed", ""),
            ("", ""),
        ];
        for (source, expected) in cases {
            assert_eq!(stripped(source), expected, "{source}");
        }
    }
}
