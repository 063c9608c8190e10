"""One page in one browser, as a test sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.common.exceptions import ElementClickInterceptedException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

import injected_scripts
from engines import Engine
from locators import Scope
from servers import Site
from waiting import until

_CALL = """
const look = window[Symbol.for("hae-e2e-look")];
if (!look) return {absent: true};
const {find, describe, outline, focused, allTexts, insert, choose, nameOf, roleOf} = look;
const [a, b] = arguments;
return {result: (EXPRESSION) ?? null};
"""

_AXE = """
const [options, done] = arguments;
const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 100); });
const moving = () => {
  const roots = [document];
  for (const root of roots) for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  return roots.some((root) => root.getAnimations().some((animation) => animation.playState === "running"));
};
(async () => {
  // A colour on its way to another one is no finding.
  await frame();
  await frame();
  for (const end = performance.now() + 3000; moving() && performance.now() < end; ) await frame();
  return window.axe.run(document, options);
})().then(
  (results) => done(results.violations.map((v) => ({
    id: v.id, impact: v.impact, help: v.help,
    nodes: v.nodes.slice(0, 8).map((n) => ({target: n.target.flat().join(" >>> "), html: n.html.slice(0, 240), why: n.failureSummary})),
  }))),
  (error) => done([{id: "axe itself", impact: "", help: String(error), nodes: []}]),
);
"""

_IS_HIT = """
const box = arguments[0].getBoundingClientRect();
const hit = arguments[0].getRootNode().elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
return arguments[0].contains(hit);
"""

# WCAG 2.2 AA, and what the field agrees on beyond it.
_AXE_OPTIONS = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}


class Page(Scope):
    """The page that stands in the browser now; `Scope` says how to look at it."""

    def __init__(self, engine: Engine, site: Site) -> None:
        self.engine = engine
        self.driver = engine.driver
        self.site = site
        super().__init__(self, ())

    # Going somewhere

    def open(self, address: str | None = None) -> Page:
        """Opens an address, by default the standalone page."""
        self.driver.get(address or self.site.address)
        return self

    def open_page(self, name: str) -> Page:
        """Opens one of the tests' own pages."""
        return self.open(self.site.page(name))

    def reload(self) -> Page:
        self.driver.refresh()
        return self

    def new_tab(self) -> str:
        """Opens a further tab and goes there; gives the handle of the one that was left."""
        before = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        return before

    def switch_to(self, handle: str) -> None:
        """Goes to another tab."""
        self.driver.switch_to.window(handle)

    # Looking

    def look(self, expression: str, *arguments: Any) -> Any:
        """Runs an expression over the functions of look.js, with arguments `a` and `b`."""
        script = _CALL.replace("EXPRESSION", expression)
        answer = self.driver.execute_script(script, *arguments)
        if answer and answer.get("absent"):
            self.driver.execute_script(injected_scripts.look())
            answer = self.driver.execute_script(script, *arguments)
        assert answer and "result" in answer, f"the page gave {answer!r}"
        return answer["result"]

    def script(self, text: str, *arguments: Any) -> Any:
        """Runs the host's own JavaScript (the body of a function)."""
        return self.driver.execute_script(text, *arguments)

    def promise(self, text: str, *arguments: Any) -> Any:
        """Runs the body of an async function and gives what it resolves to; fails with its rejection."""
        answer = self.driver.execute_async_script(
            f"const done = arguments[arguments.length - 1]; (async (...arguments_) => {{ {text} }})(...[...arguments].slice(0, -1))"
            ".then((value) => done({value: value ?? null}), (error) => done({error: String(error)}));",
            *arguments,
        )
        assert "error" not in answer, answer["error"]
        return answer["value"]

    @property
    def focus_is(self) -> dict[str, Any] | None:
        """What has the focus now, described."""
        return self.look("focused() && describe(focused())")

    def texts(self) -> list[str]:
        """Every text and name on the page now."""
        return self.look("allTexts()")

    def axe(self) -> list[dict[str, Any]]:
        """What axe-core finds wrong in the page as it stands, shadow roots included."""
        if not self.driver.execute_script("return typeof window.axe === 'object'"):
            self.driver.execute_script(injected_scripts.axe() + "; window.axe = axe;")
        return self.driver.execute_async_script(_AXE, _AXE_OPTIONS)

    def should_be_accessible(self, state: str) -> None:
        """Fails with everything axe-core finds; `state` names the moment."""
        violations = self.axe()
        told = "\n".join(
            f"{v['id']} ({v['impact']}): {v['help']}\n" + "\n".join(f"    {n['target']}\n      {n['html']}\n      {n['why']}" for n in v["nodes"])
            for v in violations
        )
        assert not violations, f"axe-core, {state}:\n{told}"

    # Acting

    def press(self, *keys: str) -> None:
        """One chord, to whatever has the focus: modifiers first."""
        chain = ActionChains(self.driver, duration=0)
        for key in keys[:-1]:
            chain.key_down(key)
        chain.send_keys(keys[-1])
        for key in reversed(keys[:-1]):
            chain.key_up(key)
        chain.perform()

    def type(self, text: str) -> None:
        """Types to whatever has the focus, key by key."""
        ActionChains(self.driver, duration=0).send_keys(text).perform()

    def type_into(self, element: WebElement, text: str) -> None:
        """Types into a field at its caret; WebKit's driver drops what lies beyond the first plane, there the browser inserts it."""
        if self.engine.name == "webkit" and any(ord(character) > 0xFFFF for character in text):
            self.driver.execute_script("arguments[0].focus(); document.execCommand('insertText', false, arguments[1])", element, text)
        else:
            element.send_keys(text)

    def engine_click(self, element: WebElement) -> None:
        """A press of the pointer; what stands under something that stays in sight is scrolled out first, as a person does."""
        try:
            element.click()
        except ElementClickInterceptedException:
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
            # WebKit holds a text field in a shadow root for covered by its own inside: there the pointer goes to its middle.
            if self.engine.name != "webkit" or not self.driver.execute_script(_IS_HIT, element):
                element.click()
            else:
                ActionChains(self.driver, duration=0).move_to_element(element).click().perform()

    def paste(self, text: str) -> None:
        """Pastes into whatever has the focus, by the browser's own clipboard and Ctrl+V."""
        self.driver.execute_script(
            """
            const back = document.createElement("textarea");
            back.id = "e2e-clipboard"; back.value = arguments[0]; document.body.append(back);
            window[Symbol.for("hae-e2e-focus")] = window[Symbol.for("hae-e2e-look")]?.focused() ?? document.activeElement;
            back.focus(); back.select();
            """,
            text,
        )
        self.press(Keys.CONTROL, "c")
        self.driver.execute_script(
            'document.getElementById("e2e-clipboard").remove(); window[Symbol.for("hae-e2e-focus")].focus();'
        )
        self.press(Keys.CONTROL, "v")

    def rest(self) -> None:
        """Waits until nothing in the page has changed for 200 ms: for a press on what may still move."""
        self.promise(
            """
            const roots = [document];
            for (const root of roots) for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
            await new Promise((done) => {
              let timer = setTimeout(done, 200);
              const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 200); });
              for (const root of roots) observer.observe(root, {subtree: true, childList: true, characterData: true, attributes: true});
              setTimeout(done, 3000);
            });
            """
        )

    # The window

    def viewport(self, width: int, height: int) -> tuple[int, int]:
        """Makes the page's view exactly that large where the engine can; gives what it became."""
        if self.engine.name == "chromium":
            self.driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
            )
        else:
            for _ in range(3):
                inner = self.driver.execute_script("return [innerWidth, innerHeight]")
                if inner == [width, height]:
                    break
                outer = self.driver.get_window_size()
                self.driver.set_window_size(outer["width"] + width - inner[0], outer["height"] + height - inner[1])
        return tuple(self.driver.execute_script("return [innerWidth, innerHeight]"))

    def colour_scheme(self, scheme: str) -> None:
        """What the system prefers, `light` or `dark`: Chromium only."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def screenshot(self, path: Path | str, *, whole: bool = False) -> None:
        """Writes what is seen as PNG; `whole` takes the full height of the page (Chromium).

        Not in WebKit: once its window was given another size (`viewport`), its driver never ends a screenshot.
        """
        assert self.engine.name != "webkit", "no screenshots in WebKit"
        if whole and self.engine.name == "chromium":
            width, height = self.driver.execute_script("return [innerWidth, document.documentElement.scrollHeight]")
            self.viewport(width, max(height, 200))
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        assert self.driver.save_screenshot(str(path)), f"no screenshot at {path}"

    # What went wrong in the page

    def should_be_quiet(self) -> None:
        """Fails if the page complained: an error, a rejection nobody took, a violation of the policy."""
        assert not self.site.complaints, "the page complained:\n" + "\n".join(map(str, self.site.complaints))

    def eventually(self, look, what: str | Callable[[], str], seconds: float = 10):
        """Waits until `look()` is true, and gives it."""
        return until(look, what, seconds)
