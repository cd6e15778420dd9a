"""Random ids: nobody can guess one or count with them. Part of an id, printed in groups, is read aloud."""

from __future__ import annotations

import secrets


# Crockford's letters: no I, L, O or U, so that nothing is misread on a telephone.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# 130 bits.
LENGTH = 26
# What people say and print: 40 bits, so that two of 10,000 screenings share one once in 20,000 offices.
SPOKEN = 8


def new_id() -> str:
    """An id that nobody has."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def spoken(row_id: str) -> str:
    """The number of a screening as it is printed and read aloud: "4TND-8C2K"."""
    return f"{row_id[:4]}-{row_id[4:SPOKEN]}"


def heard(text: str) -> str:
    """The beginning of an id from what somebody typed of its number; empty where it is none."""
    letters = text.upper().replace("-", "").replace(" ", "").translate(str.maketrans("ILO", "110"))
    return letters if 4 <= len(letters) <= LENGTH and set(letters) <= set(ALPHABET) else ""
