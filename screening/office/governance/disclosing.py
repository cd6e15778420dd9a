"""Everything that this server can produce about one screening, or about an anonymous interview: nothing.

What stands in clear is told as it stands. What is sealed is told as a size; with the office's keys also which
parts it opens to. At the end every cell of the whole database is searched for the id.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from screening.office.file import log
from screening.office.ids import LENGTH
from screening.office.keys import KeysMissingError, OfficeKeys, office_keys
from screening.office.models import LogEntry, Member, NameToken, Office, PastClient, Screening


@dataclass(frozen=True)
class Cell:
    """One column of one row: its table, its name, and its value in words."""

    table: str
    column: str
    value: str


def ids_of(number: str, offices: models.QuerySet[Office]) -> list[str]:
    """The ids that begin with a number: of screenings, and of erased ones that left a trace."""
    screenings = Screening.objects.filter(office__in=offices, pk__startswith=number)
    tokens = NameToken.objects.filter(office__in=offices, screening_id__startswith=number)
    logged = (line.subject for office in offices for line in _lines(office))
    found = {
        *screenings.values_list("pk", flat=True),
        *tokens.values_list("screening_id", flat=True),
        *(subject for subject in logged if len(subject) == LENGTH and subject.startswith(number)),
    }
    # A line about an account has the account's id as its subject.
    return sorted(found - set(Member.objects.values_list("pk", flat=True)))


def about(screening_id: str) -> Iterator[Cell]:
    """Every cell about a screening."""
    for table, rows in (
        ("office_screening", Screening.objects.filter(pk=screening_id)),
        ("office_pastclient", PastClient.objects.filter(pk=screening_id)),
        ("office_nametoken", NameToken.objects.filter(screening_id=screening_id)),
    ):
        for row in rows.values():
            yield from _cells(table, row)
    for office in Office.objects.all():
        for line in _lines(office):
            if line.subject == screening_id:
                said = ", ".join(filter(None, (line.at.isoformat(), line.who, line.act, line.detail)))
                yield Cell("office_logentry", f"line {line.number}", said)


def sections(row: Screening | PastClient) -> dict[str, Any]:
    """What the sealed parts open to. Raises KeysMissingError."""
    keys = office_keys(row.office_id)
    names = json.loads(keys.open(row.key_id, row.sealed_names, f"names {row.id}"))
    if isinstance(row, PastClient):
        return {"names": names}
    file = json.loads(keys.open(row.key_id, row.sealed_file, f"file {row.id}"))
    return {"names": names, "file": file}


def unreadable_logs() -> list[Office]:
    """The offices whose log this process cannot open: what it says of a screening is not told."""
    return [office for office in Office.objects.all() if _keys(office) is None]


def counts() -> Iterator[tuple[str, int]]:
    """Each table and how many rows it has."""
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 (its own name)
            yield table, cursor.fetchone()[0]


def cells_with(text: str) -> list[tuple[str, str]]:
    """Table and column of every cell of the database that holds this text, whatever made the table."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            columns = [one.name for one in connection.introspection.get_table_description(cursor, table)]
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {quoted}")  # noqa: S608 (the name comes from the database)
            hits = {
                column
                for row in cursor.fetchall()
                for column, value in zip(columns, row, strict=True)
                if text.encode() in _bytes(value)
            }
            found += [(table, column) for column in sorted(hits)]
    return found


def _bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()


def _cells(table: str, row: Mapping[str, Any]) -> Iterator[Cell]:
    for column, value in row.items():
        sealed = isinstance(value, (bytes, memoryview))
        told = f"sealed, {len(bytes(value)):,} bytes" if sealed else "" if value is None else str(value)
        yield Cell(table, column, told)


def _keys(office: Office) -> OfficeKeys | None:
    try:
        return office_keys(office.id)
    except KeysMissingError:
        return None


def _lines(office: Office) -> Iterator[log.LogLine]:
    """The lines of an office's log that open."""
    keys = _keys(office)
    if keys is None:
        return
    for entry in LogEntry.objects.filter(office=office).order_by("number").iterator():
        try:
            yield log.opened(keys, entry)
        except KeysMissingError:
            continue
