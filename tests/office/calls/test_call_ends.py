"""Ends of a call beside its wrap-up, the way back into its questions, and the short call."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from screening.interview.document import Case, Document
from screening.interview.today import today
from screening.office.calls.short import short_steps
from screening.office.calls.steps import steps_of
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder, NotHereError
from screening.office.file.casefile import CALL, CaseFile
from screening.office.file.purging import DROPPED, reason_of
from screening.office.matches import conflicts
from screening.office.matter import Matter
from screening.office.models import Member, NameToken, Office, Screening
from screening.rules.answers import Value
from tests.office.calls.conftest import Asking, begin
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as


PAGES = ("call_dropped", "discard_call", "call_add_case", "long_call")


def post(client: Client, name: str, folder: Folder, **typed: str) -> str:
    """Press a button; where it leads."""
    response = client.post(reverse(name, kwargs={"screening_id": folder.row.id}), typed)
    assert response.status_code == 302
    return response.headers["Location"]


def answered(member: Member, **file: str) -> Folder:
    folder = begin(member, **file)
    folder.file.document.put(1, {"court": "california"})
    cabinet.put_back(folder)
    return folder


def test_who_is_refused(office: Office, make_office: MakeOffice, signed_in: SignedIn) -> None:
    call = answered(make_member(office)).row.id
    stranger = signed_in_as(make_member(make_office("Another"), "attorney"))
    for name in PAGES:
        address = reverse(name, kwargs={"screening_id": call})
        assert Client().post(address).status_code == 302
        assert [client.post(address).status_code for client in (stranger, signed_in("administrator"))] == [
            404,
            404,
        ]
        assert signed_in().get(address).status_code == 405
    assert Screening.objects.get(pk=call).purge_on is None


def test_a_dropped_call_without_consent_is_erased_with_the_day_and_says_call_back(office: Office) -> None:
    member = make_member(office)
    folder, client = answered(member), signed_in_as(member)
    client.get(reverse("call", kwargs={"screening_id": folder.row.id}))
    assert post(client, "call_dropped", folder) == reverse("queue")
    kept = cabinet.take(member, folder.row.id)
    assert kept.row.purge_on == today() + timedelta(days=1)
    assert reason_of(kept.row) == DROPPED
    (deadline,) = kept.file.deadlines
    assert (deadline.day, deadline.what[:10]) == (today().isoformat(), "Call back:")
    calls = client.get(reverse("calls")).content.decode()
    assert "You have no call open" in calls
    assert "call back" in calls
    conflicts.keep_only_hashes(kept.row)
    assert not NameToken.objects.filter(screening_id=folder.row.id).exists()


def test_with_consent_it_is_kept_as_long_as_the_office_says(office: Office) -> None:
    member = make_member(office)
    Office.objects.update(dropped_days=3)
    folder = answered(member, agreed_at="2026-11-24T18:00:00+00:00")
    post(signed_in_as(member), "call_dropped", folder)
    assert cabinet.take(member, folder.row.id).row.purge_on == today() + timedelta(days=3)


def test_whoever_goes_on_with_a_dropped_call_keeps_it(office: Office) -> None:
    member = make_member(office)
    folder = answered(member)
    post(signed_in_as(member), "call_dropped", folder)
    Asking(member, folder.row.id).send("40b", b="2")
    assert cabinet.take(member, folder.row.id).row.purge_on is None


def test_an_accidental_new_caller_is_discarded_and_one_with_an_answer_is_not(office: Office) -> None:
    member = make_member(office)
    client = signed_in_as(member)
    client.post(reverse("new_call"))
    empty = cabinet.take(member, Screening.objects.get().id)
    page = client.get(reverse("call_details", kwargs={"screening_id": empty.row.id})).content.decode()
    assert "Discard this empty call" in page
    assert post(client, "discard_call", empty) == reverse("calls")
    with pytest.raises(NotHereError):
        cabinet.take(member, empty.row.id)
    kept = answered(member)
    post(client, "discard_call", kept)
    assert cabinet.take(member, kept.row.id).file.document.given(1)


def test_the_same_person_goes_on_in_the_earlier_screening_by_one_press(office: Office) -> None:
    member = make_member(office)
    past, client = answered(member), signed_in_as(member)
    agreed = "2026-11-24T18:00:00+00:00"
    fresh = cabinet.begin(member, Matter(name="Marisol Vega"), CaseFile(source=CALL, agreed_at=agreed))
    address = reverse("conflict", kwargs={"screening_id": fresh.row.id})
    html = " ".join(client.get(address).content.decode().split())
    assert "the caller was here before" in html
    assert f"Same person: go on in {past.row.number}" in html
    seen = conflicts.fingerprint(conflicts.find(fresh))
    assert client.post(address, {"seen": seen, "on": "Z" * 26}).status_code == 422
    where = post(client, "conflict", fresh, seen=seen, on=past.row.id)
    assert where == reverse("call", kwargs={"screening_id": past.row.id})
    assert not Screening.objects.filter(pk=fresh.row.id).exists()
    # What they just agreed to goes along.
    assert cabinet.take(member, past.row.id).file.agreed_at == agreed


def test_the_same_person_in_a_new_screening_is_recorded_without_a_word(office: Office) -> None:
    member = make_member(office)
    answered(member)
    fresh = cabinet.begin(member, Matter(name="Marisol Vega"), CaseFile(source=CALL))
    post(
        signed_in_as(member),
        "conflict",
        fresh,
        seen=conflicts.fingerprint(conflicts.find(fresh)),
        result="same",
    )
    check = cabinet.take(member, fresh.row.id).file.conflict
    assert check is not None
    assert (check.result, bool(check.why)) == ("not_a_conflict", True)


def test_a_declined_caller_hears_a_sentence_and_leaves_the_open_calls(office: Office) -> None:
    member = make_member(office)
    folder, client = begin(member, conflict=None), signed_in_as(member)
    client.get(reverse("call_details", kwargs={"screening_id": folder.row.id}))
    where = post(client, "conflict", folder, seen=conflicts.fingerprint([]), result="declined", why="x")
    html = client.get(where, follow=True).content.decode()
    assert "Esta oficina no puede ayudarle con este caso." in html
    assert reverse("lawyers") in html
    assert "You have no call open" in client.get(reverse("calls")).content.decode()


def test_the_wrap_up_leads_to_each_answer_and_back(office: Office) -> None:
    member = make_member(office)
    asking = Asking(member, begin(member).row.id)
    asking.send("40b", b="2")
    wrap_up = reverse("wrap_up", kwargs={"screening_id": asking.screening_id})
    html = asking.client.get(wrap_up).content.decode()
    assert "/1/40b/?from=wrap_up" in html
    assert asking.send_as({**asking.fields("40b"), "do": "on", "from": "wrap_up"}, "40b") == wrap_up
    assert (
        'href="' + wrap_up.replace("wrap-up", "1/11d")
        in asking.client.get(wrap_up + "?from=1-11d").content.decode()
    )
    assert asking.client.get(wrap_up + "?from=x-%00").status_code == 200
    address = post(asking.client, "call_add_case", asking.folder)
    assert "/2/" in address
    assert len(asking.folder.file.document.cases) == 2


def test_an_empty_screening_shows_no_law(office: Office) -> None:
    member = make_member(office)
    wrap_up = reverse("wrap_up", kwargs={"screening_id": begin(member).row.id})
    html = signed_in_as(member).get(wrap_up).content.decode()
    assert "no law is looked at" in html
    assert "1473.7" not in html.split("<aside")[1]


def test_consent_is_asked_before_the_first_question_in_the_callers_language(office: Office) -> None:
    member = make_member(office)
    client = signed_in_as(member)
    client.post(reverse("new_call"))
    row = Screening.objects.get()
    address = reverse("call_details", kwargs={"screening_id": row.id})
    shown = client.post(address, {"v": "1", "speak": "fa", "name": "Typed Before"}).content.decode()
    assert "محرمانه" in shown
    assert "Typed Before" in shown
    assert "nobody has translated" not in shown
    client.post(address, {"v": "2", "language": "fa", "name": "Ana Ruiz", "keep": "on"})
    file = cabinet.take(member, row.id).file
    assert file.agreed_at
    assert file.document.language == "fa"


def short_keys(answers: dict[str, Value]) -> list[str]:
    document = Document(cases=[Case("1", answers)])
    return [step.key for step in short_steps(document, steps_of(document), today())]


def test_the_short_call_shrinks_as_answers_close_gates() -> None:
    empty = short_keys({})
    assert {
        "upcoming",
        "immigration_events",
        "court",
        "said_in_court",
        "custody_in_case",
        "citizenship",
    } <= set(empty)
    assert not {"ties", "county"} & set(empty)
    assert empty == [step.key for step in steps_of(Document()) if step.key in set(empty)]
    elsewhere = short_keys({"court": "federal"})
    assert len(elsewhere) < len(empty) - 3
    assert "warned_deportation" not in elsewhere


def test_a_short_call_skips_what_it_does_not_ask_and_the_long_call_follows(office: Office) -> None:
    member = make_member(office)
    asking = Asking(member, begin(member, short=True).row.id)
    html = asking.html("10a")
    assert "then decide" in html
    assert "Left on the short call" in html
    assert asking.send("10a", a="1", do="on").endswith("/1/10c/")
    assert asking.send("10a", do="long").endswith("/1/10b/")
    assert not asking.folder.file.short
    again = Asking(member, begin(member, short=True).row.id)
    post(again.client, "long_call", again.folder)
    assert not again.folder.file.short
