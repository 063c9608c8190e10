//! The one way to write a view.

/// Leptos' `view!`, which must not be used directly.
///
/// A view without a dynamic class puts static elements into the page by `innerHTML`, which a page with
/// `require-trusted-types-for 'script'` forbids. A class for the whole view makes Leptos create them one by one.
macro_rules! hae {
    ($($tokens:tt)*) => {
        ::leptos::prelude::view! { class = "hae", $($tokens)* }
    };
}
pub(crate) use hae;
