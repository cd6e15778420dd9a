"""Records from a file, JSONL or CSV, one at a time: a million lines never sit in memory.

A bad record is reported in its place and the others go on. A file that cannot be read at all raises
`UnreadableFileError` (contract section 5).
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from screening.rules.answers import Answers
from screening.rules.facts import FACTS, Kind
from screening.rules.record import AnswerError, parse_answers


FORMATS = ("jsonl", "csv")
STANDARD_INPUT = "-"
_PEEK = 4096
_LONGEST_CELL = 1_000_000


class UnreadableFileError(Exception):
    """The file as a whole cannot be read. The message is one line and names no answer."""


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
    """Read `path` ("-" is standard input). Raises `UnreadableFileError`."""
    with _opened(path) as stream:
        start = _peeked(stream)
        chosen = input_format or _by_suffix(path) or ("jsonl" if start.lstrip()[:1] == b"{" else "csv")
        yield from (_jsonl(stream) if chosen == "jsonl" else _csv(stream))


def _by_suffix(path: str) -> str | None:
    suffix = Path(path).suffix.lower().lstrip(".")
    return suffix if suffix in FORMATS else None


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(Path(path).open("rb"))
        except OSError as error:
            raise UnreadableFileError(f"cannot open the file: {error.strerror}") from None
        yield stream


def _peeked(stream: BinaryIO) -> bytes:
    """The first bytes without a byte-order mark. Raises `UnreadableFileError` where they are no text."""
    try:
        start: bytes = stream.peek(_PEEK)[:_PEEK]  # type: ignore[attr-defined]
    except OSError as error:
        raise UnreadableFileError(f"cannot read the file: {error.strerror}") from None
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(start)
    except UnicodeDecodeError:
        raise UnreadableFileError("the file is not UTF-8 text") from None
    if "\0" in text:
        raise UnreadableFileError("the file is not text")
    return text.encode()


def _jsonl(stream: BinaryIO) -> Iterator[Record | BadRecord]:
    for number, raw in enumerate(stream, start=1):
        line = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        if line.strip():
            yield _json_record(line, number)


def _json_record(line: bytes, number: int) -> Record | BadRecord:
    try:
        data = json.loads(line.decode(), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError):
        return BadRecord(None, number, None, "not a line of JSON in UTF-8")
    if not isinstance(data, dict):
        return BadRecord(None, number, None, "not a JSON object")
    record_id, person = data.get("id"), data.get("person")
    if not isinstance(record_id, str) or not record_id:
        return BadRecord(None, number, "id", "must be a text")
    bad = _bad_key(data)
    if bad is not None:
        return BadRecord(record_id, number, *bad)
    return _record(record_id, person, number, data["answers"])


def _bad_key(data: Mapping[str, object]) -> tuple[str, str] | None:
    """What is wrong beside the answers themselves: the key and the message."""
    if not isinstance(data.get("answers"), dict):
        return "answers", "must be an object"
    if not isinstance(data.get("person"), str | None):
        return "person", "must be a text"
    unknown = sorted(data.keys() - {"id", "person", "answers"})
    return (unknown[0], "unknown key") if unknown else None


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _csv(stream: BinaryIO) -> Iterator[Record | BadRecord]:
    csv.field_size_limit(_LONGEST_CELL)
    # Bytes that are no UTF-8 later in the file spoil their own record, not the others.
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _csv_records(text)
    finally:
        text.detach()  # who opened the stream closes it


def _csv_records(text: TextIO) -> Iterator[Record | BadRecord]:
    rows = csv.reader(text)
    columns = _columns(rows)
    while True:
        first_line = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield BadRecord(None, first_line, None, "not a line of CSV")
            continue
        if any(cell.strip() for cell in cells):
            yield _csv_record(columns, cells, first_line)


def _columns(rows: Iterator[list[str]]) -> list[str]:
    try:
        names = [name.strip() for name in next((row for row in rows if any(row)), [])]
    except csv.Error:
        raise UnreadableFileError("the first line is not a line of CSV") from None
    if "id" not in names:
        raise UnreadableFileError("the CSV file has no column id")
    if not set(names) <= {"id", "person", *FACTS}:
        raise UnreadableFileError("the CSV file has an unknown column")
    if len(set(names)) < len(names):
        raise UnreadableFileError("the CSV file has a column twice")
    return names


def _csv_record(columns: list[str], cells: list[str], number: int) -> Record | BadRecord:
    row = dict(zip(columns, cells, strict=False))
    record_id = row.pop("id", "").strip()
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return BadRecord(None, number, None, "not UTF-8 text")
    if not record_id:
        return BadRecord(None, number, "id", "must be a text")
    if len(cells) > len(columns):
        return BadRecord(record_id, number, None, "more cells than columns")
    person = row.pop("person", "").strip() or None
    return _record(record_id, person, number, {key: _cell(key, cell) for key, cell in row.items()})


def _cell(key: str, cell: str) -> object:
    text = cell.strip()
    if FACTS[key].kind is not Kind.SEVERAL:
        return text
    return [part.strip() for part in text.split(";") if part.strip()]


def _record(record_id: str, person: str | None, line: int, given: Mapping[str, object]) -> Record | BadRecord:
    try:
        return Record(record_id, person, line, parse_answers(given))
    except AnswerError as error:
        return BadRecord(record_id, line, error.key, error.message)
