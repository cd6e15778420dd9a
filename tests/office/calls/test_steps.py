"""One question a step: named for good, numbered by what is asked now."""

from __future__ import annotations

from random import Random

import pytest

from screening.interview.document import Case, Document
from screening.office.calls.steps import after, before, first_open, found, step_at, steps_of
from screening.questions.route import PAGES
from screening.rules.answers import Answers
from screening.rules.facts import UNSURE
from tests.questions.walking import any_value
from tests.tiers import repeated


def a_document(**given: object) -> Document:
    document = Document()
    document.put(1, given)  # type: ignore[arg-type]
    return document


def test_a_name_is_the_page_and_the_place_of_the_question_on_it() -> None:
    names = {step.key: step.name for step in steps_of(Document())}
    assert names["warned_deportation"] == "40a"
    assert names["warned_exclusion"] == "40b"
    # A question that is skipped leaves its letter free.
    assert names["disposition_date"] == "11d"


def test_numbers_run_without_a_gap_over_all_cases() -> None:
    document = Document(cases=[Case("1"), Case("2")])
    steps = steps_of(document)
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    second = [step for step in steps if step.case == 2]
    assert second
    assert not any(step.page.you for step in second)


def test_a_follow_up_stands_right_after_its_question_once_that_opens_it() -> None:
    closed = [step.key for step in steps_of(a_document(upcoming=("none",)))]
    assert "travel_date" not in closed
    opened = [step.key for step in steps_of(a_document(upcoming=("travel",)))]
    assert opened[1:3] == ["upcoming", "travel_date"]


def test_not_sure_and_rather_not_say_are_answers_and_optional_ones_are_never_open() -> None:
    document = a_document(court=UNSURE, juvenile="prefer_not_to_say")
    still = {step.key for step in steps_of(document) if step.open}
    assert "court" not in still
    assert "juvenile" not in still
    assert "county" not in still
    assert {"said_in_court", "dismissed_later"} <= still


def test_every_step_is_found_by_its_address_and_leads_on_and_back() -> None:
    steps = steps_of(Document())
    for step in steps:
        assert step_at(steps, step.case, step.name) == step
    assert before(steps, steps[0]) is None
    assert after(steps, steps[-1]) is None
    assert [after(steps, step) for step in steps[:-1]] == list(steps[1:])
    assert [before(steps, step) for step in steps[1:]] == list(steps[:-1])


def test_a_question_is_found_by_number_or_by_a_word_of_it_the_next_one_first() -> None:
    steps = steps_of(Document())
    assert found(steps, " 3 ") == steps[2]
    warned = [step for step in steps if "warn" in step.short.casefold()]
    assert found(steps, "WARNED") == warned[0]
    assert found(steps, "warned", warned[0].number) == warned[1]
    assert found(steps, "warned", warned[-1].number) == warned[0]


@pytest.mark.parametrize("sought", ["", "0", "99", "9" * 5_000, "zzz", "٣٣٣٣٣٣", "²", "-1"])
def test_what_is_no_question_is_not_found(sought: str) -> None:
    assert found(steps_of(Document()), sought) is None


@pytest.mark.parametrize("seed", repeated(range(40), 12))
def test_the_steps_are_open_exactly_while_the_public_form_has_something_to_answer(seed: int) -> None:
    random, document = Random(seed), Document()  # noqa: S311 (a test)
    pages = random.sample(PAGES, k=len(PAGES))[: random.randrange(len(PAGES) + 1)]
    for page in sorted(pages, key=PAGES.index):
        used = document.used(1)
        document.put(1, {ask.key: any_value(ask.key, random) for ask in page.asked(Answers(used))})
    steps = steps_of(document)
    assert (first_open(steps) is None) == document.complete()
    unanswered = document.first_unanswered(1)
    if unanswered is not None:
        assert next(step for step in steps if step.open).page == unanswered
