//! Any sequence of edits, undone, gives the document back.

use http_action::document::{
    Condition, ConditionType, ContentType, Header, HttpAction, KnownCondition, Method, OnFailure,
};
use http_action::edit::{Edit, Editor, Field, Splice};
use proptest::prelude::*;

/// An edit, described without knowing the rows that will be there.
#[derive(Debug, Clone)]
enum Step {
    Type {
        field: usize,
        row: usize,
        from: usize,
        to: usize,
        text: String,
        pause_ms: f64,
    },
    Choose(u8, bool),
    AddHeader(usize),
    RemoveHeader(usize),
    MoveHeader(usize, usize),
    AddCondition(usize),
    RemoveCondition(usize),
    Retype(usize),
    Reset,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..11usize, 0..3usize, 0..12usize, 0..12usize, "[a-zé😀&=%+{} 0-9]{0,4}", 0..900u16).prop_map(
            |(field, row, from, to, text, pause)| Step::Type { field, row, from, to, text, pause_ms: pause.into() }
        ),
        3 => (0..8u8, any::<bool>()).prop_map(|(what, on)| Step::Choose(what, on)),
        2 => (0..4usize).prop_map(Step::AddHeader),
        1 => (0..4usize).prop_map(Step::RemoveHeader),
        1 => (0..4usize, 0..4usize).prop_map(|(from, to)| Step::MoveHeader(from, to)),
        1 => (0..4usize).prop_map(Step::AddCondition),
        1 => (0..4usize).prop_map(Step::RemoveCondition),
        1 => (0..4usize).prop_map(Step::Retype),
        1 => Just(Step::Reset),
    ]
}

fn field(editor: &Editor, index: usize, row: usize) -> Option<Field> {
    let header = editor.action().headers.get(row).map(|row| row.id);
    Some(match index {
        0 => Field::Url,
        1 => Field::Body,
        2 => Field::FormName(row),
        3 => Field::FormValue(row),
        4 => Field::HeaderName(header?),
        5 => Field::HeaderValue(header?),
        6 => Field::ConditionValue(editor.action().conditions.get(row)?.id),
        7 => Field::ActionName,
        8 => Field::OutputVariable,
        9 => Field::HeadersText,
        _ => Field::Retries,
    })
}

fn choose(what: u8, on: bool) -> Edit {
    match what {
        0 => Edit::Method(if on { Method::Post } else { Method::Get }),
        1 => Edit::ContentType(ContentType::Form),
        2 => Edit::ContentType(ContentType::Text),
        3 => Edit::ContentType(ContentType::Json),
        4 => Edit::TakeOverBody,
        5 => Edit::Enabled(on),
        6 => Edit::OnFailure(if on {
            OnFailure::Continue
        } else {
            OnFailure::FailPipeline
        }),
        _ => Edit::OutputVariable(on.then(|| "out".to_owned())),
    }
}

fn carry_out(editor: &mut Editor, step: Step, now_ms: &mut f64) {
    let headers = editor
        .action()
        .headers
        .iter()
        .map(|row| row.id)
        .collect::<Vec<_>>();
    let conditions = editor
        .action()
        .conditions
        .iter()
        .map(|row| row.id)
        .collect::<Vec<_>>();
    match step {
        Step::Type {
            field: index,
            row,
            from,
            to,
            text,
            pause_ms,
        } => {
            *now_ms += pause_ms;
            let Some(field) = field(editor, index, row) else {
                return;
            };
            let splice = Splice::new(from.min(to)..from.max(to), text);
            editor.type_text(field, splice, from..from, *now_ms);
        }
        Step::Choose(what, on) => {
            editor.apply(choose(what, on), None);
        }
        Step::AddHeader(at) => {
            let rows = vec![editor.row(Header::default())];
            editor.apply(Edit::InsertHeaders { at, rows }, None);
        }
        Step::RemoveHeader(at) => {
            if let Some(id) = headers.get(at) {
                editor.apply(Edit::RemoveHeader(*id), None);
            }
        }
        Step::MoveHeader(from, to) => {
            if let Some(row) = headers.get(from) {
                editor.apply(Edit::MoveHeader { row: *row, to }, None);
            }
        }
        Step::AddCondition(at) => {
            let row = editor.row(Condition::default());
            editor.apply(Edit::InsertCondition { at, row }, None);
        }
        Step::RemoveCondition(at) => {
            if let Some(id) = conditions.get(at) {
                editor.apply(Edit::RemoveCondition(*id), None);
            }
        }
        Step::Retype(at) => {
            let condition = Condition::Known(KnownCondition {
                condition_type: Some(ConditionType::Variable),
                ..KnownCondition::default()
            });
            if let Some(row) = conditions.get(at) {
                editor.apply(
                    Edit::ReplaceCondition {
                        row: *row,
                        condition,
                    },
                    None,
                );
            }
        }
        Step::Reset => {
            let baseline = editor.baseline().clone();
            editor.apply(Edit::ReplaceAction(Box::new(baseline)), None);
        }
    }
}

proptest! {
    #[test]
    fn any_sequence_of_edits_undone_gives_the_document_back(steps in proptest::collection::vec(step(), 0..40)) {
        let start = HttpAction {
            url: "https://é.example/{{x}}".to_owned(),
            body: "a=1&b=%20".to_owned(),
            content_type: ContentType::Form,
            ..HttpAction::default()
        };
        let mut editor = Editor::new(start);
        let before = editor.state().clone();
        let mut now_ms = 0.0;
        for step in steps {
            carry_out(&mut editor, step, &mut now_ms);
        }
        let after = editor.state().clone();
        while editor.undo().is_some() {}
        prop_assert_eq!(editor.state(), &before);
        while editor.redo().is_some() {}
        prop_assert_eq!(editor.state(), &after);
    }
}
