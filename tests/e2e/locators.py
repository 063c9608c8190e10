"""Finding and using things on a page by role and accessible name, as a person does.

A `Locator` is a path of steps, looked up anew each time it is used: it never goes stale, waits for what is not there yet, and
refuses to guess between two. No class, id or structure of the product's stands in a test, apart from the element's own tag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from waiting import until

if TYPE_CHECKING:
    from page import Page

Name = str | re.Pattern[str] | None


def step(role: str, name: Name = None) -> dict[str, str]:
    """One step: a role, and a name that is exact (text), searched (pattern) or any (None)."""
    if name is None:
        return {"role": role}
    if isinstance(name, str):
        return {"role": role, "name": name}
    # Python escapes more than JavaScript's strict patterns allow.
    pattern = re.sub(r"\\([^\w^$\\.*+?()\[\]{}|/])", r"\1", name.pattern)
    return {"role": role, "pattern": pattern, "flags": "iu" if name.flags & re.IGNORECASE else "u"}


class Scope:
    """A part of a page in which one can look; the page itself is the widest."""

    def __init__(self, page: Page, steps: tuple[dict[str, str], ...]) -> None:
        self.page = page
        self.steps = steps

    def get(self, role: str, name: Name = None) -> Locator:
        """The one thing of that role and name in here (looked up when used)."""
        return Locator(self.page, (*self.steps, step(role, name)))

    within = get

    def element(self, css: str) -> Scope:
        """A part named by the host page's own markup: one of several editors."""
        return Scope(self.page, (*self.steps, {"css": css}))

    def all(self, role: str, name: Name = None) -> list[dict[str, Any]]:
        """Everything of that role and name that is there now, described (see `describe` in look.js)."""
        return self.page.look("find(a).map(describe)", [*self.steps, step(role, name)])

    def names(self, role: str, name: Name = None) -> list[str]:
        """The names of everything of that role that is there now, in order."""
        return [found["name"] for found in self.all(role, name)]

    def has(self, role: str, name: Name = None) -> bool:
        """Is there something of that role and name now?"""
        return self.page.look("find(a).length", [*self.steps, step(role, name)]) > 0

    def outline(self) -> str:
        """Roles and names of all that is there now, a line each."""
        return "\n".join(self.page.look("outline(a)", list(self.steps)))

    # The fields and buttons of the panel, in the fewest words.
    def textbox(self, name: Name) -> Locator:
        return self.get("textbox", name)

    def button(self, name: Name) -> Locator:
        return self.get("button", name)

    def combobox(self, name: Name) -> Locator:
        return self.get("combobox", name)

    def switch(self, name: Name) -> Locator:
        return self.get("switch", name)

    def region(self, name: Name) -> Locator:
        return self.get("region", name)


class Locator(Scope):
    """One thing on the page."""

    def __str__(self) -> str:
        return " › ".join(
            s.get("css") or f"{s['role']} " + (f'"{s["name"]}"' if "name" in s else f"/{s['pattern']}/" if "pattern" in s else "")
            for s in self.steps
        )

    def first(self) -> Locator:
        """The first of several that share the name."""
        return Locator(self.page, (*self.steps[:-1], {**self.steps[-1], "first": True}))

    # Looking

    def now(self) -> WebElement | None:
        """The element, if there is exactly one now."""
        found = self.page.look("find(a)", list(self.steps))
        if len(found) > 1:
            raise AssertionError(f"{len(found)} things are {self}")
        return found[0] if found else None

    def wait(self) -> WebElement:
        """The element, once it is there."""
        return until(self.now, self._missing)

    def _missing(self) -> str:
        count = self.page.look("find(a).length", list(self.steps))
        if count > 1:
            return f"{count} things are {self}"
        return f"there is no {self}; what is there:\n{self.page.outline()}"

    def see(self) -> dict[str, Any]:
        """What a person perceives of it now (see `describe` in look.js), once it is there."""

        def look():
            found = self.page.look("find(a).map(describe)", list(self.steps))
            if len(found) > 1:
                raise AssertionError(f"{len(found)} things are {self}")
            return found[0] if found else None

        return until(look, self._missing)

    def exists(self) -> bool:
        """Is it there now?"""
        return self.page.look("find(a).length", list(self.steps)) > 0

    @property
    def text(self) -> str:
        return self.see()["text"]

    @property
    def value(self) -> str:
        return self.see()["value"]

    @property
    def description(self) -> str:
        return self.see()["description"]

    @property
    def checked(self) -> bool:
        return self.see()["checked"]

    @property
    def expanded(self) -> bool:
        return self.see()["expanded"]

    @property
    def disabled(self) -> bool:
        return self.see()["disabled"]

    @property
    def choices(self) -> list[str]:
        return self.see()["choices"]

    @property
    def chosen(self) -> str:
        return self.see()["chosen"]

    # Waiting for a state

    def should_exist(self) -> Locator:
        """Waits until it is there."""
        self.wait()
        return self

    def should_be_gone(self) -> None:
        """Waits until it is not there."""
        until(lambda: not self.exists(), f"{self} is still there")

    def should(self, **expected: Any) -> Locator:
        """Waits until what is perceived fits: `value="x"`, `text=re.compile("y")`, `disabled=False`."""

        def fits():
            seen = self.see()
            wrong = {key: seen[key] for key, want in expected.items() if not _fits(seen[key], want)}
            assert not wrong, f"{self}: {wrong}"
            return True

        until(fits, f"{self} should have {expected}")
        return self

    # Using

    def click(self) -> Locator:
        """A press of the pointer in its middle, scrolled into view first, once it is not disabled."""

        def press(element):
            assert element.is_enabled(), f"{self} is disabled"
            self.page.engine_click(element)

        self._do(press)
        return self

    def focus(self) -> Locator:
        """Puts the focus there, without a press."""
        self.page.driver.execute_script("arguments[0].focus()", self.wait())
        return self

    def type(self, *keys: str) -> Locator:
        """Types at the caret, key by key."""
        self._do(lambda element: self.page.type_into(element, "".join(keys)))
        return self

    def press(self, *keys: str) -> Locator:
        """One chord: modifiers first, as in `press(Keys.CONTROL, Keys.ENTER)`."""
        self._do(lambda element: element.send_keys("".join(keys) + (Keys.NULL if len(keys) > 1 else "")))
        return self

    def fill(self, text: str) -> Locator:
        """Replaces all its text, by the browser's own editing, and waits until it stands there."""
        self._do(lambda element: self.page.look("insert(a, b)", element, text))
        return self.should(value=text)

    def insert(self, text: str) -> Locator:
        """As `fill`, without waiting: for text that the field changes or takes apart."""
        self._do(lambda element: self.page.look("insert(a, b)", element, text))
        return self

    def choose(self, label: str) -> Locator:
        """Chooses in a native select by the label seen."""

        def choose(element):
            others = self.page.look("choose(a, b)", element, label)
            assert others is None, f"{self} has no {label!r}, only {others}"

        self._do(choose)
        return self.should(chosen=label)

    def _do(self, action) -> None:
        self.wait()

        def attempt():
            element = self.now()
            assert element is not None, self._missing()
            action(element)
            return True

        until(attempt, f"could not use {self}")


def _fits(seen: Any, want: Any) -> bool:
    if isinstance(want, re.Pattern):
        return seen is not None and want.search(seen) is not None
    if callable(want):
        return bool(want(seen))
    return seen == want
