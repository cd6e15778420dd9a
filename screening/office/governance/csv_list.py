"""The office's list as CSV for a spreadsheet. No cell is a formula there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from screening.bulk.safe_cell import safe_cell
from screening.office.file import line_words
from screening.office.file.cabinet import line_of, matter_of
from screening.office.file.line import Line
from screening.office.file.standing import UNDATED
from screening.office.keys import DamagedError, KeysMissingError, OfficeKeys
from screening.office.models import Screening
from screening.rules.remedies import REMEDIES
from screening.summary.page.short_names import CITE


COLUMNS = (
    "number",
    "received",
    "changed",
    "status",
    "language",
    *(remedy.id for remedy in REMEDIES),
    "urgency",
    "urgent_on",
    "missing",
    "next_deadline",
    "erased_on",
)
# What is sealed: the people's names, and what the queue tells of each.
NAMES = ("name", "aliases", "why_urgent", "look_first", "what_is_missing")
# So that a spreadsheet reads accents; without it some take the file for an old Windows one.
_MARK = "\ufeff"


def as_csv(rows: Iterable[Screening], keys: OfficeKeys | None) -> str:
    """One line a screening, under names of columns; with keys, what is sealed too."""
    stream = io.StringIO()
    stream.write(_MARK)
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerow((*COLUMNS, *(NAMES if keys else ())))
    for row in rows:
        sealed = _sealed(row, keys) if keys else ()
        writer.writerow([safe_cell(text) for text in (*_cells(row), *sealed)])
    return stream.getvalue()


def _cells(row: Screening) -> Iterator[str]:
    days = (row.created_on, row.changed_on)
    yield row.number
    yield from (day.isoformat() for day in days)
    yield from (row.status, row.language)
    yield from (str(row.outcomes.get(remedy.id, "")) for remedy in REMEDIES)
    # What nobody opened never counts as urgent.
    yield line_words.LEVEL_WORD.get(row.urgency, "") if row.opened_on else ""
    yield row.urgent_on.isoformat() if row.opened_on and row.urgent_on > UNDATED else ""
    yield row.missing if row.opened_on else ""
    yield from (day.isoformat() if day else "" for day in (row.next_deadline, row.purge_on))


def _sealed(row: Screening, keys: OfficeKeys) -> tuple[str, ...]:
    try:
        about = matter_of(row, keys)
        named = (about.name, "; ".join(about.aliases))
        return (*named, *_told(line_of(row, keys))) if row.opened_on else (*named, "", "", "")
    except DamagedError:
        return ("(damaged: it does not open)", "", "", "", "")
    except KeysMissingError:
        return ("(sealed under a key that is missing)", "", "", "", "")


def _told(told: Line) -> tuple[str, str, str]:
    first = told.cases[0]
    law = f"{CITE[first.remedy]}, {line_words.gates(first)}" if first.remedy else ""
    return line_words.why_urgent(told), law, line_words.missing(first)
