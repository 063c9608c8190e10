//! Something to be called, as a handle.

use std::marker::PhantomData;

use super::slot::Slot;

/// A function that can be called for as long as its owner lives.
pub struct Callback<In> {
    slot: Slot,
    takes: PhantomData<fn(In)>,
}

impl<In> Clone for Callback<In> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<In> Copy for Callback<In> {}

type Call<In> = Box<dyn Fn(In)>;

impl<In: 'static> Callback<In> {
    /// Calls `call`.
    #[must_use]
    pub fn new(call: impl Fn(In) + 'static) -> Self {
        let call: Call<In> = Box::new(call);
        Self {
            slot: Slot::new(call),
            takes: PhantomData,
        }
    }

    /// Calls it, unless its owner has ended.
    pub fn run(self, input: In) {
        if let Some(call) = self.slot.get::<Call<In>>() {
            call(input);
        }
    }
}
