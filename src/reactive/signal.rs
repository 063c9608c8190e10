//! A value that can be set and followed.

use std::marker::PhantomData;

use leptos::prelude::{Notify as _, Track as _};

use super::slot::{Slot, gone};

type Trigger = leptos::prelude::RwSignal<()>;

/// A value that can be set and followed.
pub struct RwSignal<T> {
    trigger: Trigger,
    slot: Slot,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: 'static> RwSignal<T> {
    /// With a first value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            trigger: Trigger::new(()),
            slot: Slot::cell(value),
            holds: PhantomData,
        }
    }

    /// Follows it without reading it.
    pub fn track(self) {
        self.trigger.track();
    }

    /// Whether its owner has ended.
    #[must_use]
    pub fn is_disposed(self) -> bool {
        self.slot.try_with(|_: &T| ()).is_none()
    }

    /// Reads and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Reads it.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.try_with_untracked(read).unwrap_or_else(|| gone())
    }

    /// Reads it, unless its owner has ended.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.slot.try_with(read)
    }

    /// Sets it.
    pub fn set(self, value: T) {
        self.update(|present| *present = value);
    }

    /// Sets it, unless its owner has ended.
    pub fn try_set(self, value: T) {
        self.set(value);
    }

    /// Changes it. Nothing happens after its owner's end.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes it, unless its owner has ended.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let result = self.try_update_untracked(change)?;
        self.trigger.notify();
        Some(result)
    }

    /// Changes it without telling those who follow it.
    pub fn try_update_untracked<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.slot.try_update(change)
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// The value; follows it.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
