//! The editor of an automation's HTTP request action, in the browser.
