//! One condition.

use crate::reactive::*;
use http_action::document::{Condition, ConditionType, KnownCondition, Operator, RowId};
use http_action::edit::Edit;

use super::super::caption::Caption;
use super::super::field_key::row_key;
use super::super::icon::{Icon, icon};
use super::super::rows::{focus_soon, neighbour, row_number};
use super::super::select::{Choice, Select, select};
use super::super::state::EditorState;
use super::labels::{association_key, associations, operator_key, type_key};
use super::value::condition_value;
use super::{ADD, TYPE};
use crate::texts::Key;
use crate::view::{IntoView, hae};

const REMOVE: &str = "condition-remove-";

/// A condition's row on the screen. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct ConditionRow {
    /// The editor.
    pub(super) state: EditorState,
    /// Which row.
    pub(super) row: RowId,
    /// How it stood before its type or operator was last changed, so that going through a drop-down loses nothing.
    earlier: StoredValue<Vec<KnownCondition>>,
}

impl ConditionRow {
    /// A memo of something in the condition; the default for one that is foreign or gone.
    pub(super) fn memo<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&KnownCondition) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.state
            .memo(move |editor| match editor.state().condition(self.row) {
                Some(Condition::Known(condition)) => read(condition),
                _ => T::default(),
            })
    }

    /// Puts another condition in this one's place.
    pub(super) fn change(self, change: impl FnOnce(KnownCondition) -> KnownCondition) {
        let present =
            self.state
                .editor
                .with_untracked(|editor| match editor.state().condition(self.row) {
                    Some(Condition::Known(condition)) => Some(condition.clone()),
                    _ => None,
                });
        if let Some(present) = present {
            self.state.apply(Edit::ReplaceCondition {
                row: self.row,
                condition: Condition::Known(change(present)),
            });
        }
    }

    fn change_leaving(
        self,
        change: impl FnOnce(&KnownCondition, &[KnownCondition]) -> KnownCondition,
    ) {
        self.change(|present| {
            let changed = self.earlier.with_value(|earlier| change(&present, earlier));
            self.earlier.update_value(|earlier| earlier.push(present));
            changed
        });
    }

    fn key(self, prefix: &str) -> StoredValue<String> {
        StoredValue::new(row_key(prefix, self.row))
    }
}

/// Shows a condition.
pub(super) fn condition_row(
    state: EditorState,
    ids: Memo<Vec<RowId>>,
    row: RowId,
) -> impl IntoView {
    let number = row_number(ids, row);
    let heading = Caption::numbered(Key::ConditionNumber, number);
    let foreign: Memo<Option<String>> =
        state.memo(move |editor| match editor.state().condition(row) {
            Some(Condition::Foreign(json)) => Some(json.to_pretty()),
            _ => None,
        });
    let this = ConditionRow {
        state,
        row,
        earlier: StoredValue::new(Vec::new()),
    };
    let remove_caption = Caption::numbered(Key::ConditionRemove, number);
    hae! {
        <div class="hae-condition" role="group" aria-label=move || heading.text(state)>
            <div class="hae-label-line">
                <h4 class="hae-heading">{move || heading.text(state)}</h4>
                {move || state.can_edit().then(|| hae! {
                    <button
                        type="button"
                        class="hae-button hae-quiet hae-condition-remove"
                        data-field=row_key(REMOVE, row)
                        aria-label=move || remove_caption.text(state)
                        on:click=move |_| remove(state, &ids.get_untracked(), row)
                    >
                        {icon(Icon::Remove)}
                        {state.says(Key::Remove)}
                    </button>
                })}
            </div>
            {move || match foreign.get() {
                Some(json) => hae! {
                    <p class="hae-hint">{state.says(Key::ConditionForeign)}</p>
                    <pre class="hae-foreign" tabindex="0" role="region" aria-label=move || heading.text(state)>{json}</pre>
                }
                .into_any(),
                None => controls(this).into_any(),
            }}
        </div>
    }
}

fn remove(state: EditorState, ids: &[RowId], row: RowId) {
    let next = neighbour(ids, row).map_or_else(|| ADD.to_owned(), |next| row_key(REMOVE, next));
    state.apply(Edit::RemoveCondition(row));
    focus_soon(state, next);
}

fn controls(this: ConditionRow) -> impl IntoView {
    let condition_type = this.memo(|condition| condition.condition_type);
    let operator = this.memo(|condition| condition.operator);
    hae! {
        <div class="hae-condition-controls">
            {type_select(this, condition_type)}
            {move || condition_type.get().filter(|of| of.association_field().is_some()).map(|of| association_select(this, of))}
            {operator_select(this, operator)}
            {condition_value(this, condition_type, operator)}
        </div>
    }
}

fn type_select(this: ConditionRow, chosen: Memo<Option<ConditionType>>) -> impl IntoView {
    let state = this.state;
    let options = Select {
        key: this.key(TYPE),
        caption: Caption::new(Key::ConditionType),
        chosen: Signal::derive(move || chosen.get().map_or("", ConditionType::as_str).to_owned()),
        choices: Signal::derive(move || {
            let mut choices = unchosen(state, chosen.get().is_none());
            choices.extend(
                ConditionType::ALL
                    .iter()
                    .map(|of| (of.as_str().to_owned(), state.text(type_key(*of)))),
            );
            choices
        }),
        choose: Callback::new(move |name: String| {
            let to = ConditionType::from_name(&name);
            this.change_leaving(|present, earlier| present.retyped(to, earlier));
        }),
        enabled: state.editable(),
    };
    select(state, options)
}

fn association_select(this: ConditionRow, of: ConditionType) -> impl IntoView {
    let state = this.state;
    let chosen = this.memo(|condition| condition.association.clone().unwrap_or_default());
    let options = Select {
        key: this.key("condition-association-"),
        caption: Caption::new(association_key(of)),
        chosen: chosen.into(),
        choices: Signal::derive(move || {
            let present = chosen.get();
            let mut choices = unchosen(state, present.is_empty());
            choices.extend(state.scope.with(|scope| associations(of, scope)));
            // What is not in scope is shown as it stands.
            if !choices.iter().any(|(value, _)| *value == present) {
                choices.push((present.clone(), present));
            }
            choices
        }),
        choose: Callback::new(move |name: String| {
            this.change(|mut condition| {
                condition.association = Some(name).filter(|name| !name.is_empty());
                condition
            });
        }),
        enabled: state.editable(),
    };
    select(state, options)
}

fn operator_select(this: ConditionRow, chosen: Memo<Option<Operator>>) -> impl IntoView {
    let state = this.state;
    let options = Select {
        key: this.key("condition-operator-"),
        caption: Caption::new(Key::ConditionOperator),
        chosen: Signal::derive(move || chosen.get().map_or("", Operator::as_str).to_owned()),
        choices: Signal::derive(move || {
            let present = chosen.get();
            let mut offered = state.profile.with(|profile| profile.operators.clone());
            offered.extend(present.filter(|present| !offered.contains(present)));
            let mut choices = unchosen(state, present.is_none());
            choices.extend(offered.into_iter().map(|operator| {
                (
                    operator.as_str().to_owned(),
                    state.text(operator_key(operator)),
                )
            }));
            choices
        }),
        choose: Callback::new(move |name: String| {
            let to = Operator::from_name(&name);
            this.change_leaving(|present, earlier| present.with_operator(to, earlier));
        }),
        enabled: state.editable(),
    };
    select(state, options)
}

/// The entry that stands for nothing, offered only while nothing is chosen.
fn unchosen(state: EditorState, none: bool) -> Vec<Choice> {
    if none {
        vec![(String::new(), state.text(Key::Select))]
    } else {
        Vec::new()
    }
}
