//! The request that an action makes: the one value from which the preview is written and which is sent.

mod build;
mod lines;

use crate::document::Method;
use crate::render::Rendered;

pub use build::{EffectiveType, build, effective_content_type};
pub(crate) use build::{essence, is_content_type};

/// A request, rendered for one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The URL.
    pub url: Rendered,
    /// The headers, one for each row that is sent, in their order.
    pub headers: Vec<RequestHeader>,
    /// The body; none where none is sent.
    pub body: Option<Rendered>,
}

/// A header of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestHeader {
    /// Its name.
    pub name: Rendered,
    /// Its value, without spaces and tabs at its ends.
    pub value: Rendered,
    /// Where it comes from.
    pub origin: HeaderOrigin,
}

/// Where a header comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderOrigin {
    /// A header row.
    You,
    /// The content type's drop-down.
    ContentType,
}

/// Whether secrets are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// As masks.
    Masked,
    /// In the clear.
    Revealed,
}
