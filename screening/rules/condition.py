"""Conditions on answers: what a reading asks, declared as an operation with its operands.

Its answer in three values, its words and the keys that it reads all come from that one declaration.
A reading applies only where its condition is YES. So an unknown answer sends the reader on to the next line,
and a negative condition, `unless(...)`, holds unless it is known to fail (contract section 3, "Readings").
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property, reduce

from screening.rules.answer import Answer, all_of, any_of, known
from screening.rules.answers import Answers
from screening.rules.day import Day, Given, Start, day_of
from screening.rules.partial_date import PartialDate


class Condition(ABC):
    """One operation. `says` is printed by the `rules` command; `keys` are the facts that `test` reads.

    `parts` are the conditions that it is made of; what they answer decides what it answers.
    """

    @property
    @abstractmethod
    def says(self) -> str:
        """The condition in words."""

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that it is made of."""
        return ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The facts that it reads, each once."""
        return tuple(dict.fromkeys(key for part in self.parts for key in part.keys))

    @cached_property
    def atoms(self) -> tuple[Condition, ...]:
        """The conditions at the bottom, made of no others."""
        return tuple(atom for part in self.parts for atom in part.atoms) or (self,)

    @cached_property
    def choices(self) -> frozenset[tuple[str, str]]:
        """The values that it asks about, each with its key."""
        chosen = (part for part in operations(self) if isinstance(part, Chosen))
        return frozenset((part.key, value) for part in chosen for value in part.values)

    @abstractmethod
    def test(self, answers: Answers, as_of: date) -> Answer:
        """Does it hold: yes, no, or not known?"""

    def holds(self, answers: Answers, as_of: date) -> bool:
        """Is it known to hold?"""
        return self.test(answers, as_of) is Answer.YES

    def why(self, answers: Answers, as_of: date) -> tuple[str, ...]:
        """The keys whose answers make it answer as it does: none that are unknown."""
        answer = self.test(answers, as_of)
        parts = [part for part in self.parts if part.test(answers, as_of) is answer] or self.parts
        return tuple(dict.fromkeys(key for part in parts for key in part.why(answers, as_of)))

    def __and__(self, other: Condition) -> Condition:
        return And(self, other)

    def __or__(self, other: Condition) -> Condition:
        return Or(self, other)


@dataclass(frozen=True)
class And(Condition):
    """Both hold."""

    one: Condition
    other: Condition

    @cached_property
    def says(self) -> str:
        return "{} and {}".format(self.one.says, self.other.says)

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.one, self.other)

    def test(self, answers: Answers, as_of: date) -> Answer:
        first = self.one.test(answers, as_of)
        return first if first is Answer.NO else all_of(first, self.other.test(answers, as_of))

    def holds(self, answers: Answers, as_of: date) -> bool:
        return self.one.holds(answers, as_of) and self.other.holds(answers, as_of)


@dataclass(frozen=True)
class Or(Condition):
    """At least one holds."""

    one: Condition
    other: Condition

    @cached_property
    def says(self) -> str:
        return "({})".format(" or ".join(part.says for part in _alternatives(self)))

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.one, self.other)

    def test(self, answers: Answers, as_of: date) -> Answer:
        first = self.one.test(answers, as_of)
        return first if first is Answer.YES else any_of(first, self.other.test(answers, as_of))


def _alternatives(condition: Condition) -> Iterator[Condition]:
    for part in condition.parts:
        yield from _alternatives(part) if isinstance(part, Or) else (part,)


def _apart(condition: Condition) -> str:
    return "({})".format(condition.says) if isinstance(condition, And) else condition.says


@dataclass(frozen=True)
class Unless(Condition):
    """The negative: it holds unless `condition` is known to hold."""

    condition: Condition

    @cached_property
    def says(self) -> str:
        return "not known that {}".format(_apart(self.condition))

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.condition,)

    def test(self, answers: Answers, as_of: date) -> Answer:
        return known(not self.condition.holds(answers, as_of))


@dataclass(frozen=True)
class MayBe(Condition):
    """It holds unless `condition` is known to fail; an unknown date may lie anywhere."""

    condition: Condition

    @cached_property
    def says(self) -> str:
        return "possibly {}".format(_apart(self.condition))

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.condition,)

    def test(self, answers: Answers, as_of: date) -> Answer:
        return known(self.condition.test(answers, as_of) is not Answer.NO)


@dataclass(frozen=True)
class Named(Condition):
    """A condition under a name, which the `rules` command prints in place of its parts.

    A name that is `coined` says less than the parts: the command explains it once.
    """

    name: str
    condition: Condition
    coined: bool = True

    @property
    def says(self) -> str:
        return self.name

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.condition,)

    def test(self, answers: Answers, as_of: date) -> Answer:
        return self.condition.test(answers, as_of)

    def holds(self, answers: Answers, as_of: date) -> bool:
        return self.condition.holds(answers, as_of)


@dataclass(frozen=True)
class Otherwise(Condition):
    """It always holds: the last line of a list. `reads` are the facts that the lines above it read."""

    name: str = "always"
    reads: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        return self.name

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return self.reads

    def test(self, _answers: Answers, _as_of: date) -> Answer:
        return Answer.YES


class Atom(Condition):
    """A condition that reads answers itself."""

    def why(self, answers: Answers, _as_of: date) -> tuple[str, ...]:
        return tuple(key for key in self.keys if answers.knows(key))


class Choice(Enum):
    """What may be asked of the values of a choice, in words."""

    IS = "{} is {}"
    HOLDS = "{} holds {}"
    LACKS = "{} lacks {}"
    HOLDS_AT_MOST_ONE = "{} holds at most one"


@dataclass(frozen=True)
class Chosen(Atom):
    """What was chosen for `key`, asked against `values`."""

    how: Choice
    key: str
    values: tuple[str, ...] = ()

    @cached_property
    def says(self) -> str:
        if self.how is Choice.LACKS:
            listed = " and ".join(self.values)
        else:
            values = ", ".join(self.values)
            listed = values if len(self.values) == 1 else "one of [{}]".format(values)
        return str(self.how.value).format(self.key, listed)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def test(self, answers: Answers, _as_of: date) -> Answer:
        if self.how is Choice.IS:
            value = answers.one(self.key)
            return Answer.UNSURE if value is None else known(value in self.values)
        given = answers.several(self.key)
        if given is None:
            return Answer.UNSURE
        if self.how is Choice.HOLDS_AT_MOST_ONE:
            return known(len(given) <= 1)
        return known(given.isdisjoint(self.values) is (self.how is Choice.LACKS))


@dataclass(frozen=True)
class Answered(Atom):
    """Something is known of `key`."""

    key: str

    @cached_property
    def says(self) -> str:
        return "{} is known".format(self.key)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def test(self, answers: Answers, _as_of: date) -> Answer:
        return known(answers.knows(self.key))


class Compare(Enum):
    """How a day is compared, in words: with a day of the law, or with the as-of day over months or days."""

    ON_OR_AFTER = "{day} is on or after {limit}"
    BEFORE = "{day} is before {limit}"
    PAST = "{day} is before the as-of day"
    PAST_BY = "{day} plus {limit} months is before the as-of day"
    WITHIN_MONTHS = "the as-of day is within {limit} months of {day}"
    IN_LAST_MONTHS = "{day} is within {limit} months before the as-of day"
    IN_LAST_DAYS = "{day} is within {limit} days before the as-of day"
    TO_COME = "{day} is after the as-of day"


_OVER: Mapping[Compare, Callable[[PartialDate, int, date], Answer]] = {
    Compare.PAST: lambda day, _limit, as_of: day.before(as_of),
    Compare.PAST_BY: lambda day, months, as_of: day.plus_months(months).before(as_of),
    Compare.WITHIN_MONTHS: lambda day, months, as_of: day.within_months(months, as_of),
    Compare.IN_LAST_MONTHS: lambda day, months, as_of: all_of(
        day.within_months(months, as_of), ~day.after(as_of)
    ),
    Compare.IN_LAST_DAYS: lambda day, days, as_of: day.within_days(days, as_of),
    Compare.TO_COME: lambda day, _limit, as_of: day.after(as_of),
}


Days = tuple["PartialDate | None", ...]


class OfDays(Atom):
    """A condition that reads answers only as `days`."""

    @property
    @abstractmethod
    def days(self) -> tuple[Day, ...]:
        """The days that it asks about."""

    def test(self, answers: Answers, as_of: date) -> Answer:
        starts = [day.start(answers, as_of) for day in self.days]
        return self.of(tuple([None if start is None else start.day for start in starts]), as_of)

    @abstractmethod
    def of(self, days: Days, as_of: date) -> Answer:
        """Does it hold of these days?"""


@dataclass(frozen=True)
class Dated(OfDays):
    """A day compared with a limit: a day of the law, or so many months or days from the as-of day."""

    how: Compare
    day: Day
    limit: date | int = 0

    @cached_property
    def says(self) -> str:
        return self.how.value.format(day=self.day.says, limit=self.limit)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return self.day.keys

    @property
    def days(self) -> tuple[Day, ...]:
        return (self.day,)

    def of(self, days: Days, as_of: date) -> Answer:
        (day,) = days
        if day is None:
            return Answer.UNSURE
        if isinstance(self.limit, int):
            return _OVER[self.how](day, self.limit, as_of)
        later = day.on_or_after(self.limit)
        return later if self.how is Compare.ON_OR_AFTER else ~later

    def why(self, answers: Answers, as_of: date) -> tuple[str, ...]:
        return self.day.why(answers, as_of)


@dataclass(frozen=True)
class AsOf(Condition):
    """The as-of day lies on `day` or later: the law of that day, whatever was answered."""

    day: date

    @cached_property
    def says(self) -> str:
        return "the as-of day is on or after {}".format(self.day)

    def test(self, _answers: Answers, as_of: date) -> Answer:
        return known(as_of >= self.day)


@dataclass(frozen=True)
class KnownDay(OfDays):
    """The day is known, to the year at least."""

    day: Day

    @cached_property
    def says(self) -> str:
        return "{} is known".format(self.day.says)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return self.day.keys

    @property
    def days(self) -> tuple[Day, ...]:
        return (self.day,)

    def of(self, days: Days, _as_of: date) -> Answer:
        return known(days[0] is not None)


@dataclass(frozen=True)
class EarlierThan(OfDays):
    """One day lies before another."""

    one: Day
    other: Day

    @cached_property
    def says(self) -> str:
        return "{} is before {}".format(self.one.says, self.other.says)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return (*self.one.keys, *self.other.keys)

    @property
    def days(self) -> tuple[Day, ...]:
        return (self.one, self.other)

    def of(self, days: Days, _as_of: date) -> Answer:
        one, other = days
        return Answer.UNSURE if one is None or other is None else one.earlier_than(other)


@dataclass(frozen=True)
class Where(Day):
    """One day where the condition is known to hold, another where it is not."""

    condition: Condition
    then: Day
    otherwise: Day

    @cached_property
    def says(self) -> str:
        return "{} where {}, else {}".format(self.then.says, self.condition.says, self.otherwise.says)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.condition.keys, *self.then.keys, *self.otherwise.keys)))

    def start(self, answers: Answers, as_of: date) -> Start | None:
        return self._chosen(answers, as_of).start(answers, as_of)

    def why(self, answers: Answers, as_of: date) -> tuple[str, ...]:
        condition, day = self.condition.why(answers, as_of), self._chosen(answers, as_of).why(answers, as_of)
        return tuple(dict.fromkeys((*condition, *day)))

    def _chosen(self, answers: Answers, as_of: date) -> Day:
        return self.then if self.condition.holds(answers, as_of) else self.otherwise


def operations(part: object) -> Iterator[Condition | Day]:
    """The condition or day and all that it is made of."""
    if is_dataclass(part) and isinstance(part, (Condition, Day)):
        yield part
        for operand in (getattr(part, field.name) for field in fields(part)):
            for one in operand if isinstance(operand, tuple) else (operand,):
                yield from operations(one)


def is_(key: str, *values: str) -> Condition:
    """The single choice `key` has one of these values."""
    return Chosen(Choice.IS, key, values)


def holds(key: str, *values: str) -> Condition:
    """The key that takes several holds at least one of these values."""
    return Chosen(Choice.HOLDS, key, values)


def lacks(key: str, *values: str) -> Condition:
    """The key that takes several was answered, and holds none of these values."""
    return Chosen(Choice.LACKS, key, values)


def holds_at_most_one(key: str) -> Condition:
    """The key that takes several was answered, with one value or none."""
    return Chosen(Choice.HOLDS_AT_MOST_ONE, key)


def answered(key: str) -> Condition:
    """Something is known of this key."""
    return Answered(key)


def unanswered(*keys: str) -> Condition:
    """Nothing is known of at least one of these keys."""
    missing = any_of_these(*(Unless(Answered(key)) for key in keys))
    return Named("{} is not known".format(" or ".join(keys)), missing, coined=False)


def unless(condition: Condition) -> Condition:
    """The negative: it holds unless `condition` is known to hold."""
    return Unless(condition)


def may_be(condition: Condition) -> Condition:
    """It holds unless `condition` is known to fail; an unknown date may lie anywhere."""
    return MayBe(condition)


def on_or_after(day: str | Day, limit: date) -> Condition:
    """The day lies on `limit` or later."""
    return Dated(Compare.ON_OR_AFTER, day_of(day), limit)


def before(day: str | Day, limit: date) -> Condition:
    """The day lies before `limit`."""
    return Dated(Compare.BEFORE, day_of(day), limit)


def past(day: str | Day) -> Condition:
    """The day lies before the as-of day."""
    return Dated(Compare.PAST, day_of(day))


def to_come(day: str | Day) -> Condition:
    """The day lies after the as-of day."""
    return Dated(Compare.TO_COME, day_of(day))


def past_by(day: str | Day, months: int) -> Condition:
    """The day and `months` more lie before the as-of day."""
    return Dated(Compare.PAST_BY, day_of(day), months)


def within_months(day: str | Day, months: int) -> Condition:
    """The as-of day is at most `months` after the day; a day still to come counts as within."""
    return Dated(Compare.WITHIN_MONTHS, day_of(day), months)


def in_last_months(day: str | Day, months: int) -> Condition:
    """The day lies within `months` before the as-of day, both ends included."""
    return Dated(Compare.IN_LAST_MONTHS, day_of(day), months)


def in_last_days(day: str | Day, days: int) -> Condition:
    """The day lies within `days` before the as-of day, both ends included."""
    return Dated(Compare.IN_LAST_DAYS, day_of(day), days)


def earlier_than(one: str, other: str) -> Condition:
    """The one answer lies before the other."""
    return EarlierThan(Given(one), Given(other))


def may_lie(condition: Condition) -> Condition:
    """A day is known, and it may lie there. An absent day never does (contract section 4, "Flags").

    Raises TypeError for a condition that compares no day.
    """
    if not isinstance(condition, Dated):
        raise TypeError(condition.says)
    possible = MayBe(condition)
    return Named(possible.says, KnownDay(condition.day) & possible, coined=False)


def any_of_these(*conditions: Condition) -> Condition:
    """At least one of the conditions holds."""
    return reduce(lambda one, other: one | other, conditions)
