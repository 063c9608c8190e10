//! A switch.

use crate::reactive::*;

use super::caption::Caption;
use super::state::EditorState;
use crate::view::{IntoView, hae};

/// Shows a switch that is heard by `caption`, and described by the element of the id `hint`. `change` gets whether it is
/// on now.
pub fn switch(
    state: EditorState,
    key: StoredValue<String>,
    caption: Caption,
    hint: Option<&'static str>,
    on: Signal<bool>,
    change: Callback<bool>,
) -> impl IntoView {
    hae! {
        <button
            type="button"
            role="switch"
            class="hae-switch"
            data-field=move || key.get_value()
            aria-label=move || caption.text(state)
            aria-describedby=hint
            aria-checked=move || if on.get() { "true" } else { "false" }
            disabled=move || !state.can_edit()
            on:click=move |_| change.run(!on.get_untracked())
        >
            <span class="hae-switch-thumb"></span>
        </button>
    }
}
