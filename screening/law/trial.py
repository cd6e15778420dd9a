"""Answers that are decided only as far as a rule asks, so that a run shows what makes a difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Self

from screening.law.diagram import NotTriedError, Tried
from screening.rules.answers import Answers, Value
from screening.rules.facts import NONE, UNKNOWN_VALUES
from screening.rules.partial_date import PartialDate


class Trial(Answers):
    """For each key a list of answers, of which several may still be meant.

    Where a rule must know more to go on, NotTriedError says how to part them.
    """

    __slots__ = ("_read", "_tried", "_tries")

    def __init__(self, tries: Mapping[str, Sequence[Value]], tried: Tried) -> None:
        super().__init__({})
        self._tries = tries
        self._tried = tried
        # Each line of an element asks again.
        self._read: dict[str, Value | None] = {}

    def one(self, key: str) -> str | None:
        """The value can be compared, and nothing else."""
        value = self._value(key, self._choice)
        return value if isinstance(value, str) else None

    def several(self, key: str) -> frozenset[str] | None:
        value = self._value(key, self._single)
        return frozenset(value) - {NONE} if isinstance(value, tuple) else None

    def day(self, key: str) -> PartialDate | None:
        value = self._value(key, self._single)
        return value if isinstance(value, PartialDate) else None

    def knows(self, key: str) -> bool:
        return self._value(key, self._single) is not None

    def _value(self, key: str, read: Callable[[str], Value | None]) -> Value | None:
        if key not in self._read:
            self._read[key] = read(key)
        return self._read[key]

    def _choice(self, key: str) -> str | None:
        values = self._tries[key]
        left = self._tried.get(key) or frozenset(range(len(values)))
        unknown = frozenset(number for number in left if values[number] in UNKNOWN_VALUES)
        if unknown and left != unknown:
            raise NotTriedError(key, (left - unknown, unknown))
        return None if unknown else _Open(key, {values[number]: number for number in left})

    def _single(self, key: str) -> Value | None:
        values = self._tries[key]
        left = self._tried.get(key) or frozenset(range(len(values)))
        if len(left) > 1:
            raise NotTriedError(key, tuple(frozenset({number}) for number in sorted(left)))
        (number,) = left
        value = values[number]
        return None if value in UNKNOWN_VALUES else value


class _Open(str):
    """A known value that may still be one of several: comparing it parts them."""

    _key: str
    _left: Mapping[Value, int]

    def __new__(cls, key: str, left: Mapping[Value, int]) -> Self:
        made = super().__new__(cls)
        made._key, made._left = key, left
        return made

    def __eq__(self, other: object) -> bool:
        number = self._left.get(other) if isinstance(other, str) else None
        if number is None:
            return False
        if len(self._left) > 1:
            raise NotTriedError(self._key, (frozenset({number}), frozenset(self._left.values()) - {number}))
        return True

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        raise TypeError("This value is not settled: compare it.")
