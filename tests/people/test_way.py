"""How many pages each of the eight people is asked: the way may get shorter, never longer."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from screening.questions.route import reachable
from screening.rules.record import parse_answers
from tests.people.invented import PEOPLE, Person
from tests.questions.test_route import CASES
from tests.questions.walking import asked_about


# Before the pages of one moment were joined: 32, 28, 28 + 26, 28, 28, 32, 15, 20.
PAGES = {
    "a completed DEJ with a denial": [24],
    "a hearing in 12 days": [20],
    "two cases": [20, 19],
    "a daughter for her deported father": [20],
    "detention": [20],
    "all not sure": [24],
    "federal": [12],
    "juvenile": [16],
}
MOST = {"dej_completed": 26, "vivar_2021": 20, "federal": 12}


def pages_of(person: Person) -> list[int]:
    """Of each case; the pages about the person come with the first."""
    return [len(reachable(told, first_case=not place)) for place, told in enumerate(person.told)]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_the_way_of_each_person_is_as_long_as_the_table_says(person: Person) -> None:
    assert pages_of(person) == PAGES[person.name]


@pytest.mark.parametrize("case_id", MOST)
def test_the_way_of_a_case_has_its_most(case_id: str) -> None:
    record: dict[str, Any] = next(
        case["answers"]
        for file in ("appellate", "scenarios")
        for case in yaml.safe_load((CASES / f"{file}.yaml").read_text())["cases"]
        if case["id"] == case_id
    )
    told = asked_about(dict(parse_answers(record).values))
    assert len(reachable(told, first_case=True)) <= MOST[case_id]
