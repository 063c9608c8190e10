//! Values of attributes.

use std::borrow::Cow;

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dynamic::effect;
use crate::reactive::{Memo, Signal};

/// A value that an attribute can have for now.
pub trait Settled: 'static {
    /// The attribute's text; none takes the attribute away.
    fn settle(self) -> Option<Cow<'static, str>>;
}

impl Settled for &'static str {
    fn settle(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Settled for String {
    fn settle(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl Settled for bool {
    fn settle(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl Settled for usize {
    fn settle(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self.to_string()))
    }
}

impl<T: Settled> Settled for Option<T> {
    fn settle(self) -> Option<Cow<'static, str>> {
        self.and_then(Settled::settle)
    }
}

/// What of an element is set.
#[derive(Clone, Copy)]
pub enum Target {
    /// An attribute of that name.
    Attribute(&'static str),
    /// A class, switched on by any value.
    Class(&'static str),
    /// A property of the element's style, by the object model: a policy forbids the attribute.
    Style(&'static str),
    /// A property of the element that is a text.
    Property(&'static str),
    /// A property of the element that is a truth value, true for any value.
    Flag(&'static str),
}

impl Target {
    fn set(self, element: &Element, value: Option<&str>) {
        // Names are written in the source; nothing refuses them.
        let _ = match (self, value) {
            (Self::Attribute(name), Some(value)) => {
                // Setting what is there already would still be told to whoever observes the element.
                if element.get_attribute(name).as_deref() != Some(value) {
                    let _ = element.set_attribute(name, value);
                }
                Ok(true)
            }
            (Self::Attribute(name), None) => element.remove_attribute(name).map(|()| true),
            (Self::Class(name), value) => element
                .class_list()
                .toggle_with_force(name, value.is_some()),
            (Self::Style(name), value) => element
                .unchecked_ref::<HtmlElement>()
                .style()
                .set_property(name, value.unwrap_or_default())
                .map(|()| true),
            (Self::Property(name), value) => {
                Reflect::set(element, &name.into(), &value.unwrap_or_default().into())
            }
            (Self::Flag(name), value) => {
                Reflect::set(element, &name.into(), &value.is_some().into())
            }
        };
    }
}

/// A value that an element gets: settled, or a function of one, which is followed.
pub trait AttributeValue {
    /// Sets it.
    fn set_on(self, element: &Element, target: Target);
}

macro_rules! settled_values {
    ($($type:ty),+) => {
        $(impl AttributeValue for $type {
            fn set_on(self, element: &Element, target: Target) {
                target.set(element, self.settle().as_deref());
            }
        })+
    };
}

settled_values!(
    &'static str,
    String,
    bool,
    usize,
    Option<&'static str>,
    Option<String>
);

impl<F, T> AttributeValue for F
where
    F: Fn() -> T + 'static,
    T: Settled,
{
    fn set_on(self, element: &Element, target: Target) {
        follow(element, target, Box::new(move || self().settle()));
    }
}

fn follow(element: &Element, target: Target, value: Box<dyn Fn() -> Option<Cow<'static, str>>>) {
    let element = element.clone();
    effect(Box::new(move || target.set(&element, value().as_deref())));
}

macro_rules! followed_signals {
    ($($signal:ident),+) => {
        $(impl<T: Settled + Clone> AttributeValue for $signal<T> {
            fn set_on(self, element: &Element, target: Target) {
                follow(element, target, Box::new(move || self.get().settle()));
            }
        })+
    };
}

followed_signals!(Memo, Signal);
