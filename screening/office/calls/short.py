"""The short call: what could open a gate of a law that is still possible, or raise what must be acted on today.

Nothing is listed by hand: it is computed from the answers so far, and shrinks as they close gates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from screening.interview.document import MOST_CASES, Document
from screening.interview.today import today
from screening.office.calls.steps import Step, first_open, steps_of
from screening.office.file.cabinet import Folder
from screening.office.file.standing import results_of
from screening.questions.route import ORDER, PAGE_OF
from screening.questions.steering import FACTS as STEERING
from screening.questions.steering import concluded, fact_of
from screening.rules.answers import Answers, Value
from screening.rules.facts import Kind
from screening.rules.finding import Result
from screening.rules.flags.every import URGENT, raised_by
from screening.rules.moving.next_facts import open_facts
from screening.rules.moving.next_steps import open_gates
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import REMEDIES
from screening.rules.urgency import Level, level


def short_steps(document: Document, steps: Sequence[Step], as_of: date) -> tuple[Step, ...]:
    """The steps without an answer that a short call still asks, in the order of asking."""
    wanted = [_wanted(result) for result in results_of(document, as_of)]
    return tuple(
        step for step in steps if step.open and not _settles(step.key).isdisjoint(wanted[step.case - 1])
    )


def first_asked(folder: Folder, steps: Sequence[Step]) -> Step | None:
    """Where the call goes on: the first question that waits for an answer."""
    return first_open(_of_this_call(folder, steps))


def next_asked(folder: Folder, steps: Sequence[Step], here: int) -> Step | None:
    """The next question behind the step of this number that has no answer; None after the last."""
    document, left = folder.file.document, _of_this_call(folder, steps)
    return next((one for one in left if one.number > here and one.key not in document.used(one.case)), None)


def may_add_case(document: Document) -> bool:
    """A caller may tell of the next case at any time, once something was said of the last."""
    return len(document.cases) < MOST_CASES and bool(document.cases[-1].given)


def add_case(folder: Folder) -> Step:
    """Begin it; its first question."""
    document = folder.file.document
    document.add_case()
    steps, case = steps_of(document), len(document.cases)
    return next(step for step in (*_of_this_call(folder, steps), *steps) if step.case == case)


def _of_this_call(folder: Folder, steps: Sequence[Step]) -> Sequence[Step]:
    return short_steps(folder.file.document, steps, today()) if folder.file.short else steps


def _wanted(result: Result) -> frozenset[str]:
    gates = frozenset[tuple[str, str]]().union(*(open_gates(law.id, result) for law in REMEDIES))
    opening = {fact.key for fact in open_facts(result, ORDER) if not gates.isdisjoint(fact.elements)}
    return frozenset(opening).union(_pressing(result))


_FLAGGED = frozenset(key for flag in URGENT for key in flag.when.keys)


def _pressing(result: Result) -> Iterator[str]:
    """The keys that were not asked and one answer to which would raise what must be acted on today."""
    told, as_of = result.answers.values, result.as_of
    for key in _FLAGGED - told.keys():
        ways = (Answers({**told, key: value}) for value in _values(key, as_of))
        if any(_must_not_wait(answers, result, as_of) for answers in ways):
            yield key


def _must_not_wait(answers: Answers, result: Result, as_of: date) -> bool:
    raised = raised_by(answers, as_of)
    return any(
        level(flag, raised, answers, as_of) is Level.ACT_TODAY for flag in raised if flag not in result.urgent
    )


def _values(key: str, as_of: date) -> Iterator[Value]:
    fact = fact_of(key)
    if fact.kind is Kind.DATE:
        yield PartialDate.parse(as_of.isoformat())
    for value in fact.values:
        yield (value,) if fact.kind is Kind.SEVERAL else value


def _settles(key: str) -> frozenset[str]:
    """The keys that an answer to this question gives, alone or with another steering question of its page."""
    return _SETTLES.get(key, frozenset({key}))


def _settled_by(key: str) -> frozenset[str]:
    beside = [other for other in PAGE_OF[key].keys if other in STEERING and other != key]
    answers: Iterator[Mapping[str, Value]] = (
        dict(zip((key, *beside), values, strict=True))
        for values in product(*(STEERING[one].values for one in (key, *beside)))
    )
    return frozenset(settled for given in answers for settled in concluded(given))


_SETTLES = {key: _settled_by(key) for key in STEERING}
