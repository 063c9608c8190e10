//! The additional options: retries and the output variable.

use super::check::Findings;
use super::{Code, Place, Problem};
use crate::document::Method;
use crate::scope::Variable;

impl Findings<'_> {
    pub(super) fn retries(&mut self) {
        let action = self.check.action;
        let typed = match self.check.retries_draft {
            Some(draft) => draft.trim().parse().ok(),
            None => Some(action.retries),
        };
        let max = self.check.profile.max_retries;
        let Some(retries) = typed.filter(|&retries: &u32| max.is_none_or(|max| retries <= max))
        else {
            let mut problem = Problem::new(Code::RetriesOutOfRange, Place::Retries);
            if let Some(max) = max {
                problem = problem.param("max", max.to_string());
            }
            self.raise(problem);
            return;
        };
        if retries > 0 && action.method != Method::Get {
            let times = u64::from(retries) + 1;
            self.raise(
                Problem::new(Code::RetryRepeatsWrite, Place::Retries)
                    .param("method", action.method.as_str())
                    .param("times", times.to_string()),
            );
        }
    }

    pub(super) fn output_variable(&mut self) {
        let Some(name) = &self.check.action.output_variable else {
            return;
        };
        if !name.is_empty() && !Variable::is_name(name) {
            self.raise(
                Problem::new(Code::VariableNameInvalid, Place::OutputVariable).param("name", name),
            );
        }
    }
}
