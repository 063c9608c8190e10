//! The words for problems and their fixes.

use http_action::json::Json;
use http_action::problem::{Code, Fix, FixKind, Problem};

use super::{Key, Locale};

/// What a technician reads about a problem.
#[must_use]
pub fn problem_message(locale: &Locale, problem: &Problem) -> String {
    let reason = problem
        .param_value("reason")
        .map(|reason| locale.text(json_reason(reason)))
        .unwrap_or_default();
    let mut parameters: Vec<(&str, &str)> = problem
        .params
        .iter()
        .filter(|(name, _)| *name != "reason")
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    parameters.push(("reason", &reason));
    locale.with(message_key(problem), &parameters)
}

/// What the button of a fix says.
#[must_use]
pub fn fix_label(locale: &Locale, problem: &Problem, fix: &Fix) -> String {
    let key = match fix.kind {
        FixKind::AddScheme => Key::FixAddScheme,
        FixKind::NearestName => Key::FixNearestName,
        FixKind::DropHashes => Key::FixDropHashes,
        FixKind::StraightQuotes => Key::FixStraightQuotes,
        FixKind::EncodeForm => Key::FixEncodeForm,
        FixKind::RemoveRow => Key::FixRemoveRow,
        FixKind::UseDropDownType => Key::FixUseDropDownType,
        FixKind::UseRowType => Key::FixUseRowType,
    };
    let nearest = problem.param_value("nearest").unwrap_or_default();
    locale.with(key, &[("nearest", nearest)])
}

/// A problem as hosts get it.
#[must_use]
pub fn problem_json(locale: &Locale, problem: &Problem) -> Json {
    let label = problem
        .fix
        .as_ref()
        .map(|fix| fix_label(locale, problem, fix));
    problem.to_json(&problem_message(locale, problem), label.as_deref())
}

fn message_key(problem: &Problem) -> Key {
    let names_value = problem.param_value("name").is_some();
    match problem.code {
        Code::UrlMissing => Key::ProblemUrlMissing,
        Code::UrlNotAbsolute => Key::ProblemUrlNotAbsolute,
        Code::UrlHasCredentials => Key::ProblemUrlHasCredentials,
        Code::ReferenceUnknown => Key::ProblemReferenceUnknown,
        Code::ReferenceWithoutValue if problem.param_value("device").is_some() => {
            Key::ProblemReferenceWithoutValueOn
        }
        Code::ReferenceWithoutValue => Key::ProblemReferenceWithoutValue,
        Code::ReferenceUnclosed => Key::ProblemReferenceUnclosed,
        Code::ReferenceMalformed => Key::ProblemReferenceMalformed,
        Code::ReferenceHashPrefix => Key::ProblemReferenceHashPrefix,
        Code::NameClash => Key::ProblemNameClash,
        Code::BodyNotJson if names_value => Key::ProblemBodyNotJsonByValue,
        Code::BodyNotJson => Key::ProblemBodyNotJson,
        Code::JsonKeyDuplicate => Key::ProblemJsonKeyDuplicate,
        Code::BodyNotForm => Key::ProblemBodyNotForm,
        Code::BodyNotSent => Key::ProblemBodyNotSent,
        Code::HeaderNameInvalid if problem.param_value("name") == Some("") => {
            Key::ProblemHeaderNameEmpty
        }
        Code::HeaderNameInvalid => Key::ProblemHeaderNameInvalid,
        Code::HeaderValueInvalid => Key::ProblemHeaderValueInvalid,
        Code::HeaderNotLatin1 => Key::ProblemHeaderNotLatin1,
        Code::HeaderDuplicate => Key::ProblemHeaderDuplicate,
        Code::HeaderForbidden => Key::ProblemHeaderForbidden,
        Code::HeaderSwitchIgnored => Key::ProblemHeaderSwitchIgnored,
        Code::ContentTypeConflict => Key::ProblemContentTypeConflict,
        Code::RetriesOutOfRange if problem.param_value("max").is_some() => {
            Key::ProblemRetriesOutOfRangeTo
        }
        Code::RetriesOutOfRange => Key::ProblemRetriesOutOfRange,
        Code::RetryRepeatsWrite => Key::ProblemRetryRepeatsWrite,
        Code::VariableNameInvalid => Key::ProblemVariableNameInvalid,
        Code::ConditionIncomplete => Key::ProblemConditionIncomplete,
        Code::ConditionOutOfScope => Key::ProblemConditionOutOfScope,
    }
}

fn json_reason(reason: &str) -> Key {
    match reason {
        "empty" => Key::JsonEmpty,
        "unexpected_end" => Key::JsonUnexpectedEnd,
        "curly_quote" => Key::JsonCurlyQuote,
        "trailing_comma" => Key::JsonTrailingComma,
        "control_character" => Key::JsonControlCharacter,
        "invalid_escape" => Key::JsonInvalidEscape,
        "invalid_number" => Key::JsonInvalidNumber,
        "text_after_end" => Key::JsonTextAfterEnd,
        _ => Key::JsonUnexpectedCharacter,
    }
}
