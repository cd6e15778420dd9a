"""The number with which a person takes back what they sent: only they have it, the table holds what it finds.

It opens nothing. Whoever has it can only erase what nobody at the office has opened yet.
"""

from __future__ import annotations

from django.conf import settings

from screening.interview.openers import VisitorKey
from screening.interview.sealing import derive, slow_key


# 53 bits: at 60 wrong numbers a minute from everybody together, somebody hits one of 10,000 in centuries.
DIGITS = 16
_GROUP = 4


def new_receipt(key: VisitorKey, times: int) -> str:
    """The number for the next time that this interview is sent.

    It is always the same for one interview and time, so that the table takes it once, however often and
    from however many tabs the button is pressed.
    """
    return str(int.from_bytes(derive(key.key, f"receipt {times}")) % 10**DIGITS).zfill(DIGITS)


def row_of(receipt: str) -> str:
    """What it finds in the table. Slow, so that a copy of the table tells nobody the numbers."""
    slow = slow_key(receipt.encode(), salt=derive(settings.SECRET_KEY.encode(), "receipt salt"))
    return derive(slow, "receipt row").hex()


def grouped(receipt: str) -> str:
    """As it is shown: "4821 0937 5512 6640"."""
    return " ".join(receipt[start : start + _GROUP] for start in range(0, len(receipt), _GROUP))


def digits_of(typed: str) -> str:
    """The digits of what was typed, of any script, as 0 to 9; spaces and signs do not count."""
    return "".join(str(int(sign)) for sign in typed if sign.isdecimal())
