//! Something that is done again whenever what it read has changed.

use leptos::prelude::LocalStorage;

/// Something that is done in a task of its own, and again whenever what it read has changed.
pub struct Effect;

impl Effect {
    /// Runs `run`; it gets `None` the first time.
    pub fn new(mut run: impl FnMut(Option<()>) + 'static) {
        type Run = Box<dyn FnMut(Option<()>)>;
        let run: Run = Box::new(move |before| run(before));
        leptos::prelude::Effect::<LocalStorage>::new(run);
    }
}
