"""`manage.py verify_log`: does every line of the access log follow from the one before it?"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.management.office_option import add_office, chosen_offices
from screening.management.options import stop
from screening.office.file.log import head, missing_head, verify
from screening.office.keys import KeysMissingError
from screening.office.models import LogEntry, Office


class Command(BaseCommand):
    """Exit 0; 1 where a log was changed or its keys are missing; 2 where the arguments make no sense."""

    help = "Verify the access log, and print its head to be written down elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_office(parser)
        parser.add_argument(
            "--expect", metavar="NUMBER:MAC", help="a head that was written down, of --office"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Each office in turn."""
        if options["expect"] and not options["office"]:
            stop("--expect belongs to one office: name it with --office")
        expected = _head_of(options["expect"]) if options["expect"] else None
        # Each of them, also after one that is broken.
        holds = [self._office(office, expected) for office in chosen_offices(options["office"])]
        if not all(holds):
            sys.exit(1)

    def _office(self, office: Office, expected: tuple[int, str] | None) -> bool:
        self.stdout.write(f"{office.name} ({office.id})")
        try:
            problems = [f"line {broken.number}: {broken.why}" for broken in verify(office)]
            problems += [missing_head(office, *expected)] if expected else []
        except KeysMissingError:
            problems = ["the file of keys is missing: nothing can be verified (docs/office/keys.md)"]
        for problem in filter(None, problems):
            self.stdout.write(f"  {problem}")
        if any(problems):
            return False
        number, mac = head(office)
        count = LogEntry.objects.filter(office=office).count()
        self.stdout.write(f"  {count} lines hold. Write down: {number}:{mac}")
        return True


def _head_of(text: str) -> tuple[int, str]:
    number, _, mac = text.partition(":")
    if not (number.isascii() and number.isdigit() and len(number) < 19 and mac):
        stop("--expect is NUMBER:MAC as this command printed it")
    return int(number), mac
