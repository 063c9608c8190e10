"""The harness itself: what every other test trusts must be shown to work, and to be able to fail, in all three engines."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request

import pytest
from selenium.webdriver.common.keys import Keys

from figures import Figure, Figures, interleaved


@pytest.fixture
def panel(page):
    """The first of two small panels in shadow roots."""
    return page.open_page("harness.html").within("region", "Test first")


def test_finds_by_role_and_name_through_shadow_roots(page, panel):
    """A thing is found by the role and name that assistive technology hears, once in each of two panels."""
    assert panel.textbox("URL").description == "A URL is required."
    assert page.names("textbox", "URL") == ["URL", "URL"]
    assert page.element("#two").names("region") == ["Test second"]
    assert panel.names("button") == ["Additional options", "Open", "Later"]
    assert panel.get("textbox", re.compile("^ur", re.I)).exists()
    with pytest.raises(AssertionError, match="2 things"):
        page.textbox("URL").now()


def test_sees_only_what_a_person_can_reach(page, panel):
    """Nothing that is not rendered, hidden from readers, inert, or behind a modal dialog is found."""
    for name in ("Not rendered", "Hidden from readers", "Inert"):
        assert not page.has("button", name)
    assert not panel.has("spinbutton", "Retries")
    panel.button("Additional options").click().should(expanded=True)
    panel.get("spinbutton", "Retries").should_exist()
    panel.button("Open").click()
    page.within("dialog", "Insert variable").get("searchbox", "Search variables").should_exist()
    assert not page.has("button", "Later")


def test_waits_for_what_comes_later(page, panel):
    """What is not there yet is waited for, and what never comes is named, with what is there instead."""
    panel.button("Later").click()
    page.eventually(lambda: "Passed" in [s["text"] for s in page.all("status")], "no status says Passed")
    with pytest.raises(AssertionError, match="URL"):
        page.eventually(lambda: False, page.outline(), seconds=0.1)


def test_types_and_fills(panel):
    """Text arrives whole: typed, filled, emptied, with an emoji, and as a hundred thousand characters."""
    url, body = panel.textbox("URL"), panel.textbox("Body")
    url.type("https://example.test/é").should(value="https://example.test/é")
    url.type(" 🎉").should(value="https://example.test/é 🎉")
    url.fill("{{base}}/x").should(value="{{base}}/x")
    url.fill("")
    body.fill("line one\nline two 🎉")
    body.fill("x" * 100_000)


def test_presses_chords(page, panel):
    """Ctrl+Enter, Ctrl+Z and Ctrl+Shift+Z reach the page as chords, and leave no modifier down."""
    url = panel.textbox("URL").focus()
    page.press(Keys.CONTROL, Keys.ENTER)
    page.press(Keys.CONTROL, "z")
    page.press(Keys.CONTROL, Keys.SHIFT, "z")
    panel.get("status").should(text=re.compile("ctrl\\+enter; undo; redo;"))
    url.press(Keys.CONTROL, Keys.ENTER)
    panel.get("status").should(text=re.compile("redo; ctrl\\+enter;"))
    page.type("a")
    url.should(value="a")
    page.press(Keys.TAB)
    panel.combobox("Method").should(focused=True)


def test_pastes(page, panel):
    """A paste comes by the browser's own clipboard, with all its lines."""
    panel.textbox("URL").focus()
    page.paste("A: 1\nB: 2")
    panel.get("status").should(text=re.compile("pasted 2 lines"))


def test_chooses_and_switches(panel):
    """A native select is chosen in by label, with its change event; a switch tells its state."""
    method = panel.combobox("Method")
    assert method.choices == ["GET", "POST"]
    method.choose("POST")
    panel.get("status").should(text=re.compile("method POST"))
    switch = panel.switch("Run this action")
    assert not switch.checked
    switch.click().should(checked=True)


def test_axe_can_fail_and_pass(page, panel):
    """axe-core looks into the shadow roots: it finds a control without a name, and nothing once it has one."""
    panel.should_exist()
    page.should_be_accessible("as it stands")
    page.script("document.getElementById('one').shadowRoot.querySelector('[role=switch]').removeAttribute('aria-label')")
    with pytest.raises(AssertionError, match="button-name|aria-toggle-field-name"):
        page.should_be_accessible("without a name")


def test_hears_errors_and_violations(page, site):
    """An error, a rejection, a console error and each violation of the policy are heard, from any page of the origin."""
    page.open_page("harness.html")
    page.within("region", "Test first").should_exist()
    page.script("misbehave()")
    expected = {"thrown", "rejected", "said", "require-trusted-types-for", "img-src"}

    def heard():
        told = " ".join(complaint["text"] for complaint in site.complaints)
        return all(word in told for word in expected)

    page.eventually(heard, lambda: f"not all of {expected} was heard: {site.complaints}")
    with pytest.raises(AssertionError, match="complained"):
        page.should_be_quiet()
    site.complaints.clear()


def test_storage_is_fresh(page):
    """No test meets what another one stored."""
    page.open_page("harness.html")
    assert page.script("const n = localStorage.length; localStorage.setItem('left', 'behind'); return n") == 0


test_storage_is_fresh_again = test_storage_is_fresh


def test_another_tab_shares_storage(page):
    """A second tab is on the same origin, and its changes are told to the first."""
    page.open_page("harness.html")
    # WebKit tells only pages that have looked into the storage.
    page.script("localStorage.length; addEventListener('storage', (event) => { document.title = `heard ${event.newValue}` })")
    first = page.new_tab()
    page.open_page("harness.html").script("localStorage.setItem('key', 'value')")
    page.driver.close()
    page.switch_to(first)
    page.eventually(lambda: page.driver.title == "heard value", "the first tab heard nothing")


def test_viewport(page):
    """The view gets the size asked for, exactly in Chromium, and in every engine for an ordinary window."""
    page.open_page("harness.html")
    assert page.viewport(1280, 900) == (1280, 900)
    width = page.viewport(360, 800)[0]
    assert width == 360 or page.engine.name != "chromium"


def test_screenshot(page, tmp_path):
    """A screenshot is a picture of some size (Chromium, Firefox)."""
    if page.engine.name == "webkit":
        with pytest.raises(AssertionError, match="no screenshots"):
            page.screenshot(tmp_path / "shot.png")
        return
    page.open_page("harness.html").screenshot(tmp_path / "deep" / "shot.png")
    assert (tmp_path / "deep" / "shot.png").stat().st_size > 1000


def test_dist_is_served_strictly(site, tmp_path):
    """The site serves with the strict policy and true types, and a missing file is missing."""
    with urllib.request.urlopen(site.page("harness.js")) as answer:
        assert answer.headers["Content-Type"].startswith("text/javascript")
        assert "require-trusted-types-for 'script'" in answer.headers["Content-Security-Policy"]
    for path in ("/pages/none.js", "/", "/pages/../conftest.py"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(site.origin + path)
    assert "/pages/none.js" in site.missing()


@pytest.mark.parametrize("path, status", [("ok", 200), ("invalid-utf8", 200), ("empty", 200), ("created-empty", 201), ("no-content", 204),
                                          ("html-as-json", 200), ("json-as-image", 200), ("large-json", 200), ("none", 404)])  # fmt: skip
def test_endpoints_answer_across_origins(page, endpoints, path, status):
    """Every bad answer can be read by a page of another origin, after a preflight."""
    page.open_page("harness.html")
    got = page.promise(
        "const [url] = arguments_; const r = await fetch(url, {method: 'PATCH', body: 'é', headers: {'X-One': '1'}});"
        "return [r.status, (await r.arrayBuffer()).byteLength]",
        f"{endpoints.origin}/{path}?q=1",
    )
    assert got[0] == status
    (received,) = endpoints.received
    assert (received.method, received.query, received.body, received.header("x-one")) == ("PATCH", "q=1", "é".encode(), "1")
    assert endpoints.preflights
    if path == "large-json":
        assert got[1] > 1_000_000


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_endpoints_notice_a_cancelled_request(page, endpoints, path):
    """A request that the page aborts is dropped, not finished."""
    page.open_page("harness.html")
    name = page.promise(
        "const [url] = arguments_; const stop = new AbortController(); setTimeout(() => stop.abort(), 200);"
        "try { await (await fetch(url, {signal: stop.signal})).text(); return 'read' } catch (error) { return error.name }",
        f"{endpoints.origin}/{path}",
    )
    assert name == "AbortError"
    page.eventually(lambda: endpoints.dropped, "the server did not notice")


def test_httpbin_tells_what_it_received(page, httpbin):
    """httpbin can be read by a page of another origin."""
    page.open_page("harness.html")
    told = page.promise(
        "const [url] = arguments_; return (await fetch(url, {method: 'PUT', body: '{}', headers: {'Content-Type': 'application/json'}})).text()",
        f"{httpbin.origin}/anything?a=1",
    )
    told = json.loads(told)
    assert (told["method"], told["args"], told["data"]) == ("PUT", {"a": "1"}, "{}")


def test_a_figure_over_its_budget_fails_after_a_second_measurement(tmp_path, capsys):
    """A figure is over only when both measurements are."""
    figures = Figures(tmp_path / "figures")
    values = iter([3.0, 1.0, 3.0, 4.0])
    figures.measure("noisy", "none", 2, "times", lambda: (next(values), ""))
    with pytest.raises(AssertionError, match="OVER slow"):
        figures.measure("slow", "none", 2, "times", lambda: (next(values), ""))
    assert [figure.value for figure in figures.all()] == [1.0, 3.0]
    assert Figure("x", "none", 2, 2, "ms").kept
    assert interleaved(lambda: 1.0, lambda: 2.0) == (1.0, 2.0)
