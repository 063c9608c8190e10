//! What came of the test: the status line and the reasons.

use crate::reactive::*;
use http_action::run::{Outcome, Permission};

use super::reason::{outcome_key, reason_message};
use super::response_view::response_view;
use super::send::send;
use super::state::{Ended, Phase};
use crate::editor::{EditorState, Icon, icon};
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// After so many milliseconds the elapsed time is shown.
const SHOW_ELAPSED_MS: f64 = 300.0;
/// After so many milliseconds the wait is worth a word.
const STILL_WAITING_MS: f64 = 10_000.0;

/// Shows the status line, a live region that is there from the start.
pub fn status_line(state: EditorState) -> impl IntoView {
    let phase = state.test.phase;
    let elapsed_ms = state.test.elapsed_ms;
    let still_waiting = Memo::new(move |_| elapsed_ms.get() >= STILL_WAITING_MS);
    let elapsed = move || {
        let ms = elapsed_ms.get();
        (phase.with(|phase| *phase == Phase::Sending) && ms >= SHOW_ELAPSED_MS)
            .then(|| duration(state, ms))
    };
    hae! {
        <div class="hae-status-line" data-outcome=move || phase.with(outcome_name)>
            <p role="status" class="hae-status-text">
                {move || phase.with(|phase| status_icon(phase).map(icon))}
                {move || phase.with(|phase| status_text(state, phase, still_waiting.get()))}
            </p>
            // Beside the live region: a clock must not be read out.
            <span class="hae-elapsed" aria-hidden="true">{elapsed}</span>
        </div>
    }
}

fn status_text(state: EditorState, phase: &Phase, still_waiting: bool) -> String {
    match phase {
        Phase::Idle => String::new(),
        Phase::Sending if still_waiting => state.text(Key::ResultStillWaiting),
        Phase::Sending => state.text(Key::ResultSending),
        Phase::Blocked { count, .. } => state
            .locale
            .with(|locale| locale.count(Key::ResultBlocked, *count)),
        Phase::Ended(ended) => verdict_text(state, ended),
    }
}

fn verdict_text(state: EditorState, ended: &Ended) -> String {
    let mut text = state.text(outcome_key(ended.verdict.outcome));
    state.locale.with(|locale| {
        for (index, reason) in ended.verdict.reasons.iter().enumerate() {
            text.push_str(if index == 0 { " · " } else { " " });
            text.push_str(&reason_message(locale, reason));
        }
    });
    text
}

fn status_icon(phase: &Phase) -> Option<Icon> {
    Some(match phase {
        Phase::Idle => return None,
        Phase::Sending => Icon::Send,
        Phase::Blocked { .. } => Icon::Warning,
        Phase::Ended(ended) => match ended.verdict.outcome {
            Outcome::Passed => Icon::Passed,
            Outcome::Failed => Icon::Error,
            Outcome::Skipped => Icon::Skipped,
            Outcome::Cancelled => Icon::Close,
        },
    })
}

fn outcome_name(phase: &Phase) -> &'static str {
    match phase {
        Phase::Idle => "idle",
        Phase::Sending => "sending",
        Phase::Blocked { .. } => "blocked",
        Phase::Ended(ended) => ended.verdict.outcome.as_str(),
    }
}

/// A duration as people read it: in seconds from one second on.
pub fn duration(state: EditorState, ms: f64) -> String {
    let (key, number) = if ms < 1000.0 {
        (Key::Milliseconds, ms.round())
    } else {
        (Key::Seconds, (ms / 100.0).round() / 10.0)
    };
    state
        .locale
        .with(|locale| locale.with(key, &[("n", &locale.number(number))]))
}

/// Shows the ways on and the response.
pub fn result(state: EditorState) -> impl IntoView {
    let phase = state.test.phase;
    hae! {
        {move || phase.with(|phase| match phase {
            Phase::Blocked { as_is: true, allowed, .. } => {
                let allowed = Permission { send_as_is: true, ..*allowed };
                Some(way_on(state, Key::SendAsIs, Key::SendAsIsHint, allowed))
            }
            Phase::Ended(ended) if ended.is_disabled() => {
                let allowed = Permission { send_as_is: false, send_anyway: true };
                Some(way_on(state, Key::SendAnyway, Key::SendAnywayHint, allowed))
            }
            _ => None,
        })}
        {move || phase.with(|phase| match phase {
            Phase::Ended(ended) => Some(response_view(state, ended)),
            _ => None,
        })}
    }
}

fn way_on(state: EditorState, label: Key, hint: Key, permission: Permission) -> impl IntoView {
    hae! {
        <div class="hae-way-on">
            <p class="hae-hint">{state.says(hint)}</p>
            <button type="button" class="hae-button" on:click=move |_| send(state, permission)>{state.says(label)}</button>
        </div>
    }
}
