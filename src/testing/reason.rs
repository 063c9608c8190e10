//! The words for a verdict and its reasons.

use http_action::run::{Outcome, Reason, ReasonCode};

use crate::texts::{Key, Locale};

/// The word that a result begins with.
pub fn outcome_key(outcome: Outcome) -> Key {
    match outcome {
        Outcome::Passed => Key::ResultPassed,
        Outcome::Failed => Key::ResultFailed,
        Outcome::Skipped => Key::ResultSkipped,
        Outcome::Cancelled => Key::ResultCancelled,
    }
}

/// A reason as a sentence.
pub fn reason_message(locale: &Locale, reason: &Reason) -> String {
    let key = match reason.code {
        ReasonCode::StatusSuccess => Key::ReasonStatusSuccess,
        ReasonCode::StatusNotSuccess => Key::ReasonStatusNotSuccess,
        ReasonCode::Redirected => Key::ReasonRedirected,
        ReasonCode::NoResponse => Key::ReasonNoResponse,
        ReasonCode::NotSent => Key::ReasonNotSent,
        ReasonCode::Cancelled => Key::ReasonCancelled,
        ReasonCode::Disabled => Key::ReasonDisabled,
    };
    let parameters: Vec<(&str, &str)> = reason
        .params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    locale.with(key, &parameters)
}
