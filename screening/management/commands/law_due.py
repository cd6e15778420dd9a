"""`manage.py law_due`: which points of which authorities an attorney has to check against the official text."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.law.authority_checks import due_points, every_point
from screening.management.options import add_as_of
from screening.summary.page.checked import Check


class Command(BaseCommand):
    """Exit 0 where nothing is due, else 1, so that a scheduled run can tell."""

    help = "List the points of authorities whose check is missing, too old, or found a difference."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day to judge by."""
        add_as_of(parser)

    def handle(self, *_args: object, **options: Any) -> None:
        """One line a point, then how many of how many."""
        due = due_points(options["as_of"])
        for point, check in due:
            self.stdout.write(f"{point.printed}: {point.proposition} {_why(check)}")
        self.stdout.write(f"{len(due)} of {len(list(every_point()))} points are due.")
        if due:
            sys.exit(1)


def _why(check: Check | None) -> str:
    if check is None:
        return "(never checked)"
    found = "checked" if check.agrees else "found to differ"
    return f"({found} on {check.on}, by {check.by})"
