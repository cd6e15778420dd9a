"""Conditions compiled: each atom is two bits of one number, "it holds" and "it fails"; neither: it is not known.

A value sets the bits of its key whoever gave it, so they are looked up by it. What a condition answers, and the
keys because of which it does, is then read off the bits: what its `test` and its `why` say
(`tests/rules/test_compiled.py`). The declaration stays the one source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from screening.rules.answer import Answer
from screening.rules.answers import Answers, Value
from screening.rules.condition import (
    And,
    Atom,
    Condition,
    Dated,
    Days,
    MayBe,
    Named,
    OfDays,
    Or,
    Unless,
    Where,
    operations,
)
from screening.rules.day import Day, FirstKnown, Fixed, Later, NamedDay
from screening.rules.facts import FACTS
from screening.rules.partial_date import PartialDate, add_months, later_of


# What was answered, as bits.
Bits = int
Holds = Callable[[Bits], bool]
Why = Callable[[Bits], tuple[str, ...]]
Values = Mapping[str, Value]
_Start = Callable[[Values, Bits], "PartialDate | None"]

_DAY = timedelta(days=1)
# Values of a key whose bits are kept; then it begins anew, so that a long file fills no memory.
_MOST_KEPT = 4096


@dataclass(frozen=True)
class _Test:
    """`mask` are bits of which all must be set (`every`), or one; and so it is with the other tests."""

    mask: Bits
    every: bool
    others: tuple[Holds, ...] = ()

    def joins(self, every: bool) -> bool:
        """Can it become part of a test of that kind? One bit alone is of both."""
        return self.every is every or (not self.others and self.mask.bit_count() == 1)

    def run(self) -> Holds:
        """As a function of the bits."""
        mask, others = self.mask, self.others
        if not others:
            return (lambda bits: bits & mask == mask) if self.every else (lambda bits: bits & mask != 0)
        if self.every:
            return lambda bits: bits & mask == mask and all(holds(bits) for holds in others)
        return lambda bits: bits & mask != 0 or any(holds(bits) for holds in others)

    def turned(self) -> _Test:
        """Where it does not hold."""
        holds = self.run()
        return _Test(0, every=True, others=(lambda bits: not holds(bits),))


class Compiled:
    """The atoms of these conditions as bits, and the conditions as functions of them, whatever the day."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        parts = [part for condition in conditions for part in operations(condition)]
        # What a day inside an atom asks stands after the atom: turned round, it is known before it.
        atoms = (part for part in reversed(parts) if isinstance(part, Condition) and not part.parts)
        self.atoms = tuple(dict.fromkeys(atoms))
        self._yes = {atom: 1 << place for place, atom in enumerate(self.atoms)}
        first = 2 * len(self.atoms)
        self.knows = {key: 1 << first + place for place, key in enumerate(FACTS)}
        # Beside what is known of a key: has somebody looked, and is it a day known to the day?
        self.looked = {key: bit << len(FACTS) for key, bit in self.knows.items()}
        self.exact = {key: bit << len(FACTS) for key, bit in self.looked.items()}
        self._tests: dict[tuple[Condition, Answer], _Test] = {}
        self._whys: dict[Condition, Why] = {}

    def bit(self, atom: Condition, answer: Answer) -> Bits:
        """The bit that is set where the atom answers so: none where it is not known."""
        if answer is Answer.UNSURE:
            return 0
        return self._yes[atom] if answer is Answer.YES else self._yes[atom] << len(self.atoms)

    def mask(self, condition: Condition) -> Bits:
        """All the bits on which it depends what the condition answers, and why."""
        mask = 0
        for part in operations(condition):
            if isinstance(part, Condition) and not part.parts:
                mask |= self.bit(part, Answer.YES) | self.bit(part, Answer.NO)
        return mask | self.known(condition.keys)

    def known(self, keys: Iterable[str]) -> Bits:
        """The bits that are set where something is known of these keys."""
        return sum(self.knows[key] for key in keys)

    def holds(self, condition: Condition) -> Holds:
        """Is it known to hold?"""
        return self._test(condition, Answer.YES).run()

    def _test(self, condition: Condition, answer: Answer) -> _Test:
        if (condition, answer) not in self._tests:
            self._tests[condition, answer] = self._compiled(condition, answer)
        return self._tests[condition, answer]

    def _compiled(self, condition: Condition, answer: Answer) -> _Test:
        if isinstance(condition, Named):
            return self._test(condition.condition, answer)
        if isinstance(condition, (Unless, MayBe)):
            asked = self._test(
                condition.condition, Answer.YES if isinstance(condition, Unless) else Answer.NO
            )
            return asked.turned() if answer is Answer.YES else asked
        if not isinstance(condition, (And, Or)):
            return _Test(self.bit(condition, answer), every=True)
        every = isinstance(condition, And) is (answer is Answer.YES)
        tests = [self._test(part, answer) for part in _flat(condition)]
        joined = [test for test in tests if test.joins(every)]
        mask = 0
        for test in joined:
            mask |= test.mask
        others = [other for test in joined for other in test.others]
        return _Test(mask, every, (*others, *(test.run() for test in tests if test not in joined)))

    def why(self, condition: Condition) -> Why:
        """The keys because of which it answers as it does."""
        if condition not in self._whys:
            self._whys[condition] = self._compiled_why(condition)
        return self._whys[condition]

    def _compiled_why(self, condition: Condition) -> Why:
        if isinstance(condition, (And, Or)):
            return self._why_of_parts(condition)
        if condition.parts:
            (inner,) = condition.parts
            return self.why(inner)
        if isinstance(condition, Dated):
            return self._why_of_day(condition.day)
        return self._known_of(condition.keys if isinstance(condition, Atom) else ())

    def _known_of(self, keys: tuple[str, ...]) -> Why:
        bits_of = tuple((key, self.knows[key]) for key in keys)
        if len(keys) == 1:
            ((_key, one),) = bits_of
            return lambda bits: keys if bits & one else ()
        return lambda bits: tuple([key for key, known in bits_of if bits & known])

    def _why_of_parts(self, condition: Condition) -> Why:
        """Those of the parts that answer as the whole does."""
        holds, fails = (self._test(condition, answer).run() for answer in (Answer.YES, Answer.NO))
        parts = tuple(
            (self._test(part, Answer.YES).run(), self._test(part, Answer.NO).run(), self.why(part))
            for part in _flat(condition)
        )

        def why(bits: Bits) -> tuple[str, ...]:
            yes, no = holds(bits), fails(bits)
            found = [
                key
                for part_holds, part_fails, part_why in parts
                if part_holds(bits) is yes and part_fails(bits) is no
                for key in part_why(bits)
            ]
            return tuple(dict.fromkeys(found))

        return why

    def _why_of_day(self, day: Day) -> Why:
        if isinstance(day, NamedDay):
            return self._why_of_day(day.day)
        if isinstance(day, FirstKnown):
            whys = tuple(self._why_of_day(one) for one in day.days)
            return lambda bits: next((found for why in whys if (found := why(bits))), ())
        if not isinstance(day, Where):
            return self._known_of(day.keys)
        asked, holds = self.why(day.condition), self.holds(day.condition)
        then, otherwise = self._why_of_day(day.then), self._why_of_day(day.otherwise)

        def why(bits: Bits) -> tuple[str, ...]:
            chosen = then if holds(bits) else otherwise
            return tuple(dict.fromkeys((*asked(bits), *chosen(bits))))

        return why

    def start(self, day: Day) -> _Start:
        """The day itself, as a function of the answers and of the bits of what stands in it."""
        if isinstance(day, NamedDay):
            return self.start(day.day)
        if isinstance(day, Fixed):
            fixed = PartialDate.on(day.day)
            return lambda _values, _bits: fixed
        if isinstance(day, FirstKnown):
            return _first_known(tuple(self.start(one) for one in day.days))
        if isinstance(day, Later):
            return _later(self.start(day.one), self.start(day.other))
        if isinstance(day, Where):
            return _where(self.holds(day.condition), self.start(day.then), self.start(day.otherwise))
        (key,) = day.keys
        return lambda values, _bits: _as_day(values.get(key))


def _flat(condition: Condition) -> Iterator[Condition]:
    """The parts of an alternative of alternatives, or of what holds together, in one row."""
    for part in condition.parts:
        yield from _flat(part) if type(part) is type(condition) else (part,)


def _as_day(value: Value | None) -> PartialDate | None:
    return value if isinstance(value, PartialDate) else None


def _first_known(starts: tuple[_Start, ...]) -> _Start:
    def start(values: Values, bits: Bits) -> PartialDate | None:
        return next((day for one in starts if (day := one(values, bits)) is not None), None)

    return start


def _later(one: _Start, other: _Start) -> _Start:
    def start(values: Values, bits: Bits) -> PartialDate | None:
        first, second = one(values, bits), other(values, bits)
        return None if first is None or second is None else later_of(first, second)

    return start


def _where(holds: Holds, then: _Start, otherwise: _Start) -> _Start:
    return lambda values, bits: (then if holds(bits) else otherwise)(values, bits)


class Sight:
    """What was answered, as bits on one as-of day."""

    def __init__(self, compiled: Compiled, as_of: date) -> None:
        nothing = Answers({})
        self._keys = _Keys(compiled, as_of)
        self._nothing = 0
        for atom in compiled.atoms:
            self._nothing |= compiled.bit(atom, atom.test(nothing, as_of))
        several = [atom for atom in compiled.atoms if isinstance(atom, OfDays) and len(atom.keys) > 1]
        together: dict[tuple[Day, ...], list[OfDays]] = {}
        for one in several:
            together.setdefault(one.days, []).append(one)
        self._together = tuple(_Together(atoms, compiled, as_of) for atoms in together.values())

    def bits(self, values: Values) -> Bits:
        """Every bit that these answers set."""
        bits, keys = self._nothing, self._keys
        for key, value in values.items():
            bits ^= keys[key][value]
        for one in self._together:
            if bits & one.known:
                bits ^= one.turned(values, bits)
        return bits


class _Keys(dict[str, "_Key"]):
    def __init__(self, compiled: Compiled, as_of: date) -> None:
        self._compiled, self._as_of = compiled, as_of

    def __missing__(self, key: str) -> _Key:
        self[key] = made = _Key(key, self._compiled, self._as_of)
        return made


class _Key(dict[Value, Bits]):
    """What a value turns of the bits that stand where nothing is known of its key."""

    def __init__(self, key: str, compiled: Compiled, as_of: date) -> None:
        self._key, self._compiled, self._as_of = key, compiled, as_of
        self._atoms = tuple(atom for atom in compiled.atoms if atom.keys == (key,))
        self._turns = _turns(self._atoms, as_of)
        self._near: dict[object, Bits] = {}

    def __missing__(self, value: Value) -> Bits:
        near = _between(self._turns, value) if isinstance(value, PartialDate) else value
        if len(self) >= _MOST_KEPT:
            self.clear()
            self._near.clear()
        if near not in self._near:
            self._near[near] = self._asked(value)
        self[value] = turned = self._near[near]
        return turned

    def _asked(self, value: Value) -> Bits:
        key, compiled = self._key, self._compiled
        nothing, alone = Answers({}), Answers({key: value})
        turned = 0
        if alone.knows(key):
            turned |= compiled.knows[key]
        if not alone.stands_open(key):
            turned |= compiled.looked[key]
        if isinstance(value, PartialDate) and value.earliest == value.latest:
            turned |= compiled.exact[key]
        for atom in self._atoms:
            for answers in (nothing, alone):
                turned ^= compiled.bit(atom, atom.test(answers, self._as_of))
        return turned


class _Together:
    """Atoms that ask about the same days, for which several keys are read."""

    def __init__(self, atoms: list[OfDays], compiled: Compiled, as_of: date) -> None:
        self._atoms, self._compiled, self._as_of = atoms, compiled, as_of
        self.known = compiled.known(atoms[0].keys)
        self._turns = _turns(atoms, as_of)
        self._starts = tuple(compiled.start(day) for day in atoms[0].days)
        self._near: dict[object, Bits] = {}

    def turned(self, values: Values, bits: Bits) -> Bits:
        """What the answers turn of the bits that stand where nothing is known."""
        days = tuple([start(values, bits) for start in self._starts])
        if len(days) > 1:
            return self._asked(days)
        near = _between(self._turns, days[0])
        if near not in self._near:
            self._near[near] = self._asked(days)
        return self._near[near]

    def _asked(self, days: Days) -> Bits:
        turned = 0
        for atom in self._atoms:
            for given in ((None,) * len(days), days):
                turned ^= self._compiled.bit(atom, atom.of(given, self._as_of))
        return turned


def _turns(atoms: Iterable[Condition], as_of: date) -> tuple[date, ...]:
    """The days on which what one of the atoms says of a day can become another."""
    turns = {as_of, as_of + _DAY}
    for limit in {atom.limit for atom in atoms if isinstance(atom, Dated)}:
        turns |= (
            {limit} if isinstance(limit, date) else {as_of - timedelta(limit), _first_after(limit, as_of)}
        )
    return tuple(sorted(turns))


def _first_after(months: int, as_of: date) -> date:
    """The first day from which so many months do not end before the as-of day."""
    day = add_months(as_of, -months) - 4 * _DAY
    while add_months(day, months) < as_of:
        day += _DAY
    return day


def _between(turns: tuple[date, ...], day: PartialDate | None) -> tuple[int, int, bool] | None:
    """Between which of these days its first and its last day lie, and are they one?"""
    if day is None:
        return None
    return bisect_right(turns, day.earliest), bisect_right(turns, day.latest), day.earliest == day.latest
