"""Free text made safe to lay out: one hostile line must not cost seconds (security finding F8).

Only `offense_code` is free text today; every answer passes here all the same.
"""

from __future__ import annotations

import re
import unicodedata


LONGEST_CODE = 300
LONGEST_NOTE = 2_000
_LONGEST_RUN = 80
_MOST_MARKS = 8
_BREAK = "\u200b"

# The non-joiner that Persian spells with, and the isolates around Latin phrases in its texts. No isolate
# comes from a person: `clean_text` takes them out of what is typed.
_OF_OUR_TEXTS = "\u200c\u2066\u2068\u2069"

_LONG_RUN = re.compile(rf"\S{{{_LONGEST_RUN}}}(?=\S)")
_BLANK_LINES = re.compile(r"\n{3,}")


def capped(text: str, longest: int = LONGEST_CODE) -> str:
    """The text without invisible signs, at most `longest` long, with places where a line may break."""
    kept = _few_marks("".join(sign for sign in text if sign == "\n" or not _invisible(sign)))
    short = kept if len(kept) <= longest else kept[: longest - 1] + "…"
    return _LONG_RUN.sub(lambda run: run[0] + _BREAK, _BLANK_LINES.sub("\n\n", short))


def _invisible(sign: str) -> bool:
    """Control signs, direction marks, private and unassigned signs: they reorder or spoil a line."""
    return unicodedata.category(sign)[0] == "C" and sign not in _OF_OUR_TEXTS


def _few_marks(text: str) -> str:
    """At most eight combining marks on a letter."""
    marks = 0
    kept = []
    for sign in text:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def first_sentences(text: str, longest: int) -> str:
    """As many whole sentences as fit; the first always stands."""
    ends = [found.end() for found in re.finditer(r"[.?!]”?(?= [A-Z“])", text)] + [len(text)]
    fitting = [end for end in ends if end <= longest]
    return text[: fitting[-1] if fitting else ends[0]]
