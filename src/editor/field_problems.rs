//! The problems of a control, below it.

use crate::reactive::*;
use http_action::problem::{Problem, Severity};

use super::icon::{Icon, icon};
use super::state::EditorState;
use crate::texts::{Key, fix_label, problem_message};
use crate::view::{CollectView, IntoView, hae};

/// The problems of the control of one key, once it is time to show them. Cheap to copy.
#[derive(Clone, Copy)]
pub struct FieldProblems {
    key: StoredValue<String>,
    problems: RwSignal<Vec<Problem>>,
}

impl FieldProblems {
    /// For the control of that key.
    #[must_use]
    pub fn new(state: EditorState, key: StoredValue<String>) -> Self {
        let problems = state.follow_problems(key);
        Self { key, problems }
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn is_invalid(self) -> bool {
        self.problems.with(|problems| {
            problems
                .iter()
                .any(|problem| problem.severity == Severity::Error)
        })
    }

    /// Whether there are only warnings.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        self.problems.with(|problems| !problems.is_empty()) && !self.is_invalid()
    }

    /// What `aria-describedby` holds.
    #[must_use]
    pub fn described_by(self) -> Option<String> {
        self.problems
            .with(|problems| (!problems.is_empty()).then(|| self.id()))
    }

    fn id(self) -> String {
        self.key.with_value(|key| {
            let mut id = "hae-problems-".to_owned();
            id.push_str(key);
            id
        })
    }
}

/// Shows the problems of a control.
pub fn field_problems(state: EditorState, of: FieldProblems) -> impl IntoView {
    move || {
        let problems = of.problems.get();
        (!problems.is_empty()).then(|| {
            hae! {
                <ul class="hae-problems" id=of.id()>
                    {problems.into_iter().map(|problem| problem_line(state, problem)).collect_view()}
                </ul>
            }
        })
    }
}

fn problem_line(state: EditorState, problem: Problem) -> impl IntoView {
    let error = problem.severity == Severity::Error;
    let message = {
        let problem = problem.clone();
        move || {
            state
                .locale
                .with(|locale| problem_message(locale, &problem))
        }
    };
    hae! {
        <li class="hae-problem" class:hae-problem-error=error>
            {icon(if error { Icon::Error } else { Icon::Warning })}
            <span>{message}</span>
            {fix_buttons(state, &problem)}
        </li>
    }
}

/// The buttons that repair a problem, where one press can, for those who may edit.
pub fn fix_buttons(state: EditorState, problem: &Problem) -> impl IntoView + use<> {
    let problem = problem.clone();
    move || {
        let fixes = [&problem.fix, &problem.other_fix].into_iter().flatten();
        fixes
            .filter(|_| state.can_edit())
            .map(|fix| {
                let label = state.locale.with(|locale| fix_label(locale, &problem, fix));
                let text = state.text_with(Key::Fix, &[("fix", &label)]);
                let edit = fix.edit.clone();
                hae! {
                    <button type="button" class="hae-link" on:click=move |_| state.apply(edit.clone())>{text}</button>
                }
            })
            .collect_view()
    }
}
