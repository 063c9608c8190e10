//! Rows that keep their identity while they move.

/// Names a header or condition while it is being edited. It is never written into the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RowId(pub u32);

/// An entry of a list with its [`RowId`]. Two rows are equal when their values are: the id is no part of the document.
#[derive(Debug, Clone, Default)]
pub struct Row<T> {
    /// Which row this is, for as long as the editor runs.
    pub id: RowId,
    /// What stands in it.
    pub value: T,
}

impl<T: PartialEq> PartialEq for Row<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
