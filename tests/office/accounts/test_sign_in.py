"""Signing in takes a password and a second factor, counts wrong tries, and tells nobody who has an account."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django.fixtures import Settings

from screening.interview.sealing import seal
from screening.interview.sessions import row_of
from screening.models import SealedSession
from screening.office.file.log import opened
from screening.office.keys import office_keys, path_of
from screening.office.models import LogEntry, Member, Office, StaffSession
from tests.office.accounts.conftest import SAME, code_of, give_app, give_code, give_password, sign_in
from tests.office.conftest import PASSWORD, make_member, signed_in_as


# A page that every member may see.
PAGE = "/office/account/"


def acts(office: Office) -> list[str]:
    keys = office_keys(office.id)
    return [opened(keys, entry).act for entry in LogEntry.objects.filter(office=office).order_by("number")]


@pytest.fixture
def member(office: Office) -> Member:
    made = make_member(office)
    give_app(made)
    return made


def text_of(response: object) -> str:
    return " ".join(response.content.decode().split())  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_the_sign_in_page_sets_no_cookie(client: Client) -> None:
    response = client.get("/office/sign-in/")
    assert response.status_code == 200
    assert not response.cookies
    assert SealedSession.objects.count() == 0


def test_a_form_of_another_site_signs_nobody_in(client: Client, member: Member) -> None:
    told = {"login": member.username, "password": PASSWORD}
    for headers in ({}, {"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}):
        assert client.post("/office/sign-in/", told, headers=headers).status_code == 403
    assert SealedSession.objects.count() == 0


def test_a_password_alone_opens_nothing(client: Client, member: Member) -> None:
    assert give_password(client, member)["Location"] == "/office/sign-in/code/"
    assert client.get(PAGE)["Location"] == "/office/sign-in/"
    assert StaffSession.objects.count() == 0


def test_password_and_code_open_the_queue_and_are_noted(
    client: Client, office: Office, member: Member
) -> None:
    give_password(client, member)
    assert give_code(client, code_of())["Location"] == "/office/"
    assert client.get(PAGE).status_code == 200
    assert acts(office)[:1] == ["signed in"]


@pytest.mark.parametrize(
    ("role", "home"),
    [("intake", "/office/"), ("administrator", "/office/members/"), ("none", "/office/account/")],
)
def test_everybody_comes_to_the_first_page_of_their_work(
    client: Client, office: Office, role: str, home: str
) -> None:
    member = make_member(office, role)
    give_app(member)
    give_password(client, member)
    assert give_code(client, code_of())["Location"] == home
    assert client.get(PAGE).status_code == 200


def test_capital_letters_in_a_user_name_do_not_matter(client: Client, member: Member) -> None:
    told = {"login": f" {member.username.upper()} ", "password": PASSWORD}
    assert client.post("/office/sign-in/", told, headers=SAME).status_code == 302


def test_a_code_opens_once(client: Client, member: Member) -> None:
    give_password(client, member)
    code = code_of()
    assert give_code(client, code).status_code == 302
    cache.clear()  # What allauth remembers is in one process, and only for half a minute.
    other = Client()
    give_password(other, member)
    assert "used already" in text_of(give_code(other, code))
    assert other.get(PAGE)["Location"] == "/office/sign-in/"


def test_an_earlier_code_than_the_last_one_is_used_up(client: Client, member: Member) -> None:
    sign_in(member, steps=1)
    give_password(client, member)
    assert give_code(client, code_of()).status_code == 200


def test_a_code_of_a_clock_half_a_minute_away_fits_and_one_of_two_minutes_does_not(
    client: Client, member: Member
) -> None:
    give_password(client, member)
    assert give_code(client, code_of(steps=-4)).status_code == 200
    assert give_code(client, code_of(steps=-1)).status_code == 302


def test_a_recovery_code_opens_once(client: Client, member: Member) -> None:
    row = Authenticator.objects.get(user=member, type=Authenticator.Type.RECOVERY_CODES)
    code = RecoveryCodes(row).get_unused_codes()[0]
    give_password(client, member)
    assert give_code(client, code).status_code == 302
    other = Client()
    give_password(other, member)
    assert give_code(other, code).status_code == 200


def test_five_wrong_passwords_lock_a_name_for_fifteen_minutes(client: Client, member: Member) -> None:
    for _ in range(5):
        assert "do not fit" in text_of(give_password(client, member, "wrong horse battery staple"))
    assert "Wait 15 minutes" in text_of(give_password(client, member))
    with time_machine.travel(timezone.now() + timedelta(minutes=14), tick=True):
        assert give_password(client, member).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=5), tick=True):
        assert give_password(client, member).status_code == 302


def test_five_wrong_codes_lock_the_second_step(client: Client, member: Member) -> None:
    give_password(client, member)
    for _ in range(5):
        give_code(client, "000000")
    assert "Wait 15 minutes" in text_of(give_code(client, code_of()))


def test_many_tries_from_one_address_are_too_many(client: Client, member: Member) -> None:
    answers = []
    for number in range(31):
        told = {"login": f"nobody{number}", "password": PASSWORD}
        answers.append(client.post("/office/sign-in/", told, headers=SAME))
    assert "Wait 15 minutes" in text_of(answers[20])
    assert answers[30].status_code == 429
    assert "Too many tries" in text_of(answers[30])
    elsewhere = Client(REMOTE_ADDR="203.0.113.8")
    assert give_password(elsewhere, member).status_code == 302


def test_a_name_with_an_account_one_without_and_one_switched_off_are_answered_alike(
    client: Client, office: Office, member: Member
) -> None:
    off = make_member(office, is_active=False)
    answers = set()
    for name, password in [
        (member.username, "wrong horse battery staple"),
        ("nobody", PASSWORD),
        (off.username, PASSWORD),
        (off.username, "wrong horse battery staple"),
    ]:
        told = {"login": name, "password": password}
        response = client.post("/office/sign-in/", told, headers=SAME)
        answers.add((response.status_code, text_of(response).replace(name, "NAME")))
        assert not response.cookies
    assert len(answers) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "told",
    [
        {},
        {"login": "", "password": ""},
        {"login": "x\0y", "password": "a\0b"},
        {"login": "x" * 5000, "password": "y" * 20000},
        {"login": ["a", "b"], "password": ["c", "d"], "remember": "on", "next": "https://elsewhere.example/"},
    ],
)
def test_odd_forms_are_answered_by_the_page(client: Client, told: dict[str, Any]) -> None:
    assert client.post("/office/sign-in/", told, headers=SAME).status_code == 200


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"code": "\0"},
        {"code": "x" * 3000},
        {"code": "١٢٣٤٥٦"},
        {"credential": "1"},
        {"credential": "[]"},
        {"credential": "null"},
        {"credential": '{"id": 1}'},
        {"credential": '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":1}}'},
        {
            "credential": '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30",'
            '"authenticatorData":"AA","signature":"AA"}}'
        },
    ],
)
def test_odd_codes_are_answered_by_the_page(client: Client, member: Member, told: dict[str, str]) -> None:
    give_password(client, member)
    assert client.post("/office/sign-in/code/", told).status_code == 200
    assert StaffSession.objects.count() == 0


def test_nobody_is_led_to_another_site(client: Client, member: Member) -> None:
    told = {"login": member.username, "password": PASSWORD, "next": "https://elsewhere.example/"}
    client.post("/office/sign-in/", told, headers=SAME)
    assert give_code(client, code_of())["Location"] == "/office/"


def test_the_cookie_is_another_after_sign_in_and_ends_with_the_browser(
    client: Client, member: Member
) -> None:
    before = give_password(client, member).cookies["s"]
    after = give_code(client, code_of()).cookies["s"]
    assert before.value != after.value
    assert not SealedSession.objects.filter(row_id=row_of(before.value)).exists()
    for cookie in (before, after):
        assert cookie["samesite"] == "Strict"
        assert cookie["httponly"]
        assert not cookie["max-age"]
        assert not cookie["expires"]


def test_the_row_of_a_session_lives_as_long_as_the_longest_day(
    client: Client, member: Member, settings: Settings
) -> None:
    settings.SESSION_COOKIE_AGE = 60
    give_password(client, member)
    give_code(client, code_of())
    row = SealedSession.objects.get(row_id=row_of(client.cookies["s"].value))
    assert row.expires_at > timezone.now() + timedelta(hours=12)


def test_after_twelve_hours_one_signs_in_again(office: Office) -> None:
    client = signed_in_as(make_member(office))
    StaffSession.objects.update(began_at=timezone.now() - timedelta(hours=12), seen_at=timezone.now())
    assert client.get(PAGE)["Location"] == "/office/sign-in/"
    assert client.get("/office/sign-in/").status_code == 200


def test_signing_out_ends_every_sign_in_of_the_member_and_is_noted(office: Office, member: Member) -> None:
    here, there = sign_in(member), signed_in_as(member)
    stranger = signed_in_as(make_member(office))
    assert there.get(PAGE).status_code == 200
    assert here.post("/office/sign-out/")["Location"] == "/office/sign-in/"
    assert here.get(PAGE).status_code == 302
    assert there.get(PAGE).status_code == 302
    assert stranger.get(PAGE).status_code == 200
    assert "signed out" in acts(office)
    assert here.get("/office/sign-out/").status_code == 405


def test_without_the_keys_one_signs_in_and_reads_why_nothing_opens(
    client: Client, office: Office, member: Member
) -> None:
    path_of(office.id).unlink()
    give_password(client, member)
    assert give_code(client, code_of()).status_code == 302
    assert client.get("/office/").status_code == 503


def test_neither_address_nor_browser_is_in_any_session_or_limit(
    client: Client, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(key: bytes, text: bytes, about: str) -> bytes:
        seen.append(text.decode())
        return seal(key, text, about)

    monkeypatch.setattr("screening.interview.sessions.seal", look)
    counted: list[str] = []
    keep = LocMemCache.set

    def count(self: LocMemCache, key: str, *rest: Any, **named: Any) -> None:
        counted.append(key)
        keep(self, key, *rest, **named)

    monkeypatch.setattr(LocMemCache, "set", count)
    client.defaults.update({"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "Canary/1.0"})
    give_password(client, member, "wrong horse battery staple")
    give_password(client, member)
    assert seen
    assert counted
    assert not re.search("203.0.113.77|Canary", str(seen) + str(counted))


def test_behind_a_proxy_its_last_word_about_the_address_counts(
    settings: Settings,
) -> None:
    def counted(**headers: str) -> str:
        return str(get_adapter().get_client_ip(RequestFactory().get("/", headers=headers)))

    alone = counted()
    assert counted(x_forwarded_for="198.51.100.1") == alone
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    one = counted(x_forwarded_for="198.51.100.1")
    assert one != alone
    assert counted(x_forwarded_for="192.0.2.9, 198.51.100.1") == one
    assert counted(x_forwarded_for="nonsense") == alone
    assert counted(x_forwarded_for="2001:db8::1") == counted(x_forwarded_for="2001:db8::2")
