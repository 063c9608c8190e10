//! Telling values apart quickly.

use super::Json;

/// A number that two equal values share, and two others hardly ever. It holds for one run of the program only.
#[must_use]
pub fn fingerprint(json: &Json) -> u64 {
    let mut state = 0;
    mix_value(&mut state, json);
    state
}

fn mix_value(state: &mut u64, json: &Json) {
    match json {
        Json::Null => mix(state, 1),
        Json::Bool(value) => mix(state, 2 + u64::from(*value)),
        Json::Number(digits) => mix_text(state, 4, digits),
        Json::String(text) => mix_text(state, 5, text),
        Json::Array(items) => {
            mix(state, 6);
            for item in items {
                mix_value(state, item);
            }
            mix(state, 7);
        }
        Json::Object(members) => {
            mix(state, 8);
            for (name, value) in members {
                mix_text(state, 9, name);
                mix_value(state, value);
            }
            mix(state, 10);
        }
    }
}

fn mix_text(state: &mut u64, kind: u64, text: &str) {
    mix(state, kind);
    mix(state, text.len() as u64);
    for chunk in text.as_bytes().chunks(8) {
        let mut word = [0; 8];
        for (byte, from) in word.iter_mut().zip(chunk) {
            *byte = *from;
        }
        mix(state, u64::from_le_bytes(word));
    }
}

/// One step of the multiplicative hash that rustc uses.
fn mix(state: &mut u64, word: u64) {
    *state = (state.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_has_another_fingerprint() {
        let texts = [
            "null",
            "true",
            "false",
            "0",
            "\"0\"",
            "[]",
            "{}",
            "[[]]",
            "[[],[]]",
            "\"\"",
            r#"{"a":"b"}"#,
            r#"{"ab":""}"#,
            "[\"a\",\"b\"]",
            "[\"ab\"]",
        ];
        let mut seen: Vec<u64> = texts
            .iter()
            .map(|text| fingerprint(&Json::parse(text).expect("JSON")))
            .collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), texts.len());
    }
}
