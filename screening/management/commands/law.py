"""`manage.py law --output DIR`: the open law as Markdown, the same that the public pages show."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from screening.law.book import book
from screening.management.options import add_as_of, stop


class Command(BaseCommand):
    """Exit 0; 2 where the folder cannot be written."""

    help = (
        "Write the law as the rules read it: each remedy, its decision tables, authorities and decided cases."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and for which day."""
        parser.add_argument("--output", required=True, metavar="DIR", help="a folder; made if it is missing")
        add_as_of(parser)

    def handle(self, *_args: object, **options: Any) -> None:
        """Write the files. A file of another name that stands there is left alone."""
        with translation.override("en"):
            files = book(options["as_of"])
        folder = Path(options["output"])
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (folder / name).write_text(text, encoding="utf-8")
        except OSError as fault:
            stop(f"{folder}: {fault.strerror}")
        self.stdout.write(f"{len(files)} files in {folder}")
