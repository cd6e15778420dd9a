"""Reads a drawing back: where its texts stand and which lines it draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from screening.summary.chronology.svg_text import width


_SVG = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile(r"([MLHVhvlz])([^MLHVhvlz]*)")

Point = tuple[float, float]
Segment = tuple[Point, Point]


@dataclass(frozen=True)
class Box:
    """A line of text and the space that it takes."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Do both overlap?"""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def crossed(self, segment: Segment) -> bool:
        """Does an upright line run through it?"""
        (x, one), (_, two) = segment
        return self.left < x < self.right and min(one, two) < self.bottom and max(one, two) > self.top


def parsed(svg: str) -> ET.Element:
    """The drawing as XML; raises where it is not well-formed."""
    return ET.fromstring(svg)  # noqa: S314 (made by the program)


def boxes(svg: str) -> list[Box]:
    """Every text, with its greatest width."""
    return [_box(text) for text in parsed(svg).iter(f"{_SVG}text")]


def _box(text: ET.Element) -> Box:
    size, x, y = (float(text.get(name, "0")) for name in ("font-size", "x", "y"))
    words = "".join(text.itertext())
    wide = width(words, size) + (6 if len(text) else 0)
    left = {"middle": x - wide / 2, "end": x - wide}.get(text.get("text-anchor", ""), x)
    return Box(words, left, left + wide, y - 0.72 * size, y + 0.22 * size)


def lines(svg: str, dashes: str = "") -> list[Segment]:
    """The segments of the paths with these dashes; of all paths where none is named."""
    found: list[Segment] = []
    for path in parsed(svg).iter(f"{_SVG}path"):
        if not dashes or path.get("stroke-dasharray") == dashes:
            found += segments(path.get("d", ""))
    return found


def segments(path: str) -> Iterator[Segment]:
    """The straight lines of a path."""
    at = start = (0.0, 0.0)
    for command, text in _COMMAND.findall(path):
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]
        for to in _steps(command, numbers, at, start):
            if command == "M":
                start = to
            else:
                yield at, to
            at = to


def _steps(command: str, numbers: list[float], at: Point, start: Point) -> Iterator[Point]:
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    if command in "ML":
        yield from pairs
    elif command == "l":
        for x, y in pairs:
            at = (at[0] + x, at[1] + y)
            yield at
    elif command == "z":
        yield start
    else:
        by = at if command.islower() else (0.0, 0.0)
        for number in numbers:
            at = (by[0] + number, at[1]) if command in "Hh" else (at[0], by[1] + number)
            yield at
