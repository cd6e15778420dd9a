"""Random walks through the questionnaire, many times those of `./run test --long`: no skipped page matters."""

from __future__ import annotations

import os
from datetime import date

import pytest

from screening.questions.page import always
from screening.questions.route import PAGES
from tests.questions.skips import assert_no_skip_matters


WALKS = int(os.environ.get("SOAK_WALKS", "20000"))


@pytest.mark.parametrize("first_case", [True, False])
def test_no_skipped_page_matters_on_many_walks(first_case: bool, as_of: date) -> None:
    _, skips = assert_no_skip_matters(WALKS, as_of, first_case=first_case)
    assert all(skips[page.number] for page in PAGES if page.when is not always)
