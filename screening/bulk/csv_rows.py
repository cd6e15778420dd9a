"""Rows of CSV as RFC 4180 has them, but for one thing: one line is one row, so no quote can swallow the next person.

A quote stands around a whole cell, or twice within such a cell. Any other one breaks its row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from screening.bulk.lines import LONGEST_LINE, Line, LineError, UnreadableFileError
from screening.rules.facts import FACTS
from screening.rules.record import clean_text


RECORD = frozenset({"id", "person", *FACTS})
OPEN = "a quote is not closed on its line (a cell holds no line break)"
_STRAY = "a quote stands where none may"
_FEWER = "fewer cells than columns"
# What the lines after an open quote look like where they are no rows of themselves.
PIECES = frozenset({_STRAY, _FEWER})

_CELL = r'(?:"[^"]*+(?:""[^"]*+)*+"|[^",]*+)'
_ROW = re.compile(f"{_CELL}(?:,{_CELL})*+")
_OPEN = re.compile(f'((?:{_CELL},)*+)"[^"]*+(?:""[^"]*+)*+')
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_MOST_NAMED, _LONGEST_NAME = 5, 60

csv.field_size_limit(LONGEST_LINE)


class RowError(LineError):
    """A line that is no row, with the cells that can be told."""

    def __init__(self, message: str, cells: Sequence[str]) -> None:
        super().__init__(message)
        self.cells = cells


def cells_of(text: str) -> list[str]:
    """The cells of one line. Raises `RowError`."""
    if '"' not in text:
        return text.split(",")
    if _ROW.fullmatch(text):
        return next(csv.reader([text]))
    before = _OPEN.fullmatch(text)
    if before is None:
        raise RowError(_STRAY, ())
    raise RowError(OPEN, next(csv.reader([before[1]]), [""])[:-1])


def row_of(columns: Sequence[str], text: str) -> list[str]:
    """One cell a column, or none where the row is blank. Raises `RowError`."""
    cells = cells_of(text)
    if not any(map(str.strip, cells)):
        return []
    if len(cells) < len(columns):
        raise RowError(_FEWER, cells)
    if any(map(str.strip, cells[len(columns) :])):
        raise RowError("more cells than columns", cells)
    if "" in columns and any(cell.strip() for name, cell in zip(columns, cells, strict=False) if not name):
        raise RowError("a cell stands in a column without a name", cells)
    return cells[: len(columns)]


def header_of(lines: Iterator[Line], allowed: frozenset[str] = RECORD) -> list[str]:
    """The names of the columns, without empty ones at the end. Raises `UnreadableFileError`."""
    for line in lines:
        try:
            text = line.text
            _refuse_json(text)
            names = [name.strip() for name in cells_of(text)]
        except LineError as error:
            raise UnreadableFileError(f"the first line is not a line of CSV: {error}") from None
        while names and not names[-1]:
            names.pop()
        if names:
            return _known(names, text, allowed)
    raise UnreadableFileError("the CSV file is empty: its first row must name the columns")


def _refuse_json(text: str) -> None:
    if text.lstrip().startswith("{"):
        raise UnreadableFileError("the file holds JSON: --input-format jsonl reads it")


def _known(names: list[str], text: str, allowed: frozenset[str]) -> list[str]:
    if "id" in allowed.difference(names):
        raise UnreadableFileError(_without_id(names, text))
    named = [name for name in names if name]
    unknown = [name for name in named if name not in allowed]
    if unknown:
        told = ", ".join(clean_text(name)[:_LONGEST_NAME] for name in unknown[:_MOST_NAMED])
        more = f" and {len(unknown) - _MOST_NAMED} more" if len(unknown) > _MOST_NAMED else ""
        raise UnreadableFileError(f"the CSV file has an unknown column: {told}{more}")
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice:
        raise UnreadableFileError(f"the CSV file has a column twice: {twice}")
    return names


def _without_id(names: list[str], text: str) -> str:
    """Why no column is named id."""
    if "id" in map(str.casefold, names):
        return "the column id is written in small letters, id (and so is every column)"
    for sign, called in _SEPARATORS.items():
        if "id" in (cell.strip(' "').casefold() for cell in text.split(sign)):
            return f"the columns are separated by {called}: commas must separate them"
    if FACTS.keys().isdisjoint(names):
        return "the first row is no header: it must name the columns, one of them id"
    return "the CSV file has no column id"
