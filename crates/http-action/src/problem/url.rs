//! The URL. What a URL is, is the URL standard's matter and here the parser's.

use super::check::Findings;
use super::{Code, FixKind, Place, Problem};
use crate::edit::{Edit, Field, Splice};

/// What a parser of URLs makes of one, in the terms of the URL standard's `URL` interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedUrl {
    /// The whole, serialised.
    pub href: String,
    /// The scheme with its colon: `https:`.
    pub protocol: String,
    /// Host and port.
    pub host: String,
    /// Whether there is a user or a password.
    pub has_credentials: bool,
}

/// A parser of URLs: the browser's own in the product, so that the check says what fetch will do.
pub trait UrlParser {
    /// Parses an absolute URL; none where it is none.
    fn parse(&self, url: &str) -> Option<ParsedUrl>;
}

impl Findings<'_> {
    pub(super) fn url(&mut self) {
        let action = self.check.action;
        if action.url.trim().is_empty() {
            self.raise(Problem::new(Code::UrlMissing, Place::Url));
            return;
        }
        let text = self.read(Place::Url, Field::Url, &action.url);
        // Whatever an unknown reference may turn out to be, at the start it can hold all that comes before.
        let stand_in = &mut |before: &str| if before.is_empty() { "https://1" } else { "1" };
        let rendered = self.rendered(&text, stand_in);
        match absolute(self.check.url, &rendered.text) {
            None => {
                let mut problem = self.found_in(&text, Code::UrlNotAbsolute, Place::Url);
                if lacks_only_its_scheme(self.check.url, &rendered.text) {
                    let splice = Splice::new(0..0, "https://");
                    problem = problem.fix(
                        FixKind::AddScheme,
                        Edit::Text {
                            field: Field::Url,
                            splice,
                        },
                    );
                }
                self.raise(problem);
            }
            Some(url) if url.has_credentials => {
                let problem = self.found_in(&text, Code::UrlHasCredentials, Place::Url);
                self.raise(problem);
            }
            Some(_) => {}
        }
    }
}

fn absolute(parser: &dyn UrlParser, text: &str) -> Option<ParsedUrl> {
    if !names_a_server(text) {
        return None;
    }
    parser
        .parse(text)
        .filter(|url| matches!(url.protocol.as_str(), "http:" | "https:") && !url.host.is_empty())
}

/// Whether the text begins with `http:` or `https:` and two slashes, of either kind. Without them a page's own fetch
/// takes the URL relative to the page where both have one scheme, although the parser, asked alone, does not.
pub(crate) fn names_a_server(text: &str) -> bool {
    let text = text.trim_start_matches(|letter: char| letter <= ' ');
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_slash = |letter: Option<char>| matches!(letter, Some('/' | '\\'));
    let mut letters = rest.chars();
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && is_slash(letters.next())
        && is_slash(letters.next())
}

/// Whether the text begins with a host as people write one: with a dot, a port, or `localhost`.
fn lacks_only_its_scheme(parser: &dyn UrlParser, text: &str) -> bool {
    let host = text.split(['/', '\\', '?', '#']).next().unwrap_or("");
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    if name.is_empty() || host.starts_with("{{") || !is_port {
        return false;
    }
    let looks_like_a_host = host.contains(['.', ':']) || name.eq_ignore_ascii_case("localhost");
    looks_like_a_host
        && absolute(parser, &["https://", text].concat()).is_some_and(|url| !url.has_credentials)
}
