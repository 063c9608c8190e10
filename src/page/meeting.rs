//! What becomes of an action that another tab may have changed as well.

/// What this tab has to do about an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// Nothing: nobody else was there.
    Same,
    /// Take over what the other tab stored.
    TakeOver,
    /// Take it off the list: the other tab deleted it.
    Removed,
    /// Keep it, though the other tab deleted it: it holds edits of this tab.
    KeepAfterRemoval,
    /// Keep both versions: this tab's gets a name of its own in the storage, and the other tab's stays.
    Fork,
}

/// Compares what this tab last saw in the storage with what stands there now. `touched` says that this tab holds
/// unsaved edits of its own.
#[must_use]
pub fn meet(seen: Option<&str>, touched: bool, now: Option<&str>) -> Meeting {
    match now {
        _ if seen == now => Meeting::Same,
        Some(_) if touched || seen.is_none() => Meeting::Fork,
        Some(_) => Meeting::TakeOver,
        None if touched => Meeting::KeepAfterRemoval,
        None => Meeting::Removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_unsaved_edit_is_ever_written_over() {
        let cases = [
            (Some("a"), false, Some("a"), Meeting::Same),
            (Some("a"), true, Some("a"), Meeting::Same),
            (None, true, None, Meeting::Same),
            (Some("a"), false, Some("b"), Meeting::TakeOver),
            (Some("a"), true, Some("b"), Meeting::Fork),
            (None, false, Some("b"), Meeting::Fork),
            (Some("a"), false, None, Meeting::Removed),
            (Some("a"), true, None, Meeting::KeepAfterRemoval),
        ];
        for (seen, touched, now, meeting) in cases {
            assert_eq!(
                meet(seen, touched, now),
                meeting,
                "{seen:?} {touched} {now:?}"
            );
        }
    }
}
