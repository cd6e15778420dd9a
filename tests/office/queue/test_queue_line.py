"""What the queue's line says of a file: why it is urgent, what to look at first, what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from screening.interview.document import Document
from screening.office.file import line, line_words
from screening.office.file.casefile import CaseFile
from screening.office.file.line import CaseLine, Line
from screening.office.file.standing import Standing, standing
from screening.rules.flags.every import URGENT
from screening.rules.remedies import REMEDIES
from screening.rules.urgency import Level
from screening.summary.page.attorney_words import URGENT_NAME
from screening.summary.page.short_names import SHORT, closed_by
from tests.office.review.conftest import VIVAR, document_of
from tests.rules.ask import result


TODAY = date(2026, 11, 24)


def stands(*cases: dict[str, Any]) -> Standing:
    """Of these cases, the first holding what is said of the person."""
    return standing(CaseFile(document=document_of(*cases) if cases else Document()), TODAY)


def told(*cases: dict[str, Any]) -> Line:
    return stands(*cases).line


def when(given: dict[str, Any]) -> str:
    found = stands(given)
    return line_words.when_urgent(found.line, found.urgency, TODAY)


def missing(given: dict[str, Any]) -> str:
    return line_words.missing(told({**VIVAR, **given}).cases[0])


def test_every_urgent_flag_and_every_element_has_its_short_words() -> None:
    assert set(URGENT_NAME) == {flag.code for flag in URGENT}
    assert set(SHORT) == {element.id for remedy in REMEDIES for element in remedy.elements}


@pytest.mark.parametrize(
    ("given", "why", "day"),
    [
        ({"immigration_events": ["detained"]}, "Held by immigration", "no date"),
        (
            {
                "immigration_events": ["detained"],
                "upcoming": ["ice_check_in"],
                "ice_check_in_date": "2026-12-03",
            },
            "Held by immigration",
            "no date · ICE check-in Thu Dec 3, in 9 days",
        ),
        (
            {"prior_motion": "denied", "prior_motion_date": "2026-10-12"},
            "Motion denied",
            "denied Oct 12, 43 days ago",
        ),
        ({"prior_motion": "denied"}, "Motion denied", "no date"),
        ({"upcoming": ["travel"], "travel_date": "2026-12"}, "Trip abroad", "December 2026"),
        ({"upcoming": ["travel"], "travel_date": "2026-11-25"}, "Trip abroad", "Wed Nov 25, tomorrow"),
        (
            {"upcoming": ["travel"], "travel_date": "2027-09-01"},
            "Trip abroad",
            "Wed Sep 1, 2027, in 281 days",
        ),
        ({"steps_since": ["paid_consultant"]}, "Paid a consultant", ""),
        ({"immigration_events": ["none"]}, "Nothing urgent said", ""),
        ({"court": "california"}, "Nobody asked yet", ""),
    ],
)
def test_why_it_is_urgent_and_when(given: dict[str, Any], why: str, day: str) -> None:
    assert line_words.why_urgent(told(given)) == why
    assert when(given) == day


def test_the_level_and_the_day_come_from_all_cases() -> None:
    found = stands({"upcoming": ["travel"], "travel_date": "2026-12-03"}, {"open_warrant": "yes"})
    assert (found.urgency, found.urgent_on) == (Level.ACT_TODAY, date(2026, 12, 3))
    second = stands({"court": "california"}, {"open_warrant": "yes"})
    assert (second.urgency, second.urgent_on) == (Level.SOON, date.min)


def test_what_raises_nothing_sorts_nothing() -> None:
    found = stands({"travel_date": "2026-11-01"})
    assert (found.urgency, found.urgent_on) == (Level.NO_FLAG, date.min)


def test_nothing_but_who_answers_asks_for_the_short_call() -> None:
    for case in ({}, {"answered_by": "family"}):
        found = stands(case)
        assert line_words.missing(found.line.cases[0]).startswith("short call, about 1")
        assert found.missing == "call"


def test_what_was_asked_is_not_asked_again() -> None:
    assert missing({"custody_in_case": "unsure"}).startswith("1 paper: ")


def test_a_gate_that_was_never_asked_comes_before_all_papers() -> None:
    without = {key: value for key, value in VIVAR.items() if key != "juvenile"}
    found = told(without).cases[0]
    assert (found.missing, found.many, found.what) == (line.CALL, 1, "juvenile")
    assert line_words.missing(found) == "call: juvenile or adult court?"


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (CaseLine(1, "pc1016_5", (7, 7), (1, 4, 0), line.CALL, "court", 3), "call: 3 questions"),
        (CaseLine(1, "pc1016_5", (7, 7), (1, 4, 0), line.CALL, "citizenship", 1), "call: U.S. citizenship?"),
        (CaseLine(1, "pc1016_5", (7, 7), (1, 4, 0), line.PAPER, "court_docket", 1), "1 paper: docket"),
        (
            CaseLine(1, "pc1016_5", (7, 7), (1, 4, 0), line.ANALYSIS, "PC 496(a)"),
            "analysis: harm of PC 496(a)",
        ),
        (CaseLine(1, "pc1016_5", (7, 7), (1, 4, 0), line.ANALYSIS), "analysis: harm of the offense"),
        (CaseLine(1, "pc1016_5", (7, 7), (1, 4, 0), line.CONTESTED, "diligence"), "contested: diligence"),
        (CaseLine(1, "pc1016_5", (7, 7), (4, 4, 0), line.READY), "ready to decide"),
        (CaseLine(1, "", (0, 0), (0, 0, 0), line.NO_LAW), "no law of this list is open"),
    ],
)
def test_what_is_missing_in_words(case: CaseLine, says: str) -> None:
    assert line_words.missing(case).startswith(says)


def test_below_stand_the_other_laws_or_the_proof_or_what_ruled_them_out() -> None:
    first = CaseLine(1, "pc1016_5", (7, 7), (3, 4, 0), line.READY, also=("pc1473_7_a1",))
    alone = CaseLine(1, "pc1016_5", (7, 7), (3, 4, 1), line.READY)
    none = CaseLine(1, "", (0, 0), (0, 0, 0), line.NO_LAW, "“federal”")
    paper = CaseLine(2, "pc1473_7_a1", (5, 5), (3, 5, 0), line.PAPER, "court_docket", 1)
    assert line_words.below((first,)) == "also open: 1473.7(a)(1)"
    assert line_words.below((alone,)) == "proof 3/4, 1 for attorney"
    assert line_words.below((none,)) == "ruled out by “federal”"
    assert line_words.below((first, paper)) == "case B: 1473.7(a)(1), 1 paper"
    assert line_words.below((paper, none)) == "case A: no law of this list is open"


def test_no_law_is_left_where_another_court_sat() -> None:
    found = stands({**VIVAR, "court": "federal", "county": "unsure"})
    (case,) = found.line.cases
    assert (case.remedy, case.missing, case.what) == ("", line.NO_LAW, "“A federal court”")
    assert line_words.gates(case) == ""
    assert found.missing == ""
    assert found.to_do > stands({}).to_do


def test_the_case_of_which_most_is_said_comes_first() -> None:
    (first, second) = told({"court": "california"}, dict(VIVAR)).cases
    assert (first.number, second.number) == (2, 1)


CLOSED = [
    ("pc1473_7_a1", {"citizenship": "us_citizen_born"}, "U.S. citizen"),
    ("pc1473_7_a1", {"court": "other_state"}, "A court in another state"),
    ("pc1473_7_a1", {"juvenile": "yes"}, "juvenile court"),
    ("pc1473_7_a1", {"disposition": "dismissed_without_plea"}, "dismissed without a plea"),
    (
        "pc1473_7_a1",
        {"disposition": "no_plea_diversion", "admitted_facts": "no"},
        "never admitted the facts",
    ),
    ("pc1016_5", {"disposition": "trial"}, "found guilty at trial"),
    ("pc1016_5", {"disposition": "dismissed_without_plea"}, "no plea"),
    ("pc1016_5", {"offense_level": "infraction"}, "an infraction"),
    ("pc1016_5", {"disposition": "guilty_plea", "disposition_date": "1970"}, "plea before 1978"),
    ("pc1203_43", {"program": "none"}, "no program"),
    ("pc1203_43", {"program": "sentence_deferral", "offense_kind": ["theft_or_fraud"]}, ""),
    ("pc1203_43", {"program": "pc1000_deferred_entry", "program_completed": "no"}, "did not finish"),
    ("pc1473_7_a1", {}, None),
]


@pytest.mark.parametrize(("remedy", "given", "words"), CLOSED)
def test_the_answer_that_closed_a_gate(remedy: str, given: dict[str, Any], words: str | None) -> None:
    found = result(**given)
    said = closed_by(found.remedy(remedy))
    assert said == words if words else bool(said) == (words is not None)


def test_a_line_comes_back_as_it_was_sealed() -> None:
    met = told({**VIVAR}, {"court": "california"})
    assert line.load(line.dump(met)) == met


def test_as_long_as_nothing_turns_the_line_is_the_same() -> None:
    found = stands(dict(VIVAR))
    assert found.stale_on is not None
    before = found.stale_on - timedelta(days=1)
    assert standing(CaseFile(document=document_of(VIVAR)), before).line == found.line
