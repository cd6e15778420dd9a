"""The last page of the attorney's paper: every answer under the line of the two sheets where it belongs.

`sheet_lines.py` says what stands where, `court_forms.py` and `granted.py` make the rest. English only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from screening.questions.wording import say
from screening.rules.answers import Value
from screening.rules.element import filled
from screening.rules.facts import FACTS
from screening.rules.finding import Result
from screening.rules.outside import outside
from screening.rules.partial_date import PartialDate
from screening.summary.chronology.events import as_given
from screening.summary.page.data import CaseRecord
from screening.summary.page.questions import said_answer
from screening.summary.page.rows import SaidAnswer
from screening.summary.page.worksheet_rows import Note, SheetPart, SheetRow, Worksheet
from screening.summary.worksheet.court_forms import court_forms
from screening.summary.worksheet.declaration import outline
from screening.summary.worksheet.granted import notes
from screening.summary.worksheet.sheet_lines import ILRC, SHEET_LINES, TOOBY, SheetLine


_SHEET_HEADING = {
    ILRC: "ILRC’s worksheet, line by line",
    TOOBY: "Tooby’s checklist",
}
# A line of the questionnaire that nobody answered is the attorney's to fill.
_OPEN = "Not answered"
_NOTHING: Mapping[str, Value] = {}


def worksheet(record: CaseRecord, result: Result, elsewhere: Mapping[str, Value] = _NOTHING) -> Worksheet:
    """The worksheet of one case.

    `elsewhere` are the answers about the person that stand with the first case already; a line about the
    person alone stands there too.
    """
    here = {key: value for key, value in record.answers.items() if elsewhere.get(key) != value}
    said = {key: _short(said_answer(key, here[key], record.about), here[key]) for key in FACTS if key in here}
    lines = [line for line in SHEET_LINES if not (line.person and elsewhere)]
    placed = {key for line in lines for key in line.keys}
    return Worksheet(
        parts=_parts(lines, said),
        also=tuple(answer for key, answer in said.items() if key not in placed),
        forms=court_forms(result),
        outline=outline(result),
        notes=notes(result),
        outside=_outside(result),
    )


def _short(said: SaidAnswer, value: Value) -> SaidAnswer:
    """A date without the words for what is missing: no more than was given shows it as well."""
    return replace(said, answer=as_given(value)) if isinstance(value, PartialDate) else said


def _parts(lines: list[SheetLine], said: Mapping[str, SaidAnswer]) -> tuple[SheetPart, ...]:
    """The lines under their headings, in the order of the sheets."""
    return tuple(
        SheetPart(heading, tuple(_row(line, said) for line in under))
        for heading, under in groupby(lines, _heading)
    )


def _heading(line: SheetLine) -> str:
    sheet = _SHEET_HEADING[line.sheet]
    return f"{sheet}: {line.group.lower()}" if line.group else sheet


def _row(line: SheetLine, said: Mapping[str, SaidAnswer]) -> SheetRow:
    answered = tuple(said[key] for key in line.keys if key in said)
    told = answered or line.elsewhere or line.staff
    return SheetRow(line.title, answered, line.elsewhere, line.staff, line.blank or ("" if told else _OPEN))


def _outside(result: Result) -> tuple[Note, ...]:
    """What else the answers bring to mind, beyond these laws."""
    return tuple(
        Note(say(one.title), say(filled(one.why, result.answers)), one.points) for one in outside(result)
    )
