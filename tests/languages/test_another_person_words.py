"""The words for whoever answers for another: "the person", never "you" and never "I"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation
from django.utils.translation import gettext

from pcr_screener.languages import SOURCE, of_another
from screening.rules.flags.every import CLIENT_WORDS
from screening.rules.papers import PAPERS
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text
from screening.summary.client.paper_words import PAPER_WORDS
from screening.summary.client.sensitive import GROUPS
from screening.summary.page.words import CLIENT_SENTENCE
from screening.summary.report.papers_to_ask import to_say_in_english
from tests.languages.another_person import ALLOWED, ASKED_ALLOWED, asked, says_you_or_i
from tests.languages.catalogs import OF_ANOTHER, catalog, lost_placeholders, texts_of, translations


EACH_CATALOG = pytest.mark.parametrize("code", OF_ANOTHER)


def _told() -> Iterator[Text | None]:
    """What the result and the client's paper tell in sentences of the rules and of the papers."""
    yield from CLIENT_WORDS.values()
    yield from CLIENT_SENTENCE.values()
    yield from (group.title for group in GROUPS)
    for paper in PAPERS.values():
        yield from (paper.name, paper.keeper, paper.ask_for)
    for words in PAPER_WORDS.values():
        yield from (words.shows, words.how)
    for remedy in REMEDIES:
        yield from (remedy.plain, remedy.no_ground)
        for element in remedy.elements:
            yield from (element.plain, element.asks)


ASKED = {text.msgid for text in asked()}
TOLD = {text.msgid for text in _told() if text}
MESSAGES = {text for entry in catalog("es") for text in (entry.msgid, entry.msgid_plural) if text}


@EACH_CATALOG
def test_it_holds_only_sentences_of_the_code(code: str) -> None:
    of_the_code = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalog("es")}
    assert {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalog(code)} <= of_the_code


@EACH_CATALOG
def test_no_sentence_is_empty_fuzzy_or_without_its_placeholders(code: str) -> None:
    for entry in catalog(code):
        assert all(texts_of(entry)), entry.msgid
        assert not entry.fuzzy, entry.msgid
        assert not lost_placeholders(entry), entry.msgid


@EACH_CATALOG
def test_every_sentence_is_another_than_the_plain_one(code: str) -> None:
    language = code.split("_")[0]
    plain = {
        (entry.msgctxt, entry.msgid): {entry.msgid, entry.msgid_plural}
        if language == SOURCE
        else set(texts_of(entry))
        for entry in catalog("es" if language == SOURCE else language)
    }
    same = [e.msgid for e in catalog(code) if plain.get((e.msgctxt, e.msgid), set()) & set(texts_of(e))]
    assert same == []


def test_nothing_that_is_asked_or_told_of_the_person_says_you_or_i() -> None:
    """A new sentence fails here: give it words in en_X-person, es_X-person and fa_X-person."""
    assert len(ASKED) > 500
    with translation.override(of_another(SOURCE)):
        missing = sorted(msgid for msgid in ASKED | TOLD if says_you_or_i(gettext(msgid)))
    assert not missing, "\n".join(missing)


def test_what_may_speak_to_the_reader_is_said_by_the_code() -> None:
    assert ASKED_ALLOWED <= ASKED
    english = [*MESSAGES, *translations("en_X-person")]
    assert [one for one in ALLOWED if not any(one in message for message in english)] == []


def test_words_to_say_at_a_counter_stand_in_english_of_the_same_person() -> None:
    finished = PAPERS["dej_completion"]
    with translation.override(of_another("es")):
        assert to_say_in_english(finished.ask_for).startswith("The person says: “I finished a PC 1000 class.")
    with translation.override("es"):
        assert to_say_in_english(finished.ask_for) == finished.ask_for.msgid
    assert to_say_in_english(finished.ask_for) == ""
