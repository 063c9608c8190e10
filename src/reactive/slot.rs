//! Where a value stands.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{GetValue as _, LocalStorage, StoredValue};

/// A place for a value of any type, for as long as its owner lives.
#[derive(Clone, Copy)]
pub(super) struct Slot(StoredValue<Rc<dyn Any>, LocalStorage>);

impl Slot {
    pub(super) fn new<T: 'static>(value: T) -> Self {
        Self(StoredValue::new_local(Rc::new(value)))
    }

    pub(super) fn cell<T: 'static>(value: T) -> Self {
        Self::new(RefCell::new(value))
    }

    /// What stands there; none after its owner's end.
    pub(super) fn get<T: 'static>(self) -> Option<Rc<T>> {
        self.0.try_get_value()?.downcast().ok()
    }

    pub(super) fn try_with<T: 'static, R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        Some(read(&*self.get::<RefCell<T>>()?.borrow()))
    }

    pub(super) fn try_update<T: 'static, R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        Some(change(&mut *self.get::<RefCell<T>>()?.borrow_mut()))
    }
}

/// What is asked for has ended.
pub(super) fn gone() -> ! {
    wasm_bindgen::throw_str("a value was read after the end of its owner")
}
