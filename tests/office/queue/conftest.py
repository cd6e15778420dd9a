"""Screenings for the queue, quick to make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from screening.interview.document import Case, Document
from screening.interview.today import today
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CaseFile, ConflictCheck, Deadline
from screening.office.matter import Matter
from screening.office.models import Member, Office, Screening
from tests.office.conftest import make_member, signed_in_as


MakeFolder = Callable[..., Folder]

# A plea in Fresno that nobody warned about: 1016.5 and 1473.7 stay open.
PLEA = {"court": "california", "county": "Fresno", "said_guilty": "yes"}


def a_file(you: dict[str, Any] | None = None, case: dict[str, Any] | None = None, **parts: Any) -> CaseFile:
    """A file with these answers; the conflict check found nothing."""
    document = Document(you=dict(you or {}), cases=[Case("1", {**PLEA, **(case or {})})])
    document.language = parts.pop("language", "en")
    clear = ConflictCheck("clear", "", [], "Dana", "X", "2026-11-01T10:00:00+00:00")
    return CaseFile(**{"document": document, "conflict": clear, **parts})


def in_days(days: int) -> str:
    """A day from today on, as files keep it."""
    return (today() + timedelta(days=days)).isoformat()


def due(days: int) -> list[Deadline]:
    """One day that the office has to keep."""
    return [Deadline("d", in_days(days), "file the motion")]


@pytest.fixture
def member(office: Office) -> Member:
    """A member who works with screenings."""
    return make_member(office, "intake", name="Dana K.")


@pytest.fixture
def client(member: Member) -> Client:
    """The browser of that member."""
    return signed_in_as(member)


@pytest.fixture
def make_folder(member: Member) -> MakeFolder:
    """A screening of the office that somebody began."""

    def make(
        name: str = "Marisol Vega", *, status: str = "new", by: Member | None = None, **file: Any
    ) -> Folder:
        folder = cabinet.begin(by or member, Matter(name=name), a_file(**file))
        if status != "new":
            cabinet.put_back(folder, status=status)
        return folder

    return make


def sent_from_outside(office: Office, name: str = "Reza Karimi", **file: Any) -> Screening:
    """What a person sent and nobody opened."""
    return cabinet.file_new(office, Matter(name=name), a_file(**file))


def page(client: Client, query: str = "") -> str:
    """The queue as it is shown."""
    response = client.get(f"/office/{query}")
    assert response.status_code == 200, response.status_code
    return response.content.decode()
