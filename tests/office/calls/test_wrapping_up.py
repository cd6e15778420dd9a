"""The end of a call: results for the first time, consent, what comes next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from screening.interview.document import Case, Document
from screening.interview.today import today
from screening.office.file import cabinet
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CALL, CaseFile
from screening.office.matches import conflicts
from screening.office.matter import Contact, Matter
from screening.office.models import Member, Office, Status
from screening.rules.answers import Value
from screening.rules.version import rules_version
from screening.summary.page.words import CLIENT_SENTENCE
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as


ALL = ["read_back", "keep", "contact"]


def a_call(member: Member, *, language: str = "en", checked: bool = True) -> Folder:
    answers: dict[str, Value] = {"court": "california", "county": "Fresno", "said_guilty": "yes"}
    document = Document({"citizenship": "noncitizen"}, [Case("1", answers)], language)
    matter = Matter(name="Marisol Vega", contact=Contact("phone", "559 555 0134"))
    folder = cabinet.begin(member, matter, CaseFile(document=document, source=CALL))
    if checked:
        conflicts.record(folder, member, "clear", "", [])
    return folder


def url(screening_id: str) -> str:
    return reverse("wrap_up", kwargs={"screening_id": screening_id})


def page(client: Client, folder: Folder) -> str:
    response = client.get(url(folder.row.id))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def end(client: Client, folder: Folder, **typed: Any) -> str:
    """Send the form; where it leads."""
    page(client, folder)
    version = cabinet.take(Member.objects.all()[0], folder.row.id).row.version
    post = {"v": version, "status": "new", "ticks": ALL, **typed}
    response = client.post(url(folder.row.id), post)
    assert response.status_code == 302
    return response.headers["Location"]


def test_who_is_refused(office: Office, make_office: MakeOffice, signed_in: SignedIn) -> None:
    call = a_call(make_member(office)).row.id
    assert Client().get(url(call)).status_code == 302
    assert Client().post(url(call)).status_code == 302
    stranger = signed_in_as(make_member(make_office("Another"), "attorney"))
    for client in (stranger, signed_in("administrator")):
        assert client.get(url(call)).status_code == 404
        assert client.post(url(call), {"status": "closed"}).status_code == 404


def test_no_result_shows_before_the_conflict_check_or_after_a_refusal(office: Office) -> None:
    member = make_member(office)
    client = signed_in_as(member)
    unchecked = a_call(member, checked=False)
    assert client.get(url(unchecked.row.id)).status_code == 302
    assert client.post(url(unchecked.row.id), {"status": "new", "ticks": ALL}).status_code == 302
    assert cabinet.take(member, unchecked.row.id).file.wrap_up is None
    conflicts.record(unchecked, member, "declined", "x", [])
    response = client.get(url(unchecked.row.id), follow=True)
    assert "PC 1016.5" not in response.content.decode()
    assert cabinet.take(member, unchecked.row.id).file.results == []


def test_the_first_opening_keeps_the_result_and_the_next_ones_do_not(office: Office) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    page(client, folder)
    page(client, folder)
    (kept,) = cabinet.take(member, folder.row.id).file.results
    assert (kept.law_as_of, kept.rules_version) == (today().isoformat(), rules_version())
    assert [line["id"] for line in kept.lines] == ["1"]
    assert {row["remedy"] for row in kept.lines[0]["remedies"]}


def test_a_look_without_a_page_keeps_nothing(office: Office) -> None:
    member = make_member(office)
    folder = a_call(member)
    assert signed_in_as(member).head(url(folder.row.id)).status_code == 200
    assert cabinet.take(member, folder.row.id).file.results == []


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("en", "Do not leave the United States."),
        ("es", "No salga de Estados Unidos."),
        ("fa", "از آمریکا بیرون نروید."),
    ],
)
def test_the_summary_is_read_back_in_the_callers_language(office: Office, language: str, spoken: str) -> None:
    member = make_member(office)
    html = page(signed_in_as(member), a_call(member, language=language))
    assert spoken in html
    assert "Do not leave the United States." in html
    assert ("no reviewed translation" in html) is (
        language not in ("en", *settings.OPERATOR.reviewed_languages)
    )
    if language != "en":
        assert f'<span lang="{language}" dir="{"rtl" if language == "fa" else "ltr"}">{spoken}</span>' in html


def test_what_is_open_links_back_and_the_outcomes_stand_apart(office: Office) -> None:
    member = make_member(office)
    html = page(signed_in_as(member), a_call(member))
    read, side = html.split("<aside", 1)
    assert "/1/" in side
    assert "Still open:" in side
    assert "Needs facts" in side
    assert "Needs facts" not in read
    # Nor in the words that a client reads on the result page: outcomes are not read out.
    assert not [text.msgid for text in CLIENT_SENTENCE.values() if text.msgid in read]
    assert "What we wrote down" in read
    assert "<bdi>Fresno</bdi>" in read
    assert "?from=wrap_up" in read


def test_nothing_is_ticked_beforehand(office: Office) -> None:
    member = make_member(office)
    assert "checked" not in page(signed_in_as(member), a_call(member))


def test_ending_a_call_keeps_it_all_and_frees_its_letter(office: Office) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    day = (today() + timedelta(days=3)).isoformat()
    where = end(client, folder, day=day, what="call back", status="needs_papers", note="brother will call")
    assert where == reverse("queue")
    kept = cabinet.take(member, folder.row.id)
    done = kept.file.wrap_up
    assert done is not None
    assert (done.read_back, done.consent) == (True, ["keep", "contact"])
    assert done.appointment == f"{day} call back"
    assert [(one.day, one.what) for one in kept.file.deadlines] == [(day, "call back")]
    assert [one.why for one in kept.file.notes] == ["brother will call"]
    assert kept.row.status == Status.NEEDS_PAPERS
    assert "You have no call open" in client.get(reverse("calls")).content.decode()


def test_a_voicemail_is_asked_once_in_the_details(office: Office) -> None:
    member = make_member(office)
    folder = a_call(member)
    folder.matter.contact.voicemail = True
    cabinet.put_back(folder)
    assert 'value="voicemail"' not in page(signed_in_as(member), folder)
    end(signed_in_as(member), folder, ticks=["keep"])
    assert cabinet.take(member, folder.row.id).matter.contact.voicemail


def test_said_again_an_appointment_is_one_day(office: Office) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    day = today().isoformat()
    end(client, folder, day=day, what="call back")
    assert f'value="{day}"' in page(client, folder)
    end(client, folder, day=day, what="call back")
    assert len(cabinet.take(member, folder.row.id).file.deadlines) == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"status": "declined"}, "Write why it is declined"),
        ({"status": "closed", "ticks": ["keep"]}, "Write why it is closed"),
        ({"ticks": ["read_back"]}, "did not agree that the office keeps this: choose declined"),
        ({"what": "call back"}, "Write the day too"),
        ({"day": "2099-01-01", "what": "x"}, "within three years"),
        ({"day": "tomorrow", "what": "x"}, "Write the day like"),
        ({"day": "2001-01-01", "what": "x"}, "from today on"),
        ({"status": "accepted"}, "Choose a status"),
        ({"status": "nonsense"}, "Choose a status"),
        ({"note": "x" * 2_001}, "at most 2000 letters"),
        ({"note": "her number is A123456789"}, "Leave out A-numbers"),
        ({"ticks": ["everything"]}, "Tick only what stands there"),
    ],
)
def test_what_is_to_fix_is_said_and_what_was_typed_stays(
    office: Office, typed: dict[str, Any], words: str
) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    assert end(client, folder, **{"why": "", "note": "kept <note>", **typed}) == url(folder.row.id)
    html = page(client, folder)
    assert words in html
    if "note" not in typed:
        assert "kept &lt;note&gt;" in html
    kept = cabinet.take(member, folder.row.id)
    assert (kept.file.wrap_up, kept.row.status) == (None, Status.NEW)
    # It is shown once.
    assert words not in page(client, folder)


def test_without_consent_the_screening_is_declined_and_gets_its_day(office: Office) -> None:
    member = make_member(office)
    folder = a_call(member)
    assert end(
        signed_in_as(member), folder, ticks=[], status="declined", why="does not want it kept"
    ) == reverse("queue")
    row = cabinet.take(member, folder.row.id).row
    assert row.status == Status.DECLINED
    assert row.purge_on == today() + timedelta(days=office.declined_days)


def test_the_second_of_two_who_end_a_call_is_told(office: Office) -> None:
    first, second = make_member(office, name="Ana First"), make_member(office, name="Ben Second")
    folder, client = a_call(first), signed_in_as(second)
    page(client, folder)
    shown = cabinet.take(first, folder.row.id).row.version
    end(signed_in_as(first), folder, status="in_review", note="first")
    response = client.post(
        url(folder.row.id), {"v": shown, "status": "new", "ticks": ALL, "note": "second"}, follow=True
    )
    html = response.content.decode()
    assert "Ana First" in html
    assert "second" in html
    kept = cabinet.take(first, folder.row.id)
    assert kept.file.wrap_up is not None
    assert kept.file.wrap_up.note == "first"
    assert kept.row.status == Status.IN_REVIEW


def test_a_draft_shows_on_the_page_of_its_own_call_alone(office: Office) -> None:
    member = make_member(office)
    one, other, client = a_call(member), a_call(member), signed_in_as(member)
    end(client, one, note="only here", status="nonsense")
    assert "only here" not in page(client, other)
    assert "only here" in page(client, one)


@pytest.mark.parametrize("text", ["\0", "x" * 6_000, "\u202e\u0301" * 80, "9" * 30])
def test_odd_input_is_no_error_and_ends_nothing(office: Office, text: str) -> None:
    member = make_member(office)
    folder, client = a_call(member), signed_in_as(member)
    names = ("day", "what", "ticks", "status", "why", "note", "v")
    for post in (
        {},
        dict.fromkeys(names, text),
        {"ticks": [text] * 5, "v": [text, "1"], "status": [text, text]},
    ):
        assert client.post(url(folder.row.id), post).status_code == 302
        page(client, folder)
    assert cabinet.take(member, folder.row.id).file.wrap_up is None
