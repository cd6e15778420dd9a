"""What a person takes away is their choice, made in one request and kept nowhere."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
import time_machine
from django.conf import settings
from django.test import Client

from screening.interview import printing
from screening.interview.making import parts_of
from screening.models import Interview, SealedSession
from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from screening.summary.client.copy import ClientCopy
from screening.summary.client.sensitive import EVENTS, GROUPS
from screening.summary.page.data import CaseRecord, Report
from screening.summary.pdf import apart, papers
from screening.summary.pdf import picture as pictures
from screening.summary.pdf.apart import Paper, State
from tests.interview.opened import stored_text
from tests.interview.walk import FROM_THIS_SITE, answer_everything, begin, html_of, one_line, title_of
from tests.summary.reading import pages_of, text_of, words_of


pytestmark = pytest.mark.django_db

ANSWERS: dict[str, Value] = {
    "upcoming": ("immigration_court",),
    "immigration_court_date": PartialDate.parse("2099-12-09"),
    "court": "california",
    "disposition": "guilty_plea",
    "immigration_status": "daca_or_tps",
    "citizenship": "noncitizen",
}
STATUS = "DACA or TPS"
# Their ticks travel in the body.
POSTED = ("copy.pdf", "copy.png")
OTHER = next((code for code, _ in settings.LANGUAGES if code != "en"), "en")


@pytest.fixture
def run(client: Client) -> str:
    """A confirmed interview."""
    return answer_everything(client, ANSWERS)


@pytest.fixture
def blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper of which nobody reads a word."""
    monkeypatch.setattr(papers, "client_pdf", lambda *_args, **_named: b"%PDF-")


def posted(client: Client, address: str, **data: object) -> str:
    response = client.post(address, data)
    assert response.status_code == 200
    return one_line(response.content.decode())


def ticked(html: str) -> list[str]:
    """The values of the boxes that are ticked."""
    boxes = re.findall(r'<input type="checkbox" name="a" value="(\d)"( checked)?>', html)
    assert boxes
    return [number for number, checked in boxes if checked]


def test_it_says_why_something_is_left_out_and_ticks_nothing(client: Client, run: str) -> None:
    html = html_of(client, f"/s/{run}/print/")
    for words in (
        "A paper in a pocket can be proof against its owner",
        "A paper that you save stays on this phone",
        "Collect the pages at the printer.",
        "Put these answers on my paper too",
        "Do not give it to ICE, the police, a court or a notary.",
    ):
        assert words in html
    assert ticked(html) == []
    assert title_of(html).strip() == "Form, papers"


def test_only_groups_that_hold_an_answer_are_offered(client: Client, run: str) -> None:
    html = html_of(client, f"/s/{run}/print/")
    offered = set(re.findall(r'name="a" value="(\d)"', html))
    assert {"1", "2", "3"} <= offered <= {group.number for group in GROUPS}


def test_the_ways_on(client: Client, run: str) -> None:
    html = html_of(client, f"/s/{run}/print/")
    for way in ("copy.pdf", "copy.png", "paper.pdf", "dates.ics", "result/"):
        assert f"/s/{run}/{way}" in html
    assert f"/s/{run}/print/" in html_of(client, f"/s/{run}/result/")


def test_no_calendar_without_an_exact_day(client: Client) -> None:
    run = answer_everything(client, {"upcoming": ("immigration_court",)})
    assert "dates.ics" not in html_of(client, f"/s/{run}/print/")


def test_it_is_read_here_without_and_with_what_was_ticked(client: Client, run: str) -> None:
    address = f"/s/{run}/print/"
    without = posted(client, address, to="read")
    assert "My notes for a lawyer" in without
    assert STATUS not in without
    assert "Immigration court" not in without
    assert "December 9, 2099" in without
    assert STATUS in posted(client, address, to="read", a=["2"])
    assert "Day in immigration court: Wednesday, December 9, 2099." in posted(
        client, address, to="read", a=["3"]
    )


def test_the_page_has_one_heading_and_a_neutral_title(client: Client, run: str) -> None:
    html = posted(client, f"/s/{run}/print/", to="read")
    assert html.count("<h1>") == 1
    assert title_of(html).strip() == "Form, papers"


def test_the_pdf(client: Client, run: str) -> None:
    response = client.post(f"/s/{run}/copy.pdf", {"a": ["2"]})
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="copy.pdf"'
    assert response["Cache-Control"] == "no-store"
    assert STATUS in text_of(response.content)
    assert "My notes for a lawyer" in text_of(response.content)
    without = client.post(f"/s/{run}/copy.pdf")
    (only,) = pages_of(without.content)
    assert only.startswith("Notes to ask a lawyer. Do not give them to ICE")
    assert STATUS not in only
    assert dict(pikepdf.open(BytesIO(without.content)).attachments) == {}


def test_the_picture_is_of_the_page_for_a_pocket(
    client: Client, run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "picture", lambda pdf: pdf)
    for data in ({}, {"a": ["2"]}):
        response = client.post(f"/s/{run}/copy.png", data)
        assert pages_of(response.content)[0].startswith("Notes to ask a lawyer.")
        assert response["Content-Type"] == "image/png"
        assert response["Content-Disposition"] == 'attachment; filename="copy.png"'
        assert response["Cache-Control"] == "no-store"


def test_the_picture_comes_with_a_warning(client: Client, run: str) -> None:
    html = html_of(client, f"/s/{run}/print/")
    warning = "Many phones copy their pictures to the cloud by themselves"
    assert html.index(warning) < html.index("Save it as a picture")


@pytest.mark.usefixtures("blank")
def test_ticks_are_not_in_any_address_and_not_stored(client: Client, run: str) -> None:
    before = stored_text(client, f"/s/{run}/print/")
    html = posted(client, f"/s/{run}/print/", to="read", a=["2"])
    client.post(f"/s/{run}/copy.pdf", {"a": ["2"]})
    assert stored_text(client, f"/s/{run}/print/") == before
    assert not re.search(r'(?:href|action)="[^"]*\?', html)
    assert (Interview.objects.count(), SealedSession.objects.count()) == (1, 1)
    assert ticked(html_of(client, f"/s/{run}/print/")) == []
    assert client.get(f"/s/{run}/copy.pdf?a=2").status_code == 405


def test_a_language_button_keeps_the_ticks(client: Client, run: str) -> None:
    html = posted(client, f"/s/{run}/print/", l=OTHER, a=["2", EVENTS.number])
    assert f'<html lang="{OTHER}"' in html
    assert ticked(html) == ["2", EVENTS.number]
    assert f'<html lang="{OTHER}"' in html_of(client, f"/s/{run}/result/")


def test_a_language_button_on_the_copy_shows_the_copy(client: Client, run: str) -> None:
    html = posted(client, f"/s/{run}/print/", l=OTHER, here="read", a=["2"])
    assert 'name="here" value="read"' in html
    assert 'name="a" value="2"' in html
    assert 'name="a" value="1"' not in html


def test_back_from_the_copy_to_the_choice(client: Client, run: str) -> None:
    assert ticked(posted(client, f"/s/{run}/print/", here="read", to="choose", a=["2"])) == ["2"]


def test_the_other_buttons_of_the_frame(client: Client, run: str) -> None:
    assert ticked(posted(client, f"/s/{run}/print/", to="stay", a=["2"])) == ["2"]
    for to in ("place", "erase"):
        assert client.post(f"/s/{run}/print/", {"to": to, "a": ["2"]})["Location"] == f"/s/{run}/{to}/"


def test_nonsense_is_no_tick(client: Client, run: str) -> None:
    assert ticked(posted(client, f"/s/{run}/print/", to="?", a=["22", "status", "0"])) == []


@pytest.mark.usefixtures("blank")
def test_a_post_is_a_sign_of_life(client: Client) -> None:
    with time_machine.travel("2026-11-24T12:00:00-08:00", tick=False) as clock:
        run = answer_everything(client, ANSWERS)
        for _ in range(3):
            clock.shift(20 * 60)
            assert client.post(f"/s/{run}/copy.pdf").status_code == 200
        clock.shift(20 * 60)
        assert client.post(f"/s/{run}/print/", {"to": "read"}).status_code == 200


@pytest.mark.parametrize("name", ["print/", "copy.pdf", "copy.png", "paper.pdf", "dates.ics"])
def test_only_confirmed_answers_are_printed(name: str, client: Client) -> None:
    run = answer_everything(client, ANSWERS, confirm=False)
    way = client.post if name in POSTED else client.get
    assert way(f"/s/{run}/{name}")["Location"] == f"/s/{run}/check/"
    for data in ({"to": "read"}, {"l": OTHER}, {}):
        assert client.post(f"/s/{run}/print/", data)["Location"] == f"/s/{run}/check/"


@pytest.mark.parametrize("name", ["print/", "copy.pdf", "copy.png", "dates.ics"])
def test_nobody_else_opens_them(name: str, run: str) -> None:
    other = Client()
    begin(other)
    for stranger in (other, Client()):
        assert stranger.post(f"/s/{run}/print/").status_code == 403
        answer = stranger.post(f"/s/{run}/{name}") if name in POSTED else stranger.get(f"/s/{run}/{name}")
        assert answer.status_code == 403
        assert STATUS not in answer.content.decode()


def test_a_post_needs_the_token(run: str, client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    for name in ("print/", *POSTED):
        assert strict.post(f"/s/{run}/{name}", {"to": "read"}).status_code == 403


def test_the_papers_of_an_erased_interview(client: Client) -> None:
    with time_machine.travel("2026-11-24T12:00:00-08:00", tick=False) as clock:
        run = answer_everything(client, ANSWERS)
        clock.shift(31 * 60)
        assert client.post(f"/s/{run}/copy.pdf").status_code == 410


def test_the_attorneys_paper_has_everything_in_english_in_any_language(
    client: Client, run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "attorney_pdf", lambda report: papers.attorney_html(report).encode())
    client.post(f"/s/{run}/print/", {"l": OTHER})
    paper = client.get(f"/s/{run}/paper.pdf")
    assert paper["Content-Disposition"] == 'attachment; filename="summary.pdf"'
    html = paper.content.decode()
    text = words_of(html)
    assert STATUS in text
    assert "Element ledger" in text
    assert "Asked in" in text
    assert '<html lang="en"' in html


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Paper:
    """A paper that is not there yet."""
    paper = Paper(("key",), b"", None)
    monkeypatch.setattr(printing, "made_apart", lambda *_args, **_named: paper)
    monkeypatch.setattr(apart, "WAIT", 0)
    return paper


def test_a_paper_that_is_not_there_yet_has_a_page(client: Client, run: str, making: Paper) -> None:
    asked = client.post(f"/s/{run}/copy.pdf", {"a": ["2"]})
    address = f"/s/{run}/made/copy/1/"
    assert (asked.status_code, asked["Location"]) == (303, address)
    page = client.get(address)
    assert page["Refresh"] == "3"
    html = one_line(page.content.decode())
    assert "Your paper is being made" in html
    # It can be read at once, with the same ticks.
    assert f'action="/s/{run}/print/"' in html
    assert '<input type="hidden" name="a" value="2">' in html
    assert title_of(html).strip() == "Form, papers"
    making.state = State.FULL
    assert client.get(address)["Refresh"] == "3"
    for state, words in ((State.FAILED, "Try again"), (State.READY, "Save the PDF for me")):
        making.state = state
        page = client.get(address)
        assert "Refresh" not in page
        assert words in page.content.decode()
        assert f'action="/s/{run}/copy.pdf"' in page.content.decode()


def test_a_paper_for_a_lawyer_that_is_not_there_yet_has_a_page(
    client: Client, run: str, making: Paper
) -> None:
    assert client.get(f"/s/{run}/paper.pdf")["Location"] == f"/s/{run}/made/paper/1/"
    making.state = State.READY
    assert f"/s/{run}/1/paper.pdf" in html_of(client, f"/s/{run}/made/paper/1/")


def test_a_number_that_no_paper_has_is_the_first_paper_and_no_other(
    client: Client, run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each number would be one more paper in the queue."""
    keys: set[apart.Key] = set()

    def known(key: apart.Key, *_args: object, **_named: object) -> Paper:
        keys.add(key)
        return Paper(key, b"", None)

    monkeypatch.setattr(printing, "made_apart", known)
    monkeypatch.setattr(apart, "WAIT", 0)
    for number in ("1", "0", "2", "9" * 30):
        assert client.get(f"/s/{run}/{number}/paper.pdf")["Location"] == f"/s/{run}/made/paper/1/"
        assert client.get(f"/s/{run}/made/paper/{number}/").status_code == 200
        assert client.post(f"/s/{run}/copy.pdf", {"part": number})["Location"] == f"/s/{run}/made/copy/1/"
    assert {key[1:] for key in keys} == {("paper", "1"), ("copy", "1")}


def test_a_page_of_a_paper_that_nobody_asked_for_leads_back(client: Client, run: str) -> None:
    for what in ("copy", "picture", "other"):
        assert client.get(f"/s/{run}/made/{what}/1/")["Location"] == f"/s/{run}/print/"
    assert Client().get(f"/s/{run}/made/paper/1/").status_code == 403


def test_more_than_five_cases_get_several_papers(
    client: Client, run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "One paper holds five cases" not in html_of(client, f"/s/{run}/print/")
    monkeypatch.setattr(printing, "parts_of", lambda _cases: parts_of(6))
    html = one_line(html_of(client, f"/s/{run}/print/"))
    assert html.count("One paper holds five cases") == 2
    read = posted(client, f"/s/{run}/print/", to="read")
    for page, buttons in (
        (html, ("Save the PDF for me", "Save it as a picture")),
        (read, ("Save the PDF for me",)),
    ):
        for button in buttons:
            assert f"{button}: Cases 1 to 5 of 6" in page
            assert f"{button}: Case 6 of 6" in page
    assert f"/s/{run}/2/paper.pdf" in html


def test_a_paper_with_some_of_the_cases_says_which_on_page_one(
    client: Client, run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [CaseRecord(number, ANSWERS) for number in range(1, 8)]
    monkeypatch.setattr(printing, "records_of", lambda _opened: records)
    made: list[str] = []

    def write(report: Report) -> bytes:
        made.append(papers.attorney_html(report))
        return b""

    monkeypatch.setattr(papers, "attorney_pdf", write)
    for part, which in ((1, "cases 1 to 5 of 7"), (2, "cases 6 to 7 of 7")):
        client.get(f"/s/{run}/{part}/paper.pdf")
        assert f"One person, {which}" in made[-1]
        assert f"this paper has {which}; the others are on another paper" in words_of(made[-1])
    del records[6]
    client.get(f"/s/{run}/2/paper.pdf")
    assert 'Case 6 of 6"' in made[-1]


@pytest.mark.parametrize(("what", "function"), [("copy.pdf", "client_pdf"), ("copy.png", "picture_of")])
def test_a_clients_paper_knows_which_of_the_cases_it_holds(
    client: Client, run: str, monkeypatch: pytest.MonkeyPatch, what: str, function: str
) -> None:
    records = [CaseRecord(number, ANSWERS) for number in range(1, 8)]
    monkeypatch.setattr(printing, "records_of", lambda _opened: records)
    made: list[ClientCopy] = []

    def write(copy: ClientCopy, *_args: object, **_named: object) -> bytes:
        made.append(copy)
        return b""

    monkeypatch.setattr(papers if function == "client_pdf" else pictures, function, write)
    for part, held in ((1, [1, 2, 3, 4, 5]), (2, [6, 7])):
        client.post(f"/s/{run}/{what}", {"part": part})
        assert [case.number for case in made[-1].report.cases] == held
        assert made[-1].report.of_all == 7
    del records[5:]
    client.post(f"/s/{run}/{what}")
    assert made[-1].report.of_all == 0


@pytest.mark.parametrize("goodbye", ["erase", "leave"])
def test_a_paper_in_memory_is_its_askers_alone_and_of_nobody_who_has_gone(
    client: Client, run: str, making: Paper, monkeypatch: pytest.MonkeyPatch, goodbye: str
) -> None:
    keys: list[apart.Key] = []

    def known(key: apart.Key, *_args: object, **_named: object) -> Paper:
        keys.append(key)
        return making

    monkeypatch.setattr(printing, "made_apart", known)
    making.state = State.READY
    other = Client()
    other_run = answer_everything(other, ANSWERS)
    address = f"/s/{run}/paper.pdf"
    assert client.get(address).status_code == 200
    assert other.get(f"/s/{other_run}/paper.pdf").status_code == 200
    assert other.get(address).status_code == 403
    assert len({*keys}) == len(keys) == 2
    client.post(f"/s/{run}/erase/" if goodbye == "erase" else "/leave/", headers=FROM_THIS_SITE)
    for path in (address, f"/s/{run}/made/paper/1/"):
        assert client.get(path).status_code == 403
    assert len(keys) == 2
