"""A condition reads the keys that it declares, each of them, and no other: whoever compiles it can rely on them."""

import pytest

from screening.rules.answers import Answers
from screening.rules.condition import Condition, Named, Otherwise, operations
from screening.rules.facts import FACTS
from screening.rules.flags.every import FLAGS
from screening.rules.immigration import LINES
from screening.rules.outside import SUGGESTED
from screening.rules.remedies import REMEDIES
from screening.rules.version import coined_names
from screening.rules.weights.every import WEIGHTS
from tests.rules.ask import AS_OF


DECLARED: dict[str, Condition] = {
    **{
        f"{remedy.id}.{element.id} {number}": line.when
        for remedy in REMEDIES
        for element in remedy.elements
        for number, line in enumerate(element.lines)
    },
    **{f"later {remedy.id}": case for remedy in REMEDIES for case, _first in remedy.later},
    **{f"conviction {number}": line.when for number, line in enumerate(LINES)},
    **{flag.code: flag.when for flag in FLAGS.values()},
    **{suggested.outside.id: suggested.when for suggested in SUGGESTED},
    **{f"weight {number}": weight.when for number, weight in enumerate(WEIGHTS)},
}


class Watched(Answers):
    """Answers that know nothing and note what they are asked."""

    __slots__ = ("asked",)

    def __init__(self) -> None:
        super().__init__({})
        self.asked: set[str] = set()

    def one(self, key: str) -> None:
        self.asked.add(key)

    several = day = one


@pytest.mark.parametrize("name", DECLARED)
def test_a_condition_reads_exactly_the_keys_that_it_declares(name: str) -> None:
    condition, read = DECLARED[name], set[str]()
    for part in operations(condition):
        watched = Watched()
        tested = part.test if isinstance(part, Condition) else part.start
        tested(watched, AS_OF)
        assert watched.asked <= set(part.keys), part
        read |= watched.asked
    assert set(condition.keys) == read or isinstance(condition, Otherwise)
    assert set(condition.keys) <= set(FACTS)
    assert len(set(condition.keys)) == len(condition.keys)


@pytest.mark.parametrize("name", DECLARED)
def test_what_is_unknown_is_never_why(name: str) -> None:
    assert DECLARED[name].why(Answers({}), AS_OF) == ()


def test_a_name_stands_for_one_condition() -> None:
    named = {
        (part.name, part.condition.says)
        for condition in DECLARED.values()
        for part in operations(condition)
        if isinstance(part, Named) and part.coined
    }
    assert len({name for name, _says in named}) == len(named)
    assert dict(named).items() <= coined_names().items()
    assert "plea words" in coined_names()
