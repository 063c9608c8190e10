//! What a first visitor finds: an action that passes with no network at all, one that fails, and a scope to choose from.

use http_action::json::Json;
use http_action::scope::Scope;

use super::record::{Entry, with_text};
use super::scope_state::SAMPLE_BASE;
use crate::texts::{Key, Locale};

/// Reads a file beside the page.
const GOOD: &str = r#"{"url":"{{sample_base}}/sample.json","headers":[{"name":"Accept","value":"application/json"}]}"#;
/// Reads a file that does not exist.
const BAD: &str = r#"{"url":"{{sample_base}}/no-such-file.json"}"#;

/// The scope. The variable for the page's own address is in it, filled in at every start.
const SCOPE: &str = r#"{
"variables":[{"name":"sample_base"},{"name":"api_token","secret":true},{"name":"ticket_id","defaultValue":"4711"}],
"customFields":[{"name":"MAC address","reference":"cf_mac_address"},{"name":"Asset tag","reference":"cf_asset_tag"},
{"name":"BIOS password","reference":"cf_bios_password","adminOnly":true}],
"devices":[
{"id":"d1","name":"WS-014","platform":"windows","deviceType":"workstation","osVersion":"Windows 11 24H2","tags":["t1"],"group":"g1",
"values":{"level_device_id":"d1","level_device_hostname":"WS-014","level_device_os":"Windows","level_device_os_version":"Windows 11 24H2",
"level_device_cpu_cores":"8","level_device_memory":"17179869184","level_device_memory_formatted":"16 GB",
"level_device_private_ip_addresses":"192.168.1.14","level_group_id":"g1","level_group_name":"Lab","level_group_path":"HQ/Lab",
"level_tag_ids":"t1","level_tag_names":"Pilot","cf_mac_address":"00:1B:44:11:3A:B7","cf_asset_tag":"A-2217"}},
{"id":"d2","name":"SRV-02","platform":"linux","deviceType":"server","osVersion":"Debian 12","tags":[],"group":"g2",
"values":{"level_device_id":"d2","level_device_hostname":"SRV-02","level_device_os":"Linux","level_device_os_version":"Debian 12",
"level_device_cpu_cores":"32","level_device_memory":"137438953472","level_device_memory_formatted":"128 GB",
"level_group_id":"g2","level_group_name":"Servers","level_group_path":"HQ/Servers","cf_asset_tag":"S-0031"}}],
"actions":[{"id":"a1","name":"Get MAC address","status":"success"}],
"tags":[{"id":"t1","name":"Pilot"},{"id":"t2","name":"Lab"}],
"groups":[{"id":"g1","name":"Lab","path":"HQ/Lab"},{"id":"g2","name":"Servers","path":"HQ/Servers"}],
"osVersions":["Windows 11 24H2","Debian 12"]}"#;

/// The sample actions, named in a language.
#[must_use]
pub fn actions(locale: &Locale) -> Vec<Entry> {
    let named = |document, key| {
        let document = with_text(document, "name", &locale.text(key));
        let mut entry = Entry::new(String::new(), 0, document);
        entry.relabel();
        entry
    };
    vec![
        named(GOOD, Key::PageSampleGood),
        named(BAD, Key::PageSampleBad),
    ]
}

/// The sample scope.
#[must_use]
pub fn scope() -> Scope {
    let json = Json::parse(SCOPE).unwrap_or(Json::Null);
    debug_assert!(SCOPE.contains(SAMPLE_BASE), "the samples read through it");
    Scope::read(&json).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_can_be_read() {
        for text in [GOOD, BAD] {
            assert!(http_action::document::read_text(text).is_ok());
        }
        assert_eq!((scope().variables.len(), scope().devices.len()), (3, 2));
    }
}
