//! The renderer: views as elements of the page, and what in them changes.
//!
//! State is Leptos' (signals, memos, effects, owners); views are written in `hae!`, in the syntax of Leptos' `view!`. But
//! what that macro makes are calls of this module: an element is created at once, and whatever changes (a text, an
//! attribute, a part of the view, a list) is one boxed function in one kind of effect. Leptos' own renderer has code for
//! each type of view, which does not fit the download; and it puts static elements into the page by `innerHTML`, which a
//! page with `require-trusted-types-for 'script'` forbids.
//!
//! A changed part is drawn anew, from its beginning to its end: keep what is typed into and focused outside such parts,
//! or in a list, whose rows stay as long as their keys do.

mod attribute;
mod child;
mod dynamic;
mod each;
mod element;
mod mount;

pub(crate) use attribute::Target;
pub(crate) use child::{CollectView, IntoView};
pub(crate) use each::each;
pub(crate) use element::{View, element, fragment, svg_element};
pub(crate) use mount::mount;
pub(crate) use view_macro::hae;

/// A view whose kind does not matter: any.
pub(crate) type AnyView = View;
