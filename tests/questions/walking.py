"""Walks through the questionnaire without the web: real ones from a record, and random ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from screening.questions.page import Page
from screening.questions.route import PAGES, reachable
from screening.questions.steering import fact_of, steered
from screening.rules.answers import Value
from screening.rules.facts import COUNTIES, NONE, UNSURE, Kind
from screening.rules.partial_date import PartialDate


# Days on both sides of what the law and the flags turn on, as of 2026-11-24, and dates known only in part.
DAYS = tuple(map(PartialDate.parse, (
    "1976", "1977-12-31", "1978-01-01", "1996-12-31", "1997-01-01", "1998", "2003-07", "2011-07-13", "2014",
    "2016-11-08", "2016-12", "2017-12-31", "2018-01-01", "2021", "2024-11", "2025-11-23", "2025-11-24", "2025",
    "2026-01-01", "2026-05-23", "2026-09-25", "2026-10-25", "2026-11", "2026", "2027-03",
)))  # fmt: skip


def asked_about(record: Mapping[str, Value]) -> dict[str, Value]:
    """A record as a person would answer it: what it does not hold is "I am not sure"."""
    answers: dict[str, Value] = {key: unsure(key) for page in PAGES for key in page.keys}
    return {**answers, **record, **steered(record)}


def unsure(key: str) -> Value:
    """ "I am not sure" in the shape of the key."""
    return (UNSURE,) if fact_of(key).kind is Kind.SEVERAL else UNSURE


def case_pages(record: Mapping[str, Value]) -> tuple[Page, ...]:
    """The pages of one case that this person is asked, the *You* pages not counted."""
    return tuple(page for page in reachable(asked_about(record), first_case=True) if not page.you)


# Most walks stay where the long way is: a California court, an adult.
_LIKELY = {"court": "california", "juvenile": "no"}


def any_value(key: str, random: Random) -> Value:
    """One of everything that the page would take, the unknown answers among them."""
    if key in _LIKELY and random.random() < 0.6:
        return _LIKELY[key]
    if random.random() < 0.15:
        return unsure(key)
    return random.choice(_choices(key, random))


def _choices(key: str, random: Random) -> Sequence[Value]:
    fact = fact_of(key)
    if fact.kind is Kind.SEVERAL:
        return [(NONE,), tuple(sorted(random.sample(fact.values, random.randint(1, 2))))]
    choices: dict[Kind, Sequence[Value]] = {
        Kind.DATE: DAYS,
        Kind.COUNTY: COUNTIES,
        Kind.TEXT: ["HS 11350(a)"],
        Kind.ONE: fact.values,
    }
    return choices[fact.kind]
