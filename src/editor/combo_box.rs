//! A field with a list to choose from: the ARIA practices' combobox with a listbox popup, of which the field keeps the
//! focus.
//!
//! Typing filters the list, fuzzily; arrows mark an entry, Enter or a press chooses it, Escape closes the list. What an
//! entry means and what happens to a text that is in no entry is the caller's.

use crate::reactive::*;
use http_action::edit::{Field, Lines};
use http_action::scope::search;
use web_sys::{HtmlElement, KeyboardEvent};

use super::caption::Caption;
use super::field::{TypedInto, follow_text};
use super::field_problems::{FieldProblems, field_problems};
use super::selection::TextControl;
use super::state::EditorState;
use crate::texts::Key;
use crate::view::{AnyView, CollectView, IntoView, hae};

/// So many entries are shown at most; typing narrows them down.
const MOST_OFFERS: usize = 100;

/// An entry of the list.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// What is chosen by it.
    pub value: String,
    /// What is shown for it.
    pub shown: String,
    /// Whether it is chosen already.
    pub chosen: bool,
}

/// Whether the list is open, and what it shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Nothing: it is closed.
    Closed,
    /// All entries: nothing has been typed since it was opened.
    All,
    /// What fits the text that is being typed.
    Fitting,
}

/// What is typed into the field.
#[derive(Clone, Copy)]
pub enum Typed {
    /// A text of the action.
    Field(Field),
    /// Only a search.
    Search(RwSignal<String>),
}

/// What a combobox is for. Cheap to copy.
#[derive(Clone, Copy)]
pub struct ComboBox {
    /// Its key, by which it is found again.
    pub key: StoredValue<String>,
    /// Its label.
    pub caption: Caption,
    /// What stands in it while it is empty.
    pub placeholder: Key,
    /// What is typed into it.
    pub typed: Typed,
    /// Whether several entries can be chosen: then the list stays open.
    pub several: bool,
    /// The entries that fit what is typed; see [`fitting`].
    pub offers: Memo<Vec<Offer>>,
    /// The list.
    pub open: RwSignal<List>,
    /// What happens when an entry is chosen.
    pub choose: Callback<String>,
    /// What happens to what is typed, on Enter without a marked entry and when the field is left.
    pub commit: Callback<()>,
    /// What the button that empties the field does, where there is something to clear.
    pub clear: Option<(Signal<bool>, Callback<()>)>,
}

/// The entries that `query` finds, the best first; all for an empty one. No more than a list can show.
#[must_use]
pub fn fitting(all: &[Offer], query: &str) -> Vec<Offer> {
    let entries: Vec<(&str, &str)> = all
        .iter()
        .map(|offer| (offer.shown.as_str(), offer.value.as_str()))
        .collect();
    search(&entries, query)
        .into_iter()
        .filter_map(|at| all.get(at))
        .take(MOST_OFFERS)
        .cloned()
        .collect()
}

/// Shows a combobox with its label above it and its problems below it. `chosen` stands between label and field.
pub fn combo_box(state: EditorState, options: ComboBox, chosen: AnyView) -> impl IntoView {
    let ComboBox {
        key,
        caption,
        offers,
        open,
        ..
    } = options;
    let id = move |suffix: &str| key.with_value(|key| ["hae-", key, suffix].concat());
    let problems = FieldProblems::new(state, key);
    let input = NodeRef::<html::Input>::new();
    let popup = Popup {
        options,
        marked: RwSignal::new(None),
        list: NodeRef::new(),
    };
    match options.typed {
        Typed::Field(field) => follow_text(state, field, Lines::One, move || {
            input.get().map(TextControl::Input)
        }),
        Typed::Search(query) => {
            Effect::run(move |_| {
                if let Some(input) = input.get() {
                    query.with(|query| TextControl::Input(input.clone()).show(query));
                }
            });
        }
    }
    let field = match options.typed {
        Typed::Field(field) => Some(TypedInto::new(state, field, Lines::One)),
        Typed::Search(_) => None,
    };
    let clear = options.clear;
    let is_shown = move || open.get() != List::Closed;
    let is_open = move || is_shown() && offers.with(|offers| !offers.is_empty());
    hae! {
        <div class="hae-field hae-combo">
            <label class="hae-label" for=move || id("")>{move || caption.text(state)}</label>
            {chosen}
            <div class="hae-input-box" class:hae-invalid=move || problems.is_invalid() class:hae-doubtful=move || problems.is_doubtful()>
                <input
                    node_ref=input
                    type="text"
                    role="combobox"
                    class="hae-input"
                    id=move || id("")
                    data-field=move || key.get_value()
                    aria-autocomplete="list"
                    aria-haspopup="listbox"
                    aria-expanded=move || if is_open() { "true" } else { "false" }
                    aria-controls=move || id("-list")
                    aria-activedescendant=move || popup.marked.get().filter(|_| is_open()).map(|at| id(&option_suffix(at)))
                    aria-invalid=move || problems.is_invalid().then_some("true")
                    aria-describedby=move || problems.described_by()
                    placeholder=move || state.text(options.placeholder)
                    readonly=move || !state.can_edit()
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    on:beforeinput=move |event| if let Some(field) = field { field.before_input(&event) }
                    on:input=move |event| {
                        match (options.typed, field) {
                            (Typed::Search(query), _) => query.set(event_target_value(&event)),
                            (_, Some(field)) => field.input(&event),
                            _ => {}
                        }
                        popup.open(state, List::Fitting);
                    }
                    on:click=move |_| popup.open(state, List::All)
                    on:keydown=move |event| popup.key(state, &event)
                    on:blur=move |_| {
                        popup.close();
                        options.commit.run(());
                        state.leave(&key.get_value());
                    }
                />
                {move || clear.filter(|(any, _)| any.get() && state.can_edit()).map(|(_, clear)| hae! {
                    <button type="button" class="hae-insert hae-clear" aria-label=state.says(Key::Clear) title=state.says(Key::Clear)
                        on:click=move |_| { clear.run(()); state.focus(&key.get_value()); }>
                        {super::icon::icon(super::icon::Icon::Close)}
                    </button>
                })}
            </div>
            <div class="hae-popup" hidden=move || !is_shown()>
                <ul
                    node_ref=popup.list
                    class="hae-listbox"
                    role="listbox"
                    id=move || id("-list")
                    aria-label=move || caption.text(state)
                    aria-multiselectable=options.several.then_some("true")
                    hidden=move || !is_open()
                    // The field keeps the focus.
                    on:mousedown=move |event| event.prevent_default()
                >
                    {move || is_shown().then(|| entries(popup, id))}
                </ul>
                {move || (is_shown() && !is_open()).then(|| hae! {
                    <p class="hae-hint hae-nothing" role="status">{state.says(Key::NothingFits)}</p>
                })}
            </div>
            {field_problems(state, problems)}
        </div>
    }
}

fn option_suffix(at: usize) -> String {
    let mut suffix = "-option-".to_owned();
    suffix.push_str(&at.to_string());
    suffix
}

fn entries(popup: Popup, id: impl Fn(&str) -> String) -> impl IntoView {
    let offers = popup.options.offers.get();
    offers
        .into_iter()
        .enumerate()
        .map(|(at, offer)| {
            let value = offer.value;
            hae! {
                <li
                    class="hae-option"
                    class:hae-marked=move || popup.marked.get() == Some(at)
                    role="option"
                    id=id(&option_suffix(at))
                    aria-selected=if offer.chosen { "true" } else { "false" }
                    on:click=move |_| popup.choose(value.clone())
                >
                    {offer.shown}
                </li>
            }
        })
        .collect_view()
}

/// The list while it is used.
#[derive(Clone, Copy)]
struct Popup {
    options: ComboBox,
    marked: RwSignal<Option<usize>>,
    list: NodeRef<html::Ul>,
}

impl Popup {
    fn open(self, state: EditorState, list: List) {
        if untrack(|| state.can_edit()) {
            self.marked.set(None);
            self.options.open.set(list);
        }
    }

    fn close(self) {
        self.marked.set(None);
        self.options.open.set(List::Closed);
    }

    fn commit(self) {
        self.options.commit.run(());
        if !self.options.several {
            self.close();
        }
    }

    fn choose(self, value: String) {
        self.options.choose.run(value);
        if !self.options.several {
            self.close();
        }
    }

    fn key(self, state: EditorState, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let open = self.options.open.get_untracked() != List::Closed;
        match (event.key().as_str(), open) {
            ("ArrowDown" | "ArrowUp", false) => self.open(state, List::All),
            ("ArrowDown", true) => self.mark(|at, count| at.map_or(0, |at| at + 1) % count),
            ("ArrowUp", true) => {
                self.mark(|at, count| at.filter(|at| *at > 0).unwrap_or(count) - 1)
            }
            ("Enter", true) => match self.marked_value() {
                Some(value) => self.choose(value),
                None => self.commit(),
            },
            ("Enter", false) => self.commit(),
            ("Escape", true) => self.close(),
            _ => return,
        }
        // The key was acted on: it is not the page's any more.
        event.prevent_default();
        event.stop_propagation();
    }

    fn marked_value(self) -> Option<String> {
        let at = self.marked.get_untracked()?;
        self.options
            .offers
            .with_untracked(|offers| offers.get(at).map(|offer| offer.value.clone()))
    }

    fn mark(self, to: fn(Option<usize>, usize) -> usize) {
        let count = self.options.offers.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        let at = to(self.marked.get_untracked(), count);
        self.marked.set(Some(at));
        if let Some(list) = self.list.get_untracked() {
            scroll_into_sight(&list, at);
        }
    }
}

/// Scrolls the list alone, not the page around it.
fn scroll_into_sight(list: &HtmlElement, at: usize) {
    use wasm_bindgen::JsCast;
    let entry = u32::try_from(at)
        .ok()
        .and_then(|at| list.children().item(at));
    let Some(entry) = entry.and_then(|entry| entry.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let top = entry.offset_top();
    let bottom = top + entry.offset_height();
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
