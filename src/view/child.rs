//! What can stand in a view.

use web_sys::Node;

use super::dynamic::dynamic;
use super::element::{View, document, fragment};
use crate::reactive::{Memo, Signal};

/// Something that can stand in a view.
pub trait IntoView: Sized {
    /// Appends itself to a node.
    fn append_to(self, parent: &Node);

    /// The view alone.
    fn into_view(self) -> View {
        fragment().child(self)
    }

    /// The view alone; for code that must name one type.
    fn into_any(self) -> View {
        self.into_view()
    }
}

impl IntoView for View {
    fn append_to(self, parent: &Node) {
        let _ = parent.append_child(&self.0);
    }

    fn into_view(self) -> View {
        self
    }
}

impl IntoView for &str {
    fn append_to(self, parent: &Node) {
        let _ = parent.append_child(&document().create_text_node(self));
    }
}

impl IntoView for String {
    fn append_to(self, parent: &Node) {
        self.as_str().append_to(parent);
    }
}

impl IntoView for usize {
    fn append_to(self, parent: &Node) {
        self.to_string().append_to(parent);
    }
}

impl IntoView for () {
    fn append_to(self, _: &Node) {}
}

impl<T: IntoView> IntoView for Option<T> {
    fn append_to(self, parent: &Node) {
        if let Some(view) = self {
            view.append_to(parent);
        }
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn append_to(self, parent: &Node) {
        for view in self {
            view.append_to(parent);
        }
    }
}

impl<A: IntoView, B: IntoView> IntoView for (A, B) {
    fn append_to(self, parent: &Node) {
        self.0.append_to(parent);
        self.1.append_to(parent);
    }
}

/// A function of a view is a part that is drawn anew.
impl<F, T> IntoView for F
where
    F: Fn() -> T + 'static,
    T: IntoView,
{
    fn append_to(self, parent: &Node) {
        dynamic(parent, Box::new(move |part| self().append_to(part)));
    }
}

macro_rules! followed_signals {
    ($($signal:ident),+) => {
        $(impl<T: IntoView + Clone + 'static> IntoView for $signal<T> {
            fn append_to(self, parent: &Node) {
                (move || self.get()).append_to(parent);
            }
        })+
    };
}

followed_signals!(Memo, Signal);

/// Collects the views of an iterator.
pub trait CollectView {
    /// One view with all of them.
    fn collect_view(self) -> View;
}

impl<I> CollectView for I
where
    I: IntoIterator,
    I::Item: IntoView,
{
    fn collect_view(self) -> View {
        let view = fragment();
        for each in self {
            each.append_to(&view.0);
        }
        view
    }
}
