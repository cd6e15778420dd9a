"""The compiled form says what the declared conditions say, of any record on any day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from screening.rules import reading
from screening.rules.answers import Answers
from screening.rules.evaluate import decide, evaluate
from screening.rules.finding import Result
from tests.rules.ask import AS_OF, answers
from tests.rules.plainly import Plainly
from tests.rules.strategies import as_of_days, records


def parts(result: Result) -> dict[str, object]:
    """All of it; the answers compare by what they hold."""
    return {**vars(result), "answers": dict(result.answers.values)}


@given(records, as_of_days)
def test_a_record_reads_as_it_is_declared(record: Answers, as_of: date) -> None:
    said = evaluate(record, as_of)
    assert parts(said) == parts(Plainly(as_of).result(record))


@given(records, as_of_days)
def test_a_record_is_decided_as_it_is_explained(record: Answers, as_of: date) -> None:
    decided, said = decide(record, as_of), evaluate(record, as_of)
    assert [(one.outcome, one.readiness) for one in decided.remedies] == [
        (one.outcome, one.readiness) for one in said.remedies
    ]
    assert [one.findings for one in decided.remedies] == [
        tuple(element.finding for element in one.elements) for one in said.remedies
    ]
    assert decided.conviction.finding is said.conviction.finding
    assert decided.look_first == said.look_first
    assert decided.flags == {
        "urgent": said.urgent, "before_filing": said.before_filing, "also_consider": said.also_consider
    }  # fmt: skip


def test_the_same_answers_are_told_by_the_same_objects() -> None:
    first, second = (evaluate(answers(court="california", county="Kern"), AS_OF) for _ in range(2))
    pairs = zip(first.remedies, second.remedies, strict=True)
    assert all(one is other for a, b in pairs for one, other in zip(a.elements, b.elements, strict=True))


def test_what_is_kept_begins_anew_once_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_KEPT", 2)
    kept: reading.Kept[int, int] = reading.Kept()
    assert [kept.keep(number, number) for number in range(3)] == [0, 1, 2]
    assert dict(kept) == {2: 2}


def test_of_many_days_the_bits_are_kept_for_a_bounded_number() -> None:
    for number in range(5000):
        said = evaluate(answers(first_notice_date=date.fromordinal(700_000 + number).isoformat()), AS_OF)
        assert "removal_order" not in said.urgent
