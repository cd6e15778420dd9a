"""The queue: what it shows, what it does not open, who is refused."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from screening.interview.today import today
from screening.office.file import cabinet
from screening.office.file.casefile import WrapUp
from screening.office.file.standing import UNDATED
from screening.office.models import Office, Screening
from screening.rules.partial_date import PartialDate
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.queue.conftest import MakeFolder, due, in_days, page, sent_from_outside


DETAINED = {"immigration_events": ("detained",)}


def order(text: str) -> list[str]:
    """The names in the table, from above."""
    return re.findall(r"<bdi>([^<]+)</bdi>[^<]*</a>", text.partition("<table")[2])


def set_columns(folder: cabinet.Folder, **columns: object) -> None:
    Screening.objects.filter(pk=folder.row.pk).update(**columns)


def test_an_empty_queue_says_what_to_do(client: Client) -> None:
    text = page(client)
    assert "No screenings wait." in text
    assert "New caller" in text


def test_new_caller_begins_a_call_from_the_queue(client: Client) -> None:
    text = page(client)
    assert (
        '<form method="post" action="/office/calls/new/" id="new-caller" class="new" data-key-n>'
        in " ".join(text.split())
    )
    response = client.post("/office/calls/new/")
    assert response.status_code == 302
    assert response["Location"].endswith("/details/")


def test_only_attorneys_are_led_to_the_list_for_export(office: Office) -> None:
    assert "/records/list/" in page(signed_in_as(make_member(office, "attorney")))
    assert "/records/list/" not in page(signed_in_as(make_member(office, "intake")))


def test_a_line_says_why_who_what_to_look_at_first_how_old_where_it_stands_and_whose_it_is(
    make_folder: MakeFolder,
) -> None:
    anna = make_member(Office.objects.get(), "attorney", name="Anna Beltrán")
    you = {"upcoming": ("travel",), "travel_date": PartialDate.parse(in_days(15))}
    folder = make_folder(status="in_review", you=you, language="es", assignee=anna.id)
    set_columns(folder, created_on=today() - timedelta(days=6))
    text = page(signed_in_as(anna))
    for said in (
        "<b>Trip abroad</b>",
        "in 15 days",
        "Marisol V.",
        f"{folder.row.number} · Spanish · Fresno",
        "<b>1473.7(a)(1)</b>",
        "gates 1/5",
        "call: 4 questions",
        "also open: ",
        "6 days",
        "in review",
        "<bdi>Anna B.</bdi>",
    ):
        assert said in text, said
    assert "Vega" not in text
    assert "no date" not in text
    assert f'href="/office/review/{folder.row.id}/"' in text


def test_the_words_that_stand_with_every_count(client: Client, make_folder: MakeFolder) -> None:
    make_folder()
    for address in ("/office/", "/office/clinic/"):
        assert "Counts say how much is said, not how strong." in client.get(address).content.decode()


def test_urgent_comes_first_without_a_day_before_a_day_then_what_is_said_then_who_came_first(
    client: Client, make_folder: MakeFolder
) -> None:
    names = ("Later", "Soon", "Undated", "Other", "None", "First", "Less")
    made = {name: make_folder(f"{name} Vega") for name in names}
    page(client)
    nothing = {"urgency": 0, "urgent_on": UNDATED, "to_do": 500}
    set_columns(made["None"], **nothing)
    set_columns(made["First"], **nothing, created_on=today() - timedelta(days=9))
    set_columns(made["Less"], **{**nothing, "to_do": 1})
    set_columns(made["Other"], urgency=2, urgent_on=in_days(80))
    set_columns(made["Soon"], urgency=3, urgent_on=in_days(3))
    set_columns(made["Later"], urgency=3, urgent_on=in_days(20))
    set_columns(made["Undated"], urgency=3, urgent_on=UNDATED)
    expected = ["Undated", "Soon", "Later", "Other", "Less", "First", "None"]
    assert order(page(client)) == [f"{name} V." for name in expected]


def groups(text: str) -> list[tuple[str, str]]:
    """The headings of the table with their counts."""
    plain = " ".join(text.split())
    return re.findall(r'scope="rowgroup" colspan="\d"> ([\w ]+) <span>(\d+)</span>', plain)


def test_each_level_is_a_group_with_its_count_and_only_act_today_has_the_band(
    client: Client, make_folder: MakeFolder
) -> None:
    make_folder(you=DETAINED)
    make_folder(you=DETAINED)
    make_folder(case={"open_warrant": "yes"})
    make_folder()
    text = page(client)
    assert groups(text) == [("Act today", "2"), ("Soon", "1"), ("No flag", "1")]
    assert text.count('class="hot"') == 2
    assert text.count("Held by immigration") == 2
    assert text.count("Open warrant") == 1
    assert text.count("Nobody asked yet") == 1


def test_a_group_counts_all_pages(client: Client, make_folder: MakeFolder) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        make_folder(f"Ana {letter}")
    assert groups(page(client)) == groups(page(client, "?page=2")) == [("No flag", "26")]


def test_an_appointment_and_a_deadline_of_the_office_never_count_as_urgent(
    client: Client, make_folder: MakeFolder
) -> None:
    met = WrapUp("2026-11-01T10:00:00+00:00", "Dana", True, [], appointment=f"{in_days(0)}T14:30")
    make_folder("Marisol Vega", wrap_up=met)
    make_folder("Omar Said", deadlines=due(-2))
    make_folder("Later Person", deadlines=due(1))
    text = page(client)
    assert groups(text) == [("No flag", "3")]
    above = " ".join(text.split("<table")[0].split())
    assert "Appointments today <b>2</b>" in above
    assert re.search(r"2:30 <a [^>]+><bdi>Marisol V.</bdi></a>", above)
    assert re.search(r"<bdi>Omar S.</bdi></a>, file the motion, 2 days ago", above)
    assert "Later" not in above


def test_more_appointments_than_have_room_are_counted(client: Client, make_folder: MakeFolder) -> None:
    for letter in "abcdefg":
        make_folder(f"Ana {letter}", deadlines=due(0))
    text = " ".join(page(client).split("<table")[0].split())
    assert "Appointments today <b>7</b>" in text
    assert "and 2 more" in text


def test_age_and_last_work_are_told_apart(client: Client, make_folder: MakeFolder) -> None:
    set_columns(make_folder(), created_on=today() - timedelta(days=1))
    assert "1 day<small>never</small>" in page(client)
    set_columns(make_folder(status="in_review"), changed_on=today() - timedelta(days=3))
    assert "today<small>3 days ago</small>" in page(client)


def test_what_nobody_opened_stands_apart_and_shows_no_name_county_law_or_level(
    client: Client, office: Office
) -> None:
    old = sent_from_outside(office)
    row = sent_from_outside(office, you=DETAINED)
    Screening.objects.filter(pk=old.pk).update(created_on=today() - timedelta(days=9))
    text = " ".join(page(client).split())
    assert "Never opened <b>2</b>" in text
    assert "oldest 9 days" in text
    # What presses most is opened first, and nothing says so.
    assert f'href="/office/calls/{row.id}/conflict/">Open the first, names only' in text
    assert "<table" not in text
    listed = page(client, "?status=unopened")
    assert listed.count("Not opened: names first") == 2
    for number in (row.number, old.number):
        assert number in listed
    table = listed.split("<thead>")[1]
    for hidden in ("Reza", "Fresno", "1016.5", "review/", "Held", "hot", "Act today"):
        assert hidden not in table, hidden
    assert "Never opened" in table
    # Nor is it found by a law that it would show.
    assert row.number not in page(client, "?law=pc1016_5")


def test_what_nobody_opened_is_found_by_its_number(client: Client, office: Office) -> None:
    row = sent_from_outside(office, you=DETAINED)
    response = client.post("/office/", {"find": row.number})
    text = client.get(response.headers["Location"]).content.decode()
    assert row.number in text
    assert groups(text) == [("Never opened", "1")]


def test_not_even_its_sealed_names_are_opened(
    client: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent_from_outside(office)
    page(client)
    monkeypatch.setattr("screening.office.keys.OfficeKeys.open", lambda *_: 1 / 0)
    assert "Not opened" in page(client, "?status=unopened")


def test_no_file_is_opened_for_the_queue(
    client: Client, make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_folder()
    page(client)
    monkeypatch.setattr("screening.office.file.casefile.load", lambda _: 1 / 0)
    assert "Marisol V." in page(client)


def test_one_row_that_no_key_opens_does_not_hide_the_others(client: Client, make_folder: MakeFolder) -> None:
    set_columns(make_folder("Lost Person"), key_id="gone")
    make_folder("Found Person")
    text = page(client)
    assert "Found P." in text
    assert "Names do not open: key missing" in text
    assert groups(text) == [("No flag", "2")]


@pytest.mark.parametrize("part", ["sealed_names", "sealed_line", "sealed_file"])
def test_what_is_damaged_is_told_as_damaged_and_the_queue_goes_on(
    client: Client, make_folder: MakeFolder, part: str
) -> None:
    folder = make_folder("Lost Person")
    make_folder("Found Person")
    whole = bytes(getattr(folder.row, part))
    for damaged in (whole[:-1] + bytes([whole[-1] ^ 1]), whole[:20], b""):
        set_columns(folder, **{part: damaged})
        text = page(client)
        assert "Found P." in text
        assert ("Names do not open: damaged" in text) is (part == "sealed_names")
        review = client.get(f"/office/review/{folder.row.id}/")
        assert client.get("/office/calls/").status_code == 200
        if part != "sealed_line":
            assert review.status_code == 503
            assert "What is stored here is damaged" in review.content.decode()


def test_a_closed_screening_is_listed_only_when_asked_for(client: Client, make_folder: MakeFolder) -> None:
    make_folder("Done Person", status="closed")
    make_folder("Open Person")
    assert order(page(client)) == ["Open P."]
    assert set(order(page(client, "?status=all"))) == {"Open P.", "Done P."}
    assert order(page(client, "?status=closed")) == ["Done P."]


def test_what_is_done_with_stands_nowhere_above(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    make_folder(status="closed", deadlines=due(0))
    sent = sent_from_outside(office)
    Screening.objects.filter(pk=sent.pk).update(status="closed")
    text = " ".join(page(client).split())
    assert "Never opened <b>0</b>" in text
    assert "Appointments today <b>0</b>" in text


def test_the_line_above_the_table_says_how_many(client: Client, make_folder: MakeFolder) -> None:
    make_folder()
    make_folder(status="closed")
    assert "1 open, most urgent first; then the law" in " ".join(page(client).split())
    assert "2 found, most urgent first" in " ".join(page(client, "?status=all").split())


def test_the_same_whole_name_is_flagged(client: Client, make_folder: MakeFolder) -> None:
    first, second = make_folder("María Vega"), make_folder("Vega Maria")
    make_folder("Omar Said")
    assert page(client).count("Same name as") == 2
    assert f"Same name as {first.row.number}" in page(client)
    assert f"Same name as {second.row.number}" in page(client)
    make_folder("Maria Vega")
    assert page(client).count("Same name as 2") == 3


def test_the_same_name_in_another_office_is_no_flag(
    client: Client, make_folder: MakeFolder, make_office: MakeOffice
) -> None:
    make_folder("Maria Vega")
    make_folder("Maria Vega", by=make_member(make_office("Another")))
    assert "Same name" not in page(client)


def test_another_office_is_neither_listed_nor_counted(
    client: Client, make_folder: MakeFolder, make_office: MakeOffice
) -> None:
    make_folder(by=make_member(make_office("Another")))
    for query in ("", "?status=all", "?status=new", "?county=Fresno", "?law=pc1016_5", "?to=nobody"):
        text = page(client, query)
        assert "Marisol" not in text, query
        assert "<table" not in text


def test_a_page_holds_25_and_none_is_shown_twice(client: Client, make_folder: MakeFolder) -> None:
    ids = {make_folder(f"Ana {'abcdefghijklmnopqrstuvwxyz'[n]}").row.id for n in range(26)}
    first, second = page(client), page(client, "?page=2")
    assert "1 to 25 of 26" in first
    assert "26 to 26 of 26" in second
    assert "Next page" in first
    assert "Next page" not in second
    shown = re.findall(r"review/(\w+)/", first) + re.findall(r"review/(\w+)/", second)
    assert sorted(shown) == sorted(ids)


@pytest.mark.parametrize("number", ["0", "-1", "999999", "9" * 40, "x", "²", "", "1.5", "%00"])
def test_a_page_that_is_not_there_is_the_nearest_one(
    client: Client, make_folder: MakeFolder, number: str
) -> None:
    make_folder()
    assert "1 to 1 of 1" in page(client, f"?page={number}")


def test_the_title_is_neutral_and_nothing_of_a_person_stands_in_an_address(
    client: Client, make_folder: MakeFolder
) -> None:
    make_folder()
    text = page(client)
    assert " ".join(text.split("<title>")[1].split("</title>")[0].split()) == "Queue"
    assert not [address for address in re.findall(r'href="([^"]+)"', text) if "arisol" in address]


@pytest.mark.django_db
def test_who_is_not_signed_in_goes_to_the_sign_in() -> None:
    response = Client().get("/office/")
    assert response.status_code == 302
    assert "sign-in" in response.headers["Location"]


def test_an_administrator_without_a_role_gets_the_log(signed_in: SignedIn, make_folder: MakeFolder) -> None:
    make_folder()
    client = signed_in("administrator")
    for response in (client.get("/office/"), client.post("/office/", {"find": "Marisol"})):
        assert response.status_code == 302
        assert response.headers["Location"] == "/office/records/log/"


def test_an_administrator_who_is_also_an_attorney_reads_it(office: Office, make_folder: MakeFolder) -> None:
    make_folder()
    assert "Marisol V." in page(signed_in_as(make_member(office, "attorney", administers=True)))
