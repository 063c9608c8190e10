//! The picker's dialog: a search box and the list of what it finds.

use std::sync::Arc;

use crate::reactive::*;
use http_action::scope::Origin;
use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, Node};

use super::groups::{groups, option_id};
use super::keys::moved;
use super::listing::{Listing, system_labels};
use super::opening::{self, Focus};
use super::outside::{Outside, hit, is_inside};
use super::rows::{ROW, Scrolled};
use super::suggestion_list::suggestion_list;
use super::suggestions;
use crate::editor::{EditorState, Icon, icon};
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// What the dialog works on. Cheap to copy.
#[derive(Clone, Copy)]
struct Dialog {
    state: EditorState,
    /// The system variables' labels.
    labels: Memo<Vec<String>>,
    listing: Memo<Arc<Listing>>,
}

/// Shows the panel's picker and its suggestions; neither can be seen until it is opened.
pub fn picker(state: EditorState) -> impl IntoView {
    let dialog = Dialog::new(state);
    keep(Outside::listen(move |event| dialog.hear(&event)));
    on_cleanup(move || {
        state.picker.open.try_set(None);
        state.picker.suggesting.try_set(None);
    });
    let counted = move || {
        let count = dialog.total();
        state
            .locale
            .with(|locale| locale.count(Key::PickerCount, count))
    };
    let nothing = move || dialog.total() == 0;
    hae! {
        <div
            class="hae-picker"
            part="picker"
            popover="manual"
            role="dialog"
            aria-label=state.says(Key::PickerTitle)
            on:keydown=move |event| dialog.key(&event)
            on:focusout=move |event| dialog.focus_left(&event)
        >
            <div class="hae-picker-head">
                <input
                    type="search"
                    class="hae-input hae-picker-search"
                    aria-label=state.says(Key::PickerSearch)
                    placeholder=state.says(Key::PickerSearch)
                    aria-autocomplete="list"
                    aria-controls="hae-picker-list"
                    aria-activedescendant=move || dialog.active_id()
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    on:input=move |event| dialog.search(event_target_value(&event))
                />
                <button
                    type="button"
                    class="hae-button hae-quiet hae-square hae-picker-close"
                    aria-label=state.says(Key::PickerClose)
                    on:click=move |_| opening::close(state, Focus::Field)
                >
                    {icon(Icon::Close)}
                </button>
            </div>
            <div
                class="hae-picker-list"
                id="hae-picker-list"
                role="listbox"
                aria-label=state.says(Key::PickerTitle)
                // Tab does not lead here; what scrolls must be able to have the focus all the same.
                tabindex="0"
                hidden=nothing
                on:mousedown=|event: MouseEvent| keep_focus(&event)
                on:click=move |event| dialog.click(&event)
                on:scroll=move |event| dialog.scrolled(&event)
            >
                {move || groups(state, dialog.labels, &dialog.listing.get(), dialog.active())}
            </div>
            {move || dialog.hint().map(|hint| hae! { <p class="hae-picker-hint">{hint}</p> })}
            <p class="hae-picker-count" aria-live="polite">{counted}</p>
        </div>
        {suggestion_list(state)}
    }
}

/// A press on an option must not take the focus out of the search box.
fn keep_focus(event: &MouseEvent) {
    if hit(event, "[role=option],[role=group]").is_some() {
        event.prevent_default();
    }
}

/// The number in the attribute `data-at` of the option that was pressed.
pub(super) fn option_at(event: &MouseEvent) -> Option<usize> {
    hit(event, "[role=option]")?
        .get_attribute("data-at")?
        .parse()
        .ok()
}

impl Dialog {
    fn new(state: EditorState) -> Self {
        let picker = state.picker;
        let labels = Memo::new(move |_| state.locale.with(system_labels));
        let listing = Memo::with_compare(
            move |_| {
                // Nothing is worked out while nobody looks.
                let is_open = picker.open.with(Option::is_some);
                Arc::new(if is_open {
                    let names = state.names.get();
                    labels.with(|labels| {
                        picker
                            .query
                            .with(|query| Listing::new(&names, labels, query))
                    })
                } else {
                    Listing::default()
                })
            },
            |_, _| true,
        );
        Self {
            state,
            labels,
            listing,
        }
    }

    fn total(self) -> usize {
        self.listing.with(|listing| listing.total())
    }

    fn active(self) -> usize {
        let last = self.total().saturating_sub(1);
        self.state.picker.active.get().min(last)
    }

    fn active_id(self) -> Option<String> {
        let active = self.active();
        let names = self.state.names.get();
        self.listing
            .with(|listing| Some(option_id(listing.entry(&names, active)?.0)))
    }

    /// What is said below the list: that nothing is found, or where more would come from.
    fn hint(self) -> Option<String> {
        let state = self.state;
        if state.picker.open.with(Option::is_none) {
            return None;
        }
        if self.total() == 0 {
            let query = state.picker.query.get();
            return Some(state.text_with(Key::PickerNoMatch, &[("query", query.trim())]));
        }
        let only_system = self.listing.with(|listing| {
            listing
                .groups
                .iter()
                .all(|group| group.origin == Origin::System)
        });
        let all = state.picker.query.with(|query| query.trim().is_empty());
        (only_system && all).then(|| state.text(Key::PickerNoVariables))
    }

    // What a person does

    fn search(self, query: String) {
        let picker = self.state.picker;
        picker.query.set(query);
        picker.active.set(0);
        self.scroll_to(0);
    }

    fn key(self, event: &KeyboardEvent) {
        // The panel's own keys, undo and send among them, are not meant here.
        event.stop_propagation();
        if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        match key.as_str() {
            "Escape" => opening::close(self.state, Focus::Field),
            "Tab" => self.focus_other(event),
            "Enter" if hit(event, "button").is_some() => return,
            "Enter" => self.choose(untrack(|| self.active())),
            _ => {
                let (active, total) = untrack(|| (self.active(), self.total()));
                let page = self
                    .state
                    .picker
                    .scrolled
                    .with_untracked(|scrolled| scrolled.height / ROW);
                let page = usize::try_from(page - 1).unwrap_or(1);
                let Some(active) = moved(&key, Some(active), total, page) else {
                    return;
                };
                self.state.picker.active.set(active);
                self.scroll_to(active);
            }
        }
        event.prevent_default();
    }

    /// Within the dialog Tab goes between its two controls: it is left by choosing or closing.
    fn focus_other(self, event: &KeyboardEvent) {
        let other = if hit(event, ".hae-picker-search").is_some() {
            ".hae-picker-close"
        } else {
            ".hae-picker-search"
        };
        if let Some(other) = self.state.query(other) {
            let _ = other.focus();
        }
    }

    fn click(self, event: &MouseEvent) {
        if let Some(option) = option_at(event) {
            self.choose(option);
        }
    }

    fn choose(self, option: usize) {
        let names = self.state.names.get_untracked();
        let listing = self.listing.get_untracked();
        if let Some((_, entry)) = listing.entry(&names, option) {
            opening::choose(self.state, &entry.name);
        }
    }

    /// Scrolls so that an option can be seen.
    fn scroll_to(self, option: usize) {
        let Some(list) = opening::list(self.state) else {
            return;
        };
        let scrolled = Scrolled {
            top: list.scroll_top(),
            height: list.client_height(),
        };
        let top = self.listing.get_untracked().scroll_to(option, scrolled);
        if top != scrolled.top {
            list.set_scroll_top(top);
        }
        self.see(Scrolled { top, ..scrolled });
    }

    fn scrolled(self, event: &ev::Event) {
        let Some(list) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        self.see(Scrolled {
            top: list.scroll_top(),
            height: list.client_height(),
        });
    }

    fn see(self, scrolled: Scrolled) {
        // By whole rows: within one nothing new comes into sight.
        let top = scrolled.top / ROW * ROW;
        let height = scrolled.height.max(Scrolled::default().height);
        let scrolled = Scrolled { top, height };
        if self.state.picker.scrolled.get_untracked() != scrolled {
            self.state.picker.scrolled.set(scrolled);
        }
    }

    // What happens around it

    fn focus_left(self, event: &web_sys::FocusEvent) {
        // Without a target the whole window was left: the person comes back to an open picker.
        let Some(target) = event
            .related_target()
            .and_then(|target| target.dyn_into::<Node>().ok())
        else {
            return;
        };
        let is_inside =
            opening::dialog(self.state).is_some_and(|dialog| dialog.contains(Some(&target)));
        if !is_inside {
            opening::close(self.state, Focus::Stays);
        }
    }

    fn hear(self, event: &ev::Event) {
        suggestions::hear(self.state, event);
        let is_open = self.state.picker.open.try_with_untracked(Option::is_some);
        if is_open != Some(true) {
            return;
        }
        let Some(dialog) = opening::dialog(self.state) else {
            return;
        };
        if is_inside(event, &dialog) {
            return;
        }
        if event.type_() != "pointerdown" {
            opening::place(self.state);
        } else if hit(event, ".hae-insert[aria-haspopup]").is_none() {
            // The button itself closes the picker that it has opened.
            opening::close(self.state, Focus::Stays);
        }
    }
}
