"""`manage.py past_clients OFFICE FILE`: names of clients from before, for the conflict check (docs/commands.md)."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.bulk.lines import UnreadableFileError
from screening.bulk.reader import read_rows
from screening.management.office_option import chosen_offices
from screening.management.options import stop
from screening.office.governance.past_clients import COLUMNS, bring_in
from screening.office.keys import KeysMissingError


class Command(BaseCommand):
    """Exit 0; 1 where a row was bad (the others are kept); 2 where the file or the office cannot be read.

    Prints counts and numbers of lines, never a name.
    """

    help = "Bring in names of past clients from a CSV file, for the conflict check. Twice adds nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The office, and the file."""
        parser.add_argument("office", metavar="OFFICE", help="its id or its name")
        parser.add_argument("file", metavar="FILE", help="CSV: name, or first and last; other_names")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read it row by row."""
        offices = list(chosen_offices(options["office"]))
        if len(offices) != 1:
            stop("which office? Give its id.")
        try:
            brought = bring_in(offices[0], read_rows(options["file"], COLUMNS))
        except UnreadableFileError as unreadable:
            stop(str(unreadable))
        except KeysMissingError:
            stop("The office's keys are not here: nothing can be sealed or noted in its log.")
        for line, problem in brought.bad:
            self.stderr.write(f"line {line}: {problem}")
        bad = f", {len(brought.bad)} lines could not be read" if brought.bad else ""
        self.stdout.write(f"{brought.added} added, {brought.there} were there{bad}")
        if brought.bad:
            sys.exit(1)
