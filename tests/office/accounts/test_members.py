"""An administrator makes and changes the accounts of the own office, and of no other."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import resolve, reverse

from screening.office.accounts.passwords import one_time_password
from screening.office.file.log import opened
from screening.office.keys import office_keys, path_of
from screening.office.models import LogEntry, Member, Office, StaffSession
from tests.office.accounts.conftest import give_password
from tests.office.conftest import PASSWORD, MakeOffice, make_member, signed_in_as


NEW = {"username": "dana.reyes", "name": "Dana Reyes", "role": "intake", "bar_number": ""}


@pytest.fixture
def administrator(office: Office) -> Client:
    return signed_in_as(make_member(office, "administrator", name="Ada Min"))


@pytest.fixture
def member(office: Office) -> Member:
    return make_member(office)


def page(member: Member) -> str:
    return reverse("member", args=[member.id])


def noted(office: Office) -> list[str]:
    lines = [opened(office_keys(office.id), entry) for entry in LogEntry.objects.order_by("number")]
    return [f"{line.act}: {line.detail}" for line in lines]


def roles_of(address: str) -> set[str]:
    view: Any = resolve(address).func
    return set(view.roles)


def shown_password(client: Client, address: str) -> str:
    found = re.search(r"<code>([0-9a-z-]{29})</code>", client.get(address).content.decode())
    assert found
    return found[1]


def test_only_administrators_of_the_office_see_members(
    office: Office, make_office: MakeOffice, member: Member
) -> None:
    for address in (reverse("members"), page(member)):
        assert Client().get(address)["Location"] == reverse("sign_in")
        assert Client().post(address)["Location"] == reverse("sign_in")
        for role in ("intake", "attorney", "none"):
            assert signed_in_as(make_member(office, role)).get(address).status_code == 404
            assert signed_in_as(make_member(office, role)).post(address, {"off": "1"}).status_code == 404
    stranger = signed_in_as(make_member(make_office("Another"), "administrator"))
    assert member.name not in stranger.get(reverse("members")).content.decode()
    for told in ({}, {"off": "1"}, {"save": "1"}, {"password": "1"}, {"factor": "1"}):
        assert stranger.post(page(member), told).status_code == 404
    assert stranger.get(page(member)).status_code == 404
    member.refresh_from_db()
    assert member.is_active


@pytest.mark.parametrize("odd", ["nobody", "x" * 300, "%00", "1"])
def test_an_odd_id_is_nobody(administrator: Client, odd: str) -> None:
    assert administrator.get(f"/office/members/{odd}/").status_code == 404


def test_a_new_member_gets_a_password_that_is_shown_once_and_must_be_changed(
    administrator: Client, office: Office
) -> None:
    address = administrator.post(reverse("members"), NEW)["Location"]
    password = shown_password(administrator, address)
    assert password not in administrator.get(address).content.decode()
    made = Member.objects.get(username="dana.reyes")
    assert (made.office, made.role, made.administers) == (office, "intake", False)
    assert noted(office) == ["changed an account: added: Intake"]
    client = Client()
    assert give_password(client, made, password).status_code == 302
    assert client.get(reverse("queue"))["Location"] == reverse("own_password")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"username": ""}, "required"),
        ({"username": "Dana Reyes"}, "small letters"),
        ({"username": "d"}, "small letters"),
        ({"username": "dana\nreyes"}, "small letters"),
        ({"username": "d" * 61}, "at most 60"),
        ({"username": "dana\0"}, "Null"),
        ({"name": ""}, "required"),
        ({"name": "x" * 101}, "at most 100"),
        ({"role": "king"}, "valid choice"),
        ({"role": "attorney"}, "bar number"),
        ({"bar_number": "9" * 21}, "at most 20"),
    ],
)
def test_what_does_not_fit_is_said_and_kept(administrator: Client, change: dict[str, str], why: str) -> None:
    response = administrator.post(reverse("members"), {**NEW, **change})
    html = response.content.decode()
    assert response.status_code == 422
    assert why in html
    assert Member.objects.count() == 1
    kept = {**NEW, **change}
    assert f'value="{kept["username"]}"' in html or not kept["username"].isalnum()


def test_a_taken_user_name_is_refused_also_where_another_office_has_it(
    administrator: Client, make_office: MakeOffice
) -> None:
    taken = make_member(make_office("Another")).username
    response = administrator.post(reverse("members"), {**NEW, "username": taken})
    assert "is taken" in response.content.decode()
    assert "Another" not in response.content.decode()


def test_role_name_and_bar_number_change_at_once(
    administrator: Client, office: Office, member: Member
) -> None:
    told = {"name": "Dana R.", "role": "attorney", "bar_number": "123456", "administers": "on", "save": "1"}
    client = signed_in_as(member)
    assert client.get(reverse("members")).status_code == 404
    assert administrator.post(page(member), {**told, "username": "other", "is_active": ""}).status_code == 302
    assert client.get(reverse("members")).status_code == 200
    changed = Member.objects.get(pk=member.pk)
    assert (changed.name, changed.role, changed.bar_number) == ("Dana R.", "attorney", "123456")
    assert changed.username == member.username
    assert changed.is_active
    assert noted(office) == ["changed an account: changed: Attorney, administrator"]


def test_a_change_that_does_not_fit_saves_nothing(administrator: Client, member: Member) -> None:
    response = administrator.post(page(member), {"name": "", "role": "attorney", "save": "1"})
    assert response.status_code == 422
    assert Member.objects.get(pk=member.pk).role == "intake"


def test_switched_off_is_out_at_once_and_can_come_back(
    administrator: Client, office: Office, member: Member
) -> None:
    client = signed_in_as(member)
    assert client.get(reverse("own_account")).status_code == 200
    administrator.post(page(member), {"off": "1"})
    assert client.get(reverse("own_account"))["Location"] == reverse("sign_in")
    assert StaffSession.objects.filter(member=member).count() == 0
    administrator.post(page(member), {"on": "1"})
    assert client.get(reverse("own_account"))["Location"] == reverse("sign_in"), "the old sign-in stays ended"
    assert signed_in_as(Member.objects.get(pk=member.pk)).get(reverse("own_account")).status_code == 200
    assert noted(office) == ["changed an account: switched off", "changed an account: switched on"]


def test_a_reset_password_ends_sign_ins_and_is_shown_once(administrator: Client, member: Member) -> None:
    client = signed_in_as(member)
    address = administrator.post(page(member), {"password": "1"})["Location"]
    password = shown_password(administrator, address)
    assert password not in administrator.get(address).content.decode()
    assert client.get(reverse("own_account")).status_code == 302
    assert give_password(Client(), member).status_code == 200
    assert give_password(Client(), member, password).status_code == 302


def test_a_password_that_waits_is_shown_on_no_other_page(
    administrator: Client, office: Office, member: Member
) -> None:
    administrator.post(page(member), {"password": "1"})
    other = make_member(office)
    assert "One-time password" not in administrator.get(page(other)).content.decode()
    assert "One-time password" in administrator.get(page(member)).content.decode()


def test_ending_sign_ins_ends_them_at_once(administrator: Client, member: Member) -> None:
    client = signed_in_as(member)
    assert "1 sign-in now" in " ".join(administrator.get(page(member)).content.decode().split())
    administrator.post(page(member), {"end": "1"})
    assert client.get(reverse("own_account")).status_code == 302


def test_the_last_administrator_stays_one(administrator: Client, office: Office) -> None:
    own = Member.objects.get(administers=True)
    plain = {"name": own.name, "role": "none", "save": "1"}
    assert administrator.post(page(own), plain)["Location"].endswith("done=last")
    assert Member.objects.get(pk=own.pk).administers
    assert noted(office) == []
    idle = make_member(office, "administrator", is_active=False)
    assert administrator.post(page(own), plain)["Location"].endswith("done=last")
    Member.objects.filter(pk=idle.pk).update(is_active=True)
    assert administrator.post(page(own), plain)["Location"].endswith("done=saved")
    assert administrator.get(reverse("members")).status_code == 404


def test_the_own_account_is_reset_elsewhere(administrator: Client) -> None:
    own = Member.objects.get()
    for what in ("off", "password", "factor", "end"):
        assert administrator.post(page(own), {what: "1"})["Location"].endswith("done=own")
    own.refresh_from_db()
    assert own.check_password(PASSWORD)
    assert Authenticator.objects.filter(user=own).exists()
    assert administrator.get(reverse("members")).status_code == 200


def test_without_the_keys_nothing_is_changed(administrator: Client, office: Office, member: Member) -> None:
    path_of(office.id).unlink()
    assert administrator.post(page(member), {"off": "1"}).status_code == 503
    assert administrator.post(reverse("members"), NEW).status_code == 503
    member.refresh_from_db()
    assert member.is_active
    assert Member.objects.count() == 2


def test_a_form_without_a_known_button_does_nothing(administrator: Client, member: Member) -> None:
    assert administrator.post(page(member), {"x": "1"})["Location"] == page(member)
    assert LogEntry.objects.count() == 0


def test_passwords_of_the_program_are_long_and_never_twice_the_same() -> None:
    made = {one_time_password() for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch("([0-9a-z]{5}-){4}[0-9a-z]{5}", password) for password in made)


@pytest.mark.parametrize(
    ("role", "administers", "expected"),
    [
        ("intake", False, {"Queue"}),
        ("attorney", True, {"Queue", "Members"}),
        ("none", True, {"Members"}),
        ("none", False, set()),
    ],
)
def test_the_navigation_leads_where_the_member_may_go(
    office: Office, role: str, administers: bool, expected: set[str]
) -> None:
    client = signed_in_as(make_member(office, role, administers=administers))
    nav = client.get(reverse("own_account")).content.decode().split("</nav>")[0]
    words = set(re.findall(r">\s*(Queue|Members)\s*</a>", nav))
    assert words == expected
    assert nav.count('aria-current="page"') == 1
    for address in re.findall(r'href="(/office/[^"]*)"', nav):
        assert roles_of(address) & {role, "administrator" if administers else "", "member"}, address
