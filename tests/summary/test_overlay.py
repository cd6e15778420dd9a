"""Own findings lie beside the computed ones and change nothing but a second, labelled outcome."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening.rules.evaluate import evaluate
from screening.rules.finding import Finding, Outcome
from screening.rules.record import parse_answers
from screening.rules.remedies import REMEDIES
from screening.summary.page.data import Report
from screening.summary.page.overlay import lay_over, may_be_found, outcome_with
from screening.summary.page.rows import Own, RemedyReport
from tests.summary.conftest import ReportOf


def own(remedy: str, element: str, finding: str, case: int = 1, reason: str = "Because.") -> Own:
    return Own(case, remedy, element, finding, reason, "Ana Beltrán", "123456", "November 24, 2026")


def remedy_of(report: Report, remedy: str, case: int = 1) -> RemedyReport:
    return next(one for one in report.cases[case - 1].remedies if one.id == remedy)


@pytest.fixture(scope="session")
def vivar(report_of: ReportOf, decided: dict[str, dict[str, Any]]) -> Report:
    """The appellant of People v. Vivar."""
    return report_of(decided["vivar_2021"])


def test_without_own_findings_a_report_is_the_same(vivar: Report) -> None:
    assert lay_over(vivar, []) is vivar


def test_the_computed_findings_and_outcomes_stay_as_they_are(vivar: Report) -> None:
    laid = lay_over(vivar, [own("pc1473_7_a1", "timely", "met"), own("", "disposition", "trial")])
    for before, after in zip(vivar.cases[0].remedies, laid.cases[0].remedies, strict=True):
        assert (before.outcome, before.word, before.decides) == (after.outcome, after.word, after.decides)
        assert [row.finding for row in before.elements] == [row.finding for row in after.elements]
    assert laid.cases[0].result is vivar.cases[0].result
    assert laid.counts == vivar.counts


def test_an_own_finding_gives_the_law_a_second_outcome(vivar: Report) -> None:
    remedy = remedy_of(vivar, "pc1473_7_a1")
    still_open = [row.id for row in remedy.found(Finding.UNKNOWN, Finding.CONTESTED, Finding.NOT_YET)]
    assert still_open
    laid = remedy_of(
        lay_over(vivar, [own("pc1473_7_a1", element, "met") for element in still_open]), "pc1473_7_a1"
    )
    assert laid.own is not None
    assert (laid.own.outcome, laid.own.word, laid.own.mark) == (Outcome.INDICATED, "Indicated", "met")
    assert laid.outcome is not Outcome.INDICATED
    assert remedy_of(lay_over(vivar, [own("pc1473_7_a1", "timely", "met")]), "pc1016_5").own is None


@pytest.mark.parametrize("finding", list(Finding))
@pytest.mark.parametrize("remedy", [remedy.id for remedy in REMEDIES])
def test_every_finding_turns_the_outcome_as_the_contract_orders(
    remedy: str, finding: Finding, decided: dict[str, dict[str, Any]], as_of: date
) -> None:
    result = evaluate(parse_answers({**decided["vivar_2021"], "race_bias": "yes"}), as_of)
    elements = [read.element for read in result.remedy(remedy).elements]
    everywhere = outcome_with(remedy, result, dict.fromkeys(elements, finding))
    expected = {
        Finding.NOT_MET: Outcome.NOT_INDICATED,
        Finding.NOT_YET: Outcome.NOT_YET,
        Finding.UNKNOWN: Outcome.NEEDS_FACTS,
        Finding.CONTESTED: Outcome.CONTESTED,
        Finding.FOR_ATTORNEY: Outcome.NEEDS_PROOF,
    }.get(finding, Outcome.INDICATED)
    if remedy == "pc1473_7_a2" and finding is not Finding.NOT_MET:
        expected = Outcome.NOT_RAISED
    assert everywhere is expected


def test_a_law_that_was_not_in_force_stays_so(decided: dict[str, dict[str, Any]]) -> None:
    result = evaluate(parse_answers(decided["vivar_2021"]), date(2016, 6, 1))
    assert outcome_with("pc1473_7_a1", result, {"timely": Finding.MET}) is Outcome.NOT_IN_FORCE


def test_the_last_of_several_counts_and_an_empty_one_takes_back(vivar: Report) -> None:
    place = ("pc1473_7_a1", "timely")
    laid = lay_over(vivar, [own(*place, "met"), own(*place, "contested")])
    row = next(row for row in remedy_of(laid, place[0]).elements if row.id == "timely")
    assert row.own is not None
    assert row.own.word == "Contested"
    assert lay_over(vivar, [own(*place, "met"), own(*place, "", reason="")]) is vivar


def test_only_a_gate_may_be_not_met() -> None:
    assert Finding.NOT_MET in may_be_found(gate=True)
    assert Finding.NOT_MET not in may_be_found(gate=False)
    assert len(may_be_found(gate=True)) == 7


def test_a_finding_belongs_to_its_case(report_of: ReportOf, decided: dict[str, dict[str, Any]]) -> None:
    report = report_of(decided["vivar_2021"], decided["vivar_2021"])
    laid = lay_over(report, [own("pc1473_7_a1", "timely", "met", case=2)])
    assert remedy_of(laid, "pc1473_7_a1", case=1).own is None
    assert remedy_of(laid, "pc1473_7_a1", case=2).own is not None


def test_what_is_found_of_the_person_stands_in_every_case(
    report_of: ReportOf, decided: dict[str, dict[str, Any]]
) -> None:
    report = report_of(decided["vivar_2021"], decided["vivar_2021"])
    laid = lay_over(report, [own("", "citizenship", "us_citizen_born")])
    (said,) = [said for part in laid.about_person for said in part.answers if said.key == "citizenship"]
    assert said.own is not None
    assert said.own.word
    assert said.own.word != said.answer
    for case in laid.cases:
        row = case.remedies[0].elements[0]
        assert [one.own for one in row.said if one.key == "citizenship"] == [said.own]


def test_a_signature_names_who_by_bar_number_and_when() -> None:
    assert own("", "county", "").signature == "Ana Beltrán, SBN 123456, November 24, 2026"
    unnumbered = Own(1, "", "county", "", "x", "Ana Beltrán", "", "November 24, 2026")
    assert unnumbered.signature == "Ana Beltrán, November 24, 2026"


def test_a_hostile_reason_is_capped(vivar: Report) -> None:
    laid = lay_over(vivar, [own("pc1473_7_a1", "timely", "met", reason="a" * 1_000 + "\u202e")])
    row = next(row for row in remedy_of(laid, "pc1473_7_a1").elements if row.id == "timely")
    assert row.own is not None
    assert "\u202e" not in row.own.reason
    assert max(len(run) for run in row.own.reason.split("\u200b")) <= 81
