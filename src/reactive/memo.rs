//! A value that follows from others.

use std::cell::RefCell;
use std::marker::PhantomData;

use leptos::prelude::{Get as _, GetUntracked as _};
use send_wrapper::SendWrapper;

use super::slot::{Slot, gone};

type Version = leptos::prelude::Memo<u64>;

/// A value that follows from others, computed anew when it is read after they have changed.
pub struct Memo<T> {
    version: Version,
    slot: Slot,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// What makes a value of the one before, if there was one.
type Compute<T> = Box<dyn Fn(Option<&T>) -> T>;

/// A memo of a number that grows whenever `compute` says that something has changed.
fn version(compute: Box<dyn Fn() -> bool>) -> Version {
    let compute = SendWrapper::new(compute);
    Version::new(move |before| before.copied().unwrap_or_default() + u64::from(compute()))
}

impl<T: PartialEq + 'static> Memo<T> {
    /// Of what `compute` makes of the value before, if there was one. Those who follow it hear of it when it differs.
    #[must_use]
    pub fn new(compute: impl Fn(Option<&T>) -> T + 'static) -> Self {
        Self::with_compare(compute, PartialEq::ne)
    }
}

impl<T: 'static> Memo<T> {
    /// Like [`new`](Memo::new); `differs` compares.
    #[must_use]
    pub fn with_compare(
        compute: impl Fn(Option<&T>) -> T + 'static,
        differs: fn(&T, &T) -> bool,
    ) -> Self {
        Self::boxed(Box::new(compute), differs)
    }

    fn boxed(compute: Compute<T>, differs: fn(&T, &T) -> bool) -> Self {
        let slot = Slot::cell(None::<T>);
        let compute = move || {
            let Some(cell) = slot.get::<RefCell<Option<T>>>() else {
                return false;
            };
            let next = compute(cell.borrow().as_ref());
            let changed = cell
                .borrow()
                .as_ref()
                .is_none_or(|before| differs(before, &next));
            if changed {
                *cell.borrow_mut() = Some(next);
            }
            changed
        };
        Self {
            version: version(Box::new(compute)),
            slot,
            holds: PhantomData,
        }
    }

    /// Follows it without reading it.
    pub fn track(self) {
        self.version.get();
    }

    /// Reads and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.version.get();
        self.read(read)
    }

    /// Reads it.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.version.get_untracked();
        self.read(read)
    }

    fn read<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.slot
            .try_with(|value: &Option<T>| value.as_ref().map(read))
            .flatten()
            .unwrap_or_else(|| gone())
    }
}

impl<T: Clone + 'static> Memo<T> {
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
