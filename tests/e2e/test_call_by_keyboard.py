"""A whole call without the mouse; with the keys off; without JavaScript; for everyone.

`-s` prints the keystrokes and page loads of the same answers in a call and on the public pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from screening.questions.route import PAGES
from screening.rules.answers import Value
from screening.rules.record import parse_answers
from tests.e2e.axe import violations
from tests.e2e.calling import Desk, Typist, by_keyboard, question_of, sit_down
from tests.interview.walk import answer_of
from tests.tiers import repeated


pytestmark = pytest.mark.django_db(transaction=True)
CASES = Path(__file__).resolve().parents[2] / "screening" / "law" / "cases"
PHONE, DESK = (360, 740), (1280, 900)
# From queue to queue, without the name that is typed: keys of the whole call and of the short one, then minutes
# to read aloud, the same.
MOST = {"vivar_2021": (123, 45, 8, 3), "dej_completed": (140, 55, 8, 3)}
WORDS_A_MINUTE = 150


def decided(name: str) -> Mapping[str, Value]:
    """The answers of a decided case."""
    for file in ("appellate.yaml", "scenarios.yaml"):
        for case in yaml.safe_load((CASES / file).read_text(encoding="utf-8"))["cases"]:
            if case["id"] == name:
                plain = {
                    key: value if isinstance(value, list) else str(value)
                    for key, value in case["answers"].items()
                }
                return parse_answers(plain).values
    raise AssertionError(name)


@pytest.fixture
def desk(page: Page, live_server: LiveServer, settings: Settings, tmp_path: Path) -> Desk:
    """An intake member at this browser."""
    return sit_down(page.context, live_server.url, settings, tmp_path)


@pytest.mark.parametrize("name", repeated(["vivar_2021", "dej_completed"], 1))
def test_a_whole_call_by_keyboard_gives_the_answers_of_the_decided_case(
    page: Page, desk: Desk, name: str
) -> None:
    answers = decided(name)
    inside = begin_by_keyboard(page, desk)
    call = page.url
    by_keyboard(inside, answers)
    assert "/wrap-up/" in page.url
    asked = inside.words
    inside.hear()
    # From the button that goes on, Tab leads into the form, and Enter ends the call.
    short, heard = inside.keys + 2, inside.words
    # The summary is read once, at the end.
    inside.words = asked
    inside.tab_to('[form="long"]')
    inside.leave()
    by_keyboard(inside, answers)
    assert "/wrap-up/" in page.url
    inside.hear()
    inside.leave()
    assert page.url.endswith("/office/")
    settled = {key for asked in PAGES for ask in asked.asks for key in ask.settles}
    used = {key: value for key, value in desk.used(call).items() if key not in settled}
    assert used
    assert {key: as_set(value) for key, value in used.items()} == {
        key: as_set(answer_of(key, answers)) for key in used
    }
    assert {"citizenship", "said_in_court"} <= set(used)
    print(f"\n{name}: {len(used)} answers")
    print(f"  {inside.keys} keystrokes, {short} in a short call, {inside.loads} page loads")
    minutes, short_minutes = inside.words / WORDS_A_MINUTE, heard / WORDS_A_MINUTE
    print(f"  {minutes:.1f} minutes to read aloud, {short_minutes:.1f} in a short call")
    assert inside.keys <= MOST[name][0]
    assert short <= MOST[name][1]
    assert minutes <= MOST[name][2]
    assert short_minutes <= MOST[name][3]


def begin_by_keyboard(page: Page, desk: Desk) -> Typist:
    """From the queue over the language, the names and the conflict check to the first question: the keys but
    for the name."""
    page.goto(f"{desk.site}/office/")
    typist = Typist(page)
    typist.leave("n")
    typist.leave("2")
    typist.hear()
    typist.press("Space", "Tab")
    page.keyboard.type("Marisol Vega")
    typist.leave()
    typist.leave()
    assert question_of(page)
    return typist


def as_set(value: Any) -> Any:
    """Several values in any order."""
    return frozenset(value) if isinstance(value, tuple) else value


def test_an_answers_key_saves_at_once_and_the_screen_stays(page: Page, desk: Desk) -> None:
    call = desk.call()
    page.goto(f"{call}1/40b/")
    page.keyboard.press("2")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    assert desk.used(call)["warned_exclusion"] == "no"
    expect(page.locator("[aria-pressed=true]")).to_have_attribute("data-key", "2")
    page.keyboard.press("r")
    expect(page.locator("[aria-pressed=true]")).to_have_attribute("data-key", "R")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/1/40a/")
    assert desk.used(call)["warned_exclusion"] == "prefer_not_to_say"


def test_keys_toggle_several_and_what_stands_alone_unticks_the_others(page: Page, desk: Desk) -> None:
    call = desk.call()
    page.goto(f"{call}1/45a/")
    # The tenth has a letter of its own row: 0.
    for key in ("1", "4", "4", "9"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.wait_for_url("**/1/45b/")
    assert desk.used(call)["ties"] == ("came_as_child", "said_so_then")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/1/45a/")
    page.keyboard.press("0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1/45b/")
    assert desk.used(call)["ties"] == ("none",)


def test_keys_are_letters_inside_a_field_and_can_be_switched_off(page: Page, desk: Desk) -> None:
    call = desk.call()
    page.goto(f"{call}1/40b/")
    page.keyboard.press("s")
    page.locator("#note").focus()
    page.keyboard.type("dr12/")
    expect(page.locator("#note")).to_have_value("dr12/")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+d")
    page.keyboard.press("/")
    expect(page.locator("#j")).to_be_focused()
    page.keyboard.type("11d")
    typist = Typist(page)
    typist.tab_to("[value=keys]")
    typist.press("Enter")
    expect(page.locator("[value=keys]")).to_have_text("Turn keys on")
    page.keyboard.press("2")
    page.keyboard.press("d")
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(300)
    assert page.url.endswith("/1/40b/")
    assert "warned_exclusion" not in desk.used(call)
    expect(page.locator("#note")).to_have_value("dr12/")


def test_jumping_by_keyboard_keeps_what_was_typed(page: Page, desk: Desk) -> None:
    call = desk.call()
    page.goto(f"{call}1/11d/")
    page.keyboard.type("2003")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("kept out")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1/40b/")
    assert str(desk.used(call)["disposition_date"]) == "2003"


def test_a_note_is_kept_when_another_call_is_opened_in_the_middle_of_it(page: Page, desk: Desk) -> None:
    first, second = desk.call(), desk.call("Reza Karimi")
    page.goto(f"{second}1/40b/")
    page.goto(f"{first}1/40b/")
    page.keyboard.press("s")
    page.locator("#note").focus()
    page.keyboard.type("On the minute order")
    page.get_by_role("link", name="Switch to call A").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{second}**")
    page.goto(f"{first}1/40b/")
    expect(page.locator("#note")).to_have_value("On the minute order")


def test_without_javascript_a_call_is_led_by_tab_and_enter(
    browser: Browser, live_server: LiveServer, settings: Settings, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        desk = sit_down(context, live_server.url, settings, tmp_path)
        page, call = context.new_page(), desk.call(language="fa")
        page.goto(f"{call}1/40b/")
        page.locator('[data-key="2"]').focus()
        page.keyboard.press("Enter")
        expect(page.locator("[aria-pressed=true]")).to_have_attribute("data-key", "2")
        assert page.url.endswith("/1/40b/")
        page.locator(".said > summary").click()
        page.locator("#note").focus()
        page.keyboard.type("On paper")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/1/40c/")
        page.goto(f"{call}1/11d/")
        page.locator(".date .y").focus()
        page.keyboard.type("2003")
        page.keyboard.press("Enter")
        page.wait_for_url("**/1/13a/")
        used = desk.used(call)
        assert (used["warned_exclusion"], str(used["disposition_date"])) == ("no", "2003")
        page.goto(f"{call}1/45a/")
        page.locator('[data-key="1"]').focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_url("**/1/45b/")
        assert desk.used(call)["ties"] == ("came_as_child",)
    finally:
        context.close()


# What is wrong with a page that is open: too wide for its window, or a target too small for a finger.
SMALL = """[...document.querySelectorAll("main a, main button, main summary, main select, main label.o, label.k")]
    .filter(e => e.checkVisibility() && !e.closest(".vh") && e.getBoundingClientRect().height < 44)
    .map(e => e.textContent.trim().slice(0, 30))"""


@pytest.mark.parametrize(
    ("language", "scheme"),
    repeated(
        [("en", "light"), ("fa", "dark"), ("en", "dark"), ("es", "light"), ("es", "dark"), ("fa", "light")], 2
    ),
)
def test_every_kind_of_question_is_for_everyone(page: Page, desk: Desk, language: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    desk.call("Reza Karimi")
    call = desk.call(language=language)
    page.goto(f"{desk.call('Ana Ruiz')}1/40b/")
    seen, wrong = 0, []
    page.goto(f"{call}1/02a/")
    page.keyboard.press("1")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.goto(f"{call}1/11d/")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    expect(page.locator("p.err[id]")).to_be_visible()
    for step in ("02a", "10b", "11d", "13d", "40b", "45a"):
        page.goto(f"{call}1/{step}/")
        page.evaluate("document.querySelector('details').open = true")
        for width, height in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": height})
            wrong += violations(page)
            wrong += [f"{step} {width}: {name}" for name in page.evaluate(SMALL)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{step} is wider than {width}")
            seen += 1
    assert seen == 12
    assert not wrong, "\n".join(wrong)
    assert question_of(page)
