"""Any number of elements live on one page, each with its own document, scope, locale and theme."""

from __future__ import annotations

from panel import Panel, heard
from texts import french


def test_two_elements_are_independent(page, endpoints):
    """Two on one page: what is done in one is not seen in the other, nor told in its name."""
    page.open_page("two.html")
    first, second = Panel(page, "#first").ready(), Panel(page, "#second")
    second.scope.textbox("Corps").should_exist()
    first.set("scope", {"variables": [{"name": "v", "defaultValue": "one"}]})
    second.set("scope", {"variables": [{"name": "v", "defaultValue": "two"}]})
    first.url.fill(f"{endpoints.origin}/ok?v={{{{v}}}}")
    second.url.fill(f"{endpoints.origin}/echo?v={{{{v}}}}")
    first.undo.click()
    first.url.should(value="")
    second.url.should(value=f"{endpoints.origin}/echo?v={{{{v}}}}")
    first.redo.click()
    first.send().should_pass()
    second.scope.region("Test").button(french("SendTestRequest")).click()
    page.eventually(lambda: heard(page, "hae-test", "second"), "the second was not tested")
    assert [received.query for received in endpoints.received] == ["v=one", "v=two"]
    assert len(heard(page, "hae-test", "first")) == 1
    assert (first.value["url"], second.value["url"]) == (f"{endpoints.origin}/ok?v={{{{v}}}}", f"{endpoints.origin}/echo?v={{{{v}}}}")
    colours = page.script(
        """
        return ["first", "second"].map(id => {
          const root = document.getElementById(id).shadowRoot;
          return getComputedStyle(root.querySelector("[part~=panel]")).backgroundColor;
        });
        """
    )
    assert colours[0] != colours[1], "one is light, one is dark"
    page.script("document.getElementById('first').remove()")
    second.url.fill("https://alone.example.test/")
    second.should_become(url="https://alone.example.test/")
    page.should_be_accessible("two elements")
