"""One command makes an office with its keys and its first administrator, whole or not at all."""

from __future__ import annotations

import re
import stat
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings

from screening.office.accounts.passwords import give
from screening.office.file import log
from screening.office.keys import office_keys, path_of
from screening.office.models import LogEntry, Member, Office
from tests.office.accounts.conftest import give_app, give_password
from tests.office.conftest import make_member, signed_in_as


pytestmark = pytest.mark.django_db


def new_office(*arguments: str) -> str:
    out = StringIO()
    call_command("new_office", *arguments, stdout=out)
    return out.getvalue()


def password_in(text: str) -> str:
    found = re.search(r"One-time password: +(\S+)", text)
    assert found
    return found[1]


def nothing_is_left() -> bool:
    folder = path_of("x").parent
    return not (Office.objects.exists() or Member.objects.exists() or list(folder.glob("*")))


def test_it_makes_keys_office_and_administrator() -> None:
    text = new_office("  Valley   Law Project ", "--administrator", "ada.min", "--name", "Ada Min")
    office, member = Office.objects.get(), Member.objects.get()
    assert office.name == "Valley Law Project"
    assert office_keys(office.id).public == bytes(office.public_key)
    assert stat.S_IMODE(path_of(office.id).stat().st_mode) == 0o600
    assert (member.name, member.role, member.administers) == ("Ada Min", "none", True)
    assert member.check_password(password_in(text))
    client = Client()
    assert give_password(client, member, password_in(text)).status_code == 302
    assert client.get("/office/account/")["Location"] == "/office/account/password/"
    assert list(log.verify(office)) == []
    keys = office_keys(office.id)
    assert [log.opened(keys, entry).detail for entry in LogEntry.objects.order_by("number")] == [
        "first administrator, by a command",
        "",
    ]


def test_an_administrator_can_be_an_attorney_too() -> None:
    new_office("A", "--administrator", "ada.min", "--attorney", "--bar-number", "123456")
    member = Member.objects.get()
    assert (member.role, member.bar_number, member.administers) == ("attorney", "123456", True)
    assert member.name == "ada.min"


def test_one_office_more_has_keys_of_its_own() -> None:
    new_office("One", "--administrator", "one.admin")
    new_office("Two", "--administrator", "two.admin")
    one, two = (office_keys(office.id) for office in Office.objects.all())
    assert one.public != two.public
    assert one.tokens != two.tokens


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["", "--administrator", "ada.min"], "1 to 100"),
        (["   ", "--administrator", "ada.min"], "1 to 100"),
        (["x" * 101, "--administrator", "ada.min"], "1 to 100"),
        (["A", "--administrator", "Ada Min"], "small letters"),
        (["A", "--administrator", ""], "required"),
        (["A", "--administrator", "ada.min", "--attorney"], "bar number"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        new_office(*arguments)
    assert ended.value.code == 2
    assert why in capsys.readouterr().err
    assert nothing_is_left()


def test_a_taken_user_name_is_refused(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    taken = make_member(office).username
    with pytest.raises(SystemExit):
        new_office("Another", "--administrator", taken)
    assert "is taken" in capsys.readouterr().err
    assert Office.objects.count() == 1


def test_the_name_of_an_administrator_must_be_given() -> None:
    with pytest.raises(CommandError):
        new_office("A")


def test_the_public_side_makes_no_office(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.PCR_SIDE = "public"
    with pytest.raises(SystemExit):
        new_office("A", "--administrator", "ada.min")
    assert "no keys" in capsys.readouterr().err
    assert nothing_is_left()


@pytest.mark.parametrize("broken", ["write_keys", "log.note_for"])
def test_if_it_fails_half_way_nothing_is_left(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(f"screening.office.accounts.staff.{broken}", fail)
    with pytest.raises(OSError, match="disk full"):
        new_office("A", "--administrator", "ada.min")
    monkeypatch.undo()
    assert not Office.objects.exists()
    assert not Member.objects.exists()


def test_no_half_file_of_keys_is_left(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr("screening.office.accounts.staff.log.note_for", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        new_office("A", "--administrator", "ada.min")
    assert list(Path(settings.PCR_OFFICE_KEYS).glob("*")) == []


def test_a_locked_out_administrator_is_let_in_again(office: Office) -> None:
    member = make_member(office, "administrator", is_active=False)
    give_app(member)
    before = signed_in_as(member)
    out = StringIO()
    call_command("let_in", member.username.upper(), stdout=out)
    assert before.get("/office/account/").status_code == 302
    client = Client()
    assert give_password(client, member, password_in(out.getvalue()))["Location"] == "/office/members/"
    assert client.get("/office/members/")["Location"] == "/office/account/password/"
    first = LogEntry.objects.get(number=1)
    assert log.opened(office_keys(office.id), first).detail == "let in again, by a command"


def test_letting_in_needs_an_account_and_the_keys(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("let_in", "nobody")
    member = make_member(office)
    path_of(office.id).unlink()
    with pytest.raises(SystemExit):
        call_command("let_in", member.username)
    assert "Nothing was changed" in capsys.readouterr().err
    assert Member.objects.get(pk=member.pk).password == member.password


def test_a_password_from_a_command_is_held_to_the_same_rules(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = make_member(office)
    monkeypatch.setattr(
        "django.contrib.auth.management.commands.changepassword.getpass.getpass", lambda **_: "short"
    )
    with pytest.raises(CommandError):
        call_command("changepassword", member.username, stdout=StringIO(), stderr=StringIO())
    with pytest.raises(Exception, match="at least 14"):
        give(member, "short", must_change=False)
    assert Member.objects.get(pk=member.pk).password == member.password
