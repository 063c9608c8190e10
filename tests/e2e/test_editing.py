"""Editing: undo and redo, headers as rows and as text, forms as rows and as text, a body for each content type."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

import pytest
from selenium.webdriver.common.keys import Keys

from panel import Panel, open_bare


@pytest.fixture
def panel(page) -> Panel:
    """An empty action on a bare page."""
    return open_bare(page)


def test_undo_and_redo_by_keys_restore_field_and_caret(page, panel):
    """Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y) undo and redo in every field, one history for all of them, which restores field and caret."""
    panel.url.focus()
    page.type("https://a.example.test")
    panel.body.focus()
    page.type("body")
    panel.method.choose("PUT")
    panel.url.focus()
    page.press(Keys.CONTROL, "z")
    panel.method.should(chosen="GET")
    page.press(Keys.CONTROL, "z")
    panel.body.should(value="", focused=True)
    page.press(Keys.CONTROL, "z")
    panel.url.should(value="", focused=True)
    panel.undo.should(disabled=True)
    page.press(Keys.CONTROL, Keys.SHIFT, "z")
    panel.url.should(value="https://a.example.test", focused=True, selection=[22, 22])
    page.press(Keys.CONTROL, "y")
    panel.body.should(value="body", focused=True)
    panel.redo.should(disabled=False).click()
    panel.method.should(chosen="PUT")
    panel.redo.should(disabled=True)


def test_rows_of_headers(page, panel):
    """Header rows with add, remove, on and off, and reordering; each step can be undone."""
    for number, name in enumerate(("A", "B", "C"), 1):
        panel.add_header(number, name, name.lower())
    panel.scope.button("Move header 3 up").click()
    page.eventually(lambda: panel.headers() == [("A", "a"), ("C", "c"), ("B", "b")], lambda: str(panel.headers()))
    panel.scope.button("Move header 1 down").click()
    page.eventually(lambda: panel.headers() == [("C", "c"), ("A", "a"), ("B", "b")], lambda: str(panel.headers()))
    panel.scope.switch("Header 2 enabled").click().should(checked=False)
    panel.scope.button("Remove header 1").click()
    page.eventually(lambda: panel.headers() == [("A", "a"), ("B", "b")], lambda: str(panel.headers()))
    panel.scope.switch("Header 1 enabled").should(checked=False)
    assert panel.value["headers"] == [
        {"name": "A", "value": "a", "enabled": False},
        {"name": "B", "value": "b", "enabled": True},
    ]
    for _ in range(4):
        panel.undo.click()
    page.eventually(lambda: panel.headers() == [("A", "a"), ("B", "b"), ("C", "c")], lambda: str(panel.headers()))


def test_pasting_lines_fills_rows(page, panel):
    """Pasting several `Name: value` lines into a header name fills several rows."""
    panel.add_header(1, "Kept", "yes")
    panel.scope.button("Add request headers").click()
    panel.header_name(2).click()
    page.paste("Accept: application/json\nX-Time: 12:30:00\nAuthorization: Bearer {{token}}\n")
    expected = [("Kept", "yes"), ("Accept", "application/json"), ("X-Time", "12:30:00"), ("Authorization", "Bearer {{token}}")]
    page.eventually(lambda: panel.headers() == expected, lambda: str(panel.headers()))
    page.press(Keys.CONTROL, "z")
    page.eventually(lambda: panel.headers() == [("Kept", "yes"), ("", "")], lambda: str(panel.headers()))


def test_headers_as_text(page, panel):
    """Headers can be edited as text too, without losing switched-off rows."""
    panel.add_header(1, "X-On", "1")
    panel.add_header(2, "X-Off", "2")
    panel.scope.switch("Header 2 enabled").click().should(checked=False)
    panel.scope.button("Edit as text").click()
    text = panel.scope.textbox("Headers")
    text.should(value=re.compile("X-On: 1"))
    text.fill(text.value + "\nX-New: {{ticket}}")
    panel.scope.button("Edit as rows").click()
    page.eventually(
        lambda: panel.headers() == [("X-On", "1"), ("X-Off", "2"), ("X-New", "{{ticket}}")], lambda: str(panel.headers())
    )
    panel.scope.switch("Header 1 enabled").should(checked=True)
    panel.scope.switch("Header 2 enabled").should(checked=False)


def test_header_names_are_completed(page, panel):
    """Header names are completed from the registered ones; focus stays in the field."""
    panel.scope.button("Add request headers").click()
    panel.header_name(1).focus()
    page.type("accept-l")
    panel.scope.get("listbox", "Suggestions").get("option", re.compile("Accept-Language", re.I)).should_exist()
    panel.header_name(1).should(focused=True)
    page.press(Keys.ARROW_DOWN)
    page.press(Keys.ENTER)
    panel.header_name(1).should(value=re.compile("^Accept-Language$", re.I), focused=True)
    panel.scope.get("listbox", "Suggestions").should_be_gone()


def test_a_form_as_rows_and_as_text(page, panel, endpoints):
    """A form body is edited as rows or as text, at will; what is typed is sent as typed, in the row's encoding."""
    panel.url.fill(f"{endpoints.origin}/echo")
    panel.method.choose("POST")
    panel.content_type.choose("Form submissions")
    panel.fill_field(1, "name", "a b&c=d é")
    panel.fill_field(2, "empty", "")
    panel.fill_field(3, "name", "again")
    body = panel.value["body"]
    panel.scope.button("Edit body as text").click()
    panel.body.should(value=body)
    panel.body.fill(body + "&more=1")
    panel.scope.button("Edit body as rows").click()
    panel.scope.textbox("Field 4 name").should(value="more")
    panel.scope.textbox("Field 1 value").should(value="a b&c=d é")
    panel.scope.button("Remove field 2").click()
    panel.scope.textbox("Field 4 name").should_be_gone()
    panel.send().should_pass()
    pairs = parse_qsl(endpoints.received[0].body.decode("ascii"), keep_blank_values=True)
    assert pairs == [("name", "a b&c=d é"), ("name", "again"), ("more", "1")]


def test_each_content_type_keeps_its_own_body(page, panel):
    """Each content type keeps its own body draft, never in the document: the first visit to another type takes the present text over, into
    a form only if it reads as one, else it is empty and offers "Take over the text"; each later visit restores that type's own."""
    panel.method.choose("POST")
    panel.body.fill('{"a": "b c"}')
    panel.content_type.choose("Plain text")
    panel.body.should(value='{"a": "b c"}')
    panel.body.fill("plain")
    panel.content_type.choose("JSON payloads")
    panel.body.should(value='{"a": "b c"}')
    panel.content_type.choose("Form submissions")
    panel.should_become(body="")
    panel.scope.button("Take over the text").click()
    page.eventually(lambda: panel.prop("value")["body"], "the text was not taken over")
    panel.undo.click()
    panel.should_become(body="")
    panel.content_type.choose("Plain text")
    panel.body.should(value="plain")
    assert "plain" not in str({key: value for key, value in panel.value.items() if key not in ("body", "contentType")})
    panel.undo.click()
    panel.content_type.should(chosen="Form submissions")


def test_a_problem_is_shown_where_it_is_and_fixed_by_one_press(page, panel):
    """A new action shows no problem at a field until it has been left; the header line, the field and the list tell the same; a fix is
    applied by one press, undone by one undo."""
    assert not panel.url.see()["invalid"]
    panel.scope.get("image", re.compile("problem|Ready")).should_exist()
    panel.url.focus()
    page.type("api.example.test/x")
    assert not panel.url.see()["invalid"]
    page.press(Keys.TAB)
    panel.url.should(invalid=True, description=re.compile("https://"))
    panel.scope.get("image", "1 problem").should_exist()
    panel.should_have_problem("https://")
    panel.scope.get("list", "Problems").button(re.compile("^Fix: ")).click()
    panel.url.should(value="https://api.example.test/x", invalid=False)
    panel.scope.get("image", "Ready").should_exist()
    panel.undo.click()
    panel.url.should(value="api.example.test/x")
    panel.problems.button(re.compile("must begin")).click()
    panel.url.should(focused=True)


def test_switches_name_and_options(page, panel):
    """Additional options: closed at first; name, failure, output variable, retries with a draft for what is no number, and the one switch."""
    section = panel.scope.button("Additional options").should(expanded=False)
    assert not panel.scope.has("textbox", "Action name")
    section.click()
    panel.scope.textbox("Action name").fill("Tell “them” 🎉 <b>")
    panel.scope.combobox("On action failure").should(chosen="Fail pipeline").choose("Continue")
    retries = panel.scope.get("spinbutton", "Retries").should(value="0")
    retries.fill("3")
    panel.should_become(retries=3, onFailure="continue", name="Tell “them” 🎉 <b>")
    retries.fill("3.5x")
    page.press(Keys.TAB)
    panel.should_have_problem("whole number")
    panel.should_become(retries=3)
    retries.fill("2")
    enabled = panel.scope.switch("Enabled")
    enabled.should(checked=True, description=re.compile("Devices will run this action."))
    enabled.click().should(checked=False, description=re.compile("Devices will skip this action."))
    panel.scope.switch("Run this action").should(checked=False).click()
    enabled.should(checked=True)
    output = panel.scope.combobox("Assign action output to variable")
    output.click()
    page.type("ticket")
    page.press(Keys.ENTER)
    panel.should_become(outputVariable="ticket", retries=2, enabled=True)


def test_nothing_is_corrected_or_filled_in_by_the_browser(panel):
    """Template fields: no spellcheck, autocomplete or autocapitalisation."""
    panel.add_header(1, "X-A", "1")
    found = panel.page.look(
        "find(a).map(field => [nameOf(field), field.spellcheck, field.autocomplete, field.autocapitalize])", [{"css": "#editor"}, {"role": "textbox"}]
    )
    assert {name for name, *_ in found} >= {"URL", "Body", "Header 1 name", "Header 1 value"}
    assert [field for field in found if field[1] or field[2] != "off" or field[3] not in ("off", "none")] == []


CONDITIONS = [
    ("Platform", None, "Equal to", ["Windows", "Linux"], {"type": "platform", "operator": "equal_to", "values": ["windows", "linux"]}),
    ("Type", None, "Not equal to", ["Domain controller"], {"type": "device_type", "operator": "not_equal_to", "values": ["domain_controller"]}),
    ("OS version", None, "Equal to", ["Debian 12"], {"type": "os_version", "operator": "equal_to", "values": ["Debian 12"]}),
    ("Tag", None, "Equal to", ["Lab"], {"type": "tag", "operator": "equal_to", "values": ["t1"]}),
    ("Group", None, "Equal to", [re.compile("Servers")], {"type": "group", "operator": "equal_to", "values": ["g1"]}),
    ("Custom field", "MAC Address", "Starts with", "00:1B", {"type": "custom_field", "customField": "cf_mac", "operator": "starts_with", "values": ["00:1B"]}),
    ("Variable", "ticket", "Contains", "47", {"type": "variable", "variable": "ticket", "operator": "contains", "values": ["47"]}),
    ("Action status", "Get MAC address", "Equal to", ["Success", "Skipped"], {"type": "action_status", "action": "a1", "operator": "equal_to", "values": ["success", "skipped"]}),
]  # fmt: skip


def test_conditions_of_every_type(page):
    """Conditions: all types, with association, operator and value controls, numbered, removed by name."""
    scope = {
        "variables": [{"name": "ticket"}],
        "customFields": [{"name": "MAC Address", "reference": "cf_mac"}],
        "actions": [{"id": "a1", "name": "Get MAC address", "status": "success"}],
        "tags": [{"id": "t1", "name": "Lab"}],
        "groups": [{"id": "g1", "name": "Servers", "path": "HQ/Servers"}],
        "osVersions": ["Debian 12"],
    }
    panel = open_bare(page, scope=scope)
    panel.open_section("Conditions")
    for number, (kind, association, operator, values, _) in enumerate(CONDITIONS, 1):
        panel.scope.button("Add new condition").click()
        group = panel.scope.get("group", f"Condition {number}")
        group.combobox("Type").choose(kind)
        if association:
            group.combobox({"Action status": "Action"}.get(kind, kind)).choose(association)
        group.combobox("Operator").choose(operator)
        if isinstance(values, str):
            group.textbox("Value").fill(values)
            continue
        for value in values:
            group.combobox("Value").click()
            group.get("option", value).click()
            group.button(re.compile("^Remove (?!cond)") if isinstance(value, re.Pattern) else f"Remove {value}").should_exist()
        page.press(Keys.ESCAPE)
    page.eventually(
        lambda: panel.prop("value")["conditions"] == [expected for *_, expected in CONDITIONS],
        lambda: str(panel.prop("value")["conditions"]),
    )
    panel.scope.button("Remove condition 2").click()
    panel.scope.get("group", "Condition 8").should_be_gone()
    assert [condition["type"] for condition in panel.value["conditions"]][:3] == ["platform", "os_version", "tag"]
    panel.set("profile", "level")
    choices = panel.scope.get("group", "Condition 1").combobox("Operator").choices
    assert [choice for choice in choices if "qual" in choice] == ["Equal to", "Not equal to"]
    assert "Contains" not in choices


def test_an_unfinished_condition_can_be_said_and_a_foreign_one_is_kept(page):
    """In a condition type, operator and association may be null; a type this version does not know is kept and shown read-only."""
    foreign = {"type": "moon_phase", "operator": "is_full", "values": [], "extra": 1}
    panel = open_bare(page, value={"url": "https://a.example.test", "conditions": [foreign]})
    panel.open_section("Conditions")
    panel.scope.get("group", "Condition 1").should(text=re.compile("moon_phase"))
    panel.scope.button("Add new condition").click()
    panel.scope.get("group", "Condition 2").should_exist()
    assert panel.value["conditions"][0] == foreign
    assert "condition_incomplete" in [problem["code"] for problem in panel.call("validate")]
    assert panel.value["conditions"][1]["type"] is None
