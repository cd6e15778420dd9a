"""Seeded fault: an answer that is packed, not sealed, must be found. A plain search misses it."""

from __future__ import annotations

import base64
import json
import zlib

import pytest

from tests.interview.decoded import found


ANSWER = json.dumps({"immigration_status": "no_status"}).encode()


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param(zlib.compress(ANSWER), id="zlib"),
        pytest.param(
            base64.urlsafe_b64encode(zlib.compress(ANSWER)), id="base64 of zlib, as stock sessions do"
        ),
        pytest.param(ANSWER.hex().encode(), id="hex"),
        pytest.param(ANSWER.decode().encode("utf-16-le"), id="utf-16"),
    ],
)
def test_the_dump_check_finds_an_answer_that_is_only_packed(stored: bytes) -> None:
    assert b"immigration_status" not in stored
    assert found({"immigration_status"}, stored) == {"immigration_status"}


def test_the_dump_check_finds_nothing_where_nothing_is() -> None:
    assert found({"immigration_status"}, zlib.compress(b"the day is long")) == set()
