"""Waiting for what a person would see, instead of sleeping.

What belongs here: polling with a limit. The limit is generous, since only a failing test ever waits that long.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    JavascriptException,
    NoSuchElementException,
    StaleElementReferenceException,
)

T = TypeVar("T")
LIMIT_SECONDS = 10.0
PAUSE_SECONDS = 0.04
# A page that is being drawn anew takes elements away between two commands: look again.
PASSING = (
    AssertionError,
    ElementClickInterceptedException,
    ElementNotInteractableException,
    JavascriptException,
    NoSuchElementException,
    StaleElementReferenceException,
)


def until(look: Callable[[], T], what: str | Callable[[], str], seconds: float = LIMIT_SECONDS) -> T:
    """Calls `look` until it gives something true, and gives that; fails with `what` and with what was seen last."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            seen = look()
            if seen:
                return seen
            last = f"last seen: {seen!r}"
        except PASSING as error:
            last = str(error).partition("\n")[0] or type(error).__name__
        if time.monotonic() > deadline:
            described = what if isinstance(what, str) else what()
            raise AssertionError(f"waited {seconds:g} s: {described}\n{last}")
        time.sleep(PAUSE_SECONDS)
