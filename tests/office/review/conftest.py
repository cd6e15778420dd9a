"""Screenings that an office may read, and browsers of those who read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.test import Client

from screening.interview.document import Case, Document
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CaseFile, ConflictCheck
from screening.office.matter import Matter
from screening.office.models import Member, Office, Screening
from screening.rules.facts import FACTS, Topic
from screening.rules.record import parse_answers
from tests.office.conftest import make_member, signed_in_as


# Somebody like the appellant of People v. Vivar, with a day at the immigration court.
VIVAR: Mapping[str, object] = {
    "citizenship": "noncitizen",
    "immigration_status": "permanent_resident",
    "immigration_events": ["in_removal_proceedings"],
    "upcoming": ["immigration_court"],
    "immigration_court_date": "2026-12-09",
    "said_guilty": "yes",
    "court": "california",
    "county": "Fresno",
    "juvenile": "no",
    "offense_level": "felony",
    "offense_kind": ["drug_possession"],
    "disposition": "guilty_plea",
    "disposition_date": "2004-03",
    "program": "none",
    "custody_in_case": "finished",
    "custody_end_date": "2007",
    "lawyer_advice": "said_no_problem",
    "understanding": "thought_safe",
    "would_have_done": "different_plea",
    "ties": ["came_as_child", "us_family"],
    "harm_named_case": "yes",
    "first_notice_date": "2023",
    "learned_harm_date": "unsure",
    "learned_remedy_date": "2026-09",
    "innocence_evidence": "no",
    "race_bias": "unsure",
}

MakeFolder = Callable[..., Folder]
URL = "/office/review/{}/{}"


def url(folder: Folder, page: str = "") -> str:
    """The address of a page of the review."""
    return URL.format(folder.row.id, f"{page}/" if page else "")


def document_of(*cases: Mapping[str, object], **columns: Any) -> Document:
    """A document with these answers, the first holding what is said of the person."""
    read = [dict(parse_answers(case).values) for case in cases]
    you = {key: value for key, value in read[0].items() if FACTS[key].topic is Topic.YOU}
    kept = [
        Case(str(number), {key: value for key, value in one.items() if FACTS[key].topic is not Topic.YOU})
        for number, one in enumerate(read, start=1)
    ]
    return Document(you=you, cases=kept, **columns)


def post(client: Client, folder: Folder, page: str, **fields: Any) -> Any:
    """Send a form as the page shows it now, unless `v` says otherwise."""
    current = Screening.objects.get(pk=folder.row.pk).version
    return client.post(url(folder, page), {"v": current, **fields})


@pytest.fixture
def attorney(office: Office) -> Member:
    """The attorney of most tests."""
    return make_member(office, "attorney", name="Ana Beltrán", bar_number="123456")


@pytest.fixture
def intake(office: Office) -> Member:
    """A colleague."""
    return make_member(office, "intake", name="Dana Kim")


@pytest.fixture
def attorney_client(attorney: Member) -> Client:
    """The attorney's browser."""
    return signed_in_as(attorney)


@pytest.fixture
def intake_client(intake: Member) -> Client:
    """The colleague's browser."""
    return signed_in_as(intake)


@pytest.fixture
def make_folder(intake: Member) -> MakeFolder:
    """A screening that a call began and the conflict check let through."""

    def make(
        *cases: Mapping[str, object],
        cleared: bool = True,
        about: dict[str, Any] | None = None,
        **columns: Any,
    ) -> Folder:
        document = document_of(*(cases or (VIVAR,)), **columns)
        document.cases[0].about.update(about or {})
        file = CaseFile(document=document)
        if cleared:
            file.conflict = ConflictCheck(
                "clear", "", [], intake.name, intake.id, "2026-11-20T18:00:00+00:00"
            )
        return cabinet.begin(intake, Matter(name="Marisol Vega Duarte"), file)

    return make


@pytest.fixture
def folder(make_folder: MakeFolder) -> Folder:
    """The screening of most tests."""
    return make_folder()
