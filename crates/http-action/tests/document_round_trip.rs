//! Any document with unknown fields comes back as it went in.

use http_action::document::{ContentType, Method, OnFailure, read_text};
use http_action::json::Json;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = Json> {
    "\\PC{0,12}|[\\x00-\\x1f\"\\\\{}&=]{0,6}".prop_map(Json::String)
}

fn choice(names: &'static [&'static str]) -> impl Strategy<Value = Json> {
    proptest::sample::select(names).prop_map(Json::text)
}

fn anything() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        "-?[1-9][0-9]{0,24}(\\.[0-9]{1,20})?(e-?[0-9]{1,3})?".prop_map(Json::Number),
        text(),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            proptest::collection::vec(("x-[a-z]{1,5}", inner), 0..4).prop_map(Json::Object),
        ]
    })
}

/// Fields of later versions; their names begin so that they are none of ours.
fn later_fields() -> impl Strategy<Value = Vec<(String, Json)>> {
    proptest::collection::vec(("x-[a-z]{1,8}", anything()), 0..4)
}

fn object(fields: Vec<(&'static str, BoxedStrategy<Json>)>) -> impl Strategy<Value = Json> {
    let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    (values, later_fields()).prop_map(move |(values, later)| {
        let mut members: Vec<_> = names
            .iter()
            .map(|name| (*name).to_owned())
            .zip(values)
            .collect();
        members.extend(later);
        Json::Object(members)
    })
}

fn list(entry: impl Strategy<Value = Json> + 'static) -> BoxedStrategy<Json> {
    proptest::collection::vec(entry, 0..4)
        .prop_map(Json::Array)
        .boxed()
}

fn header() -> impl Strategy<Value = Json> {
    object(vec![
        ("name", text().boxed()),
        ("value", text().boxed()),
        ("enabled", any::<bool>().prop_map(Json::Bool).boxed()),
    ])
}

fn condition() -> impl Strategy<Value = Json> {
    let types = &["platform", "tag", "a_type_of_tomorrow"];
    object(vec![
        ("type", choice(types).boxed()),
        (
            "operator",
            choice(&["equal_to", "contains", "resembles"]).boxed(),
        ),
        ("values", list(text())),
    ])
}

fn document() -> impl Strategy<Value = Json> {
    object(vec![
        ("version", Just(Json::whole(1)).boxed()),
        ("type", Just(Json::text("http_request")).boxed()),
        ("id", text().boxed()),
        ("name", text().boxed()),
        ("enabled", any::<bool>().prop_map(Json::Bool).boxed()),
        ("url", text().boxed()),
        ("method", choice(Method::NAMES).boxed()),
        ("contentType", choice(ContentType::NAMES).boxed()),
        ("body", text().boxed()),
        ("headers", list(header())),
        ("conditions", list(condition())),
        ("onFailure", choice(OnFailure::NAMES).boxed()),
        (
            "outputVariable",
            prop_oneof![Just(Json::Null), text()].boxed(),
        ),
        (
            "retries",
            any::<u32>()
                .prop_map(|retries| Json::whole(retries.into()))
                .boxed(),
        ),
    ])
}

proptest! {
    #[test]
    fn any_document_comes_back_as_it_went_in(document in document()) {
        let text = document.to_string();
        let opened = read_text(&text).expect("a document");
        prop_assert_eq!(opened.action.to_json().to_string(), text);
    }

    #[test]
    fn reading_never_panics(text in "\\PC*|[\\[\\]{}\",:a-z0-9 .-]*") {
        let _ = read_text(&text);
    }

    #[test]
    fn any_json_of_the_wrong_shape_is_refused_or_read(json in anything()) {
        let _ = read_text(&json.to_string());
    }
}
