"""Tests that only need to stand somewhere skip the requests; what they stand on is what a walk leaves."""

from __future__ import annotations

import pytest
from django.test import Client

from screening.interview.document import dump
from screening.rules.answers import Value
from tests.interview.opened import document_of
from tests.interview.walk import begin, skip_to, walk_on, walk_to
from tests.office.sending.letters import ANSWERS
from tests.rules.case_files import CASES


pytestmark = pytest.mark.django_db

RECORDS = {case.id: dict(case.answers.values) for case in CASES} | {"letters": ANSWERS}
EACH = pytest.mark.parametrize(
    "answers", [RECORDS["letters"], RECORDS["dej_completed"], {}], ids=["sent", "a program", "nothing"]
)


@EACH
def test_up_to_the_check_page_it_is_the_same(answers: dict[str, Value]) -> None:
    walker, skipper = Client(), Client()
    walked = walk_on(walker, begin(walker), answers)
    skipped = skip_to(skipper, begin(skipper), "check", answers)
    assert skipped.split("/")[3:] == walked.split("/")[3:] == ["check", ""]
    assert dump(document_of(skipper, skipped)) == dump(document_of(walker, walked))


@pytest.mark.parametrize("page", ["02", "30", "50"])
def test_up_to_a_page_it_is_the_same(page: str) -> None:
    walker, skipper = Client(), Client()
    walked = walk_to(walker, begin(walker), page, ANSWERS)
    skipped = skip_to(skipper, begin(skipper), page, ANSWERS)
    assert skipped.split("/")[3:] == walked.split("/")[3:]
    assert dump(document_of(skipper, skipped)) == dump(document_of(walker, walked))
    assert walker.get(walked).status_code == skipper.get(skipped).status_code == 200
