"""After an update the hashes of names are made anew, and no conflict is missed meanwhile."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from screening.office.file import cabinet
from screening.office.file.casefile import CALL, CaseFile
from screening.office.file.name_forms import bring_names_up
from screening.office.governance import retention_run
from screening.office.keys import office_keys, path_of
from screening.office.matches import conflicts
from screening.office.matter import Matter
from screening.office.models import NameToken, Office, PastClient, Screening
from screening.office.names.meeting import FORMS
from tests.office.conftest import make_member


KEPT_BEFORE = json.loads((Path(__file__).parent / "names_kept_before.json").read_text())


def a_call(office: Office, name: str) -> cabinet.Folder:
    return cabinet.begin(make_member(office), Matter(name=name), CaseFile(source=CALL))


def as_before(row: Screening, name: str) -> None:
    """The row with the hashes that version 1 of the forms kept of it."""
    keys = office_keys(row.office_id)
    NameToken.objects.filter(screening_id=row.id).delete()
    NameToken.objects.bulk_create(
        NameToken(
            office_id=row.office_id,
            screening_id=row.id,
            part="client",
            kind=kind,
            token=keys.token(f"name {kind}", text),
        )
        for kind, text in KEPT_BEFORE[name]
    )
    Screening.objects.filter(pk=row.pk).update(names_forms=1)


def found(office: Office, name: str) -> list[str]:
    return [hit.screening_id for hit in conflicts.find(a_call(office, name))]


def test_the_first_check_after_an_update_misses_nothing(office: Office) -> None:
    past = a_call(office, "Bruno Deleon").row
    as_before(past, "Bruno Deleon")
    assert found(office, "Bruno De Leon") == [past.id]
    past.refresh_from_db()
    assert past.names_forms == FORMS


def test_retention_makes_them_anew_so_that_nobody_waits(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention_run, "fold_in", lambda: True)
    past = a_call(office, "Bruno Deleon").row
    now = set(NameToken.objects.values_list("kind", "token"))
    as_before(past, "Bruno Deleon")
    assert set(NameToken.objects.values_list("kind", "token")) != now
    call_command("retention", stdout=io.StringIO())
    assert set(NameToken.objects.values_list("kind", "token")) == now
    assert bring_names_up(office, office_keys(office.id)) == 0


def test_past_clients_are_hashed_anew_too(office: Office) -> None:
    keys = office_keys(office.id)
    cabinet.keep_past(office, keys, "Bruno Deleon", [])
    NameToken.objects.all().delete()
    PastClient.objects.update(names_forms=1)
    assert len(found(office, "Bruno De Leon")) == 1


def test_what_was_sent_and_is_not_opened_stays_without_hashes(office: Office) -> None:
    row = cabinet.file_new(office, Matter(name="Bruno Deleon"), CaseFile())
    assert bring_names_up(office, office_keys(office.id)) == 0
    assert not NameToken.objects.filter(screening_id=row.id).exists()


def test_what_only_hashes_are_left_of_is_found_as_before(office: Office) -> None:
    member = make_member(office)
    past = cabinet.begin(member, Matter(name="Bruno Deleon"), CaseFile(source=CALL))
    conflicts.record(past, member, "declined", "x", [])
    as_before(past.row, "Bruno Deleon")
    conflicts.keep_only_hashes(past.row)
    past.row.delete()
    (hit,) = conflicts.find(a_call(office, "Deleon, Bruno"))
    assert hit.declined


def test_a_row_that_no_key_opens_stops_no_check(office: Office) -> None:
    past = a_call(office, "Bruno Deleon").row
    as_before(past, "Bruno Deleon")
    Screening.objects.filter(pk=past.pk).update(key_id="gone")
    assert found(office, "Bruno Deleon") == [past.id]
    assert path_of(office.id).exists()
