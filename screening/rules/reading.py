"""Lines read from bits: the first that applies, and an element with its reason and the keys that it rests on.

It says what `Element.read` says (`tests/rules/test_compiled.py`) in a fraction of the time: what depends on the same
bits, and names the same answers, is the same object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from screening.rules.answers import Answers
from screening.rules.compiled import Bits, Compiled, Values, Why
from screening.rules.element import Element, F, Line, names
from screening.rules.finding import ElementResult, Finding


K = TypeVar("K")
V = TypeVar("V")

MOST_KEPT = 2048


class Kept(dict[K, V]):
    """What was found, by what it depends on. Once full it begins anew, so that a long file fills no memory."""

    def keep(self, key: K, found: V) -> V:
        """Keep and return it."""
        if len(self) >= MOST_KEPT:
            self.clear()
        self[key] = found
        return found


def first_line(lines: Iterable[Line[F]], last: Line[F], compiled: Compiled) -> Callable[[Bits], Line[F]]:
    """The first of the lines that applies; where none does, `last`."""
    tests = tuple((compiled.holds(line.when), line) for line in lines)

    def line(bits: Bits) -> Line[F]:
        for holds, one in tests:
            if holds(bits):
                return one
        return last

    return line


@dataclass(frozen=True, eq=False)
class _Applied:
    """A line that applies because of the keys `why` and `beside`; its sentences name the answers to `named`."""

    line: Line[Finding]
    why: tuple[str, ...]
    beside: tuple[str, ...]
    named: tuple[str, ...]


class Reading:
    """One element, read from bits."""

    def __init__(self, element: Element, compiled: Compiled) -> None:
        self._element = element
        self.line = first_line(element.lines, element.nothing_applies, compiled)
        # Of each line why its conditions answer as they do, and the answers that its sentences always name.
        self._of: dict[Line[Finding], tuple[Why, Why, tuple[str, ...]]] = {}
        self._standing = 0
        for key in element.keys:
            self._standing |= compiled.looked[key] | compiled.exact[key]
        self._mask = self._standing
        for line in (*element.lines, element.nothing_applies):
            conditions = [one for one in (line.when, line.beside) if one is not None]
            why, beside = compiled.why(line.when), compiled.why(conditions[-1])
            self._of[line] = (why, beside, self._named(line))
            for one in conditions:
                self._mask |= compiled.mask(one)
        self._seen: Kept[Bits, _Applied] = Kept()
        self._applied: Kept[object, _Applied] = Kept()
        self._results: Kept[object, ElementResult] = Kept()

    def read(self, bits: Bits, values: Values) -> ElementResult:
        """The finding with its reason, authorities and the keys that it rests on."""
        seen = bits & self._mask
        applied = self._seen.get(seen) or self._seen.keep(seen, self._apply(seen))
        given = (applied, *map(values.get, applied.named))
        return self._results.get(given) or self._results.keep(given, self._result(applied, values))

    def _named(self, line: Line[Finding]) -> tuple[str, ...]:
        sentences = (line.because, line.change or self._element.change, line.closed)
        return tuple(dict.fromkeys(key for text in sentences if text is not None for key in names(text)))

    def _apply(self, bits: Bits) -> _Applied:
        line = self.line(bits)
        of_when, of_beside, named = self._of[line]
        why = of_when(bits)
        beside = of_beside(bits) if line.beside else ()
        standing = bits & self._standing if line.finding is Finding.UNKNOWN else 0
        same = (line, why, beside, standing)
        told = (*(line.stated or why), *beside) if line.beside else ()
        return self._applied.get(same) or self._applied.keep(
            same, _Applied(line, why, beside, (*named, *told))
        )

    def _result(self, applied: _Applied, values: Values) -> ElementResult:
        return self._element.read_by(applied.line, Answers(values), applied.why, applied.beside)
