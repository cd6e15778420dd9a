"""What answers to try for a key that stands open: every value, and for a date a day on each side of a limit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from screening.rules.answer import Answer
from screening.rules.answers import Answers, Value
from screening.rules.condition import Condition, Dated, EarlierThan, operations
from screening.rules.day import Day, Fixed
from screening.rules.element import Element
from screening.rules.facts import FACTS, NONE, NOT_LOOKED, Kind
from screening.rules.partial_date import PartialDate, add_months


_DAY = timedelta(days=1)

# Many records of one file leave the same things open, and remedies share elements.
remembered = lru_cache(maxsize=4096)

Known = tuple[tuple[str, Value], ...]


def known_answers(keys: Iterable[str], answers: Answers) -> Known:
    """What is known of these keys, to be looked up by: many records of one file know the same."""
    return tuple((key, answers.values[key]) for key in keys if answers.knows(key))


def values_to_try(key: str, elements: Iterable[Element], answers: Answers, as_of: date) -> tuple[Value, ...]:
    """The answers to this key that the elements could read differently, one of each."""
    reading = tuple(element for element in elements if key in element.keys)
    return _days(key, reading, answers, as_of) if FACTS[key].kind is Kind.DATE else _told_apart(key, reading)


@remembered
def _told_apart(key: str, elements: tuple[Element, ...]) -> tuple[Value, ...]:
    """Two values that every condition answers alike lead to the same: the first of them is tried."""
    asked = [part for part in _parts(key, elements) if isinstance(part, Condition)]
    told_apart: dict[tuple[Answer, ...], Value] = {}
    for value in every_value(key):
        alone = Answers({key: value})
        told_apart.setdefault(tuple(part.test(alone, date.max) for part in asked), value)
    return tuple(told_apart.values())


def _parts(key: str, elements: tuple[Element, ...]) -> tuple[Condition | Day, ...]:
    """What the elements ask of the answer, down to the operations inside a day."""
    atoms = (atom for element in elements for atom in element.atoms if key in atom.keys)
    return tuple(dict.fromkeys(part for atom in atoms for part in operations(atom)))


def every_value(key: str) -> tuple[Value, ...]:
    """All answers to a choice that say something."""
    fact = FACTS[key]
    if fact.kind is Kind.SEVERAL:
        return (*((value,) for value in fact.values), (NONE,))
    return tuple(value for value in fact.values if value not in NOT_LOOKED)


def _days(key: str, elements: tuple[Element, ...], answers: Answers, as_of: date) -> tuple[Value, ...]:
    """A day on each side of every limit, and of every other day that was given and that it is compared with."""
    limits, others = _compared(key, elements, as_of)
    given = (day for day in map(answers.day, others) if day is not None)
    limits |= {limit for day in given for limit in (day.earliest, day.latest)}
    span = answers.day(key)
    tried = sorted({near for limit in limits or {as_of} for near in (limit - _DAY, limit + _DAY)})
    # The newest and then the oldest decide most.
    return tuple(
        PartialDate.on(near)
        for near in (*tried[-1:], *tried[:-1])
        if span is None or span.earliest <= near <= span.latest
    )


@remembered
def _compared(key: str, elements: tuple[Element, ...], as_of: date) -> tuple[frozenset[date], frozenset[str]]:
    """The days of the law that the answer is compared with, and the other answers."""
    parts = _parts(key, elements)
    limits = {
        part.limit if isinstance(part, Dated) else part.day
        for part in parts
        if isinstance(part, (Dated, Fixed))
    }
    others = (part.keys for part in parts if isinstance(part, EarlierThan))
    return (
        frozenset(limit if isinstance(limit, date) else add_months(as_of, -limit) for limit in limits),
        frozenset(other for keys in others for other in keys if other != key),
    )
