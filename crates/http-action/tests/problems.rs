//! What holds for the problems of every action, and what the platform's own tests say about forms and headers.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use http_action::document::{ContentType, Header, HttpAction, Method, Row, RowId};
use http_action::edit::{self, State};
use http_action::form;
use http_action::json::{self, Json};
use http_action::problem::{Check, Code, ParsedUrl, Problem, UrlParser, check};
use http_action::profile::Profile;
use http_action::request::{Reveal, build};
use http_action::run::mask_secrets;
use http_action::scope::{Names, Scope, Values};
use proptest::prelude::*;

const SECRET: &str = "Pa55\"w0rd\n€!";

struct Standard;

impl UrlParser for Standard {
    fn parse(&self, url: &str) -> Option<ParsedUrl> {
        let url = url::Url::parse(url).ok()?;
        Some(ParsedUrl {
            href: url.as_str().to_owned(),
            protocol: [url.scheme(), ":"].concat(),
            host: url.host_str().unwrap_or("").to_owned(),
            has_credentials: !url.username().is_empty() || url.password().is_some(),
        })
    }
}

fn scope() -> Scope {
    let mut scope = Scope::read(
        &Json::parse(r#"{"variables":[{"name":"a","defaultValue":"x"},{"name":"none"},{"name":"s","secret":true}]}"#)
            .expect("JSON"),
    )
    .expect("a scope");
    if let Some(secret) = scope.variables.last_mut() {
        secret.default_value = Some(SECRET.to_owned());
    }
    scope
}

fn problems(action: &HttpAction, scope: &Scope, profile: &Profile) -> Vec<Problem> {
    let names = Names::new(scope);
    let values = Values::new(scope, &names, None, "NOW");
    check(&Check {
        action,
        retries_draft: None,
        names: &names,
        scope,
        values: &values,
        profile,
        device: None,
        url: &Standard,
        replaced_headers: &[],
    })
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{{s}}".to_owned()),
        Just("{{a}}".to_owned()),
        Just("{{none}}".to_owned()),
        Just("{{unknwn}}".to_owned()),
        Just("{{aa}}".to_owned()),
        Just("##{{a}}".to_owned()),
        Just("{{".to_owned()),
        Just("https://".to_owned()),
        Just("h.test/".to_owned()),
        Just("{\"k\": ".to_owned()),
        Just("\"k\"".to_owned()),
        Just(", ".to_owned()),
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("}".to_owned()),
        Just("a=1&".to_owned()),
        Just("%".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

fn actions() -> impl Strategy<Value = HttpAction> {
    let headers = prop::collection::vec((texts(), texts(), any::<bool>()), 0..3);
    (texts(), texts(), headers, 0usize..5, 0usize..3).prop_map(
        |(url, body, headers, method, content_type)| HttpAction {
            url,
            body,
            method: Method::ALL.get(method).copied().unwrap_or_default(),
            content_type: ContentType::ALL
                .get(content_type)
                .copied()
                .unwrap_or_default(),
            headers: (0..)
                .zip(headers)
                .map(|(id, (name, value, enabled))| Row {
                    id: RowId(id),
                    value: Header {
                        name,
                        value,
                        enabled,
                        ..Header::default()
                    },
                })
                .collect(),
            ..HttpAction::default()
        },
    )
}

proptest! {
    #[test]
    fn no_problem_tells_a_secret_and_every_fix_fits(action in actions()) {
        let scope = scope();
        for profile in [Profile::full(), Profile::level()] {
            for problem in problems(&action, &scope, &profile) {
                for (_, value) in &problem.params {
                    prop_assert!(!value.contains("Pa55"), "{:?}", problem);
                }
                if let Some(range) = &problem.range {
                    prop_assert!(range.end <= action.url.len().max(action.body.len()).max(
                        action.headers.iter().map(|row| row.value.name.len().max(row.value.value.len())).max().unwrap_or(0)
                    ), "{:?}", problem);
                }
                for fix in problem.fix.iter().chain(&problem.other_fix) {
                    let mut state = State::new(action.clone());
                    let back = edit::apply(&mut state, fix.edit.clone());
                    prop_assert!(back.is_some(), "{:?}", problem);
                    prop_assert_ne!(&state.action, &action);
                    edit::apply(&mut state, back.expect("a way back"));
                    prop_assert_eq!(&state.action, &action);
                }
            }
        }
    }

    #[test]
    fn a_fix_ends_its_problem(action in actions()) {
        let scope = scope();
        let profile = Profile::level();
        for problem in problems(&action, &scope, &profile) {
            let ends = matches!(
                problem.code,
                Code::BodyNotForm | Code::UrlNotAbsolute | Code::HeaderSwitchIgnored
            );
            if let (true, Some(fix)) = (ends, &problem.fix) {
                let mut state = State::new(action.clone());
                edit::apply(&mut state, fix.edit.clone());
                let left = problems(&state.action, &scope, &profile);
                prop_assert!(left.iter().filter(|other| other.code == problem.code).count()
                    < problems(&action, &scope, &profile).iter().filter(|other| other.code == problem.code).count());
            }
        }
    }

    #[test]
    fn no_preview_and_no_echo_shows_a_secret(action in actions()) {
        let scope = scope();
        let names = Names::new(&scope);
        let values = Values::new(&scope, &names, None, "NOW");
        let request = build(&action, &values, &Profile::level());
        prop_assert!(!request.lines(Reveal::Masked).contains("Pa55"));
        let echo = request.lines(Reveal::Revealed);
        prop_assert!(!mask_secrets(&echo, &request).contains("Pa55"));
        prop_assert!(!mask_secrets(&json::quote(&echo), &request).contains("Pa55"));
    }
}

/// Where a part can be shown decoded it is what the URL standard's parser says.
#[test]
fn forms_decode_as_the_url_standard_says() {
    let data = Json::parse(include_str!("data/urlencoded-parser-data.json")).expect("JSON");
    let Some(Json::Array(tests)) = data.member("tests") else {
        panic!("tests")
    };
    assert!(tests.len() > 20);
    let mut compared = 0;
    for test in tests {
        let input = test
            .member("input")
            .and_then(Json::as_text)
            .expect("an input");
        let Some(Json::Array(pairs)) = test.member("output") else {
            panic!("output")
        };
        let rows: Vec<_> = form::rows(input)
            .into_iter()
            .filter(|row| !row.range.is_empty())
            .collect();
        assert_eq!(rows.len(), pairs.len(), "{input:?}");
        for (row, pair) in rows.iter().zip(pairs) {
            let Json::Array(pair) = pair else {
                panic!("a pair")
            };
            for (part, expected) in [&row.name, &row.value].into_iter().zip(pair) {
                if !part.as_typed {
                    assert_eq!(Some(part.shown.as_str()), expected.as_text(), "{input:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 40);
}

#[test]
fn headers_are_forbidden_as_the_fetch_standard_says() {
    let data = Json::parse(include_str!("data/forbidden-headers.json")).expect("JSON");
    let list = |name: &str| match data.member(name) {
        Some(Json::Array(items)) => items.clone(),
        _ => panic!("{name}"),
    };
    let is_forbidden = |name: &Json, value: &Json| {
        let text = |json: &Json| json.as_text().expect("a text").to_owned();
        let header = Header {
            name: text(name),
            value: text(value),
            ..Header::default()
        };
        let action = HttpAction {
            url: "https://a.test/".to_owned(),
            headers: vec![Row {
                id: RowId(0),
                value: header,
            }],
            ..HttpAction::default()
        };
        problems(&action, &scope(), &Profile::full())
            .iter()
            .any(|problem| problem.code == Code::HeaderForbidden)
    };
    for pair in list("forbidden") {
        let Json::Array(pair) = pair else {
            panic!("a pair")
        };
        let [name, value] = pair.as_slice() else {
            panic!("a pair")
        };
        assert!(is_forbidden(name, value), "{name:?}");
    }
    for name in list("override_headers") {
        for value in list("override_forbidden_values") {
            assert!(is_forbidden(&name, &value), "{name:?}: {value:?}");
        }
        for value in list("override_permitted_values") {
            assert!(!is_forbidden(&name, &value), "{name:?}: {value:?}");
        }
    }
}
