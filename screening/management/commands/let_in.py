"""`manage.py let_in USERNAME`: for an administrator who lost password or second factor, and has no colleague."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from screening.management.options import stop
from screening.office.accounts.staff import let_in_again
from screening.office.keys import KeysMissingError
from screening.office.models import Member


class Command(BaseCommand):
    """Exit 0 and the password once; 2 where there is no such account, or no keys to note it with."""

    help = "Give an account a new one-time password and take its second factor away; ends its sign-ins."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Reset it, and note that in the access log of the office."""
        member = Member.objects.filter(username=options["username"].lower()).first()
        if member is None:
            stop("There is no such account.")
        try:
            self.stdout.write(f"One-time password:  {let_in_again(member)}")
        except KeysMissingError:
            stop("The office's keys are not here, so this cannot be noted in its log. Nothing was changed.")
