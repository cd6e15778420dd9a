"""A call that passed its conflict check, and a way to answer its questions as a browser would."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from screening.interview.document import Document
from screening.office.file import cabinet, journal
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CaseFile, ConflictCheck
from screening.office.matter import Matter
from screening.office.models import Member, Office
from screening.rules.answers import Value
from tests.office.conftest import make_member, signed_in_as


def a_check(result: str = "none") -> ConflictCheck:
    """A conflict check with this result."""
    return ConflictCheck(result, "", [], "Dana", "", journal.now())


def begin(member: Member, name: str = "Marisol Vega", *, language: str = "es", **fields: Any) -> Folder:
    """A call that a member began; `conflict` may be None."""
    fields = {"conflict": a_check(), "began_at": journal.now(), **fields}
    return cabinet.begin(member, Matter(name=name), CaseFile(Document(language=language), **fields))


def question_url(screening_id: str, step: str, case: int = 1) -> str:
    """The address of a question."""
    return reverse("call_question", kwargs={"screening_id": screening_id, "case": case, "step": step})


FIELD = re.compile(r'<(?:input|textarea|select)\b[^>]*\bname="([^"]+)"[^>]*>')


class Asking:
    """One member in one call, as a browser: the fields of the form stand as the page shows them."""

    def __init__(self, member: Member, screening_id: str) -> None:
        self.member, self.screening_id = member, screening_id
        self.client: Client = signed_in_as(member)

    def html(self, step: str, case: int = 1, query: str = "") -> str:
        """The page of a question as text."""
        response = self.client.get(question_url(self.screening_id, step, case) + query)
        assert response.status_code == 200, response.get("Location")
        return " ".join(response.content.decode().split())

    def fields(self, step: str, case: int = 1) -> dict[str, Any]:
        """What the form would send if nobody touched it."""
        html = self.html(step, case)
        fields: dict[str, Any] = {name: value_of(html, name) for name in ("s", "v", "shown", "n")}
        fields["source"] = checked(html, "source")
        fields["sure"] = checked(html, "sure")
        note = re.search(r'name="note"[^>]*>(.*?)</textarea>', html)
        fields["note"] = unescape(note.group(1)) if note else ""
        return fields

    def send(self, step: str, case: int = 1, **more: Any) -> str:
        """Send the form with these fields; where it leads."""
        return self.send_as({**self.fields(step, case), **more}, step, case)

    def send_as(self, data: dict[str, Any], step: str, case: int = 1) -> str:
        """Send these fields alone."""
        response = self.client.post(question_url(self.screening_id, step, case), data)
        assert response.status_code == 302, response.status_code
        return str(response["Location"])

    @property
    def folder(self) -> Folder:
        """The screening as it is stored now."""
        return cabinet.take(self.member, self.screening_id)

    def answer(self, key: str, case: int = 1) -> Value | None:
        """A stored answer that counts."""
        return self.folder.file.document.used(case).get(key)


def value_of(html: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, name
    return unescape(found.group(1))


def checked(html: str, name: str) -> str:
    """The value of the radio button that is chosen; empty where none is."""
    found = re.search(rf'name="{name}" value="([^"]*)" checked', html)
    return found.group(1) if found else ""


@pytest.fixture
def asking(office: Office) -> Asking:
    """A call that a member of the office just began."""
    member = make_member(office)
    return Asking(member, begin(member).row.id)


@pytest.fixture
def colleague(office: Office, asking: Asking) -> Asking:
    """Another member of the office in the same call."""
    return Asking(make_member(office, "attorney", name="Lee Attorney"), asking.screening_id)
