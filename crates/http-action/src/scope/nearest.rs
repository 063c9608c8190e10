//! The name that was probably meant by one that does not exist.

use super::names::Entry;

/// Which letters a name holds, one bit each, case aside: a sieve that spares most names the comparison. One changed
/// letter changes at most two bits.
pub(super) fn letters(name: &str) -> u64 {
    let mut set = 0;
    for byte in name.bytes() {
        set |= 1 << (byte.to_ascii_lowercase() & 63);
    }
    set
}

/// The entry whose name takes the fewest changed, added or left out letters, case aside, as long as these are few for
/// the name's length; otherwise the one that ends in `_` and the name.
pub(super) fn nearest<'a>(entries: &'a [Entry], name: &str) -> Option<&'a str> {
    let wanted: Vec<u8> = name.bytes().map(|byte| byte.to_ascii_lowercase()).collect();
    if wanted.len() < 2 {
        return None;
    }
    // A third of the letters: beyond that, any two words are alike.
    let mut limit = (wanted.len() / 3).clamp(1, 4);
    let set = letters(name);
    let mut best = None;
    let mut row = Vec::new();
    for entry in entries {
        if (entry.letters ^ set).count_ones() as usize > limit * 2 {
            continue;
        }
        if let Some(distance) = distance(&wanted, entry.name.as_bytes(), limit, &mut row) {
            best = Some(entry.name.as_str());
            if distance == 0 {
                break;
            }
            limit = distance - 1;
        }
    }
    best.or_else(|| {
        let ending = |entry: &&Entry| {
            wanted.len() >= 4
                && entry
                    .name
                    .strip_suffix(name)
                    .is_some_and(|before| before.ends_with('_'))
        };
        entries.iter().find(ending).map(|entry| entry.name.as_str())
    })
}

/// Levenshtein's distance of two names in bytes, if it is at most `limit`. `row` is room to work in.
fn distance(wanted: &[u8], name: &[u8], limit: usize, row: &mut Vec<usize>) -> Option<usize> {
    if wanted.len().abs_diff(name.len()) > limit {
        return None;
    }
    row.clear();
    row.extend(0..=wanted.len());
    for (line, byte) in name.iter().enumerate() {
        let byte = byte.to_ascii_lowercase();
        let mut diagonal = line;
        let mut left = line + 1;
        let mut least = left;
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (cell, &expected) in cells.zip(wanted) {
            let above = *cell;
            left = (diagonal + usize::from(expected != byte))
                .min(above + 1)
                .min(left + 1);
            *cell = left;
            least = least.min(left);
            diagonal = above;
        }
        if least > limit {
            return None;
        }
    }
    row.last().copied().filter(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn counts_changes() {
        let cases = [
            ("", "", 0),
            ("kitten", "sitting", 3),
            ("abc", "abc", 0),
            ("abc", "ABC", 0),
            ("abc", "ab", 1),
            ("ab", "ba", 2),
        ];
        for (a, b, expected) in cases {
            assert_eq!(
                distance(a.as_bytes(), b.as_bytes(), 9, &mut Vec::new()),
                Some(expected),
                "{a} {b}"
            );
        }
        assert_eq!(distance(b"kitten", b"sitting", 2, &mut Vec::new()), None);
    }
}
