"""The `(x)` picker in all its places."""

from __future__ import annotations

import re

import pytest
from selenium.webdriver.common.keys import Keys

from panel import Panel, open_bare

SCOPE = {
    "variables": [{"name": "api_token", "defaultValue": "hunter2222", "secret": True}, {"name": "ticket", "defaultValue": "4711"}],
    "customFields": [{"name": "MAC Address", "reference": "cf_mac_address"}],
    "devices": [{"id": "d1", "name": "WS-014", "values": {"level_device_hostname": "WS-014", "cf_mac_address": "00:1B:44:11:3A:B7"}}],
}


@pytest.fixture
def panel(page) -> Panel:
    """An action with a row of each kind."""
    value = {"method": "POST", "url": "https://a.example.test/b", "headers": [{"name": "X-A", "value": "1"}], "body": "x=1"}
    return open_bare(page, scope=SCOPE, value={**value, "contentType": "application/x-www-form-urlencoded"})


PLACES = {
    "URL": "URL",
    "header 1 name": "Header 1 name",
    "header 1 value": "Header 1 value",
    "field 1 name": "Field 1 name",
    "field 1 value": "Field 1 value",
}


@pytest.mark.parametrize("place", PLACES)
def test_in_every_one_line_field(page, panel, place):
    """`(x)` stands in every one-line template field; choosing inserts at the caret, replacing a selection, and one is back where one was."""
    field = panel.scope.textbox(PLACES[place])
    before = field.value
    field.focus()
    page.press(Keys.CONTROL, "a")
    panel.pick(place, "ticket", "{{ticket}}")
    field.should(value="{{ticket}}", focused=True)
    page.press(Keys.HOME)
    panel.pick(place, "hostname", "{{level_device_hostname}}")
    field.should(value="{{level_device_hostname}}{{ticket}}", focused=True)
    page.type("-")
    field.should(value="{{level_device_hostname}}-{{ticket}}")
    for _ in range(3):
        page.press(Keys.CONTROL, "z")
    field.should(value=before)


def test_in_the_body(page, panel):
    """It floats in the body editor."""
    panel.content_type.choose("Plain text")
    panel.body.fill("one\ntwo 🎉\nthree")
    panel.body.focus()
    page.press(Keys.CONTROL, Keys.HOME)
    page.press(Keys.ARROW_DOWN)
    page.press(Keys.END)
    panel.pick("body", "mac", "{{cf_mac_address}}")
    panel.body.should(value="one\ntwo 🎉{{cf_mac_address}}\nthree", focused=True)


def test_groups_labels_values_and_search(page, panel):
    """Three groups; each entry shows a friendly label, the reference and the value for the sample device, masked if secret; the search is
    fuzzy over label and name."""
    panel.device.choose("WS-014")
    panel.scope.button("Insert variable into URL").click()
    picker = panel.scope.get("dialog", "Insert variable")
    picker.should_exist()
    assert picker.get("listbox").exists()
    for group in ("Variables", "System variables"):
        picker.get("group", group).should_exist()
    first = picker.get("option", re.compile(r"api_token.*\{\{api_token\}\}"))
    first.should_exist()
    assert "hunter2222" not in picker.text + first.description
    search = picker.get("searchbox", "Search variables").should(focused=True)
    search.fill("mac adr")
    option = picker.get("option", re.compile(r"MAC Address.*\{\{cf_mac_address\}\}"))
    option.should(text=re.compile("00:1B:44:11:3A:B7"))
    search.fill("qqqq")
    page.eventually(lambda: not picker.has("option"), "something fits qqqq")
    search.fill("")
    first.should_exist()
    total = 2 + 19 + 1
    assert str(total) in picker.text


def test_by_keyboard(page, panel):
    """Everything by keyboard: arrows and Enter choose, Escape closes, and one is back where one was with the caret kept."""
    panel.url.focus()
    page.press(Keys.HOME)
    for _ in range(8):
        page.press(Keys.ARROW_RIGHT)
    panel.scope.button("Insert variable into URL").press(Keys.ENTER)
    search = panel.scope.get("dialog", "Insert variable").get("searchbox", "Search variables")
    search.should(focused=True)
    page.type("level_device")
    page.press(Keys.ARROW_DOWN)
    page.press(Keys.ARROW_DOWN)
    page.press(Keys.ARROW_UP)
    page.press(Keys.ENTER)
    panel.url.should(value=re.compile(r"^https://\{\{level_device_\w+\}\}a\.example"), focused=True)
    panel.scope.button("Insert variable into URL").press(" ")
    search.should(focused=True)
    page.press(Keys.ESCAPE)
    panel.scope.get("dialog", "Insert variable").should_be_gone()
    panel.url.should(focused=True)


def test_suggestions_at_the_caret(page, panel):
    """Typing `{{` in a field opens suggestions at the caret; focus stays in the field; Escape sends them away."""
    field = panel.header_value(1)
    field.focus()
    page.press(Keys.END)
    page.type(" {{tick")
    suggestions = panel.scope.get("listbox", "Suggestions")
    suggestions.get("option", re.compile("ticket")).should_exist()
    field.should(focused=True)
    page.press(Keys.ENTER)
    field.should(value="1 {{ticket}}", focused=True)
    suggestions.should_be_gone()
    page.type("{{")
    suggestions.should_exist()
    page.press(Keys.ESCAPE)
    suggestions.should_be_gone()
    page.type("ticket}}")
    field.should(value="1 {{ticket}}{{ticket}}")


def test_ten_thousand_entries(page, panel):
    """10,000 entries: the last one is found and chosen."""
    page.script(
        "document.getElementById('editor').scope = {variables: Array.from({length: 10000}, (_, n) => ({name: `variable_${n}`, defaultValue: `${n}`}))}"
    )
    panel.pick("URL", "variable_9999", "{{variable_9999}}")
    panel.url.should(value=re.compile(re.escape("{{variable_9999}}")))
