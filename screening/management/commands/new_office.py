"""`manage.py new_office NAME --administrator USERNAME`: keys, the office, and the account that makes others."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand

from screening.management.options import stop
from screening.office.accounts.office_form import open_office


class Command(BaseCommand):
    """Exit 0 and the password once; 2 where there is nothing to make."""

    help = "Make an office and its first administrator; prints a password that is changed at first sign-in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The office's name and who administers it."""
        parser.add_argument("office", metavar="NAME", help="as staff and the public read it")
        parser.add_argument("--administrator", required=True, metavar="USERNAME")
        parser.add_argument("--name", default="", help="the administrator's full name")
        parser.add_argument("--attorney", action="store_true", help="decides and signs too")
        parser.add_argument("--bar-number", default="", help="with --attorney")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make it, whole or not at all."""
        try:
            password = open_office(
                options["office"],
                options["administrator"],
                options["name"],
                attorney=options["attorney"],
                bar_number=options["bar_number"],
            )
        except ValidationError as problem:
            stop(" ".join(problem.messages))
        self.stdout.write(f"User name:          {options['administrator']}")
        self.stdout.write(f"One-time password:  {password}")
        self.stdout.write("It is shown only now, and changed at the first sign-in under /office/.")
