//! Pressing Send.

use std::sync::Arc;
use std::time::Duration;

use crate::reactive::*;
use http_action::problem::Code;
use http_action::request::Request;
use http_action::run::{
    Failure, Permission, ReasonCode, Response, ResponseText, Run, Step, Verdict, mask_secrets,
    verdict,
};
use leptos::task::spawn_local;

use super::report::report;
use super::state::{Ended, Phase, Received};
use crate::editor::{EditorState, now_iso, now_ms};
use crate::embedding::Cancelable;
use crate::sending::{Cancel, Sender};

/// How often the elapsed time is shown anew, in milliseconds.
const TICK_MS: u64 = 100;

/// Sends the action for the chosen device, as far as it may be sent. Nothing happens while a request is under way.
pub fn send(state: EditorState, permission: Permission) {
    let test = state.test;
    if !state.testing.get_untracked() || test.phase.with_untracked(|phase| *phase == Phase::Sending)
    {
        return;
    }
    state.show_all_problems();
    state.now.set(now_iso());
    let problems = state.problems.get_untracked();
    let request = state.request.get_untracked();
    let step = state
        .untracked_action(|action| Run::start(action, &problems, (*request).clone(), permission));
    match step {
        Step::Disabled => end(state, Ended::without_request(Verdict::disabled())),
        Step::UrlNotAbsolute => test.phase.set(Phase::Blocked {
            count: 1,
            as_is: false,
            allowed: permission,
        }),
        Step::Blocked(blocking) => {
            let as_is = blocking.iter().all(|index| {
                problems
                    .get(*index)
                    .is_some_and(|problem| problem.code == Code::ReferenceUnknown)
            });
            test.phase.set(Phase::Blocked {
                count: blocking.len(),
                as_is,
                allowed: permission,
            });
        }
        Step::Send(request) => {
            let cancel = Cancel::new();
            test.cancel.set_value(Some(cancel.clone()));
            test.elapsed_ms.set(0.0);
            test.phase.set(Phase::Sending);
            spawn_local(run(state, request, cancel));
        }
    }
}

async fn run(state: EditorState, request: Request, cancel: Cancel) {
    let test = state.test;
    let sender = test.sender.try_get_value().unwrap_or(Sender::Browser);
    let device = state.device.get_untracked();
    let start_ms = now_ms();
    let ticking = set_interval_with_handle(
        move || {
            test.elapsed_ms.try_set(now_ms() - start_ms);
        },
        Duration::from_millis(TICK_MS),
    );
    let mut result = sender.send(&request, &cancel).await;
    let duration_ms = now_ms() - start_ms;
    if let Ok(ticking) = ticking {
        ticking.clear();
    }
    // What comes back may echo a secret; nothing of it is shown, kept or told before it was searched.
    match &mut result {
        Ok(response) => mask_response(response, &request),
        Err(Failure::Network { message } | Failure::Refused { message }) => {
            *message = mask_secrets(message, &request)
        }
        Err(_) => {}
    }
    let verdict = verdict(&result);
    let response = result.ok().map(|response| {
        let mut text = ResponseText::read(response.header("content-type"), &response.body);
        text.text = mask_secrets(&text.text, &request);
        Received { response, text }
    });
    // The editor may be gone by now.
    if test.phase.is_disposed() {
        return;
    }
    end(
        state,
        Ended {
            verdict,
            request: Some(Arc::new(request)),
            response,
            duration_ms,
            device,
            sent_by: sender.name(),
        },
    );
}

fn mask_response(response: &mut Response, request: &Request) {
    for (_, value) in &mut response.headers {
        *value = mask_secrets(value, request);
    }
    response.url = mask_secrets(&response.url, request);
    response.status_text = mask_secrets(&response.status_text, request);
}

fn end(state: EditorState, ended: Ended) {
    let ended = Arc::new(ended);
    state.test.cancel.set_value(None);
    state.test.phase.set(Phase::Ended(Arc::clone(&ended)));
    let detail = state.locale.with_untracked(|locale| report(locale, &ended));
    state.fire("hae-test", &detail, Cancelable::No);
}

impl Ended {
    fn without_request(verdict: Verdict) -> Self {
        Self {
            verdict,
            request: None,
            response: None,
            duration_ms: 0.0,
            device: None,
            sent_by: Sender::Browser.name(),
        }
    }

    /// Whether the action was passed over because it is disabled, so that "Send anyway" is the way on.
    pub(super) fn is_disabled(&self) -> bool {
        self.verdict
            .reasons
            .iter()
            .any(|reason| reason.code == ReasonCode::Disabled)
    }
}
