"""What comes of a test: passed or failed with a reason, whatever a server answers."""

from __future__ import annotations

import re

import pytest
from selenium.webdriver.common.keys import Keys

from panel import heard, open_bare


@pytest.mark.parametrize("path, status", [("ok", 200), ("created-empty", 201), ("no-content", 204)])
def test_2xx_passes(page, endpoints, path, status):
    """See 2xx pass: also an empty 204 and a 201 of length 0 are verdicts, not exceptions."""
    panel = open_bare(page)
    panel.url.fill(f"{endpoints.origin}/{path}")
    panel.send().should_pass(str(status))
    assert heard(page, "hae-test")[-1]["detail"]["verdict"] == "passed"
    if path == "ok":
        assert "9007199254740993" in panel.response_text()
    else:
        assert "empty" in panel.response_text()


@pytest.mark.parametrize("path, status, body", [("nowhere", 404, "no such endpoint"), ("unavailable", 503, "down for maintenance")])
def test_an_error_status_fails_with_its_body_shown(page, endpoints, path, status, body):
    """See 404 and 503 fail with their bodies shown."""
    panel = open_bare(page)
    panel.url.fill(f"{endpoints.origin}/{path}")
    panel.send().should_fail(str(status))
    assert body in panel.response_text()
    assert str(status) in panel.response.text
    report = heard(page, "hae-test")[-1]["detail"]
    assert (report["verdict"], report["attempts"][0]["status"]) == ("failed", status)


def test_the_status_line_is_there_from_the_start_and_tells_the_way(page, endpoints):
    """Status line: a live region, there from the start, that begins with "Sending" from the press on, then "Passed"; a second press while
    one is under way is impossible."""
    panel = open_bare(page)
    panel.status.should_exist()
    panel.url.fill(f"{endpoints.origin}/slow")
    panel.send()
    panel.status.should(text=re.compile("^Sending"))
    panel.send_button.click()
    panel.url.press(Keys.CONTROL, Keys.ENTER)
    page.eventually(lambda: endpoints.received, "nothing was sent")
    panel.test.button("Cancel test").should_exist()
    endpoints.release.set()
    panel.should_pass("200")
    panel.test.button("Cancel test").should_be_gone()
    assert len(endpoints.received) == 1


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_cancel(page, endpoints, path):
    """A test request is cancellable, before the response and while its body comes; then another one can be sent."""
    panel = open_bare(page)
    panel.url.fill(f"{endpoints.origin}/{path}")
    panel.send()
    page.eventually(lambda: endpoints.received, "nothing was sent")
    panel.test.button("Cancel test").click()
    panel.status.should(text=re.compile("^Cancelled"))
    page.eventually(lambda: endpoints.dropped == [f"/{path}"], "the server still answers")
    assert heard(page, "hae-test")[-1]["detail"]["verdict"] == "cancelled"
    assert page.focus_is["name"] == "Send test request", "the focus stays in sight"
    panel.url.fill(f"{endpoints.origin}/ok")
    panel.send().should_pass("200")


@pytest.mark.parametrize(
    "path, shown, note",
    [
        ("invalid-utf8", "caf\ufffd", "not UTF-8"),
        ("empty", "", "empty"),
        ("html-as-json", "Please log in", "not"),
        ("json-as-image", "", ""),
        ("html", "<script src='/leak'></script>", ""),
    ],
)
def test_a_bad_response_gets_a_clear_word(page, endpoints, path, shown, note):
    """A response with invalid UTF-8, of length 0, with a false content type: each gets a clear word, nothing crashes. Nothing of it is
    executed or fetched from."""
    panel = open_bare(page)
    panel.url.fill(f"{endpoints.origin}/{path}")
    panel.send().should_pass("200")
    text = panel.response_text()
    assert shown in text
    assert note in text
    assert [received.path for received in endpoints.received] == [f"/{path}"]


def test_a_large_response(page, endpoints):
    """A response of 1 MB is shown, and the page can still be used."""
    panel = open_bare(page)
    panel.url.fill(f"{endpoints.origin}/large-json")
    panel.send().should_pass("200")
    assert "device 0" in panel.response_text()
    assert "büro" in panel.response_text()
    panel.url.fill(f"{endpoints.origin}/ok").should(value=f"{endpoints.origin}/ok")


def test_the_headers_of_a_response(page, endpoints):
    """Status, time, size and headers of the response are shown; its tabs go by the arrow keys."""
    panel = open_bare(page)
    panel.url.fill(f"{endpoints.origin}/ok")
    panel.send().should_pass()
    assert "37 bytes" in panel.response.text.replace("\u202f", " ").replace("\xa0", " ")
    panel.response.get("tab", "Body").click().press(Keys.ARROW_RIGHT)
    panel.response.get("tab", "Headers").should(selected=True, focused=True)
    panel.response.get("tabpanel", "Headers").should(text=re.compile("x-answer", re.I))


@pytest.mark.parametrize("path", ["hang-up", "no-cors"])
def test_no_response(page, endpoints, path):
    """A server that hangs up or that the browser may not read: failed, with a reason in a sentence."""
    panel = open_bare(page)
    panel.url.fill(f"{endpoints.origin}/{path}")
    panel.send().should_fail()
    assert len(panel.status.text) > len("Failed ") + 20
    report = heard(page, "hae-test")[-1]["detail"]
    assert report["verdict"] == "failed"
    assert "failure" in report["attempts"][0]
    assert not panel.response.exists()


def test_a_redirect_is_followed_and_named(page, httpbin):
    """Redirects are followed and named in the verdict."""
    panel = open_bare(page)
    panel.url.fill(f"{httpbin.origin}/redirect-to?url=/anything/there")
    panel.send().should_pass("/anything/there")


def test_a_disabled_action_is_not_sent_unless_told(page, endpoints):
    """A disabled action: nothing is sent unless the technician says "Send anyway"."""
    panel = open_bare(page, value={"url": f"{endpoints.origin}/ok", "enabled": False})
    panel.scope.switch("Run this action").should(checked=False)
    panel.send()
    panel.status.should(text=re.compile("^Skipped"))
    assert not endpoints.received
    panel.result.button("Send anyway").click()
    panel.should_pass("200")


def test_problems_stop_a_test_and_an_unknown_reference_goes_as_it_stands_on_request(page, endpoints):
    """Problems that block a test stop it, each named; a reference that is not in scope waits for "Send as is"."""
    panel = open_bare(page)
    panel.send()
    panel.should_have_problem("URL")
    panel.url.fill(f"{endpoints.origin}/echo")
    panel.method.choose("POST")
    panel.content_type.choose("Plain text")
    panel.body.fill("{{nobody}} here")
    panel.send()
    panel.result.button("Send as is").should_exist()
    panel.should_have_problem("nobody")
    assert not endpoints.received
    panel.result.button("Send as is").click()
    panel.should_pass("200")
    assert endpoints.received[0].body == b"{{nobody}} here"


def test_a_transport_of_the_host_sends(page, endpoints):
    """A function handed over as transport sends in the place of fetch, the result says so, and its failure is shown."""
    panel = open_bare(page)
    page.script("document.getElementById('editor').transport = teapot")
    panel.url.fill("https://api.example.test/tea")
    panel.send().should_fail("418")
    assert "short and stout" in panel.response_text()
    request, has_signal = page.script("return asked[0]")
    assert (request["method"], request["url"], request["body"], has_signal) == ("GET", "https://api.example.test/tea", None, True)
    assert heard(page, "hae-test")[-1]["detail"]["sentBy"] == "host"
    assert "portal" in panel.response.text
    panel.url.fill("https://api.example.test/down")
    panel.send().should_fail("the backend is away")
    assert not endpoints.received
