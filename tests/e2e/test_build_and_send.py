"""An action is built by role and name, sent to a real server, and what arrived there is what was built."""

from __future__ import annotations

import json
import re

import pytest

from panel import CONTENT_TYPES, METHODS, Panel, open_bare
from standalone import Standalone

TEXT = "Dear {{word}}, 9007199254740993\nbye"


def scope(httpbin) -> dict:
    """What the bare host hands over."""
    values = {"base": httpbin.origin, "word": "north", "number": "42", "token": "abc-123"}
    return {"variables": [{"name": name, "defaultValue": value} for name, value in values.items()]}


def fill_body(panel: Panel, content_type: str) -> None:
    """A body with variables, of each type."""
    if content_type == "Form submissions":
        panel.fill_field(1, "where", "{{word}}")
        panel.fill_field(2, "n", "{{number}}")
    else:
        panel.body.fill('{"id": {{number}}, "where": "{{word}}"}' if content_type == "JSON payloads" else TEXT)


def check(told: dict, method: str, content_type: str) -> None:
    """Compares what httpbin says it received."""
    assert told["method"] == method
    assert told["args"] == {"q": "north", "plain": "1"}
    assert told["headers"]["X-Token"] == "key abc-123"
    assert "X-Off" not in told["headers"]
    assert "Cookie" not in told["headers"]
    assert "Referer" not in told["headers"]
    if method == "GET":
        assert (told["data"], told["form"], told["json"]) == ("", {}, None)
        assert "Content-Type" not in told["headers"]
        return
    assert told["headers"]["Content-Type"] == CONTENT_TYPES[content_type]
    if content_type == "JSON payloads":
        assert told["data"] == '{"id": 42, "where": "north"}'
    elif content_type == "Plain text":
        assert told["data"] == TEXT.replace("{{word}}", "north")
    else:
        assert told["form"] == {"where": "north", "n": "42"}


def build(panel: Panel, method: str) -> None:
    """URL and headers, with variables in them: one is picked, the others typed."""
    panel.url.focus()
    panel.pick("URL", "base", "{{base}}")
    panel.url.should(value="{{base}}", focused=True)
    panel.page.type("/anything?q=")
    panel.page.type("{{word}}")
    panel.url.should(value="{{base}}/anything?q={{word}}")
    panel.page.type("&plain=1")
    panel.method.choose(method)
    panel.add_header(1, "X-Token", "key {{token}}")
    panel.add_header(2, "X-Off", "never")
    panel.scope.switch("Header 2 enabled").click().should(checked=False)


def send_all_types(panel: Panel, method: str) -> None:
    """Sends the action with each content type."""
    for content_type in CONTENT_TYPES:
        panel.content_type.choose(content_type)
        fill_body(panel, content_type)
        panel.send().should_pass("200")
        # A verdict of the send before must not be read for this one.
        panel.page.eventually(lambda c=content_type: check(panel.response_json(), method, c) is None, f"{method} {content_type}")


@pytest.mark.parametrize("method", METHODS)
def test_on_the_standalone_page(page, httpbin, method):
    """End-to-end tests build an action by role and name on the standalone page, with variables in URL, header and body, for each of
    the five methods and three content types, send it and compare what httpbin says it received."""
    standalone = Standalone(page).open()
    for name, value in (("base", httpbin.origin), ("word", "north"), ("number", "42"), ("token", "abc-123")):
        standalone.add_variable(name, value)
    panel = standalone.new_action()
    build(panel, method)
    send_all_types(panel, method)


@pytest.mark.parametrize("method", METHODS)
def test_in_an_element_on_a_bare_page(page, httpbin, method):
    """The same in an element on a bare page, where the host hears of the test and of the document."""
    panel = open_bare(page, scope=scope(httpbin))
    build(panel, method)
    send_all_types(panel, method)
    value = panel.value
    assert (value["method"], value["url"]) == (method, "{{base}}/anything?q={{word}}&plain=1")
    assert [(h["name"], h["value"], h["enabled"]) for h in value["headers"]] == [
        ("X-Token", "key {{token}}", True),
        ("X-Off", "never", False),
    ]
    assert value["body"] == "where={{word}}&n={{number}}"
    report = page.script("return heard.filter(event => event.type === 'hae-test').at(-1).detail")
    assert report["verdict"] == "passed"
    assert report["request"]["method"] == method
    assert report["request"]["url"].startswith(httpbin.origin + "/anything?q=north")


def test_the_preview_is_what_goes_out(page, endpoints):
    """Region "Request preview" shows the request as text, as it would go out: the server receives exactly that."""
    panel = open_bare(page, scope={"variables": [{"name": "word", "defaultValue": "north"}]})
    panel.url.fill(f"{endpoints.origin}/echo?q={{{{word}}}}")
    panel.method.choose("PUT")
    panel.add_header(1, "X-One", "1 {{word}}")
    panel.body.fill('{"big": 9007199254740993, "é": "{{word}}"}')
    panel.preview.should(text=re.compile(r"X-One: 1 north.*\b40 bytes", re.DOTALL))
    text = panel.preview.text
    assert re.search(r"PUT .*/echo\?q=north", text)
    assert "Content-Type: application/json" in text
    assert '{"big": 9007199254740993, "é": "north"}' in text
    panel.send().should_pass()
    (received,) = endpoints.received
    assert received.body.decode() == '{"big": 9007199254740993, "é": "north"}'
    assert (received.method, received.query, received.header("x-one")) == ("PUT", "q=north", "1 north")
    assert json.loads(received.body)["é"] == "north"


def test_a_secret_is_masked_wherever_it_was_inserted(page, endpoints):
    """Secrets are masked in the preview, in what is told to the host, and in a response that echoes them; revealing is a deliberate act."""
    secret = "s3cr3t-v4lue"
    panel = open_bare(page, scope={"variables": [{"name": "key", "defaultValue": secret, "secret": True}]})
    panel.url.fill(f"{endpoints.origin}/echo")
    panel.add_header(1, "X-Key", "{{key}}")
    panel.preview.should(text=re.compile("X-Key"))
    assert secret not in panel.preview.text
    panel.send().should_pass()
    assert endpoints.received[0].header("x-key") == secret
    assert secret not in panel.response_text()
    assert secret not in json.dumps(page.script("return heard"))
    panel.preview.button("Reveal secrets").click()
    panel.preview.should(text=re.compile(secret))
    panel.preview.button("Hide secrets").click()
    page.eventually(lambda: secret not in panel.preview.text, "the secret is still shown")
    assert secret not in "".join(page.texts())


def test_the_sample_device_gives_the_values(page, endpoints):
    """The request is rendered for the chosen sample device; with none, default values are used."""
    devices = [{"id": f"d{n}", "name": f"WS-{n}", "values": {"level_device_hostname": f"host-{n}", "word": f"dev{n}"}} for n in (1, 2)]
    panel = open_bare(page, scope={"variables": [{"name": "word", "defaultValue": "nobody"}], "devices": devices})
    panel.url.fill(f"{endpoints.origin}/ok?w={{{{word}}}}")
    panel.device.choose("No device")
    panel.send().should_pass()
    panel.device.choose("WS-2")
    panel.url.fill(f"{endpoints.origin}/ok?w={{{{word}}}}&h={{{{level_device_hostname}}}}")
    panel.send()
    page.eventually(lambda: len(endpoints.received) == 2, "nothing was sent for WS-2")
    assert [received.query for received in endpoints.received] == ["w=nobody", "w=dev2&h=host-2"]
