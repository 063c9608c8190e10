//! The action and its closed sets of values.

use super::condition::Condition;
use super::row::Row;
use super::unknown_fields::UnknownFields;

/// The version of the document's form that this crate writes.
pub const VERSION: u32 = 1;

/// An HTTP request action.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", default))]
pub struct HttpAction {
    /// The host's identifier, kept untouched.
    pub id: String,
    /// The custom name; empty means the default name, "HTTP request".
    pub name: String,
    /// A disabled action is passed over by the run.
    pub enabled: bool,
    /// The URL, a template. Required.
    pub url: String,
    /// The request's method.
    pub method: Method,
    /// The content type of the drop-down.
    pub content_type: ContentType,
    /// The body, a template.
    pub body: String,
    /// The header rows, in the order in which they are sent.
    pub headers: Vec<Row<Header>>,
    /// The conditions; all must hold.
    pub conditions: Vec<Row<Condition>>,
    /// What the run does when the action fails.
    pub on_failure: OnFailure,
    /// The automation variable that receives the response body.
    pub output_variable: Option<String>,
    /// Further attempts after the first.
    pub retries: u32,
    /// What this version does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown_fields: UnknownFields,
}

impl Default for HttpAction {
    fn default() -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            enabled: true,
            url: String::new(),
            method: Method::default(),
            content_type: ContentType::default(),
            body: String::new(),
            headers: Vec::new(),
            conditions: Vec::new(),
            on_failure: OnFailure::default(),
            output_variable: None,
            retries: 0,
            unknown_fields: UnknownFields::default(),
        }
    }
}

/// A row of the headers.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", default))]
pub struct Header {
    /// The header's name, a template.
    pub name: String,
    /// The header's value, a template.
    pub value: String,
    /// Switches the row off without losing it.
    pub enabled: bool,
    /// What this version does not know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown_fields: UnknownFields,
}

impl Default for Header {
    fn default() -> Self {
        Self {
            name: String::new(),
            value: String::new(),
            enabled: true,
            unknown_fields: UnknownFields::default(),
        }
    }
}

/// Writes an enumeration whose values stand for strings of the document.
macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_meta])* #[cfg_attr(feature = "schema", schemars(rename = $text))] $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Their names in the document, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// Its name in the document.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }

            /// The one of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == name)
            }
        }
    };
}
pub(super) use closed_set;

closed_set! {
    /// The method: exactly these five, in this order.
    #[derive(Default)]
    Method {
        /// Reads; a body never goes along.
        #[default]
        Get = "GET",
        /// Creates, or whatever the endpoint makes of it.
        Post = "POST",
        /// Replaces.
        Put = "PUT",
        /// Deletes.
        Delete = "DELETE",
        /// Changes.
        Patch = "PATCH",
    }
}

closed_set! {
    /// The content type of the drop-down.
    #[derive(Default)]
    ContentType {
        /// JSON payloads.
        #[default]
        Json = "application/json",
        /// Plain text.
        Text = "text/plain",
        /// Form submissions.
        Form = "application/x-www-form-urlencoded",
    }
}

closed_set! {
    /// What the run does when the action fails.
    #[derive(Default)]
    OnFailure {
        /// The run stops, its status is Failed.
        #[default]
        FailPipeline = "fail_pipeline",
        /// The run goes on, its status is Warning.
        Continue = "continue",
    }
}
