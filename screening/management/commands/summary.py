"""`manage.py summary FILE --output DIR`: the attorney's paper or the client's copy, one a person.

Contract section 5. What the print page leaves out without a tick is always left out of a copy made here.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, count, islice
from pathlib import Path
from typing import Any, TextIO, cast

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from screening.bulk.lines import UnreadableFileError
from screening.bulk.reader import FORMATS, BadRecord, Record, read_records
from screening.law.authority_checks import checks_if_any
from screening.management.options import add_as_of, stop
from screening.questions.wording import voice
from screening.summary.as_json.redacted import redacted_report
from screening.summary.client.copy import build_client_copy
from screening.summary.pdf.papers import attorney_pdf, client_pdf
from screening.summary.report.building import CaseRecord, attorney_report


# Which records make a paper: its number in order of first appearance, and the records.
Batch = tuple[int, list[Record]]
# The cases of one person become a PDF.
Make = Callable[[Sequence[CaseRecord]], bytes]


class Command(BaseCommand):
    """Exit 0; 1 where a record was bad; 2 where nothing could be done at all."""

    help = "Make a PDF for an attorney or a client for each person in a file of records (JSONL or CSV)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments of the contract."""
        parser.add_argument("file", help="a file, or - for standard input")
        parser.add_argument("--output", required=True, metavar="DIR", help="a folder; made if it is missing")
        parser.add_argument("--input-format", choices=FORMATS)
        parser.add_argument("--for", dest="reader", choices=("attorney", "client"), default="attorney")
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            help="of the client's copy; the attorney's paper is English, with this one beside the answers",
        )
        parser.add_argument(
            "--everything",
            action="store_true",
            help="the client's page for a pocket with the long copy behind it",
        )
        parser.add_argument(
            "--redacted",
            action="store_true",
            help="the attorney's paper for co-counsel or an expert: no county, dates to the year, no free words",
        )
        add_as_of(parser)

    def handle(self, *_args: object, **options: Any) -> None:
        """Write one paper after the other, and a line of JSON for each on standard output."""
        if options["language"] not in dict(settings.LANGUAGES):
            stop(f"unknown language; there are {', '.join(dict(settings.LANGUAGES))}")
        make = _maker(options, options["as_of"], options["language"])
        out = cast("TextIO", self.stdout)
        records = read_records(options["file"], options["input_format"])
        try:
            first = list(islice(records, 1))  # a file that cannot be read leaves no folder behind
            folder = _folder(options["output"])
            bad = _papers(chain(first, records), folder, make, out)
        except UnreadableFileError as error:
            stop(str(error))
        if bad:
            sys.exit(1)


def _maker(options: Mapping[str, Any], as_of: date, language: str) -> Make:
    for_attorney = options["reader"] == "attorney"
    if options["everything"] and for_attorney:
        stop("--everything is for the client's copy")
    if not options["redacted"]:
        if for_attorney:
            return lambda cases: attorney_pdf(attorney_report(cases, as_of, language, checks_if_any()))
        return _for_client(as_of, language, everything=options["everything"])
    if not for_attorney or language != settings.LANGUAGE_CODE:
        stop("--redacted is for the attorney's paper, in English alone")
    return lambda cases: attorney_pdf(redacted_report(cases, as_of, checks_if_any()))


def _for_client(as_of: date, language: str, *, everything: bool) -> Make:
    def make(cases: Sequence[CaseRecord]) -> bytes:
        spoken = voice(language, cases[0].answers)
        with translation.override(spoken):
            return client_pdf(build_client_copy(cases, as_of), spoken, everything=everything)

    return make


def _folder(output: str) -> Path:
    """Papers name nobody, and yet nobody else on the machine has to read them."""
    folder = Path(output)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        stop(f"cannot make the output folder: {error.strerror}")
    return folder


def _papers(records: Iterable[Record | BadRecord], folder: Path, make: Make, out: TextIO) -> bool:
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
        _write(folder, number, batch, make, out)
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


def _write(folder: Path, number: int, records: list[Record], make: Make, out: TextIO) -> None:
    cases = [CaseRecord(place, record.answers.values) for place, record in enumerate(records, start=1)]
    name = f"{number:04}.pdf"
    try:
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(make(cases))
    except OSError as error:
        stop(f"cannot write {name}: {error.strerror}")
    _line(out, {"file": name, "ids": [record.id for record in records]})


def _line(out: TextIO, data: dict[str, object]) -> None:
    out.write(json.dumps(data, ensure_ascii=False) + "\n")
