//! The codes, each with its severity and what it usually blocks.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something may not do what was meant.
    Warning,
    /// Something is wrong.
    Error,
}

impl Severity {
    /// Its name in a problem's public form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a problem stands in the way of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocks {
    /// Saving, and with it testing.
    Save,
    /// Testing only.
    Test,
}

impl Blocks {
    /// Its name in a problem's public form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Test => "test",
        }
    }
}

macro_rules! codes {
    ($($(#[$meta:meta])* $code:ident = $text:literal, $severity:ident, $blocks:expr;)+) => {
        /// What was found. Codes are public and never change their meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$meta])* $code,)+
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$code),+];

            /// Its public name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $text,)+
                }
            }

            /// How bad it is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                }
            }

            /// What it blocks, unless where it was found says otherwise.
            #[must_use]
            pub const fn blocks(self) -> Option<Blocks> {
                match self {
                    $(Self::$code => $blocks,)+
                }
            }
        }
    };
}

const SAVE: Option<Blocks> = Some(Blocks::Save);
const TEST: Option<Blocks> = Some(Blocks::Test);

codes! {
    /// There is no URL.
    UrlMissing = "url_missing", Error, SAVE;
    /// It is no absolute http or https URL. Parameters: none.
    UrlNotAbsolute = "url_not_absolute", Error, SAVE;
    /// User or password in the URL, which fetch refuses.
    UrlHasCredentials = "url_has_credentials", Warning, TEST;
    /// A name that is not in scope. Parameters: `name`, and `nearest` where a name comes near.
    ReferenceUnknown = "reference_unknown", Warning, TEST;
    /// A name in scope without a value. Parameters: `name`, and `device`, its name, where one is chosen.
    ReferenceWithoutValue = "reference_without_value", Warning, None;
    /// A `{{` with no `}}` on its line.
    ReferenceUnclosed = "reference_unclosed", Warning, None;
    /// A `{{…}}` that is no reference. Parameters: `text`.
    ReferenceMalformed = "reference_malformed", Warning, None;
    /// A `##` before a reference. Parameters: `name`.
    ReferenceHashPrefix = "reference_hash_prefix", Warning, None;
    /// Two things in scope under one name. Parameters: `name`.
    NameClash = "name_clash", Warning, None;
    /// The body is not JSON. Parameters: `line`, `column`, `reason` (see [`Problem`](super::Problem)), and `name` where
    /// the value of that reference breaks it.
    BodyNotJson = "body_not_json", Error, SAVE;
    /// Two members of one object have one name. Parameters: `key`, `line`, `column`.
    JsonKeyDuplicate = "json_key_duplicate", Error, TEST;
    /// The body is not written as a form. Parameters: `line`, `column`.
    BodyNotForm = "body_not_form", Error, SAVE;
    /// A body with GET.
    BodyNotSent = "body_not_sent", Warning, None;
    /// A header's name is empty or no token. Parameters: `name`.
    HeaderNameInvalid = "header_name_invalid", Error, SAVE;
    /// A header's value holds a line break or NUL. Parameters: `character`: `CR`, `LF` or `NUL`.
    HeaderValueInvalid = "header_value_invalid", Error, SAVE;
    /// A header's value goes beyond Latin-1, which fetch refuses. Parameters: `character`, masked
    /// where it is a secret's.
    HeaderNotLatin1 = "header_not_latin1", Warning, TEST;
    /// A header's name was there before. Parameters: `name`, `first`: the number of the row that has it, from 1.
    HeaderDuplicate = "header_duplicate", Warning, None;
    /// The browser drops or replaces the header in a test. Parameters: `name`.
    HeaderForbidden = "header_forbidden", Warning, None;
    /// A row is switched off, but the runner has no such switch.
    HeaderSwitchIgnored = "header_switch_ignored", Warning, None;
    /// A `Content-Type` row says other than the drop-down. Parameters: `row`, `dropDown`.
    ContentTypeConflict = "content_type_conflict", Warning, None;
    /// The number of retries is none. Parameters: `max`, where there is a limit.
    RetriesOutOfRange = "retries_out_of_range", Error, SAVE;
    /// A method that writes may do so several times. Parameters: `method`, `times`.
    RetryRepeatsWrite = "retry_repeats_write", Warning, None;
    /// The output variable's name cannot be referred to. Parameters: `name`.
    VariableNameInvalid = "variable_name_invalid", Error, SAVE;
    /// Something in a condition has not been chosen.
    ConditionIncomplete = "condition_incomplete", Error, SAVE;
    /// A condition names something that is not in scope. Parameters: `name`.
    ConditionOutOfScope = "condition_out_of_scope", Warning, None;
}
