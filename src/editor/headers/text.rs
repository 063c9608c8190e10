//! The headers as one text.

use crate::reactive::*;
use http_action::edit::{Field, Lines};

use super::super::field::{TypedInto, follow_text};
use super::super::field_key::field_key;
use super::super::selection::TextControl;
use super::super::state::EditorState;
use crate::picker;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows the headers as text, one a line.
pub(super) fn headers_text(state: EditorState) -> impl IntoView {
    let key = StoredValue::new(field_key(Field::HeadersText));
    let area = NodeRef::<html::Textarea>::new();
    let control = TypedInto::new(state, Field::HeadersText, Lines::Many);
    follow_text(state, Field::HeadersText, Lines::Many, move || {
        area.get().map(TextControl::Area)
    });
    hae! {
        <div class="hae-input-box hae-code-box">
            <textarea
                node_ref=area
                class="hae-input hae-mono hae-code"
                data-field=move || key.get_value()
                aria-label=state.says(Key::Headers)
                aria-describedby="hae-headers-hint"
                readonly=move || !state.can_edit()
                rows="6"
                wrap="off"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                on:beforeinput=move |event| control.before_input(&event)
                on:input=move |event| control.input(&event)
                on:keydown=move |event| picker::suggest_on_key(state, Field::HeadersText, &event)
                on:blur=move |_| control.blur(key)
            ></textarea>
        </div>
        <p class="hae-hint" id="hae-headers-hint">{state.says(Key::HeadersTextHint)}</p>
    }
}
