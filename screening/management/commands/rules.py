"""`manage.py rules`: every one of them, as data or to read (contract section 5)."""

from __future__ import annotations

from screening.law.describe_rules import rules, rules_markdown
from screening.management.options import PrintingCommand


class Command(PrintingCommand):
    help = "Print the rules as JSON or Markdown."

    def as_json(self) -> object:
        return rules()

    def as_markdown(self) -> str:
        return rules_markdown()
