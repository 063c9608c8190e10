"""The product's own texts, as its sources hold them: for tests in French, and for "nothing is left untranslated"."""

from __future__ import annotations

import re
from functools import cache

from servers import HERE

FOLDER = HERE.parent.parent / "src" / "texts"


@cache
def table(tag: str) -> dict[str, str]:
    """Key → text of one language."""
    lines = (FOLDER / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" = ", 1) for line in lines if " = " in line and not line.startswith("#")]
    return {key.strip(): text for key, text in pairs}


def french(key: str, **parameters: object) -> str:
    """A French text, with its parameters filled in."""
    text = table("fr")[key]
    for name, value in parameters.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def _pattern(text: str) -> re.Pattern[str]:
    """Fits a text whatever its parameters are."""
    parts = [re.escape(part) for part in re.split(r"\{\w+\}", text)]
    return re.compile("^" + ".*".join(parts) + "$", re.DOTALL)


def left_in_english(seen: list[str]) -> list[str]:
    """Those of the texts seen that are English and have another French form."""
    french_forms = {form for text in table("fr").values() for form in text.split("|")}
    patterns = []
    for key, text in table("en").items():
        if table("fr").get(key) == text:
            continue
        for form in text.split("|"):
            letters = re.sub(r"\{\w+\}|\W", "", form)
            # A form that is all parameters fits everything.
            if form not in french_forms and len(letters) > 1:
                patterns.append((key, _pattern(form)))
    return [f"{text!r} ({key})" for text in seen for key, pattern in patterns if pattern.match(text)]
