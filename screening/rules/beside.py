"""What a remedy says of itself beside its readings: the days of its law, the form and papers of the attorney.

None of it decides an outcome, and none of it moves the rules version.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from screening.rules.answers import Answers
from screening.rules.authorities import Mark, Point
from screening.rules.condition import Condition
from screening.rules.day import Start
from screening.rules.text import Text


@dataclass(frozen=True)
class Reach:
    """A `case` that a law reaches only from the day of a change, in words for a day after, before and of it."""

    case: Condition
    since: Text
    not_yet: Text
    begins: Text


@dataclass(frozen=True)
class LawChange:
    """One change. `day` is the first day of the new law, `statutes` are ids of remedies or authorities.

    The mark is the weakest of the parts that are printed, so a chapter from memory marks the whole line.
    A change with a `label` is drawn into a chronology, where `when` holds of the case.
    """

    day: date
    law: str
    says: Text
    mark: Mark
    statutes: tuple[str, ...] = ()
    label: str = ""
    when: Condition | None = None
    reaches: Reach | None = None


@dataclass(frozen=True)
class Gap:
    """The time that an element counts up to the as-of day: from what day, and what that day is called by its key.

    `points` ask for it.
    """

    start: Callable[[Answers], Start | None]
    names: tuple[tuple[str, str], ...]
    points: tuple[Point, ...]


# A label of a form with the key that answers it; without a key it is never asked here.
Asked = tuple[str, str]


@dataclass(frozen=True)
class FormPart:
    """Facts that stand together on a form, but in a case of which `unless` holds."""

    title: str
    asked: tuple[Asked, ...]
    unless: Condition | None = None


@dataclass(frozen=True)
class Form:
    """A form of the court. It opens with `opening`; `parts` stand in its order, as far as a law asks for them.

    `boxes` are the attorney's to tick, behind their title. The mark says how closely its content was seen; no item number is printed.
    """

    number: str
    title: str
    mark: Mark
    opening: tuple[FormPart, ...]
    parts: tuple[FormPart, ...] = ()
    boxes: tuple[str, tuple[str, ...]] = ("", ())

    def place(self, part: FormPart) -> int:
        """Where a part stands on it; one that it does not name stands last."""
        return self.parts.index(part) if part in self.parts else len(self.parts)


# A heading of a declaration with the questions whose ticks stand under it.
Heading = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Afterwards:
    """A note for the attorney, with its authorities. When it is called for is not a question of the law."""

    id: str
    title: Text
    says: Text
    points: tuple[Point, ...]
