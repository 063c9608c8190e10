//! A value that nobody follows, as a handle.

use std::marker::PhantomData;

use super::slot::{Slot, gone};

/// A value that nobody follows.
pub struct StoredValue<T> {
    slot: Slot,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

/// Lets a value live as long as its owner. Nobody asks for it again.
pub fn keep<T: 'static>(value: T) {
    let _ = StoredValue::new(value);
}

impl<T: 'static> StoredValue<T> {
    /// With a first value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            slot: Slot::cell(value),
            holds: PhantomData,
        }
    }

    /// Reads it.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.try_with_value(read).unwrap_or_else(|| gone())
    }

    /// Reads it, unless its owner has ended.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.slot.try_with(read)
    }

    /// Sets it.
    pub fn set_value(self, value: T) {
        self.update_value(|present| *present = value);
    }

    /// Changes it. Nothing happens after its owner's end.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.slot.try_update(change);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// The value.
    #[must_use]
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// The value, unless its owner has ended.
    #[must_use]
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}
