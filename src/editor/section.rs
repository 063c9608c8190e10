//! A section that opens and closes.

use crate::reactive::*;

use super::icon::{Icon, icon};
use super::state::EditorState;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows a section under a heading that is a button. `summary` says at the right what is in it while it is closed.
pub fn section<V: IntoView + 'static>(
    state: EditorState,
    id: &'static str,
    title: Key,
    open: RwSignal<bool>,
    summary: impl Fn() -> Option<String> + 'static,
    content: fn(EditorState) -> V,
) -> impl IntoView {
    hae! {
        <section class="hae-section">
            <h3 class="hae-section-heading">
                <button
                    type="button"
                    class="hae-section-button"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=id
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {icon(Icon::Chevron)}
                    {state.says(title)}
                </button>
                <span class="hae-section-summary">{summary}</span>
            </h3>
            <div class="hae-section-content" id=id hidden=move || !open.get()>
                {move || open.get().then(|| content(state))}
            </div>
        </section>
    }
}
