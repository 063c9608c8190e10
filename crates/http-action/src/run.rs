//! The test run as a state machine without I/O: what to do next, and what what happened means.
//!
//! Whether to send at all is decided here, and so is the verdict; sending itself, clocks and cancelling are the
//! caller's. One attempt is made.

mod mask;
pub mod response_text;
mod start;
mod verdict;

pub use mask::{SHORTEST, mask_secrets};
pub use response_text::ResponseText;
pub use start::{Permission, Run, Step};
pub use verdict::{Failure, Outcome, Reason, ReasonCode, Response, Verdict, verdict};
