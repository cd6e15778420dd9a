"""WebKitGTK, the engine nearest to that of iPhones: the main job, something to fix, leaving and Back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from time import sleep

import pytest
from pytest_django.live_server_helper import LiveServer
from selenium.webdriver import ActionChains, Keys, WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from screening.models import Interview, SealedSession
from screening.questions.route import PAGE
from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from tests.e2e.elsewhere import Elsewhere
from tests.interview.walk import MOST_STEPS, Place, answer_of, fields_for


pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning"),  # by selenium itself
]

DRIVER = "/usr/bin/WebKitWebDriver"
GO_ON, CONFIRM = "form#f .acts button.b", "main form.acts button.b"
SAYS: dict[str, Value] = {
    "upcoming": ("immigration_court",),
    "immigration_court_date": PartialDate.parse("2027-02-09"),
    "court": "california",
    "county": "Tuolumne",
    "offense_code": "PC 90210 zwiebelkuchen",
}
BACK, SETTLED = 8, 0.7


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A display that nobody sees."""
    command = ["/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "800x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:  # noqa: S603
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture
def phone(screen: str) -> Iterator[WebKitGTK]:
    service = Service(DRIVER, env={**os.environ, "DISPLAY": screen, "NO_AT_BRIDGE": "1"})
    options = Options()
    options.page_load_strategy = "none"  # it waits for good where a page asks for itself anew
    driver = WebKitGTK(options=options, service=service)
    driver.set_window_size(360, 740)
    yield driver
    driver.quit()


def loaded(phone: WebKitGTK) -> bool:
    return bool(phone.execute_script("return document.readyState === 'complete'"))


def touch(phone: WebKitGTK, field: WebElement) -> None:
    """Below the header, which stands still; the driver scrolls under it."""
    phone.execute_script("arguments[0].scrollIntoView({block: 'center'})", field)
    field.click()


def press(phone: WebKitGTK, button: str) -> None:
    """Press it and wait for the page that follows."""
    before = phone.find_element(By.TAG_NAME, "html")
    touch(phone, phone.find_element(By.CSS_SELECTOR, button))
    WebDriverWait(phone, 10).until(lambda _: phone.find_element(By.TAG_NAME, "html") != before)
    WebDriverWait(phone, 10).until(lambda _: phone.execute_script("return document.readyState") == "complete")


def put(phone: WebKitGTK, name: str, value: str) -> None:
    """Choose it, or type it, where it is seen."""
    for field in phone.find_elements(By.CSS_SELECTOR, f'#f [name="{name}"]'):
        if not value or not field.is_displayed():
            continue
        if field.tag_name == "select":
            Select(field).select_by_value(value)
        elif field.get_attribute("type") not in ("radio", "checkbox"):
            field.clear()
            field.send_keys(value)
        elif field.get_attribute("value") == value and not field.is_selected():
            touch(phone, field)


def fill(phone: WebKitGTK, answers: Mapping[str, Value]) -> None:
    """Give the answers of the page that is open; "I am not sure" where there is none."""
    asked = PAGE[Place.of(phone.current_url).page]
    for key in asked.keys:
        for name, typed in fields_for(asked, key, answer_of(key, answers)).items():
            for value in typed if isinstance(typed, list) else [typed]:
                put(phone, name, value)


def start(phone: WebKitGTK, live_server: LiveServer, language: str = "en") -> None:
    phone.get(f"{live_server.url}/{language}/")
    WebDriverWait(phone, 10).until(lambda _: phone.find_elements(By.CSS_SELECTOR, CONFIRM))
    WebDriverWait(phone, 10).until(loaded)
    press(phone, CONFIRM)


def go_on(phone: WebKitGTK) -> None:
    fill(phone, SAYS)
    press(phone, GO_ON)


def some_pages(phone: WebKitGTK, live_server: LiveServer) -> None:
    """Answer up to the kind of case, its answers typed and not yet sent."""
    start(phone, live_server)
    while Place.of(phone.current_url).page != "13":
        go_on(phone)
    fill(phone, SAYS)


def back(phone: WebKitGTK) -> None:
    """As the button of the browser goes."""
    phone.execute_script("setTimeout(() => history.back())")
    sleep(SETTLED)
    WebDriverWait(phone, 10).until(loaded)


def erased(_: object) -> bool:
    return not Interview.objects.exists() and not SealedSession.objects.exists()


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("es", "ltr"), ("fa", "rtl")])
def test_one_person_gets_from_start_to_the_result(
    phone: WebKitGTK, live_server: LiveServer, language: str, direction: str
) -> None:
    start(phone, live_server, language)
    for _ in range(MOST_STEPS):
        if not Place.of(phone.current_url).case:
            break
        assert phone.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        go_on(phone)
        assert phone.find_elements(By.ID, "sum") == []
    assert "Tuolumne" in phone.find_element(By.TAG_NAME, "main").text
    press(phone, CONFIRM)
    assert Place.of(phone.current_url).page == "result"
    page = phone.find_element(By.TAG_NAME, "html")
    assert (page.get_attribute("lang"), page.get_attribute("dir")) == (language, direction)
    assert phone.find_element(By.TAG_NAME, "h1").is_displayed()


def test_a_follow_up_is_seen_once_its_answer_is_chosen(phone: WebKitGTK, live_server: LiveServer) -> None:
    start(phone, live_server)
    go_on(phone)
    years = phone.find_elements(By.CSS_SELECTOR, "input.y")
    assert not any(year.is_displayed() for year in years)
    fill(phone, SAYS)
    assert [year.get_attribute("value") for year in years if year.is_displayed()] == ["2027"]


def test_what_is_to_be_fixed_is_said_first_and_leads_there(phone: WebKitGTK, live_server: LiveServer) -> None:
    start(phone, live_server)
    press(phone, GO_ON)
    assert phone.title.startswith("Error:")
    assert phone.execute_script("return document.activeElement.id") == "sum"
    phone.find_element(By.CSS_SELECTOR, "#sum a").click()
    assert phone.execute_script("return document.activeElement.tagName") == "FIELDSET"


@pytest.mark.parametrize("by", ["button", "shift"])
def test_leaving_erases_and_back_shows_no_answer(
    phone: WebKitGTK, live_server: LiveServer, weather: Elsewhere, by: str
) -> None:
    some_pages(phone, live_server)
    if by == "button":
        phone.find_element(By.CSS_SELECTOR, "#leave button").click()
    else:
        for _ in range(3):
            ActionChains(phone).key_down(Keys.SHIFT).key_up(Keys.SHIFT).perform()
    WebDriverWait(phone, 10).until(lambda _: phone.current_url == weather.address)
    WebDriverWait(phone, 5).until(erased)
    for _ in range(BACK):
        back(phone)
        text = phone.page_source
        assert "zwiebelkuchen" not in text
        assert "Tuolumne" not in text
        assert "<fieldset" not in text
        assert "Nothing is open here." in text or "/s/" not in phone.current_url
