//! Which rows of a long list are in the page: those that can be seen, and the active one.
//!
//! All measures are CSS pixels, the same as in the stylesheet.

use std::ops::Range;

use super::listing::{Group, Listing};

/// The height of an option.
pub(super) const ROW: i32 = 44;
/// The height of a group's heading.
pub(super) const HEADING: i32 = 28;
/// How far beyond what can be seen rows are made, so that none is missing while one scrolls.
const MARGIN: i32 = 4 * ROW;

/// The part of the list that can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scrolled {
    /// Where it begins.
    pub top: i32,
    /// How high it is.
    pub height: i32,
}

impl Default for Scrolled {
    fn default() -> Self {
        Self {
            top: 0,
            height: 9 * ROW,
        }
    }
}

impl Group {
    /// How high the group is, its heading included.
    pub(super) fn height(&self) -> i32 {
        HEADING + rows_height(self.entries.len())
    }

    /// The rows to make, counted within the group and in order.
    pub(super) fn rows(&self, scrolled: Scrolled, active: usize) -> Vec<usize> {
        let first = self.top + HEADING;
        let seen = row_at(scrolled.top - MARGIN - first)
            ..row_at(scrolled.top + scrolled.height + MARGIN + ROW - first);
        let seen = clamp(seen, self.entries.len());
        let active = active
            .checked_sub(self.first)
            .filter(|row| *row < self.entries.len() && !seen.contains(row));
        let before = active.filter(|row| *row < seen.start);
        let after = active.filter(|row| *row >= seen.end);
        before.into_iter().chain(seen).chain(after).collect()
    }
}

impl Listing {
    /// Where the list must be scrolled to so that an option can be seen, below its group's heading.
    pub(super) fn scroll_to(&self, option: usize, scrolled: Scrolled) -> i32 {
        let Some((group, row)) = self.place(option) else {
            return 0;
        };
        let top = group.top + rows_height(row);
        let bottom = top + HEADING + ROW;
        if row == 0 && group.top < scrolled.top || top < scrolled.top {
            top
        } else {
            scrolled.top.max(bottom - scrolled.height)
        }
    }
}

/// The height of so many rows.
pub(super) fn rows_height(rows: usize) -> i32 {
    i32::try_from(rows)
        .unwrap_or(i32::MAX / ROW)
        .saturating_mul(ROW)
}

fn row_at(offset: i32) -> usize {
    usize::try_from(offset / ROW).unwrap_or(0)
}

fn clamp(range: Range<usize>, length: usize) -> Range<usize> {
    range.start.min(length)..range.end.min(length)
}

#[cfg(test)]
mod tests {
    use http_action::scope::Origin;

    use super::*;

    fn listing(lengths: &[usize]) -> Listing {
        let mut listing = Listing::default();
        let origins = [Origin::Variable, Origin::System, Origin::CustomField];
        let mut next = 0;
        for (origin, length) in origins.into_iter().zip(lengths) {
            for _ in 0..*length {
                listing.add(origin, next);
                next += 1;
            }
        }
        listing.lay_out();
        listing
    }

    #[test]
    fn only_rows_in_sight_and_the_active_one_are_made() {
        let listing = listing(&[10_000, 19]);
        let [variables, system] = &listing.groups[..] else {
            panic!("two groups");
        };
        let scrolled = Scrolled {
            top: 0,
            height: 400,
        };
        assert_eq!(variables.rows(scrolled, 0), (0..13).collect::<Vec<_>>());
        assert!(system.rows(scrolled, 0).is_empty());
        assert_eq!(system.rows(scrolled, 10_005), [5]);
        let deep = Scrolled {
            top: 44_000,
            height: 400,
        };
        let rows = variables.rows(deep, 2);
        assert_eq!(rows.first(), Some(&2));
        assert!(rows.contains(&1_000) && rows.len() < 25, "{rows:?}");
        assert_eq!(variables.rows(deep, 9_999).last(), Some(&9_999));
        assert_eq!(system.top, HEADING + 10_000 * ROW);
    }

    #[test]
    fn scrolling_moves_no_more_than_it_must() {
        let listing = listing(&[3, 19]);
        let scrolled = Scrolled {
            top: 0,
            height: 200,
        };
        assert_eq!(listing.scroll_to(0, scrolled), 0);
        assert_eq!(listing.scroll_to(2, scrolled), 0);
        // The second group begins at 160; its first row ends at 160 + 28 + 44.
        assert_eq!(listing.scroll_to(3, scrolled), 32);
        assert_eq!(
            listing.scroll_to(
                4,
                Scrolled {
                    top: 500,
                    height: 200
                }
            ),
            160 + 44
        );
        assert_eq!(listing.scroll_to(99, scrolled), 0);
    }
}
