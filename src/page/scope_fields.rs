//! The controls of the form of variables and devices. Each has an id, by which it gets the focus.

use super::dom::{Node, button, node};
use super::list::with_beginning;
use super::model::Page;
use super::settings::select;
use crate::texts::Key;

/// What a control is called.
pub struct Named {
    /// The short label above it.
    pub label: String,
    /// Its full name, for those who do not see what stands around it.
    pub name: String,
    /// Its id.
    pub id: String,
}

/// How a text field shows itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Openly.
    Plain,
    /// Masked; a button reveals it.
    Secret,
    /// Openly, and not to be changed.
    Fixed,
}

impl Page {
    /// A name with the number of a row, which counts from 0 here and from 1 there.
    #[must_use]
    pub fn numbered(self, key: Key, index: usize) -> String {
        self.text_with(key, &[("n", &(index + 1).to_string())])
    }

    /// What a control of a row is called.
    #[must_use]
    pub fn named(self, label: Key, name: Key, index: usize) -> Named {
        Named {
            label: self.text(label),
            name: self.numbered(name, index),
            id: id_of(name, index),
        }
    }

    /// A text field.
    #[must_use]
    pub fn text_field(
        self,
        named: &Named,
        value: &str,
        look: Look,
        typed: impl Fn(String) + 'static,
    ) -> Node {
        // No password field: a password manager would fill it. The mask is the style's.
        let input = node("input", "hae-page-input")
            .set("type", "text")
            .set("id", &named.id)
            .set("aria-label", &named.name)
            .set("autocomplete", "off")
            .set("autocapitalize", "off")
            .set("spellcheck", "false")
            .set("data-1p-ignore", "")
            .set("data-lpignore", "true")
            .set("data-bwignore", "")
            .property("value", value);
        if look == Look::Fixed {
            input.change("readonly", "");
        }
        let itself = input.clone();
        let input = input.on("input", move |_| typed(itself.text_of("value")));
        let line = node("div", "hae-page-reveal").with(input.clone());
        if look == Look::Secret {
            line.add(self.reveal(named, input));
        }
        field(named, line)
    }

    /// The button that reveals and masks a field again.
    fn reveal(self, named: &Named, input: Node) -> Node {
        input.change("class", "hae-page-input hae-page-masked");
        let reveal = self.text(Key::PageReveal);
        let button = node("button", "hae-page-button")
            .set("type", "button")
            .set("aria-pressed", "false")
            .set(
                "aria-label",
                &with_beginning(&with_beginning(&reveal, ": "), &named.name),
            )
            .says(&reveal);
        let itself = button.clone();
        button.on("click", move |_| {
            let revealed = itself.attribute("aria-pressed") != "true";
            itself.change("aria-pressed", if revealed { "true" } else { "false" });
            let class = if revealed {
                "hae-page-input"
            } else {
                "hae-page-input hae-page-masked"
            };
            input.change("class", class);
        })
    }

    /// A button that takes a row away.
    #[must_use]
    pub fn remove_button(self, name: String, remove: impl Fn() + 'static) -> Node {
        button("×", remove)
            .set("aria-label", &name)
            .set("title", &name)
    }
}

/// The id of a control: which one it is, and in which row.
#[must_use]
pub fn id_of(key: Key, index: usize) -> String {
    let mut id = "hae-page-scope-".to_owned();
    id.push_str(&(key as usize).to_string());
    id.push('-');
    id.push_str(&index.to_string());
    id
}

/// A choice among values.
#[must_use]
pub fn choice(
    named: &Named,
    choices: &[(&str, String)],
    chosen: &str,
    choose: impl Fn(String) + 'static,
) -> Node {
    let select = select(choices, chosen, choose);
    field(
        named,
        select.set("id", &named.id).set("aria-label", &named.name),
    )
}

/// A checkbox.
#[must_use]
pub fn checkbox(named: &Named, checked: bool, turned: impl Fn(bool) + 'static) -> Node {
    let input = node("input", "")
        .set("type", "checkbox")
        .set("id", &named.id)
        .set("aria-label", &named.name)
        .property("checked", checked);
    let itself = input.clone();
    let input = input.on("change", move |_| {
        let input = itself.as_a::<web_sys::HtmlInputElement>();
        turned(input.is_some_and(web_sys::HtmlInputElement::checked));
    });
    let label = node("label", "hae-page-label")
        .set("for", &named.id)
        .says(&named.label);
    node("div", "hae-page-check").with(input).with(label)
}

fn field(named: &Named, control: Node) -> Node {
    let label = node("label", "hae-page-label")
        .set("for", &named.id)
        .says(&named.label);
    node("div", "hae-page-field").with(label).with(control)
}
