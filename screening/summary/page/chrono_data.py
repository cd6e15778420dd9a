"""What a chronology is made of: plain data, no drawing. `chronology.py` builds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """How closely an event is known: a day, a month, a span of days, a run with two ends, or not at all."""

    DAY = "day"
    MONTH = "month"
    SPAN = "span"
    RUN = "run"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Event:
    """Something that happened or is to come. `words` is the date as it was given, `told` who said it.

    `first` and `last` are its first and last possible day, of a run those of its start, and `ends` those of
    its end. Only an unknown event may lack one: then nothing bounds it on that side.
    """

    keys: tuple[str, ...]
    label: str
    words: str
    kind: EventKind
    first: date | None
    last: date | None
    ends: tuple[date, date] | None = None
    told: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days that its drawing reaches; none where its date is not known."""
        if self.kind is EventKind.UNKNOWN:
            return ()
        return tuple(day for day in (self.first, self.last, *(self.ends or ())) if day is not None)

    @property
    def sentence(self) -> str:
        """For whoever cannot see the drawing."""
        return f"{self.label}: {self.words}."


@dataclass(frozen=True)
class LawDay:
    """The first day of a law that the case may turn on."""

    day: date
    label: str
    words: str


@dataclass(frozen=True)
class Gap:
    """A time without a known step, from a day known more or less closely to the as-of day.

    `least` and `most` are whole months, rounded down; `law` says which question turns on it.
    """

    remedy: str
    label: str
    first: date
    last: date
    end: date
    least: int
    most: int
    words: str
    law: str

    @property
    def sentence(self) -> str:
        """For whoever cannot see the drawing."""
        return f"{self.label}: {self.words}."


@dataclass(frozen=True)
class ChronologyRow:
    """A line of the table: event, date as given, who said it and how sure. `keys` are the answers behind."""

    event: str
    given: str
    told: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chronology:
    """The dates of one case on one day. `reasons` and `steps` are those given for a delay, in words."""

    as_of: date
    as_of_words: str
    events: tuple[Event, ...]
    laws: tuple[LawDay, ...]
    gaps: tuple[Gap, ...]
    rows: tuple[ChronologyRow, ...]
    reasons: str
    steps: str

    @property
    def dated(self) -> tuple[Event, ...]:
        """The events that a date is known of."""
        return tuple(event for event in self.events if event.kind is not EventKind.UNKNOWN)

    @property
    def law_days(self) -> str:
        """The dotted lines in words."""
        return "; ".join(f"{law.label}, {law.words}" for law in self.laws)
