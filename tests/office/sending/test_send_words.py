"""The words of sending: easy to read, no promise, and the consent names the version that was read."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation
from pytest_django.fixtures import Settings

from pcr_screener.operator import Operator
from screening.office.models import Office
from screening.office.sending import posting
from tests.interview.walk import answer_everything, html_of, one_line
from tests.languages.catalogs import catalog, texts_of
from tests.languages.test_pages import english_on
from tests.languages.test_persian import sentences as persian_sentences
from tests.languages.test_spanish import LEAST, score
from tests.office.sending.letters import ANSWERS, filled, page_of, send, sent_page
from tests.questions.test_reading_grade import MOST_OVERALL, MOST_WORDS, grade, sentences
from tests.questions.test_words import FORBIDDEN


OURS = ("templates/send.html", "templates/sent.html", "templates/withdraw.html", "templates/parts/send_")
# What the terms say in English, by the version that a consent names.
READ_AS = {"2026-11-24": "7d83329e86d6a7cb"}


def of_sending(code: str) -> list[tuple[str, str]]:
    """Every message of the pages of sending with its translation."""
    return [
        (entry.msgid, text)
        for entry in catalog(code)
        if any(name.startswith((*OURS, "screening/office/sending")) for name, _ in entry.occurrences)
        for text in texts_of(entry)
    ]


ENGLISH = [english for english, _ in of_sending("es")]


def test_the_texts_are_found() -> None:
    assert len(ENGLISH) > 80


def test_the_english_is_easy_and_has_no_long_sentence() -> None:
    texts = [re.sub(r"%\(\w+\)[sd]|\{\w+\}", "3", text) for text in ENGLISH if " " in text]
    assert grade(texts) <= MOST_OVERALL
    assert [one for one in sentences(texts) if len(one.split()) > MOST_WORDS] == []


def test_the_spanish_and_the_persian_are_easy_too() -> None:
    spanish = [text for _, text in of_sending("es") if " " in text]
    assert score(spanish) >= LEAST
    persian = [part for _, text in of_sending("fa") for part in persian_sentences(text)]
    assert max(len(part.split()) for part in persian) <= MOST_WORDS


def test_no_word_that_promises_or_refuses() -> None:
    assert [text for text in ENGLISH if FORBIDDEN.search(text)] == []


def test_a_consent_names_the_version_of_the_words_that_were_read() -> None:
    """Red after a change of the terms: give TEXT_VERSION its day, and the sum of the new words here."""
    office = Office(name="N", unopened_days=2, declined_days=3, exported_days=4)
    terms = one_line(render_to_string("parts/send_terms.html", {"to": office}))
    with translation.override("en"):
        agreed = translation.gettext("Yes, send all that this page shows and what I wrote on it to {office}.")
    assert READ_AS[posting.TEXT_VERSION] == sha256(f"{terms}{agreed}".encode()).hexdigest()[:16]


@pytest.mark.django_db
def test_the_legal_sentences_stand_in_english_too_where_nobody_reviewed_the_language(
    client: Client, run: str, taking: Office, settings: Settings
) -> None:
    client.post(page_of(run), {**filled(taking), "l": "fa"})
    legal = (
        "the office must keep it confidential, even if they do not take your case.",
        "Sending it does not make anyone your lawyer.",
    )
    assert all(sentence in html_of(client, page_of(run)) for sentence in legal)
    settings.OPERATOR = Operator(reviewed_languages=("fa",))
    assert not any(sentence in html_of(client, page_of(run)) for sentence in legal)


def bare_on(client: Client, address: str) -> list[str]:
    """What stands in bare English on a page; the name of the office keeps its own direction."""
    return english_on(re.sub("\u2068[^\u2069]*\u2069", "", client.get(address).content.decode()))


@pytest.mark.django_db
def test_no_persian_page_of_sending_says_anything_in_bare_english(client: Client, taking: Office) -> None:
    run = answer_everything(client, {**ANSWERS, "offense_code": "unsure"})
    client.post(page_of(run), {**filled(taking), "l": "fa"})
    assert bare_on(client, page_of(run)) == []
    client.post(page_of(run), {"o": taking.id})
    assert bare_on(client, page_of(run)) == [], "with something to fix"
    for page in ("result", "print"):
        assert bare_on(client, f"/s/{run}/{page}/") == []
    assert send(client, run, taking) == sent_page(run)
    assert bare_on(client, sent_page(run)) == []
    assert bare_on(client, "/fa/withdraw/") == []
    assert bare_on(client, "/fa/keeps/") == []
