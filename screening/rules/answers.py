"""The answers of one record, and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from screening.rules.facts import NONE, NOT_LOOKED, UNKNOWN_VALUES
from screening.rules.partial_date import PartialDate


Value: TypeAlias = "str | tuple[str, ...] | PartialDate"


class Answers:
    """What was answered, by key. "Not sure", "rather not say" and silence all read as unknown (None)."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)

    @property
    def values(self) -> Mapping[str, Value]:
        """Every answer as given, the unknown ones too."""
        return self._values

    def one(self, key: str) -> str | None:
        """The known value of a single choice."""
        value = self._values.get(key)
        return value if isinstance(value, str) and value not in UNKNOWN_VALUES else None

    def several(self, key: str) -> frozenset[str] | None:
        """The known values of a key that takes several; empty for "asked, and nothing"."""
        value = self._values.get(key)
        if not isinstance(value, tuple) or value[0] in UNKNOWN_VALUES:
            return None
        return frozenset(value) - {NONE}

    def day(self, key: str) -> PartialDate | None:
        """The known date."""
        value = self._values.get(key)
        return value if isinstance(value, PartialDate) else None

    def knows(self, key: str) -> bool:
        """Is anything known of this key?"""
        return self.one(key) is not None or self.several(key) is not None or self.day(key) is not None

    def stands_open(self, key: str) -> bool:
        """Is nothing known of it, or has nobody looked yet (contract section 4, `next_facts`)?"""
        return not self.knows(key) or self.one(key) in NOT_LOOKED

    def but(self, changes: Mapping[str, Value]) -> Answers:
        """The same answers with some changed."""
        return Answers({**self._values, **changes})

    def without(self, *keys: str) -> Answers:
        """The same answers with some taken out."""
        return Answers({key: value for key, value in self._values.items() if key not in keys})
