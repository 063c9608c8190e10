//! Moving through a list of options by key.

/// Where a key takes the active option of `count`, `page` of which can be seen at once; none if it is no such key. From
/// the ends the arrows go on at the other end; where no option is active, they begin at an end.
pub(super) fn moved(key: &str, active: Option<usize>, count: usize, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let active = active.map(|active| active.min(last));
    Some(match key {
        "ArrowDown" => active
            .filter(|active| *active < last)
            .map_or(0, |active| active + 1),
        "ArrowUp" => active
            .and_then(|active| active.checked_sub(1))
            .unwrap_or(last),
        "Home" => 0,
        "End" => last,
        "PageDown" => active.map_or(0, |active| (active + page).min(last)),
        "PageUp" => active.unwrap_or(0).saturating_sub(page),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn keys_move_within_the_list() {
        let cases = [
            ("ArrowDown", Some(0), Some(1)),
            ("ArrowDown", Some(9), Some(0)),
            ("ArrowDown", None, Some(0)),
            ("ArrowUp", Some(0), Some(9)),
            ("ArrowUp", Some(5), Some(4)),
            ("ArrowUp", None, Some(9)),
            ("Home", Some(5), Some(0)),
            ("End", Some(5), Some(9)),
            ("PageDown", Some(5), Some(8)),
            ("PageDown", Some(8), Some(9)),
            ("PageUp", Some(2), Some(0)),
            ("a", Some(2), None),
        ];
        for (key, active, expected) in cases {
            assert_eq!(moved(key, active, 10, 3), expected, "{key} {active:?}");
        }
        assert_eq!(moved("ArrowDown", None, 0, 3), None);
    }
}
