//! What a host is told of a test, secrets masked.

use http_action::json::Json;
use http_action::request::Reveal;
use http_action::run::Reason;

use super::reason::reason_message;
use super::state::{Ended, Received};
use crate::embedding::API_VERSION;
use crate::texts::Locale;

/// The detail of `hae-test`.
pub fn report(locale: &Locale, ended: &Ended) -> Json {
    let mut members = vec![
        ("apiVersion".to_owned(), Json::whole(API_VERSION)),
        (
            "device".to_owned(),
            Json::text_or_null(ended.device.as_deref()),
        ),
        ("sentBy".to_owned(), Json::text(ended.sent_by)),
        (
            "request".to_owned(),
            ended
                .request
                .as_ref()
                .map_or(Json::Null, |request| request.to_json(Reveal::Masked)),
        ),
        ("attempts".to_owned(), attempts(locale, ended)),
        (
            "verdict".to_owned(),
            Json::text(ended.verdict.outcome.as_str()),
        ),
        (
            "reasons".to_owned(),
            Json::Array(
                ended
                    .verdict
                    .reasons
                    .iter()
                    .map(|each| reason(locale, each))
                    .collect(),
            ),
        ),
    ];
    if let Some(received) = &ended.response {
        members.push(("response".to_owned(), response(received)));
    }
    Json::Object(members)
}

fn attempts(locale: &Locale, ended: &Ended) -> Json {
    if ended.request.is_none() {
        return Json::Array(Vec::new());
    }
    let outcome = match &ended.response {
        Some(received) => (
            "status".to_owned(),
            Json::whole(received.response.status.into()),
        ),
        None => {
            let said = ended
                .verdict
                .reasons
                .first()
                .map(|reason| reason_message(locale, reason));
            ("failure".to_owned(), Json::text_or_null(said.as_deref()))
        }
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a duration in milliseconds"
    )]
    let duration = Json::whole(ended.duration_ms.round() as u64);
    Json::Array(vec![Json::Object(vec![
        outcome,
        ("durationMs".to_owned(), duration),
    ])])
}

fn reason(locale: &Locale, reason: &Reason) -> Json {
    let params = reason
        .params
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Json::text(value)))
        .collect();
    Json::Object(vec![
        ("code".to_owned(), Json::text(reason.code.as_str())),
        ("params".to_owned(), Json::Object(params)),
        (
            "message".to_owned(),
            Json::text(&reason_message(locale, reason)),
        ),
    ])
}

fn response(received: &Received) -> Json {
    let response = &received.response;
    let headers = response
        .headers
        .iter()
        .map(|(name, value)| Json::Array(vec![Json::text(name), Json::text(value)]))
        .collect();
    Json::Object(vec![
        ("status".to_owned(), Json::whole(response.status.into())),
        ("statusText".to_owned(), Json::text(&response.status_text)),
        ("headers".to_owned(), Json::Array(headers)),
        ("body".to_owned(), Json::text(&received.text.text)),
    ])
}
