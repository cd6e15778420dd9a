"""`manage.py screen FILE`: the rules over a file of records, one line out for each (contract section 5)."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, islice
from pathlib import Path
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand

from screening.bulk.lines import STANDARD_INPUT, UnreadableFileError
from screening.bulk.reader import FORMATS, BadRecord, Record, read_records
from screening.bulk.writer import Write, csv_writer, jsonl_writer
from screening.management.options import add_as_of, stop


class Command(BaseCommand):
    """Exit 0; 1 where a record was bad; 2 where the file cannot be read at all."""

    help = "Screen a file of records (JSONL or CSV) under the law of one day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments of the contract."""
        parser.add_argument("file", help="a file, or - for standard input")
        parser.add_argument("--input-format", choices=FORMATS)
        parser.add_argument("--format", choices=FORMATS, default="jsonl")
        parser.add_argument("--output", help="a file; without it standard output")
        parser.add_argument("--next-facts", action="store_true", help="fill that column of CSV")
        add_as_of(parser)

    def handle(self, *_args: object, **options: Any) -> None:
        """Read, evaluate and write one record at a time."""
        records = read_records(options["file"], options["input_format"])
        try:
            first = list(islice(records, 1))  # a file that cannot be read leaves no output behind
            with self._stream(options["file"], options["output"]) as stream:
                bad = _screen(chain(first, records), _writer(stream, options))
        except UnreadableFileError as error:
            stop(str(error))
        if bad:
            sys.exit(1)

    def _stream(self, file: str, output: str | None) -> AbstractContextManager[TextIO]:
        if output is None:
            return nullcontext(cast("TextIO", self.stdout))
        try:
            if Path(output).exists() and file != STANDARD_INPUT and Path(output).samefile(file):
                stop("the output is the file that is read: it would be lost")
            return Path(output).open("w", encoding="utf-8", newline="")
        except OSError as error:
            stop(f"cannot write the output: {error.strerror}")


def _writer(stream: TextIO, options: dict[str, Any]) -> Write:
    if options["format"] == "jsonl":
        return jsonl_writer(stream, options["as_of"])
    return csv_writer(stream, options["as_of"], with_next_facts=options["next_facts"])


def _screen(records: Iterable[Record | BadRecord], write: Write) -> bool:
    """Write each record's result; True where one was bad."""
    bad = False
    for record in records:
        bad |= isinstance(record, BadRecord)
        write(record)
    return bad
