//! JSON as text: a tokenizer that knows where every token stands, and a tree that keeps what it read.
//!
//! Numbers keep their digits, objects keep the order of their members and their duplicates: nothing here ever goes
//! through a floating-point number or a map. The grammar is RFC 8259. What the JSON *means* (an action, a scope) is
//! read by those who own that meaning.

mod fingerprint;
mod serde;
mod tokens;
mod tree;
mod write;

pub use fingerprint::fingerprint;
pub use tokens::{SyntaxError, SyntaxErrorKind, Token, TokenKind, Tokens, check};
pub use tree::{Json, MAX_DEPTH, ParseError, decode_string};
pub use write::quote;
