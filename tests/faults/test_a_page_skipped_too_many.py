"""Seeded fault: a page that is skipped although its answers matter must be found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from screening.questions import route
from screening.rules.answers import Answers
from tests.questions.skips import assert_no_skip_matters


def only_for_felonies(answers: Answers) -> bool:
    return answers.one("offense_level") == "felony"


@pytest.mark.no_cover
# Pages that feed an element, a flag or the immigration finding, one each.
@pytest.mark.parametrize("number", ["15", "30", "40", "45"])
def test_the_walk_finds_a_page_skipped_too_many(
    number: str, as_of: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = tuple(
        replace(page, when=only_for_felonies) if page.number == number else page for page in route.PAGES
    )
    monkeypatch.setattr(route, "PAGES", faulty)
    with pytest.raises(AssertionError, match=number):
        assert_no_skip_matters(200, as_of, first_case=True)
