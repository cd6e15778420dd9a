"""Records from a file, JSONL or CSV, one at a time: a million lines never sit in memory.

`read_records` is the one way in: an iterator of `Record` (line, id, answers) and `BadRecord` (line, id, what is
wrong), in the order of the file. A bad record is reported in its place and the others go on. A file that cannot
be read at all raises `UnreadableFileError` (contract section 5), at the first record or where it breaks off.
docs/bulk/files.md says what each kind of file gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from screening.bulk.csv_rows import OPEN, PIECES, RowError, header_of, row_of
from screening.bulk.ids import Ids
from screening.bulk.lines import Line, LineError, is_text, is_whole, lines_of, opened
from screening.rules.answers import Answers
from screening.rules.facts import FACTS, Kind
from screening.rules.record import AnswerError, parse_answers


FORMATS = ("jsonl", "csv")
_SEVERAL = frozenset(key for key, fact in FACTS.items() if fact.kind is Kind.SEVERAL)
SECOND = "its id stood there before"


@dataclass(frozen=True)
class Record:
    """One case to screen. Records with an equal `person` are one person's."""

    id: str
    person: str | None
    line: int
    answers: Answers


@dataclass(frozen=True)
class BadRecord:
    """A record that cannot be read. `id` and `key` are None where they cannot be told."""

    id: str | None
    line: int
    key: str | None
    message: str

    def as_json(self) -> dict[str, object]:
        """The line that stands in its place."""
        return {"id": self.id, "line": self.line, "error": {"key": self.key, "message": self.message}}


def read_records(path: str, input_format: str | None = None) -> Iterator[Record | BadRecord]:
    """Read `path` ("-" is standard input). The second record with an id is an error, whatever the first was.

    Raises `UnreadableFileError`.
    """
    seen = Ids()
    for record in _records(path, input_format):
        new = record.id is None or seen.new(record.id)
        if new or isinstance(record, BadRecord):
            yield record
        else:
            yield BadRecord(record.id, record.line, "id", SECOND)


def _records(path: str, input_format: str | None) -> Iterator[Record | BadRecord]:
    with opened(path) as stream:
        lines = lines_of(stream)
        first = next(lines, None)
        start = first.raw.lstrip() if first else b""
        chosen = input_format or _by_suffix(path) or ("jsonl" if start[:1] == b"{" else "csv")
        every = chain([first] if first else [], lines)
        yield from (map(_json_record, every) if chosen == "jsonl" else _csv(every))


@dataclass(frozen=True)
class Row:
    """A line of another CSV file, by its columns. Where it has a `problem` it has no cells."""

    line: int
    cells: Mapping[str, str]
    problem: str = ""


def read_rows(path: str, allowed: frozenset[str]) -> Iterator[Row]:
    """Read a CSV file that has no columns but these, by the rules of records. Raises `UnreadableFileError`."""
    with opened(path) as stream:
        lines = lines_of(stream)
        columns = header_of(lines, allowed)
        for line in lines:
            try:
                cells = row_of(columns, line.text)
            except LineError as error:
                yield Row(line.number, {}, str(error))
                continue
            if cells:
                yield Row(line.number, dict(zip(columns, cells, strict=True)))


def _by_suffix(path: str) -> str | None:
    suffix = Path(path).suffix.lower().lstrip(".")
    return suffix if suffix in FORMATS else None


def _json_record(line: Line) -> Record | BadRecord:
    try:
        data = line.json
    except LineError as error:
        return BadRecord(None, line.number, None, str(error))
    record_id = data.get("id")
    if not is_text(record_id):
        return BadRecord(None, line.number, "id", "must be a text")
    bad = _bad_key(data)
    if bad is not None:
        return BadRecord(record_id, line.number, *bad)
    return _record(record_id, data.get("person"), line.number, data["answers"])


def _bad_key(data: Mapping[str, object]) -> tuple[str | None, str] | None:
    """What is wrong beside the answers themselves: the key and the message."""
    if not isinstance(data.get("answers"), dict):
        return "answers", "must be an object"
    person = data.get("person") or ""
    if not is_text(person) and (not isinstance(person, str) or person.strip()):
        return "person", "must be a text"
    unknown = sorted(data.keys() - {"id", "person", "answers"})
    return (_told(unknown[0]), "unknown key") if unknown else None


def _told(key: str) -> str | None:
    """A key as any file can hold it: half of a surrogate pair cannot be written."""
    return key if is_whole(key) else None


def _csv(lines: Iterator[Line]) -> Iterator[Record | BadRecord]:
    """Lines after an open quote that are no rows of themselves are lost with it; the next whole row is read."""
    columns = header_of(lines)
    torn: BadRecord | None = None
    records = (_csv_record(columns, line) for line in lines)
    for record in (record for record in records if record is not None):
        message = record.message if isinstance(record, BadRecord) else ""
        if torn and message in PIECES:
            torn = replace(torn, message=f"{OPEN}: lines {torn.line} to {record.line} are lost")
            continue
        if torn:
            yield torn
        torn = record if isinstance(record, BadRecord) and message == OPEN else None
        if not torn:
            yield record
    if torn:
        yield torn


def _csv_record(columns: Sequence[str], line: Line) -> Record | BadRecord | None:
    """None where the row is blank."""
    try:
        cells = row_of(columns, line.text)
    except RowError as error:
        row = dict(zip(columns, error.cells, strict=False))
        return BadRecord(row.get("id", "").strip() and row["id"] or None, line.number, None, str(error))
    except LineError as error:
        return BadRecord(None, line.number, None, str(error))
    if not cells:
        return None
    row = dict(zip(columns, cells, strict=True))
    row.pop("", None)
    record_id = row.pop("id")
    if not is_text(record_id):
        return BadRecord(None, line.number, "id", "must be a text")
    given = {key: _cell(key, cell) for key, cell in row.items() if key != "person"}
    return _record(record_id, row.get("person"), line.number, given)


def _cell(key: str, cell: str) -> object:
    if not cell or key not in _SEVERAL:
        return cell.strip()
    return tuple([part.strip() for part in cell.split(";") if part.strip()]) or ""


def _record(record_id: str, person: str | None, line: int, given: Mapping[str, object]) -> Record | BadRecord:
    try:
        return Record(record_id, (person or "").strip() or None, line, parse_answers(given))
    except AnswerError as error:
        return BadRecord(record_id, line, _told(error.key), error.message)
