"""Whatever is answered, the questionnaire ends in a result."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from django.test import Client

from screening.questions.forms import form_for
from screening.questions.reading import choices
from screening.questions.route import PAGE
from screening.questions.steering import fact_of
from screening.rules.answers import Value
from screening.rules.facts import STAND_ALONE, UNKNOWN_VALUES, Kind
from screening.rules.partial_date import PartialDate
from tests.interview.opened import document_of
from tests.interview.walk import MOST_STEPS, Place, begin, fields_for
from tests.tiers import repeated


pytestmark = pytest.mark.django_db

# Random answers contradict each other now and then (an end before its start): then others are drawn.
MOST_DRAWS = 40


def drawn(key: str, dice: random.Random) -> Value | None:
    """Some answer to a question, the unknown ones too."""
    fact = fact_of(key)
    if fact.optional and dice.random() < 0.5:
        return None
    match fact.kind:
        case Kind.DATE:
            text = dice.choice(("1996", "2003-07", "2016-12-31", "2026", "2026-11-20"))
            return dice.choice((*UNKNOWN_VALUES, PartialDate.parse(text)))
        case Kind.SEVERAL:
            several = [value for value in fact.values if dice.random() < 0.3]
            return tuple(several) or (dice.choice(STAND_ALONE),)
        case Kind.TEXT:
            return "PC 459"
        case _:
            return dice.choice(choices(fact))


def step(client: Client, address: str, dice: random.Random) -> str:
    """Answer one page at random; the address that follows."""
    place = Place.of(address)
    page = PAGE[place.page]
    for _ in range(MOST_DRAWS):
        data = {f"{place.run}.{place.case}-current_step": place.page}
        for key in page.keys:
            data |= fields_for(page, key, drawn(key, dice))
        response = client.post(address, data)
        if response.status_code == 302 and response["Location"] != address:
            return response["Location"]
    raise AssertionError(f"No answer fits page {page.number} ({form_for(page).__name__}).")


@pytest.mark.parametrize("seed", repeated(range(12), 4))
def test_every_walk_ends_in_a_result(client: Client, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 (not for secrets)
    address, asked = begin(client), Counter[str]()
    for _ in range(MOST_STEPS):
        place = Place.of(address)
        if not place.case:
            break
        asked[place.page] += 1
        assert client.get(address).status_code == 200
        address = step(client, address, dice)
    assert max(asked.values()) == 1, "no page is asked twice"
    assert list(asked) == [page.number for page in document_of(client, address).pages(1)]
    assert client.get(address).status_code == 200
    result = client.post(address)["Location"]
    assert client.get(result).status_code == 200
