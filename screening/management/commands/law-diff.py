"""`manage.py law-diff A.jsonl B.jsonl`: what moved between two files of results, and why.

A command is called as its file is; this one's name has a hyphen, and nobody imports it by a statement.
"""  # noqa: N999

from __future__ import annotations

import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from screening.bulk.law_diff import law_diff
from screening.bulk.law_diff_words import law_diff_words
from screening.bulk.lines import UnreadableFileError, opened
from screening.management.options import stop


_MOST_IDS = 10


class Command(BaseCommand):
    """Exit 0 where nothing moved; 1 where something did or a line is no result; 2 where a file cannot be read."""

    help = "Say what moved between two result files (JSONL) of the same records: how many, which, why."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("first", metavar="A.jsonl", help="results that screen wrote")
        parser.add_argument(
            "second", metavar="B.jsonl", help="results of the same records, to compare with A"
        )
        parser.add_argument(
            "--all", action="store_true", help="name every record, not the first ten of a group"
        )

    def handle(self, *_args: object, **options: Any) -> None:
        """Exit 1 where something moved."""
        with ExitStack() as stack, translation.override("en"):
            try:
                first, second = (stack.enter_context(opened(options[name])) for name in ("first", "second"))
                diff = law_diff(first, second)
            except UnreadableFileError as error:
                stop(str(error))
            for says in law_diff_words(diff, None if options["all"] else _MOST_IDS):
                self.stdout.write(says)
        if not diff.nothing_moved:
            sys.exit(1)
