"""`manage.py verify FILE`: does a result that was kept still hold? Contract section 5, "a stored result"."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from screening.bulk.in_words import counted, day_words
from screening.bulk.lines import UnreadableFileError
from screening.bulk.stored import StoredError, StoredLine
from screening.bulk.stored_file import StoredFile, read_stored
from screening.bulk.verify import verify_line
from screening.bulk.verify_pages import pages
from screening.law.authority_checks import checks_if_any
from screening.management.options import add_as_of, stop
from screening.rules.record import clean_text
from screening.rules.version import rules_version


_LONGEST_ID = 60
_NOT_SCREENED = "a record that could not be screened; nothing to verify"


class Command(BaseCommand):
    """Exit 0 where all is the same; 1 where something differs or a line is no result; 2 where the file cannot be read."""

    help = (
        "Compute stored results again (a PDF, a summary.json, or what screen wrote): same, or what differs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A file, and the day that counts as today."""
        parser.add_argument("file", help="a PDF that carries summary.json, or a file of JSON")
        add_as_of(parser)

    def handle(self, *_args: object, **options: Any) -> None:
        """A sentence for each thing that differs, then the sum of it."""
        try:
            with translation.override("en"), read_stored(options["file"]) as file:
                holds = self._verified(file, options["as_of"])
        except UnreadableFileError as error:
            stop(str(error))
        if not holds:
            sys.exit(1)

    def _verified(self, file: StoredFile, today: date) -> bool:
        # A PDF holds one person's cases. A file of lines may hold a million, of which none is kept.
        kept: list[StoredLine] = []
        told: set[str] = set()
        read = differing = unread = 0
        for line in file.results:
            if isinstance(line, StoredError):
                self.stdout.write(f"{line.where}: {line.says or _NOT_SCREENED}.")
                unread += bool(line.says)
                continue
            read += 1
            differing += self._differs(line, today, told)
            kept += [line] if file.pdf else []
        same_pages = not file.pdf or self._pages(file, kept)
        holds = same_pages and not differing and not unread
        self.stdout.write(
            _same(read, today) if holds else _other(read, differing, unread, same_pages=same_pages)
        )
        return holds

    def _pages(self, file: StoredFile, lines: list[StoredLine]) -> bool:
        same, says = pages(file, lines, checks_if_any)
        self.stdout.write(says)
        return same

    def _differs(self, line: StoredLine, today: date, told: set[str]) -> bool:
        """Say what differs. What is said of the rules or the law and of no case is `told` once."""
        try:
            found = verify_line(line, today)
        except UnreadableFileError as error:
            self.stdout.write(f"{error}.")
            return True
        for difference in found:
            if not difference.general:
                self.stdout.write(f"{_name(line)}: {difference.says}")
            elif difference.says not in told:
                self.stdout.write(difference.says)
                told.add(difference.says)
        return bool(found)


def _name(line: StoredLine) -> str:
    return clean_text(line.id)[:_LONGEST_ID] or line.where


def _same(read: int, today: date) -> str:
    what = counted(read, "result is", "results are")
    return f"same: {what} what rules {rules_version()} give, on the stored day and on {day_words(today)}."


def _other(read: int, differing: int, unread: int, *, same_pages: bool) -> str:
    parts = [f"{differing:,} of {counted(read, 'result', 'results')}"] if differing else []
    parts += [] if same_pages else ["the pages"]
    parts += [counted(unread, "line that cannot be read", "lines that cannot be read")] if unread else []
    return f"differs: {' and '.join(parts)}."
