"""The days that conditions compare: an answer, a day of the law, the first known or the later of several."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from screening.rules.answers import Answers
from screening.rules.partial_date import PartialDate, later_of


@dataclass(frozen=True)
class Start:
    """A day with the key of the answer that set it, empty where the law's own day did."""

    day: PartialDate
    key: str


class Day(ABC):
    """A day to compare. `says` names it in the `rules` command, `keys` are the facts that it reads."""

    @property
    @abstractmethod
    def says(self) -> str:
        """The day in words."""

    @property
    @abstractmethod
    def keys(self) -> tuple[str, ...]:
        """The facts that it reads."""

    @abstractmethod
    def start(self, answers: Answers, as_of: date) -> Start | None:
        """The day and the key that set it; None where it is not known."""

    def why(self, answers: Answers, _as_of: date) -> tuple[str, ...]:
        """The keys whose answers make it that day."""
        return tuple(key for key in self.keys if answers.knows(key))


@dataclass(frozen=True)
class Given(Day):
    """The answer to a question that asks for a day."""

    key: str

    @property
    def says(self) -> str:
        return self.key

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def start(self, answers: Answers, _as_of: date) -> Start | None:
        day = answers.day(self.key)
        return None if day is None else Start(day, self.key)


@dataclass(frozen=True)
class Fixed(Day):
    """A day of the law."""

    day: date

    @property
    def says(self) -> str:
        return self.day.isoformat()

    @property
    def keys(self) -> tuple[str, ...]:
        return ()

    def start(self, _answers: Answers, _as_of: date) -> Start | None:
        return Start(PartialDate.on(self.day), "")


@dataclass(frozen=True)
class FirstKnown(Day):
    """The first of these days that is known."""

    days: tuple[Day, ...]

    @property
    def says(self) -> str:
        return ", else ".join(day.says for day in self.days)

    @property
    def keys(self) -> tuple[str, ...]:
        return joined_keys(*self.days)

    def start(self, answers: Answers, as_of: date) -> Start | None:
        starts = (day.start(answers, as_of) for day in self.days)
        return next((start for start in starts if start is not None), None)

    def why(self, answers: Answers, as_of: date) -> tuple[str, ...]:
        return next((why for day in self.days if (why := day.why(answers, as_of))), ())


@dataclass(frozen=True)
class Later(Day):
    """The later of two days, known where both are."""

    one: Day
    other: Day

    @property
    def says(self) -> str:
        return "the later of {} and {}".format(self.one.says, self.other.says)

    @property
    def keys(self) -> tuple[str, ...]:
        return joined_keys(self.one, self.other)

    def start(self, answers: Answers, as_of: date) -> Start | None:
        one, other = self.one.start(answers, as_of), self.other.start(answers, as_of)
        if one is None or other is None:
            return None
        day = later_of(one.day, other.day)
        return Start(day, one.key if day.text == one.day.text else other.key)


@dataclass(frozen=True)
class NamedDay(Day):
    """A day under a name of its own, which the `rules` command explains once."""

    name: str
    day: Day

    @property
    def says(self) -> str:
        return self.name

    @property
    def keys(self) -> tuple[str, ...]:
        return self.day.keys

    def start(self, answers: Answers, as_of: date) -> Start | None:
        return self.day.start(answers, as_of)

    def why(self, answers: Answers, as_of: date) -> tuple[str, ...]:
        return self.day.why(answers, as_of)


def day_of(day: str | Day) -> Day:
    """A key as the day that it asks for."""
    return Given(day) if isinstance(day, str) else day


def first_known(*days: str | Day) -> Day:
    """The first of these days that is known."""
    return FirstKnown(tuple(day_of(day) for day in days))


def joined_keys(*parts: Day) -> tuple[str, ...]:
    """What the parts read, each once."""
    return tuple(dict.fromkeys(key for part in parts for key in part.keys))
