"""Signing in in a browser: an app, a passkey, no script, and the lock over a half-typed page."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.office.accounts.staff import begin_office
from screening.office.models import Member, StaffSession
from tests.e2e.axe import violations


PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=900)
CHOSEN = "purple anchor ladder quiet"


@dataclass
class New:
    """A new office's administrator, who also is an attorney, and the one-time password."""

    site: str
    password: str


@pytest.fixture
def new(live_server: LiveServer, settings: Settings, tmp_path: Path) -> New:
    settings.PCR_OFFICE_KEYS = tmp_path / "office-keys"
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    member = Member(username="ada.min", name="Ada Min", role="attorney", bar_number="123456")
    # A browser makes passkeys for a name, not for 127.0.0.1.
    site = live_server.url.replace("127.0.0.1", "localhost")
    return New(f"{site}/office", begin_office("Valley Law Project", member))


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser's console says: nothing, also not of the content policy."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert [line for line in said if "status of 4" not in line] == []


def code_of(secret: str, steps: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def fine(page: Page) -> None:
    """No fault for axe in light and dark, and nothing wider than a phone or a desk."""
    page.wait_for_load_state()  # what was clicked may be half there
    for scheme, size in (("light", PHONE), ("dark", PHONE), ("light", DESK), ("dark", DESK)):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"], page.url
        if size == PHONE:
            assert violations(page) == []
        small = page.evaluate(SMALL)
        assert small == [], f"{page.url}: {small}"


# Targets under 44 px, but for links in running text.
SMALL = """() => [...document.querySelectorAll('button, .b, .t, .nav a, input:not([type=hidden]):not(.vh), .o')]
  .filter(e => e.checkVisibility() && !e.closest('.o input'))
  .filter(e => !(e.matches('input') && e.closest('.o')))
  .map(e => [e.outerHTML.slice(0, 60), e.getBoundingClientRect().height])
  .filter(([, height]) => height < 44)"""


def give_password(page: Page, new: New, password: str) -> None:
    page.goto(f"{new.site}/sign-in/")
    page.get_by_label("User name").fill("ada.min")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def own_password(page: Page, new: New) -> None:
    give_password(page, new, new.password)
    choose_password(page)


def choose_password(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose your password")
    page.get_by_label("New password", exact=True).fill(CHOSEN)
    page.get_by_label("New password, once more").fill(CHOSEN)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose a second factor")


def set_up_app(page: Page) -> str:
    page.get_by_role("link", name="Set up an app").click()
    secret = str(page.locator("#secret code").text_content()).replace(" ", "").strip()
    page.get_by_label("Code of the app").fill(code_of(secret))
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    return secret


def sign_out(page: Page) -> None:
    page.goto(re.sub(r"/office/.*", "/office/account/", page.url))
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


@pytest.mark.usefixtures("complaints")
def test_an_app_is_set_up_and_signs_in_and_every_page_is_fine(page: Page, new: New) -> None:
    page.goto(f"{new.site}/sign-in/")
    fine(page)
    give_password(page, new, "wrong horse battery staple")
    expect(page.get_by_role("alert")).to_contain_text("do not fit together")
    fine(page)
    give_password(page, new, new.password)
    fine(page)
    page.get_by_label("New password", exact=True).fill("short")
    page.get_by_role("button", name="Change the password").click()
    choose_password(page)
    fine(page)
    page.goto(f"{new.site}/second-factor/app/")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    fine(page)
    page.goto(f"{new.site}/second-factor/passkey/")
    fine(page)
    page.goto(f"{new.site}/second-factor/")
    secret = set_up_app(page)
    fine(page)
    page.get_by_role("link", name="I have them").click()
    fine(page)
    page.goto(f"{new.site}/account/password/")
    fine(page)
    page.goto(f"{new.site}/second-factor/codes/new/")
    fine(page)
    page.goto(f"{new.site}/second-factor/codes/")
    fine(page)
    sign_out(page)
    give_password(page, new, CHOSEN)
    fine(page)
    # The code of setting up is used; the next one is not.
    page.get_by_label("Code of your app").fill(code_of(secret, 1))
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_url(f"{new.site}/")
    assert [cookie["name"] for cookie in page.context.cookies()] == ["s"]
    assert page.context.cookies()[0]["expires"] == -1
    page.goto(f"{new.site}/second-factor/codes/new/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Write your password again")
    fine(page)


@pytest.mark.usefixtures("complaints")
def test_the_pages_of_members_are_fine(page: Page, new: New) -> None:
    own_password(page, new)
    set_up_app(page)
    page.goto(f"{new.site}/members/")
    fine(page)
    page.get_by_label("User name").fill("dana.reyes")
    page.get_by_label("Name", exact=True).fill("Dana Reyes")
    page.get_by_label("Attorney", exact=True).check()
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("User name")).to_have_value("dana.reyes")
    fine(page)
    page.get_by_label("Bar number").fill("654321")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("It is shown only now")).to_be_visible()
    fine(page)
    page.goto(f"{new.site}/members/")
    fine(page)
    page.get_by_role("button", name="Lock screen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Locked")
    fine(page)
    page.get_by_label("Password of Ada Min").fill(CHOSEN)
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Members")


@pytest.mark.usefixtures("complaints")
def test_a_passkey_is_made_and_signs_in(page: Page, new: New) -> None:
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device = browser.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    own_password(page, new)
    page.get_by_role("link", name="Set up a passkey").click()
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    sign_out(page)
    give_password(page, new, CHOSEN)
    fine(page)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(f"{new.site}/")
    stored = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    assert stored.last_used_at is not None
    sign_out(page)
    give_password(page, new, CHOSEN)
    browser.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": device})
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("gave no passkey")
    fine(page)


def test_without_script_an_app_is_set_up_and_the_lock_keeps_a_form(browser: Browser, new: New) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    own_password(page, new)
    page.goto(f"{new.site}/second-factor/passkey/")
    expect(page.get_by_role("button", name="Make a passkey")).to_be_hidden()
    page.goto(f"{new.site}/second-factor/")
    set_up_app(page)
    page.goto(f"{new.site}/members/")
    page.get_by_label("User name").fill("dana.reyes")
    page.get_by_label("Name", exact=True).fill("Dana Reyes")
    StaffSession.objects.update(locked=True)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Locked")
    page.get_by_label("Password of Ada Min").fill("wrong horse battery staple")
    page.get_by_role("button", name="Unlock", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("not your password")
    page.get_by_label("Password of Ada Min").fill(CHOSEN)
    page.get_by_role("button", name="Unlock", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dana Reyes")
    context.close()


@pytest.mark.usefixtures("complaints")
def test_a_quiet_page_goes_to_the_lock_and_a_half_typed_one_is_covered(page: Page, new: New) -> None:
    page.clock.install()
    own_password(page, new)
    set_up_app(page)
    page.goto(f"{new.site}/members/")
    page.get_by_label("User name").fill("dana.reyes")
    page.clock.run_for("14:00")
    expect(page.get_by_role("dialog")).to_have_count(0)
    StaffSession.objects.update(locked=True)
    page.clock.run_for("01:30")
    cover = page.get_by_role("dialog", name="Locked")
    expect(cover).to_be_visible()
    fine(page)
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(cover).to_be_visible()
    cover.get_by_label("Password of Ada Min").fill("wrong horse battery staple")
    cover.get_by_role("button", name="Unlock").click()
    expect(cover.get_by_role("alert")).to_be_visible()
    cover.get_by_label("Password of Ada Min").fill(CHOSEN)
    cover.get_by_role("button", name="Unlock").click()
    expect(cover).to_have_count(0)
    expect(page.get_by_label("User name")).to_have_value("dana.reyes")
    assert not StaffSession.objects.get().locked

    page.goto(f"{new.site}/account/")
    StaffSession.objects.update(locked=True)
    page.clock.run_for("15:30")
    expect(page.get_by_role("heading", level=1)).to_have_text("Locked")
