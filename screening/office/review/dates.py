"""The chronology of each case as the review shows it: the drawing's table with notes and own findings."""

from __future__ import annotations

from dataclasses import dataclass

from screening.summary.page.chrono_data import Chronology, ChronologyRow
from screening.summary.page.data import CaseReport, Report
from screening.summary.page.rows import SaidAnswer


@dataclass(frozen=True)
class DatedRow:
    """A row of the table; `said` are the answers behind it that a note or an own finding stands beside."""

    row: ChronologyRow
    said: tuple[SaidAnswer, ...]


@dataclass(frozen=True)
class Dated:
    """The dates of one case. `name` is empty where there is only one."""

    name: str
    chronology: Chronology
    rows: tuple[DatedRow, ...]


def dated_cases(report: Report) -> tuple[Dated, ...]:
    """One a case, in their order."""
    return tuple(
        Dated(case.name if report.several else "", case.chronology, _rows(report, case, case.chronology))
        for case in report.cases
        if case.chronology is not None
    )


def _rows(report: Report, case: CaseReport, dates: Chronology) -> tuple[DatedRow, ...]:
    said = {one.key: one for part in (*report.about_person, *case.parts) for one in part.answers}
    return tuple(
        DatedRow(
            row, tuple(said[key] for key in row.keys if key in said and (said[key].note or said[key].own))
        )
        for row in dates.rows
    )
