//! The JSON Schema beside the crate is the one that the types give.
//!
//! After a change of the types write it anew: `UPDATE_SCHEMA=1 cargo test -p http-action --all-features --test schema`.
#![cfg(feature = "schema")]

use http_action::document::schema::document_schema;

#[test]
fn the_checked_in_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/action.schema.json");
    let schema = serde_json::to_string_pretty(&document_schema()).expect("a schema") + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &schema).expect("the schema is written");
    }
    let checked_in = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(
        checked_in, schema,
        "action.schema.json is not that of the types"
    );
}
