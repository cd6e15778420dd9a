"""`manage.py disclose`: everything that this server can produce about one screening (docs/office/legal-process.md)."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.management.office_option import add_office, chosen_offices
from screening.management.options import stop
from screening.office.file import log
from screening.office.governance import disclosing
from screening.office.ids import heard
from screening.office.keys import KeysMissingError
from screening.office.models import PastClient, Screening


class Command(BaseCommand):
    """Exit 0; 1 where this server holds nothing under the number; 2 where the arguments make no sense."""

    help = "List what the server can produce about one screening. Of an anonymous interview: nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Exactly one of three: a number, a run, or --all."""
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("number", nargs="?", metavar="NUMBER|ID", help="as printed, or the whole id")
        which.add_argument("--run", metavar="PATH-OR-RUN", help="the address of an anonymous interview")
        which.add_argument("--all", action="store_true", help="how many rows each table has, nothing else")
        parser.add_argument("--open", action="store_true", help="print what the sealed parts open to")
        add_office(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["all"]:
            for table, count in disclosing.counts():
                self.stdout.write(f"{count:8,}  {table}")
        elif options["run"]:
            self._run(options["run"])
        else:
            self._screening(options)

    def _run(self, address: str) -> None:
        """`/s/<run>/…`, or the run itself."""
        parts = [part for part in address.split("?")[0].split("/") if part]
        run = parts[parts.index("s") + 1] if "s" in parts[:-1] else parts[-1] if parts else ""
        if len(run) < 16:
            stop("this is not the address of an interview: /s/ and 22 characters")
        found = disclosing.cells_with(run)
        for table, column in found:
            self.stdout.write(f"{table}.{column}")
        if found:
            sys.exit(1)
        self.stdout.write("Nothing. No cell of the database holds this run.")
        self.stdout.write(
            "The row of an interview is named by a key that only the visitor's browser holds, and is sealed under "
            "the same key. The server cannot tell which row belongs to this address, nor whether there is one."
        )

    def _screening(self, options: dict[str, Any]) -> None:
        ids = disclosing.ids_of(_number(options["number"]), chosen_offices(options["office"]))
        if not ids:
            self.stdout.write("This server holds nothing under this number.")
            self._say_unreadable()
            sys.exit(1)
        if len(ids) > 1:
            stop(f"{len(ids)} ids begin with this; write one of them whole: {', '.join(ids)}")
        for cell in disclosing.about(ids[0]):
            self.stdout.write(f"{cell.table}.{cell.column}: {cell.value}")
        self._sealed(ids[0], show=options["open"])
        self._say_unreadable()
        places = ", ".join(f"{table}.{column}" for table, column in disclosing.cells_with(ids[0]))
        self.stdout.write(f"The id itself stands in clear in: {places or 'no cell'}")

    def _sealed(self, screening_id: str, *, show: bool) -> None:
        screenings = Screening.objects.filter(pk=screening_id)
        row = screenings.first() or PastClient.objects.filter(pk=screening_id).first()
        if row is None:
            self.stdout.write("The screening itself is erased.")
            return
        try:
            parts = disclosing.sections(row)
        except KeysMissingError:
            self.stdout.write("The sealed parts cannot be opened here: their key is missing.")
            return
        log.note_for(row.office, log.Act.VIEWED, row.id, "disclose, opened" if show else "disclose, listed")
        for name, part in parts.items():
            held = ", ".join(key for key, value in sorted(part.items()) if value)
            self.stdout.write(f"sealed_{name} opens to: {held or 'nothing but empty fields'}")
            if show:
                self.stdout.write(json.dumps(part, ensure_ascii=False, indent=1))

    def _say_unreadable(self) -> None:
        for office in disclosing.unreadable_logs():
            self.stdout.write(f"The log of {office.name} cannot be opened here: its keys are missing.")


def _number(text: str) -> str:
    number = heard(text)
    if not number:
        stop("this is no number of a screening: four characters of it or more, for example 4TND-8C2K")
    return number
