"""What the rules say of each decided case reads as a sentence. (These tests need Django, for its words.)"""

from collections.abc import Iterator

import pytest

from screening.questions.wording import say
from screening.rules.evaluate import evaluate
from screening.rules.finding import Result
from screening.rules.flags.every import CLIENT_WORDS
from screening.rules.text import Text
from tests.rules.ask import AS_OF
from tests.rules.case_files import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_every_sentence_of_a_case_is_filled(case: Case) -> None:
    for text in _sentences(evaluate(case.answers, AS_OF)):
        said = say(text)
        assert said.strip()
        assert not {"{", "}"} & set(said), said


def _sentences(result: Result) -> Iterator[Text]:
    yield result.conviction.because
    for remedy in result.remedies:
        for element in remedy.elements:
            yield element.because
            yield element.change


@pytest.mark.parametrize("code", CLIENT_WORDS)
def test_a_sentence_for_the_client_names_no_answer(code: str) -> None:
    assert not {"{", "}"} & set(CLIENT_WORDS[code].msgid)
