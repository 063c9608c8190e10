//! A form body as rows of names and values, and back.
//!
//! The body stays the text that is sent; rows are a view of it. Its literal text is split at `&` and at the first `=`
//! (a reference is never split, whatever its name holds). A part is shown decoded and encoded again when it is edited,
//! so that people read `a b` where `a+b` is sent; rows nobody touches keep every byte. Where decoding would not show
//! the part faithfully, it is shown and edited as typed.

mod encoding;
mod reading;
mod rows;

pub(crate) use encoding::first_unencoded;
pub use encoding::{encode_literals, reads_as_form};
pub use rows::{Part, Row, Side, rows, splice_add_row, splice_for, splice_remove_row};
