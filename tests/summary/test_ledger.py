"""The ledger prints every element once, in as few rows as it can stand in with its mark and word."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import Any

import pytest

from screening.rules.authorities import AUTHORITIES, points
from screening.rules.finding import Finding
from screening.rules.remedies import REMEDIES
from screening.summary.page.checked import Check, Checks
from screening.summary.page.cited import cites
from screening.summary.page.data import Report
from screening.summary.page.ledger import LedgerLine, Sharing, beyond, ledger_lines
from screening.summary.page.overlay import lay_over
from screening.summary.page.rows import Own, RemedyReport
from screening.summary.pdf.cuts import EVERY_PART
from screening.summary.pdf.papers import attorney_html
from tests.summary.conftest import ReportOf
from tests.summary.reading import squeezed
from tests.tiers import Rounds


Decided = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def vivar(report_of: ReportOf, decided: Decided) -> Report:
    return report_of(decided["vivar_2021"])


def remedy_of(report: Report, remedy: str) -> RemedyReport:
    return next(one for one in report.cases[0].remedies if one.id == remedy)


def line_of(remedy: RemedyReport, element: str) -> LedgerLine:
    return next(line for line in ledger_lines(remedy) if element in {row.id for row in line.rows})


def test_every_element_of_every_law_stands_in_one_row(report_of: ReportOf, decided: Decided) -> None:
    for answers in decided.values():
        for remedy, declared in zip(report_of(answers).cases[0].remedies, REMEDIES, strict=True):
            printed = [row.id for line in ledger_lines(remedy) for row in line.rows]
            assert sorted(printed) == sorted(element.id for element in declared.elements)


def test_met_gates_share_a_row_and_what_is_open_has_its_own(vivar: Report) -> None:
    remedy = remedy_of(vivar, "pc1473_7_a1")
    assert line_of(remedy, "noncitizen").kind is Sharing.GATES_MET
    assert line_of(remedy, "california_case") == line_of(remedy, "noncitizen")
    for row in remedy.still_open:
        assert line_of(remedy, row.id).kind is Sharing.ELEMENT


def test_what_stands_above_is_named_once_more(vivar: Report) -> None:
    line = line_of(remedy_of(vivar, "pc1016_5"), "california_case")
    assert line.kind is Sharing.TOLD_ABOVE
    (alike,) = line.alike
    assert (alike.finding, alike.word) == (Finding.MET, "Met")
    assert "A California case" in alike.titles


def test_only_the_gate_that_rules_a_law_out_is_told_in_full(vivar: Report) -> None:
    remedy = remedy_of(vivar, "pc1203_43")
    assert line_of(remedy, "deferred_entry").kind is Sharing.ELEMENT
    rest = line_of(remedy, "completed")
    assert rest.kind is Sharing.THE_REST
    assert {alike.word for alike in rest.alike} == {row.word for row in rest.rows}
    assert "The program was completed (gate)" in {title for alike in rest.alike for title in alike.titles}
    assert rest == ledger_lines(remedy)[-1]
    assert rest.cites == "PC 1203.43(b) [V]"


def test_what_an_attorney_wrote_beside_has_its_own_row(vivar: Report) -> None:
    own = Own(1, "pc1016_5", "california_case", "contested", "Why.", "Ana", "1", "May 1, 2026")
    of_answer = Own(1, "", "juvenile", "", "The docket.", "Ana", "1", "May 1, 2026")
    laid = lay_over(vivar, [own, of_answer])
    remedy = remedy_of(laid, "pc1016_5")
    assert [row.id for row in line_of(remedy, "california_case").rows] == ["california_case"]
    # What was written beside an answer stands where the ledger first quotes it, and on the worksheet.
    first = remedy_of(laid, "pc1473_7_a1")
    assert [row.id for row in line_of(first, "adult_case").rows] == ["adult_case"]
    assert line_of(remedy, "adult_case").kind is Sharing.TOLD_ABOVE
    ledger, sheet = attorney_html(laid).split("Worksheet</h2>")
    assert ledger.count("“Why.”") == 1
    assert ledger.count("“The docket.”") == sheet.count("“The docket.”") == 1


@pytest.mark.parametrize(
    ("named", "printed"),
    [
        (("vivar prejudice", "vivar objective"), "Vivar [V]"),
        (("pc1016_5 (a)", "pc1016_5 (b)"), "PC 1016.5(a), (b) [V]"),
        (("pc1473_7 (f)(1) (former (e)(1))", "pc1016_5 (b)"), "PC 1473.7(f)(1) [V]; PC 1016.5(b) [V]"),
        (("castaneda delay", "castaneda knew"), "Castaneda [V-2]; Castaneda [M]"),
        (("usc1101 (A)", "usc1101 (A)(i)–(ii)"), "8 USC 1101(a)(48)(A), (A)(i)–(ii) [V]"),
    ],
)
def test_short_citations_carry_their_marks(named: tuple[str, ...], printed: str) -> None:
    assert cites(points(*named)) == printed


def test_a_reason_is_told_where_it_says_more_than_the_answers(vivar: Report) -> None:
    rows = {row.id: row for row in remedy_of(vivar, "pc1473_7_a1").elements}
    assert rows["california_case"].more == ""
    assert rows["conviction_exists"].more == "Expungement or reduction does not remove it."
    assert rows["timely"].more == rows["timely"].because
    assert beyond("It is so. It is late.", ()) == "It is so. It is late."


def test_every_reason_and_answer_of_an_open_element_is_printed(report_of: ReportOf, decided: Decided) -> None:
    for answers in decided.values():
        for remedy in report_of(answers).cases[0].remedies:
            for row in remedy.elements:
                assert " ".join(part for part in (row.begins, row.runs_on) if part) == row.more
                assert (*row.told_first, *row.told_below) == row.told


def test_open_questions_are_named_and_many_are_counted(report_of: ReportOf) -> None:
    rows = [row for remedy in report_of({}).cases[0].remedies for row in remedy.elements]
    many = next(row for row in rows if len(row.unanswered) > 5)
    assert many.not_answered.endswith(f"; and {len(many.unanswered) - 2} more")
    few = next(row for row in rows if len(row.unanswered) == 2)
    assert few.not_answered == "; ".join(few.unanswered)


def test_what_weighs_and_what_would_move_it_are_printed(vivar: Report) -> None:
    html = " ".join(attorney_html(vivar).split())
    case = vivar.cases[0]
    weights = [weight for remedy in case.remedies for row in remedy.elements for weight in row.weights]
    assert weights
    for remedy in case.remedies:
        for line in ledger_lines(remedy):
            if line.kind is Sharing.ELEMENT:
                for weight in line.row.weights:
                    assert weight.says in html.replace("&#x27;", "'")
        for move in remedy.moves if remedy.alive else ():
            assert f"<b>{', or '.join(move.sets)}</b> → {' or '.join(move.leads_to)}" in html
    assert set(case.deciding) == {remedy.id for remedy in REMEDIES}


def test_without_a_check_it_is_said_once_for_all(vivar: Report) -> None:
    html = " ".join(attorney_html(vivar).split())
    said = "No attorney has recorded a check of these authorities: check due for all."
    assert html.count(said) == 1
    assert "<b>check due</b>" not in html


def test_a_check_is_named_and_what_is_due_is_marked(
    report_of: ReportOf, decided: Decided, as_of: date
) -> None:
    checks = Checks(
        {
            **{
                ("vivar", point): Check(as_of, "Ana Beltrán", "11 Cal.5th 510")
                for point in AUTHORITIES["vivar"].points
            },
            ("camacho", "own_error"): Check(date(2024, 1, 2), "Ana Beltrán", "32 Cal.App.5th 998"),
            ("zamudio", "harm"): Check(as_of, "Ana Beltrán", "23 Cal.4th 183"),
        }
    )
    report = report_of(decided["vivar_2021"], checks=checks)
    rows = {row.short: row for row in report.authorities}
    assert (rows["Vivar"].due, rows["Vivar"].checked) == (
        False,
        "checked November 24, 2026, by Ana Beltrán",
    )
    assert (rows["Camacho"].due, rows["Camacho"].checked) == (
        True,
        "checked January 2, 2024, by Ana Beltrán",
    )
    # Of two points one was never checked.
    assert (rows["Zamudio"].due, rows["Zamudio"].checked) == (True, "")
    html = " ".join(attorney_html(report).split())
    assert "No attorney has recorded a check" not in html
    assert "510 [V] (checked November 24, 2026, by Ana Beltrán);" in html
    assert "998 [V] (checked January 2, 2024, by Ana Beltrán) <b>check due</b>;" in html


def test_where_only_an_analysis_is_waited_for_no_outcome_is_named(
    report_of: ReportOf, decided: Decided
) -> None:
    report = report_of(decided["as_strong_as_it_gets"])
    waits = [move for remedy in report.cases[0].remedies for move in remedy.moves if not move.leads_to]
    assert waits
    assert "→ the attorney’s analysis (Immigration harm)" in " ".join(attorney_html(report).split())


def test_a_set_that_changes_no_element_has_no_empty_brackets(
    report_of: ReportOf, decided: Decided, rounds: Rounds
) -> None:
    for case in sorted(decided)[:: rounds(4, 1)]:
        assert " ()" not in attorney_html(report_of(decided[case])), case


def test_flags_stand_with_their_authorities(report_of: ReportOf, worst: dict[str, object]) -> None:
    report = report_of(worst)
    cut = [part for part in EVERY_PART if part.id in ("top", "urgent3", "look", "filing1")]
    whole, short = (re.sub(r"</?b>", "", squeezed(attorney_html(report, parts))) for parts in ((), cut))
    first, _, later = short.partition("Elementledger")
    for flag in report.cases[0].flags:
        text, cited = squeezed(escape(flag.text)), squeezed(escape(flag.cites))
        assert f"{text}<i>{cited}</i>" in whole
        assert f"<i>{cited}</i>" not in first
        assert text in later
        assert cited in later
