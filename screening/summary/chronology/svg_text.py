"""Text inside an SVG made on the server: how wide it is at most, where it breaks, and how it is escaped.

SVG does not wrap, and nobody can measure a browser's font here: the widths are those of Noto Sans Bold,
rounded up, which is wider than the regular and than the usual system fonts.
"""

from __future__ import annotations

import re
from html import escape


_CLASSES = (
    (230, "‘’"),
    (290, " '\",.:;·!ijl"),
    (350, "-J[]()`"),
    (440, "fI{}t_/\\r"),
    (520, '“”?"§zsc–*FS|'),
    (610, "ELvy$+0123456789<=>^~xTZek"),
    (640, "aoYPbdgpqCáéíóúñ"),
    (690, "#VhnuRKXBA"),
    (790, "GD&UHOQN"),
    (940, "…w@%"),
    (1000, "MWm"),
)
_WIDTH = {sign: width for width, signs in _CLASSES for sign in signs}
# Signs of other scripts, about as wide as our Persian and wider than our Spanish.
_OTHER = 660

# What XML 1.0 does not allow at all.
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def width(text: str, size: float) -> float:
    """At most how wide a line of text is, in the units of `size`."""
    return sum(_WIDTH.get(sign, _OTHER) for sign in text) * size / 1000


def escaped(text: str) -> str:
    """Safe inside an element or between double quotes, and well-formed whatever was typed."""
    return escape(_NO_XML.sub("", text))


def wrapped(text: str, room: float, size: float, lines: int) -> tuple[str, ...]:
    """The text in at most so many `lines`, none wider than `room`; what does not fit ends in "…"."""
    found: list[str] = []
    for word in text.split():
        if found and width(f"{found[-1]} {word}", size) <= room:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    kept = found[:lines]
    if len(found) > lines:
        kept[-1] = f"{kept[-1]} …"
    return tuple(shortened(line, room, size) for line in kept)


def shortened(line: str, room: float, size: float) -> str:
    """As much of one line as fits, with "…" where something is left out."""
    if width(line, size) <= room:
        return line
    kept = line.rstrip(" …")
    while kept and width(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
