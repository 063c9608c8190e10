//! Variables and custom fields.

use http_action::scope::{CustomField, Scope, Variable};

use super::dom::{Node, button, node};
use super::model::Page;
use super::scope_fields::{Look, checkbox, id_of};
use super::scope_state::SAMPLE_BASE;
use crate::texts::Key;

impl Page {
    /// The automation's variables.
    #[must_use]
    pub fn variables(self) -> Node {
        let all = self.read(|model| model.scope.variables.clone());
        let part = self.part(Key::PageVariables);
        part.add(node("p", "hae-page-hint").says(&self.text(Key::PageScopeSecrets)));
        for (index, variable) in all.iter().enumerate() {
            part.add(self.variable_row(index, variable));
        }
        let at = all.len();
        part.with(self.adder(Key::PageVariableAdd, move || {
            let added = id_of(Key::PageVariableName, at);
            self.reshape(|scope| scope.variables.push(Variable::default()), &added);
        }))
    }

    fn variable_row(self, index: usize, variable: &Variable) -> Node {
        let wrong = node("p", "hae-page-wrong").set("role", "status");
        let is_computed = variable.name == SAMPLE_BASE;
        let look = match (is_computed, variable.secret) {
            (true, _) => Look::Fixed,
            (false, true) => Look::Secret,
            (false, false) => Look::Plain,
        };
        let said = wrong.clone();
        let name = self.named(Key::PageColumnName, Key::PageVariableName, index);
        let name = self.text_field(&name, &variable.name, Look::Plain, move |name| {
            said.say(&self.name_problem(&name, |scope| {
                let mut others = scope.variables.iter().enumerate();
                others.any(|(at, other)| at != index && other.name == name)
            }));
            self.change_variable(index, |variable| variable.name = name);
        });
        let value = self.named(Key::PageColumnValue, Key::PageVariableValue, index);
        let default = variable.default_value.as_deref().unwrap_or_default();
        let value = self.text_field(&value, default, look, move |value| {
            self.change_variable(index, |variable| {
                variable.default_value = (!value.is_empty()).then_some(value)
            });
        });
        let secret = self.named(Key::PageColumnSecret, Key::PageVariableSecret, index);
        let secret = checkbox(&secret, variable.secret, move |on| {
            self.change_variable(index, |variable| variable.secret = on);
            // The field above is masked now, or no longer.
            self.reshape(|_| {}, &id_of(Key::PageVariableSecret, index));
        });
        let remove = self.remove_button(self.numbered(Key::PageVariableRemove, index), move || {
            self.reshape(
                |scope| remove_row(&mut scope.variables, index),
                &id_of(Key::PageVariableAdd, 0),
            );
        });
        let row = node("div", "hae-page-row")
            .with(name)
            .with(value)
            .with(secret)
            .with(remove);
        if is_computed {
            row.add(node("p", "hae-page-hint").says(&self.text(Key::PageComputed)));
        }
        row.with(wrong)
    }

    fn change_variable(self, index: usize, change: impl FnOnce(&mut Variable)) {
        self.change_scope(|scope| {
            if let Some(variable) = scope.variables.get_mut(index) {
                change(variable);
            }
        });
    }

    /// The custom fields.
    #[must_use]
    pub fn custom_fields(self) -> Node {
        let all = self.read(|model| model.scope.custom_fields.clone());
        let part = self.part(Key::PageCustomFields);
        for (index, field) in all.iter().enumerate() {
            part.add(self.custom_field_row(index, field));
        }
        let at = all.len();
        part.with(self.adder(Key::PageFieldAdd, move || {
            let added = id_of(Key::PageFieldName, at);
            self.reshape(
                |scope| scope.custom_fields.push(CustomField::default()),
                &added,
            );
        }))
    }

    fn custom_field_row(self, index: usize, field: &CustomField) -> Node {
        let wrong = node("p", "hae-page-wrong").set("role", "status");
        let name = self.named(Key::PageColumnName, Key::PageFieldName, index);
        let name = self.text_field(&name, &field.name, Look::Plain, move |name| {
            self.change_custom_field(index, |field| field.name = name);
        });
        let said = wrong.clone();
        let reference = self.named(Key::PageColumnReference, Key::PageFieldReference, index);
        let reference = self.text_field(&reference, &field.reference, Look::Plain, move |name| {
            said.say(&self.name_problem(&name, |scope| {
                let mut others = scope.custom_fields.iter().enumerate();
                others.any(|(at, other)| at != index && other.reference == name)
            }));
            self.change_custom_field(index, |field| field.reference = name);
        });
        let admin_only = self.named(Key::PageColumnAdminOnly, Key::PageFieldAdminOnly, index);
        let admin_only = checkbox(&admin_only, field.admin_only, move |on| {
            self.change_custom_field(index, |field| field.admin_only = on);
            // The devices' values of it are masked now, or no longer.
            self.reshape(|_| {}, &id_of(Key::PageFieldAdminOnly, index));
        });
        let remove = self.remove_button(self.numbered(Key::PageFieldRemove, index), move || {
            self.reshape(
                |scope| remove_row(&mut scope.custom_fields, index),
                &id_of(Key::PageFieldAdd, 0),
            );
        });
        let row = node("div", "hae-page-row").with(name).with(reference);
        row.with(admin_only).with(remove).with(wrong)
    }

    fn change_custom_field(self, index: usize, change: impl FnOnce(&mut CustomField)) {
        self.change_scope(|scope| {
            if let Some(field) = scope.custom_fields.get_mut(index) {
                change(field);
            }
        });
    }

    /// A part of the form.
    #[must_use]
    pub fn part(self, title: Key) -> Node {
        node("section", "hae-page-part")
            .with(node("h3", "hae-page-heading").says(&self.text(title)))
    }

    /// The button at the end of a list that adds a row.
    #[must_use]
    pub fn adder(self, text: Key, add: impl Fn() + 'static) -> Node {
        button(&self.text(text), add).set("id", &id_of(text, 0))
    }

    /// What is wrong with a name; empty where it is well.
    fn name_problem(self, name: &str, is_taken: impl FnOnce(&Scope) -> bool) -> String {
        if name
            .contains(|character: char| character.is_whitespace() || matches!(character, '{' | '}'))
        {
            self.text(Key::PageNameSpaces)
        } else if self.read(|model| is_taken(&model.scope)) {
            self.text(Key::PageNameTaken)
        } else {
            String::new()
        }
    }
}

/// Removes a row, where it is there.
pub fn remove_row<T>(rows: &mut Vec<T>, index: usize) {
    if index < rows.len() {
        rows.remove(index);
    }
}
