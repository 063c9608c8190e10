//! Where in an action a problem is.

use crate::document::ConditionType;

/// The field that a problem belongs to. Rows count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The URL.
    Url,
    /// The method.
    Method,
    /// The content type's drop-down.
    ContentType,
    /// The body.
    Body,
    /// A header's name.
    HeaderName(usize),
    /// A header's value.
    HeaderValue(usize),
    /// A header row as a whole.
    Header(usize),
    /// A condition as a whole.
    Condition(usize),
    /// A condition's type.
    ConditionType(usize),
    /// A condition's operator.
    ConditionOperator(usize),
    /// A condition's association, which the type names.
    ConditionAssociation(usize, ConditionType),
    /// A condition's values.
    ConditionValues(usize),
    /// The number of retries.
    Retries,
    /// The variable that receives the output.
    OutputVariable,
    /// The scope, which is no part of the action.
    Scope,
}

impl Place {
    /// The path of the field in the document, such as `headers[2].value`; `scope` for the scope.
    #[must_use]
    pub fn path(&self) -> String {
        let (list, row, field) = match *self {
            Self::Url => return "url".to_owned(),
            Self::Method => return "method".to_owned(),
            Self::ContentType => return "contentType".to_owned(),
            Self::Body => return "body".to_owned(),
            Self::Retries => return "retries".to_owned(),
            Self::OutputVariable => return "outputVariable".to_owned(),
            Self::Scope => return "scope".to_owned(),
            Self::HeaderName(row) => ("headers[", row, ".name"),
            Self::HeaderValue(row) => ("headers[", row, ".value"),
            Self::Header(row) => ("headers[", row, ""),
            Self::Condition(row) => ("conditions[", row, ""),
            Self::ConditionType(row) => ("conditions[", row, ".type"),
            Self::ConditionOperator(row) => ("conditions[", row, ".operator"),
            Self::ConditionValues(row) => ("conditions[", row, ".values"),
            Self::ConditionAssociation(row, condition_type) => {
                let field = match condition_type {
                    ConditionType::CustomField => ".customField",
                    ConditionType::Variable => ".variable",
                    ConditionType::ActionStatus => ".action",
                    _ => "",
                };
                ("conditions[", row, field)
            }
        };
        [list, &row.to_string(), "]", field].concat()
    }
}
