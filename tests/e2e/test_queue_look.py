"""The queue, its forms and the clinic list are for everyone: axe, targets and width, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.office.file import cabinet
from screening.office.matter import Matter
from screening.office.models import Status
from tests.e2e.axe import violations
from tests.e2e.calling import Desk, sit_down
from tests.e2e.test_everyone import LEAST_TARGET, SMALL
from tests.office.conftest import make_member
from tests.office.queue.conftest import a_file, due, sent_from_outside
from tests.tiers import repeated


PHONE, DESK = (360, 740), (1280, 800)

NAMES = (
    "Reza Karimi", "Marisol Vega", "Luis Herrera", "Thu Nguyen", "Omar Said", "Elena Paz", "Sahar Moradi",
    "Joseph Adeyemi", "María de los Ángeles Fernández-Montenegro", "李 明", "Ana Ruiz", "Ana Ruiz",
)  # fmt: skip
COUNTIES = ("Los Angeles", "Fresno", "Kern", "Santa Clara", "San Luis Obispo")


@pytest.fixture
def desk(page: Page, live_server: LiveServer, settings: Settings, tmp_path: Path) -> Desk:
    """A member with thirty screenings in mixed states."""
    desk = sit_down(page.context, live_server.url, settings, tmp_path)
    office = desk.member.office
    anna = make_member(office, "attorney", name="A. Beltrán")
    owners = ("", desk.member.id, anna.id)
    for n in range(28):
        file: dict[str, Any] = {
            "case": {"county": COUNTIES[n % 5]},
            "you": {"immigration_events": ("detained",)} if n % 9 == 0 else {},
            "deadlines": due((3, 15, 29, 45, 80, -2, 400)[n % 7]) if n % 3 else [],
            "language": ("en", "es", "fa")[n % 3],
            "assignee": owners[n % 3],
        }
        folder = cabinet.begin(
            desk.member,
            Matter(name=NAMES[n % 12] if n < 12 else f"Person {'ab'[n % 2]}{'cdefghijklmnopqr'[n - 12]}"),
            a_file(**file),
        )
        cabinet.put_back(folder, status=list(Status)[n % 4])
    sent_from_outside(office, you={"immigration_events": ("detained",)}, language="es")
    sent_from_outside(office)
    return desk


def problems_of(page: Page, name: str, size: tuple[int, int]) -> list[str]:
    """What is wrong with the page that is open, at a size."""
    width, height = size
    page.wait_for_load_state()  # what was clicked may be half there
    page.set_viewport_size({"width": width, "height": height})
    wrong = violations(page)
    # The label around a box is what a finger meets.
    small = [one for one in page.evaluate(SMALL, LEAST_TARGET) if 'type="checkbox"' not in one]
    wrong += [f"{name} {width}, small: {one}" for one in small]
    boxes = page.locator("label.tick").evaluate_all("all => all.map(e => e.getBoundingClientRect().width)")
    wrong += [f"{name} {width}, small box" for box in boxes if box < LEAST_TARGET]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        wrong.append(f"{name} is wider than {width}")
    return wrong


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("scheme", "size"), repeated([("light", PHONE), ("dark", DESK), ("dark", PHONE), ("light", DESK)], 2)
)
def test_the_queue_and_the_clinic_list_are_for_everyone(
    page: Page, desk: Desk, scheme: str, size: tuple[int, int]
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    folder = cabinet.begin(desk.member, Matter(name="Last Person"), a_file())
    pages = {
        "queue": "",
        "narrowed": "?status=all&law=pc1016_5&to=me",
        "nothing": "?county=Alpine",
        "clinic": "clinic/",
        "clinic-refused": "clinic/",
        "status": f"screening/{folder.row.id}/status/",
        "assign": f"screening/{folder.row.id}/assign/",
    }
    wrong = []
    for name, path in pages.items():
        page.goto(f"{desk.site}/office/{path}")
        if name == "clinic-refused":
            page.get_by_role("button", name="Print the ticked").click()
        wrong += problems_of(page, name, size)
    page.get_by_role("link", name="Back to the review").wait_for()
    page.goto(f"{desk.site}/office/{pages['status']}")
    page.get_by_label("Status").select_option("closed")
    page.get_by_role("button", name="Change the status").click()
    expect(page.get_by_role("alert")).to_contain_text("Write why it is closed")
    wrong += problems_of(page, "status-refused", size)
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db(transaction=True)
def test_somebody_is_found_without_a_name_in_the_address(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.site}/office/")
    page.get_by_label("Find a name or number").fill("marisol bega")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("link", name="Marisol V.")).to_be_visible()
    expect(page.get_by_label("Find a name or number")).to_have_value("marisol bega")
    assert "marisol" not in page.url.lower()
