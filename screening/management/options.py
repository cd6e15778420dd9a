"""What the commands share: the as-of day, printing in two forms, and how one ends when it cannot go on."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils import translation

from screening.interview.today import today


class PrintingCommand(BaseCommand):
    """Prints what the program holds, in English: `--format json|markdown`."""

    def as_json(self) -> object:
        """What `--format json` prints, as JSON can hold it."""
        raise NotImplementedError

    def as_markdown(self) -> str:
        """What `--format markdown` prints."""
        raise NotImplementedError

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments of the contract."""
        parser.add_argument("--format", choices=("json", "markdown"), default="markdown")

    def handle(self, *_args: object, **options: Any) -> None:
        """Print to standard output."""
        with translation.override("en"):
            if options["format"] == "json":
                self.stdout.write(json.dumps(self.as_json(), ensure_ascii=False, indent=1))
            else:
                self.stdout.write(self.as_markdown())


def add_as_of(parser: ArgumentParser) -> None:
    """`--as-of DATE`, by default today in California."""
    parser.add_argument(
        "--as-of", type=_day, default=today(), metavar="DATE", help="YYYY-MM-DD; default today"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("not a day: write YYYY-MM-DD") from None


def stop(message: str) -> NoReturn:
    """One line on standard error, exit 2: the command could not do its work at all."""
    sys.stderr.write(f"{message}\n")
    sys.exit(2)
