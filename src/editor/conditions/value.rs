//! What a condition compares with: a text, or any of several choices.

use crate::reactive::*;
use http_action::document::{ConditionType, Operator};
use http_action::edit::Field;

use super::super::caption::Caption;
use super::super::combo_box::{ComboBox, List, Offer, Typed, combo_box, fitting};
use super::super::field::{Label, TextField, text_field};
use super::super::field_key::field_key;
use super::super::icon::{Icon, icon};
use super::super::state::EditorState;
use super::labels::choices;
use super::row::ConditionRow;
use crate::texts::Key;
use crate::view::{CollectView, IntoView, hae};

/// How the value is edited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ValueControl {
    Text,
    Choices(ConditionType),
}

/// Shows the value, where there is one.
pub(super) fn condition_value(
    this: ConditionRow,
    condition_type: Memo<Option<ConditionType>>,
    operator: Memo<Option<Operator>>,
) -> impl IntoView {
    // A host may have given a text several values: then all of them must be seen.
    let several = this.memo(|condition| condition.values.len() > 1);
    let control = Memo::new(move |_| {
        let of = condition_type.get()?;
        if operator
            .get()
            .is_some_and(|operator| !operator.takes_value())
        {
            return None;
        }
        Some(if of.has_text_value() && !several.get() {
            ValueControl::Text
        } else {
            ValueControl::Choices(of)
        })
    });
    move || {
        control.get().map(|control| match control {
            ValueControl::Text => text_value(this).into_any(),
            ValueControl::Choices(of) => chosen_values(this, of).into_any(),
        })
    }
}

fn text_value(this: ConditionRow) -> impl IntoView {
    let options = TextField {
        field: Field::ConditionValue(this.row),
        caption: Caption::new(Key::ConditionValue),
        label: Label::Above,
        insert: None,
        placeholder: None,
        required: false,
    };
    text_field(this.state, options)
}

fn chosen_values(this: ConditionRow, of: ConditionType) -> impl IntoView {
    let state = this.state;
    let values = this.memo(|condition| condition.values.clone());
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(List::Closed);
    // Values that are in no list can be typed.
    let can_type = of == ConditionType::OsVersion || of.has_text_value();
    let labels = Memo::new(move |_| {
        state
            .scope
            .with(|scope| state.locale.with(|locale| choices(of, scope, locale)))
    });
    let offers = Memo::new(move |_| {
        if open.get() == List::Closed {
            return Vec::new();
        }
        let query = query.get();
        let typed = query.trim();
        values.with(|values| {
            labels.with(|labels| {
                let all: Vec<Offer> = labels
                    .iter()
                    .map(|(value, shown)| Offer {
                        value: value.clone(),
                        shown: shown.clone(),
                        chosen: values.contains(value),
                    })
                    .collect();
                let mut offers = fitting(&all, typed);
                if can_type && !typed.is_empty() && !all.iter().any(|offer| offer.value == typed) {
                    offers.push(Offer {
                        value: typed.to_owned(),
                        shown: state.text_with(Key::ValueAdd, &[("value", typed)]),
                        chosen: false,
                    });
                }
                offers
            })
        })
    });
    let toggle = move |value: String| {
        query.set(String::new());
        this.change(|mut condition| {
            match condition.values.iter().position(|other| *other == value) {
                Some(at) => {
                    condition.values.remove(at);
                }
                None => condition.values.push(value),
            }
            condition
        });
    };
    // What was typed is taken where it names a value; else it was only a search, and ends with it.
    let commit = move |()| {
        let typed = query.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return;
        }
        let named = labels.with_untracked(|labels| {
            labels
                .iter()
                .find(|(_, shown)| same_letters(shown, &typed))
                .map(|(value, _)| value.clone())
        });
        let value = named.or(can_type.then_some(typed));
        query.set(String::new());
        if let Some(value) =
            value.filter(|value| values.with_untracked(|values| !values.contains(value)))
        {
            toggle(value);
        }
    };
    let options = ComboBox {
        key: StoredValue::new(field_key(Field::ConditionValue(this.row))),
        caption: Caption::new(Key::ConditionValue),
        placeholder: Key::Select,
        typed: Typed::Search(query),
        several: true,
        offers,
        open,
        choose: Callback::new(toggle),
        commit: Callback::new(commit),
        clear: None,
    };
    let chips = chips(state, options.key, values, labels, options.choose);
    combo_box(state, options, chips.into_any())
}

/// The chosen values, each with a button that removes it.
fn chips(
    state: EditorState,
    key: StoredValue<String>,
    values: Memo<Vec<String>>,
    labels: Memo<Vec<(String, String)>>,
    toggle: Callback<String>,
) -> impl IntoView {
    let chip = move |value: String| {
        let label = labels.with(|labels| {
            let known = labels.iter().find(|(other, _)| *other == value);
            known.map_or_else(|| value.clone(), |(_, shown)| shown.clone())
        });
        let removes = state.text_with(Key::RemoveValue, &[("value", &label)]);
        hae! {
            <li class="hae-chip">
                <span class="hae-chip-label">{label}</span>
                {state.can_edit().then(|| hae! {
                    <button type="button" class="hae-chip-remove" aria-label=removes.clone() title=removes
                        on:click=move |_| { toggle.run(value.clone()); state.focus(&key.get_value()); }>
                        {icon(Icon::Close)}
                    </button>
                })}
            </li>
        }
    };
    move || {
        values.with(|values| {
            (!values.is_empty()).then(|| {
                hae! {
                    <ul class="hae-chips">{values.iter().cloned().map(chip).collect_view()}</ul>
                }
            })
        })
    }
}

/// Whether two texts are the same but for upper and lower case, as the browser knows it for every script.
fn same_letters(left: &str, right: &str) -> bool {
    let lower = |text: &str| js_sys::JsString::from(text).to_lower_case();
    lower(left) == lower(right)
}
