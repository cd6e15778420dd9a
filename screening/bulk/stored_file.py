"""A file that `verify` reads: results as JSON, or a PDF that carries them as its attachment `summary.json`.

Files come from outside. Sizes are looked at before anything is read or inflated, and whatever is wrong ends
in an `UnreadableFileError` of one line.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from typing import Any, BinaryIO, get_args

import pikepdf

from screening.bulk.ids import Ids
from screening.bulk.lines import Line, LineError, UnreadableFileError, lines_of, opened
from screening.bulk.stored import Json, Stored, is_version, once, refuse, stored_line, stored_lines
from screening.rules.record import clean_text
from screening.summary.as_json.summary_json import FILE_NAME, SUMMARY, Made, Version


_MOST_CASES = 20
# A paper of so many cases is a tenth of either.
LARGEST_PDF = 30_000_000
LARGEST_SUMMARY = 5_000_000
_PDF = b"%PDF-"
# Within so many bytes readers of PDF look for its head.
_HEAD = 1_024
_LONGEST_NAME = 60
_NOT_CARRIED = (
    "it is no attorney's paper of this program, or another program printed it again, which loses its data"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_VERSIONS = get_args(Version)


@dataclass(frozen=True)
class StoredFile:
    """The results of a file, read as they are taken.

    Of a PDF `pdf` is all from its head on, `before` how many bytes stand before that, `producer` who wrote it.
    """

    results: Iterator[Stored]
    made: Made | None = None
    pdf: bytes | None = None
    before: int = 0
    producer: str = ""


@contextmanager
def read_stored(path: str) -> Iterator[StoredFile]:
    """Results of `path`. Raises `UnreadableFileError`, also while the results are taken."""
    with opened(path) as stream:
        try:
            start: bytes = stream.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]
        except OSError as error:
            raise UnreadableFileError(f"cannot read the file: {error.strerror}") from None
        before = start.find(_PDF)
        # A PDF may begin later, after a header of mail for example. JSON may hold the same letters.
        if before >= 0 and start.lstrip()[:1] not in (b"{", b"["):
            yield _of_pdf(_whole(stream), before)
        else:
            yield _of_json(lines_of(stream, LARGEST_SUMMARY))


def _whole(stream: BinaryIO) -> bytes:
    content = stream.read(LARGEST_PDF + 1)
    if len(content) > LARGEST_PDF:
        raise UnreadableFileError(f"the file is larger than {LARGEST_PDF:,} bytes")
    return content


def _of_json(lines: Iterator[Line]) -> StoredFile:
    """A document in one line or in several, or a line for each result."""
    first = next(lines, None)
    if first is None:
        raise UnreadableFileError("the file is empty")
    if first.raw.startswith(b"id,"):
        raise UnreadableFileError("CSV holds no answers to compute again: screen --format jsonl writes them")
    try:
        data = first.json
    except LineError:
        return _of_several(first, lines)
    if "summary" not in data:
        return _of_lines(chain([first], lines))
    after = next(lines, None)
    if after is not None:
        refuse(f"line {after.number}", "nothing may follow a summary")
    return _of_document(data)


def _of_several(first: Line, lines: Iterator[Line]) -> StoredFile:
    """A document that was set in several lines; else lines of which the first is spoiled."""
    begun, size = [first], len(first.raw)
    for line in lines:
        begun.append(line)
        size += len(line.raw)
        if size > LARGEST_SUMMARY:
            break
    else:
        with suppress(LineError):
            return _of_document(Line(1, 0, b"\n".join(line.raw for line in begun)).json)
    return _of_lines(chain(begun, lines))


def _of_lines(lines: Iterator[Line]) -> StoredFile:
    return StoredFile(found for _, found in stored_lines(lines))


def _of_document(data: Json) -> StoredFile:
    """A `summary.json`, or a single result that was set in several lines."""
    if "summary" not in data:
        return StoredFile(iter([stored_line(data, "result 1")]))
    if data.keys() != {"summary", "made", "results"} or not is_version(data["summary"], SUMMARY):
        refuse("summary", f"not a summary of version {SUMMARY}")
    results = data["results"]
    if not isinstance(results, list) or not results or not all(isinstance(one, dict) for one in results):
        refuse("results", "not a list of results")
    seen = Ids()
    read = [once(stored_line(one, f"result {number}"), seen) for number, one in enumerate(results, start=1)]
    return StoredFile(iter(read), _made(data["made"]))


def _made(data: Any) -> Made:
    if not isinstance(data, dict) or data.keys() - {"of_all"} != {"for", "language", "version", "office"}:
        refuse("made", "cannot be read")
    made = Made(data["language"], data["version"], data["office"], data.get("of_all", 0))
    fits = (
        data["for"] == "attorney",
        made.version in _VERSIONS,
        isinstance(made.language, str) and _LANGUAGE.fullmatch(made.language) is not None,
        isinstance(made.office, bool),
        type(made.of_all) is int and 0 <= made.of_all <= _MOST_CASES,
    )
    if not all(fits):
        refuse("made", "cannot be read")
    return made


def _of_pdf(content: bytes, before: int) -> StoredFile:
    pdf = content[before:]
    attached, producer = _attached(pdf)
    if len(attached) > LARGEST_SUMMARY:
        refuse(FILE_NAME, f"longer than {LARGEST_SUMMARY:,} bytes")
    try:
        file = _of_document(Line(1, 0, attached).json)
    except LineError as error:
        refuse(FILE_NAME, str(error))
    return replace(file, pdf=pdf, before=before, producer=producer)


def _attached(content: bytes) -> tuple[bytes, str]:
    """The attachment, inflated no further than it may be long, and who wrote the PDF."""
    try:
        with pikepdf.open(BytesIO(content), suppress_warnings=True) as pdf:
            producer = clean_text(str(pdf.docinfo.get("/Producer", "")))[:_LONGEST_NAME]
            if FILE_NAME not in pdf.attachments:
                by = f" (written by {producer})" if producer else ""
                raise UnreadableFileError(f"the PDF carries no {FILE_NAME}{by}: {_NOT_CARRIED}")
            stream = pdf.attachments[FILE_NAME].get_file().obj
            return _inflated(bytes(stream.read_raw_bytes()), _filters(stream)), producer
    except pikepdf.PasswordError:
        raise UnreadableFileError("the PDF is encrypted") from None
    # A broken file can fail anywhere between the bytes and the attachment.
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, zlib.error):
        raise UnreadableFileError("the PDF cannot be read") from None


def _filters(stream: pikepdf.Object) -> list[str]:
    found: Any = stream.get("/Filter", [])
    return [str(found)] if isinstance(found, pikepdf.Name) else [str(one) for one in found]


def _inflated(raw: bytes, filters: list[str]) -> bytes:
    if filters not in ([], ["/FlateDecode"]):
        raise UnreadableFileError(f"{FILE_NAME} is packed in a way that this program does not write")
    if not filters:
        return raw
    inflating = zlib.decompressobj()
    text = inflating.decompress(raw, LARGEST_SUMMARY + 1)
    if not inflating.eof and len(text) <= LARGEST_SUMMARY:
        raise UnreadableFileError(f"{FILE_NAME} is cut off")
    return text
