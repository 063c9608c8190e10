//! `hae!`: Leptos' way of writing views, for a renderer that costs little in the download.
//!
//! The syntax is that of `leptos::view!`: elements, attributes, `class:name=`, `prop:name=`, `style:name=`, `on:event=`,
//! `node_ref=`, `{expressions}`, and `<For each= key= children=/>`. What it becomes are calls of the editor's own module
//! `view`, which makes elements one by one and keeps every dynamic part behind one boxed function. Leptos' own output has
//! a type for each view and code for each type: the same panel came to 340 KB instead of a third of it, and its static
//! elements go through `innerHTML`, which Trusted Types forbid.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};

/// Tags of the SVG namespace.
const SVG: &[&str] = &["svg", "path", "g", "circle", "rect"];

/// Writes a view; see the crate's documentation.
#[proc_macro]
pub fn hae(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let view = match rstml::parse2(tokens.into()) {
        Ok(nodes) => view(&nodes),
        Err(error) => error.to_compile_error(),
    };
    view.into()
}

fn view(nodes: &[Node]) -> TokenStream {
    match nodes {
        [Node::Element(element)] => element_view(element),
        _ => {
            let children = children(nodes);
            quote! { crate::view::fragment() #children }
        }
    }
}

fn children(nodes: &[Node]) -> TokenStream {
    nodes
        .iter()
        .map(|node| match node {
            Node::Element(element) => {
                let view = element_view(element);
                quote! { .child(#view) }
            }
            Node::Block(block) => match block.try_block() {
                Some(block) => match block.stmts.as_slice() {
                    [syn::Stmt::Expr(expression, None)] => quote! { .child(#expression) },
                    _ => quote! { .child(#block) },
                },
                None => error(block, "an expression is missing"),
            },
            Node::Text(text) => {
                let text = &text.value;
                quote! { .child(#text) }
            }
            Node::Fragment(fragment) => children(&fragment.children),
            Node::Comment(_) => TokenStream::new(),
            other => error(other, "this has no place in a view"),
        })
        .collect()
}

fn element_view(element: &NodeElement<rstml::Infallible>) -> TokenStream {
    let name = element.name().to_string();
    if name == "For" {
        return each(element);
    }
    let attributes: TokenStream = element
        .attributes()
        .iter()
        .map(|attribute| match attribute {
            NodeAttribute::Attribute(attribute) => attribute_call(attribute),
            NodeAttribute::Block(block) => error(block, "an attribute has a name"),
        })
        .collect();
    let children = children(element.children());
    let create = if SVG.contains(&name.as_str()) {
        quote! { crate::view::svg_element(#name) }
    } else {
        quote! { crate::view::element(#name) }
    };
    quote! { #create #attributes #children }
}

fn attribute_call(attribute: &KeyedAttribute) -> TokenStream {
    let name = attribute.key.to_string();
    let value = match attribute.value() {
        Some(value) => quote! { #value },
        None => quote! { true },
    };
    let target = match name.split_once(':') {
        Some(("class", class)) => quote! { Class(#class) },
        Some(("style", property)) => quote! { Style(#property) },
        Some(("prop", flag @ ("checked" | "selected" | "indeterminate"))) => quote! { Flag(#flag) },
        Some(("prop", property)) => quote! { Property(#property) },
        Some(("on", event)) => {
            return match syn::parse_str::<syn::Ident>(event) {
                Ok(event) => quote! { .on(::leptos::ev::#event, #value) },
                Err(_) => error(&attribute.key, "this is no name of an event"),
            };
        }
        _ if name == "node_ref" => return quote! { .node_ref(#value) },
        _ => quote! { Attribute(#name) },
    };
    quote! { .set(crate::view::Target::#target, #value) }
}

fn each(element: &NodeElement<rstml::Infallible>) -> TokenStream {
    let named = |wanted: &str| {
        element
            .attributes()
            .iter()
            .find_map(|attribute| match attribute {
                NodeAttribute::Attribute(attribute) if attribute.key.to_string() == wanted => {
                    attribute.value()
                }
                _ => None,
            })
    };
    match (named("each"), named("key"), named("children")) {
        (Some(each), Some(key), Some(children)) => {
            quote! { crate::view::each(#each, #key, #children) }
        }
        _ => error(
            &element.open_tag,
            "`For` takes `each`, `key` and `children`",
        ),
    }
}

fn error(at: impl quote::ToTokens, message: &str) -> TokenStream {
    syn::Error::new_spanned(at, message).to_compile_error()
}
