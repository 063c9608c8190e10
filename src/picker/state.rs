//! What is open.

use crate::reactive::*;
use http_action::edit::Field;
use web_sys::HtmlElement;

use super::rows::Scrolled;
use super::suggestions::Suggesting;

/// The state of an editor's picker and of its suggestions. Cheap to copy.
#[derive(Clone, Copy)]
pub struct PickerState {
    /// The field that the picker is open for.
    pub(super) open: RwSignal<Option<Field>>,
    /// What is searched for.
    pub(super) query: RwSignal<String>,
    /// The option that Enter chooses, counted through the list.
    pub(super) active: RwSignal<usize>,
    /// The part of the list that can be seen.
    pub(super) scrolled: RwSignal<Scrolled>,
    /// The selection that the field had when the picker was opened, in UTF-16 units of what it shows.
    pub(super) selection: StoredValue<(usize, usize)>,
    /// The button that opened it, to stand beside.
    pub(super) button: StoredValue<Option<HtmlElement>>,
    /// The suggestions that are shown.
    pub(super) suggesting: RwSignal<Option<Suggesting>>,
    /// The field and place in it whose suggestions were sent away, until the field is left.
    pub(super) declined: StoredValue<Option<(Field, usize)>>,
    /// The registered names of headers; empty until they have come.
    pub(super) header_names: StoredValue<Vec<String>>,
}

impl PickerState {
    /// Nothing is open.
    #[must_use]
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(None),
            query: RwSignal::new(String::new()),
            active: RwSignal::new(0),
            scrolled: RwSignal::new(Scrolled::default()),
            selection: StoredValue::new((0, 0)),
            button: StoredValue::new(None),
            suggesting: RwSignal::new(None),
            declined: StoredValue::new(None),
            header_names: StoredValue::new(Vec::new()),
        }
    }

    /// Hands over the registered names of headers, one a line. Until then none are suggested.
    pub fn set_header_names(self, lines: &str) {
        self.header_names
            .set_value(lines.lines().map(str::to_owned).collect());
    }
}

impl Default for PickerState {
    fn default() -> Self {
        Self::new()
    }
}
