//! A language and its texts.

use std::sync::Arc;

use js_sys::{Array, Intl, Object};

use super::Key;

/// A language with its texts. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Locale {
    tag: Arc<str>,
    texts: Arc<Vec<String>>,
}

impl Locale {
    /// A language from the file of its texts: a line `Key = text` for each key, in the order of the keys. `tag` is the
    /// language's BCP 47 tag, for plurals and numbers.
    #[must_use]
    pub fn new(tag: &str, file: &str) -> Self {
        let texts = file
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| {
                line.split_once(" = ")
                    .map_or(line, |(_, text)| text)
                    .to_owned()
            })
            .collect();
        Self {
            tag: tag.into(),
            texts: Arc::new(texts),
        }
    }

    /// The language's tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    fn raw(&self, key: Key) -> &str {
        self.texts.get(key as usize).map_or("", String::as_str)
    }

    /// The text of a key without parameters.
    #[must_use]
    pub fn text(&self, key: Key) -> String {
        self.with(key, &[])
    }

    /// The text of a key with its parameters put in.
    #[must_use]
    pub fn with(&self, key: Key, parameters: &[(&str, &str)]) -> String {
        fill(self.raw(key), parameters)
    }

    /// The text of a key that counts: its form for `count`, with `{n}` put in as this language writes it.
    #[must_use]
    pub fn count(&self, key: Key, count: usize) -> String {
        let mut forms = self.raw(key).split('|');
        let one = forms.next().unwrap_or_default();
        let form = match forms.next() {
            Some(other) if !self.is_one(count) => other,
            _ => one,
        };
        fill(form, &[("n", &self.number(count as f64))])
    }

    #[expect(clippy::cast_precision_loss, reason = "no list has 2^53 entries")]
    fn is_one(&self, count: usize) -> bool {
        let locales = Array::of1(&(&*self.tag).into());
        let category = Intl::PluralRules::new(&locales, &Object::new()).select(count as f64);
        category == "one"
    }

    /// A number as this language writes it.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        js_sys::Number::from(number)
            .to_locale_string(&self.tag)
            .into()
    }
}

/// Puts parameters in the place of their `{name}`s; `{{` and `}}` stand for themselves.
fn fill(text: &str, parameters: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        filled.push_str(before);
        if from.starts_with("{{") {
            let end = from.find("}}").map_or(from.len(), |end| end + 2);
            let (literal, after) = from.split_at(end);
            filled.push_str(literal);
            rest = after;
            continue;
        }
        let end = from.find('}').map_or(from.len(), |end| end + 1);
        let (parameter, after) = from.split_at(end);
        let name = parameter.trim_matches(|brace| brace == '{' || brace == '}');
        if let Some((_, value)) = parameters.iter().find(|(other, _)| *other == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_put_in_once() {
        assert_eq!(
            fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]),
            "{b} and 2"
        );
        assert_eq!(
            fill("Insert {{name}} {n}", &[("n", "x")]),
            "Insert {{name}} x"
        );
    }
}
