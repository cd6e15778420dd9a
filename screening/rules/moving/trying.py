"""What answers to try for a key that stands open: every value, and for a date a day on each side of a limit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from screening.rules.answer import Answer
from screening.rules.answers import Answers, Value
from screening.rules.condition import Condition
from screening.rules.element import Element
from screening.rules.facts import FACTS, NONE, NOT_LOOKED, Kind
from screening.rules.partial_date import PartialDate, add_months


Known = tuple[tuple[str, Value], ...]


def known_answers(keys: Iterable[str], answers: Answers) -> Known:
    """What is known of these keys, to be looked up by: many records of one file know the same."""
    return tuple((key, answers.values[key]) for key in keys if answers.knows(key))


def values_to_try(key: str, elements: Iterable[Element], answers: Answers, as_of: date) -> tuple[Value, ...]:
    """The answers to this key that the elements could read differently, one of each."""
    reading = [element for element in elements if key in element.keys]
    if FACTS[key].kind is Kind.DATE:
        days = [day for element in reading for day in _days(key, element, answers, as_of)]
        return tuple(dict.fromkeys(days))
    return _told_apart(key, tuple(atom for element in reading for atom in element.atoms if key in atom.keys))


@lru_cache(maxsize=1024)
def _told_apart(key: str, atoms: tuple[Condition, ...]) -> tuple[Value, ...]:
    """Two values that every condition answers alike lead to the same: the first of them is tried."""
    if any(len(atom.keys) > 1 for atom in atoms):
        return every_value(key)
    told_apart: dict[tuple[Answer, ...], Value] = {}
    for value in every_value(key):
        alone = Answers({key: value})
        told_apart.setdefault(tuple(atom.test(alone, date.max) for atom in atoms), value)
    return tuple(told_apart.values())


def every_value(key: str) -> tuple[Value, ...]:
    """All answers to a choice that say something."""
    fact = FACTS[key]
    if fact.kind is Kind.SEVERAL:
        return (*((value,) for value in fact.values), (NONE,))
    return tuple(value for value in fact.values if value not in NOT_LOOKED)


def _days(key: str, element: Element, answers: Answers, as_of: date) -> tuple[Value, ...]:
    """A day on each side of every limit, and of every other date that the element reads."""
    limits = {limit if isinstance(limit, date) else add_months(as_of, -limit) for limit in element.limits}
    for other in element.keys:
        given = answers.day(other)
        if given is not None and other != key:
            limits |= {given.earliest, given.latest}
    day, given = timedelta(days=1), answers.day(key)
    tried = sorted({near for limit in limits for near in (limit - day, limit, limit + day)})
    return tuple(
        PartialDate.on(near) for near in tried if given is None or given.earliest <= near <= given.latest
    )
