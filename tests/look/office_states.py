"""Every page of the office in every state, with the people of the demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page

from screening.office.demo.accounts import NAME, PASSWORD
from screening.office.demo.making import make_demonstration
from screening.office.file.cabinet import Folder, folder_of
from screening.office.keys import office_keys, path_of
from screening.office.models import Member, Office, Screening
from screening.office.queue import clinic
from screening.office.review import views as review_views
from tests.look.not_made import not_made
from tests.office.conftest import make_member, signed_in_as


def set_up(keys: Path) -> None:
    """The demonstration with keys in a folder of its own, and a password hash that costs nothing."""
    settings.PCR_OFFICE_KEYS = keys
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    make_demonstration()


def folder_named(name: str) -> Folder:
    """The first screening of the demonstration that is about this person."""
    office = Office.objects.get(name=NAME)
    keys = office_keys(office.id)
    rows = Screening.objects.filter(office=office).select_related("office").order_by("created_on")
    return next(one for row in rows if (one := folder_of(row, keys)).matter.name == name)


def come_in(page: Page, site: str, username: str) -> None:
    """As somebody who has signed in."""
    page.context.clear_cookies()
    client = signed_in_as(Member.objects.get(username=username))
    cookie = settings.SESSION_COOKIE_NAME
    value = client.cookies[cookie].value
    page.context.add_cookies([{"name": cookie, "value": value, "url": site, "httpOnly": True}])


def office_pages(page: Page, site: str) -> Iterator[str]:
    """One after the other, with a name for each."""
    yield from _before_signing_in(page, site)
    yield from _new_account(page, site)
    come_in(page, site, "attorney")
    yield from _queue(page, site)
    yield from _call(page, site)
    yield from _review(page, site)
    yield from _records(page, site)
    yield from _law(page, site)
    yield from _account(page, site)
    come_in(page, site, "admin")
    yield from _administrator(page, site)
    yield from _troubles(page, site)


def _at(page: Page, site: str, name: str, *args: object, query: str = "") -> None:
    page.goto(f"{site}{reverse(name, args=args)}{query}")


def _before_signing_in(page: Page, site: str) -> Iterator[str]:
    page.context.clear_cookies()
    _at(page, site, "sign_in")
    yield "office sign in"
    page.locator("input[name=login]").fill("attorney")
    page.locator("input[name=password]").fill("something else entirely")
    page.locator("main form button.b").first.click()
    yield "office sign in, to fix"
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button.b").first.click()
    yield "office second step"
    page.locator("input[name=code]").first.fill("000000")
    page.locator("main form button.b").first.click()
    yield "office second step, to fix"


def _new_account(page: Page, site: str) -> Iterator[str]:
    office = Office.objects.get(name=NAME)
    for username, lacks in (("newcomer", True), ("halfway", False)):
        make_member(office, second_factor=False, username=username, must_change_password=lacks)
    come_in(page, site, "newcomer")
    _at(page, site, "own_password")
    yield "office own password"
    come_in(page, site, "halfway")
    for name in ("second_factor", "mfa_activate_totp", "mfa_add_webauthn"):
        _at(page, site, name)
        yield f"office {name.replace('_', ' ')}"


def _queue(page: Page, site: str) -> Iterator[str]:
    _at(page, site, "queue")
    yield "office queue"
    _at(page, site, "queue", query="?status=closed&language=fa")
    yield "office queue, nothing found"
    _at(page, site, "clinic")
    yield "office clinic"
    with not_made(clinic):
        page.locator("main input[name=id]").first.check()
        page.get_by_role("button", name="Print the ticked").click()
        page.wait_for_url("**/clinic/made/")
        yield "office clinic, not made"
    row = folder_named("Rosalba Campolindo").row
    for name in ("status", "assign"):
        _at(page, site, name, row.id)
        yield f"office {name}"


def _call(page: Page, site: str) -> Iterator[str]:
    _at(page, site, "calls")
    yield "office calls"
    going_on = folder_named("Benigno Valdeluna").row.id
    _at(page, site, "call", going_on)
    yield "office call, Spanish"
    _at(page, site, "call_question", going_on, 1, "51a")
    yield "office call, elsewhere"
    _at(page, site, "call_question", folder_named("Arash Abrishamkuh").row.id, 1, "40a")
    yield "office call, Persian"
    _at(page, site, "call_question", folder_named("Wenling Brightharbor").row.id, 1, "13a")
    yield "office call, English"
    _at(page, site, "call_details", going_on)
    yield "office call details"
    _at(page, site, "conflict", going_on)
    yield "office conflict"
    _at(page, site, "conflict", folder_named("Marisol Piedraluna").row.id)
    yield "office conflict, not opened"
    _at(page, site, "call", folder_named("Basil Copperfenn").row.id)
    yield "office call, declined"
    _at(page, site, "wrap_up", folder_named("Graciela Montelirio").row.id)
    yield "office wrap up"
    page.locator("form button", has_text="New caller").first.click()
    yield "office new caller"


def _review(page: Page, site: str) -> Iterator[str]:
    for name in ("Rosalba Campolindo", "Dagoberto Altasierra", "Ximena Lunaclara"):
        _at(page, site, "review", folder_named(name).row.id)
        yield f"office review, {name.split()[0]}"
    row = folder_named("Hipólito Tresarroyos").row.id
    for name in ("decide", "rescreen", "stored"):
        _at(page, site, name, row)
        yield f"office {name}"
    with not_made(review_views):
        _at(page, site, "paper_made", row, "full", 1)
        yield "office paper, not made"


def _records(page: Page, site: str) -> Iterator[str]:
    row = folder_named("Desmond Larkmeadow").row.id
    for name in ("export_json", "hand_over", "hold"):
        _at(page, site, name, row)
        yield f"office {name.replace('_', ' ')}"
    _at(page, site, "export_list")
    yield "office export list"


def _law(page: Page, site: str) -> Iterator[str]:
    _at(page, site, "law_checks")
    yield "office law"
    _at(page, site, "law_check", "pc1473_7")
    yield "office law, one authority"
    page.locator("button.b").last.click()
    yield "office law, one authority to fix"


def _account(page: Page, site: str) -> Iterator[str]:
    for name in ("own_account", "own_password"):
        _at(page, site, name)
        yield f"office {name.replace('_', ' ')}, signed in"
    # The password was written too long ago: it is asked for first.
    _at(page, site, "mfa_generate_recovery_codes")
    yield "office password again"
    page.locator("main input[type=password]").fill(PASSWORD)
    page.locator("main form button.b").first.click()
    yield "office new recovery codes"
    page.locator("main form button.b").first.click()
    yield "office recovery codes"


def _administrator(page: Page, site: str) -> Iterator[str]:
    for name in ("members", "log", "retention", "office_settings"):
        _at(page, site, name)
        yield f"office {name.replace('_', ' ')}"
    _at(page, site, "member", Member.objects.get(username="intake").id)
    yield "office member"


def _troubles(page: Page, site: str) -> Iterator[str]:
    come_in(page, site, "intake")
    _at(page, site, "review", "0" * 26)
    yield "office no such screening"
    _at(page, site, "queue")
    page.locator("form[action$='/lock/'] button").first.click()
    yield "office locked"
    come_in(page, site, "reader")
    keys = path_of(Office.objects.get(name=NAME).id)
    keys.rename(keys.with_suffix(".away"))
    _at(page, site, "queue")
    yield "office keys missing"
    keys.with_suffix(".away").rename(keys)
