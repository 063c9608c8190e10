//! Lists whose rows keep their identity.

use std::cell::RefCell;

use leptos::prelude::Owner;
use web_sys::Node;

use super::child::IntoView;
use super::dynamic::{clear_between, effect, mark};
use super::element::{View, document, fragment};

/// A row in the page: its key, what it owns, and the marks around its nodes.
struct Shown<K> {
    key: K,
    /// Drops what the row created when it goes.
    _owner: Owner,
    start: Node,
    end: Node,
}

/// A view of each item. A row stays what it is for as long as an item has its key, and moves with it.
pub fn each<T, I, K, V>(
    items: impl Fn() -> I + 'static,
    key: impl Fn(&T) -> K + 'static,
    view: impl Fn(T) -> V + 'static,
) -> View
where
    T: 'static,
    I: IntoIterator<Item = T>,
    K: PartialEq + 'static,
    V: IntoView + 'static,
{
    let list = fragment();
    let end = mark();
    let _ = list.0.append_child(&end);
    // Rows outlive the run of the effect that made them.
    let owner = Owner::current().unwrap_or_default();
    let rows: RefCell<Vec<Shown<K>>> = RefCell::new(Vec::new());
    effect(Box::new(move || {
        let items = items();
        let Ok(mut rows) = rows.try_borrow_mut() else {
            return;
        };
        let mut before = std::mem::take(&mut *rows);
        for item in items {
            let key = key(&item);
            let known = before.iter().position(|row| row.key == key);
            let row = match known {
                Some(index) => before.remove(index),
                None => {
                    let owner = owner.child();
                    let part = owner.with(|| fragment().child(view(item)));
                    new_row(key, owner, part)
                }
            };
            rows.push(row);
        }
        for gone in before {
            take_out(&gone);
        }
        let Some(parent) = end.parent_node() else {
            return;
        };
        // From the end: each row stands right before the one after it.
        let mut next = end.clone();
        for row in rows.iter().rev() {
            if row.end.next_sibling().as_ref() != Some(&next) {
                let part = nodes_of(row);
                let _ = parent.insert_before(&part, Some(&next));
            }
            next = row.start.clone();
        }
    }));
    list
}

fn new_row<K>(key: K, owner: Owner, part: View) -> Shown<K> {
    let (start, end) = (mark(), mark());
    let _ = part.0.insert_before(&start, part.0.first_child().as_ref());
    let _ = part.0.append_child(&end);
    Shown {
        key,
        _owner: owner,
        start,
        end,
    }
}

/// All nodes of a row, taken out of where they are.
fn nodes_of<K>(row: &Shown<K>) -> Node {
    let part: Node = document().create_document_fragment().into();
    let mut node = Some(row.start.clone());
    while let Some(present) = node {
        node = present.next_sibling().filter(|_| present != row.end);
        let _ = part.append_child(&present);
    }
    part
}

fn take_out<K>(row: &Shown<K>) {
    clear_between(&row.start, &row.end);
    for mark in [&row.start, &row.end] {
        if let Some(parent) = mark.parent_node() {
            let _ = parent.remove_child(mark);
        }
    }
}
