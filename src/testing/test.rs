//! The test's region: sample device, Send, the request, and what came of it.

use crate::reactive::*;
use http_action::run::Permission;
use web_sys::KeyboardEvent;

use super::device::device;
use super::preview::preview;
use super::result::{result, status_line};
use super::send::send;
use super::state::Phase;
use crate::editor::{EditorState, Icon, icon};
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows the test's region, where tests are allowed.
pub fn test(state: EditorState) -> impl IntoView {
    move || state.testing.get().then(|| region(state))
}

fn region(state: EditorState) -> impl IntoView {
    let phase = state.test.phase;
    let is_sending = Memo::new(move |_| phase.with(|phase| *phase == Phase::Sending));
    hae! {
        <section class="hae-test" aria-label=state.says(Key::Test)>
            <div class="hae-test-bar">
                {device(state)}
                <div class="hae-test-buttons">
                    <button
                        type="button"
                        class="hae-button hae-primary hae-send"
                        part="send-test"
                        data-field="send"
                        aria-disabled=move || is_sending.get().then_some("true")
                        on:click=move |_| send(state, Permission::default())
                    >
                        {icon(Icon::Send)}
                        {state.says(Key::SendTestRequest)}
                    </button>
                    {move || is_sending.get().then(|| hae! {
                        <button type="button" class="hae-button" on:click=move |_| {
                            state.test.cancel();
                            state.focus("send");
                        }>{state.says(Key::CancelTest)}</button>
                    })}
                </div>
            </div>
            <section class="hae-result" part="result" aria-label=state.says(Key::Result)>
                {status_line(state)}
                {result(state)}
            </section>
            {preview(state)}
        </section>
    }
}

/// Ctrl+Enter or Cmd+Enter sends, from wherever it is pressed in the panel.
pub fn send_key(state: EditorState, event: &KeyboardEvent) {
    if event.key() == "Enter"
        && (event.ctrl_key() || event.meta_key())
        && !event.default_prevented()
    {
        event.prevent_default();
        send(state, Permission::default());
    }
}
