//! How a control is found again: each carries `data-field` with the key of what it edits.

use http_action::document::RowId;
use http_action::edit::Field;

/// The key of a text field.
#[must_use]
pub fn field_key(field: Field) -> String {
    match field {
        Field::Url => "url".to_owned(),
        Field::Body => "body".to_owned(),
        Field::FormName(row) => numbered("form-name-", row),
        Field::FormValue(row) => numbered("form-value-", row),
        Field::HeaderName(row) => row_key("header-name-", row),
        Field::HeaderValue(row) => row_key("header-value-", row),
        Field::HeadersText => "headers-text".to_owned(),
        Field::ConditionValue(row) => row_key("condition-value-", row),
        Field::ActionName => "action-name".to_owned(),
        Field::OutputVariable => "output-variable".to_owned(),
        Field::Retries => "retries".to_owned(),
    }
}

/// The key of a control in a row.
#[must_use]
pub fn row_key(prefix: &str, row: RowId) -> String {
    numbered(prefix, row.0 as usize)
}

fn numbered(prefix: &str, number: usize) -> String {
    let mut key = prefix.to_owned();
    key.push_str(&number.to_string());
    key
}
