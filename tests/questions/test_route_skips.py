"""A page is skipped only where nothing that could be answered on it matters."""

from __future__ import annotations

from datetime import date

import pytest

from screening.questions.page import always
from screening.questions.route import PAGES
from tests.questions.skips import assert_no_skip_matters
from tests.tiers import Rounds


FEW, MANY = 500, 2_000


@pytest.mark.no_cover  # counting lines would make a walk five times slower, and the rules have tests of their own
@pytest.mark.parametrize("first_case", [True, False])
def test_no_answer_on_a_skipped_page_could_have_mattered(
    first_case: bool, as_of: date, capsys: pytest.CaptureFixture[str], rounds: Rounds
) -> None:
    walks = rounds(FEW, MANY)
    reached, skips = assert_no_skip_matters(walks, as_of, first_case=first_case)
    with capsys.disabled():
        print(f"\nwalks {walks}, first case {first_case}: page reached/skipped")
        print(" ".join(f"{page.number}:{reached[page.number]}/{skips[page.number]}" for page in PAGES))
    assert all(reached[page.number] for page in PAGES if first_case or not page.you)
    assert all(skips[page.number] for page in PAGES if page.when is not always)
