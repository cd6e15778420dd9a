"""System checks that say in one line what this machine lacks: for the PDF, and of the offices' keys."""

from importlib import import_module
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage
from django.core.checks import Warning as CheckWarning
from django.db import DatabaseError, connection


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


def office_keys(**_: Any) -> list[CheckMessage]:
    """Each office's file of keys is there and nobody else can read it. The public side has none."""
    if settings.PCR_SIDE == "public":
        return []
    return [warning for office_id in _offices() for warning in _of_keys(office_id)]


def _offices() -> list[str]:
    """Their ids; none before there is a database. A check makes none."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not Path(name).exists():
        return []
    try:
        return list(apps.get_model("office", "Office").objects.values_list("pk", flat=True))
    except DatabaseError:
        return []


def _of_keys(office_id: str) -> list[CheckMessage]:
    path = Path(settings.PCR_OFFICE_KEYS) / f"{office_id}.json"
    if not path.exists():
        return [
            CheckWarning(
                f"The keys of the office {office_id} are missing: nothing of it can be opened.",
                hint="Put the file back from its copy (docs/office/keys.md).",
                id="screening.W002",
            )
        ]
    if (path.stat().st_mode | path.parent.stat().st_mode) & 0o077:
        return [
            CheckWarning(
                f"Others on this machine can read the keys of the office {office_id}.",
                hint=f"chmod 700 {path.parent}; chmod 600 {path}",
                id="screening.W003",
            )
        ]
    return _of_public_key(office_id)


def _of_public_key(office_id: str) -> list[CheckMessage]:
    """Whoever can write to the database could put a key of their own there, and read what comes next."""
    from screening.office.keys import KeysMissingError, office_keys

    office = apps.get_model("office", "Office").objects.get(pk=office_id)
    try:
        fits = bytes(office.public_key) == office_keys(office_id).public
    except KeysMissingError:
        fits = False
    if fits:
        return []
    return [
        CheckWarning(
            f"The database seals for the office {office_id} with a key that its file does not hold as its newest.",
            hint="Stop the public side. Somebody changed the key, or a rotation was cut short (docs/office/keys.md).",
            id="screening.W004",
        )
    ]
