"""The standalone page keeps actions: through a reload, a deletion, another tab, and storage that fails."""

from __future__ import annotations

import json
import re

import pytest

from page import Page
from standalone import Standalone
from texts import french

KEY = "http-action-editor/1/"


@pytest.fixture
def standalone(page) -> Standalone:
    """The page at its first opening."""
    return Standalone(page).open()


def test_the_first_press_of_send_teaches(standalone, site):
    """On first opening it shows a sample action that passes with no network at all and one that fails, so that the first press of Send
    teaches."""
    panel = standalone.panel
    panel.send().should_pass("200")
    assert panel.response_json()
    standalone.action("Sample: fails").click()
    panel.scope.textbox("URL").should(value="{{sample_base}}/no-such-file.json")
    panel.send().should_fail("404")
    assert set(site.missing()) == {"/some/sub/path/no-such-file.json"}, "every other file is there"


def test_an_action_is_found_again_after_a_reload(standalone, endpoints):
    """A technician builds an HTTP request action, sends it, and finds the action again after a reload."""
    panel = standalone.new_action()
    panel.open_section("Additional options").textbox("Action name").fill("Tell the ticket system")
    panel.url.fill(f"{endpoints.origin}/ok?t={{{{ticket_id}}}}")
    panel.method.choose("PUT")
    panel.body.fill('{"n": 9007199254740993}')
    panel.add_header(1, "X-One", "1")
    panel.send().should_pass()
    standalone.save()
    standalone.reload()
    panel.url.should(value=f"{endpoints.origin}/ok?t={{{{ticket_id}}}}")
    standalone.action("Sample: passes").click()
    panel.url.should(value="{{sample_base}}/sample.json")
    standalone.action("Tell the ticket system").click()
    panel.method.should(chosen="PUT")
    panel.body.should(value='{"n": 9007199254740993}')
    assert panel.headers() == [("X-One", "1")]
    panel.send().should_pass()


def test_unsaved_edits_survive_a_reload(standalone):
    """Unsaved edits survive a reload, with the drafts of the other content types; Cancel goes back to what was saved."""
    panel = standalone.new_action()
    panel.method.choose("POST")
    panel.url.fill("https://api.example.test/x")
    standalone.save()
    panel.body.fill('{"json": true}')
    panel.content_type.choose("Plain text")
    panel.body.fill("plain words")
    panel.url.fill("https://api.example.test/edited")
    standalone.should_have_kept()
    standalone.reload()
    panel.url.should(value="https://api.example.test/edited")
    panel.body.should(value="plain words")
    standalone.should_have_kept()
    panel.content_type.choose("JSON payloads")
    panel.body.should(value='{"json": true}')
    panel.cancel.click()
    panel.url.should(value="https://api.example.test/x")


def test_a_deletion_can_be_undone(standalone):
    """A deletion can be undone."""
    before = standalone.names()
    standalone.tools.button("Delete").click()
    standalone.page.eventually(lambda: len(standalone.names()) == len(before) - 1, "nothing was deleted")
    standalone.page.button("Undo delete").click()
    standalone.page.eventually(lambda: standalone.names() == before, lambda: f"it is not back: {standalone.names()}")
    standalone.reload()
    assert len(standalone.names()) == len(before)


def test_duplicate_export_and_import(standalone):
    """It lets one create, duplicate, delete, import and export actions as JSON; a field that nobody knows is kept."""
    document = {"version": 1, "type": "http_request", "name": "From afar 🎉 \"x\"", "url": "https://api.example.test/", "futureField": [1, {"a": None}]}
    standalone.import_text(json.dumps(document)).should_be_gone()
    standalone.action("From afar").should_exist()
    standalone.panel.url.should(value="https://api.example.test/")
    exported = json.loads(standalone.exported(standalone.tools.button("Export")))
    assert {key: exported[key] for key in document} == document
    standalone.tools.button("Duplicate").click()
    standalone.page.eventually(lambda: len([n for n in standalone.names() if n.startswith("From afar")]) == 2, "no second one")
    everything = json.loads(standalone.exported(standalone.list.button("Export all")))
    assert sum(entry.get("futureField") == [1, {"a": None}] for entry in everything) == 2
    count = len(standalone.names())
    standalone.import_text(json.dumps(everything)).should_be_gone()
    standalone.page.eventually(lambda: len(standalone.names()) == 2 * count, "not all were imported")


@pytest.mark.parametrize(
    "text, word",
    [
        ("this is not JSON", "not JSON"),
        ("[1]", "object"),
        ('{"url": 5}', "url"),
        ('{"method": "TRACE"}', "method"),
        ('{"headers": [{"name": 1}]}', "headers[0].name"),
    ],
)
def test_what_cannot_be_imported_is_named(standalone, text, word):
    """A document that is not JSON, of the wrong type, with an unknown method: a clear word with the path, and nothing is imported."""
    before = standalone.names()
    dialog = standalone.import_text(text)
    dialog.get("alert").should(text=re.compile(re.escape(word)))
    dialog.textbox("JSON text").should(value=text)
    dialog.button("Close").click()
    assert standalone.names() == before


def test_a_secrets_value_is_never_stored(standalone):
    """Never a secret's value is stored: it stays in memory, its input is masked, and the page says so."""
    page = standalone.page
    page.button("Variables and devices").click()
    dialog = page.get("dialog", "Variables and devices")
    dialog.should(text=re.compile("Values of secrets stay in memory"))
    names = [thing["value"] for thing in dialog.all("textbox", re.compile(r"^Variable \d+ name$"))]
    number = names.index("api_token") + 1
    # A password input has no role of its own: it is found by its name alone.
    field = page.look(
        "find(a).filter(element => nameOf(element) === b)", [{"role": "dialog", "name": "Variables and devices"}, {"css": "input"}],
        f"Variable {number} default value",
    )  # fmt: skip
    assert len(field) == 1
    field[0].send_keys("s3cr3t-v4lue")
    shown = page.script(
        "const style = getComputedStyle(arguments[0]); return [arguments[0].type, style.webkitTextSecurity, arguments[0].autocomplete]", field[0]
    )
    assert shown[0] == "password" or shown[1] == "disc", shown
    assert shown[2] not in ("", "on", "current-password"), "a password manager would fill it"
    dialog.button("Close").click()
    standalone.panel.url.fill("{{sample_base}}/sample.json?k={{api_token}}")
    standalone.should_have_kept()
    stored = page.script("return JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")
    assert "no-such-file" in stored
    assert "s3cr3t" not in stored


# Storage that fails


def test_storage_that_is_blocked(page, sandboxed_site):
    """If storage is blocked the page says so, offers the raw text for saving, and can be used all the same."""
    standalone = Standalone(Page(page.engine, sandboxed_site)).open()
    standalone.page.get("alert").should(text=re.compile("keeps nothing"))
    standalone.panel.url.fill("https://api.example.test/kept")
    standalone.page.textbox("All actions, as text").should(value=re.compile("api.example.test/kept"))
    standalone.action("Sample: fails").click()
    standalone.action("Sample: passes").click()
    standalone.panel.url.should(value="https://api.example.test/kept")


def test_storage_that_is_full(page):
    """If storage is full the page says so and offers the raw text; what was stored before is not lost."""
    page.open_page("harness.html")
    standalone = Standalone(page).open()
    standalone.action("Sample: passes").should_exist()
    page.script(
        """
        for (let size = 1 << 20; size >= 1; size >>= 1)
          try { for (let n = 0; ; n++) localStorage.setItem(`junk ${size} ${n}`, "x".repeat(size)); } catch {}
        """
    )
    standalone.panel.url.fill("https://api.example.test/" + "long" * 50)
    page.get("alert").should(text=re.compile("full"))
    page.textbox("All actions, as text").should(value=re.compile("longlonglong"))
    page.script("for (const key of Object.keys(localStorage)) if (key.startsWith('junk')) localStorage.removeItem(key)")
    standalone.panel.url.type("er")
    page.get("alert").should_be_gone()
    standalone.reload()
    standalone.panel.url.should(value=re.compile("longer$"))


def test_storage_that_is_unreadable(page):
    """If storage holds something unreadable the page says so, offers the raw text for saving, and loses nothing."""
    page.open_page("harness.html").script("localStorage.setItem(arguments[0], arguments[1])", KEY + "action/broken", "{not json é")
    standalone = Standalone(page).open()
    page.get("alert").should(text=re.compile("could not be read"))
    page.textbox(re.compile("^Unreadable content")).should(value="{not json é")
    standalone.new_action().url.fill("https://api.example.test/")
    standalone.save()
    standalone.reload()
    page.textbox(re.compile("^Unreadable content")).should(value="{not json é")
    page.button("Remove it from storage").click()
    page.get("alert").should_be_gone()
    standalone.panel.url.should(value="https://api.example.test/")


# Another tab


def test_another_tabs_change_is_taken_over(standalone):
    """A change made in another tab is noticed."""
    page = standalone.page
    first = page.new_tab()
    Standalone(page).open()
    standalone.panel.url.fill("https://api.example.test/other")
    standalone.save()
    page.switch_to(first)
    standalone.panel.url.should(value="https://api.example.test/other")
    page.eventually(lambda: any("another tab" in s["text"] for s in page.all("status")), "the page says nothing of it")


def test_both_versions_are_kept(standalone):
    """Changed here and in another tab: both versions are kept."""
    page = standalone.page
    first = page.driver.current_window_handle
    standalone.panel.url.fill("https://api.example.test/mine")
    standalone.should_have_kept()
    page.new_tab()
    Standalone(page).open()
    standalone.panel.url.fill("https://api.example.test/theirs")
    standalone.save()
    page.switch_to(first)
    # Whichever tab looked first: each has its own version, and each list has both.
    standalone.panel.url.type("!")
    page.eventually(lambda: len(standalone.names()) == 3, lambda: f"not both are kept: {standalone.names()}")
    standalone.panel.url.should(value="https://api.example.test/mine!")
    text = standalone.exported(standalone.list.button("Export all"))
    assert "test/mine!" in text
    assert "test/theirs" in text


def test_the_settings_are_kept(standalone):
    """Language, theme and profile are in effect at once, and kept."""
    page = standalone.page

    def colour():
        script = "return getComputedStyle(document.querySelector('http-action-editor').shadowRoot.querySelector('[part~=panel]')).backgroundColor"
        return page.script(script)

    light = colour()
    page.combobox("Theme").choose("Dark")
    page.combobox("Runner profile").choose("Level")
    standalone.panel.scope.switch("Header 1 enabled").should_be_gone()
    standalone.choose_language("Français")
    for _ in range(2):
        page.textbox("Corps").should_exist()
        assert not page.has("switch", french("HeaderEnabled", n=1))
        page.eventually(lambda: colour() != light, "it is light")
        page.reload()
