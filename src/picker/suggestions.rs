//! Suggestions at the caret while somebody types.

use http_action::edit::{Field, Lines};
use leptos::ev;
use leptos::task::{spawn_local, tick};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::insertion::{replace, selected_bytes};
use super::keys::moved;
use super::offer::{Offer, offer};
use super::opening::field_control;
use super::outside::is_inside;
use super::placement;
use crate::editor::{EditorState, TextControl};

/// How many suggestions can be seen at once, as the stylesheet has it.
const PAGE: usize = 6;

/// What is suggested, and for which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suggesting {
    /// The field.
    pub field: Field,
    /// What is offered.
    pub offer: Offer,
    /// The suggestion that Enter takes.
    pub active: Option<usize>,
}

/// A person has typed into a field: suggests what fits at the caret, or nothing any more.
pub fn suggest(state: EditorState, field: Field, control: &TextControl) {
    let (start, end) = control.selection();
    let text = state.untracked_text(field);
    let caret = selected_bytes(control, &text, (start, end)).end;
    let offer = if start == end {
        offer(state, field, &text, caret)
    } else {
        None
    };
    let picker = state.picker;
    let Some(offer) = offer else {
        return close(state);
    };
    let place = Some((field, offer.range.start));
    if picker.declined.get_value() == place {
        return;
    }
    picker.declined.set_value(None);
    let start = offer.range.start;
    let active = offer.takes_first.then_some(0);
    picker.suggesting.set(Some(Suggesting {
        field,
        offer,
        active,
    }));
    let Some(list) = list(state) else {
        return;
    };
    let _ = list.show_popover();
    let control = control.clone();
    mark(state, &control);
    spawn_local(async move {
        // How high the list is shows only when its rows are there.
        tick().await;
        let lines = match control {
            TextControl::Input(_) => Lines::One,
            TextControl::Area(_) => Lines::Many,
        };
        placement::at_text(
            &list,
            &control,
            &lines.shown(&text),
            lines.shown_offset(&text, start),
        );
        list.set_scroll_top(0);
    });
}

/// A key was pressed in a field: while there are suggestions, arrows move among them, Enter and Tab take the active
/// one, and Escape sends them away.
pub fn suggest_on_key(state: EditorState, field: Field, event: &KeyboardEvent) {
    let picker = state.picker;
    let present = picker.suggesting.with_untracked(|suggesting| {
        let suggesting = suggesting
            .as_ref()
            .filter(|suggesting| suggesting.field == field)?;
        Some((
            suggesting.active,
            suggesting.offer.suggestions.len(),
            suggesting.offer.range.start,
        ))
    });
    let Some((active, count, start)) = present else {
        return;
    };
    if event.is_composing() {
        return;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        if matches!(key.as_str(), "Enter" | "Tab") || key.starts_with("Arrow") {
            close(state);
        }
        return;
    }
    match (key.as_str(), active) {
        ("Enter" | "Tab", Some(active)) => accept(state, active),
        ("Escape", _) => {
            picker.declined.set_value(Some((field, start)));
            close(state);
        }
        ("ArrowDown" | "ArrowUp" | "PageDown" | "PageUp", _) => {
            if let Some(active) = moved(&key, active, count, PAGE) {
                activate(state, active);
            }
        }
        ("Enter" | "Tab" | "ArrowLeft" | "ArrowRight" | "Home" | "End", _) => return close(state),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// A field was left: nothing is suggested for it any more.
pub fn dismiss_suggestions(state: EditorState, field: Field) {
    state.picker.declined.set_value(None);
    let is_its = state.picker.suggesting.with_untracked(|suggesting| {
        suggesting
            .as_ref()
            .is_some_and(|suggesting| suggesting.field == field)
    });
    if is_its {
        close(state);
    }
}

/// Takes a suggestion, in the place of what was typed for it.
pub(super) fn accept(state: EditorState, suggestion: usize) {
    let Some(Suggesting { field, offer, .. }) = state.picker.suggesting.get_untracked() else {
        return;
    };
    let Some(chosen) = offer.suggestions.get(suggestion) else {
        return;
    };
    let caret = field_control(state, field).map_or(offer.range.end, |control| {
        let text = state.untracked_text(field);
        selected_bytes(&control, &text, control.selection()).end
    });
    close(state);
    replace(
        state,
        field,
        offer.range,
        chosen.inserted.clone(),
        caret..caret,
    );
}

/// Something happened at the window.
pub(super) fn hear(state: EditorState, event: &ev::Event) {
    if state.picker.suggesting.try_with_untracked(Option::is_some) != Some(true) {
        return;
    }
    let Some(list) = list(state) else {
        return;
    };
    // A field that scrolls along with what is typed into it is no reason to go.
    let own_scroll = || {
        let field = state
            .picker
            .suggesting
            .with_untracked(|suggesting| suggesting.as_ref().map(|own| own.field));
        field
            .and_then(|field| field_control(state, field))
            .is_some_and(|control| is_inside(event, element(&control)))
    };
    if !is_inside(event, &list) && (event.type_() == "pointerdown" || !own_scroll()) {
        close(state);
    }
}

fn activate(state: EditorState, active: usize) {
    state.picker.suggesting.update(|suggesting| {
        if let Some(suggesting) = suggesting {
            suggesting.active = Some(active);
        }
    });
    let field = state
        .picker
        .suggesting
        .with_untracked(|suggesting| suggesting.as_ref().map(|own| own.field));
    if let Some(control) = field.and_then(|field| field_control(state, field)) {
        mark(state, &control);
    }
    let mut selector = "#".to_owned();
    selector.push_str(&suggestion_id(active));
    if let (Some(list), Some(option)) = (list(state), state.query(&selector)) {
        let (top, height) = (option.offset_top(), option.offset_height());
        let above = list.scroll_top().min(top);
        list.set_scroll_top(above.max(top + height - list.client_height()));
    }
}

/// Takes the suggestions away.
fn close(state: EditorState) {
    let Some(Suggesting { field, .. }) = state.picker.suggesting.get_untracked() else {
        return;
    };
    state.picker.suggesting.set(None);
    if let Some(list) = list(state) {
        let _ = list.hide_popover();
    }
    if let Some(control) = field_control(state, field) {
        for attribute in [
            "aria-autocomplete",
            "aria-controls",
            "aria-activedescendant",
        ] {
            let _ = element(&control).remove_attribute(attribute);
        }
    }
}

/// Tells of the list at the field, which keeps the focus and stays a text box.
fn mark(state: EditorState, control: &TextControl) {
    let element = element(control);
    let _ = element.set_attribute("aria-autocomplete", "list");
    let _ = element.set_attribute("aria-controls", LIST_ID);
    let active = state
        .picker
        .suggesting
        .with_untracked(|suggesting| suggesting.as_ref().and_then(|own| own.active));
    let _ = match active {
        Some(active) => element.set_attribute("aria-activedescendant", &suggestion_id(active)),
        None => element.remove_attribute("aria-activedescendant"),
    };
}

/// The id of the list.
pub(super) const LIST_ID: &str = "hae-suggestions";

/// The id of a suggestion.
pub(super) fn suggestion_id(suggestion: usize) -> String {
    ["hae-suggestion-", &suggestion.to_string()].concat()
}

fn list(state: EditorState) -> Option<HtmlElement> {
    state.query(".hae-suggestions")
}

fn element(control: &TextControl) -> &Element {
    match control {
        TextControl::Input(input) => input,
        TextControl::Area(area) => area,
    }
}
