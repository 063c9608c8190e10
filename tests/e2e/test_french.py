"""French is complete: nothing is left untranslated, in any state."""

from __future__ import annotations

import pytest

import texts
from panel import Panel, open_bare
from standalone import Standalone
from test_accessible import FILLED, SCOPE, WRONG


def nothing_in_english(page, state: str) -> None:
    """Fails with every text seen that has a French form and is not in it."""
    left = texts.left_in_english(page.texts())
    assert not left, f"{state}: " + ", ".join(left)


def test_the_panel(page, endpoints):
    """English and French, switchable at once, nothing left untranslated: the panel in its states."""
    panel = open_bare(page, scope=SCOPE, value={**FILLED, "url": f"{endpoints.origin}/unavailable"})
    panel.open_section("Conditions")
    panel.open_section("Additional options")
    panel.send().should_fail()
    page.script("document.getElementById('editor').locale = 'fr'")
    panel.scope.textbox("URL").should(language="fr")
    panel.scope.button(texts.french("SendTestRequest")).should_exist()
    nothing_in_english(page, "after a test")
    panel.scope.button(texts.french("InsertIntoUrl")).click()
    panel.scope.get("dialog", texts.french("PickerTitle")).should_exist()
    nothing_in_english(page, "picker open")
    panel.scope.get("dialog").button(texts.french("PickerClose")).click()
    panel.set("value", WRONG)
    panel.call("save")
    panel.scope.get("list", texts.french("Problems")).should_exist()
    nothing_in_english(page, "errors")
    panel.set("value", {"method": "TRACE"})
    panel.scope.get("alert").should_exist()
    nothing_in_english(page, "refused")
    panel.set("value", {"version": 99})
    panel.scope.textbox("URL").should_exist()
    nothing_in_english(page, "newer")


def test_the_page(page):
    """The standalone page in French: its list, its notices, its dialogs, its title."""
    standalone = Standalone(page).open()
    standalone.choose_language("Français")
    panel = Panel(page)
    panel.scope.button(texts.french("SendTestRequest")).should_exist()
    nothing_in_english_but_names(page, "first opening")
    for key, title in (("PageScope", "PageScope"), ("PageImport", "PageImportTitle"), ("PageExportAll", "PageExportTitle")):
        page.button(texts.french(key)).click()
        page.get("dialog", texts.french(title)).should_exist()
        nothing_in_english_but_names(page, title)
        page.get("dialog", texts.french(title)).button(texts.french("PageClose")).click()
    page.button(texts.french("PageDelete")).click()
    page.button(texts.french("PageUndoDelete")).should_exist()
    nothing_in_english_but_names(page, "after a deletion")
    assert page.driver.title == texts.french("PageTitle")
    assert page.script("return document.documentElement.lang") == "fr"


def nothing_in_english_but_names(page, state: str) -> None:
    """As above; the sample actions keep the names that they were made with, and each language is named in itself."""
    names = {texts.table("en")[key] for key in ("PageSampleGood", "PageSampleBad")}
    seen = [text for text in page.texts() if not any(name in text for name in names)]
    left = texts.left_in_english(seen)
    assert not left, f"{state}: " + ", ".join(left)


@pytest.mark.parametrize("key", ["Headers", "Body", "ContentType", "Save"])
def test_the_words_of_the_product_are_kept(key):
    """Where the product's own French words are known, they are used."""
    words = {"Headers": "En-têtes", "Body": "Corps", "ContentType": "Type de contenu", "Save": "Enregistrer"}
    assert texts.french(key) == words[key]


def test_english_is_found():
    """The search for English finds it, with and without parameters, and nothing else."""
    assert texts.left_in_english(["Body", "Header 12 name", "3 problems"])
    assert not texts.left_in_english([texts.french("Body"), "URL", "https://api.example.test/Body", "12"])
