"""`manage.py rotate_keys OFFICE`: a new sealing key, and everything sealed anew (docs/office/keys.md)."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.management.office_option import chosen_offices
from screening.management.options import stop
from screening.office.governance.rotation import PAUSE, BusyError, rotate
from screening.office.keys import KeysMissingError


class Command(BaseCommand):
    """Exit 0; 2 where keys are missing or another process is at it. Start it again if it was cut short."""

    help = "Change an office's sealing key. Staff and the public can go on working meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The office, and how long the last look waits for requests that were under way."""
        parser.add_argument("office", metavar="OFFICE", help="its id or its name")
        parser.add_argument(
            "--pause", type=float, default=PAUSE, help="seconds before the last look (%(default)s)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """One office, or every office of that name."""
        for office in chosen_offices(options["office"]):
            try:
                done = rotate(office, options["pause"])
            except KeysMissingError:
                stop(f"a key of {office.name} is missing: nothing was lost, nothing more was changed")
            except BusyError:
                stop(f"another process is changing the keys of {office.name}")
            again = " (an earlier change was finished)" if done.resumed else ""
            self.stdout.write(
                f"{office.name}: {done.screenings} screenings and {done.lines} log lines sealed anew{again}."
            )
            self.stdout.write("Copy the file of keys to its safe place now, and destroy the older copy.")
