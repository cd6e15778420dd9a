"""What leaves the office as a file: whole, documented, written down; and a list in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from screening.bulk.safe_cell import safe_cell
from screening.office.file import cabinet, log
from screening.office.file.casefile import Deadline, Hold, OwnFinding, WrapUp
from screening.office.file.journal import now
from screening.office.governance import csv_list, schema
from screening.office.governance.exported import as_dict
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Member, Office, Screening, Status
from tests.office.conftest import PASSWORD, MakeOffice, SignedIn, make_member, signed_in_as
from tests.office.governance import filing


DOCS = Path(__file__).parent.parent.parent.parent / "docs" / "office"


@pytest.fixture
def attorney(office: Office) -> Member:
    cache.clear()
    return make_member(office, "attorney", name="Ana Beltrán")


@pytest.fixture
def client(attorney: Member) -> Client:
    return signed_in_as(attorney)


def address(row_id: str) -> str:
    return reverse("export_json", args=[row_id])


def lines(office: Office) -> list[log.LogLine]:
    keys = office_keys(office.id)
    return [log.opened(keys, entry) for entry in LogEntry.objects.filter(office=office).order_by("number")]


def test_who_is_refused(attorney: Member, signed_in: SignedIn, make_office: MakeOffice) -> None:
    row_id = filing.begun(attorney).row.id
    stranger = signed_in_as(make_member(make_office("Other"), "attorney"))
    for page in (address(row_id), reverse("export_list")):
        for client in (signed_in("intake"), signed_in("administrator")):
            assert client.get(page).status_code == 404
            assert client.post(page, {"password": PASSWORD}).status_code == 404
        assert Client().get(page)["Location"] == reverse("sign_in")
        assert Client().post(page, {"password": PASSWORD})["Location"] == reverse("sign_in")
    assert stranger.get(address(row_id)).status_code == 404
    assert stranger.post(address(row_id), {"password": PASSWORD}).status_code in (302, 404)
    assert cabinet.take(attorney, row_id).file.exported_at == ""


def test_the_file_holds_everything_under_a_neutral_name(
    client: Client, attorney: Member, office: Office
) -> None:
    folder = filing.begun(attorney)
    response = client.post(address(folder.row.id), {"password": PASSWORD})
    assert response["Content-Disposition"] == 'attachment; filename="screening.json"'
    assert "no-store" in response["Cache-Control"]
    told = json.loads(response.content)
    assert told["matter"]["name"] == "Marisol Vega"
    assert told["document"]["cases"][0]["answers"]["county"] == "Tuolumne"
    assert told["screening"]["number"] == folder.row.number
    assert [case["id"] for case in told["results_now"]] == ["1"]
    assert told["conflict"]["result"] == "clear"
    assert lines(office)[-1].act == "exported"
    assert lines(office)[-1].detail == "as a file, version 1"


def test_an_export_is_written_down_and_starts_the_days(client: Client, attorney: Member) -> None:
    folder = filing.begun(attorney)
    filing.put(attorney, folder, Status.ACCEPTED)
    client.post(address(folder.row.id), {"password": PASSWORD})
    taken = filing.again(attorney, folder)
    assert taken.file.exported_at
    assert (taken.file.journal[-1].what, taken.file.journal[-1].now) == ("exported", "2")
    assert filing.purge_on(folder) == 30


def test_without_the_password_nothing_leaves(client: Client, attorney: Member, office: Office) -> None:
    row_id = filing.begun(attorney).row.id
    for password in ("", "wrong", "\0", "x" * 5_000):
        response = client.post(address(row_id), {"password": password})
        assert response.status_code == 302
        assert 'class="n bad"' in client.get(address(row_id)).content.decode()
    assert cabinet.take(attorney, row_id).file.exported_at == ""
    assert not [line for line in lines(office) if line.act == "exported"]


def test_before_the_conflict_check_the_answers_do_not_leave(client: Client, office: Office) -> None:
    row = filing.sent(office)
    for response in (client.get(address(row.id)), client.post(address(row.id), {"password": PASSWORD})):
        assert response.status_code == 302
        assert response["Location"].endswith(reverse("conflict", args=[row.id]))
    assert not [line for line in lines(office) if line.act == "exported"]


def full(attorney: Member) -> cabinet.Folder:
    """A folder in which every part of the file holds something."""
    folder = filing.begun(attorney)
    folder.file.findings.append(OwnFinding(1, "pc1016_5", "prejudice", "met", "why", "A", "1", now()))
    folder.file.deadlines.append(Deadline("d", "2026-12-09", "file the motion"))
    folder.file.hold = Hold("A", now(), "a subpoena")
    folder.file.wrap_up = WrapUp(now(), "A", read_back=True, consent=["call"])
    return folder


def fits(value: Any, schema_: dict[str, Any], at: str = "$") -> list[str]:
    """Where a value does not fit a schema: as much of JSON Schema as ours uses."""
    if "anyOf" in schema_:
        return [] if any(not fits(value, one, at) for one in schema_["anyOf"]) else [f"{at}: none of anyOf"]
    wrong = [f"{at}: not {schema_['const']}"] if "const" in schema_ and value != schema_["const"] else []
    wrong += [f"{at}: not one of"] if "enum" in schema_ and value not in schema_["enum"] else []
    named = schema_.get("type", [])
    allowed = [named] if isinstance(named, str) else named
    wrong += (
        [f"{at}: not {named}"]
        if allowed and not isinstance(value, tuple(KINDS[one] for one in allowed))
        else []
    )
    return wrong + inside(value, schema_, at)


KINDS = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None)}


def inside(value: Any, schema_: dict[str, Any], at: str) -> list[str]:
    """The same of what an object or a list holds."""
    if isinstance(value, list):
        items = schema_.get("items", {})
        return [one for place, inner in enumerate(value) for one in fits(inner, items, f"{at}[{place}]")]
    if not isinstance(value, dict):
        return []
    properties, rest = schema_.get("properties", {}), schema_.get("additionalProperties", {})
    wrong = [f"{at}.{name}: missing" for name in schema_.get("required", []) if name not in value]
    each = [fits(inner, properties.get(name, rest), f"{at}.{name}") for name, inner in value.items()]
    return wrong + [one for found in each for one in found]


def test_every_export_fits_the_documented_schema(attorney: Member, as_of: Any) -> None:
    told = json.loads(json.dumps(as_dict(full(attorney), as_of)))
    written = json.loads((DOCS / "handover.schema.json").read_text())
    assert fits(told, written) == []
    assert set(told) == set(written["properties"])
    assert fits({**told, "hold": 3}, written)
    assert fits({**told, "deadlines": [{}]}, written)


def test_the_documented_schema_is_that_of_the_classes() -> None:
    written = (DOCS / "handover.schema.json").read_text()
    hint = "manage.py shell -c 'from screening.office.governance.schema import text; print(text(), end=\"\")'"
    assert written == schema.text(), f"write it anew: {hint} > docs/office/handover.schema.json"


# the list


def posted(client: Client, **told: str) -> list[dict[str, str]]:
    response = client.post(reverse("export_list"), {"password": PASSWORD, **told})
    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="list.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_list_holds_what_stands_in_clear_and_no_name(
    client: Client, attorney: Member, office: Office
) -> None:
    folder = filing.begun(attorney)
    (row,) = posted(client)
    assert row["number"] == folder.row.number
    assert row["status"] == "new"
    assert set(row) == set(csv_list.COLUMNS)
    assert "Vega" not in str(row)
    assert (lines(office)[-1].act, lines(office)[-1].detail) == (
        "exported a list",
        "1 screenings, without names",
    )


def test_names_come_only_when_they_are_asked_for(client: Client, attorney: Member, office: Office) -> None:
    filing.begun(attorney)
    (row,) = posted(client, names="yes")
    assert (row["name"], row["aliases"]) == ("Marisol Vega", "Mari Vega Luna")
    assert (row["why_urgent"], row["look_first"]) == ("Nobody asked yet", "1473.7(a)(1), gates 1/5")
    assert row["what_is_missing"] == "call: 4 questions"
    assert lines(office)[-1].detail == "1 screenings, with names"


def test_the_list_is_narrowed_by_status_and_never_another_offices(
    client: Client, attorney: Member, make_office: MakeOffice
) -> None:
    filing.begun(make_member(make_office("Other"), "attorney"))
    new, closed = filing.begun(attorney), filing.begun(attorney)
    filing.put(attorney, closed, Status.CLOSED)
    assert [row["number"] for row in posted(client)] == [new.row.number]
    assert [row["number"] for row in posted(client, status="closed")] == [closed.row.number]
    assert len(posted(client, status="all")) == 2


@pytest.mark.parametrize("told", [{"password": "wrong"}, {}, {"password": PASSWORD, "status": "\0"}])
def test_a_list_that_is_not_given_is_explained(client: Client, told: dict[str, str]) -> None:
    assert client.post(reverse("export_list"), told).status_code == 302
    assert 'class="n bad"' in client.get(reverse("export_list")).content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
        " =1",
        "\u200b=1",
        "\ufeff=1",
    ],
)
def test_a_cell_that_would_be_a_formula_gets_a_quote(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Vega", "2026-11-24", "O'Neil", "1-1", "a=b", "María"])
def test_other_cells_stay(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text(max_size=30))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    told = safe_cell(text)
    assert not told or told[0] not in "=+-@\t\r\n＝＋－＠"
    assert told.removeprefix("'") in (text, text.removeprefix("'"))


def test_a_name_that_is_a_formula_is_harmless(client: Client, attorney: Member) -> None:
    filing.begun(attorney, name='=HYPERLINK("http://evil.example","x")', aliases=["-1"])
    (row,) = posted(client, names="yes")
    assert row["name"] == '\'=HYPERLINK("http://evil.example","x")'
    assert row["aliases"] == "'-1"


def test_the_list_costs_the_same_number_of_queries(
    client: Client, attorney: Member, django_assert_max_num_queries: Any
) -> None:
    for _ in range(30):
        filing.begun(attorney)
    # The first look brings them up to the day.
    posted(client)
    with django_assert_max_num_queries(16):
        assert len(posted(client, names="yes")) == 30
    assert Screening.objects.count() == 30


def test_no_list_goes_out_while_rows_stand_as_other_rules_left_them(
    client: Client, attorney: Member, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.office.file.freshen.AT_ONCE", 1)
    filing.begun(attorney)
    filing.begun(attorney)
    Office.objects.filter(pk=office.pk).update(freshened_by="")
    response = client.post(reverse("export_list"), {"password": PASSWORD}, follow=True)
    assert "present rules: 1. Each look" in response.content.decode()
    assert len(posted(client)) == 2
