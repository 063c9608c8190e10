//! State that views follow: Leptos' signals, memos and effects under thin handles.
//!
//! Leptos has code of its own for each type of value in a signal or memo, some 3 KB of the module apiece; with a hundred
//! types that was more than the views themselves. Here one Leptos signal without a value and one Leptos memo of a number
//! carry every change, and the values stand beside them in one kind of slot. Names and behaviour are Leptos': a handle is
//! `Copy`, a memo is computed when it is read and passes on only what differs, an effect runs in a task of its own.
//!
//! A handle that outlives its owner throws when it is read, as Leptos' do, except by the methods that begin with `try_`.

mod callback;
mod derived;
mod effect;
mod memo;
mod node_ref;
mod signal;
mod slot;
mod stored;

pub use callback::Callback;
pub use derived::Signal;
pub use effect::Effect;
pub use memo::Memo;
pub use node_ref::{NodeRef, html};
pub use signal::RwSignal;
pub use stored::{StoredValue, keep};

pub use leptos::prelude::{
    event_target_value, on_cleanup, set_interval_with_handle, set_timeout_with_handle, untrack,
};
