"""Bad input: each gets a clear word, nothing crashes, nothing is lost. (Wrong documents: test_element.py; bad responses: test_results.py.)"""

from __future__ import annotations

import pytest

from panel import open_bare


def test_a_url_of_100_kb(page, endpoints):
    """A URL of 100 kB is kept, shown, and sent."""
    panel = open_bare(page)
    url = f"{endpoints.origin}/ok?" + "x" * 60_000 + "{{level_device_id}}" + "y" * 40_000
    panel.url.fill(url)
    panel.should_become(url=url)
    panel.url.type("z")
    panel.should_become(url=url + "z")
    panel.send()
    page.eventually(lambda: panel.status.text.strip(), "no word about it")
    assert panel.value["url"] == url + "z"


@pytest.mark.parametrize("value", ["a\nb", "a\r\nX-Injected: 1", "nul\x00"])
def test_a_header_value_with_a_newline(page, endpoints, value):
    """A header value with a newline: a problem says so at the field, nothing is sent, and the document keeps it."""
    document = {"url": f"{endpoints.origin}/ok", "headers": [{"name": "X-A", "value": value, "enabled": True}]}
    panel = open_bare(page, value=document)
    panel.send()
    panel.should_have_problem("line break")
    panel.header_value(1).should(invalid=True)
    assert panel.value["headers"] == document["headers"]
    assert not endpoints.received
    assert ("header_value_invalid", "headers[0].value") in [(p["code"], p["path"]) for p in panel.call("validate")]


def test_names_with_quotes_and_emoji(page, endpoints):
    """A name with a quote or an emoji: of the action, a header, a variable, a device."""
    name = "“it's” \"<b>x</b>\" 🎉👩‍👩‍👧 \u202eabc"
    scope = {
        "variables": [{"name": "é\"'🎉", "defaultValue": "quoted"}],
        "devices": [{"id": "d🎉", "name": name, "values": {}}],
        "customFields": [{"name": name, "reference": "cf_x"}],
    }
    panel = open_bare(page, scope=scope, value={"name": name, "url": f"{endpoints.origin}/ok?{{{{é\"'🎉}}}}"})
    panel.device.choose(name)
    panel.send().should_pass()
    assert endpoints.received[0].query == "quoted"
    panel.add_header(1, "X-\"🎉", "v")
    panel.send()
    panel.should_have_problem("is no name of a header")
    panel.header_name(1).fill("X-Emoji")
    panel.header_value(1).fill("🎉")
    panel.send()
    panel.should_have_problem("🎉")
    panel.header_name(1).fill("X-Latin")
    panel.header_value(1).fill("é")
    panel.send().should_pass()
    assert panel.value["name"] == name
    assert panel.open_section("Additional options").textbox("Action name").value == name


def test_1000_header_rows(page, endpoints):
    """1,000 header rows are shown, can be edited, moved and removed, and are sent."""
    headers = [{"name": f"X-{n}", "value": "v", "enabled": n < 50} for n in range(1000)]
    panel = open_bare(page, value={"url": f"{endpoints.origin}/ok", "headers": headers})
    panel.header_name(1000).should(value="X-999")
    panel.header_value(1000).fill("last")
    panel.scope.button("Remove header 1").click()
    panel.header_name(1000).should_be_gone()
    panel.scope.button("Move header 999 up").click()
    page.eventually(lambda: panel.prop("value")["headers"][997]["value"] == "last", "the row was not moved")
    panel.send().should_pass()
    assert endpoints.received[0].header("x-49") == "v"
    assert endpoints.received[0].header("x-50") is None


def test_documents_of_any_depth_and_size(page):
    """A document with a deep or a large unknown field comes back as it came; one that is nested too deep is refused with a word."""
    panel = open_bare(page)
    deep = page.script(
        """
        let deep = 1; for (let n = 0; n < 50; n++) deep = {d: [deep]};
        const editor = document.getElementById("editor");
        editor.value = {url: "https://a.example.test/", deep, large: "x".repeat(1e6)};
        return JSON.stringify(editor.value.deep) === JSON.stringify(deep) && editor.value.large.length === 1e6;
        """
    )
    assert deep is True
    panel.url.should(value="https://a.example.test/")
    page.script(
        """
        let deep = 1; for (let n = 0; n < 1000; n++) deep = [deep];
        document.getElementById("editor").value = {url: "https://deep.example.test/", deep};
        """
    )

    def refused_or_shown():
        return panel.scope.has("alert") or panel.scope.all("textbox", "URL")[0]["value"] == "https://deep.example.test/"

    page.eventually(refused_or_shown, "neither refused nor shown")
    kept = page.script("const {value} = document.getElementById('editor'); return [value?.url, JSON.stringify(value?.deep)?.length]")
    assert kept == ["https://deep.example.test/", 2001], "the document is lost"
