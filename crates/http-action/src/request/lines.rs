//! A request as people and hosts read it.

use super::{HeaderOrigin, Request, Reveal};
use crate::json::Json;
use crate::render::Rendered;

fn shown(rendered: &Rendered, reveal: Reveal) -> String {
    match reveal {
        Reveal::Masked => rendered.masked(),
        Reveal::Revealed => rendered.text.clone(),
    }
}

impl Request {
    /// The header lines that go out, each with its origin: rows of one name are one line, `1, 2`, where the first of
    /// them stands.
    #[must_use]
    pub fn header_lines(&self, reveal: Reveal) -> Vec<(String, String, HeaderOrigin)> {
        let mut lines: Vec<(String, String, HeaderOrigin)> = Vec::with_capacity(self.headers.len());
        for header in &self.headers {
            let name = shown(&header.name, reveal);
            let value = shown(&header.value, reveal);
            match lines
                .iter_mut()
                .find(|(present, ..)| present.eq_ignore_ascii_case(&name))
            {
                Some((_, joined, _)) => {
                    joined.push_str(", ");
                    joined.push_str(&value);
                }
                None => lines.push((name, value, header.origin)),
            }
        }
        lines
    }

    /// The request as text: the request line, the headers, and after a blank line the body, if there is one.
    #[must_use]
    pub fn lines(&self, reveal: Reveal) -> String {
        let mut text = String::from(self.method.as_str());
        text.push(' ');
        text.push_str(&shown(&self.url, reveal));
        for (name, value, _) in self.header_lines(reveal) {
            text.push('\n');
            text.push_str(&name);
            text.push_str(": ");
            text.push_str(&value);
        }
        if let Some(body) = &self.body {
            text.push_str("\n\n");
            text.push_str(&shown(body, reveal));
        }
        text
    }

    /// The request as `{method, url, headers: [[name, value], …], body}`.
    #[must_use]
    pub fn to_json(&self, reveal: Reveal) -> Json {
        let headers = self.headers.iter().map(|header| {
            Json::Array(vec![
                Json::String(shown(&header.name, reveal)),
                Json::String(shown(&header.value, reveal)),
            ])
        });
        let body = self
            .body
            .as_ref()
            .map_or(Json::Null, |body| Json::String(shown(body, reveal)));
        Json::Object(vec![
            ("method".to_owned(), Json::text(self.method.as_str())),
            ("url".to_owned(), Json::String(shown(&self.url, reveal))),
            ("headers".to_owned(), Json::Array(headers.collect())),
            ("body".to_owned(), body),
        ])
    }

    /// The length of the body in bytes; 0 without one.
    #[must_use]
    pub fn body_bytes(&self) -> usize {
        self.body.as_ref().map_or(0, |body| body.text.len())
    }

    /// Every rendered text of the request.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Rendered> {
        let headers = self
            .headers
            .iter()
            .flat_map(|header| [&header.name, &header.value]);
        std::iter::once(&self.url).chain(headers).chain(&self.body)
    }
}
