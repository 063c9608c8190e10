//! A change of text: a range, and what stands there afterwards.

use std::ops::Range;

/// Replaces a range of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// What is replaced, in bytes of the text before.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

impl Splice {
    /// Replaces `range` by `text`.
    #[must_use]
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            range,
            text: text.into(),
        }
    }

    /// Changes `before` into `after`, touching as little as possible.
    #[must_use]
    pub fn between(before: &str, after: &str) -> Self {
        let mut start = before
            .bytes()
            .zip(after.bytes())
            .take_while(|(left, right)| left == right)
            .count();
        while !before.is_char_boundary(start) || !after.is_char_boundary(start) {
            start -= 1;
        }
        let longest = before.len().min(after.len()) - start;
        let mut end = before
            .bytes()
            .rev()
            .zip(after.bytes().rev())
            .take(longest)
            .take_while(|(left, right)| left == right)
            .count();
        while !before.is_char_boundary(before.len() - end)
            || !after.is_char_boundary(after.len() - end)
        {
            end -= 1;
        }
        Self::new(
            start..before.len() - end,
            after.get(start..after.len() - end).unwrap_or_default(),
        )
    }

    /// Where the inserted text stands afterwards.
    #[must_use]
    pub fn range_after(&self) -> Range<usize> {
        self.range.start..self.range.start + self.text.len()
    }

    /// Carries it out and hands back the way back; nothing happens where the range is not one of `text`.
    pub fn apply(&self, text: &mut String) -> Option<Self> {
        let removed = text.get(self.range.clone())?.to_owned();
        text.replace_range(self.range.clone(), &self.text);
        Some(Self {
            range: self.range_after(),
            text: removed,
        })
    }

    /// One way back for two: `self` takes back an edit, `later` the edit right after it. None where the two do not
    /// touch, since then they are no single splice.
    #[must_use]
    pub fn join_inverse(&self, later: &Self, later_edit: &Self) -> Option<Self> {
        // In the text between the two edits: what the first one inserted, and what the second one replaced.
        let inserted = &self.range;
        let replaced = &later_edit.range;
        if replaced.start > inserted.end || replaced.end < inserted.start {
            return None;
        }
        let removed = &later.text;
        let before = inserted.start.saturating_sub(replaced.start);
        let after = replaced.end.saturating_sub(inserted.end);
        let mut text = removed.get(..before)?.to_owned();
        text.push_str(&self.text);
        text.push_str(removed.get(removed.len() - after..)?);
        let start = inserted.start.min(replaced.start);
        let kept_before = replaced.start.saturating_sub(inserted.start);
        let kept_after = inserted.end.saturating_sub(replaced.end);
        Some(Self {
            range: start..start + kept_before + later_edit.text.len() + kept_after,
            text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_finds_the_smallest_change() {
        for (before, after, range, text) in [
            ("", "a", 0..0, "a"),
            ("abc", "abc", 3..3, ""),
            ("abc", "ac", 1..2, ""),
            ("aa", "aaa", 2..2, "a"),
            ("é", "è", 0..2, "è"),
            ("x😀y", "x😁y", 1..5, "😁"),
        ] {
            let splice = Splice::between(before, after);
            assert_eq!(splice, Splice::new(range, text), "{before} {after}");
            let mut changed = before.to_owned();
            splice.apply(&mut changed);
            assert_eq!(changed, after);
        }
    }

    #[test]
    fn two_touching_edits_have_one_way_back() {
        let start = "hello world";
        for (first, second) in [
            (Splice::new(5..5, "a"), Splice::new(6..6, "b")),
            (Splice::new(5..5, "abc"), Splice::new(7..8, "")),
            (Splice::new(5..6, ""), Splice::new(4..5, "")),
            (Splice::new(5..6, "xyz"), Splice::new(3..10, "Q")),
            (Splice::new(5..6, "xyz"), Splice::new(6..7, "long")),
        ] {
            let mut text = start.to_owned();
            let back = first.apply(&mut text).expect("in range");
            let later = second.apply(&mut text).expect("in range");
            back.join_inverse(&later, &second)
                .expect("they touch")
                .apply(&mut text);
            assert_eq!(text, start, "{first:?} {second:?}");
        }
    }

    #[test]
    fn edits_far_apart_stay_two() {
        let mut text = "hello world".to_owned();
        let first = Splice::new(0..1, "H");
        let back = first.apply(&mut text).expect("in range");
        let second = Splice::new(6..7, "W");
        let later = second.apply(&mut text).expect("in range");
        assert_eq!(back.join_inverse(&later, &second), None);
    }
}
