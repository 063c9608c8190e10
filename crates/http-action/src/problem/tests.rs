//! The whole table of problems, each row as the specification has it.

use super::*;
use crate::document;
use crate::edit::{self, State};
use crate::json::Json;
use crate::profile::Profile;
use crate::scope::{Names, Scope, Values};

struct Standard;

impl UrlParser for Standard {
    fn parse(&self, url: &str) -> Option<ParsedUrl> {
        let url = ::url::Url::parse(url).ok()?;
        let host = url.host_str().unwrap_or("");
        Some(ParsedUrl {
            href: url.as_str().to_owned(),
            protocol: format!("{}:", url.scheme()),
            host: url
                .port()
                .map_or(host.to_owned(), |port| format!("{host}:{port}")),
            has_credentials: !url.username().is_empty() || url.password().is_some(),
        })
    }
}

const SCOPE: &str = r#"{"variables":[{"name":"base","defaultValue":"https://api.test"},{"name":"host","defaultValue":"api.test"},
  {"name":"s","defaultValue":"hunter2","secret":true},{"name":"none"},{"name":"lines","defaultValue":"a\nb"},
  {"name":"euro","defaultValue":"€"},{"name":"quote","defaultValue":"a\"b"},{"name":"number","defaultValue":"42"},
  {"name":"empty","defaultValue":""},{"name":"key","defaultValue":"k"}],
  "customFields":[{"name":"MAC","reference":"cf_mac"}],"actions":[{"id":"a1","name":"A"}],
  "devices":[{"id":"d1","name":"WS-014","values":{}}]}"#;

struct Case {
    action: String,
    scope: &'static str,
    profile: Profile,
    device: Option<&'static str>,
    draft: Option<&'static str>,
}

/// An action with a good URL and these members besides.
fn action(members: &str) -> Case {
    let url = if members.contains("\"url\"") {
        ""
    } else {
        r#""url":"https://a.test/""#
    };
    let comma = if url.is_empty() || members.is_empty() {
        ""
    } else {
        ","
    };
    Case {
        action: format!("{{{url}{comma}{members}}}"),
        scope: SCOPE,
        profile: Profile::full(),
        device: None,
        draft: None,
    }
}

fn url(url: &str) -> Case {
    action(&format!(r#""url":{}"#, crate::json::quote(url)))
}

fn post(body: &str, content_type: &str) -> Case {
    let body = crate::json::quote(body);
    action(&format!(
        r#""method":"POST","body":{body},"contentType":"{content_type}""#
    ))
}

fn json(body: &str) -> Case {
    post(body, "application/json")
}

fn form(body: &str) -> Case {
    post(body, "application/x-www-form-urlencoded")
}

fn header(name: &str, value: &str) -> Case {
    let quote = crate::json::quote;
    action(&format!(
        r#""headers":[{{"name":{},"value":{}}}]"#,
        quote(name),
        quote(value)
    ))
}

impl Case {
    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn problems(&self) -> Vec<Problem> {
        let action = document::read_text(&self.action)
            .expect(&self.action)
            .action;
        let scope = Scope::read(&Json::parse(self.scope).expect("JSON")).expect("a scope");
        let names = Names::new(&scope);
        let values = Values::new(&scope, &names, self.device, "2026-01-01T00:00:00Z");
        check(&Check {
            action: &action,
            retries_draft: self.draft,
            names: &names,
            scope: &scope,
            values: &values,
            profile: &self.profile,
            device: self.device,
            url: &Standard,
            replaced_headers: &["user-agent"],
        })
    }

    /// Each problem as `code path blocks`.
    fn told(&self) -> Vec<String> {
        let told = |problem: &Problem| {
            let blocks = problem.blocks.map_or("-", Blocks::as_str);
            format!(
                "{} {} {blocks}",
                problem.code.as_str(),
                problem.place.path()
            )
        };
        self.problems().iter().map(told).collect()
    }

    /// The action after the fix of its first problem that has one.
    fn fixed(&self) -> State {
        let fix = self
            .problems()
            .into_iter()
            .find_map(|problem| problem.fix)
            .expect("a fix");
        let mut state = State::new(document::read_text(&self.action).expect("an action").action);
        edit::apply(&mut state, fix.edit).expect("a fix that fits");
        state
    }
}

#[track_caller]
fn expect(case: &Case, expected: &[&str]) {
    assert_eq!(case.told(), expected, "{}", case.action);
}

#[test]
fn a_good_action_has_none() {
    expect(&action(""), &[]);
    expect(&url("{{base}}/x?y={{number}}"), &[]);
    expect(&json("{\"a\": {{number}}, \"b\": \"{{host}}\"}"), &[]);
    expect(&form("a=b&c={{host}}"), &[]);
    expect(&header("X-Key", "{{s}}"), &[]);
}

#[test]
fn the_url_must_be_absolute() {
    expect(&url(" "), &["url_missing url save"]);
    for bad in [
        "/x",
        "abc",
        "ftp://a.test/",
        "https:a.test",
        "http:/a.test",
        "mailto:a@b.test",
        "https://",
        "a b",
        "javascript:alert(1)",
    ] {
        expect(&url(bad), &["url_not_absolute url save"]);
    }
    expect(&url("{{host}}/x"), &["url_not_absolute url test"]);
    expect(
        &url("{{none}}/x"),
        &["reference_without_value url -", "url_not_absolute url test"],
    );
    expect(
        &url("https://u:p@a.test/"),
        &["url_has_credentials url test"],
    );
}

#[test]
fn a_missing_scheme_is_added() {
    for (text, fixed) in [
        ("a.test/x", "https://a.test/x"),
        ("localhost:8080", "https://localhost:8080"),
        ("{{host}}/x", "https://{{host}}/x"),
    ] {
        assert_eq!(url(text).fixed().action.url, fixed);
    }
    for text in [
        "/x",
        "ftp://a.test",
        "mailto:a@b.test",
        "{{none}}.test/x",
        "hello",
    ] {
        assert!(
            url(text)
                .problems()
                .iter()
                .all(|problem| problem.fix.is_none()),
            "{text}"
        );
    }
}

#[test]
fn an_unknown_reference_stands_alone() {
    let unknown = |path: &str| format!("reference_unknown {path} test");
    for case in [
        url("{{zzz}}/x"),
        url("https://{{zzz}}/"),
        url("https://a.test:{{zzz}}/"),
    ] {
        expect(&case, &[&unknown("url")]);
    }
    for body in [
        "{{zzz}}",
        "{\"a\": {{zzz}}}",
        "{\"{{zzz}}\": 1, \"{{yyy}}\": {{zzz}}}",
        "{ {{zzz}}: 1}",
        "{\"\\\"{{zzz}}\": {{zzz}}}",
    ] {
        assert!(
            json(body)
                .told()
                .iter()
                .all(|told| told.starts_with("reference_unknown")),
            "{body} {:?}",
            json(body).told()
        );
    }
    expect(
        &header("{{zzz}}", "{{zzz}}"),
        &[&unknown("headers[0].name"), &unknown("headers[0].value")],
    );
    // What the reference does not cause is told beside it.
    expect(
        &url("a.test/{{zzz}}"),
        &[&unknown("url"), "url_not_absolute url test"],
    );
    expect(
        &json("{\"a\": {{zzz}}"),
        &[&unknown("body"), "body_not_json body test"],
    );
    expect(
        &header("X", "{{zzz}}\n"),
        &[
            &unknown("headers[0].value"),
            "header_value_invalid headers[0].value test",
        ],
    );
}

#[test]
fn the_nearest_name_mends_every_use() {
    let state = url("https://a.test/{{hostt}}/{{base}}/{{ hostt }}").fixed();
    assert_eq!(
        state.action.url,
        "https://a.test/{{host}}/{{base}}/{{ host }}"
    );
}

#[test]
fn references_are_told_once_a_field() {
    expect(
        &url("https://a.test/{{none}}{{none}}"),
        &["reference_without_value url -"],
    );
    let case = url("https://a.test/{{none}}").with(|case| case.device = Some("d1"));
    let problem = &case.problems()[0];
    assert_eq!(
        (problem.device.as_deref(), problem.param_value("device")),
        (Some("d1"), Some("WS-014"))
    );
    assert_eq!(problem.range, Some(15..23));
}

#[test]
fn oddities_of_templates_are_told() {
    expect(&url("https://a.test/{{x"), &["reference_unclosed url -"]);
    expect(
        &url("https://a.test/{{x y}}"),
        &["reference_malformed url -"],
    );
    let hashes = url("https://a.test/##{{host}}");
    expect(&hashes, &["reference_hash_prefix url -"]);
    assert_eq!(hashes.problems()[0].param_value("name"), Some("host"));
    assert_eq!(hashes.fixed().action.url, "https://a.test/{{host}}");
}

#[test]
fn a_clash_is_told_where_it_is_met_or_else_of_the_scope() {
    let scope =
        r#"{"variables":[{"name":"a","defaultValue":"1"},{"name":"a","defaultValue":"2"}]}"#;
    expect(
        &url("https://a.test/{{a}}").with(|case| case.scope = scope),
        &["name_clash url -"],
    );
    expect(
        &action("").with(|case| case.scope = scope),
        &["name_clash scope -"],
    );
}

#[test]
fn a_json_body_must_be_json() {
    expect(&json("{\"a\": }"), &["body_not_json body save"]);
    expect(&json(" "), &["body_not_json body save"]);
    expect(&json(""), &[]);
    expect(&json("{\"a\": {{host}}}"), &["body_not_json body test"]);
    expect(
        &json("{\"a\": \"{{quote}}\"}"),
        &["body_not_json body test"],
    );
    expect(&post("{", "text/plain"), &[]);
    let case = action(
        r#""method":"POST","body":"{","headers":[{"name":"Content-Type","value":"text/plain"}]"#,
    );
    expect(&case, &["content_type_conflict headers[0].value -"]);
}

#[test]
fn a_broken_body_is_traced_to_its_reference() {
    let problem = json("{\n \"a\": \"{{quote}}\"}")
        .with(|case| case.device = Some("d1"))
        .problems()
        .remove(0);
    assert_eq!(problem.device.as_deref(), Some("d1"));
    assert_eq!(problem.param_value("name"), Some("quote"));
    assert_eq!(
        (problem.param_value("line"), problem.param_value("column")),
        (Some("2"), Some("8"))
    );
    assert_eq!(problem.range, Some(9..18));
}

#[test]
fn line_and_column_are_those_of_the_text() {
    let problem = json("{\"é\": 1,\n  \"b\": tru}").problems().remove(0);
    assert_eq!(
        (problem.param_value("line"), problem.param_value("column")),
        (Some("2"), Some("8"))
    );
    assert_eq!(problem.param_value("reason"), Some("unexpected_character"));
}

#[test]
fn curly_quotes_are_named_and_straightened() {
    for (body, fixed) in [
        ("{“a”: “b”}", "{\"a\": \"b\"}"),
        ("{\"a”: 1}", "{\"a\": 1}"),
        (
            "{“a”: “{{host}}”, “b”: {{zzz}}}",
            "{\"a\": \"{{host}}\", \"b\": {{zzz}}}",
        ),
        ("{“a”: “it’s”}", "{\"a\": \"it’s\"}"),
    ] {
        let case = json(body);
        let problems = case.problems();
        let problem = problems
            .iter()
            .find(|problem| problem.code == Code::BodyNotJson)
            .expect(body);
        assert_eq!(problem.param_value("reason"), Some("curly_quote"), "{body}");
        let mut state = State::new(document::read_text(&case.action).expect("an action").action);
        edit::apply(&mut state, problem.fix.clone().expect("a fix").edit);
        assert_eq!(state.action.body, fixed);
    }
}

#[test]
fn one_object_has_each_key_once() {
    let duplicate = "json_key_duplicate body test";
    expect(
        &json("{\"a\": 1, \"b\": {\"a\": 2}, \"c\": [{\"a\": 3}]}"),
        &[],
    );
    expect(&json("{\"a\": 1, \"a\": 2}"), &[duplicate]);
    expect(&json("{\"a\": 1, \"\\u0061\": 2}"), &[duplicate]);
    expect(&json("{\"k\": 1, \"{{key}}\": 2}"), &[duplicate]);
    let secret = json("{\"hunter2\": 1, \"{{s}}\": 2}");
    assert!(!format!("{:?}", secret.problems()).contains("hunter2"));
    let problem = json("{\"a\": 1,\n\"a\": 2}").problems().remove(0);
    assert_eq!((problem.range, problem.device), (Some(9..12), None));
}

#[test]
fn a_form_must_be_written_as_one() {
    for body in ["a=b c", "a=é", "a=%4", "a=\n", "a=%{{host}}"] {
        expect(&form(body), &["body_not_form body save"]);
    }
    assert_eq!(
        form("a=b c&d={{host}}").fixed().action.body,
        "a=b+c&d={{host}}"
    );
    expect(&form("a={{quote}}&{{host}}=%41"), &[]);
}

#[test]
fn a_body_with_get_stays_here() {
    expect(&action(r#""body":"{}""#), &["body_not_sent body -"]);
}

#[test]
fn header_names_are_tokens() {
    for name in ["", "a b", "é", "a:"] {
        expect(
            &header(name, "1"),
            &["header_name_invalid headers[0].name save"],
        );
    }
    expect(
        &header("{{quote}}", "1"),
        &["header_name_invalid headers[0].name test"],
    );
    expect(
        &header("{{none}}", "1"),
        &[
            "reference_without_value headers[0].name -",
            "header_name_invalid headers[0].name test",
        ],
    );
}

#[test]
fn header_values_are_one_line_of_latin_1() {
    for value in ["a\r\nb", "a\n", "a\0"] {
        expect(
            &header("X", value),
            &["header_value_invalid headers[0].value save"],
        );
    }
    expect(
        &header("X", "{{lines}}"),
        &["header_value_invalid headers[0].value test"],
    );
    expect(&header("X", "é"), &[]);
    expect(
        &header("X", "€"),
        &["header_not_latin1 headers[0].value test"],
    );
    expect(
        &header("X", "{{euro}}"),
        &["header_not_latin1 headers[0].value test"],
    );
}

#[test]
fn headers_are_told_what_becomes_of_them() {
    expect(
        &action(
            r#""headers":[{"name":"X","value":""},{"name":"y","value":""},{"name":"x","value":""}]"#,
        ),
        &["header_duplicate headers[2].name -"],
    );
    for name in ["Cookie", "Sec-Fetch-Site", "User-Agent"] {
        expect(&header(name, "1"), &["header_forbidden headers[0].name -"]);
    }
}

#[test]
fn a_row_switched_off_raises_nothing_but_the_switch() {
    let off = r#""headers":[{"name":"a b","value":"{{zzz}}\n","enabled":false}]"#;
    expect(&action(off), &[]);
    let level = action(off).with(|case| case.profile = Profile::level());
    expect(&level, &["header_switch_ignored headers[0] -"]);
    assert!(level.fixed().action.headers.is_empty());
}

#[test]
fn two_content_types_can_be_made_one_from_either_side() {
    expect(
        &header("content-type", "Application/JSON; charset=utf-8"),
        &[],
    );
    let case = header("Content-Type", "text/plain; charset=utf-8");
    expect(&case, &["content_type_conflict headers[0].value -"]);
    assert!(case.fixed().action.headers.is_empty());
    let other = case.problems()[0]
        .other_fix
        .clone()
        .expect("the other side");
    let mut state = State::new(document::read_text(&case.action).expect("an action").action);
    edit::apply(&mut state, other.edit);
    assert_eq!(state.action.content_type, document::ContentType::Text);
    assert!(
        header("Content-Type", "x/y").problems()[0]
            .other_fix
            .is_none()
    );
}

#[test]
fn retries_are_a_number_in_range() {
    expect(&action(r#""retries":10"#), &[]);
    expect(
        &action(r#""retries":11"#),
        &["retries_out_of_range retries save"],
    );
    expect(
        &action(r#""retries":11"#).with(|case| case.profile = Profile::level()),
        &[],
    );
    for draft in ["", "-1", "1.5", "x", "99"] {
        expect(
            &action("").with(|case| case.draft = Some(draft)),
            &["retries_out_of_range retries save"],
        );
    }
    expect(&action("").with(|case| case.draft = Some("007")), &[]);
    let writes = action(r#""method":"DELETE","retries":2"#);
    expect(&writes, &["retry_repeats_write retries -"]);
    assert_eq!(writes.problems()[0].param_value("times"), Some("3"));
}

#[test]
fn an_output_variable_can_be_referred_to() {
    expect(&action(r#""outputVariable":"new_one""#), &[]);
    expect(
        &action(r#""outputVariable":"new one""#),
        &["variable_name_invalid outputVariable save"],
    );
}

#[test]
fn conditions_are_complete_and_in_scope() {
    let condition = |text: &str| action(&format!(r#""conditions":[{text}]"#));
    for (text, field) in [
        ("{}", "type"),
        (
            r#"{"type":"variable","operator":"equal_to","values":["x"]}"#,
            "variable",
        ),
        (r#"{"type":"platform","values":["windows"]}"#, "operator"),
        (r#"{"type":"platform","operator":"equal_to"}"#, "values"),
    ] {
        expect(
            &condition(text),
            &[&format!("condition_incomplete conditions[0].{field} save")],
        );
    }
    expect(
        &condition(r#"{"type":"variable","variable":"base","operator":"is_set"}"#),
        &[],
    );
    expect(&condition(r#"{"type":"moon"}"#), &[]);
    for (kind, field, known) in [
        ("variable", "variable", "base"),
        ("custom_field", "customField", "cf_mac"),
        ("action_status", "action", "a1"),
    ] {
        let with = |name: &str| {
            condition(&format!(
                r#"{{"type":"{kind}","{field}":"{name}","operator":"equal_to","values":["failed"]}}"#
            ))
        };
        expect(&with(known), &[]);
        expect(
            &with("gone"),
            &[&format!("condition_out_of_scope conditions[0].{field} -")],
        );
    }
}

#[test]
fn the_public_form_is_the_specification_s() {
    let problem = url("a.test").problems().remove(0);
    assert_eq!(
        problem.to_json("Not a URL.", Some("Add https://")).to_pretty(),
        Json::parse(
            r#"{"code":"url_not_absolute","path":"url","severity":"error","blocks":"save","params":{},
            "message":"Not a URL.","fix":{"label":"Add https://"}}"#
        )
        .expect("JSON")
        .to_pretty()
    );
}
