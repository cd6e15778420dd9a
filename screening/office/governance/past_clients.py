"""Clients from before this program: their names, for the conflict check, and nothing else of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from django.db import transaction

from screening.bulk.reader import Row
from screening.office.file import log
from screening.office.file.cabinet import keep_past
from screening.office.keys import OfficeKeys, office_keys
from screening.office.models import Office
from screening.office.names.meeting import words_of


# A full name, or the two halves of one; several other names stand with ; between them.
COLUMNS = frozenset(("name", "first", "last", "other_names"))
LONGEST = 100
# A transaction and a line of the log each: cut short, the same file goes on where it stopped.
_BATCH = 200


@dataclass
class Brought:
    """How many are new and how many were there; the lines that could not be read, and why."""

    added: int = 0
    there: int = 0
    bad: list[tuple[int, str]] = field(default_factory=list)


def bring_in(office: Office, rows: Iterable[Row]) -> Brought:
    """Keep the names of each row once. Raises KeysMissingError, or what reading the rows raises."""
    keys, brought, each = office_keys(office.id), Brought(), iter(rows)
    while batch := list(islice(each, _BATCH)):
        with transaction.atomic():
            before = brought.added
            for row in batch:
                _one(office, keys, row, brought)
            log.note_for(office, log.Act.BROUGHT_IN, detail=f"{brought.added - before} past clients added")
    return brought


def _one(office: Office, keys: OfficeKeys, row: Row, brought: Brought) -> None:
    name, others = _names(row)
    problem = row.problem or _problem(name, others)
    if problem:
        brought.bad.append((row.line, problem))
    elif keep_past(office, keys, name, others):
        brought.added += 1
    else:
        brought.there += 1


def _names(row: Row) -> tuple[str, list[str]]:
    cells = {key: " ".join(text.split()) for key, text in row.cells.items()}
    whole = cells.get("name") or " ".join(filter(None, (cells.get("first"), cells.get("last"))))
    return whole, [other.strip() for other in cells.get("other_names", "").split(";") if other.strip()]


def _problem(name: str, others: list[str]) -> str:
    if not all(map(words_of, (name, *others))):
        return "no name"
    return f"a name of more than {LONGEST} characters" if max(map(len, (name, *others))) > LONGEST else ""
