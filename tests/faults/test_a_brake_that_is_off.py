"""Seeded faults: a brake that lets all through, and one that anybody can use up, must be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from pytest_django.fixtures import Settings

from screening.interview.brake import Brake
from tests.interview import test_brake


pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]


@pytest.fixture(autouse=True)
def few_are_free(settings: Settings) -> None:
    settings.PCR_STARTS_A_MINUTE = test_brake.FREE


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(test_brake.NOW, tick=False) as traveller:
        yield traveller


@pytest.mark.parametrize("answer", [True, False], ids=["lets all through", "refuses who has waited"])
def test_the_test_of_the_flood_sees_it(
    answer: bool, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(brake: Brake, _ticket: str = "") -> bool:
        return answer or not brake.is_on()

    monkeypatch.setattr(Brake, "lets_through", faulty)
    with pytest.raises(AssertionError):
        test_brake.test_one_person_finishes_and_gets_the_papers_while_one_floods(clock)
