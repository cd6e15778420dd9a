"""The conflict check: names against past screenings and members, before any question and any answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from screening.interview.document import Case, Document
from screening.office.file import cabinet, log
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CALL, SENT, CaseFile
from screening.office.keys import office_keys
from screening.office.matches import conflicts
from screening.office.matter import Matter
from screening.office.models import LogEntry, Member, NameToken, Office, Screening, Status
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as


def a_call(member: Member, name: str = "Marisol Vega", **names: Any) -> Folder:
    return cabinet.begin(member, Matter(name=name, **names), CaseFile(source=CALL))


def a_sent_one(office: Office, name: str = "Marisol Vega") -> Screening:
    document = Document(cases=[Case("1", {"court": "california", "county": "Fresno"})])
    return cabinet.file_new(office, Matter(name=name), CaseFile(document=document, source=SENT))


def url(screening_id: str) -> str:
    return reverse("conflict", kwargs={"screening_id": screening_id})


def page(client: Client, screening_id: str) -> str:
    response = client.get(url(screening_id))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def record(client: Client, screening_id: str, result: str, why: str = "", **more: str) -> int:
    """Send the form as the page shows it; the status of the answer."""
    seen = re.search(r'name="seen"\s+value="(\w+)"', page(client, screening_id))
    assert seen is not None
    post = {"seen": seen[1], "result": result, "why": why, **more}
    return client.post(url(screening_id), post).status_code


def logged(office: Office) -> str:
    keys = office_keys(office.id)
    lines = [log.opened(keys, entry) for entry in LogEntry.objects.order_by("number")]
    return "\n".join(f"{line.act}: {line.detail}" for line in lines)


def test_who_is_refused(office: Office, make_office: MakeOffice, signed_in: SignedIn) -> None:
    call = a_call(make_member(office)).row.id
    assert Client().get(url(call)).status_code == 302
    assert Client().post(url(call)).status_code == 302
    stranger = signed_in_as(make_member(make_office("Another"), "attorney"))
    for client in (stranger, signed_in("administrator")):
        assert client.get(url(call)).status_code == 404
        assert client.post(url(call), {"result": "clear"}).status_code == 404
    assert cabinet.take(make_member(office), call).file.conflict is None


def test_without_a_match_one_press_goes_on(office: Office) -> None:
    member = make_member(office)
    call, client = a_call(member), signed_in_as(member)
    assert "No name meets another" in page(client, call.row.id)
    assert record(client, call.row.id, "clear") == 302
    check = cabinet.take(member, call.row.id).file.conflict
    assert check is not None
    assert (check.result, check.hits, check.by) == ("clear", [], member.name)
    assert "checked for conflicts: no match" in logged(office)
    assert "Vega" not in logged(office)


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        ({"name": "Tomás Arroyo"}, {"name": "Ana Luna", "codefendants": ["Arroyo, Tomas"]}, "codefendant"),
        ({"name": "Ana Luna", "codefendants": ["Tomás Arroyo"]}, {"name": "Tomas Arrollo"}, "Sounds alike"),
        ({"name": "Ana Luna", "lawyers": ["Mr. Whitman"]}, {"name": "Harold Whitman"}, "One word"),
        (
            {"name": "Ana Luna", "aliases": ["Tomás Arroyo"]},
            {"name": "X Y", "lawyers": ["Tomás Arroyo"]},
            "same",
        ),
    ],
)
def test_each_part_is_compared_with_each_part(
    office: Office, mine: dict[str, Any], theirs: dict[str, Any], words: str
) -> None:
    member = make_member(office)
    past = cabinet.begin(member, Matter(**theirs), CaseFile())
    call = cabinet.begin(member, Matter(**mine), CaseFile())
    html = page(signed_in_as(member), call.row.id)
    assert past.row.number in html
    assert words in html
    # Found the other way round as well.
    assert call.row.number in page(signed_in_as(member), past.row.id)


def test_a_former_lawyer_who_works_here_is_a_hit(office: Office) -> None:
    make_member(office, "attorney", name="Harold Whitman")
    member = make_member(office)
    html = page(signed_in_as(member), a_call(member, lawyers=["Harold Q. Whitman"]).row.id)
    assert "Works in this office, or did" in html


def test_another_offices_screenings_are_no_hit(office: Office, make_office: MakeOffice) -> None:
    a_call(make_member(make_office("Another")))
    member = make_member(office)
    assert "No name meets another" in page(signed_in_as(member), a_call(member).row.id)


def test_the_same_caller_before_is_linked_and_no_answer_shows(office: Office) -> None:
    member = make_member(office)
    past = a_call(member)
    past.file.document.put(1, {"court": "california", "county": "Fresno"})
    cabinet.put_back(past)
    html = page(signed_in_as(member), a_call(member).row.id)
    assert "Screened here before?" in html
    assert reverse("review", kwargs={"screening_id": past.row.id}) in html
    assert "Fresno" not in html


def test_a_match_is_not_passed_over_without_a_reason(office: Office) -> None:
    member = make_member(office)
    a_call(member)
    call, client = a_call(member), signed_in_as(member)
    assert record(client, call.row.id, "clear") == 422
    assert record(client, call.row.id, "not_a_conflict") == 422
    assert cabinet.take(member, call.row.id).file.conflict is None
    assert record(client, call.row.id, "not_a_conflict", "the same person") == 302
    check = cabinet.take(member, call.row.id).file.conflict
    assert check is not None
    assert check.why == "the same person"
    assert check.hits
    assert "Vega" not in "".join(check.hits)


def test_what_was_typed_stays_when_something_is_to_fix(office: Office) -> None:
    member = make_member(office)
    call = a_call(member)
    response = signed_in_as(member).post(url(call.row.id), {"why": "cousins <b>", "result": "nonsense"})
    assert response.status_code == 422
    assert "cousins &lt;b&gt;" in response.content.decode()


def test_a_match_that_came_after_the_page_was_shown_is_looked_at_first(office: Office) -> None:
    member = make_member(office)
    call, client = a_call(member), signed_in_as(member)
    seen = re.search(r'name="seen"\s+value="(\w+)"', page(client, call.row.id))
    a_call(member, "Vega, Marisol")
    assert seen is not None
    response = client.post(url(call.row.id), {"seen": seen[1], "result": "not_a_conflict", "why": "x"})
    assert response.status_code == 422
    assert "has changed since this page was opened" in response.content.decode()
    assert cabinet.take(member, call.row.id).file.conflict is None


def test_without_a_name_somebody_says_why_the_office_goes_on(office: Office) -> None:
    member = make_member(office)
    call, client = a_call(member, ""), signed_in_as(member)
    assert "the check cannot be made" in page(client, call.row.id)
    assert record(client, call.row.id, "clear") == 422
    assert record(client, call.row.id, "not_made") == 422
    assert record(client, call.row.id, "not_made", "afraid to say it") == 302
    assert cabinet.take(member, call.row.id).cleared


def test_a_refusal_locks_the_call_and_shows_no_name_to_later_checks(office: Office) -> None:
    member = make_member(office)
    call, client = a_call(member), signed_in_as(member)
    assert record(client, call.row.id, "declined") == 422
    assert record(client, call.row.id, "declined", "we stood for the codefendant") == 302
    folder = cabinet.take(member, call.row.id)
    assert folder.row.status == Status.DECLINED
    assert not folder.cleared
    assert "declined" in logged(office)
    assert "codefendant" not in logged(office)
    html = page(client, a_call(member, "Marisol Bega").row.id)
    assert "Marisol Vega" not in html
    assert "Name not shown" in html
    assert "declined in" in html
    assert reverse("review", kwargs={"screening_id": call.row.id}) not in html


def test_what_is_left_of_a_declined_person_still_meets_and_names_nobody(office: Office) -> None:
    member = make_member(office)
    call = a_call(member, "Marisol Vega Luna")
    conflicts.record(call, member, "declined", "x", [])
    conflicts.keep_only_hashes(call.row)
    call.row.delete()
    left = NameToken.objects.all()
    assert left
    assert not left.filter(kind="word").exists()
    assert all(token.declined and token.kept_since and token.kept_since.day == 1 for token in left)
    html = page(signed_in_as(member), a_call(member, "Marisol Bega").row.id)
    assert "declined in" in html
    assert "Luna" not in html


def test_nothing_is_left_of_a_person_who_was_not_declined(office: Office) -> None:
    call = a_call(make_member(office))
    conflicts.keep_only_hashes(call.row)
    assert not NameToken.objects.exists()


def test_an_attorney_takes_a_refusal_back_and_the_check_is_made_anew(office: Office) -> None:
    intake, attorney = make_member(office), make_member(office, "attorney")
    call = a_call(intake)
    conflicts.record(call, intake, "declined", "x", [])
    assert "An attorney can take the refusal back" in page(signed_in_as(intake), call.row.id)
    assert record_again(signed_in_as(intake), call.row.id) == 422
    assert cabinet.take(intake, call.row.id).row.status == Status.DECLINED
    assert record_again(signed_in_as(attorney), call.row.id, why="") == 422
    assert record_again(signed_in_as(attorney), call.row.id) == 302
    folder = cabinet.take(intake, call.row.id)
    assert (folder.row.status, folder.file.conflict) == (Status.NEW, None)


def record_again(client: Client, screening_id: str, why: str = "another Vega") -> int:
    seen = conflicts.fingerprint(conflicts.find(cabinet.take(Member.objects.all()[0], screening_id)))
    return client.post(url(screening_id), {"seen": seen, "result": "again", "why": why}).status_code


class OpenedError(Exception):
    """The answers were opened."""


def test_only_the_names_of_what_was_sent_are_open_before_the_check(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, member = a_sent_one(office), make_member(office)
    a_call(member)

    def refuse(_: Folder) -> CaseFile:
        raise OpenedError

    with monkeypatch.context() as patched:
        patched.setattr(Folder, "file", property(refuse))
        html = page(signed_in_as(member), row.id)
    assert "Only the names are open" in html
    assert "Marisol Vega" in html
    assert "opened the names" in logged(office)
    assert "opened the answers" not in logged(office)


def test_clearing_what_was_sent_opens_it_and_hashes_its_names(office: Office) -> None:
    row, member = a_sent_one(office), make_member(office)
    assert not NameToken.objects.exists()
    client = signed_in_as(member)
    seen = conflicts.fingerprint([])
    response = client.post(url(row.id), {"seen": seen, "result": "clear", "why": ""})
    assert response.headers["Location"] == reverse("review", kwargs={"screening_id": row.id})
    row.refresh_from_db()
    assert row.opened_on is not None
    assert row.status == Status.NEW
    assert NameToken.objects.filter(screening_id=row.id, part="client").exists()


def test_what_was_sent_is_declined_without_ever_showing_an_answer(office: Office) -> None:
    row, member = a_sent_one(office), make_member(office)
    client = signed_in_as(member)
    response = client.post(
        url(row.id), {"seen": conflicts.fingerprint([]), "result": "declined", "why": "adverse"}, follow=True
    )
    row.refresh_from_db()
    assert (row.status, row.opened_on) == (Status.DECLINED, None)
    assert "What was sent stays closed" in response.content.decode()
    assert "Fresno" not in response.content.decode()
    assert NameToken.objects.filter(screening_id=row.id).exists()
    for name in ("review", "call", "wrap_up", "call_details"):
        answer = client.get(reverse(name, kwargs={"screening_id": row.id}), follow=True)
        assert "Fresno" not in answer.content.decode()


@pytest.mark.parametrize("text", ["", "\0", "x" * 10_000, "'; DROP", "۱۲۳", "\u202e" * 50])
def test_odd_input_is_no_error_and_records_nothing(office: Office, text: str) -> None:
    member = make_member(office)
    call, client = a_call(member), signed_in_as(member)
    for post in ({}, {"result": text, "why": text, "seen": text}, {"result": ["clear", text]}):
        assert client.post(url(call.row.id), post).status_code == 422
    assert cabinet.take(member, call.row.id).file.conflict is None
