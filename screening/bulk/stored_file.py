"""A file that `verify` reads: results as JSON, or a PDF that carries them as its attachment `summary.json`.

Files come from outside. Sizes are looked at before anything is read or inflated, and whatever is wrong ends
in an `UnreadableFileError` of one line.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Any, BinaryIO, get_args

import pikepdf

from screening.bulk.lines import UnreadableFileError
from screening.bulk.stored import (
    Json,
    Stored,
    is_version,
    loaded,
    opened_file,
    refuse,
    stored_line,
    stored_lines,
)
from screening.summary.as_json.summary_json import FILE_NAME, SUMMARY, Made, Version


# A paper of twenty cases is a tenth of either.
LARGEST_PDF = 30_000_000
LARGEST_SUMMARY = 5_000_000
_PDF = b"%PDF-"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_VERSIONS = get_args(Version)


@dataclass(frozen=True)
class StoredFile:
    """The results of a file, read as they are taken. `pdf` is the whole file where it is a PDF."""

    results: Iterator[Stored]
    made: Made | None = None
    pdf: bytes | None = None


@contextmanager
def read_stored(path: str) -> Iterator[StoredFile]:
    """Results of `path`. Raises `UnreadableFileError`, also while the results are taken."""
    with opened_file(path) as stream:
        try:
            start = stream.readline(LARGEST_SUMMARY + 1)
        except OSError as error:
            raise UnreadableFileError(f"cannot read the file: {error.strerror}") from None
        if start.startswith(_PDF):
            yield _of_pdf(_whole(start, stream, LARGEST_PDF))
        else:
            yield _of_json(start, stream)


def _whole(start: bytes, stream: BinaryIO, largest: int) -> bytes:
    rest = stream.read(max(largest + 1 - len(start), 0))
    if len(start) + len(rest) > largest:
        raise UnreadableFileError(f"the file is larger than {largest:,} bytes")
    return start + rest


def _of_json(start: bytes, stream: BinaryIO) -> StoredFile:
    """A document in one line or in several, or a line for each result."""
    try:
        first = loaded(start, "line 1", LARGEST_SUMMARY)
    except UnreadableFileError:
        whole = _whole(start, stream, LARGEST_SUMMARY)
        return _of_document(loaded(whole, "the file", LARGEST_SUMMARY))
    if "summary" not in first:
        return StoredFile(chain([stored_line(first, "line 1")], stored_lines(stream, 2)))
    if stream.read(LARGEST_SUMMARY).strip():
        refuse("line 2", "nothing may follow a summary")
    return _of_document(first)


def _of_document(data: Json, pdf: bytes | None = None) -> StoredFile:
    """A `summary.json`, or a single result that was set in several lines."""
    if "summary" not in data:
        return StoredFile(iter([stored_line(data, "result 1")]), pdf=pdf)
    if data.keys() != {"summary", "made", "results"} or not is_version(data["summary"], SUMMARY):
        refuse("summary", f"not a summary of version {SUMMARY}")
    results = data["results"]
    if not isinstance(results, list) or not results or not all(isinstance(one, dict) for one in results):
        refuse("results", "not a list of results")
    read = [stored_line(one, f"result {number}") for number, one in enumerate(results, start=1)]
    return StoredFile(iter(read), _made(data["made"]), pdf)


def _made(data: Any) -> Made:
    if not isinstance(data, dict) or data.keys() != {"for", "language", "version", "office"}:
        refuse("made", "cannot be read")
    made = Made(data["language"], data["version"], data["office"])
    fits = (
        data["for"] == "attorney",
        made.version in _VERSIONS,
        isinstance(made.language, str) and _LANGUAGE.fullmatch(made.language) is not None,
        isinstance(made.office, bool),
    )
    if not all(fits):
        refuse("made", "cannot be read")
    return made


def _of_pdf(content: bytes) -> StoredFile:
    return _of_document(loaded(_attached(content), FILE_NAME, LARGEST_SUMMARY), content)


def _attached(content: bytes) -> bytes:
    """The attachment, inflated no further than it may be long."""
    try:
        with pikepdf.open(BytesIO(content), suppress_warnings=True) as pdf:
            if FILE_NAME not in pdf.attachments:
                raise UnreadableFileError(f"the PDF carries no {FILE_NAME}")
            stream = pdf.attachments[FILE_NAME].get_file().obj
            return _inflated(bytes(stream.read_raw_bytes()), _filters(stream))
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
