//! The headers as one text that is typed into, and several headers pasted into a row.

use super::apply::Edit;
use super::field::State;
use super::splice::Splice;
use crate::document::{Header, Row, RowId};
use crate::headers_text::{HeaderLine, parse, rows_from_text, to_text};

/// From here on the ids of rows that come out of text are counted: an edit must not ask the editor for ids, and the
/// editor never counts so far.
const FIRST_TEXT_ROW: u32 = 1 << 31;

impl State {
    /// The headers as one text: as it was typed while that still tells the headers, else written anew.
    #[must_use]
    pub fn headers_shown(&self) -> String {
        match &self.headers_text {
            Some(typed) if self.is_told_by(typed) => typed.clone(),
            _ => to_text(&self.action.headers),
        }
    }

    fn is_told_by(&self, text: &str) -> bool {
        let lines = parse(text);
        lines.len() == self.action.headers.len()
            && lines.iter().zip(&self.action.headers).all(|(line, row)| {
                line.name == row.value.name
                    && line.value == row.value.value
                    && line.enabled == row.value.enabled
            })
    }
}

pub(super) fn apply_text(state: &mut State, splice: &Splice) -> Option<Edit> {
    let mut text = state.headers_shown();
    splice.apply(&mut text)?;
    let before = Edit::Restore(Box::new(state.clone()));
    let mut last = state
        .action
        .headers
        .iter()
        .map(|row| row.id.0)
        .fold(FIRST_TEXT_ROW, u32::max);
    state.action.headers = rows_from_text(&text, &state.action.headers, &mut || {
        last = last.saturating_add(1);
        RowId(last)
    });
    state.headers_text = Some(text);
    Some(before)
}

/// The rows after `lines` were pasted into the name of the row `into`: the first line fills that row, unless there is
/// something in it that would be lost, and the others follow it as new rows with the ids that `fresh` hands out.
/// `name_left` is what remains of the name when what was selected in it is gone. Answers with the row that was written
/// last; none where `into` is gone or nothing was pasted.
#[must_use]
pub fn pasted_headers(
    rows: &[Row<Header>],
    into: RowId,
    name_left: &str,
    lines: Vec<HeaderLine>,
    fresh: &mut dyn FnMut() -> RowId,
) -> Option<(Vec<Row<Header>>, RowId)> {
    let at = rows.iter().position(|row| row.id == into)?;
    let mut rows = rows.to_vec();
    let mut last = None;
    let mut next = at;
    let fills = |row: &Row<Header>| name_left.is_empty() && row.value.value.is_empty();
    if !rows.get(at).is_some_and(fills) {
        next += 1;
    }
    for line in lines {
        let HeaderLine {
            name,
            value,
            enabled,
        } = line;
        if let Some(row) = rows.get_mut(next).filter(|_| next == at) {
            row.value.name = name;
            row.value.value = value;
            row.value.enabled = enabled;
            last = Some(row.id);
        } else {
            let id = fresh();
            let value = Header {
                name,
                value,
                enabled,
                ..Header::default()
            };
            rows.insert(next, Row { id, value });
            last = Some(id);
        }
        next += 1;
    }
    Some((rows, last?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Editor, Field};

    fn told(rows: &[Row<Header>]) -> String {
        to_text(rows)
    }

    #[test]
    fn typing_headers_as_text_keeps_what_was_typed() {
        let mut editor = Editor::default();
        let typed = "Accept:  a/b\n\n# X: 1";
        assert!(editor.type_text(Field::HeadersText, Splice::new(0..0, typed), 0..0, 0.0));
        assert_eq!(editor.state().headers_shown(), typed);
        assert_eq!(told(&editor.action().headers), "Accept: a/b\n# X: 1");
        assert!(editor.type_text(
            Field::HeadersText,
            Splice::new(typed.len()..typed.len(), "2"),
            0..0,
            10.0
        ));
        let ids: Vec<RowId> = editor.action().headers.iter().map(|row| row.id).collect();
        assert!(editor.apply(Edit::RemoveHeader(*ids.first().expect("a row")), None));
        assert_eq!(editor.state().headers_shown(), "# X: 12");
        editor.undo();
        editor.undo();
        assert!(editor.action().headers.is_empty() && !editor.can_undo());
    }

    #[test]
    fn pasted_lines_fill_rows() {
        let lines = || parse("A: 1\nB: 2");
        let mut next = 9;
        let mut fresh = || {
            next += 1;
            RowId(next)
        };
        let row = |id, name: &str, value: &str| Row {
            id: RowId(id),
            value: Header {
                name: name.to_owned(),
                value: value.to_owned(),
                ..Header::default()
            },
        };
        let rows = [row(1, "", ""), row(2, "Z", "26")];
        let (filled, last) =
            pasted_headers(&rows, RowId(1), "", lines(), &mut fresh).expect("a row");
        assert_eq!(
            (told(&filled).as_str(), last),
            ("A: 1\nB: 2\nZ: 26", RowId(10))
        );
        let (added, last) =
            pasted_headers(&rows, RowId(2), "", lines(), &mut fresh).expect("a row");
        assert_eq!(
            (told(&added).as_str(), last),
            (":\nZ: 26\nA: 1\nB: 2", RowId(12))
        );
        assert_eq!(
            pasted_headers(&rows, RowId(3), "", lines(), &mut fresh),
            None
        );
    }
}
