"""Narrowing the queue, and finding one screening in it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from screening.office.file import log
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, Office, Screening
from tests.office.conftest import MakeOffice, make_member, signed_in_as
from tests.office.queue.conftest import MakeFolder, due, page
from tests.office.queue.test_queue_page import order, set_columns


def found(client: Client, words: str, **chosen: str) -> str:
    """The page after a search."""
    response = client.post("/office/", {"find": words, **chosen})
    assert response.status_code == 302
    return client.get(response.headers["Location"]).content.decode()


def test_each_filter_leaves_what_it_names(client: Client, member: Member, make_folder: MakeFolder) -> None:
    page(client)
    make_folder("Kern Person", case={"county": "Kern"})
    make_folder("Spanish Person", language="es")
    make_folder("Mine Person", assignee=member.id)
    make_folder("Near Person", deadlines=due(5))
    make_folder("Month Person", deadlines=due(20))
    make_folder("Late Person", deadlines=due(-2))
    set_columns(make_folder("Law Person"), outcomes={"pc1016_5": "indicated", "pc1203_43": "not_raised"})
    set_columns(make_folder("Paper Person"), missing="paper")
    set_columns(make_folder("Analysis Person"), missing="analysis")
    make_folder("Papers Person", status="needs_papers")
    everybody = set(order(page(client)))
    assert len(everybody) == 10
    for query, left in {
        "county=Kern": {"Kern P."},
        "language=es": {"Spanish P."},
        "to=me": {"Mine P."},
        f"to={member.id}": {"Mine P."},
        "to=nobody": everybody - {"Mine P."},
        "date=7": {"Near P."},
        "date=30": {"Near P.", "Month P."},
        "date=passed": {"Late P."},
        "date=none": everybody - {"Near P.", "Month P.", "Late P."},
        "status=needs_papers": {"Papers P."},
        "missing=paper": {"Paper P."},
        "missing=analysis": {"Analysis P."},
        "missing=call": everybody - {"Paper P.", "Analysis P."},
        "law=pc1016_5&missing=paper": {"Paper P."},
        "law=pc1203_43": everybody - {"Law P."},
        "county=Fresno&to=me": {"Mine P."},
    }.items():
        assert set(order(page(client, f"?{query}"))) == left, query


@pytest.mark.parametrize(
    "value", ["x", "", "%00", "a" * 5000, "__in", "1; DROP TABLE", "\u202e", "office__name", "%F0%9F%98%80"]
)
def test_a_filter_that_no_list_offers_is_not_there(
    client: Client, make_folder: MakeFolder, value: str
) -> None:
    make_folder()
    for name in ("status", "law", "missing", "language", "county", "to", "date", "find"):
        assert order(page(client, f"?{name}={value}&{name}={value}")) == ["Marisol V."], name


def test_a_parameter_that_is_no_filter_reaches_no_query(client: Client, make_folder: MakeFolder) -> None:
    make_folder()
    query = "?office_id=x&id=x&urgency__gte=9&outcomes__x=y&assignee_token=x"
    assert order(page(client, query)) == ["Marisol V."]


def test_the_choice_stays_chosen_and_goes_to_the_next_page(client: Client, make_folder: MakeFolder) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        make_folder(f"Ana {letter}", language="es")
    text = page(client, "?language=es&page=1")
    assert '<option value="es" selected>' in " ".join(text.split())
    assert 'href="/office/?language=es&amp;page=2"' in text


def test_a_member_of_another_office_is_no_choice(
    client: Client, make_folder: MakeFolder, make_office: MakeOffice
) -> None:
    stranger = make_member(make_office("Another"), name="Stranger")
    make_folder()
    text = page(client, f"?to={stranger.id}")
    assert order(text) == ["Marisol V."]
    assert "Stranger" not in text


@pytest.mark.parametrize(
    "typed", ["Marisol", "marisol", "vega", "Vega, Marisol", "Marisól Bega", "Marysol Vega"]
)
def test_a_name_is_found_as_it_sounds(client: Client, make_folder: MakeFolder, typed: str) -> None:
    make_folder("Marisol Vega")
    make_folder("Omar Said")
    assert order(found(client, typed)) == ["Marisol V."]


def test_a_name_is_found_as_the_queue_writes_it(client: Client, make_folder: MakeFolder) -> None:
    make_folder("Marisol Vega")
    make_folder("José Luis Peña")
    assert order(found(client, "Marisol V.")) == ["Marisol V."]
    assert order(found(client, "jose luis")) == ["José P."]


def test_a_number_is_found_as_it_is_said(client: Client, make_folder: MakeFolder) -> None:
    folder = make_folder()
    make_folder("Omar Said")
    for typed in (folder.row.number, folder.row.number.lower(), folder.row.id[:6], folder.row.id):
        assert order(found(client, typed)) == ["Marisol V."], typed


def test_two_words_have_to_meet_both(client: Client, make_folder: MakeFolder) -> None:
    make_folder("Maria Lopez")
    make_folder("Maria Vega")
    assert order(found(client, "Maria Lopes")) == ["Maria L."]
    assert len(order(found(client, "Maria"))) == 2


def test_a_search_leaves_no_name_in_an_address_or_in_the_log(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    make_folder()
    response = client.post("/office/", {"find": "Marisol", "language": "en"})
    address = response.headers["Location"]
    assert "arisol" not in address
    assert parse_qs(urlsplit(address).query)["language"] == ["en"]
    line = log.opened(office_keys(office.id), LogEntry.objects.latest("number"))
    assert (line.act, line.subject, line.detail) == (log.Act.SEARCHED.value, "", "")


def test_filters_alone_are_no_search_in_the_log(client: Client) -> None:
    before = LogEntry.objects.count()
    client.post("/office/", {"find": "  ", "language": "es"})
    assert LogEntry.objects.count() == before


def test_two_searches_in_two_tabs_do_not_mix(client: Client, make_folder: MakeFolder) -> None:
    make_folder("Marisol Vega")
    make_folder("Omar Said")
    first = client.post("/office/", {"find": "Marisol"}).headers["Location"]
    second = client.post("/office/", {"find": "Omar"}).headers["Location"]
    assert order(client.get(first).content.decode()) == ["Marisol V."]
    assert order(client.get(second).content.decode()) == ["Omar S."]


def test_the_words_of_one_member_are_not_there_for_another(
    client: Client, office: Office, make_folder: MakeFolder
) -> None:
    make_folder("Marisol Vega")
    make_folder("Omar Said")
    address = client.post("/office/", {"find": "Marisol"}).headers["Location"]
    other = signed_in_as(make_member(office)).get(address).content.decode()
    assert len(order(other)) == 2
    assert 'value="Marisol"' not in other


def test_nothing_found_among_the_open_offers_the_others(client: Client, make_folder: MakeFolder) -> None:
    make_folder("Marisol Vega", status="closed")
    text = found(client, "Marisol")
    assert order(text) == []
    assert "Look in every status" in text
    assert order(found(client, "Marisol", status="all")) == ["Marisol V."]


def test_another_office_is_not_found(
    client: Client, make_folder: MakeFolder, make_office: MakeOffice
) -> None:
    folder = make_folder(by=make_member(make_office("Another")))
    for typed in ("Marisol", "Marisol Vega", folder.row.number, folder.row.id):
        assert order(found(client, typed, status="all")) == []


@pytest.mark.parametrize(
    "typed", ["a\0b", "%", "x" * 60_000, "٣٣٣", "李明", "' OR 1=1 --", "-" * 30, "ÀÀÀÀ", "🙂"]
)
def test_odd_words_find_nothing_and_break_nothing(
    client: Client, make_folder: MakeFolder, typed: str
) -> None:
    make_folder()
    assert order(found(client, typed)) == []


def test_a_lawyer_or_codefendant_is_not_the_person(client: Client, make_folder: MakeFolder) -> None:
    folder = make_folder("Marisol Vega")
    folder.matter.lawyers = ["Peter Lawyerson"]
    from screening.office.file.cabinet import put_back

    put_back(folder)
    assert order(found(client, "Lawyerson")) == []


# The rows of a page, rather than the first of what nobody opened.
LIMIT_OF_PAGE = "LIMIT 25"
FILTERS = (
    "",
    "?status=all",
    "?status=new",
    "?law=pc1016_5",
    "?law=pc1016_5&missing=call",
    "?missing=paper",
    "?status=unopened",
    "?language=es",
    "?county=Kern",
    "?to=me",
    "?to=nobody",
    "?date=7",
    "?date=passed",
    "?date=none",
    "?page=2",
)


@pytest.mark.parametrize("query", FILTERS)
def test_every_look_at_the_table_goes_through_an_index(
    client: Client, make_folder: MakeFolder, query: str
) -> None:
    make_folder()
    page(client)
    with CaptureQueriesContext(connection) as asked:
        page(client, query)
    table = Screening._meta.db_table
    looks = [one["sql"] for one in asked if f'FROM "{table}"' in one["sql"]]
    # How many fit, those of the page, what stands apart.
    assert len(looks) >= 6
    for sql in looks:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            plan = [row[3] for row in cursor.fetchall()]
        assert not [step for step in plan if step.startswith("SCAN")], (sql, plan)
        assert all("USING" in step and "INDEX" in step for step in plan if "SEARCH" in step), plan
        if 'FROM "office_nametoken"' in sql:
            continue
        if "COUNT" in sql:
            assert all("COVERING INDEX" in step for step in plan if "SEARCH" in step), plan
        elif "date=none" not in query and "office_day" not in sql.split("WHERE")[1] and LIMIT_OF_PAGE in sql:
            assert plan == [f"SEARCH {table} USING INDEX queue_order (office_id=?)"], plan
