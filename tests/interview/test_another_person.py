"""Whoever answers for another reads of "the person", in every language, from the same declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

import pytest
from django.test import Client

from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate
from tests.interview.walk import (
    FROM_THIS_SITE,
    MOST_STEPS,
    Place,
    begin,
    go_on,
    html_of,
    one_line,
    skip_to,
)
from tests.languages.another_person import says_you_or_i
from tests.look.invented import WITH_A_PROGRAM


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


@pytest.mark.parametrize("who", ["self", "family"])
def test_who_answers_is_a_thing_that_the_reader_knows(client: Client, who: str) -> None:
    begun = client.post("/en/start/", headers=FROM_THIS_SITE)["Location"]
    skip_to(client, begun, "02", {"answered_by": who})
    html = html_of(client, begun)
    assert "No paper is needed." in html
    assert "knows this" not in html


def test_the_words_follow_when_the_answer_to_who_answers_changes(client: Client) -> None:
    begun = client.post("/en/start/", headers=FROM_THIS_SITE)["Location"]
    address = skip_to(client, begun, "02", {"answered_by": "family"})
    assert WORDS["en"][1] in html_of(client, address)
    skip_to(client, begun, "02", {"answered_by": "self"})
    assert WORDS["en"][0] in html_of(client, address)


def visible(html: str) -> str:
    """The text between the tags, as the eye reads it."""
    text = one_line(unescape(re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)))
    return re.sub(r" (?=[.,;:?!”])", "", text)


# A plea, a deportation order, and something ticked wherever the result has words for it.
ORDERED: dict[str, Value] = {
    "upcoming": ("ice_check_in", "immigration_interview", "immigration_application", "criminal_court"),
    "immigration_events": ("removal_order", "removed", "benefit_denied", "ice_hold"),
    "court": "california",
    "juvenile": "no",
    "said_guilty": "yes",
    "disposition": "no_contest_plea",
    "disposition_date": PartialDate.parse("2011-05"),
    "offense_level": "felony",
    "program": "none",
    "custody_in_case": "probation",
    "probation_start_date": PartialDate.parse("2026-09"),
    "open_warrant": "yes",
    "lawyer_kind": "private",
    "lawyer_advice": "said_no_problem",
    "understanding": "thought_safe",
    "would_have_done": "trial",
    "ties": ("came_as_child", "us_family"),
    "evidence": ("lawyer_file", "letters_from_then"),
    "harm_named_case": "yes",
    "steps_since": ("paid_consultant",),
    "delay_reasons": ("did_not_know_law",),
    "innocence_evidence": "yes",
    "citizen_parent": "yes",
}


def shown(client: Client, answers: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Every page of one walk to the result and the client's paper, by its name."""
    address = begin(client)
    for _ in range(MOST_STEPS):
        place = Place.of(address)
        yield place.page, html_of(client, address)
        if place.case == 0:
            break
        address = go_on(client, address, answers)
    client.post(address)
    for page in ("result", "print"):
        yield page, html_of(client, f"/s/{place.run}/{page}/")
    for ticks in ("", "123456789"):
        response = client.post(f"/s/{place.run}/print/", {"to": "read", "a": list(ticks)})
        yield f"paper {ticks}", one_line(response.content.decode())


@pytest.mark.parametrize("answers", [WITH_A_PROGRAM, ORDERED], ids=["a program", "a deportation order"])
def test_no_page_says_you_or_i_to_who_answers_for_another(
    client: Client, answers: Mapping[str, Value]
) -> None:
    pages = dict(shown(client, {**answers, "answered_by": "family"}))
    del pages["00"]  # it asks who answers
    assert {page: found for page, html in pages.items() if (found := says_you_or_i(visible(html)))} == {}
