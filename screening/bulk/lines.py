"""Lines of a file from outside, and what the file is as a whole. Every command that reads records begins here.

One line is one record, so whatever is wrong with a line spoils that line alone. A line ends with LF, CR LF or CR;
blank lines, a byte-order mark and a Ctrl-Z that ends the file (as DOS wrote it) are passed over.
"""

from __future__ import annotations

import codecs
import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn, TextIO, TypeGuard


STANDARD_INPUT = "-"
# One line holds one case, at most some 50,000 characters with its result.
LONGEST_LINE = 1_000_000
_CTRL_Z = b"\x1a"
# What no line of text holds. A tab is white space.
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1f]")
_LIST = re.compile(rb"\[\s*(?:\{|\]?\s*\Z)")
_NO_TEXT = {
    b"\x1f\x8b": "the file is packed (gzip): unpack it first",
    b"PK\x03\x04": "the file is a zip file or an Excel workbook: save it as “CSV UTF-8” first",
    b"\xd0\xcf\x11\xe0": "the file is an old Excel workbook: save it as “CSV UTF-8” first",
    b"%PDF-": "the file is a PDF, which holds no records (verify reads a paper)",
    codecs.BOM_UTF16_LE: "the file is UTF-16 text: save it as UTF-8",
    codecs.BOM_UTF16_BE: "the file is UTF-16 text: save it as UTF-8",
}


class UnreadableFileError(Exception):
    """The file as a whole cannot be read. The message is one line and names no answer."""


class LineError(ValueError):
    """What is wrong with one line, in words that repeat nothing of it."""


class Line(NamedTuple):
    """A line that is not blank: its number from 1, the byte where it begins, its bytes without the line end.

    Of a line that is too long only the beginning is there: it is not `whole`.
    """

    number: int
    place: int
    raw: bytes
    whole: bool = True

    @property
    def text(self) -> str:
        """Raises `LineError`."""
        if not self.whole:
            raise LineError("the line is too long for one record")
        try:
            text = self.raw.decode()
        except UnicodeDecodeError:
            raise LineError("not UTF-8 text") from None
        if _CONTROL.search(text):
            raise LineError("a control sign (such as NUL or Ctrl-Z) stands in the line")
        return text

    @property
    def json(self) -> dict[str, Any]:
        """One JSON object, in which no key stands twice. Raises `LineError`."""
        text = self.text
        try:
            data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        except (ValueError, RecursionError):
            raise LineError("not JSON in UTF-8, or a key stands in it twice") from None
        if not isinstance(data, dict):
            raise LineError("not a JSON object")
        return data


def is_text(value: object) -> TypeGuard[str]:
    """A text that is not blank and that any file can hold: no half of a surrogate pair, no NUL."""
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value and is_whole(value)


def is_whole(text: str) -> bool:
    """Does no half of a surrogate pair stand in it?"""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file ("-" is standard input). Raises `UnreadableFileError`."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise UnreadableFileError("there is no standard input")
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(Path(path).open("rb"))
        except (OSError, ValueError) as error:
            raise UnreadableFileError(f"cannot open the file: {_why(error)}") from None
        yield stream


def lines_of(stream: BinaryIO, longest: int = LONGEST_LINE) -> Iterator[Line]:
    """Every line that is not blank. Raises `UnreadableFileError` where the file breaks off or holds no lines of text."""
    text = io.TextIOWrapper(stream, encoding="latin-1", newline="")  # a letter is a byte
    try:
        lines = _without_end_sign(_split(text, longest))
        first = next(lines, None)
        if first is not None:
            _refuse_what_holds_no_lines(first)
            yield first
            yield from lines
    finally:
        if not text.closed:
            text.detach()  # who opened the stream closes it


def _split(text: TextIO, longest: int) -> Iterator[Line]:
    number = place = 0
    while piece := _read(text, longest):
        number += 1
        begins, place = place, place + len(piece)
        raw = piece.rstrip("\r\n").encode("latin-1").removeprefix(codecs.BOM_UTF8)
        whole = len(piece) <= longest
        while len(piece) > longest and piece[-1] not in "\r\n" and (piece := _read(text, longest)):
            place += len(piece)
        if raw.strip():
            yield Line(number, begins, raw, whole)


def _read(text: TextIO, longest: int) -> str:
    try:
        return text.readline(longest + 1)
    except OSError as error:
        raise UnreadableFileError(f"cannot read the file: {_why(error)}") from None


def _without_end_sign(lines: Iterator[Line]) -> Iterator[Line]:
    """A Ctrl-Z is the end of the file where nothing follows it; elsewhere it stays, and spoils its line."""
    held: Line | None = None
    for line in lines:
        if held:
            yield held
        held = line if line.raw.rstrip().endswith(_CTRL_Z) else None
        if not held:
            yield line
    if held and (raw := held.raw.rstrip(_CTRL_Z + b" \t")):
        yield held._replace(raw=raw)


def _refuse_what_holds_no_lines(first: Line) -> None:
    for signs, says in _NO_TEXT.items():
        if first.raw.startswith(signs):
            raise UnreadableFileError(says)
    try:
        # What is too long may be cut within a letter.
        codecs.getincrementaldecoder("utf-8")().decode(first.raw, final=first.whole)
    except UnicodeDecodeError:
        raise UnreadableFileError("the file is not UTF-8 text") from None
    if b"\0" in first.raw:
        raise UnreadableFileError("the file is not text")
    if _LIST.match(first.raw.lstrip()):
        raise UnreadableFileError("the file is a JSON array: write one record a line, without [ ] and commas")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "it cannot be a file"
