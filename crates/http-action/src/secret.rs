//! A text that must not be seen by accident.
//!
//! Everything that usually prints a value (`Debug`, `Display`, serialisation) shows [`MASK`] instead. Nothing here
//! decides *what* is secret: that is the scope's matter.

use std::fmt;

/// What stands for a secret wherever one would be seen. Its length tells nothing of the secret's.
pub const MASK: &str = "••••••••";

/// A text whose every printed form is [`MASK`].
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps `text` from being shown.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself. Whoever calls this answers for where it goes.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl serde::Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(MASK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_itself_only_when_asked() {
        let secret = Secret::from("hunter2");
        assert_eq!(
            format!("{secret} {secret:?} {:?}", Some(&secret)),
            format!("{MASK} {MASK} Some({MASK})")
        );
        assert_eq!(
            serde_json::to_string(&secret).ok(),
            Some(format!("\"{MASK}\""))
        );
        assert_eq!(secret.reveal(), "hunter2");
    }
}
