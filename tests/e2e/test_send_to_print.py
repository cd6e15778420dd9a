"""The whole way in one browser after the other: a person answers and sends, an attorney decides and prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.office.demo.accounts import ACCOUNTS, NAME, PASSWORD
from screening.office.demo.making import make_demonstration
from screening.office.models import Office, Screening, Status
from tests.e2e.quick import stand_at
from tests.e2e.walking import CONFIRM
from tests.look.invented import WITH_A_PROGRAM
from tests.summary.reading import text_of


PERSON = "Quirina Zapatero-Blum"
REASON = "The clerk's letter of 2011 says so; I hold it in my hand."
DECIDED = "We ask for the docket and file in Los Angeles."


@pytest.fixture(autouse=True)
def demonstration(settings: Settings, tmp_path: Path, transactional_db: None) -> None:  # noqa: ARG001
    settings.PCR_OFFICE_KEYS = tmp_path / "office-keys"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    make_demonstration()


def send(page: Page, live_server: LiveServer) -> None:
    """From the check page to the first demonstration office, with consent."""
    stand_at(page, live_server, "check", WITH_A_PROGRAM)
    page.locator(CONFIRM).click()
    page.wait_for_url("**/result/")
    page.goto(page.url.replace("/result/", "/send/"))
    page.get_by_text(NAME, exact=False).first.click()
    page.get_by_role("button", name="Go on", exact=True).last.click()
    page.locator("[name=a]").fill(PERSON)
    page.get_by_label("The office calls me").check()
    page.locator("[name=f]").fill("(559) 555-0142")
    page.locator("[name=k]").first.check()
    page.locator("[name=m]").check()
    page.get_by_role("button", name="Send it", exact=True).click()
    page.wait_for_url("**/sent/")


def sign_in(page: Page, site: str, username: str) -> None:
    """By password and the six digits of now, as the README says."""
    page.goto(f"{site}/office/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button.b").first.click()
    account = next(one for one in ACCOUNTS if one.username == username)
    page.locator("[name=code]").first.fill(account.code())
    page.locator("main form button.b").first.click()
    expect(page.locator("h1")).to_have_text("Queue")


def test_from_the_persons_answers_to_the_attorneys_paper(
    page: Page, live_server: LiveServer, browser: Browser
) -> None:
    before = set(Screening.objects.values_list("id", flat=True))
    send(page, live_server)
    row = Screening.objects.exclude(pk__in=before).get()
    assert row.office == Office.objects.get(name=NAME)

    desk = browser.new_page()
    sign_in(desk, live_server.url, "attorney")
    expect(desk.locator("main")).to_contain_text("Never opened")
    desk.goto(f"{live_server.url}/office/?status=unopened")
    line = desk.locator("tr", has_text=row.number)
    expect(line).to_contain_text("Not opened")
    assert PERSON not in desk.content()

    # Names come first; nothing of the answers stands there.
    line.get_by_role("link").first.click()
    expect(desk.locator("h1")).to_contain_text("Conflict check")
    expect(desk.locator("main")).to_contain_text(PERSON)
    assert "Los Angeles" not in desk.locator("main").inner_text()
    desk.goto(f"{live_server.url}/office/review/{row.id}/")
    expect(desk.locator("h1")).to_contain_text("Conflict check")
    desk.get_by_role("button", name="Record “no match” and open the answers").click()

    desk.goto(f"{live_server.url}/office/review/{row.id}/")
    expect(desk.locator("h1")).to_contain_text(PERSON)
    find(desk)
    decide(desk)
    row.refresh_from_db()
    assert row.status == Status.ACCEPTED
    assert row.opened_on is not None

    text = printed(desk)
    for expected in (PERSON, REASON, DECIDED, "Theo Lampwright", "000001"):
        assert squeezed(expected) in text, expected
    desk.close()
    # What was opened cannot be taken back by its number any more.
    page.reload()
    assert Screening.objects.filter(pk=row.id).exists()


def find(page: Page) -> None:
    """The attorney's own finding on an element that the answers leave open."""
    finding = page.locator("details.find", has=page.locator("input[name=remedy][value=pc1473_7_a1]"))
    one = finding.filter(has=page.locator("input[name=element][value=prejudice]")).first
    one.locator("summary").click()
    one.locator("select[name=finding]").select_option("met")
    one.locator("textarea[name=reason]").fill(REASON)
    one.get_by_role("button", name=re.compile("^Keep")).click()
    expect(page.locator("main")).to_contain_text(REASON)


def decide(page: Page) -> None:
    """Take the case, with a signature."""
    page.get_by_role("link", name="Decide and sign").first.click()
    page.get_by_label("Take the case").check()
    page.locator("#reason").fill(DECIDED)
    page.locator("[name=name]").fill("Theo Lampwright")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator("main")).to_contain_text(DECIDED)


def printed(page: Page) -> str:
    """The words of the paper, as the button gives it."""
    with page.expect_download() as coming:
        page.get_by_role("link", name="Print summary").first.click()
    path = coming.value.path()
    assert PERSON.split()[0].lower() not in coming.value.suggested_filename.lower()
    return squeezed(text_of(path.read_bytes()))


def squeezed(text: str) -> str:
    """Without white space and with straight quotes: a PDF breaks lines where it likes."""
    return "".join(text.replace("’", "'").split())
