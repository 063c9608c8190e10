"""The editor's panel in the words of a person who uses it: the roles and names of the specification, in English.

What belongs here: what several tests do with the panel. Nothing here knows a class, an id or the structure.
"""

from __future__ import annotations

import json
import re
from typing import Any

from locators import Locator, Scope
from page import Page

METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")
CONTENT_TYPES = {
    "JSON payloads": "application/json",
    "Plain text": "text/plain",
    "Form submissions": "application/x-www-form-urlencoded",
}


class Panel:
    """One panel on a page."""

    def __init__(self, page: Page, element: str = "http-action-editor") -> None:
        self.page = page
        self.css = element
        self.scope: Scope = page.element(element)
        self.url = self.scope.textbox("URL")
        self.method = self.scope.combobox("Method")
        self.content_type = self.scope.combobox("Content type")
        self.body = self.scope.textbox("Body")
        self.test = self.scope.region("Test")
        self.device = self.test.combobox("Sample device")
        self.send_button = self.test.button("Send test request")
        self.result = self.test.region("Result")
        self.status = self.result.get("status")
        self.response = self.result.region("Response")
        self.preview = self.scope.region("Request preview")
        self.problems = self.scope.get("list", "Problems")
        self.save = self.scope.button("Save")
        self.cancel = self.scope.button("Cancel")
        self.undo = self.scope.button("Undo")
        self.redo = self.scope.button("Redo")

    def ready(self) -> Panel:
        """Waits until it can be used."""
        self.send_button.should(disabled=False)
        return self

    # Building

    def header_name(self, number: int) -> Locator:
        return self.scope.textbox(f"Header {number} name")

    def header_value(self, number: int) -> Locator:
        return self.scope.textbox(f"Header {number} value")

    def add_header(self, number: int, name: str, value: str) -> None:
        """Adds the row that will have that number."""
        self.scope.button("Add request headers").click()
        self.header_name(number).fill(name)
        self.header_value(number).fill(value)

    def headers(self) -> list[tuple[str, str]]:
        """The rows now."""
        names = self.scope.all("textbox", re.compile(r"^Header \d+ name$"))
        values = self.scope.all("textbox", re.compile(r"^Header \d+ value$"))
        return list(zip([n["value"] for n in names], [v["value"] for v in values], strict=True))

    def fill_field(self, number: int, name: str, value: str) -> None:
        """Fills a row of a form, adding it if it is not there."""
        if not self.scope.has("textbox", f"Field {number} name"):
            self.scope.button("Add field").click()
        self.scope.textbox(f"Field {number} name").fill(name)
        self.scope.textbox(f"Field {number} value").fill(value)

    def open_section(self, name: str) -> Scope:
        """Opens a collapsible section, if it is closed."""
        button = self.scope.button(name)
        if not button.expanded:
            button.click().should(expanded=True)
        return self.scope

    def pick(self, place: str, search: str, option: str | re.Pattern[str]) -> None:
        """Chooses a variable by `(x)`: `place` as in "Insert variable into URL"."""
        self.scope.button(f"Insert variable into {place}").click()
        picker = self.scope.get("dialog", "Insert variable")
        picker.get("searchbox", "Search variables").type(search)
        picker.get("option", option if isinstance(option, re.Pattern) else re.compile(re.escape(option))).click()
        picker.should_be_gone()

    # Testing

    def send(self) -> Panel:
        """Presses Send."""
        self.send_button.click()
        return self

    def should_pass(self, reason: str = "") -> Panel:
        """Waits for the verdict "Passed" with a reason that holds `reason`."""
        return self._verdict("Passed", reason)

    def should_fail(self, reason: str = "") -> Panel:
        """Waits for the verdict "Failed" with a reason that holds `reason`."""
        return self._verdict("Failed", reason)

    def _verdict(self, verdict: str, reason: str) -> Panel:
        self.status.should(text=re.compile(rf"^\s*{verdict}"))
        assert reason in self.status.text, self.status.text
        return self

    def response_text(self) -> str:
        """The response's body as it is shown."""
        self.response.get("tab", "Body").should(selected=True)
        return self.response.get("tabpanel", "Body").text

    def response_json(self) -> Any:
        """The response's body, read as JSON."""
        text = self.response_text()
        found = re.search(r"[\[{].*[\]}]", text, re.DOTALL)
        assert found, f"no JSON in {text[:200]!r}"
        return json.loads(found.group())

    # What stands there

    def problem_texts(self) -> list[str]:
        """The sentences of the list "Problems" now."""
        return [item["text"].strip() for item in self.problems.all("listitem")] if self.problems.exists() else []

    def should_have_problem(self, text: str) -> None:
        """Waits until a problem in the list holds `text`."""
        self.page.eventually(
            lambda: any(text in problem for problem in self.problem_texts()),
            lambda: f"no problem says {text!r}: {self.problem_texts()}",
        )

    # As the host

    def set(self, name: str, value: Any) -> None:
        """Sets a property of the element, as its host."""
        self.page.script("document.querySelector(arguments[0])[arguments[1]] = arguments[2]", self.css, name, value)

    def prop(self, name: str) -> Any:
        """A property of the element."""
        return self.page.script("return document.querySelector(arguments[0])[arguments[1]]", self.css, name)

    def call(self, name: str) -> Any:
        """Calls a method of the element."""
        return self.page.promise("const [css, name] = arguments_; return document.querySelector(css)[name]()", self.css, name)

    @property
    def value(self) -> dict[str, Any]:
        """The document, after all pending work."""
        self.call("flush")
        return self.prop("value")

    def should_become(self, **fields: Any) -> None:
        """Waits until the document has these fields."""
        self.page.eventually(
            lambda: all(self.prop("value").get(key) == want for key, want in fields.items()),
            lambda: f"the document should have {fields}, it is {self.prop('value')}",
        )


def open_bare(page: Page, *, value: Any = None, scope: Any = None, html: str = "bare.html") -> Panel:
    """The element on a bare host page, ready, with what the host hands over."""
    page.open_page(html)
    panel = Panel(page, "#editor").ready()
    if scope is not None:
        panel.set("scope", scope)
    if value is not None:
        panel.set("value", value)
    return panel


def heard(page: Page, kind: str | None = None, element: str = "editor") -> list[dict[str, Any]]:
    """The events of one element so far, of one kind or of all."""
    events = page.script("return heard.filter(event => event.id === arguments[0])", element)
    return [event for event in events if kind in (None, event["type"])]


def forget(page: Page) -> None:
    """Forgets the events so far."""
    page.script("heard.length = 0")
