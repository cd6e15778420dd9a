"""The own account lists sign-ins without address and browser, and ends them at once."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from screening.office.models import Office, StaffSession
from tests.office.conftest import PASSWORD, make_member, signed_in_as


NEW = "purple anchor ladder quiet"
ACCOUNT = "/office/account/"


def test_own_sign_ins_are_listed_by_their_times_and_no_others(office: Office) -> None:
    member = make_member(office)
    here, _ = signed_in_as(member), signed_in_as(member)
    signed_in_as(make_member(office))
    html = here.get(ACCOUNT).content.decode()
    assert html.count("Since ") == 2
    assert html.count("this screen") == 1
    assert len(re.findall(r'name="end" value="\w{26}"', html)) == 1


def test_a_row_of_a_sign_in_holds_two_times_and_nothing_else() -> None:
    assert {field.name for field in StaffSession._meta.get_fields()} == {
        "id",
        "member",
        "began_at",
        "seen_at",
        "locked",
    }


def test_one_sign_in_is_ended_at_once_and_the_others_stay(office: Office) -> None:
    member = make_member(office)
    here, there, third = (signed_in_as(member) for _ in range(3))
    ended = StaffSession.objects.get(pk=there.session["staff_session"])
    assert here.post(ACCOUNT, {"end": ended.pk})["Location"] == f"{ACCOUNT}?done=ended"
    assert there.get(ACCOUNT)["Location"] == reverse("sign_in")
    assert there.get(reverse("sign_in")).status_code == 200
    assert here.get(f"{ACCOUNT}?done=ended").status_code == 200
    assert third.get(ACCOUNT).status_code == 200


def test_all_others_are_ended_and_this_one_stays(office: Office) -> None:
    member = make_member(office)
    here, there, third = (signed_in_as(member) for _ in range(3))
    stranger = signed_in_as(make_member(office))
    here.post(ACCOUNT, {"end_others": "1"})
    assert [client.get(ACCOUNT).status_code for client in (here, there, third, stranger)] == [
        200,
        302,
        302,
        200,
    ]


@pytest.mark.parametrize("odd", ["", "x", "\0", "x" * 5000])
def test_nobody_ends_a_sign_in_of_somebody_else(office: Office, odd: str) -> None:
    here, stranger = signed_in_as(make_member(office)), signed_in_as(make_member(office))
    theirs = StaffSession.objects.get(pk=stranger.session["staff_session"])
    here.post(ACCOUNT, {"end": [odd, theirs.pk]})
    here.post(ACCOUNT, {"end": odd})
    here.post(ACCOUNT, {"nothing": odd})
    assert stranger.get(ACCOUNT).status_code == 200


def test_a_new_password_ends_every_other_sign_in(office: Office) -> None:
    member = make_member(office)
    here, there = signed_in_as(member), signed_in_as(member)
    before = here.cookies["s"].value
    told = {"current": PASSWORD, "new": NEW, "again": NEW}
    assert here.post(reverse("own_password"), told)["Location"] == f"{ACCOUNT}?done=password"
    assert here.get(ACCOUNT).status_code == 200
    assert here.cookies["s"].value != before
    assert there.get(ACCOUNT)["Location"] == reverse("sign_in")
    assert StaffSession.objects.count() == 1


def test_a_new_password_takes_the_one_of_today_and_counts_wrong_ones(office: Office) -> None:
    member = make_member(office)
    client = signed_in_as(member)
    told = {"current": "wrong horse battery staple", "new": NEW, "again": NEW}
    for _ in range(5):
        response = client.post(reverse("own_password"), told)
        assert response.status_code == 422
        assert NEW not in response.content.decode()
    response = client.post(reverse("own_password"), {**told, "current": PASSWORD})
    assert "Wait 15 minutes" in response.content.decode()
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


@pytest.mark.django_db
def test_nobody_signed_in_has_no_account(client: Client) -> None:
    for address in (ACCOUNT, reverse("own_password"), reverse("account_reauthenticate")):
        assert client.get(address)["Location"] == reverse("sign_in")
        assert client.post(address, {"end_others": "1"})["Location"] == reverse("sign_in")


@pytest.mark.parametrize("role", ["intake", "attorney", "administrator", "none"])
def test_every_member_has_an_account_page(office: Office, role: str) -> None:
    assert signed_in_as(make_member(office, role)).get(ACCOUNT).status_code == 200


def test_pages_of_the_office_are_not_stored_and_carry_the_policy(office: Office) -> None:
    response = signed_in_as(make_member(office)).get(ACCOUNT)
    assert response.headers["Cache-Control"] == "no-store"
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    html = response.content.decode()
    assert re.search(r"<style|\sstyle=|\son[a-z]+=|[\"'=]//|https?:", html) is None
    assert re.findall(r"<title>\s*(.*?)\s*</title>", html) == ["Your account"]
