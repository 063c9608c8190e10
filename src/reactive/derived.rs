//! Something that can be read and followed, wherever it comes from.

use std::marker::PhantomData;

use super::memo::Memo;
use super::signal::RwSignal;
use super::slot::{Slot, gone};
use leptos::prelude::untrack;

/// A value that can be read and followed, wherever it comes from.
pub struct Signal<T> {
    slot: Slot,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

type Read<T> = Box<dyn Fn() -> T>;

impl<T: 'static> Signal<T> {
    /// What a function gives whenever it is asked.
    #[must_use]
    pub fn derive(read: impl Fn() -> T + 'static) -> Self {
        let read: Read<T> = Box::new(read);
        Self {
            slot: Slot::new(read),
            holds: PhantomData,
        }
    }

    /// The value; follows what it comes from.
    #[must_use]
    pub fn get(self) -> T {
        match self.slot.get::<Read<T>>() {
            Some(read) => read(),
            None => gone(),
        }
    }

    /// The value.
    #[must_use]
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// Reads the value; follows what it comes from.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.get())
    }
}

impl<T: Clone + 'static> Signal<T> {
    /// A value that stays.
    #[must_use]
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Clone + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

impl<T: Clone + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}
