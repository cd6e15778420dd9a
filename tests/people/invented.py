"""Eight people who do not exist, as their answers: for the way through the questions and for what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from screening.rules.answers import Value
from screening.rules.record import parse_answers
from tests.questions.walking import asked_about


@dataclass(frozen=True)
class Person:
    """Their cases, each with the answers about the person; what is not told is "I am not sure"."""

    name: str
    cases: tuple[Mapping[str, Value], ...]

    @property
    def told(self) -> tuple[dict[str, Value], ...]:
        """As they would answer the form."""
        return tuple(asked_about(case) for case in self.cases)


def _person(name: str, you: Mapping[str, Any], *cases: Mapping[str, Any]) -> Person:
    return Person(name, tuple(dict(parse_answers({**you, **case}).values) for case in cases))


_NONCITIZEN = {"answered_by": "self", "citizenship": "noncitizen", "upcoming": ["none"]}
_PLEA = {
    "court": "california",
    "juvenile": "no",
    "said_guilty": "yes",
    "disposition": "guilty_plea",
    "offense_level": "felony",
    "counts": "one",
}
_DEFERRED = {
    **_PLEA,
    "county": "Fresno",
    "disposition_date": "2004-03",
    "offense_kind": ["drug_possession"],
    "offense_code": "HS 11350(a)",
    "program": "pc1000_deferred_entry",
    "program_plea": "guilty",
    "program_start_date": "2004-03-15",
    "program_completed": "yes",
    "program_dismissed": "yes",
    "court_file": "not_checked",
    "custody_in_case": "finished",
    "sentence_imposed": "no_jail",
}
_PLAIN = {
    **_PLEA,
    "county": "Kern",
    "disposition_date": "2009-05-11",
    "offense_kind": ["theft_or_fraud"],
    "program": "none",
    "custody_in_case": "finished",
    "sentence_imposed": "up_to_180_days",
    "lawyer_kind": "public_defender",
    "lawyer_advice": "said_nothing",
    "understanding": "did_not_know",
    "would_have_done": "different_plea",
    "ties": ["us_family", "work_or_school"],
}

PEOPLE = (
    _person(
        "a completed DEJ with a denial",
        {**_NONCITIZEN, "immigration_events": ["benefit_denied"]},
        {**_DEFERRED, "harm_named_case": "yes", "first_notice_date": "2026-11-02"},
    ),
    _person(
        "a hearing in 12 days",
        {
            **_NONCITIZEN,
            "upcoming": ["immigration_court"],
            "immigration_court_date": "2026-12-06",
            "immigration_events": ["in_removal_proceedings"],
        },
        {**_PLAIN, "harm_named_case": "yes", "first_notice_date": "2026-08"},
    ),
    _person("two cases", {**_NONCITIZEN, "other_cases": "yes"}, _PLAIN, _DEFERRED),
    _person(
        "a daughter for her deported father",
        {
            **_NONCITIZEN,
            "answered_by": "family",
            "immigration_events": ["removal_order", "removed"],
        },
        {**_PLAIN, "removal_order_named_case": "yes", "removal_order_final_date": "2019"},
    ),
    _person("detention", {**_NONCITIZEN, "immigration_events": ["detained"]}, _PLAIN),
    _person("all not sure", {}, {}),
    _person("federal", _NONCITIZEN, {**_PLEA, "court": "federal", "program": "none"}),
    _person("juvenile", _NONCITIZEN, {**_PLEA, "juvenile": "yes", "county": "Kings", "program": "none"}),
)
