"""`manage.py waiting`: does anybody wait for an office? For a timer; it says counts and nothing of anybody."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.interview.today import today
from screening.management.office_option import add_office, chosen_offices
from screening.office.file.waiting import mail, waiting


class Command(BaseCommand):
    """Exit 0 where nobody waits, else 1."""

    help = "Say how many screenings nobody has opened, and how many have a date within three days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which office, and whether to write to the operator's address."""
        parser.add_argument(
            "--mail", action="store_true", help="also to the address `notices` of operator.toml"
        )
        add_office(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        """One line for all of them together."""
        found = waiting(chosen_offices(options["office"]), today())
        self.stdout.write(str(found) or "nothing waits")
        if options["mail"]:
            mail(found)
        if str(found):
            sys.exit(1)
