"""What contract 1 stored (tests/golden/contract1/README.md) opens under whatever contract the program now has."""

from __future__ import annotations

import csv
import io
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

import pytest
import time_machine
from django.conf import settings as site
from django.core.management import call_command
from django.db.models import BinaryField, Model
from django.test import Client
from django.utils.html import escape
from pytest_django.fixtures import Settings

from screening.bulk import compare, stored, verify, verify_pages
from screening.bulk.stored import StoredError, StoredLine, stored_line
from screening.bulk.stored_file import read_stored
from screening.bulk.writer import COLUMNS
from screening.models import Interview, Place, SealedSession
from screening.office.file import cabinet
from screening.office.governance.exported import as_dict
from screening.office.models import Member, Office, Screening
from screening.office.review import changed
from screening.rules import version
from screening.rules.record import parse_answers
from screening.rules.version import rules_version
from screening.summary.as_json import result_json
from tests.interview.opened import document_of
from tests.interview.walk import FROM_THIS_SITE, go_on, html_of, walk_on
from tests.interview.walk import Place as Address
from tests.office.conftest import make_member, own_keys, signed_in_as


__all__ = ["own_keys"]

GOLDEN = Path(__file__).parent / "contract1"
SCREEN, PAPER = str(GOLDEN / "screen.jsonl"), str(GOLDEN / "summary.pdf")
LINES = [json.loads(line) for line in Path(SCREEN).read_text().splitlines()]
RESULTS = LINES[:2]
# As the office keeps the first of them.
KEPT = [{**RESULTS[0], "id": "1"}]
ANSWERS = {line["id"]: parse_answers(line["answers"]).values for line in RESULTS}
DAY = date(2026, 11, 24)
LATER = max(2, version.CONTRACT)
Row = TypeVar("Row", bound=Model)


def golden(name: str) -> Any:
    return json.loads((GOLDEN / name).read_text())


def put(model: type[Row], columns: dict[str, Any]) -> Row:
    """Write a row as the database held it."""
    sealed = {one.attname for one in model._meta.concrete_fields if isinstance(one, BinaryField)}
    read = {name: b64decode(value) if name in sealed else value for name, value in columns.items()}
    row = model(**read)
    row.save(force_insert=True)
    return row


def run(command: str, *arguments: str) -> tuple[int, str]:
    out, code = io.StringIO(), 0
    try:
        call_command(command, *arguments, stdout=out)
    except SystemExit as ended:
        code = int(ended.code or 0)
    return code, out.getvalue()


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel("2026-11-24T20:05:00Z", tick=False):
        yield


@pytest.fixture
def later_contract() -> Iterator[None]:
    """A program of contract 2 at least, with rules of its own."""
    with pytest.MonkeyPatch.context() as patched:
        for module in (version, stored, compare, verify, result_json, changed):
            patched.setattr(module, "CONTRACT", LATER)
        for module in (version, verify):
            patched.setattr(module, "CALENDAR_VERSION", "2099.01")
        rules_version.cache_clear()
        yield
    rules_version.cache_clear()


@pytest.fixture(params=["present", "later"])
def program(request: pytest.FixtureRequest) -> None:
    """The program as it is, and one of a later contract."""
    if request.param == "later":
        request.getfixturevalue("later_contract")


@pytest.mark.usefixtures("program")
def test_lines_of_screen_are_read_as_they_were_stored() -> None:
    with read_stored(SCREEN) as file:
        *read, error = file.results
    assert [line.data for line in read if isinstance(line, StoredLine)] == RESULTS
    assert [line.contract for line in read if isinstance(line, StoredLine)] == [1, 1]
    assert error == StoredError("spoiled", "line 3")


@pytest.mark.usefixtures("program")
def test_a_result_that_names_no_contract_is_of_the_first() -> None:
    bare = {key: value for key, value in RESULTS[0].items() if key != "contract"}
    line = stored_line(bare, "line 1")
    assert isinstance(line, StoredLine)
    assert line.contract == 1


@pytest.mark.usefixtures("later_contract")
@pytest.mark.parametrize("named", [True, False])
def test_verify_names_the_change_of_contract_once_and_nobodys_hand(tmp_path: Path, named: bool) -> None:
    kept = [{key: value for key, value in line.items() if named or key != "contract"} for line in LINES]
    path = tmp_path / "kept.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in kept))
    code, said = run("verify", str(path), "--as-of", DAY.isoformat())
    assert code == 1
    assert (
        said.count(f"The way answers are read has changed (contract 1 → {LATER}): a law waits only for") == 1
    )
    assert f"then {RESULTS[0]['rules_version']}, now 2099.01+" in said
    for unsaid in ("were changed", "by other code", "look_first", "readiness", "next_steps", "contract,"):
        assert unsaid not in said


def test_verify_reads_them_under_the_present_rules() -> None:
    code, said = run("verify", SCREEN, "--as-of", DAY.isoformat())
    assert code == (0 if RESULTS[0]["rules_version"] == rules_version() else 1)
    assert ("The way answers are read has changed (contract 1 → " in said) is (version.CONTRACT > 1)


@pytest.mark.usefixtures("later_contract")
def test_a_contract_that_does_not_fit_its_rules_was_changed_by_hand(tmp_path: Path) -> None:
    now = tmp_path / "now.jsonl"
    assert run("screen", str(GOLDEN / "records.jsonl"), "--as-of", "2026-11-24", "--output", str(now))[0] == 1
    line = json.loads(now.read_text().splitlines()[0])
    now.write_text(json.dumps({**line, "contract": 1}))
    code, said = run("verify", str(now), "--as-of", DAY.isoformat())
    assert code == 1
    assert "rosa: The stored result is not what these rules give" in said
    assert "contract" in said
    assert "The way answers are read" not in said


@pytest.mark.django_db
@pytest.mark.usefixtures("program")
def test_a_paper_is_read_and_its_results_reopen(monkeypatch: pytest.MonkeyPatch) -> None:
    with read_stored(PAPER) as file:
        (line,) = file.results
    assert isinstance(line, StoredLine)
    assert line.data == {**RESULTS[1], "id": "1"}
    monkeypatch.setattr(verify_pages, "attorney_pdf", lambda _report: b"")
    code, said = run("verify", PAPER, "--as-of", DAY.isoformat())
    assert code == 1
    assert verify_pages.DIFFER in said
    assert "were changed" not in said


@pytest.mark.usefixtures("later_contract")
def test_law_diff_names_the_change_of_contract(tmp_path: Path) -> None:
    now = tmp_path / "now.jsonl"
    run("screen", str(GOLDEN / "records.jsonl"), "--as-of", "2026-11-24", "--output", str(now))
    _, said = run("law-diff", SCREEN, str(now))
    assert f"The way answers are read has changed (contract 1 → {LATER}): " in said
    assert "Compared: 2 records." in said
    assert "by other code" not in said
    assert "The way answers are read" not in run("law-diff", SCREEN, SCREEN)[1]


def test_columns_of_the_table_keep_their_names_and_say_what_the_lines_say() -> None:
    with (GOLDEN / "screen.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(rows[0]) <= set(COLUMNS)
    assert [row["id"] for row in rows] == [line["id"] for line in LINES]
    for row, line in zip(rows, RESULTS, strict=False):
        assert row["digest"] == line["digest"]
        assert {one["remedy"]: one["outcome"] for one in line["remedies"]}.items() <= row.items()


@pytest.mark.django_db
def test_an_interview_under_way_opens_and_goes_on_to_its_result(client: Client) -> None:
    told = golden("interview.json")
    put(SealedSession, told["session"])
    put(Interview, told["interview"])
    client.cookies[site.SESSION_COOKIE_NAME] = told["cookie"]
    address = told["address"]
    # Who answers is asked first now: it opens there, and goes on to where it stood.
    address = client.get(address).headers["Location"]
    assert html_of(client, address)
    given = document_of(client, address).given(1)
    assert given["disposition_date"] == ANSWERS["rosa"]["disposition_date"]
    check = walk_on(client, go_on(client, address, ANSWERS["rosa"]), ANSWERS["rosa"])
    assert document_of(client, check).contract(1).items() >= given.items() & ANSWERS["rosa"].items()
    assert client.post(check).status_code == 302
    assert html_of(client, check.replace("check", "result"))


@pytest.mark.django_db
def test_a_kept_place_opens_for_its_seven_days_and_goes_on(settings: Settings) -> None:
    told = golden("place.json")
    settings.SECRET_KEY = told["secret_key"]
    put(Place, told["place"])
    for moment, opens in (("2026-12-01T19:59:00Z", True), ("2026-12-01T20:01:00Z", False)):
        client = Client()
        with time_machine.travel(moment, tick=False):
            response = client.post("/en/place/", {"words": told["words"]}, headers=FROM_THIS_SITE)
            assert (response["Location"] != "/en/place/") is opens
            if opens:
                _to_its_result(client, response["Location"])


def _to_its_result(client: Client, address: str) -> None:
    check = walk_on(client, address, ANSWERS["tomas"])
    assert document_of(client, check).contract(1).items() >= ANSWERS["tomas"].items()
    assert client.post(check).status_code == 302
    assert html_of(client, f"/s/{Address.of(check).run}/result/")


@pytest.fixture
def attorney(settings: Settings, db: None) -> Member:  # noqa: ARG001 (it opens the database)
    """An attorney of the office, whose screening and keys are there."""
    told = golden("office.json")
    office = put(Office, told["office"])
    keys = Path(settings.PCR_OFFICE_KEYS) / f"{office.id}.json"
    keys.parent.mkdir()
    keys.write_text(json.dumps(told["keys"]))
    put(Screening, told["screening"])
    return make_member(office, "attorney", name="Ana Beltrán", bar_number="123456")


def page(member: Member, name: str) -> str:
    response = signed_in_as(member).get(f"/office/review/{Screening.objects.get().id}/{name}")
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.usefixtures("program")
def test_an_office_case_opens_with_its_stored_result_in_its_own_words(attorney: Member) -> None:
    assert "Rosa Invented Duarte" in page(attorney, "")
    text, (line,) = page(attorney, "stored/"), KEPT
    (whole,) = re.findall("<pre>(.*?)</pre>", text, re.DOTALL)
    assert json.loads(unescape(whole)) == line
    told = [one["because"] for remedy in line["remedies"] for one in remedy["elements"]]
    assert [one for one in told if escape(one) not in text] == []
    assert "Its form is not one" not in text
    assert "by other code" not in text


@pytest.mark.usefixtures("later_contract")
def test_the_office_is_told_that_answers_are_read_otherwise(attorney: Member) -> None:
    for name in ("rescreen/", "stored/"):
        assert f"The way answers are read has changed (contract 1 → {LATER}): a law waits" in page(
            attorney, name
        )


@pytest.mark.usefixtures("program")
def test_an_office_case_goes_on_and_what_was_stored_stays_whole(attorney: Member) -> None:
    row = Screening.objects.get()
    kept = signed_in_as(attorney).post(f"/office/review/{row.id}/rescreen/", {"v": row.version})
    assert kept.status_code == 302
    folder = cabinet.take(attorney, row.id)
    first, second = folder.file.results
    assert first.lines == KEPT
    assert {line["contract"] for line in second.lines} == {version.CONTRACT}
    assert as_dict(folder, DAY)["results"][0]["lines"] == KEPT
