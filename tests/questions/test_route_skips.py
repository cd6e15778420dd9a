"""A page is skipped only where nothing that could be answered on it matters."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from screening.questions.page import always
from screening.questions.route import PAGES, reachable
from tests.questions.skips import assert_no_skip_matters, walk
from tests.tiers import repeated


WALKS = 500  # with each seed; the seeded faults are found in 200
BY_PAGE = 20
_OF_PERSON = [key for page in PAGES if page.you for key in page.keys]


@pytest.mark.no_cover  # counting lines would make a walk five times slower, and the rules have tests of their own
@pytest.mark.parametrize("seed", repeated(range(4), 1))
@pytest.mark.parametrize("first_case", [True, False])
def test_no_answer_on_a_skipped_page_could_have_mattered(
    first_case: bool, seed: int, as_of: date, capsys: pytest.CaptureFixture[str]
) -> None:
    reached, skips = assert_no_skip_matters(WALKS, as_of, first_case=first_case, seed=seed)
    with capsys.disabled():
        print(f"\nwalks {WALKS}, seed {seed}, first case {first_case}: page reached/skipped")
        print(" ".join(f"{page.number}:{reached[page.number]}/{skips[page.number]}" for page in PAGES))
    assert all(reached[page.number] for page in PAGES if first_case or not page.you)
    assert all(skips[page.number] for page in PAGES if page.when is not always)


@pytest.mark.parametrize("first_case", [True, False])
def test_no_page_that_was_asked_moves_or_goes_while_others_are_answered(first_case: bool) -> None:
    for seed in range(BY_PAGE):
        answers, asked, _ = walk(Random(seed), first_case=first_case)  # noqa: S311
        so_far = {} if first_case else {key: answers[key] for key in _OF_PERSON if key in answers}
        for place, page in enumerate(asked, start=1):
            assert list(reachable(so_far, first_case=first_case)[:place]) == asked[:place]
            so_far |= {key: answers[key] for key in page.keys if key in answers}
