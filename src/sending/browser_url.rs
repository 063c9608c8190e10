//! The browser's own parser of URLs.

use http_action::problem::{ParsedUrl, UrlParser};
use web_sys::Url;

/// Says what fetch will make of a URL, since it is the browser's own `URL`.
pub struct BrowserUrl;

impl UrlParser for BrowserUrl {
    fn parse(&self, url: &str) -> Option<ParsedUrl> {
        let parsed = Url::new(url).ok()?;
        Some(ParsedUrl {
            href: parsed.href(),
            protocol: parsed.protocol(),
            host: parsed.host(),
            has_credentials: !parsed.username().is_empty() || !parsed.password().is_empty(),
        })
    }
}
