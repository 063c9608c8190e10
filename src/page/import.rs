//! Reading what a person imports: one document, a list of them, or a text that the page once offered for saving.
//!
//! All or nothing: one wrong document refuses the whole, by its path.

use http_action::document::{self, Expected, Refusal};
use http_action::json::Json;

use super::record::Entry;

/// What a text holds.
#[derive(Debug, Default, PartialEq)]
pub struct Imported {
    /// The actions; their ids and places are for the page to give.
    pub entries: Vec<Entry>,
    /// The scope that was saved beside them.
    pub scope: Option<Json>,
}

/// Reads a text.
///
/// # Errors
/// What is wrong in it, and where.
pub fn read(text: &str) -> Result<Imported, Refusal> {
    let json = Json::parse(text.trim_start_matches('\u{feff}')).map_err(|error| Refusal {
        path: String::new(),
        expected: Expected::Json(error),
    })?;
    let mut imported = Imported::default();
    match &json {
        Json::Array(items) => read_list(items, "", &mut imported)?,
        Json::Object(_) => match json.member("actions") {
            Some(Json::Array(items)) => {
                read_list(items, "actions", &mut imported)?;
                imported.scope = json.member("scope").cloned();
            }
            _ => imported.entries.push(entry(&json, "")?),
        },
        _ => {
            return Err(Refusal {
                path: String::new(),
                expected: Expected::Object,
            });
        }
    }
    Ok(imported)
}

fn read_list(items: &[Json], path: &str, imported: &mut Imported) -> Result<(), Refusal> {
    for (index, item) in items.iter().enumerate() {
        let mut path = path.to_owned();
        path.push('[');
        path.push_str(&index.to_string());
        path.push(']');
        imported.entries.push(entry(item, &path)?);
    }
    Ok(())
}

fn entry(json: &Json, path: &str) -> Result<Entry, Refusal> {
    // A record of this page, or a document alone. Records may hold a document that the page only keeps.
    if let Some(record) = Entry::from_record("", json) {
        return Ok(record);
    }
    match document::read(json) {
        Ok(_) => Ok(Entry::new(String::new(), 0, json.to_string())),
        Err(mut refusal) => {
            if !path.is_empty() {
                let inner = std::mem::replace(&mut refusal.path, path.to_owned());
                if !inner.is_empty() && !inner.starts_with('[') {
                    refusal.path.push('.');
                }
                refusal.path.push_str(&inner);
            }
            Err(refusal)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_or_several_and_keeps_them_as_they_are() {
        let saved = |text: &str| -> Vec<String> {
            read(text)
                .expect("actions")
                .entries
                .into_iter()
                .map(|entry| entry.saved)
                .collect()
        };
        assert_eq!(
            saved("\u{feff}{\"url\":\"u\",\"later\":1.0}"),
            [r#"{"url":"u","later":1.0}"#]
        );
        assert_eq!(saved(r#"[{"url":"u"},{}]"#), [r#"{"url":"u"}"#, "{}"]);
        assert_eq!(saved("[]"), [""; 0]);
    }

    #[test]
    fn reads_what_was_offered_for_saving() {
        let text =
            r#"{"actions":[{"saved":{"url":"u"},"edited":{"url":"v"}}],"scope":{"variables":[]}}"#;
        let imported = read(text).expect("actions");
        assert_eq!(
            imported.entries.first().map(|entry| entry.shown()),
            Some(r#"{"url":"v"}"#)
        );
        assert!(imported.scope.is_some());
    }

    #[test]
    fn refuses_by_path() {
        let path = |text: &str| {
            read(text)
                .map_err(|refusal| refusal.path)
                .expect_err("wrong")
        };
        assert_eq!(path("{"), "");
        assert_eq!(path("7"), "");
        assert_eq!(path(r#"{"method":"BREW"}"#), "method");
        assert_eq!(
            path(r#"[{},{"headers":[{"name":1}]}]"#),
            "[1].headers[0].name"
        );
        assert_eq!(path("[7]"), "[0]");
    }
}
