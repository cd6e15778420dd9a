"""Several people, several calls: nothing is overwritten, nothing mixed, nothing asked after a refusal."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from screening.interview.document import Case, Document
from screening.office.file import cabinet
from screening.office.file.casefile import SENT
from screening.office.models import Office, Status
from screening.rules.facts import FACTS
from tests.office.calls.conftest import Asking, a_check, begin, question_url
from tests.office.conftest import MakeOffice, make_member, signed_in_as
from tests.tiers import repeated


def test_a_colleague_picks_the_call_up_where_it_stands(asking: Asking, colleague: Asking) -> None:
    asking.send("00a", u="1")
    response = colleague.client.get(f"/office/calls/{colleague.screening_id}/", follow=True)
    html = response.content.decode()
    assert response.redirect_chain[-1][0].endswith("/1/01a/")
    assert "Marisol V." in html
    colleague.send("02a", a=["8"], do="on")
    assert asking.answer("immigration_events") == ("none",)


def test_the_second_to_change_a_question_is_told_and_nothing_is_overwritten(
    asking: Asking, colleague: Asking
) -> None:
    shown = asking.fields("40b")
    colleague.send("40b", b="1", note="From Lee")
    mine = {**shown, "b": "2", "note": "From Dana"}
    assert asking.send_as(mine, "40b") == question_url(asking.screening_id, "40b")
    assert asking.answer("warned_exclusion") == "yes"
    html = asking.html("40b")
    assert "<bdi>Lee Attorney</bdi> changed this question at" in html
    assert "Now it stands as “<bdi>Yes</bdi>”." in html
    assert "You chose “<bdi>No</bdi>”." in html
    assert "From Dana</textarea>" in html
    assert "From Dana" not in colleague.html("40b")
    # Told of it, one may put the own answer in its place.
    asking.send("40b", b="2")
    assert asking.answer("warned_exclusion") == "no"
    assert "changed this question" not in asking.html("40b")


def test_a_date_typed_over_somebody_elses_stays_in_the_fields(asking: Asking, colleague: Asking) -> None:
    shown = asking.fields("11d")
    colleague.send("11d", d="2001", do="on")
    asking.send_as({**shown, "d": "2003", "do": "on"}, "11d")
    assert str(asking.answer("disposition_date")) == "2001"
    html = asking.html("11d")
    assert 'value="2003"' in html
    assert "2001, month not known" in html
    assert 'value="2001"' in colleague.html("11d")


def test_another_question_by_somebody_else_is_no_conflict(asking: Asking, colleague: Asking) -> None:
    shown = asking.fields("40b")
    colleague.send("40a", a="1")
    asking.send_as({**shown, "b": "2"}, "40b")
    assert asking.answer("warned_exclusion") == "no"
    assert asking.answer("warned_deportation") == "yes"


@pytest.mark.parametrize(
    ("step", "theirs", "untouched"),
    [
        ("40b", {"b": "1"}, {}),
        ("11d", {"d": "2001"}, {"d": "", "dm": "", "dd": ""}),
        ("45a", {"a": ["1"]}, {}),
        ("10b", {"b": "3"}, {"b": ""}),
    ],
)
def test_who_changed_nothing_is_not_stopped_and_overwrites_nothing(
    asking: Asking, colleague: Asking, step: str, theirs: dict[str, Any], untouched: dict[str, str]
) -> None:
    shown = asking.fields(step)
    colleague.send(step, **theirs)
    version = asking.folder.row.version
    assert not asking.send_as({**shown, **untouched, "do": "on"}, step).endswith(f"/{step}/")
    assert asking.folder.row.version == version


def test_a_script_is_told_when_somebody_else_wrote(asking: Asking, colleague: Asking) -> None:
    shown = asking.fields("40b")
    colleague.send("40b", b="1")
    url = question_url(asking.screening_id, "40b")
    assert asking.client.post(url, {**shown, "b": "2", "do": "keep"}).status_code == 409
    assert asking.answer("warned_exclusion") == "yes"


@pytest.mark.parametrize("more", [{}, {"do": "keep"}, {"do": "on"}])
def test_a_form_of_another_call_writes_nothing(asking: Asking, more: dict[str, str]) -> None:
    other = begin(asking.member, "Reza Karimi").row.id
    shown = asking.fields("40b")
    response = asking.client.post(question_url(other, "40b"), {**shown, "b": "2", "note": "Hers", **more})
    assert response.status_code in (302, 409)
    if response.status_code == 302:
        html = asking.client.get(response["Location"]).content.decode()
        assert "belonged to another call" in html
        assert "Hers" not in html
    for screening_id in (other, asking.screening_id):
        folder = cabinet.take(asking.member, screening_id)
        assert folder.row.version == 1
        assert folder.file.document.cases[0].given == {}


def test_each_open_call_has_its_letter_and_its_tone(asking: Asking) -> None:
    other = Asking(asking.member, begin(asking.member, "Reza Karimi", language="fa").row.id)
    other.client = asking.client
    first, second = asking.html("40b"), other.html("40b")
    assert '<span class="tag">A</span>' in first
    assert 'class="caller"' in first
    assert '<span class="tag">B</span>' in second
    assert 'class="caller b"' in second
    assert "Persian" in second
    assert "Switch to call A, <bdi>Marisol V.</bdi>" in second
    assert f'href="/office/calls/{asking.screening_id}/"' in second
    assert "Switch to call B, <bdi>Reza K.</bdi>" in asking.html("40b")


def test_a_call_that_was_erased_leaves_the_band(asking: Asking) -> None:
    other = begin(asking.member, "Reza Karimi")
    asking.client.get(question_url(other.row.id, "40b"))
    other.row.delete()
    assert "Reza" not in asking.html("40b")
    assert len(asking.client.session["calls"]) == 1


# Questions that are asked whatever is answered to the others.
KEYS = {
    "10a": "court",
    "15b": "appeal_pending",
    "30d": "custody_elsewhere",
    "30e": "open_warrant",
    "71a": "citizenship",
    "73a": "other_cases",
}


@pytest.mark.parametrize("seed", repeated(range(5), 1))
def test_interleaved_calls_never_mix(office: Office, seed: int) -> None:
    random, member = Random(seed), make_member(office)  # noqa: S311 (a test)
    calls = [
        Asking(member, begin(member, name).row.id) for name in ("Marisol Vega", "Reza Karimi", "Ana Ruiz")
    ]
    for call in calls[1:]:
        call.client = calls[0].client
    given: dict[tuple[int, str], str] = {}
    for _ in range(40):
        which, (step, key) = random.randrange(3), random.choice(list(KEYS.items()))
        value = random.choice(FACTS[key].values)
        # The page was opened, another call was worked on, then this form is sent.
        shown = calls[which].fields(step)
        calls[(which + 1) % 3].html("10a")
        number = str(FACTS[key].values.index(value) + 1)
        calls[which].send_as({**shown, step[2]: number, "note": f"Call {which}"}, step)
        given[which, key] = value
    for which, call in enumerate(calls):
        document = call.folder.file.document
        expected = {key: value for (of, key), value in given.items() if of == which}
        assert {**document.you, **document.cases[0].given} == expected
        assert {entry["note"] for entry in document.cases[0].about.values()} == {f"Call {which}"}


def a_locked(member: Any, **columns: Any) -> Asking:
    """A call in which something was said before it was closed."""
    folder = begin(member, conflict=a_check(columns.pop("conflict", "none")))
    folder.file.document.put(1, {"court": "california"})
    folder.file.document.cases[0].about["court"] = {
        "source": "family",
        "sure": "not_sure",
        "note": "Fresno",
        "by": "",
    }
    cabinet.put_back(folder, **columns)
    return Asking(member, folder.row.id)


@pytest.mark.parametrize(
    "how",
    [
        {"status": Status.DECLINED},
        {"conflict": "declined"},
        {"status": Status.CLOSED},
        {"status": "referred"},
    ],
)
def test_after_a_refusal_the_answers_are_read_only(office: Office, how: dict[str, Any]) -> None:
    asking = a_locked(make_member(office), **how)
    version = asking.folder.row.version
    html = asking.html("40b").split("<main")[1].split("</main>")[0]
    assert "<form" not in html
    assert "<button" not in html
    assert "California" in html
    assert "Family · Guess · Fresno" in html
    assert ("What is said now may not be privileged. Read this out" in html) == (
        "decl" in str(how).casefold()
    )
    fields = {"s": asking.screening_id, "v": "9", "b": "2", "note": "Said after"}
    assert asking.send_as(fields, "40b").endswith("/1/00a/")
    url = question_url(asking.screening_id, "40b")
    assert asking.client.post(url, {**fields, "do": "keep"}).status_code == 409
    assert asking.folder.row.version == version
    assert asking.client.get(f"/office/calls/{asking.screening_id}/")["Location"].endswith("/1/00a/")


def test_what_a_person_sent_stays_closed_after_a_refusal(office: Office) -> None:
    member = make_member(office)
    folder = begin(member, source=SENT, conflict=a_check("declined"))
    folder.file.document = Document(cases=[Case("1", {"court": "california"})])
    cabinet.put_back(folder)
    html = Asking(member, folder.row.id).html("40b")
    assert "California" not in html.split("<main")[1]
    assert "The answers that were sent stay closed." in html


@pytest.mark.parametrize(("name", "leads_to"), [("Marisol Vega", "conflict"), ("", "details")])
def test_nothing_is_asked_before_the_conflict_check(office: Office, name: str, leads_to: str) -> None:
    member = make_member(office)
    folder = begin(member, name, conflict=None)
    asking = Asking(member, folder.row.id)
    url = question_url(folder.row.id, "40b")
    for address in (url, f"/office/calls/{folder.row.id}/"):
        assert leads_to in asking.client.get(address)["Location"]
    assert leads_to in asking.client.post(url, {"s": folder.row.id, "b": "2"})["Location"]
    assert leads_to in asking.client.post(f"/office/calls/{folder.row.id}/jump/", {"to": "3"})["Location"]
    assert asking.folder.row.version == 1


def test_an_administrator_and_another_office_have_no_such_call(
    asking: Asking, make_office: MakeOffice, office: Office
) -> None:
    strangers = [make_member(office, "administrator"), make_member(make_office("Another"), "attorney")]
    for client in map(signed_in_as, strangers):
        assert client.get(f"/office/calls/{asking.screening_id}/").status_code == 404
        url = question_url(asking.screening_id, "40b")
        assert client.get(url).status_code == 404
        assert client.post(url, {"s": asking.screening_id, "b": "1"}).status_code == 404
        assert client.post(f"/office/calls/{asking.screening_id}/jump/", {"to": "3"}).status_code == 404
    assert asking.answer("warned_exclusion") is None


def test_a_jump_from_a_page_that_asks_nothing_finds_a_question(asking: Asking) -> None:
    url = f"/office/calls/{asking.screening_id}/jump/"
    assert asking.client.post(url, {"to": "4"})["Location"].endswith("/1/10a/")
    assert asking.client.post(url, {"to": "zzz"})["Location"].endswith("/1/00a/?said=none")
    assert asking.client.get(url).status_code == 405
