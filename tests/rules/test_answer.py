"""Three values, and none of them passes for another."""

from itertools import permutations

import pytest

from screening.rules.answer import Answer, all_of, any_of, known


YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_is_never_a_bool(answer: Answer) -> None:
    with pytest.raises(TypeError):
        bool(answer)


def test_not_knowing_stays_not_knowing() -> None:
    assert ~YES is NO
    assert ~NO is YES
    assert ~UNSURE is UNSURE


def test_what_is_settled_is_yes_or_no() -> None:
    assert known(True) is YES
    assert known(False) is NO


@pytest.mark.parametrize(
    ("answers", "all_said", "any_said"),
    [
        ((YES, YES), YES, YES),
        ((NO, NO), NO, NO),
        ((YES, NO), NO, YES),
        ((YES, UNSURE), UNSURE, YES),
        ((NO, UNSURE), NO, UNSURE),
        ((UNSURE, UNSURE), UNSURE, UNSURE),
        ((YES, NO, UNSURE), NO, YES),
        ((YES,), YES, YES),
    ],
)
def test_all_and_any_in_any_order(answers: tuple[Answer, ...], all_said: Answer, any_said: Answer) -> None:
    for order in permutations(answers):
        assert all_of(*order) is all_said
        assert any_of(*order) is any_said
