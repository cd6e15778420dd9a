"""The copy for co-counsel: nothing that was taken out can be found in the file, by any way of reading it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.questions.wording import date_in_words
from screening.rules.answers import Answers, Value
from screening.rules.authorities import AUTHORITIES
from screening.rules.evaluate import evaluate
from screening.rules.facts import COUNTIES
from screening.rules.partial_date import PartialDate
from screening.rules.record import parse_answers
from screening.summary.as_json.redacted import redacted_answers, redacted_records, redacted_report
from screening.summary.as_json.summary_json import summary_of
from screening.summary.page.checked import Check, Checks
from screening.summary.page.data import About, CaseRecord
from screening.summary.page.words import month_and_year, weekday_in_words
from screening.summary.pdf.papers import attorney_html, attorney_pdf
from screening.summary.report.building import attorney_report
from tests.rules.strategies import records as any_record
from tests.summary.inside import attached, everything_in, opened
from tests.summary.reading import pages_of


Decided = dict[str, dict[str, Any]]

AS_OF = date(2026, 11, 24)
NOTE = "Her cousin Zebulon Quarles of Tulare called on 5/17/2026."
# What somebody may type beside the law.
WORDS = "HS 11350(a); PC § 459 Quarles, docket F04905541-2, A098 765 432, 559-555-0147, 3/14/2003"
DATES: dict[str, object] = {
    "disposition_date": "2003-07-14",
    "sentence_date": "2003-08",
    "custody_end_date": "2006-10-19",
    "probation_start_date": "2003-08-21",
    "first_notice_date": "2023-05-16",
    "learned_harm_date": "2024-06-27",
    "learned_remedy_date": "2026-09-13",
    "immigration_court_date": "2026-12-09",
    "criminal_court_date": "2026-10-05",
}
ANSWERS: dict[str, object] = {
    "upcoming": ["immigration_court", "criminal_court"],
    "county": "San Luis Obispo",
    "offense_code": WORDS,
    **DATES,
}


def record(answers: Mapping[str, object], number: int = 1) -> CaseRecord:
    about = {"court": About("family", "not_sure", NOTE), "county": About("person", "", NOTE)}
    return CaseRecord(number, parse_answers(answers).values, about)


def removed_from(answers: Mapping[str, Value]) -> Iterator[str]:
    """Every way in which what is taken out might be written."""
    yield from (
        "San Luis Obispo",
        "Quarles",
        "Zebulon",
        "F04905541",
        "4905541",
        "098 765",
        "555-0147",
        "5/17",
    )
    for value in answers.values():
        if isinstance(value, PartialDate) and len(value.text) > 4:
            yield from (
                value.text,
                date_in_words(value).removesuffix(", day not known"),
                month_and_year(value),
            )
            if len(value.text) == 10:
                yield from (value.text.replace("-", ""), weekday_in_words(value).split(",")[0] + ", ")
                yield from (f"{value.earliest:%-m/%-d/%Y}", f"{value.earliest:%b} {value.earliest.day}, ")


@pytest.fixture(scope="module")
def full(decided: Decided) -> CaseRecord:
    return record({**decided["vivar_2021"], **ANSWERS})


@pytest.fixture(scope="module")
def paper(full: CaseRecord) -> bytes:
    return attorney_pdf(redacted_report([full], AS_OF))


def test_none_of_what_was_taken_out_is_in_the_file(full: CaseRecord, paper: bytes) -> None:
    held = everything_in(paper)
    removed = list(removed_from(full.answers))
    assert [words for words in removed if words in held] == []
    whole = evaluate(Answers(full.answers), AS_OF).digest
    assert whole[:12] not in held
    # The search finds what is there.
    shown = everything_in(attorney_pdf(attorney_report([full], AS_OF, "en")))
    assert all(
        words in shown for words in ("San Luis Obispo", "2003-07-14", "Quarles", whole, "July 14, 2003")
    )


def test_what_may_stand_there_does(paper: bytes) -> None:
    first, *rest = pages_of(paper)
    assert "Redacted copy" in first
    assert "computed from less than the full summary" in first
    assert "may stand open that is settled there" in first
    assert "Safe way to reach" not in first
    assert "Case of 2003" in first
    assert "HS 11350(a), PC 459" in first
    assert "Date and time" in first
    text = " ".join((first, *rest))
    assert "family, not sure" in text
    assert "in 15 days" not in text
    assert "Nothing was sent to anyone" not in text


def test_the_attachment_holds_what_the_paper_was_made_from(full: CaseRecord, paper: bytes) -> None:
    data = json.loads(attached(opened(paper))["summary.json"])
    assert data["made"] == {"for": "attorney", "language": "en", "version": "redacted", "office": False}
    (result,) = data["results"]
    assert "county" not in result["answers"]
    assert result["answers"]["offense_code"] == "HS 11350(a), PC 459"
    assert {result["answers"][key] for key in DATES} == {str(day)[:4] for day in DATES.values()}
    # A digest of its own, that anybody can compute from what stands there.
    assert result["digest"] == evaluate(parse_answers(result["answers"]), AS_OF).digest
    assert result["digest"] != evaluate(Answers(full.answers), AS_OF).digest


def test_cases_have_neither_county_nor_month(decided: Decided) -> None:
    cases = [record({**decided["vivar_2021"], **ANSWERS}, 1), record({**decided["federal"], **ANSWERS}, 7)]
    report = redacted_report(cases, AS_OF)
    assert [case.name for case in report.cases] == ["Case 1: 2003", "Case 2: 2003"]
    assert not any(any(char.isdigit() for char in row.when) and "in " in row.when for row in report.urgent)


def test_no_office_and_no_checker_is_named(decided: Decided) -> None:
    authority = next(iter(AUTHORITIES.values()))
    checks = Checks(
        {
            (authority.id, point): Check(date(2026, 11, 1), "Ana Beltrán", "page 9")
            for point in authority.points
        }
    )
    report = redacted_report([record(decided["vivar_2021"])], AS_OF, checks)
    assert (report.heading, report.decisions) == (None, ())
    assert "Beltr" not in repr(report)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HS 11352, PC 459", "HS 11352, PC 459"),
        ("Penal Code § 273.5(a)(1) against Maria", "PC 273.5(a)(1)"),
        ("Health and Safety Code 11377; h&s 11350(a)", "HS 11377, HS 11350(a)"),
        ("18 U.S.C. § 922(g)(1), VC 23152(a), B&P 4140", "18 USC 922(g)(1), VC 23152(a), BP 4140"),
        ("PC 459, PC 459", "PC 459"),
        ("PC 211 5595550147", "PC 211"),
        ("PC 5595550147", None),
        ("PC 459-2004, PC 3/14/2003, PC 1203.43.5", None),
        ("A098765432", None),
        ("11350", None),
        ("my lawyer was John", None),
    ],
)
def test_of_what_was_typed_only_code_sections_stay(typed: str, kept: str | None) -> None:
    assert redacted_answers(parse_answers({"offense_code": typed}).values).get("offense_code") == kept


@pytest.mark.parametrize("value", ["unsure", "prefer_not_to_say"])
def test_an_answer_that_tells_nothing_stays(value: str) -> None:
    answers = parse_answers({"disposition_date": value, "offense_code": value}).values
    assert redacted_answers(answers) == answers
    assert redacted_answers(parse_answers({"county": value}).values) == {}


def twin(answers: Mapping[str, Value], county: str, month: int, words: str) -> dict[str, Value]:
    """The same person in what may be shown, another in everything else."""
    other: dict[str, Value] = {
        key: PartialDate.parse(f"{value.text[:4]}-{month:02}-28") if isinstance(value, PartialDate) else value
        for key, value in answers.items()
    }
    return {**other, "county": county, "offense_code": words}


@given(
    answers=any_record,
    county=st.sampled_from(COUNTIES),
    month=st.integers(1, 12),
    typed=st.text(alphabet="abxyzÄ §&.,;:()/-", max_size=40),
)
@settings(max_examples=60)
def test_two_people_who_differ_only_in_what_is_taken_out_are_one(
    answers: Answers, county: str, month: int, typed: str
) -> None:
    shown = {**answers.values, "offense_code": "PC 459"}
    other = twin(shown, county, month, f"PC 459 {typed}")
    one, two = (redacted_records([CaseRecord(1, values)]) for values in (shown, other))
    assert one == two


def test_and_their_papers_are_the_same(full: CaseRecord) -> None:
    """In words and in what is attached, from which the bytes follow (test_pdf_structure.py)."""
    other = replace(full, answers=twin(full.answers, "Kern", 2, "HS 11350(a) PC 459 Jane Roe"), number=3)
    other = replace(other, about={"court": About("family", "not_sure", "Another note.")})
    one, two = (redacted_report([person], AS_OF) for person in (full, other))
    assert attorney_html(one) == attorney_html(two)
    assert summary_of(one) == summary_of(two)


def test_every_decided_case_is_silent_about_its_days(decided: Decided) -> None:
    law = attorney_html(redacted_report([record({})], AS_OF))
    for case in sorted(decided)[::6]:
        given_answers = {**decided[case], "county": "San Luis Obispo", "offense_code": WORDS}
        answers = parse_answers(given_answers).values
        html = attorney_html(redacted_report([record(given_answers)], AS_OF))
        held = " ".join(re.sub("<[^>]+>", " ", html).split())
        assert [words for words in removed_from(answers) if words in held and words not in law] == [], case
