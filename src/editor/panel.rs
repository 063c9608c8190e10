//! The panel as a whole.

use crate::reactive::*;

use super::body::body;
use super::conditions::conditions_section;
use super::foot::foot;
use super::header_line::header_line;
use super::headers::headers;
use super::modes::{Access, Opened};
use super::options::options_section;
use super::problem_list::problem_list;
use super::request_line::request_line;
use super::state::EditorState;
use crate::picker::picker;
use crate::testing;
use crate::texts::{Key, refusal_message};
use crate::view::{IntoView, hae};

/// Shows the panel: the form, and beside or below it the test.
pub fn panel(state: EditorState) -> impl IntoView {
    let refused = Memo::new(move |_| {
        state
            .opened
            .with(|opened| matches!(opened, Opened::Refused { .. }))
    });
    let disabled = move || (state.access() == Access::Disabled).then_some("");
    let keys = move |event| {
        state.history_key(&event);
        testing::send_key(state, &event);
    };
    hae! {
        <div class="hae-panel" part="panel" inert=disabled on:keydown=keys>
            {move || if refused.get() {
                hae! { <div class="hae-notice hae-notice-error" role="alert">{notice(state)}</div> }.into_any()
            } else {
                form_and_test(state).into_any()
            }}
        </div>
    }
}

fn form_and_test(state: EditorState) -> impl IntoView {
    let is_newer = move || {
        state
            .opened
            .with(|opened| matches!(opened, Opened::Newer { .. }))
    };
    hae! {
        {header_line(state)}
        {move || is_newer().then(|| hae! { <div class="hae-notice" role="alert">{notice(state)}</div> })}
        <div class="hae-columns">
            <div class="hae-form">
                {request_line(state)}
                {body(state)}
                {headers(state)}
                {conditions_section(state)}
                {options_section(state)}
                {problem_list(state)}
                {foot(state)}
            </div>
            {testing::test(state)}
        </div>
        {picker(state)}
    }
}

/// Why the document is not shown, or only read-only.
fn notice(state: EditorState) -> impl IntoView {
    move || {
        state.opened.with(|opened| match opened {
            Opened::Action => String::new(),
            Opened::Newer { version } => {
                state.text_with(Key::DocumentNewer, &[("version", &version.to_string())])
            }
            Opened::Refused { refusal } => state.locale.with(|locale| {
                let mut text = locale.text(Key::DocumentRefused);
                text.push(' ');
                text.push_str(&refusal_message(locale, refusal));
                text
            }),
        })
    }
}
