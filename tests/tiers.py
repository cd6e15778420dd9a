"""What `./run test` leaves to `--long`: repetitions of a fact that it shows once (docs/decisions/0023)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest


# How often a test repeats itself: the first number, or with `--long` the second. A fixture gives it.
Rounds = Callable[[int, int], int]


def repeated(values: Iterable[Any], always: int) -> list[Any]:
    """Parameters of a test: the first `always` of them in every run, the others with `--long` alone."""
    return [
        value if place < always else pytest.param(*_as_tuple(value), marks=pytest.mark.long)
        for place, value in enumerate(values)
    ]


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
