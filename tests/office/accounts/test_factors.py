"""No account opens anything before an own password and a second factor; their secrets lie sealed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from screening.interview.sessions import row_of
from screening.models import SealedSession
from screening.office.accounts.sealed_secrets import OtherSecretKeyError, open_secret, seal_secret
from screening.office.keys import path_of
from screening.office.models import Member, Office, StaffSession
from tests.office.accounts.conftest import SEED, code_of, give_app, give_code, give_password, sign_in
from tests.office.conftest import PASSWORD, make_member, signed_in_as


NEW = "purple anchor ladder quiet"
TOTP, CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


@pytest.fixture
def fresh(office: Office) -> Client:
    """Signed in with a password that an administrator made."""
    member = make_member(office, second_factor=False, must_change_password=True)
    client = Client()
    give_password(client, member)
    return client


@pytest.fixture
def bare(office: Office) -> Client:
    """An own password, no second factor yet."""
    client = Client()
    give_password(client, make_member(office, second_factor=False))
    return client


def html_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def secret_in(html: str) -> str:
    found = re.search(r'id="secret">\s*<code>([A-Z2-7 ]+)</code>', html)
    assert found
    return found[1].replace(" ", "")


def set_up(client: Client) -> str:
    """Set up an app by the secret on the page."""
    secret = secret_in(html_of(client, reverse("mfa_activate_totp")))
    response = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert response["Location"] == reverse("mfa_view_recovery_codes")
    return secret


def again(client: Client, address: str) -> None:
    """Write the password again where the page asks for it."""
    asked = client.get(address)["Location"]
    assert asked.startswith(reverse("account_reauthenticate"))
    assert client.post(asked, {"password": PASSWORD})["Location"] == address


GUARDED = ("queue", "own_account", "members", "mfa_view_recovery_codes", "mfa_generate_recovery_codes")


@pytest.mark.parametrize("name", [*GUARDED, "second_factor", "mfa_activate_totp", "mfa_add_webauthn"])
def test_first_comes_an_own_password(fresh: Client, name: str) -> None:
    assert fresh.get(reverse(name))["Location"] == reverse("own_password")
    assert fresh.post(reverse(name))["Location"] == reverse("own_password")


@pytest.mark.parametrize("name", GUARDED)
def test_then_comes_a_second_factor(bare: Client, name: str) -> None:
    assert bare.get(reverse(name))["Location"] == reverse("second_factor")
    assert bare.post(reverse(name))["Location"] == reverse("second_factor")


def test_the_whole_way_of_a_new_member(fresh: Client) -> None:
    html = html_of(fresh, reverse("own_password"))
    assert "Password of today" not in html
    assert 'aria-label="Office"' not in html
    told = {"new": NEW, "again": NEW}
    assert fresh.post(reverse("own_password"), told).status_code == 302
    assert fresh.get(reverse("own_account"))["Location"] == reverse("second_factor")
    assert "Set up an app" in html_of(fresh, reverse("second_factor"))
    set_up(fresh)
    codes = re.findall(r"<code>(\d{8})</code>", html_of(fresh, reverse("mfa_view_recovery_codes")))
    assert len(set(codes)) == 10
    assert not re.search(r"<code>\d", html_of(fresh, reverse("mfa_view_recovery_codes"))), "shown once"
    assert fresh.get(reverse("own_account")).status_code == 200
    member = Member.objects.get()
    assert not member.must_change_password
    assert member.check_password(NEW)
    other = Client()
    give_password(other, member, NEW)
    assert give_code(other, codes[3]).status_code == 302
    assert other.get(reverse("own_account")).status_code == 200


@pytest.mark.parametrize(
    ("new", "again", "why"),
    [
        ("short horse", "short horse", "at least 14"),
        ("1q2w3e4r5t6y7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "too common"),
        ("12345678901234567", "12345678901234567", "entirely numeric"),
        ("Dana Intake 12345", "Dana Intake 12345", "too similar"),
        (NEW, NEW + "x", "The two differ"),
        (PASSWORD, PASSWORD, "password of today"),
        ("", "", "required"),
        ("x\0" * 10, "x\0" * 10, "Null"),
        ("x" * 5000, "x" * 5000, "at most 200"),
    ],
)
def test_a_weak_password_is_refused_in_words(fresh: Client, new: str, again: str, why: str) -> None:
    response = fresh.post(reverse("own_password"), {"new": new, "again": again})
    assert response.status_code == 422
    assert why in response.content.decode()
    assert Member.objects.get().must_change_password


def test_passwords_lie_under_argon2id(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    member = Member()
    member.set_password(NEW)
    assert member.password.startswith("argon2$argon2id$")


def test_the_qr_code_stands_in_the_page_with_words_and_breaks_no_policy(bare: Client) -> None:
    html = html_of(bare, reverse("mfa_activate_totp"))
    svg = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    assert svg
    assert 'role="img" aria-label="QR code' in svg[0]
    assert "data:" not in html
    assert "style=" not in html
    assert secret_in(html) not in svg[0]


def test_a_wrong_code_sets_nothing_up_and_keeps_the_secret(bare: Client) -> None:
    secret = secret_in(html_of(bare, reverse("mfa_activate_totp")))
    for wrong in ("000000", "", "\0", "x" * 999):
        response = bare.post(reverse("mfa_activate_totp"), {"code": wrong})
        assert response.status_code == 200
        assert secret_in(response.content.decode()) == secret
    assert not Authenticator.objects.exists()


def test_the_code_that_set_the_app_up_signs_nobody_in(bare: Client) -> None:
    secret = set_up(bare)
    other = Client()
    give_password(other, Member.objects.get())
    assert give_code(other, code_of(secret)).status_code == 200
    assert give_code(other, code_of(secret, 1)).status_code == 302


def test_setting_up_ends_a_sign_in_that_waited_with_the_password_alone(office: Office) -> None:
    member = make_member(office, second_factor=False)
    waiting, own = Client(), Client()
    give_password(waiting, member)
    give_password(own, member)
    before = own.cookies["s"].value
    set_up(own)
    assert waiting.get(reverse("own_account"))["Location"] == reverse("sign_in")
    assert own.get(reverse("own_account")).status_code == 200
    assert own.cookies["s"].value != before
    assert not SealedSession.objects.filter(row_id=row_of(before)).exists()


@pytest.mark.django_db
def test_nobody_signed_in_sets_nothing_up(client: Client) -> None:
    for name in ("second_factor", "mfa_activate_totp", "mfa_add_webauthn", *GUARDED, "own_password"):
        assert client.get(reverse(name))["Location"] == reverse("sign_in")
        assert client.post(reverse(name), {"code": "1"})["Location"] == reverse("sign_in")
    assert client.get(reverse("mfa_authenticate"))["Location"] == reverse("sign_in")


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "1",
        "[]",
        "{}",
        '{"response": 1}',
        '{"id":"AA","rawId":"AA","response":{"clientDataJSON":"e30","attestationObject":"AA"},"type":"public-key"}',
    ],
)
def test_an_odd_passkey_is_not_added(bare: Client, credential: str) -> None:
    assert bare.get(reverse("mfa_add_webauthn")).status_code == 200
    response = bare.post(reverse("mfa_add_webauthn"), {"credential": credential})
    assert response.status_code == 200
    assert "was not added" in response.content.decode()
    assert not Authenticator.objects.exists()


def test_new_recovery_codes_take_the_password_and_void_the_old(office: Office) -> None:
    member = make_member(office)
    give_app(member)
    client = sign_in(member)
    old = RecoveryCodes(Authenticator.objects.get(user=member, type=CODES)).get_unused_codes()
    again(client, reverse("mfa_generate_recovery_codes"))
    assert client.post(reverse("mfa_generate_recovery_codes")).status_code == 302
    shown = html_of(client, reverse("mfa_view_recovery_codes"))
    assert not any(code in shown for code in old)
    other = Client()
    give_password(other, member)
    assert give_code(other, old[0]).status_code == 200


def test_the_password_asked_for_again_is_counted_and_keeps_no_request(office: Office) -> None:
    member = make_member(office)
    give_app(member)
    client = sign_in(member)
    asked = client.post(reverse("mfa_generate_recovery_codes"))["Location"]
    assert "account_reauthentication_state" not in client.session
    for _ in range(5):
        response = client.post(asked, {"password": "wrong horse battery staple"})
        assert "not your password" in response.content.decode()
    assert "Wait 15 minutes" in client.post(asked, {"password": PASSWORD}).content.decode()
    elsewhere = f"{reverse('account_reauthenticate')}?next=https://elsewhere.example/"
    with time_machine.travel(timezone.now() + timedelta(minutes=14, seconds=30), tick=True):
        client.get(reverse("own_account"))
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=True):
        assert client.post(elsewhere, {"password": PASSWORD})["Location"] == "/office/"


def test_secrets_lie_sealed_and_not_alike(bare: Client) -> None:
    secret = set_up(bare)
    for row in Authenticator.objects.all():
        stored = str(row.data)
        assert secret not in stored
        sealed = row.data.get("secret") or row.data["seed"]
        assert open_secret(sealed) not in stored
        assert seal_secret(open_secret(sealed)) != sealed


def test_an_earlier_secret_key_still_opens_and_whoever_signs_in_goes_over(
    office: Office, settings: Settings
) -> None:
    member = make_member(office)
    give_app(member)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, of fifty letters and more, for this test"  # noqa: S105
    client = sign_in(member)
    assert client.get(reverse("own_account")).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    other = Client()
    give_password(other, member)
    assert give_code(other, code_of(steps=1)).status_code == 302
    assert "10 not used yet" in html_of(other, reverse("own_account"))


def test_a_lost_secret_key_is_said_in_words_and_an_administrator_helps(
    office: Office, settings: Settings
) -> None:
    member = make_member(office)
    give_app(member)
    signed_in = sign_in(member)
    settings.SECRET_KEY = "another key, of fifty letters and more, for this test"  # noqa: S105
    with pytest.raises(OtherSecretKeyError):
        open_secret(Authenticator.objects.get(user=member, type=TOTP).data["secret"])
    assert signed_in.get(reverse("own_account")).status_code == 302
    client = Client()
    give_password(client, member)
    response = give_code(client, code_of())
    assert response.status_code == 503
    assert "secret key was changed" in response.content.decode()
    assert "cannot be opened" in html_of(signed_in_as(member), reverse("own_account"))
    administrator = signed_in_as(make_member(office, "administrator"))
    assert administrator.post(reverse("member", args=[member.id]), {"factor": "1"}).status_code == 302
    assert not Authenticator.objects.filter(user=member).exists()
    assert client.get(reverse("mfa_authenticate"))["Location"] == reverse("sign_in")
    assert client.get(reverse("sign_in")).status_code == 200


def test_the_only_second_factor_stays_and_one_of_two_can_go(office: Office) -> None:
    member = make_member(office)
    give_app(member)
    client = sign_in(member)
    app = Authenticator.objects.get(user=member, type=TOTP)
    assert client.post(reverse("own_account"), {"remove": app.pk})["Location"].startswith(
        reverse("account_reauthenticate")
    )
    again(client, reverse("mfa_generate_recovery_codes"))
    assert client.post(reverse("own_account"), {"remove": app.pk})["Location"].endswith("done=last")
    passkey = Authenticator.objects.create(
        user=member, type=Authenticator.Type.WEBAUTHN, data={"name": "Passkey", "credential": {}}
    )
    stranger = make_member(office)
    theirs = Authenticator.objects.get(user=stranger)
    for odd in ("", "x", "9" * 400, "٣", "-1", str(theirs.pk)):
        assert client.post(reverse("own_account"), {"remove": odd}).status_code == 302
    assert Authenticator.objects.count() == 4
    codes = Authenticator.objects.get(user=member, type=CODES)
    client.post(reverse("own_account"), {"remove": codes.pk})
    assert client.post(reverse("own_account"), {"remove": passkey.pk})["Location"].endswith("done=removed")
    assert set(Authenticator.objects.filter(user=member)) == {app, codes}


def test_without_the_keys_no_second_factor_is_half_set_up(bare: Client) -> None:
    secret = secret_in(html_of(bare, reverse("mfa_activate_totp")))
    path_of(Office.objects.get().id).unlink()
    assert bare.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}).status_code == 503
    assert not Authenticator.objects.exists()
    assert bare.get(reverse("second_factor")).status_code == 200


def test_who_has_a_second_factor_is_not_asked_to_choose(office: Office) -> None:
    client = signed_in_as(make_member(office))
    assert client.get(reverse("second_factor"))["Location"] == reverse("own_account")
    assert client.get(reverse("mfa_activate_totp"))["Location"] == reverse("own_account")


def test_a_second_factor_takes_no_other_password_than_the_own(office: Office) -> None:
    """The reset of a second factor is a reset of the password too: the old one opens nothing."""
    member = make_member(office)
    administrator = signed_in_as(make_member(office, "administrator"))
    administrator.post(reverse("member", args=[member.id]), {"factor": "1"})
    client = Client()
    assert give_password(client, member).status_code == 200
    assert StaffSession.objects.filter(member=member).count() == 0
    assert SEED not in str(list(Authenticator.objects.values()))
