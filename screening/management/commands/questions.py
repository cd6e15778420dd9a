"""`manage.py questions`: every one of them, as data or to read (contract section 5)."""

from __future__ import annotations

from screening.management.options import PrintingCommand
from screening.questions.describe import questions, questions_markdown


class Command(PrintingCommand):
    help = "Print the questions as JSON or Markdown."

    def as_json(self) -> object:
        return questions()

    def as_markdown(self) -> str:
        return questions_markdown()
