"""`manage.py retention`: erase what is due (docs/office/retention.md), for a timer, once a day."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.interview.today import today
from screening.management.office_option import add_office, chosen_offices
from screening.office.file.freshen import freshen
from screening.office.file.name_forms import bring_names_up
from screening.office.governance import retention_run
from screening.office.keys import KeysMissingError, office_keys
from screening.office.models import Office


class Command(BaseCommand):
    """Exit 0; 1 where an office's keys are missing, what is stored is damaged, or a copy of what was erased still stands in SQLite's
    write-ahead log. Prints numbers of screenings, never a name."""

    help = "Erase what an office's periods say. --dry-run only lists it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would go, erase nothing")
        add_office(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Each office in turn, then the write-ahead log."""
        offices = list(chosen_offices(options["office"]))
        # Each of them, also after one that was not whole.
        done = [self._office(office, dry=options["dry_run"]) for office in offices]
        whole = all(done)
        if not options["dry_run"] and not retention_run.fold_in():
            self.stderr.write("Somebody was reading: the write-ahead log is cut at the next run.")
            whole = False
        if not whole:
            sys.exit(1)

    def _office(self, office: Office, *, dry: bool) -> bool:
        self.stdout.write(f"{office.name} ({office.id}){': would erase' if dry else ': erased'}")
        day = today()
        try:
            keys = office_keys(office.id)
            if not dry:
                freshen(office, keys, day)
                bring_names_up(office, keys)
            gone = (
                retention_run.would_erase(office, keys, day)
                if dry
                else retention_run.erase(office, keys, day)
            )
            count = sum(self._say(one) for one in gone)
            if not count:
                self.stdout.write("  nothing")
            kept = list(retention_run.not_erased(office, keys, day))
            for one in kept:
                self._say(one)
        except KeysMissingError:
            self.stderr.write("  a key is missing: what it opens is not erased (docs/office/keys.md)")
            return False
        return not any(one.reason == retention_run.DAMAGED for one in kept)

    def _say(self, one: retention_run.Due) -> int:
        told = (one.reason, one.what or str(one.count), one.detail)
        self.stdout.write("  " + "  ".join(text for text in told if text))
        return one.count
