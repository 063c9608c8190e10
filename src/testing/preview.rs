//! The request as it would go out.

use std::time::Duration;

use crate::reactive::*;
use http_action::request::{Request, Reveal};
use leptos::leptos_dom::helpers::TimeoutHandle;

use crate::editor::EditorState;
use crate::texts::Key;
use crate::view::{IntoView, hae};

/// How long after the last change the preview follows, in milliseconds: typing never waits for it.
const DELAY_MS: u64 = 100;

/// The most characters that are shown; a browser lays out a larger text too slowly to be beside a field.
const MOST_CHARACTERS: usize = 20_000;

/// Shows the preview.
pub fn preview(state: EditorState) -> impl IntoView {
    let revealed = state.test.revealed;
    let request = RwSignal::new(state.request.get_untracked());
    follow(state, request);
    let has_secrets = Memo::new(move |_| request.with(|request| has_secrets(request)));
    let text = move || {
        let reveal = if revealed.get() {
            Reveal::Revealed
        } else {
            Reveal::Masked
        };
        let mut text = request.with(|request| request.lines(reveal));
        let end = text.char_indices().nth(MOST_CHARACTERS).map(|(at, _)| at);
        if let Some(end) = end {
            let left = text.len() - end;
            text.truncate(end);
            text.push('…');
            text.push_str(
                &state
                    .locale
                    .with(|locale| locale.count(Key::PreviewMore, left)),
            );
        }
        text
    };
    hae! {
        <section class="hae-preview" aria-label=state.says(Key::RequestPreview)>
            <div class="hae-label-line">
                <h4 class="hae-label">{state.says(Key::RequestPreview)}</h4>
                {move || has_secrets.get().then(|| {
                    let key = if revealed.get() { Key::HideSecrets } else { Key::RevealSecrets };
                    hae! {
                        <button type="button" class="hae-link" on:click=move |_| revealed.update(|on| *on = !*on)>
                            {state.says(key)}
                        </button>
                    }
                })}
            </div>
            <pre class="hae-code-view hae-mono" tabindex="0">{text}</pre>
            <p class="hae-hint">{move || {
                let bytes = request.with(|request| request.body_bytes());
                state.locale.with(|locale| locale.count(Key::PreviewBodyBytes, bytes))
            }}</p>
        </section>
    }
}

/// Lets `shown` follow the request, a moment after the last change.
fn follow(state: EditorState, shown: RwSignal<std::sync::Arc<Request>>) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::run(move |first: Option<()>| {
        state.track_request();
        if first.is_none() {
            return;
        }
        if let Some(Some(handle)) = waiting.try_get_value() {
            handle.clear();
        }
        let update = move || {
            if !shown.is_disposed() {
                shown.set(state.request.get_untracked());
            }
        };
        waiting.set_value(set_timeout_with_handle(update, Duration::from_millis(DELAY_MS)).ok());
    });
}

fn has_secrets(request: &Request) -> bool {
    let headers = request
        .headers
        .iter()
        .flat_map(|header| [&header.name, &header.value]);
    headers
        .chain(&request.body)
        .chain([&request.url])
        .any(|rendered| rendered.has_secrets())
}
