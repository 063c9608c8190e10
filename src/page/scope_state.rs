//! Variables, custom fields and sample devices: kept without any secret's value, handed to the element with them.

use http_action::json::Json;
use http_action::scope::{Scope, Variable};

use super::model::{Page, now_ms};
use super::store::{self, Trouble};
use crate::texts::Key;

/// The storage's key of the scope.
pub const KEY: &str = "scope";
/// The variable that stands for the page's own address.
pub const SAMPLE_BASE: &str = "sample_base";

impl Page {
    /// Reads the scope that the storage holds; `fallback` is for where it holds none.
    pub(super) fn load_scope(self, fallback: Scope) {
        let stored = store::read(KEY);
        let mut scope = match stored.as_deref().map(read_text) {
            None => fallback,
            Some(Some(scope)) => scope,
            Some(None) => {
                self.set_aside(stored.as_deref().unwrap_or_default());
                fallback
            }
        };
        fill_sample_base(&mut scope);
        self.write(|model| {
            model.scope_seen = store::read(KEY);
            model.scope = scope;
        });
    }

    /// Moves an unreadable scope to a key that nobody writes to.
    fn set_aside(self, text: &str) {
        let mut key = store::UNREADABLE.to_owned();
        key.push_str(KEY);
        key.push('-');
        key.push_str(&now_ms().to_string());
        if store::write(&key, text).is_ok() {
            store::remove(KEY);
        } else {
            // It stays where it is, and keep_scope() writes nothing over it.
            KEY.clone_into(&mut key);
        }
        self.write(|model| model.unreadable.push((key, text.to_owned())));
    }

    /// Stores the scope where it has changed.
    ///
    /// # Errors
    /// It is not stored.
    pub(super) fn keep_scope(self) -> Result<(), Trouble> {
        if !store::is_open() {
            return Err(Trouble::Blocked);
        }
        self.meet_scope();
        if store::read(KEY).is_some_and(|now| read_text(&now).is_none()) {
            // Unreadable, and there was no room to move it.
            return Err(Trouble::Full);
        }
        let text = self.read(|model| model.scope.to_json().to_string());
        if self.read(|model| model.scope_seen.as_ref() != Some(&text)) {
            store::write(KEY, &text)?;
            self.write(|model| model.scope_seen = Some(text));
        }
        Ok(())
    }

    /// Takes over what another tab has changed. What only this tab has, and has not stored yet, stays.
    pub(super) fn meet_scope(self) {
        let now = store::read(KEY);
        let seen = self.read(|model| model.scope_seen.clone());
        if now.is_none() || now == seen {
            return;
        }
        let theirs = now.as_deref().and_then(read_text);
        self.write(|model| model.scope_seen = now);
        let Some(theirs) = theirs else {
            return;
        };
        let ours = self.read(|model| model.scope.clone());
        let our_json = ours.to_json();
        let merged = if seen.as_deref() == Some(our_json.to_string().as_str()) {
            with_secrets_of(theirs, &ours)
        } else {
            with_added(&ours, &theirs.to_json())
        };
        if merged.to_json() != our_json {
            self.set_scope(merged);
            self.tell(Key::PageScopeChangedElsewhere, String::new());
        }
    }

    /// Another scope, at once in effect; [`keep`](Self::keep) stores it.
    pub fn set_scope(self, mut scope: Scope) {
        fill_sample_base(&mut scope);
        self.write(|model| model.scope = scope);
        self.hand_over_scope();
    }

    /// Adds what another scope has and this one lacks.
    pub fn add_scope(self, other: &Json) {
        let merged = self.read(|model| with_added(&model.scope, other));
        self.set_scope(merged);
    }

    /// Changes the scope, at once in effect and stored.
    pub fn change_scope(self, change: impl FnOnce(&mut Scope)) {
        self.write(|model| change(&mut model.scope));
        self.scope_changed();
    }

    fn scope_changed(self) {
        self.hand_over_scope();
        self.keep();
    }

    fn hand_over_scope(self) {
        let text = self.scope_for_element();
        if let Some(element) = self.element() {
            element.set_json("scope", &text);
        }
    }

    /// The scope as the element gets it: with the secrets' values, and without rows that have no name yet.
    pub(super) fn scope_for_element(self) -> String {
        let mut scope = self.read(|model| model.scope.clone());
        scope.variables.retain(|variable| !variable.name.is_empty());
        scope
            .custom_fields
            .retain(|field| !field.reference.is_empty());
        scope.to_json_with_secrets().to_string()
    }

    /// Adds a variable, unless there is one of that name.
    pub(super) fn add_variable(self, name: String, value: Option<String>, secret: bool) {
        let is_taken = self.read(|model| {
            model
                .scope
                .variables
                .iter()
                .any(|variable| variable.name == name)
        });
        if is_taken || name.is_empty() {
            return;
        }
        self.tell(Key::PageVariableAdded, name.clone());
        self.change_scope(|scope| {
            scope.variables.push(Variable {
                name,
                default_value: value,
                secret,
            });
        });
    }
}

/// The scope that a text holds.
fn read_text(text: &str) -> Option<Scope> {
    Scope::read(&Json::parse(text).ok()?).ok()
}

/// The scope with the secret values of another one, where it has none of its own: what was stored or shown as text
/// comes back without them.
#[must_use]
pub fn with_secrets_of(mut scope: Scope, other: &Scope) -> Scope {
    for variable in scope
        .variables
        .iter_mut()
        .filter(|variable| variable.secret)
    {
        if variable.default_value.is_none() {
            let same = other
                .variables
                .iter()
                .find(|other| other.name == variable.name);
            variable.default_value = same
                .filter(|other| other.secret)
                .and_then(|other| other.default_value.clone());
        }
    }
    let names: Vec<String> = secret_names(&scope);
    for device in &mut scope.devices {
        let Some(same) = other.device(&device.id) else {
            continue;
        };
        for name in &names {
            if let (None, Some(value)) = (device.value(name), same.value(name)) {
                device.set_value(name, Some(value.to_owned()));
            }
        }
    }
    scope
}

/// The scope with what only another one has; as it is where that cannot be read.
fn with_added(ours: &Scope, other: &Json) -> Scope {
    match Scope::read(&united(&ours.to_json(), other)) {
        Ok(merged) => with_secrets_of(merged, ours),
        Err(_) => ours.clone(),
    }
}

/// A scope with what only the other one has added at the end of each list.
fn united(ours: &Json, theirs: &Json) -> Json {
    let Json::Object(lists) = ours else {
        return theirs.clone();
    };
    let united = lists.iter().map(|(name, list)| {
        let mut list = list.clone();
        if let (Json::Array(items), Some(Json::Array(others))) = (&mut list, theirs.member(name)) {
            for other in others {
                if !items.iter().any(|item| identity(item) == identity(other)) {
                    items.push(other.clone());
                }
            }
        }
        (name.clone(), list)
    });
    Json::Object(united.collect())
}

/// What tells an entry of a list from the others.
fn identity(item: &Json) -> Option<&str> {
    let member = |name| item.member(name).and_then(Json::as_text);
    member("reference")
        .or_else(|| member("id"))
        .or_else(|| member("name"))
        .or_else(|| item.as_text())
}

fn secret_names(scope: &Scope) -> Vec<String> {
    let variables = scope.variables.iter().map(|variable| &variable.name);
    let fields = scope.custom_fields.iter().map(|field| &field.reference);
    variables
        .chain(fields)
        .filter(|name| scope.is_secret(name))
        .cloned()
        .collect()
}

/// Puts the page's own address into its variable, where the scope has it: it may be another one than the last time.
fn fill_sample_base(scope: &mut Scope) {
    let variable = scope
        .variables
        .iter_mut()
        .find(|variable| variable.name == SAMPLE_BASE);
    if let Some(variable) = variable {
        variable.default_value = Some(page_address());
    }
}

/// The address of the folder in which the page stands, without a `/` at its end.
fn page_address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let origin = location
        .as_ref()
        .and_then(|location| location.origin().ok());
    let path = location
        .as_ref()
        .and_then(|location| location.pathname().ok());
    let mut address = origin.unwrap_or_default();
    let path = path.unwrap_or_default();
    address.push_str(path.rsplit_once('/').map_or("", |(folder, _)| folder));
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOPE: &str = r#"{"variables":[{"name":"token","defaultValue":"hunter2","secret":true}],
        "customFields":[{"name":"PIN","reference":"cf_pin","adminOnly":true}],
        "devices":[{"id":"d1","name":"WS","values":{"cf_pin":"1234","level_time":"now"}}]}"#;

    #[test]
    fn what_comes_back_without_secrets_gets_them_from_memory() {
        let scope = read_text(SCOPE).expect("a scope");
        let stored = scope.to_json().to_string();
        assert!(
            !stored.contains("hunter2") && !stored.contains("1234"),
            "{stored}"
        );
        let back = with_secrets_of(read_text(&stored).expect("a scope"), &scope);
        assert_eq!(back, scope);
    }

    #[test]
    fn two_scopes_united_lack_nothing() {
        let ours = Json::parse(r#"{"variables":[{"name":"a","secret":true}],"osVersions":["11"]}"#)
            .expect("JSON");
        let theirs =
            Json::parse(r#"{"variables":[{"name":"b"},{"name":"a"}],"osVersions":["11","12"]}"#)
                .expect("JSON");
        let text = united(&ours, &theirs).to_string();
        assert_eq!(
            text,
            r#"{"variables":[{"name":"a","secret":true},{"name":"b"}],"osVersions":["11","12"]}"#
        );
    }

    #[test]
    fn a_variable_that_is_secret_no_longer_gets_no_secret_value() {
        let scope = read_text(SCOPE).expect("a scope");
        let open = read_text(r#"{"variables":[{"name":"token"}]}"#).expect("a scope");
        assert_eq!(with_secrets_of(open.clone(), &scope), open);
    }
}
