//! From the action to its request.

use super::{HeaderOrigin, Request, RequestHeader};
use crate::document::{ContentType, Header, HttpAction, Method};
use crate::profile::Profile;
use crate::render::{Rendered, render_verbatim};
use crate::scope::Values;
use crate::template::Template;

/// What a body is to whoever reads it, which decides how values are put in and what can be wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffectiveType {
    /// JSON: `application/json` or a type that ends in `+json`.
    Json,
    /// A form: `application/x-www-form-urlencoded`.
    Form,
    /// Anything else: plain text.
    Text,
}

impl EffectiveType {
    /// What a body under this `Content-Type` is. Parameters (`; charset=utf-8`) and case do not matter.
    #[must_use]
    pub fn of(content_type: &str) -> Self {
        let essence = essence(content_type);
        let suffix = essence
            .len()
            .checked_sub("+json".len())
            .and_then(|at| essence.get(at..));
        if essence.eq_ignore_ascii_case(ContentType::Json.as_str())
            || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("+json"))
        {
            Self::Json
        } else if essence.eq_ignore_ascii_case(ContentType::Form.as_str()) {
            Self::Form
        } else {
            Self::Text
        }
    }
}

/// The type of a `Content-Type` without its parameters.
pub(crate) fn essence(content_type: &str) -> &str {
    content_type
        .split_once(';')
        .map_or(content_type, |(essence, _)| essence)
        .trim()
}

/// Whether the row goes out: a switched-off one does only where the runner has no such switch.
pub(crate) fn is_sent(header: &Header, profile: &Profile) -> bool {
    header.enabled || !profile.header_switch
}

/// What the action's body is: the type of its first `Content-Type` row that is sent, else of the drop-down.
#[must_use]
pub fn effective_content_type(
    action: &HttpAction,
    values: &Values<'_>,
    profile: &Profile,
) -> EffectiveType {
    for row in &action.headers {
        if is_sent(&row.value, profile) && is_content_type(&rendered(&row.value.name, values).text)
        {
            return EffectiveType::of(&rendered(&row.value.value, values).text);
        }
    }
    EffectiveType::of(action.content_type.as_str())
}

pub(crate) fn is_content_type(name: &str) -> bool {
    name.eq_ignore_ascii_case("content-type")
}

fn rendered(text: &str, values: &Values<'_>) -> Rendered {
    render_verbatim(&Template::parse(text), values)
}

/// The request that the action makes with these values.
///
/// A body goes along when the method is not GET and there is one; only then does the drop-down add its `Content-Type`,
/// and only where no row sets it.
#[must_use]
pub fn build(action: &HttpAction, values: &Values<'_>, profile: &Profile) -> Request {
    let mut headers = Vec::with_capacity(action.headers.len() + 1);
    for row in &action.headers {
        if is_sent(&row.value, profile) {
            headers.push(RequestHeader {
                name: rendered(&row.value.name, values),
                value: rendered(&row.value.value, values).trimmed(),
                origin: HeaderOrigin::You,
            });
        }
    }
    let body = match action.method {
        Method::Get => None,
        _ => Some(rendered(&action.body, values)).filter(|body| !body.text.is_empty()),
    };
    if body.is_some()
        && !headers
            .iter()
            .any(|header| is_content_type(&header.name.text))
    {
        headers.push(RequestHeader {
            name: Rendered::plain("Content-Type"),
            value: Rendered::plain(action.content_type.as_str()),
            origin: HeaderOrigin::ContentType,
        });
    }
    Request {
        method: action.method,
        url: rendered(&action.url, values),
        headers,
        body,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Reveal;
    use super::*;
    use crate::document;
    use crate::json::Json;
    use crate::scope::{Names, Scope};
    use crate::secret::MASK;

    fn request(action: &str, profile: &Profile) -> Request {
        let action = document::read_text(action).expect("an action").action;
        let scope = Json::parse(
            r#"{"variables":[{"name":"h","defaultValue":"content-TYPE"},{"name":"key","defaultValue":"hunter2","secret":true},
            {"name":"empty","defaultValue":""}]}"#,
        );
        let scope = Scope::read(&scope.expect("JSON")).expect("a scope");
        let names = Names::new(&scope);
        build(&action, &Values::new(&scope, &names, None, "NOW"), profile)
    }

    #[test]
    fn body_and_content_type_follow_the_rules() {
        // (action, the preview's lines)
        let cases = [
            (r#"{"url":"https://a"}"#, "GET https://a"),
            (r#"{"url":"https://a","body":"{}"}"#, "GET https://a"),
            (r#"{"url":"https://a","method":"POST"}"#, "POST https://a"),
            (
                r#"{"url":"https://a","method":"POST","body":"{{empty}}"}"#,
                "POST https://a",
            ),
            (
                r#"{"url":"https://a","method":"POST","body":"{}"}"#,
                "POST https://a\nContent-Type: application/json\n\n{}",
            ),
            (
                r#"{"url":"https://a","method":"PUT","body":"{}","headers":[{"name":"{{h}}","value":" x/y\t"}]}"#,
                "PUT https://a\ncontent-TYPE: x/y\n\n{}",
            ),
            (
                r#"{"url":"https://a","method":"PUT","body":"x","contentType":"text/plain",
                "headers":[{"name":"Content-Type","value":"x/y","enabled":false}]}"#,
                "PUT https://a\nContent-Type: text/plain\n\nx",
            ),
            (
                r#"{"url":"https://a","headers":[{"name":"X","value":"1"},{"name":"Y","value":"{{key}}"},{"name":"x","value":"2"}]}"#,
                "GET https://a\nX: 1, 2\nY: ••••••••",
            ),
        ];
        for (action, expected) in cases {
            assert_eq!(
                request(action, &Profile::full()).lines(Reveal::Masked),
                expected
            );
        }
    }

    #[test]
    fn a_runner_without_the_switch_sends_every_row() {
        let action = r#"{"url":"https://a","headers":[{"name":"X","value":"1","enabled":false}]}"#;
        assert_eq!(request(action, &Profile::level()).headers.len(), 1);
        assert_eq!(request(action, &Profile::full()).headers.len(), 0);
    }

    #[test]
    fn secrets_are_shown_only_when_revealed() {
        let action = r#"{"url":"https://a/{{key}}","method":"POST","body":"é{{key}}","contentType":"text/plain"}"#;
        let request = request(action, &Profile::full());
        assert_eq!(
            request.lines(Reveal::Masked),
            format!("POST https://a/{MASK}\nContent-Type: text/plain\n\né{MASK}")
        );
        assert!(
            request
                .lines(Reveal::Revealed)
                .contains("é".to_owned().as_str())
        );
        assert!(request.lines(Reveal::Revealed).ends_with("hunter2"));
        assert_eq!(request.body_bytes(), 9);
        assert!(
            !request
                .to_json(Reveal::Masked)
                .to_pretty()
                .contains("hunter2")
        );
        assert!(!format!("{request:?}").contains("hunter2"));
    }

    #[test]
    fn knows_json_and_forms_by_their_type() {
        let cases = [
            ("application/json", EffectiveType::Json),
            (" Application/JSON ; charset=utf-8", EffectiveType::Json),
            ("application/vnd.api+json", EffectiveType::Json),
            (
                "application/x-www-form-urlencoded;charset=x",
                EffectiveType::Form,
            ),
            ("text/plain", EffectiveType::Text),
            ("json", EffectiveType::Text),
            ("", EffectiveType::Text),
        ];
        for (content_type, expected) in cases {
            assert_eq!(EffectiveType::of(content_type), expected, "{content_type}");
        }
    }
}
