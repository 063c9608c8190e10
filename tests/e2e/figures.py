"""Figures with a budget: collected during the run, printed at its end, failing the test that is over its limit.

A timing is a ratio or difference between two things measured by turns in one run (medians of 11), and fails only when a second
measurement fails too: a machine of tests is noisy, its budgets are not.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

ROUNDS = 11

# Budgets that are not met yet, by how the figure's name begins, and the limit that holds until they are: the figure is printed as
# OVER, and fails above the limit. Limits leave room for a machine that is busy; they only go down, and go when the budget is met.
LIMITS = {
    "downloaded until Send": 208,
    "navigation to a usable Send": 6,
    "a keystroke in": 60,
    "opening the picker": 40,
    "a filter keystroke": 40,
}


@dataclass
class Figure:
    """One measured figure; without a budget it is only printed."""

    name: str
    engine: str
    value: float
    budget: float | None
    unit: str
    told: str = ""

    @property
    def kept(self) -> bool:
        return self.budget is None or self.value <= self.budget

    @property
    def limit(self) -> float | None:
        """What fails the run: the budget, or the limit of one that is not met yet."""
        if self.budget is None:
            return None
        return next((limit for start, limit in LIMITS.items() if self.name.startswith(start)), self.budget)

    def line(self) -> str:
        sign = "    " if self.budget is None else "ok  " if self.kept else "OVER"
        budget = "no budget" if self.budget is None else f"budget {self.budget:g}"
        if self.limit != self.budget:
            budget += f", limit for now {self.limit:g}"
        return f"{sign} {self.name} [{self.engine}]: {self.value:.2f} {self.unit} ({budget}){' ' + self.told if self.told else ''}"


class Figures:
    """Collects the figures of all workers in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def record(self, figure: Figure) -> None:
        """Keeps a figure for the summary; fails the test when it is over its budget."""
        with open(self._path, "a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(figure)) + os.linesep)
        assert figure.limit is None or figure.value <= figure.limit, figure.line()

    def all(self) -> list[Figure]:
        """The figures so far."""
        if not self._path.exists():
            return []
        return [Figure(**json.loads(line)) for line in self._path.read_text(encoding="utf-8").splitlines()]

    def measure(self, name: str, engine: str, budget: float | None, unit: str, once: Callable[[], tuple[float, str]]) -> None:
        """Measures, and once more if over; the better of the two counts."""
        value, told = once()
        if budget is not None and value > budget:
            again, told_again = once()
            if again < value:
                value, told = again, f"{told_again} (second measurement)"
        self.record(Figure(name, engine, value, budget, unit, told))


def interleaved(first: Callable[[], float], second: Callable[[], float], rounds: int = ROUNDS) -> tuple[float, float]:
    """The medians of two measurements taken by turns, after one of each that does not count."""
    first(), second()
    pairs = [(first(), second()) for _ in range(rounds)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)
