"""A call begins from nothing, its details come before its questions, and a broken one is picked up."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from screening.interview.document import Case, Document
from screening.office.calls.read_aloud import SPOKEN
from screening.office.calls.voice import Voice
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CALL, SENT, CaseFile, WrapUp
from screening.office.file.journal import What
from screening.office.matches import conflicts
from screening.office.matter import Contact, Matter
from screening.office.models import Member, Office, Screening
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as


TYPED: dict[str, Any] = {"name": "Marisol Vega", "language": "es", "how": "phone", "where": "559 555 0134"}


def a_call(member: Member, **file: Any) -> Folder:
    document = Document(cases=[Case("1", {"court": "california", "county": "Fresno"})])
    return cabinet.begin(
        member, Matter(name="Marisol Vega"), CaseFile(document=document, source=CALL, **file)
    )


def url(screening_id: str) -> str:
    return reverse("call_details", kwargs={"screening_id": screening_id})


def save(client: Client, folder: Folder, **typed: Any) -> int:
    """Send the details; the status of the answer."""
    return client.post(url(folder.row.id), {**TYPED, "v": folder.row.version, **typed}).status_code


def test_who_is_refused(office: Office, make_office: MakeOffice, signed_in: SignedIn) -> None:
    call = a_call(make_member(office)).row.id
    pages = [reverse("calls"), reverse("new_call"), url(call)]
    for address in pages:
        assert Client().get(address).status_code == 302
        assert Client().post(address).status_code == 302
    administrator = signed_in("administrator")
    assert [administrator.get(address).status_code for address in (pages[0], pages[2])] == [404, 404]
    assert administrator.post(pages[1]).status_code == 404
    stranger = signed_in_as(make_member(make_office("Another")))
    assert stranger.get(url(call)).status_code == 404
    assert stranger.post(url(call), TYPED).status_code == 404
    assert "Marisol" not in stranger.get(pages[0]).content.decode()
    assert Screening.objects.count() == 1


def test_a_new_caller_starts_from_an_empty_page_whatever_else_is_open(office: Office) -> None:
    member = make_member(office)
    client = signed_in_as(member)
    first = a_call(member)
    client.get(reverse("call", kwargs={"screening_id": first.row.id}))
    response = client.post(reverse("new_call"), {**TYPED, "screening_id": first.row.id}, follow=True)
    fresh = Screening.objects.exclude(pk=first.row.id).get()
    folder = cabinet.take(member, fresh.id)
    assert folder.matter == Matter()
    assert folder.file.document == Document()
    assert folder.file.source == CALL
    assert response.redirect_chain == [(url(fresh.id), 302)]
    html = response.content.decode()
    main = html[html.index("<main") :]
    assert "Marisol" not in main
    assert "Fresno" not in main


def test_a_new_caller_is_made_by_post_alone(office: Office, signed_in: SignedIn) -> None:
    assert signed_in().get(reverse("new_call")).status_code == 405
    assert not Screening.objects.filter(office=office).exists()


def test_details_are_kept_and_lead_to_the_conflict_check(office: Office) -> None:
    member = make_member(office)
    folder = cabinet.begin(member, Matter(), CaseFile(source=CALL))
    response = signed_in_as(member).post(
        url(folder.row.id),
        {
            **TYPED,
            "v": 1,
            "aliases": "Mari Vega\n\n Mari  Vega \nM. Luna",
            "lawyers": "Mr. Whitman",
            "voicemail": "on",
        },
    )
    assert response.headers["Location"] == reverse("conflict", kwargs={"screening_id": folder.row.id})
    kept = cabinet.take(member, folder.row.id)
    assert kept.matter.aliases == ["Mari Vega", "M. Luna"]
    assert kept.matter.contact == Contact("phone", "559 555 0134", "", voicemail=True, say_who=False)
    assert kept.row.language == "es"


def test_a_caller_may_stay_without_a_name(office: Office) -> None:
    member = make_member(office)
    folder = cabinet.begin(member, Matter(), CaseFile(source=CALL))
    assert save(signed_in_as(member), folder, name="") == 302


def test_changed_names_ask_for_the_check_again_and_answers_stay(office: Office) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    conflicts.record(folder, member, "clear", "", [])
    assert save(client, folder, when="evenings") == 302
    contact_only = cabinet.take(member, folder.row.id)
    assert contact_only.file.conflict is not None
    assert save(client, contact_only, codefendants="Tomás Arroyo") == 302
    changed = cabinet.take(member, folder.row.id)
    assert changed.file.conflict is None
    assert changed.file.document.given(1)["county"] == "Fresno"
    assert "Arroyo" not in str([vars(line) for line in changed.file.journal])


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "Vega A123 456 789", "Leave out A-numbers"),
        ("aliases", "123-45-6789", "Leave out A-numbers"),
        ("name", "x" * 101, "at most 100 letters"),
        ("codefendants", "\n".join(f"name {n}" for n in range(11)), "at most 10 names"),
        ("language", "xx", "Choose a language"),
        ("how", "pigeon", "Choose how to reach"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_stays_typed(
    office: Office, field: str, typed: str, words: str
) -> None:
    member = make_member(office)
    folder = cabinet.begin(member, Matter(), CaseFile(source=CALL))
    sent = {**TYPED, "when": "after <six>", field: typed}
    response = signed_in_as(member).post(url(folder.row.id), sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert words in html
    assert "after &lt;six&gt;" in html
    assert cabinet.take(member, folder.row.id).matter == Matter()


def test_the_second_of_two_who_edit_is_told_and_nothing_is_overwritten(office: Office) -> None:
    first, second = make_member(office, name="Ana First"), make_member(office, name="Ben Second")
    folder = a_call(first)
    assert save(signed_in_as(first), folder, name="Marisol Vega Luna") == 302
    response = signed_in_as(second).post(
        url(folder.row.id), {**TYPED, "v": folder.row.version, "name": "Typed Here"}
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert "Ana First" in html
    assert "Typed Here" in html
    assert cabinet.take(first, folder.row.id).matter.name == "Marisol Vega Luna"


def test_details_of_a_declined_call_are_closed(office: Office) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    conflicts.record(folder, member, "declined", "x", [])
    assert client.get(url(folder.row.id)).status_code == 302
    assert save(client, folder, name="Other") == 302
    assert cabinet.take(member, folder.row.id).matter.name == "Marisol Vega"


@pytest.mark.parametrize("text", ["\0", "x" * 2_000, "\u202e\u0301" * 80, "--", "99999999999999999999"])
def test_odd_input_is_no_error(office: Office, text: str) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    for post in (
        {},
        dict.fromkeys((*TYPED, "v", "aliases", "when"), text),
        {"name": [text, text], "v": [text, "1"]},
    ):
        assert client.post(url(folder.row.id), post).status_code in (302, 422)


def test_a_broken_call_is_listed_for_a_colleague_with_where_it_stands(office: Office) -> None:
    first, second = make_member(office, name="Ana First"), make_member(office, name="Ben Second")
    folder = a_call(first)
    conflicts.record(folder, first, "clear", "", [])
    ended = a_call(first, wrap_up=WrapUp("2026-11-24T10:00:00+00:00", "x", True, []))
    sent = cabinet.file_new(office, Matter(name="Sent Person"), CaseFile(source=SENT))
    html = signed_in_as(second).get(reverse("calls")).content.decode()
    assert folder.row.number in html
    assert "Ana First" in html
    assert "Question " in html
    assert "Fresno" not in html
    assert ended.row.number not in html
    assert sent.number not in html


def test_ones_own_open_call_stands_under_its_letter_and_not_twice(office: Office) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    client.get(url(folder.row.id))
    html = client.get(reverse("calls")).content.decode()
    assert html.count(folder.row.number) == 2  # in its row, and in the hidden words of its link
    assert "No call waits for its wrap-up" in html
    Screening.objects.all().delete()
    assert "You have no call open" in client.get(reverse("calls")).content.decode()


def test_what_is_read_aloud_is_translated_where_the_public_pages_say_it() -> None:
    for language in ("es", "fa"):
        untranslated = [line.english for line in map(Voice(language).sentence, SPOKEN) if not line.spoken]
        assert untranslated == []


def test_the_journal_says_which_half_of_the_details_changed(office: Office) -> None:
    member = make_member(office)
    folder = a_call(member)
    save(signed_in_as(member), folder, name="Other Name")
    lines = cabinet.take(member, folder.row.id).file.journal
    assert [(line.what, line.subject) for line in lines] == [
        (What.NAMES.value, "names"),
        (What.NAMES.value, "contact"),
    ]
