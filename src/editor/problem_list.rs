//! The list of all problems, each a way to its field.

use crate::reactive::*;
use http_action::problem::Severity;

use super::field_problems::fix_buttons;
use super::icon::{Icon, icon};
use super::state::EditorState;
use crate::texts::{Key, problem_message};
use crate::view::{CollectView, IntoView, hae};

/// Shows the list, where there is something in it.
pub fn problem_list(state: EditorState) -> impl IntoView {
    let any = Memo::new(move |_| state.problems.with(|problems| !problems.is_empty()));
    move || {
        any.get().then(|| {
            hae! {
                <section class="hae-problem-list">
                    <h3 class="hae-heading" id="hae-problems-heading">{state.says(Key::Problems)}</h3>
                    <ul aria-labelledby="hae-problems-heading" data-field="problems" tabindex="-1">
                        {move || items(state)}
                    </ul>
                </section>
            }
        })
    }
}

fn items(state: EditorState) -> impl IntoView {
    let problems = state.problems.get();
    problems
        .iter()
        .map(|problem| {
            let error = problem.severity == Severity::Error;
            let message = state.locale.with(|locale| problem_message(locale, problem));
            let target = problem.clone();
            hae! {
                <li class="hae-problem" class:hae-problem-error=error>
                    {icon(if error { Icon::Error } else { Icon::Warning })}
                    <button type="button" class="hae-link hae-problem-button" on:click=move |_| state.focus_problem(&target)>
                        {message}
                    </button>
                    {fix_buttons(state, problem)}
                </li>
            }
        })
        .collect_view()
}
