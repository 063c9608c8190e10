//! The fuzzy search of the picker: which entries a query means, best first.
//!
//! A query is split at white space. Each of its words must be found in an entry's label or name as a subsequence of its
//! characters, case and the accents of Latin-1 set aside. The search is redone at every key over ten thousand entries,
//! so nothing is allocated per entry.

use crate::order::sorted;
/// What one matched character is worth; every other figure is relative to it.
const MATCH: i32 = 16;
/// More for a character right after the one matched before it.
const CONSECUTIVE: i32 = 12;
/// More for the first character of a word.
const WORD_START: i32 = 10;
/// More for the first character of all.
const TEXT_START: i32 = 8;
/// More when nothing but the query is there.
const WHOLE: i32 = 24;
/// How many places in one text are tried for the best match.
const TRIES: usize = 3;

/// The indices of the entries, each a label and a name, that `query` finds, the best match first and equal ones in
/// the order given. An empty query finds all.
#[must_use]
pub fn search(entries: &[(&str, &str)], query: &str) -> Vec<usize> {
    let mut letters: Vec<char> = Vec::new();
    for word in query.split_whitespace() {
        if !letters.is_empty() {
            letters.push(' ');
        }
        letters.extend(word.chars().map(fold));
    }
    let mut found: Vec<(i32, usize)> = Vec::with_capacity(entries.len());
    for (index, (label, name)) in entries.iter().enumerate() {
        if let Some(score) = entry_score(label, name, &letters) {
            found.push((-score, index));
        }
    }
    if !letters.is_empty() {
        found = sorted(found, |(left, _), (right, _)| left.cmp(right));
    }
    found.into_iter().map(|(_, index)| index).collect()
}

/// How well an entry matches all words, or none if one of them is nowhere in it.
fn entry_score(label: &str, name: &str, letters: &[char]) -> Option<i32> {
    let mut sum = 0;
    for word in letters.split(|&letter| letter == ' ') {
        let by_label = text_score(label, word);
        let by_name = if label == name {
            None
        } else {
            text_score(name, word)
        };
        sum += by_label.max(by_name)?;
    }
    Some(sum)
}

/// The best of the first few places at which the word stands in the text as a subsequence.
fn text_score(text: &str, word: &[char]) -> Option<i32> {
    let mut from = 0;
    let mut best = None;
    for _ in 0..TRIES {
        let Some((start, end)) = window(text, from, word) else {
            break;
        };
        best = best.max(Some(window_score(text, start, end, word)));
        if start == 0 && end == word.len() {
            // Nothing beats the very beginning.
            break;
        }
        from = start
            + text
                .get(start..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8);
    }
    best
}

/// The first stretch of the text, from the byte `from` on, that holds the word as a subsequence, with its start drawn
/// as near to its end as it goes.
fn window(text: &str, from: usize, word: &[char]) -> Option<(usize, usize)> {
    let mut wanted = word.iter();
    let mut next = wanted.next();
    let mut end = from;
    for (at, letter) in text.get(from..)?.char_indices() {
        let Some(&expected) = next else { break };
        if fold(letter) == expected {
            end = from + at + letter.len_utf8();
            next = wanted.next();
        }
    }
    if next.is_some() {
        return None;
    }
    let mut wanted = word.iter().rev();
    let mut next = wanted.next();
    let mut start = end;
    for (at, letter) in text.get(from..end)?.char_indices().rev() {
        let Some(&expected) = next else { break };
        if fold(letter) == expected {
            start = from + at;
            next = wanted.next();
        }
    }
    Some((start, end))
}

fn window_score(text: &str, start: usize, end: usize, word: &[char]) -> i32 {
    let mut before = text.get(..start).and_then(|head| head.chars().next_back());
    let mut wanted = word.iter().peekable();
    let mut score = 0;
    let mut consecutive = false;
    for letter in text.get(start..end).unwrap_or("").chars() {
        if wanted
            .next_if(|&&expected| expected == fold(letter))
            .is_some()
        {
            score += MATCH;
            if consecutive {
                score += CONSECUTIVE;
            }
            match before {
                None => score += WORD_START + TEXT_START,
                Some(before) if starts_word(before, letter) => score += WORD_START,
                Some(_) => {}
            }
            consecutive = true;
        } else {
            score -= 1;
            consecutive = false;
        }
        before = Some(letter);
    }
    if start == 0 && end == text.len() {
        score += WHOLE;
    }
    score
}

fn starts_word(before: char, letter: char) -> bool {
    !before.is_alphanumeric() || (before.is_lowercase() && letter.is_uppercase())
}

/// The base letters of U+00C0 to U+00FF, in their order; a `.` where there is none.
const LATIN_1: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y";

/// A character without its case and, in Latin-1, its accent.
fn fold(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let base = u32::from(letter)
        .checked_sub(0xc0)
        .and_then(|index| LATIN_1.get(index as usize));
    match base {
        Some(b'.') | None => lower_case(letter),
        Some(&base) => char::from(base),
    }
}

/// The lower case of Greek and Cyrillic capitals, and of Latin ones beyond Latin-1. The standard library knows every
/// script, by tables of 15 KB; others are found in the case in which they are typed.
fn lower_case(letter: char) -> char {
    let code = u32::from(letter);
    let lower = match code {
        // Latin Extended-A and Cyrillic supplements: capitals are the even ones, then for a while the odd ones.
        0x100..=0x137 | 0x14a..=0x177 | 0x460..=0x481 | 0x48a..=0x4bf => code | 1,
        0x139..=0x148 | 0x179..=0x17e => code + (code & 1),
        0x391..=0x3a9 | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::search;

    const ENTRIES: [(&str, &str); 8] = [
        ("Device ID", "level_device_id"),
        ("Hostname", "level_device_hostname"),
        ("MAC Address", "cf_mac_address"),
        ("Operating system", "level_device_os"),
        ("OS version", "level_device_os_version"),
        ("Tag IDs", "level_tag_ids"),
        ("Émile's numéro", "cf_emile"),
        ("api_token", "api_token"),
    ];

    fn names(query: &str) -> Vec<&'static str> {
        search(&ENTRIES, query)
            .into_iter()
            .map(|index| ENTRIES[index].1)
            .collect()
    }

    #[test]
    fn finds_everything_for_nothing() {
        assert_eq!(search(&ENTRIES, " "), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert!(search(&[], "a").is_empty());
    }

    #[test]
    fn puts_the_best_first() {
        let cases = [
            ("host", "level_device_hostname"),
            ("mac", "cf_mac_address"),
            ("MACADDR", "cf_mac_address"),
            ("addr mac", "cf_mac_address"),
            ("os", "level_device_os_version"),
            ("osv", "level_device_os_version"),
            ("version os", "level_device_os_version"),
            ("tagid", "level_tag_ids"),
            ("device id", "level_device_id"),
            ("emile", "cf_emile"),
            ("NUMERO", "cf_emile"),
            ("tok", "api_token"),
            ("api_token", "api_token"),
        ];
        for (query, expected) in cases {
            assert_eq!(
                names(query).first(),
                Some(&expected),
                "{query:?} finds {:?}",
                names(query)
            );
        }
    }

    #[test]
    fn leaves_out_what_does_not_match() {
        assert_eq!(names("mac x"), Vec::<&str>::new());
        assert_eq!(names("zzz"), Vec::<&str>::new());
        assert_eq!(names("émile"), ["cf_emile"]);
    }
}
