"""What a copy of the database reveals: each column is described, and nothing that was said stands in a cell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

from screening.interview.document import Case, Document
from screening.office.file import cabinet, log
from screening.office.file.casefile import CaseFile, ConflictCheck, Deadline, OwnFinding, WrapUp
from screening.office.file.journal import What, enter, now
from screening.office.governance.exports import mark_exported
from screening.office.keys import office_keys
from screening.office.matter import Contact, Matter
from screening.office.models import Office, Screening
from tests.interview.conftest import on_disk
from tests.interview.decoded import found
from tests.interview.test_dump import cells, raw
from tests.office.conftest import make_member
from tests.office.governance import filing


__all__ = ["on_disk"]
DOC = Path(__file__).parent.parent.parent.parent / "docs" / "office" / "what-a-dump-reveals.md"
ROW = re.compile(r"^\| `(?P<column>[a-z_]+\.[a-z_]+)` \|", re.MULTILINE)

MATTER = Matter(
    name="Zwiebel Kuchenmann",
    aliases=["Pfannkuchen Zwiebel"],
    codefendants=["Mitangeklagter Schulze"],
    lawyers=["Verteidiger Krause"],
    court_number="F90210777",
    contact=Contact("phone", "559 555 0123", "montags abends"),
)
ANSWERS = {
    "court": "california",
    "county": "Tuolumne",
    "said_guilty": "yes",
    "offense_code": "PC 9999 canary",
}
CANARIES = {
    *MATTER.name.split(), *["Pfannkuchen", "Mitangeklagter", "Schulze", "Verteidiger", "Krause"], "F90210777", "555 0123",
    "montags abends", "Tuolumne", "9999 canary", "offense_code", "said_guilty", "notizzettel", "begruendung",
    "einreichung", "vorgelesen", "bedenken",
}  # fmt: skip


def columns() -> set[str]:
    """Every column of every model, of Django and of the sign-in library too."""
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
    }


def test_the_document_names_every_column_and_none_that_is_not_there() -> None:
    assert set(ROW.findall(DOC.read_text())) == columns()


def put_in(office: Office) -> None:
    """Something in every part of a file, each with a word that is found again."""
    member = make_member(office, "attorney")
    file = CaseFile(document=Document(cases=[Case("1", dict(ANSWERS))]))
    file.conflict = ConflictCheck("not_a_conflict", "bedenken", [], member.name, member.id, now())
    folder = cabinet.begin(member, MATTER, file)
    enter(folder, member, What.NOTE, "1", new="notizzettel", why="begruendung")
    file.notes.append(file.journal[-1])
    file.findings.append(OwnFinding(1, "pc1016_5", "prejudice", "met", "begruendung", "A", "1", now()))
    file.deadlines.append(Deadline("d", "2027-03-03", "einreichung"))
    file.wrap_up = WrapUp(now(), member.name, read_back=True, consent=["call"], note="vorgelesen")
    cabinet.put_back(folder)
    mark_exported(folder, member, folder.row.version, "file")
    cabinet.file_new(office, MATTER, file)
    log.note(member, log.Act.VIEWED, folder.row.id)


def test_no_cell_and_no_byte_of_the_files_says_what_was_said(on_disk: Path) -> None:
    office = filing.an_office()
    put_in(office)
    stored = cells(on_disk)
    assert max(len(cell) for cell in stored) > 1_000, "it is there, sealed"
    for cell in stored:
        assert found(CANARIES, cell) == set()
    everything = raw(on_disk).lower()
    assert {word for word in CANARIES if word.lower().encode() in everything} == set()
    keys = office_keys(office.id)
    secrets = {keys.tokens, keys.log, keys.webhook, *keys.private.values()}
    assert not any(secret in raw(on_disk) for secret in secrets)


def test_the_search_finds_what_is_not_sealed(on_disk: Path) -> None:
    office = filing.an_office()
    put_in(office)
    office.phone = "Zwiebel"
    office.save()
    assert any(found(CANARIES, cell) for cell in cells(on_disk))


def test_with_the_keys_it_opens_and_with_other_keys_it_says_so_cleanly(on_disk: Path) -> None:
    office, other = filing.an_office(), filing.an_office("Other")
    put_in(office)
    assert on_disk.exists()
    row = Screening.objects.filter(office=office).first()
    assert row is not None
    assert cabinet.folder_of(row, office_keys(office.id)).matter.name == MATTER.name
    with pytest.raises(cabinet.KeysMissingError):
        cabinet.folder_of(row, office_keys(other.id))
