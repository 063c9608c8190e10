//! The editor of an automation's HTTP request action, in the browser.
//!
//! What an action *is* lives in the crate `http-action`; this crate shows it and does what needs a browser. Data flows
//! one way: a host hands a document, a scope and a profile to [`embedding`]; the [`editor`]'s state holds them; what a
//! person does becomes an edit of the document; all that is on the screen is derived from it; and the host hears of the
//! change. The standalone [`page`] is a host like any other.
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

mod reactive;
mod view;

pub mod editor;
pub mod embedding;
pub mod page;
pub mod picker;
pub mod sending;
pub mod testing;
pub mod texts;
