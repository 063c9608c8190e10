//! The browser's clocks.

/// A clock that only goes forward, in milliseconds.
#[must_use]
pub fn now_ms() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// This moment, ISO 8601.
#[must_use]
pub fn now_iso() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}
