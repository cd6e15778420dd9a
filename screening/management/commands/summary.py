"""`manage.py summary FILE --output DIR`: the attorney's paper as PDF, one a person (contract section 5)."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, count, islice
from pathlib import Path
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand
from django.utils import translation

from screening.bulk.reader import FORMATS, BadRecord, Record, UnreadableFileError, read_records
from screening.management.options import add_as_of, stop
from screening.summary.pdf import attorney_pdf
from screening.summary.report import CaseRecord, build_report


# Which records make a paper: its number in order of first appearance, and the records.
Batch = tuple[int, list[Record]]


class Command(BaseCommand):
    """Exit 0; 1 where a record was bad; 2 where nothing could be done at all."""

    help = "Make a PDF for an attorney for each person in a file of records (JSONL or CSV)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments of the contract."""
        parser.add_argument("file", help="a file, or - for standard input")
        parser.add_argument("--output", required=True, metavar="DIR", help="a folder; made if it is missing")
        parser.add_argument("--input-format", choices=FORMATS)
        parser.add_argument("--for", dest="reader", choices=("attorney", "client"), default="attorney")
        parser.add_argument("--language", default="en")
        add_as_of(parser)

    def handle(self, *_args: object, **options: Any) -> None:
        """Write one paper after the other, and a line of JSON for each on standard output."""
        if options["reader"] != "attorney" or options["language"] != "en":
            stop("only --for attorney --language en is made so far")
        out = cast("TextIO", self.stdout)
        records = read_records(options["file"], options["input_format"])
        try:
            first = list(islice(records, 1))  # a file that cannot be read leaves no folder behind
            folder = _folder(options["output"])
            with translation.override("en"):
                bad = _papers(chain(first, records), folder, options["as_of"], out)
        except UnreadableFileError as error:
            stop(str(error))
        if bad:
            sys.exit(1)


def _folder(output: str) -> Path:
    """Papers name nobody, and yet nobody else on the machine has to read them."""
    folder = Path(output)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        stop(f"cannot make the output folder: {error.strerror}")
    return folder


def _papers(records: Iterable[Record | BadRecord], folder: Path, as_of: date, out: TextIO) -> bool:
    """Write every paper; True where a record was bad."""
    bad = False

    def good() -> Iterator[Record]:
        nonlocal bad
        for record in records:
            if isinstance(record, BadRecord):
                bad = True
                _line(out, record.as_json())
            else:
                yield record

    for number, batch in _batches(good()):
        _write(folder, number, batch, as_of, out)
    return bad


def _batches(records: Iterable[Record]) -> Iterator[Batch]:
    """A record without a person is a paper at once; those of a person wait until all are read."""
    numbers = count(1)
    waiting: dict[str, Batch] = {}
    for record in records:
        if record.person is None:
            yield next(numbers), [record]
        elif record.person in waiting:
            waiting[record.person][1].append(record)
        else:
            waiting[record.person] = (next(numbers), [record])
    yield from waiting.values()


def _write(folder: Path, number: int, records: list[Record], as_of: date, out: TextIO) -> None:
    cases = [CaseRecord(place, record.answers.values) for place, record in enumerate(records, start=1)]
    name = f"{number:04}.pdf"
    try:
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(attorney_pdf(build_report(cases, as_of)))
    except OSError as error:
        stop(f"cannot write {name}: {error.strerror}")
    _line(out, {"file": name, "ids": [record.id for record in records]})


def _line(out: TextIO, data: dict[str, object]) -> None:
    out.write(json.dumps(data, ensure_ascii=False) + "\n")
