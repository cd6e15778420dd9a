"""A system check that says in one line what the PDF lacks on this machine."""

from importlib import import_module
from typing import Any

from django.core.checks import CheckMessage
from django.core.checks import Warning as CheckWarning


def pdf_libraries(**_: Any) -> list[CheckMessage]:
    """WeasyPrint loads Pango when it is imported; without it only the PDF fails."""
    try:
        import_module("weasyprint")
    except OSError as missing:
        return [
            CheckWarning(
                f"The PDF cannot be made: {missing}",
                hint="apt-get install -y --no-install-recommends $(cat apt.txt)",
                id="screening.W001",
            )
        ]
    return []
