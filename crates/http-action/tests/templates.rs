//! What holds for every template, whatever is written in it.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use http_action::json::Json;
use http_action::render::render_verbatim;
use http_action::scope::{Names, Scope, Values};
use http_action::template::{Part, Template};
use http_action::text_position::{byte_of_utf16, line_column, utf16_of_byte};
use proptest::prelude::*;

/// Texts rich in what templates are made of.
fn templates() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{".to_owned()),
        Just("{{".to_owned()),
        Just("}}".to_owned()),
        Just("}".to_owned()),
        Just("##".to_owned()),
        Just("{{a}}".to_owned()),
        Just("{{ secret }}".to_owned()),
        Just(" ".to_owned()),
        Just("\n".to_owned()),
        "[a-c😀é\u{a0}]{1,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn scope(value: &str) -> Scope {
    let quoted = http_action::json::quote(value);
    let json = Json::parse(&format!(
        r#"{{"variables":[{{"name":"a","defaultValue":{quoted}}},{{"name":"b"}},
        {{"name":"secret","defaultValue":"Pa55w0rd!","secret":true}}]}}"#
    ));
    Scope::read(&json.expect("JSON")).expect("a scope")
}

proptest! {
    #[test]
    fn the_parts_are_the_whole_text(source in prop_oneof![templates(), any::<String>()]) {
        let template = Template::parse(&source);
        let mut text = String::new();
        let mut literal_before = false;
        for part in template.parts() {
            prop_assert_eq!(part.range().start, text.len());
            prop_assert!(!part.range().is_empty());
            text.push_str(source.get(part.range().clone()).expect("a range of the source"));
            let literal = matches!(part, Part::Literal(_));
            prop_assert!(!(literal && literal_before), "two literals in a row");
            literal_before = literal;
        }
        prop_assert_eq!(&text, &source);
        for finding in template.findings() {
            prop_assert!(source.get(finding.range.clone()).is_some());
        }
    }

    #[test]
    fn a_reference_is_what_the_grammar_says(source in templates()) {
        let template = Template::parse(&source);
        for reference in template.references() {
            let whole = source.get(reference.range.clone()).expect("a range");
            let inside = whole.trim_start_matches("##").strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
            let name = inside.expect("braces").trim_matches([' ', '\t']);
            prop_assert_eq!(name, template.name_of(reference));
            let forbidden = |c: char| c.is_whitespace() || c == '{' || c == '}';
            prop_assert!(!name.is_empty() && !name.contains(forbidden));
        }
    }

    #[test]
    fn every_place_converts_there_and_back(text in any::<String>(), at in 0usize..64) {
        let byte = text.floor_char_boundary(at);
        prop_assert_eq!(byte_of_utf16(&text, utf16_of_byte(&text, byte)), byte);
        let units = text.get(..byte).expect("a place").encode_utf16().count();
        prop_assert_eq!(utf16_of_byte(&text, byte), units);
        let place = line_column(&text, at);
        prop_assert!(place.line >= 1 && place.column >= 1);
        prop_assert!(text.is_char_boundary(byte_of_utf16(&text, at)));
    }

    #[test]
    fn rendering_knows_where_every_value_stands(source in templates(), value in any::<String>()) {
        let scope = scope(&value);
        let names = Names::new(&scope);
        let values = Values::new(&scope, &names, None, "NOW");
        let template = Template::parse(&source);
        let rendered = render_verbatim(&template, &values);
        // Taking every value out and putting its reference back gives the template.
        let mut back = String::new();
        let mut at = 0;
        for inserted in &rendered.inserted {
            back.push_str(rendered.text.get(at..inserted.range.start).expect("between the values"));
            back.push_str(source.get(inserted.source.clone()).expect("the reference"));
            at = inserted.range.end;
        }
        back.push_str(rendered.text.get(at..).expect("the rest"));
        prop_assert_eq!(back, source.clone());
        prop_assert!(!rendered.masked().contains("Pa55w0rd!") || source.contains("Pa55w0rd!") || value.contains("Pa55w0rd!"));
        for offset in 0..=rendered.text.len() {
            prop_assert!(rendered.source_of(offset).end <= source.len());
        }
    }

    #[test]
    fn an_unfinished_reference_ends_at_the_caret(source in templates(), at in 0usize..64) {
        let caret = source.floor_char_boundary(at);
        if let Some(open) = Template::open_before(&source, caret) {
            prop_assert!(source.get(open.start..).is_some_and(|rest| rest.starts_with("{{")));
            prop_assert_eq!(open.prefix_range.end, caret);
            prop_assert!(source.get(open.prefix_range).is_some());
        }
    }
}

/// Reading once took time with the square of the length on a line of nothing but `{{`.
#[test]
fn reading_takes_time_in_proportion() {
    for piece in [
        "{{", "{{ ", "{{a ", "{", "{{{a", "{{a} ", "##{{a}}", "}} {{",
    ] {
        let text = piece.repeat(400_000);
        let template = Template::parse(&text);
        assert_eq!(
            template.parts().last().map(|part| part.range().end),
            Some(text.len()),
            "{piece}"
        );
    }
}
