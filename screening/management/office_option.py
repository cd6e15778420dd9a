"""Commands that work on an office: which one."""

from __future__ import annotations

from argparse import ArgumentParser

from django.db.models import QuerySet

from screening.management.options import stop
from screening.office.models import Office


def add_office(parser: ArgumentParser) -> None:
    """The option `--office`, by id or name."""
    parser.add_argument("--office", metavar="ID", help="one office, by its id or its name; without it all")


def chosen_offices(text: str | None) -> QuerySet[Office]:
    """The offices meant. Ends the command with exit 2 where there is none of this id or name."""
    offices = Office.objects.order_by("created_at", "id")
    if not text:
        return offices
    found = offices.filter(pk=text) | offices.filter(name=text)
    if not found.exists():
        stop(f"there is no office {text!r}")
    return found
