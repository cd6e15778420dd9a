"""A clinic day on paper: what can be ticked, what is printed, who is refused."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from io import BytesIO

import pikepdf
import pytest
from django.test import Client

from screening.office.file import log
from screening.office.file.casefile import WrapUp
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Office
from screening.office.queue import clinic
from screening.summary.page.data import Report
from screening.summary.pdf import apart
from screening.summary.pdf.apart import Job, Paper, State
from screening.summary.pdf.cover import Cover
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.queue.conftest import MakeFolder, due, in_days, sent_from_outside
from tests.office.queue.test_queue_page import order
from tests.summary.reading import pages_of


ADDRESS = "/office/clinic/"


def shown(client: Client, query: str = "") -> str:
    response = client.get(f"{ADDRESS}{query}")
    assert response.status_code == 200
    return response.content.decode()


def refused(client: Client, ids: list[str]) -> str:
    """The page that says why nothing was printed."""
    response = client.post(ADDRESS, {"id": ids})
    assert response.status_code == 302
    return client.get(response.headers["Location"]).content.decode()


def says_nothing_of_anybody(paper: bytes) -> None:
    """Tagged, and without a name in its metadata."""
    with pikepdf.open(BytesIO(paper)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo["/Title"]) == "Summaries for attorneys"
        assert "/Author" not in pdf.docinfo
        assert b"Vega" not in bytes(pdf.Root.Metadata.read_bytes())
        # Every page has its own place in the tree of tags.
        assert [page.StructParents for page in pdf.pages] == list(range(len(pdf.pages)))


def test_one_file_has_a_list_and_each_summary_from_a_new_page(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    later = make_folder("Omar Said", language="es")
    first = make_folder("Marisol Vega", you={"immigration_events": ("detained",)})
    response = client.post(ADDRESS, {"id": [later.row.id, first.row.id, later.row.id]})
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="clinic.pdf"'
    texts = pages_of(response.content)
    cover = texts[0]
    assert "Clinic list: 2 screenings" in cover
    assert cover.index("Marisol V.") < cover.index("Omar S.")
    for said in (
        first.row.number,
        later.row.number,
        "act today",
        "Held by immigration",
        "Spanish",
        "1473.7(a)(1)",
        "gates 1/5",
        "call: 4 questions",
        "not how strong",
    ):
        assert said in " ".join(cover.split()), said
    assert "Vega" not in cover
    begins = [number for number, text in enumerate(texts) if "Page 1 of" in text]
    assert len(begins) == 3
    assert first.row.number in texts[begins[1]]
    assert later.row.number in texts[begins[2]]
    # No page holds two people.
    for text in texts[1:]:
        assert (first.row.number in text) != (later.row.number in text)
    says_nothing_of_anybody(response.content)
    # Each that was printed is noted once.
    noted = [log.opened(office_keys(office.id), one) for one in LogEntry.objects.filter(office=office)]
    printed = [line.subject for line in noted if line.act == log.Act.PRINTED.value]
    assert sorted(printed) == sorted([first.row.id, later.row.id])


def test_what_was_not_checked_for_conflicts_is_not_printed(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    unchecked = make_folder("Unchecked Person", conflict=None)
    sent = sent_from_outside(office)
    ready = make_folder("Ready Person")
    text = refused(client, [unchecked.row.id, sent.id, ready.row.id])
    assert f"{unchecked.row.number}: the conflict check comes first" in text
    assert f"{sent.number}: the conflict check comes first" in text
    # What can be printed is still ticked.
    assert f'value="{ready.row.id}" checked' in text
    assert f'value="{unchecked.row.id}" checked' not in text
    assert not LogEntry.objects.filter(office=office).count()


def test_what_nobody_opened_has_no_box(client: Client, office: Office) -> None:
    row = sent_from_outside(office)
    assert row.number not in shown(client)
    text = shown(client, "?status=unopened")
    assert row.number in text
    assert 'name="id"' not in text


@pytest.fixture
def papers(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The numbers that would be printed, without the seconds that it takes."""
    numbers: list[str | None] = []

    def quick(reports: Iterable[Report], cover: Cover, _made: object) -> bytes:
        numbers.extend(report.heading.number if report.heading else None for report in reports)
        assert [row.number for row in cover.rows] == numbers
        return b"%PDF"

    monkeypatch.setattr("screening.summary.pdf.papers.attorney_pdfs", quick)
    return numbers


def test_the_papers_are_english_unless_the_persons_language_is_asked_for(
    client: Client, office: Office, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def quick(reports: Iterable[Report], _cover: Cover, _made: object) -> bytes:
        asked.extend(report.asked_in for report in reports)
        return b"%PDF"

    monkeypatch.setattr("screening.summary.pdf.papers.attorney_pdfs", quick)
    folder = make_folder("Omar Said", language="es")
    assert "own language beside the English" in shown(client)
    client.post(ADDRESS, {"id": [folder.row.id]})
    client.post(ADDRESS, {"id": [folder.row.id], "bilingual": "yes"})
    assert asked == ["", "Spanish"]
    noted = [log.opened(office_keys(office.id), one).detail for one in LogEntry.objects.filter(office=office)]
    assert noted == ["clinic", "clinic, bilingual"]


def test_another_offices_screening_is_as_if_not_ticked(
    client: Client, make_office: MakeOffice, make_folder: MakeFolder, papers: list[str]
) -> None:
    theirs = make_folder("Their Person", by=make_member(make_office("Another")))
    assert "Tick the screenings to print" in refused(client, [theirs.row.id])
    assert "Their P." not in shown(client)
    mine = make_folder("My Person")
    assert client.post(ADDRESS, {"id": [theirs.row.id, mine.row.id]}).status_code == 200
    assert papers == [mine.row.number]


@pytest.mark.parametrize("ids", [[], ["x"], ["\0"], ["x" * 50_000], ["", "", ""], ["__all__"]])
def test_nothing_that_can_be_printed_is_told(client: Client, ids: list[str]) -> None:
    assert "Tick the screenings to print" in refused(client, ids)


def test_more_than_forty_are_too_many(client: Client) -> None:
    assert "at most 40 at once" in refused(client, [f"X{n}" for n in range(41)])


def test_a_day_finds_appointments_and_dates(client: Client, make_folder: MakeFolder) -> None:
    day = in_days(9)
    met = WrapUp("2026-11-01T10:00:00+00:00", "Dana", True, [], appointment=f"{day}T10:30")
    make_folder("Appointed Person", wrap_up=met)
    make_folder("Due Person", deadlines=due(9))
    make_folder("Other Person", deadlines=due(10))
    text = shown(client, f"?day={day}")
    assert set(order(text)) == {"Appointed P.", "Due P."}
    # Who asked for a day wants them all.
    assert text.count(" checked") == 2
    assert shown(client).count(" checked") == 0


@pytest.mark.parametrize("day", ["x", "2026-02-30", "%00", "9" * 400, ""])
def test_a_day_that_is_none_narrows_nothing(client: Client, make_folder: MakeFolder, day: str) -> None:
    make_folder()
    assert order(shown(client, f"?day={day}")) == ["Marisol V."]


def test_a_day_says_when_it_did_not_look_at_all(
    client: Client, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clinic, "MOST_SEARCHED", 1)
    make_folder()
    assert "Not all were looked through" not in shown(client, f"?day={in_days(9)}")
    make_folder("Omar Said")
    assert "Not all were looked through" in shown(client, f"?day={in_days(9)}")


def test_others_are_refused(signed_in: SignedIn, make_folder: MakeFolder) -> None:
    folder = make_folder()
    administrator = signed_in("administrator")
    assert administrator.get(ADDRESS).status_code == 404
    assert administrator.post(ADDRESS, {"id": [folder.row.id]}).status_code == 404
    assert "sign-in" in Client().post(ADDRESS, {"id": [folder.row.id]}).headers["Location"]


def test_an_attorney_prints_too(office: Office, make_folder: MakeFolder, papers: list[str]) -> None:
    folder = make_folder()
    browser = signed_in_as(make_member(office, "attorney"))
    assert browser.post(ADDRESS, {"id": [folder.row.id]}).status_code == 200
    assert papers == [folder.row.number]


def test_a_print_that_is_not_done_yet_shows_how_far_it_is(
    client: Client, make_folder: MakeFolder, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get(f"{ADDRESS}made/").headers["Location"] == ADDRESS
    making = Paper(("key",), b"", None)
    making.papers, making._made = 40, 7
    monkeypatch.setattr(clinic, "made_apart", lambda *_args, **_named: making)
    monkeypatch.setattr(apart, "WAIT", 0)
    folder = make_folder()
    asked = client.post(ADDRESS, {"id": [folder.row.id], "bilingual": "yes"})
    assert asked.headers["Location"] == f"{ADDRESS}made/"
    page = client.get(f"{ADDRESS}made/")
    assert page.headers["Refresh"] == "3"
    assert "7 of 40 are done." in page.content.decode()
    # It is noted when it is taken.
    assert not LogEntry.objects.filter(office=office).count()
    making.state, making.content = State.READY, b"%PDF"
    text = client.get(f"{ADDRESS}made/").content.decode()
    assert f'name="id" value="{folder.row.id}"' in text
    assert 'name="bilingual" value="yes"' in text
    assert client.post(ADDRESS, {"id": [folder.row.id], "bilingual": "yes"}).content == b"%PDF"
    assert LogEntry.objects.filter(office=office).count() == 1


def test_more_cases_than_one_paper_holds_are_not_printed_here(
    client: Client, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder()
    monkeypatch.setattr(clinic, "parts_of", lambda _cases: [1, 2])
    assert "more cases than one paper holds" in refused(client, [folder.row.id])


def test_no_key_goes_to_the_process_that_prints(
    client: Client, office: Office, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[Job] = []

    def handed_over(_key: object, _told: object, job: Callable[[], Job], **_named: object) -> Paper:
        jobs.append(job())
        return Paper(("key",), b"", None, State.FULL)

    monkeypatch.setattr(clinic, "made_apart", handed_over)
    folder = make_folder("Omar Said", language="es")
    client.post(ADDRESS, {"id": [folder.row.id]})
    (job,) = jobs
    sent = pickle.dumps((job.function, job.args, job.named))
    assert b"Omar Said" in sent  # opened, by a pipe and in memory alone
    keys = office_keys(office.id)
    for secret in (*keys.private.values(), keys.tokens, keys.log, keys.webhook):
        assert secret not in sent
    assert b"OfficeKeys" not in sent
    function, args, named = pickle.loads(sent)  # noqa: S301 (our own)
    assert "Page 1 of" in pages_of(function(*args, **named))[1]
