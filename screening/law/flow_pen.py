"""Draws boxes, lines and text for the flow chart, from left to right or mirrored.

The chart is laid out once, from left to right: where the language runs the other way, x becomes W − x.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from screening.summary.chronology.svg_text import escaped, wrapped


Direction = Literal["ltr", "rtl"]
WIDE = 328.0
INK = "currentColor"
# Around a phrase in another direction: LEFT-TO-RIGHT ISOLATE, and its end.
_OPENS, _CLOSES = "\u2066", "\u2069"


@dataclass(frozen=True)
class Stroke:
    """A line of text in a box: `indent` from the box's edge; `key` names the question that it is about."""

    text: str
    indent: float = 0
    size: float = 13
    bold: bool = False
    english: bool = False
    key: str = ""

    @property
    def pitch(self) -> float:
        """How far below the line before it stands; room for Persian too."""
        return self.size * 1.38


def broken(line: Stroke, room: float) -> list[Stroke]:
    """The lines that a text needs in a box with so much room."""
    parts = isolated(wrapped(line.text, room - line.indent, line.size, 99))
    return [Stroke(part, line.indent, line.size, line.bold, line.english, line.key) for part in parts]


def isolated(lines: Sequence[str]) -> list[str]:
    """An isolated phrase that runs over a line's end is closed there and opened again on the next."""
    found, inside = [], False
    for line in lines:
        opened = f"{_OPENS}{line}" if inside else line
        inside = opened.count(_OPENS) > opened.count(_CLOSES)
        found.append(f"{opened}{_CLOSES}" if inside else opened)
    return found


@dataclass
class Pen:
    """Collects markup. Every x is given from the left, whatever the direction."""

    direction: Direction
    parts: list[str] = field(default_factory=list)

    def x(self, x: float) -> float:
        """The place in the direction of the language."""
        return x if self.direction == "ltr" else WIDE - x

    def line(self, points: Sequence[tuple[float, float]], thick: float = 1.2) -> None:
        """A line through points."""
        d = "L".join(f"{_n(self.x(x))} {_n(y)}" for x, y in points)
        self.parts.append(f'<path d="M{d}" fill="none" stroke="{INK}" stroke-width="{_n(thick)}"/>')

    def solid(self, points: Sequence[tuple[float, float]]) -> None:
        """A filled shape: the head of an arrow, or a diamond."""
        d = "L".join(f"{_n(self.x(x))} {_n(y)}" for x, y in points)
        self.parts.append(f'<path d="M{d}z" fill="{INK}"/>')

    def down(self, x: float, y: float) -> None:
        """An arrow's head that points down to `y`."""
        self.solid([(x - 4, y - 7), (x + 4, y - 7), (x, y)])

    def box(self, left: float, top: float, right: float, bottom: float, *, round_by: float = 2) -> None:
        """A frame with round corners, in any direction of the language."""
        start = left if self.direction == "ltr" else WIDE - right
        self.parts.append(
            f'<rect x="{_n(start)}" y="{_n(top)}" width="{_n(right - left)}" height="{_n(bottom - top)}"'
            f' rx="{_n(round_by)}" fill="none" stroke="{INK}" stroke-width="1.2"/>'
        )

    def text(self, line: Stroke, x: float, y: float) -> None:
        """A line of text that begins at `x`. English keeps its own direction in every language."""
        own = line.english and self.direction == "rtl"
        marks = ' lang="en"' if line.english else ""
        marks += ' direction="ltr" text-anchor="end"' if own else ""
        marks += ' font-weight="700"' if line.bold else ""
        marks += f' data-key="{escaped(line.key)}"' if line.key else ""
        self.parts.append(
            f'<text x="{_n(self.x(x))}" y="{_n(y)}" font-size="{_n(line.size)}"{marks}>{escaped(line.text)}</text>'
        )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
