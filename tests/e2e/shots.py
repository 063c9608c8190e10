"""Screenshots to look at: `python shots.py FOLDER [state …]`.

The standalone page and the element in a few states, at 360 and 1280 px, light and dark, English and French, in Chromium.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import engines
import texts
from page import Page
from panel import Panel
from servers import Endpoints, Site
from test_accessible import FILLED, SCOPE, WRONG

LONG = {**FILLED, "body": "&".join(f"field_{n}={'value' * 8}" for n in range(4))}


def _value(page: Page, value: dict) -> Panel:
    panel = Panel(page, "#editor")
    panel.set("scope", SCOPE)
    panel.set("value", value)
    return panel


def _open_sections(page: Page, tag: str) -> None:
    for key in ("Conditions", "Options"):
        button = Panel(page, "#editor").scope.button(texts.table(tag)[key])
        if not button.expanded:
            button.click().should(expanded=True)


def _send(page: Page, tag: str) -> None:
    Panel(page, "#editor").scope.button(texts.table(tag)["SendTestRequest"]).click()
    page.eventually(
        lambda: any(texts.table(tag)[key] in s["text"] for s in page.all("status") for key in ("ResultPassed", "ResultFailed")), "no verdict"
    )


def empty(page: Page, tag: str, endpoints: Endpoints) -> None:
    """A new action."""
    Panel(page, "#editor").scope.button(texts.table(tag)["SendTestRequest"]).should_exist()


def filled(page: Page, tag: str, endpoints: Endpoints) -> None:
    """Long values, all sections open."""
    _value(page, LONG)
    _open_sections(page, tag)


def passed(page: Page, tag: str, endpoints: Endpoints) -> None:
    """After a test that passed."""
    _value(page, {"url": f"{endpoints.origin}/ok?t={{{{ticket}}}}", "name": "Ticket"})
    _send(page, tag)


def failed(page: Page, tag: str, endpoints: Endpoints) -> None:
    """After a test that failed."""
    _value(page, {**LONG, "url": f"{endpoints.origin}/unavailable?t={{{{ticket}}}}"})
    _send(page, tag)


def errors(page: Page, tag: str, endpoints: Endpoints) -> None:
    """Errors showing everywhere."""
    panel = _value(page, WRONG)
    panel.call("save")
    _open_sections(page, tag)


def picker(page: Page, tag: str, endpoints: Endpoints) -> None:
    """The picker open."""
    panel = _value(page, LONG)
    panel.scope.button(texts.table(tag)["InsertIntoUrl"]).click()
    panel.scope.get("dialog", texts.table(tag)["PickerTitle"]).should_exist()


ELEMENT: dict[str, Callable[[Page, str, Endpoints], None]] = {
    state.__name__: state for state in (empty, filled, passed, failed, errors, picker)
}


def _element(page: Page, state: str, width: int, theme: str, tag: str, endpoints: Endpoints, folder: Path) -> None:
    page.viewport(width, 900)
    page.open_page("bare.html")
    page.script("const e = document.getElementById('editor'); e.theme = arguments[0]; e.locale = arguments[1]", theme, tag)
    page.script("document.body.style.background = arguments[0]", "#fff" if theme == "light" else "#16181d")
    Panel(page, "#editor").scope.button(texts.table(tag)["SendTestRequest"]).should_exist()
    ELEMENT[state](page, tag, endpoints)
    page.screenshot(folder / f"{state}-{width}-{theme}-{tag}.png", whole=state != "picker")


def _standalone(page: Page, width: int, theme: str, tag: str, folder: Path) -> None:
    page.viewport(width, 900)
    page.open()
    page.script("localStorage.clear(); for (const k in arguments[0]) localStorage.setItem(`http-action-editor/1/${k}`, arguments[0][k])",
                {"language": tag, "theme": theme})  # fmt: skip
    page.reload()
    send = Panel(page).scope.button(texts.table(tag)["SendTestRequest"])
    send.should_exist()
    page.screenshot(folder / f"page-{width}-{theme}-{tag}.png", whole=True)
    page.viewport(width, 900)
    send.click()
    page.eventually(lambda: any(texts.table(tag)["ResultPassed"] in s["text"] for s in page.all("status")), "no verdict")
    page.screenshot(folder / f"page-sent-{width}-{theme}-{tag}.png", whole=True)


def main() -> None:
    """Makes them all, or those of the states named."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:] or ["page", *ELEMENT]
    endpoints = Endpoints()
    engine = engines.start("chromium")
    page = Page(engine, Site(endpoints.origin))
    try:
        for width in (360, 1280):
            for theme in ("light", "dark"):
                for tag in ("en", "fr"):
                    for state in wanted:
                        try:
                            if state == "page":
                                _standalone(page, width, theme, tag, folder)
                            else:
                                _element(page, state, width, theme, tag, endpoints, folder)
                        except AssertionError as error:
                            print(f"{state} {width} {theme} {tag}: {error}", file=sys.stderr)
    finally:
        engine.end()
        endpoints.end()
        page.site.end()


if __name__ == "__main__":
    main()
