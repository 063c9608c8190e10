//! A short name for a content: the same bytes, the same name, on every machine.
//!
//! It tells versions of our own files apart, in file names and cache folders. It is no protection
//! against somebody who wants two contents with one name.

/// FNV-1a with 64 bits, as 16 hexadecimal digits.
/// Source: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
pub fn of(bytes: &[u8]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in bytes {
        hash ^= u64::from(*byte);
        hash = hash.wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn gives_the_published_values() {
        assert_eq!(of(b""), "cbf29ce484222325");
        assert_eq!(of(b"a"), "af63dc4c8601ec8c");
        assert_eq!(of(b"foobar"), "85944171f73967e8");
    }
}
