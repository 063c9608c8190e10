//! The options of the picker in their groups: those of them that can be seen.

use crate::reactive::*;
use http_action::scope::{Origin, Values};

use super::description::describe;
use super::listing::{Listing, label_of};
use super::rows::{HEADING, rows_height};
use crate::editor::EditorState;
use crate::texts::Key;
use crate::view::{CollectView, IntoView, hae};

/// Shows the rows in sight and the active one. `labels` are the system variables' labels.
pub(super) fn groups(
    state: EditorState,
    labels: Memo<Vec<String>>,
    listing: &Listing,
    active: usize,
) -> impl IntoView + use<> {
    let (names, scope) = (state.names.get(), state.scope.get());
    let (device, now) = (state.device.get(), state.now.get());
    let values = Values::new(&scope, &names, device.as_deref(), &now);
    let scrolled = state.picker.scrolled.get();
    let total = listing.total();
    let groups = listing.groups.iter().map(|group| {
        let rows = group.rows(scrolled, active).into_iter().filter_map(|row| {
            let index = *group.entries.get(row)?;
            let entry = names.entries().get(index)?;
            let told = labels.with(|labels| {
                let label = label_of(&names, labels, index);
                let value = values.value(&entry.name);
                state
                    .locale
                    .with(|locale| describe(locale, label, &entry.name, entry.secret, value))
            });
            let at = group.first + row;
            let value_class = if told.has_value {
                "hae-choice-value"
            } else {
                "hae-choice-value hae-choice-word"
            };
            Some(hae! {
                <div
                    class="hae-choice hae-picker-choice"
                    role="option"
                    id=option_id(index)
                    data-at=at
                    aria-description=told.heard
                    aria-selected=if at == active { "true" } else { "false" }
                    aria-setsize=total
                    aria-posinset=at + 1
                    style:top=px(HEADING + rows_height(row))
                >
                    <span class="hae-choice-label">{told.label}</span>
                    " "
                    <span class="hae-choice-reference">{told.reference}</span>
                    <span class=value_class title=told.whole aria-hidden="true">{told.value}</span>
                </div>
            })
        });
        let rows = rows.collect_view();
        let title = state.text(title(group.origin));
        let name = title.clone();
        hae! {
            <div class="hae-picker-group" role="group" aria-label=name style:height=px(group.height())>
                <div class="hae-picker-heading" aria-hidden="true">{title}</div>
                {rows}
            </div>
        }
    });
    groups.collect_view()
}

/// The id of an entry's option, by the entry's index.
pub(super) fn option_id(index: usize) -> String {
    ["hae-picker-option-", &index.to_string()].concat()
}

fn title(origin: Origin) -> Key {
    match origin {
        Origin::Variable => Key::PickerVariables,
        Origin::System => Key::PickerSystemVariables,
        Origin::CustomField => Key::PickerCustomFields,
    }
}

fn px(length: i32) -> String {
    let mut text = length.to_string();
    text.push_str("px");
    text
}
