"""The marks of a chronology: one for each way in which a date is known (brief, "SVG geometry").

Every hatch is a computed path, so that all renderers agree. `ink` is `#000` on paper and `currentColor`
on a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from screening.summary.chronology.scale import LEFT, REACH, RIGHT, Scale
from screening.summary.page.chrono_data import Event, EventKind


_HALF = 6.0
_DIAMOND = 7.0
_LEAST_BAR = 6.0
_HATCH = 4.5
RING = 7.5
_FREE = 1.5


def n(value: float) -> str:
    """A number as short as it can be, the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def line(path: str, ink: str, thick: float, dashes: str = "") -> str:
    """A path that is drawn, not filled."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="{n(thick)}"{dashed}/>'


def filled(path: str, ink: str) -> str:
    """A path that is filled."""
    return f'<path d="{path}" fill="{ink}"/>'


def bar(start: float, end: float, middle: float, half: float = _HALF) -> str:
    """A solid bar as a path."""
    return f"M{n(start)} {n(middle - half)}H{n(end)}v{n(2 * half)}H{n(start)}z"


def hatched(start: float, end: float, middle: float, ink: str) -> str:
    """A bar of lines at 45 degrees with an outline: somewhere in here."""
    top, high = middle - _HALF, 2 * _HALF
    lines = []
    at = start - high + _HATCH / 2
    while at < end:
        left, right = max(at, start), min(at + high, end)
        lines.append(f"M{n(left)} {n(top + high - (left - at))}L{n(right)} {n(top + high - (right - at))}")
        at += _HATCH
    return line("".join(lines), ink, 0.9) + line(bar(start, end, middle), ink, 1.1)


def mark(event: Event, scale: Scale, middle: float, ink: str, uprights: Sequence[float]) -> str:
    """The mark of one event. `uprights` are the places of vertical lines that a "?" keeps off."""
    if event.kind is EventKind.UNKNOWN:
        return _unknown(event, scale, middle, ink, uprights)
    return _KNOWN[event.kind](event, scale, middle, ink)


def _day(event: Event, scale: Scale, middle: float, ink: str) -> str:
    x = _inside(scale.x(event.days[0]), REACH)
    return filled(f"M{n(x)} {n(middle - _DIAMOND)}l6 7-6 7-6-7z", ink)


def _month(event: Event, scale: Scale, middle: float, ink: str) -> str:
    return filled(bar(*_wide(scale, event), middle), ink)


def _span(event: Event, scale: Scale, middle: float, ink: str) -> str:
    return hatched(*_wide(scale, event), middle, ink)


def _run(event: Event, scale: Scale, middle: float, ink: str) -> str:
    """Solid where it surely ran; hatched from the first to the last possible day of an end that is vague."""
    first, last, end_first, end_last = event.days
    begins, ends = scale.x(first), max(scale.x_end(end_last), scale.x(first) + _LEAST_BAR)
    sure = scale.x_end(last) if _is_vague(first, last) else begins
    unsure = scale.x(end_first) if _is_vague(end_first, end_last) else ends
    if sure >= unsure:
        return hatched(begins, ends, middle, ink)
    before = hatched(begins, sure, middle, ink) if sure > begins else ""
    after = hatched(unsure, ends, middle, ink) if ends > unsure else ""
    return before + filled(bar(sure, unsure, middle), ink) + after


def _is_vague(first: date, last: date) -> bool:
    """An end known to the month is solid, as a month is; only a longer span is hatched."""
    return (last - first).days > _LONGEST_MONTH


_LONGEST_MONTH = 31

_KNOWN: Mapping[EventKind, Callable[[Event, Scale, float, str], str]] = {
    EventKind.DAY: _day,
    EventKind.MONTH: _month,
    EventKind.SPAN: _span,
    EventKind.RUN: _run,
}


def _wide(scale: Scale, event: Event) -> tuple[float, float]:
    """From the first day to the end of the last, wide enough to be seen."""
    start, end = scale.x(event.days[0]), scale.x_end(event.days[-1])
    if end - start < _LEAST_BAR:
        start = _inside((start + end) / 2, REACH) - _LEAST_BAR / 2
        end = start + _LEAST_BAR
    return start, end


def _inside(x: float, reach: float) -> float:
    return min(max(x, LEFT + reach), RIGHT - reach)


def _unknown(event: Event, scale: Scale, middle: float, ink: str, uprights: Sequence[float]) -> str:
    """A dashed line over all days that are possible, and a broken ring with a question mark."""
    start = scale.x(event.first) if event.first else float(LEFT)
    end = scale.x_end(event.last) if event.last else float(RIGHT)
    x = _free_of(uprights, (start + end) / 2)
    ends = ((start, x - RING - _FREE), (x + RING + _FREE, end))
    dashes = "".join(f"M{n(one)} {n(middle)}H{n(two)}" for one, two in ends if two - one > 1)
    ring = (
        f'<circle cx="{n(x)}" cy="{n(middle)}" r="{n(RING)}" fill="none" stroke="{ink}"'
        ' stroke-width="1.2" stroke-dasharray="2.4 1.7"/>'
        f'<text x="{n(x)}" y="{n(middle + 3.8)}" font-size="11" text-anchor="middle"'
        ' font-weight="700">?</text>'
    )
    return (line(dashes, ink, 1.4, "5 5") if dashes else "") + ring


def _free_of(uprights: Sequence[float], wanted: float) -> float:
    """The nearest place for a ring that no vertical line crosses."""
    reach = RING + 2
    beside = [x + side for x in uprights for side in (-reach, reach)]
    free = [
        x
        for x in (_inside(wanted, reach), *beside)
        if LEFT + RING <= x <= RIGHT - RING and all(abs(x - other) >= reach - 0.01 for other in uprights)
    ]
    return min(free, key=lambda x: abs(x - wanted), default=_inside(wanted, reach))
