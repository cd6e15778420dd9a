"""Conditions on answers: what a reading asks, in three values, with the keys that it reads.

A reading applies only where its condition is YES. So an unknown answer sends the reader on to the next line,
and a negative condition, `unless(...)`, holds unless it is known to fail (contract section 3, "Readings").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from screening.rules.answer import Answer, all_of, any_of, known
from screening.rules.answers import Answers


Test = Callable[[Answers, date], Answer]


class Join(Enum):
    """How the parts of a condition were joined."""

    AND = "and"
    OR = "or"
    OTHER = "other"


@dataclass(frozen=True)
class Condition:
    """`says` is printed by the `rules` command; `keys` are the facts that the test reads.

    `parts` are the conditions that it was joined from, by `join`; what they answer decides what it answers.
    """

    says: str
    keys: tuple[str, ...]
    test: Test
    parts: tuple[Condition, ...] = ()
    join: Join = Join.OTHER

    def holds(self, answers: Answers, as_of: date) -> bool:
        """Is it known to hold?"""
        return self.test(answers, as_of) is Answer.YES

    @property
    def atoms(self) -> tuple[Condition, ...]:
        """The conditions at the bottom, joined from no others."""
        return tuple(atom for part in self.parts for atom in part.atoms) or (self,)

    def __and__(self, other: Condition) -> Condition:
        return Condition(
            _say("{} and {}", self.says, other.says),
            _joined(self, other),
            lambda answers, as_of: _both(self, other, answers, as_of),
            (self, other),
            Join.AND,
        )

    def __or__(self, other: Condition) -> Condition:
        return Condition(
            _say("({} or {})", self.says, other.says),
            _joined(self, other),
            lambda answers, as_of: _either(self, other, answers, as_of),
            (self, other),
            Join.OR,
        )


def _both(one: Condition, other: Condition, answers: Answers, as_of: date) -> Answer:
    first = one.test(answers, as_of)
    return first if first is Answer.NO else all_of(first, other.test(answers, as_of))


def _either(one: Condition, other: Condition, answers: Answers, as_of: date) -> Answer:
    first = one.test(answers, as_of)
    return first if first is Answer.YES else any_of(first, other.test(answers, as_of))


def _say(pattern: str, *parts: object) -> str:
    return pattern.format(*parts)


def _one_of(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else _say("one of [{}]", ", ".join(values))


def _joined(*conditions: Condition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for condition in conditions for key in condition.keys))


def is_(key: str, *values: str) -> Condition:
    """The single choice `key` has one of these values."""

    def test(answers: Answers, _as_of: date) -> Answer:
        value = answers.one(key)
        return Answer.UNSURE if value is None else known(value in values)

    return Condition(_say("{} is {}", key, _one_of(values)), (key,), test)


def holds(key: str, *values: str) -> Condition:
    """The key that takes several holds at least one of these values."""

    def test(answers: Answers, _as_of: date) -> Answer:
        given = answers.several(key)
        return Answer.UNSURE if given is None else known(not given.isdisjoint(values))

    return Condition(_say("{} holds {}", key, _one_of(values)), (key,), test)


def lacks(key: str, *values: str) -> Condition:
    """The key that takes several was answered, and holds none of these values."""
    has = holds(key, *values)
    says = _say("{} lacks {}", key, " and ".join(values))
    return Condition(says, (key,), lambda answers, as_of: ~has.test(answers, as_of))


def answered(key: str) -> Condition:
    """Something is known of this key."""
    return Condition(_say("{} is known", key), (key,), lambda answers, _as_of: known(answers.knows(key)))


def unanswered(*keys: str) -> Condition:
    """Nothing is known of at least one of these keys."""
    return Condition(
        _say("{} is not known", " or ".join(keys)),
        keys,
        lambda answers, _as_of: known(not all(answers.knows(key) for key in keys)),
        tuple(answered(key) for key in keys),
    )


def unless(condition: Condition) -> Condition:
    """The negative: it holds unless `condition` is known to hold."""
    return Condition(
        _say("not known that {}", condition.says),
        condition.keys,
        lambda answers, as_of: known(condition.test(answers, as_of) is not Answer.YES),
        (condition,),
    )


def may_be(condition: Condition) -> Condition:
    """It holds unless `condition` is known to fail; an unknown date may lie anywhere."""
    return Condition(
        _say("possibly {}", condition.says),
        condition.keys,
        lambda answers, as_of: known(condition.test(answers, as_of) is not Answer.NO),
        (condition,),
    )


def on_or_after(key: str, day: date) -> Condition:
    """The date lies on `day` or later."""
    return _dated(_say("{} is on or after {}", key, day), key, lambda given, _as_of: given.on_or_after(day))


def before(key: str, day: date) -> Condition:
    """The date lies before `day`."""
    return _dated(_say("{} is before {}", key, day), key, lambda given, _as_of: given.before(day))


def past(key: str) -> Condition:
    """The date lies before the as-of day."""
    return _dated(_say("{} is before the as-of day", key), key, lambda given, as_of: given.before(as_of))


def past_by(key: str, months: int) -> Condition:
    """The date and `months` more lie before the as-of day."""
    return _dated(
        _say("{} plus {} months is before the as-of day", key, months),
        key,
        lambda given, as_of: given.plus_months(months).before(as_of),
    )


def within_months(key: str, months: int) -> Condition:
    """The as-of day is at most `months` after the date; a date still to come counts as within."""
    return _dated(
        _say("the as-of day is within {} months of {}", months, key),
        key,
        lambda given, as_of: given.within_months(months, as_of),
    )


def in_last_months(key: str, months: int) -> Condition:
    """The date lies within `months` before the as-of day, both ends included."""
    return _dated(
        _say("{} is within {} months before the as-of day", key, months),
        key,
        lambda given, as_of: all_of(given.within_months(months, as_of), ~given.after(as_of)),
    )


def in_last_days(key: str, days: int) -> Condition:
    """The date lies within `days` before the as-of day, both ends included."""
    return _dated(
        _say("{} is within {} days before the as-of day", key, days),
        key,
        lambda given, as_of: given.within_days(days, as_of),
    )


def may_lie(condition: Condition) -> Condition:
    """A date is known, and it may lie there. An absent date never does (contract section 4, "Flags")."""
    (key,) = condition.keys
    possible = answered(key) & may_be(condition)
    return Condition(_say("possibly {}", condition.says), (key,), possible.test)


def _dated(says: str, key: str, compare: Callable[..., Answer]) -> Condition:
    def test(answers: Answers, as_of: date) -> Answer:
        given = answers.day(key)
        return Answer.UNSURE if given is None else compare(given, as_of)

    return Condition(says, (key,), test)
