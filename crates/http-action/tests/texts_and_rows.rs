//! Forms and headers go from text to rows and back without losing anything.

use http_action::document::{Header, Row, RowId, UnknownFields};
use http_action::form::{self, Side};
use http_action::headers_text;
use proptest::prelude::*;

fn bodies() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("&".to_owned()),
        Just("=".to_owned()),
        Just("+".to_owned()),
        Just("%".to_owned()),
        Just("%C3%A9".to_owned()),
        Just("%FF".to_owned()),
        Just("%7B%7Ba%7D%7D".to_owned()),
        Just("{{a}}".to_owned()),
        Just("{{a&=}}".to_owned()),
        Just("##".to_owned()),
        "[a-c é\n{}]{1,3}",
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn the_rows_of_a_form_are_the_whole_body(body in bodies()) {
        let rows = form::rows(&body);
        let mut text = String::new();
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                text.push('&');
            }
            prop_assert_eq!(row.range.start, text.len());
            text.push_str(body.get(row.name.range.clone()).expect("a name"));
            if row.name.range.end < row.range.end {
                text.push('=');
                text.push_str(body.get(row.value.range.clone()).expect("a value"));
            }
            prop_assert_eq!(row.range.end, text.len());
        }
        prop_assert_eq!(text, body);
    }

    #[test]
    fn an_edit_shows_what_was_typed_and_leaves_the_rest(body in bodies(), row in 0usize..4, typed in "[a-c &=%+é{}]{0,8}") {
        let before = form::rows(&body);
        prop_assume!(row < before.len());
        for side in [Side::Name, Side::Value] {
            let mut after = body.clone();
            let _ = form::splice_for(&body, row, side, &typed).apply(&mut after);
            let rows = form::rows(&after);
            prop_assert_eq!(rows.len(), before.len().max(1));
            for (index, (now, then)) in rows.iter().zip(&before).enumerate() {
                let (changed, other) = match side {
                    Side::Name => ((&now.name, &then.name), (&now.value, &then.value)),
                    Side::Value => ((&now.value, &then.value), (&now.name, &then.name)),
                };
                prop_assert_eq!(after.get(other.0.range.clone()), body.get(other.1.range.clone()));
                if index != row {
                    prop_assert_eq!(after.get(changed.0.range.clone()), body.get(changed.1.range.clone()));
                } else if !changed.1.as_typed && !changed.0.as_typed {
                    prop_assert_eq!(&changed.0.shown, &typed);
                }
            }
        }
    }

    #[test]
    fn rows_are_added_and_removed_one_at_a_time(body in bodies(), row in 0usize..4) {
        let count = form::rows(&body).len();
        let mut more = body.clone();
        form::splice_add_row(&body).apply(&mut more);
        prop_assert_eq!(form::rows(&more).len(), count + 1);
        prop_assume!(row < count);
        let mut less = body.clone();
        form::splice_remove_row(&body, row).apply(&mut less);
        prop_assert_eq!(form::rows(&less).len(), count - 1);
    }

    #[test]
    fn encoding_makes_any_text_a_form(text in any::<String>()) {
        let encoded = form::encode_literals(&text);
        prop_assert_eq!(form::encode_literals(&encoded), encoded);
    }

    #[test]
    fn headers_come_back_from_text(headers in prop::collection::vec((header_text(), header_text(), any::<bool>()), 0..6)) {
        let rows: Vec<Row<Header>> = (0..)
            .zip(headers)
            .map(|(id, (name, value, enabled))| Row {
                id: RowId(id),
                value: Header { name, value, enabled, unknown_fields: UnknownFields::default() },
            })
            .collect();
        let text = headers_text::to_text(&rows);
        let back = headers_text::rows_from_text(&text, &rows, &mut || RowId(99));
        prop_assert_eq!(&back, &rows);
        let ids = |rows: &[Row<Header>]| { let mut ids: Vec<u32> = rows.iter().map(|row| row.id.0).collect(); ids.sort_unstable(); ids };
        prop_assert_eq!(ids(&back), ids(&rows));
    }

    #[test]
    fn nothing_pasted_breaks_anything(text in any::<String>()) {
        let _ = headers_text::parse(&text);
        let _ = headers_text::parse_pasted(&text);
    }
}

fn header_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c:# \"\\\\\t\r\n{}é]{0,6}", any::<String>()]
}
