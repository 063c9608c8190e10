//! The card's header line: what this is, whether it is ready, and whether it runs.

use crate::reactive::*;
use http_action::edit::{Edit, Editor};
use http_action::template::Template;

use super::caption::Caption;
use super::icon::{Icon, icon};
use super::state::EditorState;
use super::switch::switch;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows the header line.
pub fn header_line(state: EditorState) -> impl IntoView {
    let count = Memo::new(move |_| state.problems.with(|problems| problems.len()));
    let status = move || match count.get() {
        0 => state.text(Key::StatusReady),
        problems => state
            .locale
            .with(|locale| locale.count(Key::StatusProblems, problems)),
    };
    let name = state.memo(|editor| editor.action().name.trim().to_owned());
    let title = move || match name.get() {
        empty if empty.is_empty() => state.text(Key::ActionDefaultName),
        name => name,
    };
    let enabled = state.memo(|editor| editor.action().enabled);
    let has_conditions = state.memo(|editor| !editor.action().conditions.is_empty());
    let uses_variables = state.memo(uses_variables);
    hae! {
        <header class="hae-header-line">
            <span class="hae-status" class:hae-status-ready=move || count.get() == 0 role="img" aria-label=status title=status>
                {move || icon(if count.get() == 0 { Icon::Passed } else { Icon::Warning })}
            </span>
            <span class="hae-http" aria-hidden="true">"HTTP"</span>
            <div class="hae-title">
                <p class="hae-breadcrumb">{state.says(Key::ActionCategory)} " › " {state.says(Key::ActionDefaultName)}</p>
                <h2 class="hae-name" title=title>{title}</h2>
            </div>
            {move || uses_variables.get().then(|| hae! {
                <span class="hae-badge" role="img" aria-label=state.says(Key::BadgeVariables) title=state.says(Key::BadgeVariables)>"(x)"</span>
            })}
            {move || has_conditions.get().then(|| hae! {
                <span class="hae-badge" role="img" aria-label=state.says(Key::BadgeConditions) title=state.says(Key::BadgeConditions)>"IF"</span>
            })}
            {switch(
                state,
                StoredValue::new("run".to_owned()),
                Caption::new(Key::RunThisAction),
                None,
                enabled.into(),
                Callback::new(move |on| state.apply(Edit::Enabled(on))),
            )}
        </header>
    }
}

/// Whether the action reads or writes a variable.
fn uses_variables(editor: &Editor) -> bool {
    let action = editor.action();
    // A single brace is found several times as quickly as two.
    let has_references = |text: &str| text.contains('{') && Template::parse(text).has_references();
    action.output_variable.is_some()
        || has_references(&action.url)
        || has_references(&action.body)
        || action
            .headers
            .iter()
            .any(|row| has_references(&row.value.name) || has_references(&row.value.value))
}
