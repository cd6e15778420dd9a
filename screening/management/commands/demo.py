"""`manage.py demo`: a demonstration office with invented people. `./run demo` calls it and serves it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.management.options import stop
from screening.office.demo.accounts import ACCOUNTS, PASSWORD, KeysLostError
from screening.office.demo.making import (
    NoDemonstrationError,
    make_demonstration,
    refuse_where_people_are_real,
)


class Command(BaseCommand):
    """Exit 0 once it stands, 2 where it may not."""

    help = "Make a demonstration office with ready accounts and invented people, or add what is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--code USERNAME` prints the six digits of now instead."""
        names = [account.username for account in ACCOUNTS]
        parser.add_argument("--code", choices=names, help="print this account's six digits of now, no more")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make it, or print a code."""
        try:
            refuse_where_people_are_real()
            if options["code"]:
                self._code(options["code"])
            else:
                self._make()
        except NoDemonstrationError as why:
            stop(str(why))
        except KeysLostError:
            stop("The keys of the demonstration office are gone. Remove its folder and start again.")

    def _code(self, username: str) -> None:
        account = next(one for one in ACCOUNTS if one.username == username)
        self.stdout.write(account.code())

    def _make(self) -> None:
        made = make_demonstration()
        self.stdout.write(f"Accounts added: {made.accounts}. Screenings added: {made.screenings}.")
        self.stdout.write(f"Every account has the password: {PASSWORD}")
        for one in ACCOUNTS:
            self.stdout.write(f"  {one.username:10}{one.does:34}app secret {one.secret}")
        self.stdout.write("Six digits without an app: .venv/bin/python manage.py demo --code USERNAME")
