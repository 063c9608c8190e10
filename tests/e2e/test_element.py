"""The element as a host uses it: properties, methods, events, attributes."""

from __future__ import annotations

import re

import pytest
from selenium.webdriver.common.keys import Keys

from panel import Panel, forget, heard, open_bare

DOCUMENT = {
    "version": 1,
    "type": "http_request",
    "id": "a-17",
    "name": "Ticket",
    "enabled": True,
    "url": "https://api.example.test/tickets/{{ticket}}",
    "method": "POST",
    "contentType": "application/json",
    "body": '{"n": 9007199254740993}',
    "headers": [{"name": "X-One", "value": "1", "enabled": True, "futureInRow": {"b": [1.50, None]}}],
    "conditions": [{"type": "platform", "operator": "equal_to", "values": ["windows"], "futureInCondition": "x"}],
    "onFailure": "continue",
    "outputVariable": "answer",
    "retries": 2,
    "futureField": {"z": 1, "a": [True]},
}
SCOPE = {"variables": [{"name": "ticket", "defaultValue": "4711"}, {"name": "answer"}]}


@pytest.fixture
def panel(page) -> Panel:
    """The element with a document, and nothing heard so far."""
    panel = open_bare(page, value=DOCUMENT, scope=SCOPE)
    panel.url.should(value=DOCUMENT["url"])
    forget(page)
    return panel


def test_ready(page):
    """`hae-ready` fires when usable, the promise `ready` resolves, `apiVersion` is told."""
    panel = open_bare(page)
    panel.page.promise("await document.getElementById('editor').ready")
    (ready,) = heard(page, "hae-ready")
    assert ready["detail"] == {"apiVersion": panel.prop("apiVersion")}
    assert (ready["bubbles"], ready["composed"]) == (True, True)


def test_a_document_comes_back_as_it_came(page, panel):
    """A field the editor does not know is kept and written back as it came, at every level; setting fires nothing."""
    assert panel.value == DOCUMENT
    assert heard(page) == []
    panel.url.fill("https://api.example.test/other")
    panel.should_become(**{**DOCUMENT, "url": "https://api.example.test/other"})


def test_null_is_an_empty_action(page, panel):
    """`value` null: an empty action, with the defaults of the document."""
    panel.set("value", None)
    panel.url.should(value="")
    value = panel.value
    assert (value["version"], value["type"], value["method"], value["contentType"]) == (1, "http_request", "GET", "application/json")
    assert (value["onFailure"], value["outputVariable"], value["retries"], value["headers"], value["conditions"]) == ("fail_pipeline", None, 0, [], [])


def test_edits_are_told(page, panel):
    """`hae-input` at every edit with value, problems and dirty; `hae-change` when the edit is finished; the detail is plain JSON."""
    panel.url.focus().press(Keys.END)
    page.type("x")
    panel.url.should(value=DOCUMENT["url"] + "x")
    inputs = heard(page, "hae-input")
    assert inputs[-1]["detail"]["value"] == {**DOCUMENT, "url": DOCUMENT["url"] + "x"}
    assert inputs[-1]["detail"]["dirty"] is True
    assert isinstance(inputs[-1]["detail"]["problems"], list)
    assert heard(page, "hae-change") == []
    page.press(Keys.TAB)
    page.eventually(lambda: heard(page, "hae-change"), "no hae-change after the field was left")
    forget(page)
    panel.method.choose("PUT")
    page.eventually(lambda: heard(page, "hae-change"), "no hae-change after a choice")
    assert heard(page, "hae-change")[-1]["detail"]["value"]["method"] == "PUT"
    assert page.script("return heard.every(event => event.bubbles && event.composed)")


def test_an_equal_value_changes_nothing(page, panel):
    """Equal (deep, defaults filled in) to the present one: no-op; different: the new baseline, not dirty, undo empty."""
    panel.url.fill("https://api.example.test/edited")
    panel.set("value", {**DOCUMENT, "url": "https://api.example.test/edited"})
    panel.undo.should(disabled=False).click()
    panel.url.should(value=DOCUMENT["url"])
    panel.set("value", {**DOCUMENT, "url": "https://api.example.test/new"})
    panel.url.should(value="https://api.example.test/new")
    panel.undo.should(disabled=True)
    panel.save.should(disabled=True)


def test_a_controlled_host_may_echo_late(page, panel):
    """A value that the element itself emitted in `hae-input` is ignored when it comes back late: typing is not disturbed."""
    page.script(
        """
        const editor = document.getElementById("editor");
        editor.addEventListener("hae-input", ({detail}) => setTimeout(() => { editor.value = detail.value; }, 120));
        """
    )
    panel.url.focus().press(Keys.END)
    for character in "/a/quick/brown/fox":
        page.type(character)
    panel.url.should(value=DOCUMENT["url"] + "/a/quick/brown/fox")
    page.promise("await new Promise(done => setTimeout(done, 400))")
    panel.url.should(value=DOCUMENT["url"] + "/a/quick/brown/fox", focused=True)
    panel.undo.should(disabled=False)


def test_save(page, panel):
    """`save()` gives true and fires `hae-save`; unless cancelled the document becomes the new baseline. With a problem that blocks saving it
    gives false and moves the focus to the list of problems."""
    panel.save.should(disabled=True)
    panel.url.fill("https://api.example.test/saved")
    panel.save.should(disabled=False)
    page.script("document.addEventListener('hae-save', event => event.preventDefault(), {once: true})")
    panel.call("save")
    panel.save.should(disabled=False)
    assert panel.call("save") is True
    panel.save.should(disabled=True)
    saves = heard(page, "hae-save")
    assert [save["detail"]["value"]["url"] for save in saves] == ["https://api.example.test/saved"] * 2
    assert saves[0]["cancelable"] is True
    panel.url.fill("")
    assert panel.call("save") is False
    panel.problems.should_exist()
    page.eventually(
        lambda: page.script("return document.getElementById('editor').matches(':focus-within')") and "URL" in str(page.focus_is),
        lambda: f"the focus is on {page.focus_is}",
    )
    assert len(heard(page, "hae-save")) == 2


def test_cancel(page, panel):
    """Cancel goes back to the baseline, as one edit that Undo takes back; a host may prevent it."""
    panel.url.fill("https://api.example.test/edited")
    panel.method.choose("PATCH")
    page.script("document.addEventListener('hae-cancel', event => event.preventDefault(), {once: true})")
    panel.cancel.click()
    panel.url.should(value="https://api.example.test/edited")
    panel.cancel.click()
    panel.url.should(value=DOCUMENT["url"])
    panel.method.should(chosen="POST")
    assert [event["detail"] for event in heard(page, "hae-cancel")] == [{"dirty": True}, {"dirty": True}]
    panel.undo.click()
    panel.url.should(value="https://api.example.test/edited")
    panel.method.should(chosen="PATCH")


def test_undo_redo_reset_validate_focus(page, panel):
    """Methods: `undo()`, `redo()`, `reset()`, `validate()`, `focus()`."""
    panel.url.fill("not a url")
    panel.method.choose("GET")
    panel.call("undo")
    panel.method.should(chosen="POST")
    panel.call("redo")
    panel.method.should(chosen="GET")
    problems = panel.call("validate")
    (wrong,) = [problem for problem in problems if problem["path"] == "url"]
    assert (wrong["code"], wrong["severity"], wrong["blocks"]) == ("url_not_absolute", "error", "save")
    assert isinstance(wrong["message"], str)
    assert "params" in wrong
    assert "body_not_sent" in [problem["code"] for problem in problems]
    panel.call("reset")
    panel.url.should(value=DOCUMENT["url"])
    page.script("document.getElementById('editor').focus()")
    page.eventually(lambda: page.focus_is["name"] == "URL", lambda: f"the focus is on {page.focus_is}")


@pytest.mark.parametrize(
    "value, code, path, word",
    [
        ("text", "document_invalid", "", "object"),
        ({"method": "TRACE", "keep": 1}, "document_invalid", "method", "method"),
        ({"url": 5}, "document_invalid", "url", "url"),
        ({"headers": [{"name": "a", "value": False}]}, "document_invalid", "headers[0].value", "headers[0].value"),
        ({"type": "run_script"}, "document_invalid", "type", "http_request"),
        ({"version": "1"}, "document_invalid", "version", "version"),
    ],
)
def test_a_wrong_document_is_refused(page, panel, value, code, path, word):
    """A document that is wrong is not half-read: it is kept and given back untouched, the form gives way to a message that names the field's
    path and what was expected, and the host gets an error. The next right one opens."""
    panel.set("value", value)
    panel.scope.get("alert").should(text=re.compile(re.escape(word)))
    assert not panel.url.exists()
    (error,) = heard(page, "hae-error")
    assert (error["detail"]["code"], error["detail"].get("path", "")) == (code, path)
    assert panel.prop("value") == value
    panel.set("value", DOCUMENT)
    panel.url.should(value=DOCUMENT["url"])


def test_a_newer_document_opens_read_only(page, panel):
    """One of a newer version opens read-only, with a message, and comes back untouched."""
    newer = {**DOCUMENT, "version": 99, "newThing": 1}
    panel.set("value", newer)
    panel.scope.get("alert").should(text=re.compile("99"))
    panel.url.should(value=DOCUMENT["url"], readonly=True)
    assert heard(page, "hae-error")[0]["detail"]["code"] == "document_newer"
    assert panel.prop("value") == newer


def test_read_only(page, panel, endpoints):
    """Read-only shows everything, changes nothing, and can still be tested only if `testing` is on."""
    page.script("document.getElementById('editor').readonly = true")
    panel.url.should(readonly=True)
    panel.method.should(disabled=True)
    assert not panel.send_button.exists()
    for name in ("Remove header 1", "Add request headers", "Insert variable into URL"):
        assert not panel.scope.has("button", name) or panel.scope.button(name).disabled, name
    panel.url.focus()
    page.type("x")
    panel.url.should(value=DOCUMENT["url"])
    page.script("document.getElementById('editor').testing = 'on'")
    panel.send_button.should_exist()
    assert panel.value == DOCUMENT
    assert heard(page, "hae-input") == []


def test_disabled(page, panel):
    """A disabled editor takes no input at all."""
    page.script("document.getElementById('editor').disabled = true")
    panel.url.should_be_gone()
    page.script("document.getElementById('editor').disabled = false")
    panel.url.should(value=DOCUMENT["url"])


def test_the_scope_is_replaced_without_losing_anything(page, panel):
    """`scope` replaces the scope at any time, without losing edits, focus or caret."""
    panel.url.focus().press(Keys.END)
    page.type("z")
    panel.set("scope", {"variables": [{"name": "fresh", "defaultValue": "1"}]})
    panel.url.should(value=DOCUMENT["url"] + "z", focused=True, selection=[len(DOCUMENT["url"]) + 1] * 2)
    page.type("!")
    panel.url.should(value=DOCUMENT["url"] + "z!")
    page.press(Keys.TAB)
    panel.should_have_problem("ticket")


def test_the_profile_switches_off_what_the_runner_ignores(page, panel):
    """The editor offers no switch that the runner would ignore: with the profile `level` no header switch, with an object its limits."""
    panel.scope.switch("Header 1 enabled").should_exist()
    panel.set("profile", "level")
    panel.scope.switch("Header 1 enabled").should_be_gone()
    panel.set("profile", {"maxRetries": 1})
    panel.scope.switch("Header 1 enabled").should_exist()
    assert "retries_out_of_range" in [problem["code"] for problem in panel.call("validate")]


def test_a_wrong_scope_or_profile_is_refused(page, panel):
    """A scope or profile that is wrong is refused with an error, and the one before stays."""
    panel.set("scope", {"variables": "no list"})
    panel.set("profile", {"maxRetries": "many"})
    page.eventually(lambda: len(heard(page, "hae-error")) == 2, lambda: str(heard(page)))
    assert [event["detail"]["code"] for event in heard(page, "hae-error")] == ["scope_invalid", "profile_invalid"]
    assert not [problem for problem in panel.call("validate") if problem["code"] == "reference_unknown"]


def test_a_property_set_before_the_upgrade_is_taken_over(page):
    """What a page set before the element was defined is taken over."""
    page.open_page("early.html")
    panel = Panel(page, "#editor").ready()
    panel.url.should(value="https://early.example.test/{{early}}")
    assert panel.call("validate") == []


def test_a_host_may_set_any_property_from_inside_a_handler(page, panel):
    """A host may set any property from inside a handler of any event."""
    page.script(
        """
        const editor = document.getElementById("editor");
        editor.addEventListener("hae-input", () => {
          editor.scope = {variables: [{name: "inside"}]};
          editor.profile = "level";
          editor.locale = "fr";
          editor.readonly = true;
        }, {once: true});
        editor.addEventListener("hae-test", () => { editor.value = {url: "https://from.inside.test/"}; }, {once: true});
        """
    )
    panel.url.type("x")
    page.get("textbox", "Corps").should_exist()
    page.script("const editor = document.getElementById('editor'); editor.readonly = false; editor.locale = 'en'")
    panel.url.should(readonly=False)
    panel.url.fill("https://refused.invalid/")
    page.script("document.getElementById('editor').transport = async () => ({status: 200, statusText: '', headers: [], body: ''})")
    panel.send()
    panel.url.should(value="https://from.inside.test/")


def test_a_moved_element_keeps_its_document_and_history(page, panel):
    """Elements can be removed, moved and added again; a moved element keeps its document and undo history."""
    panel.url.fill("https://moved.example.test/")
    page.script("const main = document.createElement('main'); document.body.append(main); main.append(document.getElementById('editor'))")
    panel.url.should(value="https://moved.example.test/")
    panel.undo.click()
    panel.url.should(value=DOCUMENT["url"])
    panel.redo.click()
    page.promise(
        "const editor = document.getElementById('editor'); const home = editor.parentNode; editor.remove();"
        "await new Promise(done => setTimeout(done, 50)); window.kept = editor.value.url; home.append(editor)"
    )
    assert page.script("return window.kept") == "https://moved.example.test/"
    panel.url.should(value="https://moved.example.test/")
    panel.url.fill("https://again.example.test/")
    panel.should_become(url="https://again.example.test/")


def test_typing_keys_stop_at_the_element_and_all_others_pass(page, panel):
    """Typing keys in our text fields stop at the element, so that a portal's `/` shortcut does not fire while someone types a URL; all others
    pass unchanged."""
    page.script("window.keys = []; addEventListener('keydown', event => { window.keys.push(event.key) })")
    panel.url.focus()
    page.type("/k")
    page.press(Keys.ALT, "j")
    page.press(Keys.F2)
    panel.method.focus()
    page.press(Keys.F4)
    keys = page.script("return window.keys")
    assert "/" not in keys
    assert "k" not in keys
    assert "j" in keys
    assert "F2" in keys


def test_nothing_is_written_to_the_page(page):
    """Nothing of ours is written to the page outside the element: no style in its head, no attribute on its root, no global, no id."""
    page.open_page("harness.html")
    before = page.script("return [Object.getOwnPropertyNames(window).length]")
    open_bare(page, value=DOCUMENT)
    outside = page.script(
        """
        return {
          head: [...document.head.children].map(child => child.localName).join(" "),
          html: [...document.documentElement.attributes].map(attribute => attribute.name).join(" "),
          body: [...document.body.children].map(child => child.localName).join(" "),
          ids: [...document.querySelectorAll("[id]")].map(element => element.id).join(" "),
          globals: Object.getOwnPropertyNames(window).filter(name => /hae|leptos|wasm|editor/i.test(name)).join(" "),
          sheets: document.adoptedStyleSheets.length,
        };
        """
    )
    assert before
    assert outside["head"] == "script meta title link script script"
    assert (outside["html"], outside["body"], outside["sheets"], outside["globals"]) == ("lang", "main", 0, "")
    assert outside["ids"] == "editor", "an element with an id is a global of the page's own"


def test_the_locale_is_switched_at_once(page, panel):
    """English and French, switchable at once, without losing what was typed."""
    panel.url.fill("https://kept.example.test/")
    page.script("document.getElementById('editor').locale = 'fr'")
    panel.scope.textbox("Corps").should(value=DOCUMENT["body"])
    panel.url.should(value="https://kept.example.test/")
    page.script("document.getElementById('editor').locale = 'de'")
    panel.scope.textbox("Body").should_exist()
    panel.undo.click()
    panel.url.should(value=DOCUMENT["url"])
