"""Whoever answers for another reads of "the person", in every language, from the same declarations."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.interview.walk import FROM_THIS_SITE, html_of, skip_to


pytestmark = pytest.mark.django_db

# The question of page 02, to the person and about the person.
WORDS = {
    "en": ("happened to you with immigration", "happened to the person with immigration"),
    "es": (
        "¿Le ha pasado algo de esto con inmigración?",
        "pasado algo de esto a la persona con inmigración?",
    ),
    "fa": ("برای شما", "برای او"),
}


def page_02(client: Client, language: str, who: str) -> str:
    begun = client.post(f"/{language}/start/", headers=FROM_THIS_SITE)["Location"]
    return html_of(client, skip_to(client, begun, "02", {"answered_by": who}))


@pytest.mark.parametrize("who", ["family", "interpreter"])
@pytest.mark.parametrize("language", WORDS)
def test_who_answers_for_another_is_asked_about_the_person(client: Client, language: str, who: str) -> None:
    html = page_02(client, language, who)
    assert WORDS[language][1] in html
    assert f'<html lang="{language}"' in html
    assert "x-person" not in html


@pytest.mark.parametrize("who", ["self", "staff", "unsure"])
def test_the_person_and_who_reads_aloud_to_them_are_asked_as_you(client: Client, who: str) -> None:
    assert WORDS["en"][0] in page_02(client, "en", who)


def test_the_words_follow_when_the_answer_to_who_answers_changes(client: Client) -> None:
    begun = client.post("/en/start/", headers=FROM_THIS_SITE)["Location"]
    address = skip_to(client, begun, "02", {"answered_by": "family"})
    assert WORDS["en"][1] in html_of(client, address)
    skip_to(client, begun, "02", {"answered_by": "self"})
    assert WORDS["en"][0] in html_of(client, address)
