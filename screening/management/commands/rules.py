"""`manage.py rules`: every one of them, as data or to read (contract section 5)."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from screening.summary.describe_rules import rules, rules_markdown


class Command(BaseCommand):
    """Prints to standard output, in English."""

    help = "Print the rules as JSON or Markdown."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments of the contract."""
        parser.add_argument("--format", choices=("json", "markdown"), default="markdown")

    def handle(self, *_args: object, **options: Any) -> None:
        """Print."""
        with translation.override("en"):
            if options["format"] == "json":
                self.stdout.write(json.dumps(rules(), ensure_ascii=False, indent=1))
            else:
                self.stdout.write(rules_markdown())
