"""Page one of the attorney's paper: who and what, what to look at first and why, what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from screening.rules.papers import Safety
from screening.summary.pdf.cuts import CUTS, EVERY_PART, PARTS, ROOM, WHAT, fitting
from screening.summary.pdf.papers import attorney_html
from screening.summary.report.building import About
from screening.summary.report.first_page import FirstPage, first_pages, said_in_all
from screening.summary.report.steps import safe_in_words
from tests.summary.conftest import ReportOf
from tests.summary.test_four_pages import ORDINARY


Given = Mapping[str, Any]
DEFERRED = {
    "offense_code": "HS 11350(a)",
    "offense_level": "felony",
    "program": "pc1000_deferred_entry",
    "program_completed": "yes",
    "program_dismissed": "yes",
    "program_start_date": "2009",
}


def page_of(report_of: ReportOf, given: Given) -> FirstPage:
    return first_pages(report_of(given))[0]


@pytest.mark.parametrize(
    ("given", "identity"),
    [
        ({}, "Offense, plea and sentence not known"),
        (ORDINARY, "HS 11351, felony · guilty plea March 2004 · 181 to 364 days"),
        (DEFERRED, "HS 11350(a), felony · deferred entry 2009 · dismissed"),
        (
            {**DEFERRED, "program_dismissed": "unsure"},
            "HS 11350(a), felony · deferred entry 2009 · dismissal not known",
        ),
        (
            {"offense_code": "HS 11350, PC 459, PC 484, PC 496"},
            "HS 11350, PC 459, 2 more (page 2) · plea and sentence not known",
        ),
        (
            {"offense_kind": ["marijuana"], "disposition_date": "2004"},
            "Marijuana · plea not known 2004 · sentence not known",
        ),
        (
            {"disposition": "trial"},
            "offense not known · convicted at trial (day not known) · sentence not known",
        ),
    ],
)
def test_who_and_what_and_what_of_it_is_not_known(report_of: ReportOf, given: Given, identity: str) -> None:
    assert page_of(report_of, given).identity == identity


@pytest.mark.parametrize(
    ("case", "why", "sentence"),
    [
        (
            "dej_completed",
            "mandatory. The court “shall” act; no error and no prejudice to prove.",
            "Every element",
        ),
        ("vivar_2021", "every gate is passed.", "Nothing said rules it out; proof still to build."),
        (
            "nothing_known",
            "nothing said rules it out; 4 gates open: California, adult, conviction, custody over.",
            "A gate is not known: California, adult, conviction, custody over.",
        ),
    ],
)
def test_why_it_is_looked_at_first(
    report_of: ReportOf, decided: dict[str, Given], case: str, why: str, sentence: str
) -> None:
    first = page_of(report_of, decided[case]).first
    assert first is not None
    assert first.why == why
    assert first.sentence.startswith(sentence)


@pytest.mark.parametrize(
    ("given", "law", "closed_by"),
    [
        ({"citizenship": "us_citizen_born"}, "pc1473_7_a1", "ruled out by “U.S. citizen”"),
        ({"court": "federal"}, "pc1016_5", "ruled out by “A federal court”"),
        ({"program": "none"}, "pc1203_43", "ruled out by “no program”"),
        ({"program": "informal_plea_deal", "offense_kind": ["violence"]}, "pc1203_43", "ruled out by “"),
        ({"offense_level": "infraction"}, "pc1016_5", "ruled out by “an infraction”"),
        ({"disposition": "dismissed_without_plea"}, "pc1016_5", "ruled out by “no plea”"),
        (
            {"juvenile": "yes", "court": "federal"},
            "pc1203_43",
            "ruled out by “A federal court” and “juvenile court”",
        ),
    ],
)
def test_a_closed_gate_is_told_by_its_answer(
    report_of: ReportOf, given: Given, law: str, closed_by: str
) -> None:
    remedy = next(one for one in report_of(given).cases[0].remedies if one.id == law)
    assert remedy.closed_by.startswith(closed_by)
    assert "Not met" not in remedy.decides[0].what


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "Never asked."),
        ({"harm_named_case": "unsure"}, "Not known."),
        ({"harm_named_case": "no"}, "No paper so far."),
        ({"harm_named_case": "yes"}, "Yes; the day of the paper is not known."),
        ({"harm_named_case": "yes", "first_notice_date": "2003"}, "Yes, in a paper of 2003."),
    ],
)
def test_a_blank_never_reads_like_an_answer(report_of: ReportOf, given: Given, named: str) -> None:
    assert page_of(report_of, given).named == named


@pytest.mark.parametrize(
    ("given", "not_raised"),
    [
        ({}, "Never asked."),
        ({"innocence_evidence": "no", "race_bias": "no"}, "Answered no to both."),
        ({"race_bias": "no"}, "Answered no to race or origin; the other was never asked."),
        ({"innocence_evidence": "yes", "race_bias": "no"}, "Answered no."),
        ({"innocence_evidence": "yes", "race_bias": "yes"}, ""),
    ],
)
def test_what_nobody_raised_takes_half_a_line(report_of: ReportOf, given: Given, not_raised: str) -> None:
    assert page_of(report_of, given).not_raised.endswith(not_raised)


def test_what_is_said_for_it_stands_by_how_sure_and_who(report_of: ReportOf) -> None:
    about = {
        "harm_named_case": About("paper_seen"),
        "would_have_done": About("family", "sure"),
        "understanding": About("person", "sure"),
        "lawyer_advice": About("person", "not_sure"),
    }
    rows = first_pages(report_of(ORDINARY, about=about))[0].said_for
    assert [(row.said.key, row.who, row.bears_on) for row in rows[:4]] == [
        ("harm_named_case", "Paper seen", "harm"),
        ("understanding", "Person, sure", "error"),
        ("would_have_done", "Family, sure", "prejudice"),
        ("lawyer_advice", "Person, not sure", "error"),
    ]
    assert {row.who for row in rows[4:]} == {"Person"}


@pytest.mark.parametrize(
    ("paper", "safety", "said"),
    [
        ("plea_form", Safety.GREEN, "yes, by mail"),
        ("plea_form", Safety.RED, "only through the lawyer"),
        ("own_citizenship_papers", Safety.GREEN, "yes, own copy"),
        ("doj_rap_sheet", Safety.AMBER, "ask first: fingerprints to the state"),
        ("notice_to_appear", Safety.RED, "own copy yes; else only through the immigration lawyer"),
        ("fbi_identity_history", Safety.RED, "only through the immigration lawyer"),
    ],
)
def test_how_safe_it_is_to_ask(paper: str, safety: Safety, said: str) -> None:
    assert safe_in_words(paper, safety) == said


def test_no_flag_is_a_no_only_where_somebody_asked(report_of: ReportOf) -> None:
    sentence = "Nobody has been asked yet, so this is not a no."
    assert sentence in attorney_html(report_of({}))
    asked = attorney_html(report_of({"upcoming": ["none"]}))
    assert sentence not in asked
    assert "No urgent flag. Never asked: what happened with immigration; open warrant." in asked


HEIGHTS = {part.id: 10.0 if part.cut else 20.0 for part in EVERY_PART} | {"urgent2": 8.0, "urgent3": 5.0}


@pytest.mark.parametrize("over", range(9))
def test_page_one_is_cut_in_the_declared_order_until_it_fits(over: int) -> None:
    """Each cut saves a little; `over` is how many of them it takes."""
    saved = [10, 10, 10, 10, 10, 2, 10, 3]
    heights = {**HEIGHTS, "look": ROOM - 20 * (len(PARTS) - 1) + sum(saved[:over])}
    parts = fitting(heights)
    last = {part.name: part for part in CUTS[:over]}
    assert parts == tuple(last.get(name) or part for name, part in zip(PARTS, EVERY_PART, strict=False))


def test_what_the_paper_is_stands_on_page_one_where_it_fits() -> None:
    assert fitting(HEIGHTS)[-1].name == WHAT
    assert fitting({**HEIGHTS, WHAT: ROOM})[-1].name == "decision"


def test_a_deferred_entry_asks_for_minutes_and_state_record_before_a_certificate(
    report_of: ReportOf, decided: dict[str, Given]
) -> None:
    page = page_of(report_of, decided["dej_completed"])
    assert page.to_prove == (
        "minutes of grant and dismissal; program completion record (program office and clerk of court)",
        "DOJ rap sheet (California Department of Justice)",
        "court file; only if the clerk says that it is gone, a certificate of no file (clerk of court)",
    )
    assert "in the alternative, the presumption of PC 1473.7(f)(2)" in page.case.also_flags[-1].text
    assert page.counts == "yes, but see Nunez-Reyes"
    for file, asked in (("unsure", False), ("destroyed", True)):
        answers = {**decided["dej_completed"], "court_file": file}
        assert ("court_search_certificate" in {row.id for row in report_of(answers).papers}) is asked


def test_what_was_seen_on_paper_is_not_asked_for_again(
    report_of: ReportOf, decided: dict[str, Given]
) -> None:
    answers = decided["vivar_2021"]
    assert page_of(report_of, answers).to_prove[0] == "minute orders (clerk of court)"
    seen = first_pages(report_of(answers, about={key: About("paper_seen") for key in answers}))[0]
    assert seen.to_prove == ()


def test_of_several_cases_each_speaks_in_turn_and_a_flag_names_its_letter(
    report_of: ReportOf, decided: dict[str, Given]
) -> None:
    report = report_of(decided["vivar_2021"], decided["dej_completed"], ORDINARY)
    html = attorney_html(report)
    assert [letter for letter, _ in said_in_all(first_pages(report))][:4] == ["B", "C", "A", "B"]
    assert "(case C)" in html
    assert "(Case 3" not in html


def test_a_day_that_has_passed_is_not_one_to_act_on_today(report_of: ReportOf) -> None:
    coming = {"upcoming": ["ice_check_in"], "ice_check_in_date": "2026-11-01"}
    (row,) = (row for row in report_of(coming).urgent if row.code == "ice_check_in")
    assert not row.today
    (row,) = (row for row in report_of({"upcoming": ["ice_check_in"]}).urgent if row.code == "ice_check_in")
    assert row.today
