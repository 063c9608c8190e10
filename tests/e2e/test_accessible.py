"""axe-core finds nothing in any state, and no control is without a name of its own."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from panel import Panel, open_bare
from standalone import Standalone

SCOPE = {
    "variables": [{"name": "ticket", "defaultValue": "4711"}, {"name": "key", "defaultValue": "s3cr3t-v4lue", "secret": True}],
    "customFields": [{"name": "MAC Address", "reference": "cf_mac"}],
    "devices": [{"id": "d1", "name": "WS-014", "values": {"cf_mac": "00:1B"}}],
}
FILLED = {
    "name": "A long name " * 8,
    "url": "https://api.example.test/" + "long/" * 40 + "{{ticket}}",
    "method": "POST",
    "contentType": "application/x-www-form-urlencoded",
    "body": "a=1&b={{ticket}}",
    "headers": [{"name": "X-A", "value": "{{key}}"}, {"name": "X-B", "value": "2", "enabled": False}],
    "conditions": [
        {"type": "platform", "operator": "equal_to", "values": ["windows", "linux"]},
        {"type": "custom_field", "customField": "cf_mac", "operator": "starts_with", "values": ["00"]},
        {"type": "unheard_of", "operator": "equal_to", "values": []},
    ],
}
WRONG = {
    **FILLED,
    "url": "api.example.test/{{nobody}}",
    "headers": [{"name": "no name", "value": "a\nb"}, {"name": "", "value": "x"}],
    "retries": 99,
    "conditions": [{"type": None, "operator": None, "values": []}],
}
CONTROLS = ("button", "textbox", "searchbox", "combobox", "switch", "checkbox", "spinbutton", "option", "tab", "link")


def every_control_has_a_name_of_its_own(panel: Panel) -> None:
    """No two controls of one role have the same name in the same group, none has an empty one."""
    for role in CONTROLS:
        names = panel.scope.names(role)
        assert "" not in names, f"a {role} without a name"
    for role in ("textbox", "switch", "spinbutton", "searchbox"):
        names = panel.scope.names(role)
        twice = {name for name in names if names.count(name) > 1 and name != "Value"}
        assert not twice, f"two of {role} are called {twice}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_every_state(page, endpoints, theme):
    """axe-core finds nothing in any state: empty, filled, picker open, errors, after a test, dark, French."""
    panel = open_bare(page, scope=SCOPE)
    page.script("document.getElementById('editor').theme = arguments[0]", theme)
    page.should_be_accessible(f"{theme}, empty")
    every_control_has_a_name_of_its_own(panel)

    panel.set("value", {**FILLED, "url": f"{endpoints.origin}/unavailable"})
    panel.open_section("Conditions")
    panel.open_section("Additional options")
    page.should_be_accessible(f"{theme}, filled")
    every_control_has_a_name_of_its_own(panel)

    panel.send().should_fail("503")
    page.should_be_accessible(f"{theme}, after a test")
    panel.response.get("tab", "Headers").click()
    page.should_be_accessible(f"{theme}, headers of the response")

    panel.scope.button("Insert variable into URL").click()
    panel.scope.get("dialog", "Insert variable").get("searchbox", "Search variables").type("dev")
    page.should_be_accessible(f"{theme}, picker open")
    panel.scope.get("dialog", "Insert variable").button("Close").click()

    panel.set("value", WRONG)
    assert panel.call("save") is False
    panel.open_section("Conditions")
    panel.problems.should_exist()
    page.should_be_accessible(f"{theme}, errors")
    every_control_has_a_name_of_its_own(panel)

    page.script("document.getElementById('editor').locale = 'fr'")
    panel.scope.region("Aperçu de la demande").should_exist() if panel.scope.has("region", "Aperçu de la demande") else None
    page.should_be_accessible(f"{theme}, French")

    page.script("const editor = document.getElementById('editor'); editor.locale = 'en'; editor.readonly = true")
    page.should_be_accessible(f"{theme}, read-only")
    page.script("document.getElementById('editor').value = {method: 'TRACE'}")
    panel.scope.get("alert").should_exist()
    page.should_be_accessible(f"{theme}, refused")


def test_the_standalone_page(page):
    """The standalone page too: at first opening, its dialogs, empty, after a deletion, in dark, at 360 px."""
    standalone = Standalone(page).open()
    page.should_be_accessible("at first opening")
    for opener, name in (
        (page.button("Variables and devices"), "Variables and devices"),
        (standalone.list.button("Import"), "Import actions"),
        (standalone.list.button("Export all"), "Export as JSON"),
    ):
        opener.click()
        page.get("dialog", name).should_exist()
        page.should_be_accessible(name)
        page.get("dialog", name).button("Close").click()
    page.combobox("Theme").choose("Dark")
    page.should_be_accessible("dark")
    for _ in range(len(standalone.names())):
        standalone.tools.button("Delete").click()
    page.eventually(lambda: not standalone.tools.exists(), "there is still an action")
    page.should_be_accessible("empty, after deletions")
    page.button("Undo delete").click()
    standalone.panel.ready()
    page.viewport(360, 800)
    page.should_be_accessible("at 360 px")
    page.viewport(1280, 900)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_overflows(page, width):
    """From 320 px to a wide screen: nothing overflows, with long values and errors showing, and Send can be reached."""
    panel = open_bare(page, scope=SCOPE, value=WRONG)
    if page.viewport(width, 800)[0] != width:
        # This engine's window does not become so narrow: the same width as a column of the page.
        page.script("document.getElementById('editor').style.inlineSize = `${arguments[0]}px`", width)
    panel.call("save")
    panel.open_section("Conditions")
    panel.open_section("Additional options")
    assert too_wide(page) == []
    page.viewport(1280, 900)


def too_wide(page) -> list[str]:
    """What goes beyond the right edge of the view, or of the editor, without being scrolled or cut by something around it."""
    return page.script(
        """
        let limit = document.documentElement.clientWidth;
        const found = [];
        const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
        const isCut = (element) => {
          for (let at = parent(element); at && at !== document.body; at = parent(at)) {
            const style = getComputedStyle(at);
            if (style.overflowX !== "visible" && at.getBoundingClientRect().right <= limit + 0.5) return true;
          }
          return false;
        };
        const look = (root) => {
          for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) {
              const before = limit;
              limit = Math.min(limit, element.getBoundingClientRect().right);
              look(element.shadowRoot);
              limit = before;
            }
            if (!element.checkVisibility()) continue;
            for (const thing of [element, ...element.childNodes]) {
              if (thing !== element && thing.nodeType !== Node.TEXT_NODE) continue;
              const range = document.createRange();
              range.selectNodeContents(thing);
              const beyond = (thing === element ? element : range).getBoundingClientRect().right - limit;
              if (beyond > 0.5 && !(thing === element ? isCut(element) : getComputedStyle(element).overflowX !== "visible" || isCut(element)))
                found.push(`${thing === element ? element.localName : "text in " + element.localName}.${element.className} ${Math.round(beyond)} px`);
            }
          }
        };
        look(document);
        const more = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        if (more > 0) found.push(`the page scrolls by ${more} px`);
        return found.slice(0, 12);
        """
    )


def test_the_standalone_page_does_not_overflow(page):
    """The standalone page at 320 px (as narrow as the engine's window becomes) does not scroll sideways."""
    page.viewport(320, 800)
    standalone = Standalone(page).open()
    standalone.panel.url.fill("https://" + "long." * 60 + "test/")
    assert too_wide(page) == []
    page.viewport(1280, 900)


# Focus that is not obscured (WCAG 2.2, 2.4.11)

_SEEN = """
let at = document.activeElement;
while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
const box = at.getBoundingClientRect(), points = [];
for (const x of [0.1, 0.5, 0.9]) for (const y of [0.15, 0.5, 0.85]) points.push([box.left + box.width * x, box.top + box.height * y]);
const root = at.getRootNode();
return points.some(([x, y]) => { const hit = root.elementFromPoint(x, y); return hit && (at.contains(hit) || hit.contains(at)); });
"""


@pytest.mark.parametrize("back", [False, True], ids=["forwards", "backwards"])
def test_focus_is_not_obscured(page, endpoints, back):
    """A control that gets the focus by keyboard is not hidden by anything that stays in sight."""
    panel = open_bare(page, scope=SCOPE, value={**FILLED, "url": f"{endpoints.origin}/unavailable"})
    panel.open_section("Conditions")
    panel.open_section("Additional options")
    panel.send().should_fail()
    (panel.response.button("Download") if back else panel.url).focus()
    hidden, seen = [], []
    for _ in range(90):
        page.press(Keys.SHIFT, Keys.TAB) if back else page.press(Keys.TAB)
        focus = page.focus_is
        if not focus or focus["role"] is None:
            break
        seen.append(focus["name"])
        if not page.script(_SEEN):
            hidden.append(f"{focus['role']} {focus['name']!r}")
    assert len(seen) > 10, seen
    assert hidden == []
