"""The queue: what it shows, what it does not open, who is refused."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from screening.interview.today import today
from screening.office.file import cabinet
from screening.office.models import Office, Screening
from tests.office.conftest import MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.queue.conftest import MakeFolder, due, in_days, page, sent_from_outside


DETAINED = {"ice_status": ("detained",)}


def order(text: str) -> list[str]:
    """The names in the table, from above."""
    return re.findall(r"<bdi>([^<]+)</bdi></a>", text)


def set_columns(folder: cabinet.Folder, **columns: object) -> None:
    Screening.objects.filter(pk=folder.row.pk).update(**columns)


def test_an_empty_queue_says_what_to_do(client: Client) -> None:
    text = page(client)
    assert "No screenings wait." in text
    assert "New caller" in text


def test_new_caller_begins_a_call_from_the_queue(client: Client) -> None:
    text = page(client)
    assert '<button class="b new" form="new-caller">' in text
    assert '<form method="post" action="/office/calls/new/" id="new-caller">' in " ".join(text.split())
    response = client.post("/office/calls/new/")
    assert response.status_code == 302
    assert response["Location"].endswith("/details/")


def test_only_attorneys_are_led_to_the_list_for_export(office: Office) -> None:
    assert "/records/list/" in page(signed_in_as(make_member(office, "attorney")))
    assert "/records/list/" not in page(signed_in_as(make_member(office, "intake")))


def test_a_line_says_date_person_laws_language_county_status_and_who(make_folder: MakeFolder) -> None:
    anna = make_member(Office.objects.get(), "attorney", name="A. Beltrán")
    folder = make_folder(status="in_review", deadlines=due(15), language="es", assignee=anna.id)
    text = page(signed_in_as(anna))
    for said in (
        "Marisol V.",
        folder.row.number,
        "in 15 days",
        "act today",
        "<b>1016.5</b>",
        "needs facts",
        "Spanish",
        "Fresno",
        "in review",
        "A. Beltrán",
    ):
        assert said in text, said
    assert "Vega" not in text
    assert f'href="/office/review/{folder.row.id}/"' in text
    assert f'value="{anna.id}"' in text


def test_urgent_comes_first_then_the_date_then_who_came_first(
    client: Client, make_folder: MakeFolder
) -> None:
    later, soon, late, none = (make_folder(f"{name} Vega") for name in ("Later", "Soon", "Late", "None"))
    first = make_folder("First Vega")
    set_columns(none, urgency=0, next_deadline=None)
    set_columns(first, urgency=0, next_deadline=None, created_on=today() - timedelta(days=9))
    set_columns(late, urgency=2, next_deadline=in_days(80))
    set_columns(soon, urgency=3, next_deadline=in_days(3))
    set_columns(later, urgency=3, next_deadline=in_days(20))
    assert order(page(client)) == ["Soon V.", "Later V.", "Late V.", "First V.", "None V."]


def test_only_act_today_has_the_band(client: Client, make_folder: MakeFolder) -> None:
    for urgency, word in ((3, "act today"), (2, "soon"), (1, "watch"), (0, "no flag")):
        set_columns(make_folder(f"U{urgency} Vega"), urgency=urgency)
        assert word in page(client)
    assert page(client).count('class="hot"') == 1


def test_what_was_sent_and_not_opened_shows_no_name_county_or_law(client: Client, office: Office) -> None:
    row = sent_from_outside(office)
    text = page(client)
    assert "Not opened: names first" in text
    assert f'href="/office/calls/{row.id}/conflict/"' in text
    assert row.number in text
    table = text.split("<tbody>")[1]
    for hidden in ("Reza", "Fresno", "1016.5", "review/"):
        assert hidden not in table, hidden
    # Nor is it found by a law that it would show.
    assert row.number not in page(client, "?law=pc1016_5")


def test_not_even_its_sealed_names_are_opened(
    client: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent_from_outside(office)
    monkeypatch.setattr("screening.office.keys.OfficeKeys.open", lambda *_: 1 / 0)
    assert "Not opened" in page(client)


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


def test_a_closed_screening_is_listed_only_when_asked_for(client: Client, make_folder: MakeFolder) -> None:
    make_folder("Done Person", status="closed")
    make_folder("Open Person")
    assert order(page(client)) == ["Open P."]
    assert set(order(page(client, "?status=all"))) == {"Open P.", "Done P."}
    assert order(page(client, "?status=closed")) == ["Done P."]


def test_the_line_above_counts(client: Client, make_folder: MakeFolder) -> None:
    make_folder()
    set_columns(make_folder(status="in_review"), urgency=3)
    set_columns(make_folder(status="closed"), urgency=3)
    text = " ".join(page(client).split())
    assert "<b>1</b> act today · <b>1</b> new · <b>1</b> in review · 2 open · 3 in all" in text


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
        assert "0 open · 0 in all" in text


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
