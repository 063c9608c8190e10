//! Sorting that costs little in the download.
//!
//! The standard library's sorts come with 4 KB of code for each type they sort. This one sorts indices, in one kind, and
//! is stable; the elements are put in order once.

use std::cmp::Ordering;

/// The elements in order; equal ones keep theirs.
#[must_use]
pub fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(
        items.len(),
        &|left, right| match (items.get(left), items.get(right)) {
            (Some(left), Some(right)) => compare(left, right) == Ordering::Greater,
            _ => false,
        },
    );
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|index| items.get_mut(index)?.take())
        .collect()
}

/// The indices of `count` elements in their order: merging ever longer runs, from the bottom up.
fn order(count: usize, is_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in order.chunks(2 * width) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, is_after, &mut merged);
        }
        order = merged;
        width *= 2;
    }
    order
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    is_after: &dyn Fn(usize, usize) -> bool,
    merged: &mut Vec<usize>,
) {
    while let (Some((first, rest_of_left)), Some((second, rest_of_right))) =
        (left.split_first(), right.split_first())
    {
        if is_after(*first, *second) {
            merged.push(*second);
            right = rest_of_right;
        } else {
            merged.push(*first);
            left = rest_of_left;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items: Vec<(u8, u8)>) {
            let by_first = |left: &(u8, u8), right: &(u8, u8)| left.0.cmp(&right.0);
            let mut expected = items.clone();
            expected.sort_by(by_first);
            prop_assert_eq!(sorted(items, by_first), expected);
        }
    }
}
