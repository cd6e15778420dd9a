"""Whole records for the properties: wild ones that hold anything, and realistic ones that stay near a case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from screening.rules.answers import Answers
from screening.rules.facts import COUNTIES, FACTS, NONE, UNKNOWN_VALUES, Fact, Kind
from screening.rules.partial_date import add_months
from screening.rules.record import parse_answers
from tests.rules.ask import AS_OF, Given
from tests.rules.case_files import CASES


# Keys whose absence and whose "not sure" differ: (a)(2) and (a)(3) are raised only by an answer.
GROUNDS = ("innocence_evidence", "race_bias")

# Days on which a reading turns.
LIMITS = [
    *(date(year, 1, 1) for year in (1978, 1997, 2016, 2017, 2018, 2021, 2022, 2026)),
    date(2011, 7, 14),
    date(2014, 11, 5),
    date(2016, 11, 9),
    *(add_months(AS_OF, -months) for months in (0, 6, 12, 24)),
    *(AS_OF - timedelta(days=days) for days in (30, 60)),
]

_EDGES = sorted({limit + timedelta(days=days) for limit in LIMITS for days in (-1, 0, 1)})
_DAYS = st.sampled_from(_EDGES) | st.dates(date(1970, 1, 1), date(2030, 12, 31))
_DATES = st.builds(lambda day, length: day.isoformat()[:length], _DAYS, st.sampled_from([4, 7, 10, 10]))

as_of_days = st.sampled_from([AS_OF, *_EDGES])


def _several(fact: Fact) -> st.SearchStrategy[list[str]]:
    chosen = st.lists(st.sampled_from(fact.values), min_size=1, max_size=3, unique=True)
    return chosen | st.sampled_from([[NONE], *([value] for value in UNKNOWN_VALUES)])


def answer_to(key: str) -> st.SearchStrategy[Any]:
    """Any answer that the key takes, as JSON gives it."""
    fact = FACTS[key]
    if fact.kind is Kind.SEVERAL:
        return _several(fact)
    if fact.kind is Kind.DATE:
        return _DATES | st.sampled_from(UNKNOWN_VALUES)
    if fact.kind is Kind.COUNTY:
        return st.sampled_from([*COUNTIES[:3], *UNKNOWN_VALUES])
    if fact.kind is Kind.TEXT:
        return st.sampled_from(["HS 11350(a)", "PC 459", *UNKNOWN_VALUES])
    return st.sampled_from(fact.all_values)


_ANY = {key: answer_to(key) for key in FACTS}

# Where most people stand: it keeps a record from being ruled out by its first answers.
_USUAL = st.fixed_dictionaries(
    {
        "citizenship": st.sampled_from(["noncitizen", "unsure"]),
        "court": st.sampled_from(["california", "california", "unsure"]),
        "juvenile": st.just("no"),
        "custody_in_case": st.sampled_from(["finished", "finished", "probation", "unsure"]),
    }
)

# Answers that belong together, by what happened.
_STORIES: tuple[Given, ...] = (
    {"disposition": "guilty_plea", "program": "none"},
    {"disposition": "no_contest_plea", "program": "prop36", "program_completed": "yes"},
    {"disposition": "trial", "program": "none"},
    {"disposition": "no_plea_diversion", "program": "pretrial_diversion"},
    {"disposition": "guilty_plea", "program": "pc1000_deferred_entry", "program_start_date": "2003"},
    {"disposition": "dismissed_without_plea", "program": "pc1000_deferred_entry"},
    {"disposition": "unsure", "program": "unsure"},
    *(case.given for case in CASES),
)


@st.composite
def _near_a_story(draw: st.DrawFn) -> Given:
    changed = draw(st.lists(st.sampled_from(list(FACTS)), max_size=12, unique=True))
    return {
        **draw(_USUAL),
        **draw(st.sampled_from(_STORIES)),
        **{key: draw(_ANY[key]) for key in changed},
    }


wild = st.fixed_dictionaries({}, optional=_ANY)
realistic = _near_a_story()
given_answers: st.SearchStrategy[Given] = realistic | wild
records: st.SearchStrategy[Answers] = given_answers.map(parse_answers)
