"""*Read aloud*: only by a voice of the device, only when asked, and never after *Leave now*."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e import walking
from tests.e2e.quick import stand_at, start
from tests.look.invented import WITH_A_PROGRAM


pytestmark = pytest.mark.django_db(transaction=True)

# A device with these voices; what it is told to say, and when to be silent, stands in the console.
DEVICE = """
const silent = new EventTarget();
Object.assign(silent, {
    voices: VOICES.map(([lang, localService]) => ({lang, localService})),
    getVoices: () => silent.voices,
    speak: said => { silent.last = said; console.log("say", said.lang, said.text) },
    cancel: () => console.log("silence"),
});
window.SpeechSynthesisUtterance = function (text) { this.text = text };
Object.defineProperty(window, "speechSynthesis", {value: silent});
"""


def with_voices(page: Page, *voices: tuple[str, bool]) -> list[str]:
    """Give the device its voices; the list fills with what it is told."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.add_init_script(DEVICE.replace("VOICES", json.dumps(voices)))
    return told


def spoken(told: list[str]) -> list[str]:
    return [line for line in told if line.startswith("say")]


@pytest.mark.parametrize("voices", [(), (("es-US", True),), (("en-US", False), ("es-US", True))])
def test_without_a_voice_of_the_device_in_its_language_a_page_has_no_button(
    page: Page, live_server: LiveServer, voices: tuple[tuple[str, bool], ...]
) -> None:
    told = with_voices(page, *voices)
    start(page, live_server)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".read")).to_be_hidden()
    assert spoken(told) == []


def test_a_voice_that_the_device_finds_later_brings_the_button(page: Page, live_server: LiveServer) -> None:
    with_voices(page)
    start(page, live_server)
    expect(page.locator(".read")).to_be_hidden()
    page.evaluate("""() => {
        speechSynthesis.voices = [{lang: "en_US", localService: true}];
        speechSynthesis.dispatchEvent(new Event("voiceschanged"));
    }""")
    expect(page.locator(".read")).to_be_visible()


def test_a_question_is_read_with_its_answers_when_asked_and_stops_when_asked(
    page: Page, live_server: LiveServer
) -> None:
    told = with_voices(page, ("en-US", False), ("en-GB", True))
    stand_at(page, live_server, "01", WITH_A_PROGRAM)
    button = page.get_by_role("button", name="Read aloud", pressed=False)
    expect(button).to_be_visible()
    assert spoken(told) == [], "it never speaks by itself"
    button.click()
    said = spoken(told)
    assert said[0].startswith("say en-GB"), "by the voice of the device"
    text = "\n".join(said)
    assert page.locator("h1").inner_text() in text
    assert "Immigration court" in text
    assert "I am not sure" in text
    assert "Go on" not in text
    assert len(set(said)) == len(said), "nothing twice"
    pressed = page.get_by_role("button", name="Read aloud", pressed=True)
    pressed.click()
    expect(button).to_be_visible()
    assert told[-1] == "silence"
    assert len(spoken(told)) == len(said)
    button.click()
    page.evaluate("speechSynthesis.last.onend()")
    expect(button).to_be_visible()


@pytest.mark.parametrize("language", ["es", "fa"])
def test_it_speaks_in_the_language_of_the_page_and_leaves_the_folded_english_out(
    page: Page, live_server: LiveServer, language: str
) -> None:
    told = with_voices(page, ("en-US", True), (f"{language}-MX", True))
    walking.start(page, live_server.url, language)
    for _ in range(2):
        walking.go_on(page, WITH_A_PROGRAM)
    page.locator("[role=status] details.en summary").click()
    page.locator(".read").click()
    english = page.locator("[role=status] [lang=en] p").first.inner_text()
    said = spoken(told)
    assert {line.split()[1] for line in said} == {f"{language}-MX"}
    assert page.locator("[role=status] > p").first.inner_text() in said[0]
    assert not [line for line in said if english in line]


def test_leave_now_is_silent_before_anything_else(page: Page, live_server: LiveServer) -> None:
    told = with_voices(page, ("en-US", True))
    start(page, live_server)
    page.locator(".read").click()
    before = len(told)
    page.evaluate("""() => {
        navigator.sendBeacon = () => console.log("leaving");
        document.querySelector("#leave button").click();
    }""")
    assert told[before:][:2] == ["silence", "leaving"]


def test_a_page_that_goes_away_is_silent(page: Page, live_server: LiveServer) -> None:
    told = with_voices(page, ("en-US", True))
    start(page, live_server)
    page.locator(".read").click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert told[-1] == "silence"
