//! The test: sending the action here and now, and what came of it.
//!
//! What a test means (whether it may be sent, the verdict, its reasons) is the core's; how it is sent is `sending`'s. Here
//! is what a person sees and presses, and [`TestState`], what is under way.

mod device;
mod preview;
mod reason;
mod report;
mod response_view;
mod result;
mod send;
mod state;
mod test;

pub use state::{Phase, TestState};
pub use test::{send_key, test};
