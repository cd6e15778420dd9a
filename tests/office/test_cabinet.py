"""What the office keeps is sealed, belongs to one office, and is never overwritten."""

from __future__ import annotations

import pytest

from screening.interview.document import Case, Document
from screening.office.file import cabinet, log
from screening.office.file.casefile import CaseFile
from screening.office.keys import path_of
from screening.office.matter import Matter
from screening.office.models import LogEntry, NameToken, Office, Screening
from tests.office.conftest import MakeOffice, SignedIn, make_member


def a_file() -> CaseFile:
    return CaseFile(document=Document(cases=[Case("1", {"court": "california", "county": "Fresno"})]))


def test_a_screening_is_put_back_and_taken_again(office: Office) -> None:
    member = make_member(office)
    folder = cabinet.begin(member, Matter(name="Marisol Vega"), a_file())
    folder.file.document.put(1, {"said_guilty": "yes"})
    cabinet.put_back(folder)
    again = cabinet.take(member, folder.row.id)
    assert again.matter.name == "Marisol Vega"
    assert again.file.document.given(1)["said_guilty"] == "yes"
    assert again.row.version == 2


def test_nothing_readable_stands_in_the_table(office: Office) -> None:
    cabinet.begin(make_member(office), Matter(name="Marisol Vega"), a_file())
    row = Screening.objects.values().get()
    stored = str(
        [bytes(value) if isinstance(value, (bytes, memoryview)) else value for value in row.values()]
    )
    assert "Marisol" not in stored
    assert "Fresno" not in stored
    assert "california" not in stored
    assert "Marisol" not in str(list(NameToken.objects.values()))


def test_another_office_has_no_such_screening(office: Office, make_office: MakeOffice) -> None:
    folder = cabinet.begin(make_member(office), Matter(), a_file())
    stranger = make_member(make_office("Another"))
    with pytest.raises(cabinet.NotHereError):
        cabinet.take(stranger, folder.row.id)


def test_a_write_over_somebody_elses_is_refused_and_loses_nothing(office: Office) -> None:
    member = make_member(office)
    first = cabinet.begin(member, Matter(), a_file())
    second = cabinet.take(member, first.row.id)
    first.file.document.put(1, {"said_guilty": "yes"})
    cabinet.put_back(first)
    second.file.document.put(1, {"said_guilty": "no"})
    with pytest.raises(cabinet.ChangedMeanwhileError):
        cabinet.put_back(second)
    assert cabinet.take(member, first.row.id).file.document.given(1)["said_guilty"] == "yes"


def test_without_the_file_of_keys_nothing_opens(office: Office, signed_in: SignedIn) -> None:
    client = signed_in()
    folder = cabinet.begin(make_member(office), Matter(), a_file())
    path_of(office.id).unlink()
    with pytest.raises(cabinet.KeysMissingError):
        cabinet.take(make_member(office), folder.row.id)
    response = client.get("/office/")
    assert response.status_code == 503
    assert "key that this server does not hold" in response.content.decode()


def test_the_log_shows_a_changed_a_removed_and_a_moved_line(office: Office) -> None:
    member = make_member(office)
    for _ in range(4):
        log.note(member, log.Act.VIEWED, "ABC")
    assert list(log.verify(office)) == []
    third = LogEntry.objects.get(number=3)
    LogEntry.objects.filter(number=2).update(sealed=third.sealed)
    assert [broken.number for broken in log.verify(office)] == [2]
    LogEntry.objects.filter(number=2).delete()
    assert [broken.number for broken in log.verify(office)] == [3]
