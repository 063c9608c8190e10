//! Sample devices with their values.

use http_action::scope::{Device, SYSTEM_VARIABLES, Scope};

use super::dom::{Node, node};
use super::model::{Page, fresh_id};
use super::scope_fields::{Look, Named, choice, id_of};
use super::scope_form::remove_row;
use super::settings::select;
use crate::texts::Key;

impl Page {
    /// The sample devices.
    #[must_use]
    pub fn devices(self) -> Node {
        let scope = self.read(|model| model.scope.clone());
        let part = self.part(Key::PageDevices);
        for (index, device) in scope.devices.iter().enumerate() {
            part.add(self.device_group(index, device, &scope));
        }
        let at = scope.devices.len();
        part.with(self.adder(Key::PageDeviceAdd, move || {
            let device = Device {
                id: fresh_id(),
                ..Device::default()
            };
            let added = id_of(Key::PageDeviceName, at);
            self.reshape(|scope| scope.devices.push(device), &added);
        }))
    }

    fn device_group(self, index: usize, device: &Device, scope: &Scope) -> Node {
        let text = |label, name, value: &str, set: fn(&mut Device, String)| {
            let typed = move |text| self.change_device(index, |device| set(device, text));
            self.text_field(&self.named(label, name, index), value, Look::Plain, typed)
        };
        let pick =
            |label, name, choices: &[(&str, String)], value: &str, set: fn(&mut Device, String)| {
                let chosen = move |text| self.change_device(index, |device| set(device, text));
                choice(&self.named(label, name, index), choices, value, chosen)
            };
        let unknown = ("", self.text(Key::PageUnknown));
        let platforms = [
            unknown.clone(),
            ("windows", self.text(Key::ValueWindows)),
            ("macos", self.text(Key::ValueMacos)),
            ("linux", self.text(Key::ValueLinux)),
        ];
        let types = [
            unknown,
            ("workstation", self.text(Key::ValueWorkstation)),
            ("server", self.text(Key::ValueServer)),
            ("domain_controller", self.text(Key::ValueDomainController)),
        ];
        let facts = node("div", "hae-page-row hae-page-row-even")
            .with(text(
                Key::PageColumnName,
                Key::PageDeviceName,
                &device.name,
                |device, text| {
                    device.name = text;
                },
            ))
            .with(pick(
                Key::ConditionPlatform,
                Key::PageDevicePlatform,
                &platforms,
                &device.platform,
                |device, text| device.platform = text,
            ))
            .with(pick(
                Key::ConditionDeviceType,
                Key::PageDeviceType,
                &types,
                &device.device_type,
                |device, text| device.device_type = text,
            ))
            .with(text(
                Key::ConditionOsVersion,
                Key::PageDeviceOsVersion,
                &device.os_version,
                |device, text| device.os_version = text,
            ));
        let values = node("div", "hae-page-values");
        for (at, (name, value)) in device.values.iter().enumerate() {
            let look = if scope.is_secret(name) {
                Look::Secret
            } else {
                Look::Plain
            };
            values.add(self.value_row(
                (index, at),
                name,
                value.as_deref().unwrap_or_default(),
                look,
            ));
        }
        let remove_name = self.numbered(Key::PageDeviceRemove, index);
        let remove = self
            .remove_button(remove_name.clone(), move || {
                self.reshape(
                    |scope| remove_row(&mut scope.devices, index),
                    &id_of(Key::PageDeviceAdd, 0),
                );
            })
            .says(&remove_name);
        let foot = node("div", "hae-page-row")
            .with(self.value_adder(index, device, scope))
            .with(remove);
        node("fieldset", "hae-page-device")
            .with(node("legend", "hae-page-legend").says(&self.numbered(Key::PageDevice, index)))
            .with(facts)
            .with(values)
            .with(foot)
    }

    fn change_device(self, index: usize, change: impl FnOnce(&mut Device)) {
        self.change_scope(|scope| {
            if let Some(device) = scope.devices.get_mut(index) {
                change(device);
            }
        });
    }

    /// A value: `index` is the device's, `at` the value's place in it.
    fn value_row(self, (index, at): (usize, usize), name: &str, value: &str, look: Look) -> Node {
        let number = (index + 1).to_string();
        let parameters = [("name", name), ("n", number.as_str())];
        let named = Named {
            label: name.to_owned(),
            name: self.text_with(Key::PageDeviceValue, &parameters),
            id: value_id(index, at),
        };
        let owned = name.to_owned();
        let field = self.text_field(&named, value, look, move |value| {
            self.change_device(index, |device| device.set_value(&owned, Some(value)));
        });
        let owned = name.to_owned();
        let remove_name = self.text_with(Key::PageDeviceValueRemove, &parameters);
        let remove = self.remove_button(remove_name, move || {
            let without = |scope: &mut Scope| {
                if let Some(device) = scope.devices.get_mut(index) {
                    device.values.retain(|(other, _)| *other != owned);
                }
            };
            self.reshape(without, &id_of(Key::PageDeviceValueAdd, index));
        });
        node("div", "hae-page-row hae-page-value")
            .with(field)
            .with(remove)
    }

    /// A choice of the names under which the device has no value yet.
    fn value_adder(self, index: usize, device: &Device, scope: &Scope) -> Node {
        let fields = scope
            .custom_fields
            .iter()
            .map(|field| field.reference.as_str());
        let variables = scope
            .variables
            .iter()
            .map(|variable| variable.name.as_str());
        let names = SYSTEM_VARIABLES
            .iter()
            .copied()
            .chain(fields)
            .chain(variables);
        let mut choices = vec![("", "–".to_owned())];
        for name in names {
            let is_there = device.values.iter().any(|(held, _)| held == name);
            if !name.is_empty() && !is_there {
                choices.push((name, name.to_owned()));
            }
        }
        let named = self.named(Key::PageColumnAddValue, Key::PageDeviceValueAdd, index);
        let chosen = move |name: String| {
            if name.is_empty() {
                return;
            }
            let mut at = 0;
            self.change_device(index, |device| {
                device.set_value(&name, Some(String::new()));
                at = device
                    .values
                    .iter()
                    .position(|(held, _)| *held == name)
                    .unwrap_or_default();
            });
            self.reshape(|_| {}, &value_id(index, at));
        };
        let label = node("label", "hae-page-label")
            .set("for", &named.id)
            .says(&named.label);
        let select = select(&choices, "", chosen);
        let select = select.set("id", &named.id).set("aria-label", &named.name);
        node("div", "hae-page-field").with(label).with(select)
    }
}

/// The id of a device's value.
fn value_id(index: usize, at: usize) -> String {
    let mut id = id_of(Key::PageDeviceValue, index);
    id.push('-');
    id.push_str(&at.to_string());
    id
}
