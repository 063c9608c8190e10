//! URL, method and content type.

use crate::reactive::*;
use http_action::document::{ContentType, Method};
use http_action::edit::{Edit, Field};

use super::caption::Caption;
use super::field::{Label, TextField, text_field};
use super::select::{Select, select};
use super::state::EditorState;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// Shows URL, method and content type.
pub fn request_line(state: EditorState) -> impl IntoView {
    let url = TextField {
        field: Field::Url,
        caption: Caption::new(Key::Url),
        label: Label::Above,
        insert: Some(Caption::new(Key::InsertIntoUrl)),
        placeholder: Some(Key::UrlPlaceholder),
        required: true,
    };
    let method = Select {
        key: StoredValue::new("method".to_owned()),
        caption: Caption::new(Key::Method),
        chosen: Signal::derive(move || {
            state.with_action(|action| action.method.as_str().to_owned())
        }),
        choices: Signal::derive(|| {
            Method::NAMES
                .iter()
                .map(|name| ((*name).to_owned(), (*name).to_owned()))
                .collect()
        }),
        choose: Callback::new(move |name: String| {
            if let Some(method) = Method::from_name(&name) {
                state.apply(Edit::Method(method));
            }
        }),
        enabled: state.editable(),
    };
    let content_type = Select {
        key: StoredValue::new("content-type".to_owned()),
        caption: Caption::new(Key::ContentType),
        chosen: Signal::derive(move || {
            state.with_action(|action| action.content_type.as_str().to_owned())
        }),
        choices: Signal::derive(move || {
            [
                (ContentType::Json, Key::ContentTypeJson),
                (ContentType::Text, Key::ContentTypeText),
                (ContentType::Form, Key::ContentTypeForm),
            ]
            .map(|(content_type, key)| (content_type.as_str().to_owned(), state.text(key)))
            .to_vec()
        }),
        choose: Callback::new(move |name: String| {
            if let Some(content_type) = ContentType::from_name(&name) {
                state.apply(Edit::ContentType(content_type));
            }
        }),
        enabled: state.editable(),
    };
    hae! {
        {text_field(state, url)}
        <div class="hae-pair">
            {select(state, method)}
            {select(state, content_type)}
        </div>
    }
}
