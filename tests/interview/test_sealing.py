"""What is sealed opens with the same key in the same row, and in no other way."""

from __future__ import annotations

import pytest

from screening.interview.sealing import TamperedError, derive, seal, unseal


KEY, OTHER = derive(b"secret", "one purpose"), derive(b"secret", "another")


def test_what_is_sealed_can_be_opened() -> None:
    assert unseal(KEY, seal(KEY, b"an answer", "row"), "row") == b"an answer"


def test_the_same_text_never_looks_the_same() -> None:
    assert seal(KEY, b"an answer", "row") != seal(KEY, b"an answer", "row")


def test_another_key_or_another_row_is_refused() -> None:
    sealed = seal(KEY, b"an answer", "row")
    for key, row in ((OTHER, "row"), (KEY, "another row")):
        with pytest.raises(TamperedError):
            unseal(key, sealed, row)


def test_every_changed_byte_is_noticed() -> None:
    sealed = seal(KEY, b"an answer", "row")
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(TamperedError):
            unseal(KEY, changed, "row")


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + b"x" * 12, b"\x02" + b"x" * 60])
def test_a_text_that_is_cut_or_of_another_version_is_refused(sealed: bytes) -> None:
    with pytest.raises(TamperedError):
        unseal(KEY, sealed, "row")


def test_keys_for_two_purposes_differ() -> None:
    assert KEY != OTHER
    assert len(KEY) == 32
