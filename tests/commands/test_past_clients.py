"""`manage.py past_clients`: names from a list, for the conflict check, and nothing else of anybody."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from screening.office.file import cabinet, log
from screening.office.file.casefile import CALL, CaseFile
from screening.office.governance import retention_run
from screening.office.keys import office_keys, path_of
from screening.office.matches import conflicts
from screening.office.matches.duplicates import duplicates_of
from screening.office.matter import Matter
from screening.office.models import LogEntry, NameToken, Office, PastClient
from tests.office.conftest import MakeOffice, make_member, own_keys, signed_in_as


__all__ = ["own_keys"]
LIST = 'name,first,last,other_names\nMarisol Vega,,,\n,Ana,De Leon,Ana Ríos; Anita Ríos\n"Vandyke, Ruth",,,\n'


def bring_in(office: Office, path: Path, code: int = 0) -> str:
    out = io.StringIO()
    if code:
        with pytest.raises(SystemExit) as stopped:
            call_command("past_clients", office.id, str(path), stdout=out, stderr=out)
        assert stopped.value.code == code
    else:
        call_command("past_clients", office.id, str(path), stdout=out, stderr=out)
    return out.getvalue()


def a_list(tmp_path: Path, text: str | bytes = LIST) -> Path:
    path = tmp_path / "clients.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def a_call(office: Office, name: str) -> cabinet.Folder:
    return cabinet.begin(make_member(office), Matter(name=name), CaseFile(source=CALL))


@pytest.mark.parametrize("name", ["Bega, Marisol", "Ana Deleon", "Anita Rios", "Ruth Van Dyke"])
def test_a_past_client_is_found_and_named_to_who_makes_the_check(
    office: Office, tmp_path: Path, name: str
) -> None:
    assert bring_in(office, a_list(tmp_path)) == "3 added, 0 were there\n"
    call = a_call(office, name)
    (hit,) = conflicts.named(call, conflicts.find(call))
    assert (hit.theirs_word, hit.same_person, hit.declined) == ("past client", False, False)
    assert hit.their_name
    html = signed_in_as(make_member(office)).get(f"/office/calls/{call.row.id}/conflict/").content.decode()
    assert hit.their_name in html
    assert "From before this program" in html


def test_another_office_and_the_queue_see_nothing_of_it(
    office: Office, make_office: MakeOffice, tmp_path: Path
) -> None:
    bring_in(office, a_list(tmp_path))
    assert conflicts.find(a_call(make_office("Another"), "Marisol Vega")) == []
    assert duplicates_of(a_call(office, "Marisol Vega")) == []
    found = signed_in_as(make_member(office)).post("/office/", {"find": "Ruth Vandyke"}, follow=True)
    assert PastClient.objects.first().id not in found.content.decode()  # type: ignore[union-attr]


def test_twice_the_same_file_adds_nothing(office: Office, tmp_path: Path) -> None:
    bring_in(office, a_list(tmp_path))
    before = NameToken.objects.count()
    assert bring_in(office, a_list(tmp_path)) == "0 added, 3 were there\n"
    assert (PastClient.objects.count(), NameToken.objects.count()) == (3, before)


def test_bad_rows_are_named_by_line_and_the_others_are_kept(office: Office, tmp_path: Path) -> None:
    rows = b"\xef\xbb\xbfname\nMarisol Vega\n...\n\nAna,Ruiz\n" + b"x" * 101 + b"\nLuz Mora\n"
    said = bring_in(office, a_list(tmp_path, rows), code=1)
    assert said == (
        "line 3: no name\nline 5: more cells than columns\nline 6: a name of more than 100 characters\n2 added, 0 were there, 3 lines could not be read\n"
    )
    assert PastClient.objects.count() == 2


@pytest.mark.parametrize("text", ["name,born\nMarisol Vega,1970\n", "name,name\nA,B\n", b"\0\1", b"\xff\xfe"])
def test_a_file_that_is_not_names_alone_is_refused_whole(
    office: Office, tmp_path: Path, text: str | bytes
) -> None:
    bring_in(office, a_list(tmp_path, text), code=2)
    assert not PastClient.objects.exists()


def test_without_keys_or_office_nothing_is_kept(office: Office, tmp_path: Path) -> None:
    path_of(office.id).unlink()
    bring_in(office, a_list(tmp_path), code=2)
    bring_in(Office(id="nobody"), a_list(tmp_path), code=2)
    assert not PastClient.objects.exists()


def test_the_log_says_how_many_and_no_name(office: Office, tmp_path: Path) -> None:
    bring_in(office, a_list(tmp_path))
    line = log.opened(office_keys(office.id), LogEntry.objects.get())
    assert (line.act, line.detail) == ("brought in names", "3 past clients added")
    cells = str(list(PastClient.objects.values()))
    assert not any(name in cells for name in ("Marisol", "Leon", "Vandyke"))


def test_retention_and_a_change_of_keys_leave_them_findable(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention_run, "fold_in", lambda: True)
    bring_in(office, a_list(tmp_path))
    call_command("retention", stdout=io.StringIO())
    call_command("rotate_keys", office.id, "--pause", "0", stdout=io.StringIO())
    office.refresh_from_db()
    assert set(PastClient.objects.values_list("key_id", flat=True)) == {office.key_id}
    call = a_call(office, "Marisol Vega")
    assert [hit.their_name for hit in conflicts.named(call, conflicts.find(call))] == ["Marisol Vega"]
