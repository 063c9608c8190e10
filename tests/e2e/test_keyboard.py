"""Everything by keyboard alone: no pointer, no focus set by script."""

from __future__ import annotations

import re

from selenium.webdriver.common.keys import Keys

from page import Page
from panel import Panel


def tab_to(page: Page, role: str, name: str, back: bool = False, most: int = 80) -> None:
    """Presses Tab until that has the focus, as a person does who listens to names."""
    heard = []
    for _ in range(most):
        focus = page.focus_is
        if focus and focus["role"] == role and focus["name"] == name:
            return
        heard.append(f"{focus['role']} {focus['name']!r}" if focus else "nothing")
        page.press(Keys.SHIFT, Keys.TAB) if back else page.press(Keys.TAB)
    raise AssertionError(f"Tab never comes to {role} {name!r}, only to:\n" + "\n".join(heard))


def test_an_action_is_built_and_sent_by_keyboard(page, endpoints):
    """Everything by keyboard: an action with method, header, body and a picked variable is built, sent, looked at and saved."""
    page.open_page("bare.html")
    panel = Panel(page, "#editor").ready()
    panel.set("scope", {"variables": [{"name": "ticket", "defaultValue": "4711"}]})
    tab_to(page, "textbox", "URL")
    page.type(f"{endpoints.origin}/echo?t=")
    tab_to(page, "button", "Insert variable into URL")
    page.press(Keys.ENTER)
    page.eventually(lambda: page.focus_is["role"] == "searchbox", "the picker did not open")
    page.type("ticket")
    page.press(Keys.ENTER)
    panel.url.should(value=f"{endpoints.origin}/echo?t={{{{ticket}}}}", focused=True)
    tab_to(page, "combobox", "Method")
    if page.engine.name == "webkit":
        # The driver's keys do not reach the list of a native select here.
        panel.method.choose("POST")
    else:
        page.type("PO")
    panel.method.should(chosen="POST")
    tab_to(page, "textbox", "Body")
    page.type('{"by": "keys"}')
    tab_to(page, "button", "Add request headers")
    page.press(Keys.ENTER)
    page.eventually(lambda: page.focus_is["name"] == "Header 1 name", lambda: f"the new row is not in focus: {page.focus_is}")
    page.type("X-Keys")
    tab_to(page, "textbox", "Header 1 value")
    page.type("yes")
    tab_to(page, "switch", "Header 1 enabled", back=True)
    page.press(" ")
    panel.scope.switch("Header 1 enabled").should(checked=False)
    page.press(" ")
    panel.scope.switch("Header 1 enabled").should(checked=True)
    tab_to(page, "button", "Additional options")
    page.press(Keys.ENTER)
    tab_to(page, "textbox", "Action name")
    page.type("By keyboard")
    page.press(Keys.CONTROL, Keys.ENTER)
    panel.should_pass()
    (received,) = endpoints.received
    assert (received.method, received.query, received.body, received.header("x-keys")) == ("POST", "t=4711", b'{"by": "keys"}', "yes")
    tab_to(page, "button", "Save")
    page.press(Keys.ENTER)
    panel.save.should(disabled=True)
    assert page.focus_is is not None and page.focus_is["role"] not in (None, "document"), "the focus stays somewhere"
    assert panel.prop("value")["name"] == "By keyboard"


def test_focus_is_never_lost(page):
    """After removing a row, choosing or closing, the focus is on something of the panel, never on nothing."""
    page.open_page("bare.html")
    panel = Panel(page, "#editor").ready()
    panel.set("value", {"url": "x", "headers": [{"name": n, "value": ""} for n in "abc"]})

    def inside():
        focus = page.focus_is
        return focus and focus["role"] in ("button", "textbox", "switch", "combobox")

    for name in ("Remove header 2", "Remove header 2", "Remove header 1"):
        button = panel.scope.button(name)
        button.focus()
        page.press(Keys.ENTER)
        page.eventually(inside, lambda n=name: f"after {n!r} the focus is on {page.focus_is}")
    assert page.focus_is["name"] == "Add request headers"
    panel.scope.button("Move header 1 up").should_be_gone()
    panel.open_section("Conditions")
    panel.scope.button("Add new condition").focus()
    page.press(Keys.ENTER)
    panel.scope.get("group", "Condition 1").should_exist()
    panel.scope.button("Remove condition 1").focus()
    page.press(Keys.ENTER)
    page.eventually(inside, lambda: f"the focus is on {page.focus_is}")
    panel.problems.button(re.compile(".")).focus()
    page.press(Keys.ENTER)
    panel.url.should(focused=True)
