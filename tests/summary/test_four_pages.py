"""The attorney's paper of one ordinary case has at most four pages, and everything stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from screening.summary.page.capped import LONGEST_NOTE
from screening.summary.page.data import Report
from screening.summary.pdf.papers import attorney_html, attorney_pdf
from screening.summary.report.building import About
from tests.summary.conftest import ReportOf
from tests.summary.reading import pages_of, squeezed
from tests.tiers import repeated


Decided = dict[str, dict[str, Any]]
MOST_PAGES = 4

# An ordinary caller who could answer most of it.
ORDINARY: Mapping[str, object] = {
    "citizenship": "noncitizen",
    "immigration_status": "permanent_resident",
    "upcoming": ["immigration_court"],
    "immigration_court_date": "2026-12-09",
    "immigration_events": ["in_removal_proceedings"],
    "other_cases": "no",
    "said_guilty": "yes",
    "court": "california",
    "county": "Fresno",
    "juvenile": "no",
    "offense_level": "felony",
    "counts": "one",
    "offense_kind": ["drug_other"],
    "offense_code": "HS 11351",
    "disposition": "guilty_plea",
    "disposition_date": "2004-03",
    "program": "none",
    "sentence_imposed": "181_to_364_days",
    "sentence_date": "2004-04",
    "custody_in_case": "finished",
    "custody_end_date": "2007",
    "probation_start_date": "2004-04",
    "custody_elsewhere": "none",
    "open_warrant": "no",
    "appeal_pending": "no",
    "later_relief": ["expunged_1203_4"],
    "warned_deportation": "yes",
    "warned_exclusion": "unsure",
    "warned_naturalization": "unsure",
    "advisement_record": "record_missing",
    "lawyer_kind": "public_defender",
    "lawyer_advice": "said_no_problem",
    "understanding": "thought_safe",
    "understanding_barriers": ["no_interpreter"],
    "would_have_done": "different_plea",
    "other_offer": "unsure",
    "ties": ["came_as_child", "us_family"],
    "evidence": ["letters_from_then"],
    "harm_named_case": "yes",
    "first_notice_date": "2023",
    "learned_harm_date": "unsure",
    "learned_remedy_date": "2026-09",
    "steps_since": ["saw_lawyer"],
    "delay_reasons": ["did_not_know_law", "detained_or_abroad"],
    "prior_motion": "none",
    "immigration_goal": ["green_card", "stay"],
    "innocence_evidence": "no",
    "race_bias": "unsure",
}


@dataclass(frozen=True)
class Paper:
    report: Report
    pages: list[str]


@pytest.fixture(scope="module")
def heaviest(report_of: ReportOf, decided: Decided) -> str:
    """The decided case with the most to print."""
    return max(decided, key=lambda case: len(attorney_html(report_of(decided[case]))))


@pytest.fixture(
    scope="module", params=repeated(["ordinary", "nothing_known", "heaviest", "dej_file_destroyed"], 2)
)
def paper(request: pytest.FixtureRequest, report_of: ReportOf, decided: Decided) -> Paper:
    case = request.getfixturevalue("heaviest") if request.param == "heaviest" else request.param
    report = report_of(ORDINARY if case == "ordinary" else decided[case])
    return Paper(report, pages_of(attorney_pdf(report)))


def test_it_has_at_most_four_pages(paper: Paper) -> None:
    # All decided cases were set once by hand: none has more.
    assert len(paper.pages) <= MOST_PAGES


def test_page_one_is_page_one(paper: Paper) -> None:
    assert "Decision" in paper.pages[0]
    assert "Date and time" in paper.pages[0]
    assert "Look first" in paper.pages[0]
    assert "Element ledger" in paper.pages[1]


def test_every_answer_is_printed(paper: Paper) -> None:
    text = squeezed(" ".join(paper.pages))
    case = paper.report.cases[0]
    answers = [said.answer for part in (*paper.report.about_person, *case.parts) for said in part.answers]
    short = [re.sub(r", (day|month) not known$", "", answer) for answer in answers]
    assert [answer for answer in short if squeezed(answer) not in text] == []


def test_every_element_is_printed_with_its_word(paper: Paper) -> None:
    text = squeezed(" ".join(paper.pages[1:]))
    rows = [row for remedy in paper.report.cases[0].remedies for row in remedy.elements]
    assert [row.short for row in rows if squeezed(row.short) not in text] == []
    html = attorney_html(paper.report)
    for remedy, law in zip(paper.report.cases[0].in_order, html.split('<tr class="law">')[1:], strict=False):
        law = law.split("</tbody>")[0].replace("&#x27;", "'")
        assert all(row.short in law and row.word in law for row in remedy.elements)


def test_the_parts_stand_in_their_order(paper: Paper) -> None:
    text = " ".join(paper.pages)
    parts = [
        "Look first",
        "Before filing",
        "Date and time",
        "Element ledger",
        "Chronology",
        "Worksheet",
        "Authorities",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.count("What this paper is, and what it is not") == 1
    assert "All questions and answers, as asked" not in text


def test_what_is_open_is_said_in_full(paper: Paper) -> None:
    text = squeezed(" ".join(paper.pages))
    still_open = [
        row for remedy in paper.report.cases[0].remedies if remedy.alive for row in remedy.still_open
    ]
    assert still_open
    assert [row.id for row in still_open if squeezed(row.change) not in text and not row.same_as] == []


def test_long_text_is_set(report_of: ReportOf, decided: Decided) -> None:
    note = "Said twice. " * 200
    about = {"court": About("lawyer", "fairly_sure", note)}
    answers = {**decided["vivar_2021"], "offense_code": "x" * 300}
    text = squeezed(" ".join(pages_of(attorney_pdf(report_of(answers, about=about)))))
    assert "x" * 300 in text
    assert squeezed(f"(a lawyer, fairly sure) Note: {note[: LONGEST_NOTE - 10]}") in text
