//! Values that follow the action one by one.
//!
//! A signal's readers are taken out of its list and put in again whenever they read it anew, each at the price of the
//! list's length: hundreds of memos that all read the one signal of the action would make every key cost their square.
//! So what there is hundreds of, the texts in rows, is compared here after each change, and only what differs sets a
//! signal of its own.

use http_action::edit::Editor;

use crate::reactive::{RwSignal, StoredValue, on_cleanup};

type Follower = Box<dyn Fn(&Editor)>;

/// All that follows. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Followers {
    list: StoredValue<Vec<(u32, Follower)>>,
    next: StoredValue<u32>,
}

impl Followers {
    /// Nothing follows yet.
    pub(super) fn new() -> Self {
        Self {
            list: StoredValue::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// A signal of something in the action, which is `first` now. It follows until its owner ends.
    pub(super) fn follow<T: PartialEq + 'static>(
        self,
        first: T,
        read: impl Fn(&Editor) -> T + 'static,
    ) -> RwSignal<T> {
        let signal = RwSignal::new(first);
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        let follower: Follower = Box::new(move |editor| {
            let now = read(editor);
            if signal.try_with_untracked(|before| *before != now) == Some(true) {
                signal.set(now);
            }
        });
        self.list.update_value(|list| list.push((number, follower)));
        on_cleanup(move || {
            self.list.update_value(|list| {
                if let Ok(at) = list.binary_search_by_key(&number, |(number, _)| *number) {
                    let _ = list.remove(at);
                }
            });
        });
        signal
    }

    /// The action has changed.
    pub(super) fn tell(self, editor: &Editor) {
        self.list.try_with_value(|list| {
            for (_, follower) in list {
                follower(editor);
            }
        });
    }
}
