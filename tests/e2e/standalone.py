"""The standalone page in the words of a person who uses it."""

from __future__ import annotations

import re

from locators import Locator, Scope
from page import Page
from panel import Panel

UNSAVED = "Unsaved changes"
SAVED = "Saved in this browser"


class Standalone:
    """The page with its list of actions and the panel of the open one."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.panel = Panel(page)
        self.list: Scope = page.get("navigation", "Actions")
        self.tools = page.get("group", "This action")

    def open(self) -> Standalone:
        """Opens the page and waits until it can be used."""
        self.page.open()
        self.panel.ready()
        return self

    def reload(self) -> Standalone:
        self.page.reload()
        self.panel.ready()
        return self

    def action(self, name: str) -> Locator:
        """An action in the list, by how its name begins."""
        return self.list.button(re.compile("^" + re.escape(name)))

    def names(self) -> list[str]:
        """What the list shows of its actions."""
        return [item["text"].strip() for item in self.list.all("listitem")]

    def new_action(self) -> Panel:
        """Makes a new action and opens it."""
        before = len(self.names())
        self.list.button("New action").click()
        self.page.eventually(lambda: len(self.names()) == before + 1, "no new action in the list")
        self.panel.url.should(value="")
        return self.panel

    def save(self) -> None:
        """Saves the open action, once what was edited last is shown everywhere."""
        self.page.rest()
        self.panel.save.click()
        self.tools.should(text=re.compile(SAVED))

    def should_have_kept(self, state: str = UNSAVED) -> None:
        """Waits until the page says that it has the edits."""
        self.tools.should(text=re.compile(state))

    def add_variable(self, name: str, value: str) -> None:
        """Adds a variable to the scope."""
        self.page.button("Variables and devices").click()
        dialog = self.page.get("dialog", "Variables and devices")
        dialog.should_exist()
        number = len(dialog.names("textbox", re.compile(r"^Variable \d+ name$"))) + 1
        dialog.button("Add variable").click()
        dialog.textbox(f"Variable {number} name").fill(name)
        dialog.textbox(f"Variable {number} default value").fill(value)
        dialog.button("Close").click()
        dialog.should_be_gone()

    def import_text(self, text: str) -> Scope:
        """Imports from a pasted text; gives the dialog, which is gone after a success."""
        self.list.button("Import").click()
        dialog = self.page.get("dialog", "Import actions")
        dialog.textbox("JSON text").fill(text)
        dialog.button("Import").click()
        return dialog

    def exported(self, button: Locator) -> str:
        """The text that an export shows."""
        button.click()
        dialog = self.page.get("dialog", "Export as JSON")
        text = dialog.textbox("JSON").value
        dialog.button("Close").click()
        dialog.should_be_gone()
        return text

    def choose_language(self, name: str) -> None:
        """Switches the page's language; `name` as the language calls itself."""
        self.page.combobox(re.compile("^(Language|Langue)$")).choose(name)
