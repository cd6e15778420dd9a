"""The demonstration: invented people, ready accounts, made once, and never where people are real."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

from screening.office.demo.accounts import ACCOUNTS, NAME, OTHER_NAME, PASSWORD
from screening.office.demo.documents import decided
from screening.office.demo.people import PEOPLE
from screening.office.file import log
from screening.office.file.cabinet import Folder, folder_of
from screening.office.file.casefile import SENT
from screening.office.keys import office_keys, path_of
from screening.office.models import LogEntry, Member, Office, Screening, Status
from tests.office.conftest import MakeOffice, signed_in_as
from tests.rules.case_files import CASES


ROOT = Path(__file__).resolve().parents[2]
FROM_HERE = {"sec-fetch-site": "same-origin"}


def made(*arguments: str) -> str:
    told = StringIO()
    call_command("demo", *arguments, stdout=told)
    return told.getvalue()


def folders() -> list[Folder]:
    office = Office.objects.get(name=NAME)
    keys = office_keys(office.id)
    return [folder_of(row, keys) for row in Screening.objects.filter(office=office).select_related("office")]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first demonstration leaves its rows and keys for the next tests."""
    return tmp_path_factory.mktemp("demonstration")


@pytest.fixture
def demo(db: None, kept: Path, settings: Settings) -> list[Folder]:  # noqa: ARG001 (it opens the database)
    """Made once, then laid out again."""
    rows, keys = kept / "rows.xml", kept / "keys"  # JSON would cut the time of a line of the log
    if not rows.exists():
        made()
        copytree(settings.PCR_OFFICE_KEYS, keys)
        call_command("dumpdata", format="xml", output=str(rows))
    else:
        copytree(keys, settings.PCR_OFFICE_KEYS)
        call_command("loaddata", str(rows), verbosity=0)
    return folders()


def plain(given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value if isinstance(value, list) else str(value) for key, value in given.items()}


def test_the_answers_are_those_of_decided_cases() -> None:
    cases = {case.id: case for case in CASES}
    used = {name for person in PEOPLE for name in person.cases}
    assert used == set(decided())
    assert len(used) >= 24
    for name, case in decided().items():
        assert plain(case.answers) == plain(cases[name].given), name


def test_every_kind_of_screening_is_there(demo: list[Folder]) -> None:
    assert len(demo) >= 30
    assert {folder.row.status for folder in demo} == {status.value for status in Status}
    assert {folder.row.language for folder in demo} == {"en", "es", "fa"}
    assert {folder.row.urgency for folder in demo} == {0, 2, 3}
    unopened = [folder for folder in demo if folder.row.opened_on is None]
    assert len(unopened) >= 3
    assert all(folder.file.source == SENT and folder.file.consent for folder in unopened)
    for has in ("findings", "papers", "deadlines", "decisions", "notes", "hold", "wrap_up", "assignee"):
        assert any(getattr(folder.file, has) for folder in demo), has
    assert any(len(folder.file.document.cases) > 1 for folder in demo)
    assert not all(folder.file.document.complete() for folder in demo)
    names = [folder.matter.name for folder in demo]
    assert len(names) > len(set(names))


def test_a_second_run_adds_only_what_is_missing(demo: list[Folder]) -> None:
    before = sorted(Screening.objects.values_list("id", "version", "sealed_file"))
    assert made().startswith("Accounts added: 0. Screenings added: 0.")
    assert sorted(Screening.objects.values_list("id", "version", "sealed_file")) == before
    gone = demo[0].row.id
    demo[0].row.delete()
    Member.objects.filter(username="reader").delete()
    assert made().startswith("Accounts added: 1. Screenings added: 1.")
    assert Screening.objects.filter(pk=gone).exists()


def test_what_a_member_changed_stays(demo: list[Folder]) -> None:
    member = Member.objects.get(username="intake")
    member.set_password("another long password")
    member.save()
    made()
    assert Member.objects.get(username="intake").check_password("another long password")
    assert demo


def test_ids_differ_from_one_demonstration_to_the_next(demo: list[Folder]) -> None:
    """They come from the office's keys: nobody can tell from an id whose it is."""
    before = {folder.row.id for folder in demo}
    Screening.objects.all().delete()
    for office in Office.objects.all():
        path_of(office.id).unlink()
    LogEntry.objects.all().delete()
    Authenticator.objects.all().delete()
    Member.objects.all().delete()
    Office.objects.all().delete()
    made()
    assert before.isdisjoint({folder.row.id for folder in folders()})


@pytest.mark.parametrize("username", [account.username for account in ACCOUNTS])
def test_each_account_signs_in_with_what_the_readme_says(demo: list[Folder], username: str) -> None:
    assert demo
    client = Client()
    first = client.post("/office/sign-in/", {"login": username, "password": PASSWORD}, headers=FROM_HERE)
    assert first.status_code == 302
    wrong = client.post(first["Location"], {"code": "000000"})
    assert wrong.status_code != 302
    code = made("--code", username).strip()
    assert len(code) == 6
    inside = client.post(first["Location"], {"code": code})
    assert inside.status_code == 302
    page = client.get(inside["Location"])
    assert page.status_code == 200
    assert "invented people" in page.content.decode()


def test_the_readme_names_every_account_password_and_secret() -> None:
    readme = (ROOT / "README.md").read_text()
    assert PASSWORD in readme
    assert all(account.secret in readme and f"`{account.username}`" in readme for account in ACCOUNTS)


def test_the_second_office_sees_its_own_only(demo: list[Folder]) -> None:
    other = signed_in_as(Member.objects.get(username="other"))
    assert Office.objects.filter(name=OTHER_NAME).exists()
    assert all(other.get(f"/office/review/{folder.row.id}/").status_code == 404 for folder in demo)


def test_the_log_of_the_demonstration_holds(demo: list[Folder]) -> None:
    assert list(log.verify(demo[0].office)) == []


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        made(*arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.parametrize("arguments", [(), ("--code", "attorney")])
def test_a_public_server_refuses_it(
    settings: Settings, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    settings.PCR_TLS = True
    assert "this server is for real people" in refused(capsys, *arguments)
    assert not Office.objects.exists()


@pytest.mark.django_db
def test_the_public_side_refuses_it(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.PCR_SIDE = "public"
    assert "PCR_SIDE is public" in refused(capsys)


def test_it_is_not_made_beside_another_office(
    make_office: MakeOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    make_office("Valley Law Project")
    assert "another office" in refused(capsys)
    assert Office.objects.count() == 1
    assert not Member.objects.exists()


def test_lost_keys_are_said(demo: list[Folder], capsys: pytest.CaptureFixture[str]) -> None:
    path_of(demo[0].office.id).unlink()
    assert "keys of the demonstration office are gone" in refused(capsys)


def test_run_demo_refuses_production_before_it_does_anything() -> None:
    ended = subprocess.run(
        ["./run", "demo"],
        cwd=ROOT,
        env={**os.environ, "PCR_TLS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=10,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "this server is for real people" in ended.stderr
