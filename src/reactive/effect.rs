//! Something that is done again whenever what it read has changed.

use leptos::prelude::LocalStorage;

/// Something that is done in a task of its own, and again whenever what it read has changed.
pub struct Effect;

impl Effect {
    /// Runs `run` for as long as its owner lives; it gets `None` the first time.
    pub fn run(run: impl FnMut(Option<()>) + 'static) {
        type Run = Box<dyn FnMut(Option<()>)>;
        let run: Run = Box::new(run);
        leptos::prelude::Effect::<LocalStorage>::new(run);
    }
}
