"""Whoever answers for another reads Spanish of "la persona": a verb without a subject would ask the reader."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from pcr_screener.languages import of_another
from screening.questions.page import Page, Part
from screening.questions.route import PAGES
from screening.questions.wording import ALL_QUESTIONS, say
from screening.rules.flags.every import CLIENT_WORDS
from screening.rules.text import Text
from tests.languages.another_person import texts_of_question
from tests.languages.catalogs import catalog, texts_of, translations
from tests.languages.test_spanish import BANNED, LEAST, MOST_WORDS, faults_of, score


SPANISH = of_another("es")
FOLDER = "es_X-person"
# They speak to whoever holds the phone, or as that person.
TO_THE_READER = {
    "I am, about my own case",
    "Nobody sees your answers unless you send or show them.",
    "Nobody sees this unless you send or show it.",
}
# They speak to the reader and of the person.
TO_BOTH = {
    "You gave this day. Call a lawyer before it, and do not miss it.",
    "The one for you is in your language. It says what to ask, which papers to get and what not to do. You choose which answers it shows.",
    "A date you gave has passed. If you missed a court or ICE date, call a lawyer today.",
    "You said you are a U.S. citizen, and other answers do not fit. Sign nothing before you see a lawyer.",
}  # fmt: skip
_YOU_OR_I = re.compile(r"\b(?:usted|ustedes|yo|me|mi|mis|nosotros|nosotras|nos)\b", re.IGNORECASE)
# What is said in court stands in the first person, within quotation marks but for the hard word itself.
_SPOKEN = re.compile(r"«[^»]*»|\bno me opongo\b")
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)


def says_you_or_i(text: str) -> bool:
    return bool(_YOU_OR_I.search(_SPOKEN.sub("", text)))


def in_spanish(text: Text) -> str:
    with translation.override(SPANISH):
        return say(text)


def texts_of_page(page: Page) -> list[Text]:
    questions = [text for key in page.keys for text in texts_of_question(ALL_QUESTIONS[key])]
    return [text for text in (page.title, page.hint, *questions) if text]


@pytest.mark.parametrize("page", PAGES, ids=[page.number for page in PAGES])
def test_no_page_says_you_or_i_but_to_the_reader(page: Page) -> None:
    texts = [text for text in texts_of_page(page) if text.msgid not in TO_THE_READER]
    assert [spoken for spoken in map(in_spanish, texts) if says_you_or_i(spoken)] == []


def test_no_part_says_you_or_i() -> None:
    assert [part for part in Part if says_you_or_i(in_spanish(part.title))] == []


def test_what_speaks_to_the_reader_is_still_asked_and_still_does() -> None:
    spoken = {text.msgid: in_spanish(text) for page in PAGES for text in texts_of_page(page)}
    assert {msgid for msgid in TO_THE_READER if says_you_or_i(spoken[msgid])} == TO_THE_READER


def test_of_the_sentences_that_change_only_a_listed_few_still_say_you() -> None:
    spoken = {entry.msgid for entry in catalog(FOLDER) if any(map(says_you_or_i, texts_of(entry)))}
    assert spoken == TO_BOTH


def test_no_warning_says_you_or_i_but_to_the_reader() -> None:
    warnings = [text for text in CLIENT_WORDS.values() if text.msgid not in TO_BOTH]
    assert [spoken for spoken in map(in_spanish, warnings) if says_you_or_i(spoken)] == []


@pytest.mark.parametrize("key", [key for key, one in ALL_QUESTIONS.items() if _YOU.search(one.ask.msgid)])
def test_a_question_that_asks_you_asks_about_the_person(key: str) -> None:
    """“¿Firmó…?” without a subject asks the reader."""
    assert "la persona" in in_spanish(ALL_QUESTIONS[key].ask).lower()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("¿Qué dijo usted?", True),
        ("Me deportaron", True),
        ("El expediente de mi abogado", True),
        ("La persona dijo «no me opongo» (no contest)", False),
        ("no me opongo (no contest)", False),
        ("La persona se declaró culpable", False),
    ],
)
def test_you_and_i_are_seen_outside_of_what_was_said_in_court(text: str, found: bool) -> None:
    assert says_you_or_i(text) == found


@pytest.mark.parametrize("page", PAGES, ids=[page.number for page in PAGES])
def test_each_page_stays_easy_to_read(page: Page) -> None:
    questions = [ALL_QUESTIONS[key] for key in page.keys]
    texts = [page.title, page.hint]
    for one in questions:
        texts += [one.ask, one.hint, one.why, one.where, *one.notes.values()]
    assert score([in_spanish(text) for text in texts if text]) >= LEAST


def test_it_has_no_banned_word_and_no_fault_that_was_found_by_reading() -> None:
    texts = translations(FOLDER)
    assert [text for text in texts if BANNED.search(text) or faults_of(text)] == []


def test_no_sentence_is_longer_than_twenty_words() -> None:
    parts = [part for text in translations(FOLDER) for part in re.split(r"(?<=[.?!:])\s+", text)]
    assert [part for part in parts if len(part.split()) > MOST_WORDS] == []


def test_no_two_answers_of_a_question_read_alike() -> None:
    alike = [
        question.key
        for question in ALL_QUESTIONS.values()
        if len({in_spanish(text) for text in question.labels.values()}) != len(question.labels)
    ]
    assert alike == []
