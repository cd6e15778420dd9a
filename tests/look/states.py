"""Every page in every state, one after the other, as a reviewer would turn the leaves of a book."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from playwright.sync_api import Page

from screening.interview import printing
from screening.office.keys import new_keys
from screening.office.models import Office
from tests.e2e.walking import GO_ON, each_page, place_of, start, walk_to
from tests.look.invented import NOTHING_KNOWN, WITH_A_PROGRAM
from tests.look.not_made import not_made


LONG = "HS 11350(a), PC 459, PC 484/488, VC 10851(a), PC 273.5(a), PC 594(b)(1), BP 4060, HS 11377(a), " * 3

# The open law; the first one compares two days, the second one has something to fix.
LAW = (
    "law/?day=2015-01-01&other=2027-01-01",
    "law/?day=soon&other=2026-02-30",
    "law/1016-5/",
    "law/1473-7-a1/",
    "law/conviction/",
    "law/questions/",
    "law/cases/",
    "law/authorities/",
)


def an_office() -> Office:
    """One office that takes screenings, so that the pages of sending are there. Nobody holds its key."""
    office = Office.objects.filter(takes_screenings=True).first()
    if office is not None:
        return office
    keys = new_keys("nobody")
    return Office.objects.create(
        name="Valley Post-Conviction Project",
        address="1200 Example Street, Suite 4\nFresno, California 93721",
        phone="(559) 555-0142",
        created_at=timezone.now(),
        takes_screenings=True,
        key_id=keys.current,
        public_key=keys.public,
    )


def public_pages(page: Page, site: str, language: str) -> Iterator[str]:
    """What anyone sees before Start."""
    for name in ("", "keeps/", "lawyers/", "place/", "withdraw/", *LAW):
        page.goto(f"{site}/{language}/{name}")
        yield f"00 {name.strip('/') or 'start'}"
    page.goto(f"{site}/nowhere/?l={language}")
    yield "00 no such page"
    page.goto(f"{site}/s/nobody/check/?l={language}")
    yield "00 no cookie"


def interview(page: Page, site: str, language: str) -> Iterator[str]:
    """One case from Start to the papers, the errors on the way, then a second case."""
    an_office()
    start(page, site, language)
    for name in each_page(page, WITH_A_PROGRAM):
        yield name
        if place_of(page).case:
            page.locator(GO_ON).click()
            if page.locator("#sum").count():
                yield f"{name} with something to fix"
    yield from after_the_result(page)
    yield from a_second_case(page)
    yield from sending(page, site, language)
    yield from the_end(page)


def beside(page: Page, to: str) -> None:
    """Press one of the buttons of the frame."""
    page.locator(f'.foot button[name="to"][value="{to}"]').click()


def after_the_result(page: Page) -> Iterator[str]:
    """What the person takes away, and keeping a place."""
    result = page.url
    page.goto(result.replace("/result/", "/print/"))
    yield "80 print"
    page.locator('main form .acts button[value="read"]').click()
    yield "81 copy"
    with not_made(printing):
        page.goto(result.replace("/result/", "/print/"))
        page.locator('main button[formaction$="/copy.pdf"]').first.click()
        page.wait_for_url("**/made/copy/1/")
        yield "81 paper not made"
    page.goto(result)
    beside(page, "place")
    yield "82 place"
    page.locator("main form button.b").first.click()
    yield "83 place code"
    page.goto(result)


def a_second_case(page: Page) -> Iterator[str]:
    """Another case of which nothing is known: its first page, the check page and the result of both."""
    page.locator('form[action$="/case/"] button').first.click()
    yield "84 second case"
    walk_to(page, "13", NOTHING_KNOWN)
    page.locator('input[type="text"]').first.fill(LONG)
    beside(page, "stay")
    yield "85 long text"
    page.locator('input[type="text"]').first.fill("")
    for name in each_page(page, NOTHING_KNOWN):
        if name in ("check", "result"):
            yield f"86 two cases, {name}"


def sending(page: Page, site: str, language: str) -> Iterator[str]:
    """To an office: what goes, with something to fix, once it was sent, and taken back."""
    result = page.url
    page.goto(result.replace("/result/", "/send/"))
    yield "87 send"
    page.locator(GO_ON).click()
    yield "87 send with something to fix"
    page.locator('[name="a"]').fill("Marisol Vega")
    page.locator('[name="e"][value="1"]').check()
    page.locator('[name="f"]').fill("(559) 555-0177")
    page.locator('[name="k"][value="1"]').check()
    page.locator('[name="m"]').check()
    beside(page, "stay")
    yield "87 send, filled in"
    page.locator('[name="m"]').check()
    page.locator(GO_ON).click()
    number = page.locator(".big").inner_text()
    yield "88 sent"
    for typed, name in (("123", "with something to fix"), (number, "done")):
        page.goto(f"{site}/{language}/withdraw/")
        page.locator('[name="number"]').fill(typed)
        page.locator("main form button.b").first.click()
        yield f"89 withdraw {name}"
    page.goto(result)


def the_end(page: Page) -> Iterator[str]:
    """Erasing, and what a page says afterwards."""
    gone = page.url
    beside(page, "erase")
    yield "90 erase"
    page.locator("main form button.b").first.click()
    yield "91 erased"
    page.goto(f"{gone}?l={page.locator('html').get_attribute('lang')}")
    yield "92 after erasing"
