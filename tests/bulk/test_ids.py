"""Ids that stood there before, in little memory."""

from __future__ import annotations

import tracemalloc

import pytest

from screening.bulk.ids import Ids


def test_an_id_is_new_once_and_none_is_taken_for_another() -> None:
    seen = Ids()
    names = [f"{start}{number}" for start in ("", "2019-CR-", "ñ" * 200) for number in range(2_000)]
    assert all(map(seen.new, names))
    assert not any(map(seen.new, names))


@pytest.mark.no_cover
def test_a_hundred_thousand_long_ids_take_less_than_fifteen_megabytes() -> None:
    """65,536 shelves are most of it: a million ids take 36."""
    seen = Ids()
    tracemalloc.start()
    for number in range(100_000):
        seen.new(f"{'x' * 200}{number}")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 15_000_000
