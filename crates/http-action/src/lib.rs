//! The HTTP request action of an automation.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        reason = "a test may fail loudly"
    )
)]

pub mod document;
pub mod edit;
pub mod form;
pub mod headers_text;
pub mod json;
pub mod order;
pub mod problem;
pub mod profile;
pub mod render;
pub mod request;
pub mod run;
pub mod scope;
pub mod secret;
pub mod template;
pub mod text_position;
