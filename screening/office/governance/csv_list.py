"""The office's list as CSV for a spreadsheet. No cell is a formula there."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator

from screening.office import matter
from screening.office.keys import KeysMissingError, OfficeKeys
from screening.office.models import Screening
from screening.rules.remedies import REMEDIES


COLUMNS = (
    "number",
    "received",
    "changed",
    "status",
    "language",
    *(remedy.id for remedy in REMEDIES),
    "urgency",
    "next_deadline",
    "erased_on",
)
NAMES = ("name", "aliases")
# What a spreadsheet begins a formula with, or reads one after; in full width too.
_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
# So that a spreadsheet reads accents; without it some take the file for an old Windows one.
_MARK = "\ufeff"


def safe_cell(text: str) -> str:
    """The text with a ' in front where it would be a formula, or where what cannot be seen hides one."""
    hides = (letter for letter in text if letter != " " and unicodedata.category(letter) != "Cf")
    first = {text[:1], next(hides, "")}
    return f"'{text}" if first & _STARTS else text


def as_csv(rows: Iterable[Screening], keys: OfficeKeys | None) -> str:
    """One line a screening, under names of columns; with keys, the people's names too."""
    stream = io.StringIO()
    stream.write(_MARK)
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerow((*COLUMNS, *(NAMES if keys else ())))
    for row in rows:
        writer.writerow([safe_cell(text) for text in (*_cells(row), *_names(row, keys))])
    return stream.getvalue()


def _cells(row: Screening) -> Iterator[str]:
    days = (row.created_on, row.changed_on)
    yield row.number
    yield from (day.isoformat() for day in days)
    yield from (row.status, row.language)
    yield from (str(row.outcomes.get(remedy.id, "")) for remedy in REMEDIES)
    yield str(row.urgency)
    yield from (day.isoformat() if day else "" for day in (row.next_deadline, row.purge_on))


def _names(row: Screening, keys: OfficeKeys | None) -> tuple[str, ...]:
    if keys is None:
        return ()
    try:
        text = keys.open(row.key_id, row.sealed_names, f"names {row.id}")
    except KeysMissingError:
        return ("(sealed under a key that is missing)", "")
    about = matter.load(text)
    return (about.name, "; ".join(about.aliases))
