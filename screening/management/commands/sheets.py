"""`manage.py sheets`: where each line of the two sheets of paper stands in the attorney's summary."""

from __future__ import annotations

from screening.management.options import PrintingCommand
from screening.summary.worksheet.describe_sheets import sheets, sheets_markdown


class Command(PrintingCommand):
    """The lines of the sheets."""

    help = "Print where each line of the two sheets of paper stands in the summary, as JSON or Markdown."

    def as_json(self) -> object:
        return sheets()

    def as_markdown(self) -> str:
        return sheets_markdown()
