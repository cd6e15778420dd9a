"""What the commands share: the as-of day, and how one ends when it cannot go on."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import NoReturn

from screening.interview.today import today


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
