"""One weight: a reason for or against an element, and how rows of them are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from screening.rules.authorities import Point, points
from screening.rules.condition import Condition, holds
from screening.rules.text import Text, in_english


@dataclass(frozen=True)
class Weight:
    """One reason for or against an element. `says` is a line for the attorney, at most twelve words."""

    remedies: tuple[str, ...]
    element: str
    strengthens: bool
    when: Condition
    says: Text
    points: tuple[Point, ...]


@dataclass(frozen=True)
class At:
    """Where the rows that follow stand: one element of one or more remedies."""

    remedies: tuple[str, ...]
    element: str

    def plus(self, when: Condition, says: str, *named: str) -> Weight:
        """A row that strengthens."""
        return Weight(self.remedies, self.element, True, when, in_english(says), points(*named))

    def minus(self, when: Condition, says: str, *named: str) -> Weight:
        """A row that weakens."""
        return Weight(self.remedies, self.element, False, when, in_english(says), points(*named))


A1, A2, A3, B, C = ("pc1473_7_a1",), ("pc1473_7_a2",), ("pc1473_7_a3",), ("pc1016_5",), ("pc1203_43",)


def one_by_one(
    at: At, key: str, said: dict[str, tuple[str, tuple[str, ...]]], beside: Condition | None = None
) -> Iterator[Weight]:
    """A row that strengthens for each value of a key that takes several."""
    for value, (says, named) in said.items():
        when = holds(key, value)
        yield at.plus(when if beside is None else when & beside, says, *named)
