//! The sample device whose values are used.

use crate::reactive::*;

use crate::editor::{Caption, EditorState, Select, select};
use crate::texts::Key;
use crate::view::IntoView;

/// Shows the choice of the sample device.
pub fn device(state: EditorState) -> impl IntoView {
    select(
        state,
        Select {
            key: StoredValue::new("device".to_owned()),
            caption: Caption::new(Key::SampleDevice),
            chosen: Signal::derive(move || state.device.get().unwrap_or_default()),
            choices: Signal::derive(move || {
                let mut choices = vec![(String::new(), state.text(Key::NoDevice))];
                state.scope.with(|scope| {
                    choices.extend(
                        scope
                            .devices
                            .iter()
                            .map(|device| (device.id.clone(), device.name.clone())),
                    );
                });
                choices
            }),
            choose: Callback::new(move |id: String| {
                state.device.set(Some(id).filter(|id| !id.is_empty()))
            }),
            // A choice for the test changes nothing in the action.
            enabled: state.testing.into(),
        },
    )
}
