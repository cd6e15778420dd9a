"""The page of the review: what it shows, who may open it, what it tells a second reader."""

from __future__ import annotations

import pytest
from django.test import Client

from screening.office.file import cabinet, log
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import WrapUp
from screening.office.file.log import opened
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, Office, Screening
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.review.conftest import VIVAR, MakeFolder, post, url


PAGES = ("", "finding", "papers", "deadlines", "note", "decide", "summary", "rescreen", "stored")
POSTS = ("finding", "papers", "deadlines", "note", "decide", "rescreen")
FOR_ATTORNEYS = ("finding", "decide")


def page(client: Client, folder: Folder) -> str:
    response = client.get(url(folder))
    assert response.status_code == 200
    return str(response.content.decode())


def acts(office: Office) -> list[str]:
    keys = office_keys(office.id)
    return [opened(keys, entry).act for entry in LogEntry.objects.order_by("number")]


@pytest.mark.parametrize("name", PAGES)
def test_nobody_gets_in_without_signing_in(folder: Folder, client: Client, name: str) -> None:
    for send in (client.get, client.post):
        response = send(url(folder, name))
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/office/sign-in/")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("role", ["intake", "attorney"])
def test_another_office_finds_nothing(folder: Folder, make_office: MakeOffice, name: str, role: str) -> None:
    stranger = signed_in_as(make_member(make_office("Another"), role, bar_number="1234"))
    before = Screening.objects.get().version
    for send in (stranger.get, stranger.post):
        assert send(url(folder, name)).status_code in (404, 405)
    assert stranger.post(url(folder, name)).status_code in (404, 405)
    assert Screening.objects.get().version == before


@pytest.mark.parametrize("name", PAGES)
def test_an_administrator_reads_no_answers(folder: Folder, signed_in: SignedIn, name: str) -> None:
    administrator = signed_in("administrator")
    assert administrator.get(url(folder, name)).status_code == 404
    assert administrator.post(url(folder, name)).status_code == 404


@pytest.mark.parametrize("name", FOR_ATTORNEYS)
def test_intake_neither_finds_nor_decides(folder: Folder, intake_client: Client, name: str) -> None:
    assert intake_client.get(url(folder, name)).status_code == 404
    assert post(intake_client, folder, name).status_code == 404


def test_intake_reads_the_review_without_the_forms_of_an_attorney(
    folder: Folder, intake_client: Client, attorney_client: Client
) -> None:
    theirs, ours = page(intake_client, folder), page(attorney_client, folder)
    assert "Marisol Vega Duarte" in theirs
    for only in ("Decide and sign", "/finding/", "My finding"):
        assert only in ours
        assert only not in theirs


@pytest.mark.parametrize("name", PAGES)
def test_before_the_conflict_check_nothing_opens(
    make_folder: MakeFolder, attorney_client: Client, name: str
) -> None:
    folder = make_folder(cleared=False)
    send = attorney_client.post if name in POSTS else attorney_client.get
    response = send(url(folder, name), {"text": "a note", "do": "add"})
    assert response.status_code == 302
    assert response.headers["Location"].endswith(f"/{folder.row.id}/conflict/")
    assert Screening.objects.get().version == 1


def test_it_says_everything_that_the_attorneys_paper_says(folder: Folder, attorney_client: Client) -> None:
    text = page(attorney_client, folder)
    for told in (
        folder.row.number,
        "law as of",
        "Marisol Vega Duarte",
        "Fresno, March 2004",
        "Immigration court: Wednesday, December 9, 2026",
        "PC 1473.7(a)(1)",
        "PC 1203.43",
        "Needs facts",
        "8 USC 1101(a)(48)(A)",
        "Facts to get next",
        "The call was not wrapped up.",
        "No match, Dana Kim",
    ):
        assert told in text
    for table in ("<caption", 'scope="row"', 'role="region"'):
        assert table in text
    title = text.split("<title>")[1].split("</title>")[0]
    assert title.strip() == "Review"


def test_the_open_laws_come_first(folder: Folder, attorney_client: Client) -> None:
    text = page(attorney_client, folder)
    places = [
        text.index(f'id="law-1-{law}"') for law in ("pc1473_7_a1", "pc1016_5", "pc1473_7_a2", "pc1203_43")
    ]
    assert places == sorted(places)


def test_each_case_has_its_dates_drawn_and_as_a_table(
    make_folder: MakeFolder, attorney_client: Client
) -> None:
    folder = make_folder(VIVAR, {**VIVAR, "disposition_date": "1999", "county": "Kern"})
    text = page(attorney_client, folder)
    dates = text.split('id="dates"')[1].split('id="facts"')[0]
    first, second = dates.split("<h3>")[1:]
    for case, days in ((first, ["March 2004", "2007", "December 9, 2026"]), (second, ["1999", "2007"])):
        drawing, table = case.split("</figure>")[0], case.split("<table>")[1]
        assert 'role="img"' in drawing
        places = [table.index(day) for day in days]
        assert places == sorted(places)
        assert all(day in drawing for day in days)
    assert "First knew the case hurts: date not known." in first
    assert dates.count('tabindex="0"') == dates.count('role="region"') >= 4


def test_a_note_on_a_date_stands_in_the_table_of_dates(
    make_folder: MakeFolder, attorney_client: Client
) -> None:
    about = {"disposition_date": {"source": "paper_seen", "sure": "sure", "note": "On the docket", "by": "X"}}
    text = page(attorney_client, make_folder(about=about))
    dates = text.split('id="dates"')[1].split('id="facts"')[0]
    assert "Paper seen, sure" in dates
    assert "Note: On the docket" in dates


def test_who_said_it_how_sure_and_the_note_are_shown(
    make_folder: MakeFolder, attorney_client: Client
) -> None:
    about = {"court": {"source": "paper_seen", "sure": "sure", "note": "Docket <b>in</b> hand", "by": "X"}}
    text = page(attorney_client, make_folder(about=about))
    assert "Paper seen, sure" in text
    assert "Note: Docket &lt;b&gt;in&lt;/b&gt; hand" in text
    assert "<small>paper seen</small>" in text


def test_the_persons_own_words_stand_beside_the_english(
    make_folder: MakeFolder, attorney_client: Client
) -> None:
    text = page(attorney_client, make_folder(language="fa"))
    assert 'lang="fa"' in text
    assert 'dir="rtl"' in text
    assert "Asked in Persian" in text


def test_a_wrapped_up_call_says_so(folder: Folder, attorney_client: Client) -> None:
    folder.file.wrap_up = WrapUp("2026-11-20T18:00:00+00:00", "Dana Kim", True, [], "Monday at 9")
    cabinet.put_back(folder)
    text = page(attorney_client, folder)
    assert "Read back to the caller." in text
    assert "Monday at 9" in text


def test_another_screening_of_the_same_name_is_named(
    make_folder: MakeFolder, attorney_client: Client
) -> None:
    folder, other = make_folder(), make_folder()
    assert other.row.number in page(attorney_client, folder)


def test_nothing_answered_is_a_page_too(make_folder: MakeFolder, attorney_client: Client) -> None:
    text = page(attorney_client, make_folder({}))
    assert "no question was answered" in text
    assert "No date was given." in text


def test_opening_it_is_noted_and_moves_no_version(
    folder: Folder, attorney: Member, attorney_client: Client, office: Office
) -> None:
    page(attorney_client, folder)
    assert acts(office) == [log.Act.VIEWED.value]
    again = cabinet.take(attorney, folder.row.id)
    assert again.row.version == 1
    assert again.file.read_version == {attorney.id: 1}
    assert again.file.read_at[attorney.id]


def test_a_second_reader_sees_what_changed_since(
    folder: Folder, attorney_client: Client, intake_client: Client
) -> None:
    heading = "Changed since you last had this open"
    post(intake_client, folder, "note", text="Before anybody read it")
    assert heading not in page(attorney_client, folder)
    post(intake_client, folder, "papers", paper="plea_form", today="asked")
    text = page(attorney_client, folder)
    assert heading in text
    since = text.split(heading)[1].split("</div>")[0]
    assert "Dana Kim noted of plea form (Tahl waiver): asked" in since
    assert "wrote a note" not in since
    assert heading not in page(attorney_client, folder)
    # Who did it is told nothing of it.
    assert heading not in page(intake_client, folder)


def test_a_reader_marks_nothing_over_somebody_who_wrote(folder: Folder, attorney: Member) -> None:
    stale = cabinet.take(attorney, folder.row.id)
    folder.file.assignee = attorney.id
    cabinet.put_back(folder)
    cabinet.mark_read(stale, attorney)
    assert cabinet.take(attorney, folder.row.id).file.assignee == attorney.id
    assert cabinet.take(attorney, folder.row.id).file.read_version == {}


def test_two_readers_at_once_are_both_marked(folder: Folder, attorney: Member, intake: Member) -> None:
    one, two = (cabinet.take(attorney, folder.row.id) for _ in range(2))
    cabinet.mark_read(one, attorney)
    cabinet.mark_read(two, intake)
    assert set(cabinet.take(attorney, folder.row.id).file.read_version) == {attorney.id, intake.id}


def test_a_big_screening_opens_in_a_constant_number_of_queries(
    make_folder: MakeFolder, attorney_client: Client, django_assert_max_num_queries: object
) -> None:
    folder = make_folder(*[VIVAR] * 5)
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        page(attorney_client, folder)
