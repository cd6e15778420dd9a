"""What only the attorney's paper needs of a case: what weighs, what would move a law, chronology, worksheet.

English like that paper, so `report.py` adds it where the paper is made, not for every result page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from screening.questions.catalog import QUESTIONS
from screening.questions.route import ORDER
from screening.questions.wording import say
from screening.rules.answers import Answers, Value
from screening.rules.authorities import Point
from screening.rules.finding import Outcome, Result
from screening.rules.moving.deciding import Deciding, deciding
from screening.rules.weights.every import Weight, weights
from screening.summary.chronology.telling import chronology
from screening.summary.page.checked import Checks
from screening.summary.page.cited import authority_rows, cites
from screening.summary.page.data import CaseRecord, CaseReport, Report
from screening.summary.page.questions import about_person
from screening.summary.page.rows import ElementRow, MovingRow, RemedyReport, WeightRow
from screening.summary.page.words import OUTCOME_WORD
from screening.summary.page.worksheet_rows import Note
from screening.summary.worksheet.sheet import worksheet


def with_working_parts(report: Report, records: Sequence[CaseRecord], checks: Checks) -> Report:
    """The report with everything that an attorney works with, and all its authorities."""
    cases = tuple(
        _case(case, record, about_person(records[0].answers) if place else {})
        for place, (case, record) in enumerate(zip(report.cases, records, strict=True))
    )
    cases = _notes_once(cases)
    named = (point for case in cases for point in case.points)
    return replace(report, cases=cases, authorities=authority_rows(named, checks, report.as_of))


def _notes_once(cases: tuple[CaseReport, ...]) -> tuple[CaseReport, ...]:
    """The notes of each worksheet that do not stand already with an earlier case."""
    printed: set[Note] = set()
    told = []
    for case in cases:
        if (sheet := case.worksheet) is not None:
            notes, outside = (
                tuple(one for one in of if one not in printed) for of in (sheet.notes, sheet.outside)
            )
            printed |= {*notes, *outside}
            case = replace(case, worksheet=replace(sheet, notes=notes, outside=outside))
        told.append(case)
    return tuple(told)


def _case(case: CaseReport, record: CaseRecord, elsewhere: Mapping[str, Value]) -> CaseReport:
    """`elsewhere` are the answers about the person, which stand with the first case."""
    moves = deciding(case.result, ORDER)
    remedies = tuple(_remedy(remedy, case.result, moves[remedy.id]) for remedy in case.remedies)
    sheet = worksheet(record, case.result, elsewhere)
    weighed = (point for remedy in remedies for row in remedy.elements for point in _points(row))
    return replace(
        case,
        remedies=remedies,
        chronology=chronology(record, case.result.as_of, case.result),
        worksheet=sheet,
        points=(*case.points, *weighed, *sheet.points),
    )


def _points(row: ElementRow) -> tuple[Point, ...]:
    return tuple(point for weight in row.weights for point in weight.points)


def _remedy(remedy: RemedyReport, result: Result, moves: Sequence[Deciding]) -> RemedyReport:
    elements = tuple(
        replace(row, weights=tuple(_weight(one, row) for one in weights(remedy.id, row.id, *_of(result))))
        for row in remedy.elements
    )
    titles = {row.id: row.short for row in elements}
    return replace(remedy, elements=elements, moves=_moving(moves, titles))


def _of(result: Result) -> tuple[Answers, date]:
    return result.answers, result.as_of


def _weight(weight: Weight, row: ElementRow) -> WeightRow:
    """Its authorities stand beside it where the row does not name them already."""
    others = (point for point in weight.points if point.short not in {one.short for one in row.points})
    return WeightRow(weight.strengthens, say(weight.says), cites(others), weight.points)


def _moving(moves: Sequence[Deciding], titles: Mapping[str, str]) -> tuple[MovingRow, ...]:
    """Sets that lead to the same outcomes at the same elements share a row."""
    sets: dict[tuple[tuple[Outcome, ...], tuple[str, ...]], list[str]] = {}
    for one in moves:
        named = " + ".join(say(QUESTIONS[key].short) for key in one.keys)
        sets.setdefault((one.leads_to, one.elements), []).append(named)
    return tuple(
        MovingRow(
            sets=tuple(named),
            leads_to=tuple(say(OUTCOME_WORD[outcome]).lower() for outcome in leads_to),
            elements=tuple(titles[element] for element in elements),
        )
        for (leads_to, elements), named in sets.items()
    )
