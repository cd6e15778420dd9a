"""A chronology drawn as inline SVG: no script, no style, presentation attributes only.

`drawn` is the whole; `figures` gives each drawing by itself. Where a gap is narrow on the whole scale, a
second drawing enlarges the years from the first trigger to today. Every text passes `svg_text.escaped`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from screening.summary.chronology.law_days import SIZE as LAW_SIZE
from screening.summary.chronology.law_days import Placed, placed
from screening.summary.chronology.marks import bar, filled, line, mark, n
from screening.summary.chronology.scale import LABELS, LEFT, RIGHT, WIDE, Scale, scale_of
from screening.summary.chronology.svg_text import escaped, width, wrapped
from screening.summary.page.chrono_data import Chronology, Event, Gap


ON_PAPER, ON_PAGE = "#000", "currentColor"
# The height of a row in units; below `_ONE_LINE` label and date share a line where they fit.
ROW, ROW_ON_PAPER = 34.0, 15.0
_ONE_LINE = 22.0
# Narrower years than this are drawn again, enlarged, if that makes them wider by a third at least.
NARROW, _WORTH = 40.0, 1.3

_SIZE, _PITCH, _ROOM = 10.6, 11.6, LABELS - 6.0
_YEARS_HIGH, _LEVEL_HIGH = 22.0, 12.5
_NO_DAYS = "No date is known."


@dataclass(frozen=True)
class Figure:
    """One drawing: its text is markup that this module made, safe to print as it stands."""

    svg: SafeString
    caption: str
    enlarged: bool = False


@dataclass(frozen=True)
class _Line:
    text: str
    bold: bool = False
    beside: str = ""


@dataclass(frozen=True)
class _Drawing:
    """What stands on one drawing, and how."""

    events: tuple[Event, ...]
    gaps: tuple[Gap, ...]
    laws: tuple[Placed, ...]
    scale: Scale
    today: date
    title: str
    row: float
    ink: str

    @property
    def top(self) -> float:
        """Where the axis lies: below the years and the names of the laws."""
        levels = 1 + max((law.level for law in self.laws), default=-1)
        return _YEARS_HIGH + levels * _LEVEL_HIGH

    @property
    def uprights(self) -> tuple[float, ...]:
        """The places of the lines that run through all rows."""
        return (*(law.x for law in self.laws), self.scale.x(self.today))


def drawn(chronology: Chronology, *, row: float = ROW, ink: str = ON_PAGE) -> SafeString:
    """All drawings of a chronology, one after another."""
    markup = "".join(figure.svg for figure in figures(chronology, row=row, ink=ink))
    return mark_safe(markup)  # noqa: S308 (made here)


def figures(chronology: Chronology, *, row: float = ROW, ink: str = ON_PAGE) -> tuple[Figure, ...]:
    """One drawing, or two where the years of a gap are narrow; none where there is nothing to draw."""
    if not chronology.events:
        return ()
    whole = _whole(chronology, row, ink)
    close = _enlarged(chronology, row, ink)
    if close is None or whole.scale.per_year >= NARROW or not _wider(close.scale, whole.scale):
        return (_figure(replace(whole, gaps=chronology.gaps), _span_words(chronology)),)
    return (
        _figure(whole, _span_words(chronology)),
        _figure(close, "The years that the diligence question turns on", enlarged=True),
    )


def _figure(drawing: _Drawing, caption: str, *, enlarged: bool = False) -> Figure:
    return Figure(mark_safe(_svg(drawing)), caption, enlarged)  # noqa: S308 (made here)


def _wider(close: Scale, whole: Scale) -> bool:
    return close.per_year >= _WORTH * whole.per_year


def _whole(chronology: Chronology, row: float, ink: str) -> _Drawing:
    days = [day for event in chronology.events for day in event.days]
    scale = scale_of([*days, chronology.as_of])
    return _Drawing(
        chronology.events,
        (),
        placed(chronology.laws, scale),
        scale,
        chronology.as_of,
        story(chronology),
        row,
        ink,
    )


def _enlarged(chronology: Chronology, row: float, ink: str) -> _Drawing | None:
    """The years from the first trigger to today and on, with the events that lie in them."""
    if not chronology.gaps:
        return None
    first = min(gap.first for gap in chronology.gaps)
    events = tuple(event for event in chronology.dated if event.first and event.first >= first)
    scale = scale_of([first, chronology.as_of, *(day for event in events for day in event.days)])
    laws = tuple(law for law in chronology.laws if law.day >= first)
    told = [
        "Enlarged.",
        *(event.sentence for event in events),
        *(gap.sentence for gap in chronology.gaps),
        f"Today is {chronology.as_of_words}.",
    ]
    return _Drawing(
        events,
        chronology.gaps,
        placed(laws, scale),
        scale,
        chronology.as_of,
        " ".join(told),
        row,
        ink,
    )


def story(chronology: Chronology) -> str:
    """All that the drawing says, in sentences: what a reader hears who cannot see it."""
    return " ".join(
        [
            f"Chronology. {_span_words(chronology)}",
            *(event.sentence for event in chronology.events),
            *(f"{law.label}: {law.words}." for law in chronology.laws),
            *(gap.sentence for gap in chronology.gaps),
            f"Today is {chronology.as_of_words}.",
        ]
    )


def _span_words(chronology: Chronology) -> str:
    days = [day for event in chronology.events for day in event.days]
    if not days:
        return _NO_DAYS
    first, last = min(days).year, max(*days, chronology.as_of).year
    return f"All dates that were given, {first}{f' to {last}' if first < last else ''}."


def _svg(drawing: _Drawing) -> str:
    rows, bottom = _rows(drawing)
    below, high = _gap_rows(drawing, bottom)
    parts = [*_axis(drawing), *_law_lines(drawing, bottom), *_today(drawing, bottom), *rows, *below]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {n(high)}" width="{WIDE}"'
        f' height="{n(high)}" role="img" lang="en" direction="ltr" fill="{drawing.ink}"'
        ' font-family="Noto Sans,system-ui,sans-serif">'
        f"<title>{escaped(drawing.title)}</title>{''.join(parts)}</svg>"
    )


def _axis(drawing: _Drawing) -> Iterator[str]:
    top, scale = drawing.top, drawing.scale
    for year in scale.years:
        x = scale.at(year)
        if scale.ticked(year):
            high = 7 if scale.written(year) else 4
            yield line(f"M{n(x)} {n(top - high)}v{high}", drawing.ink, 1)
        if scale.written(year) and LEFT + 4 < x < RIGHT - 4:
            yield _text(str(year), x, top - 10, anchor="middle")
    yield line(f"M{LEFT} {n(top)}H{RIGHT}", drawing.ink, 1.2)


def _year_boxes(scale: Scale) -> list[tuple[float, float]]:
    half = width("2000", _SIZE) / 2 + 2
    return [(scale.at(year) - half, scale.at(year) + half) for year in scale.years if scale.written(year)]


def _law_lines(drawing: _Drawing, bottom: float) -> Iterator[str]:
    """A dotted line from each name down through the rows; it leaves the number of a year free."""
    top, years = drawing.top, _year_boxes(drawing.scale)
    for law in drawing.laws:
        base = top - _YEARS_HIGH - law.level * _LEVEL_HIGH
        crossed = any(start < law.x < end for start, end in years)
        down = f"V{n(top - _YEARS_HIGH + 2)}M{n(law.x)} {n(top)}" if crossed else ""
        yield line(f"M{n(law.x)} {n(base - 9)}{down}V{n(bottom)}", drawing.ink, 0.8, "1 3")
        yield _text(law.law.label, law.start, base, size=LAW_SIZE)


def _today(drawing: _Drawing, bottom: float) -> Iterator[str]:
    x = drawing.scale.x(drawing.today)
    yield line(f"M{n(x)} {n(drawing.top)}V{n(bottom + 3)}", drawing.ink, 1.5)
    # To the left of its line, or to the right where the labels begin.
    room = x - width("today", _SIZE) - 6 > LEFT
    anchor, at = ("end", x - 4) if room else ("start", x + 4)
    yield _text("today", at, bottom + 11, anchor=anchor, bold=True)


def _rows(drawing: _Drawing) -> tuple[list[str], float]:
    """The rows of the events, and where they end."""
    parts: list[str] = []
    y = drawing.top
    for place, event in enumerate(drawing.events):
        lines = _label(event.label, event.words, drawing.row)
        high = max(drawing.row, len(lines) * _PITCH + 2)
        if place:
            parts.append(line(f"M0 {n(y)}H{RIGHT}", drawing.ink, 0.3))
        parts += _lines(lines, y + high / 2)
        parts.append(mark(event, drawing.scale, y + high / 2, drawing.ink, drawing.uprights))
        y += high
    double = "".join(f"M{x} {n(drawing.top)}V{n(y)}" for x in (LABELS - 2, LABELS + 1))
    parts.append(line(double, drawing.ink, 0.9))
    return parts, y


def _label(label: str, words: str, row: float) -> tuple[_Line, ...]:
    """A label in bold and its date, each in two lines at most; on one line where rows are low and it fits."""
    if row < _ONE_LINE and width(f"{label}  {words}", _SIZE) <= _ROOM:
        return (_Line(label, bold=True, beside=words),)
    return (
        *(_Line(text, bold=True) for text in wrapped(label, _ROOM, _SIZE, 2)),
        *(_Line(text) for text in wrapped(words, _ROOM, _SIZE, 2)),
    )


def _lines(lines: tuple[_Line, ...], middle: float) -> Iterator[str]:
    first = middle - (len(lines) - 1) * _PITCH / 2 + _SIZE * 0.35
    for place, one in enumerate(lines):
        yield _text(one.text, 0, first + place * _PITCH, bold=one.bold, beside=one.beside)


def _gap_rows(drawing: _Drawing, bottom: float) -> tuple[list[str], float]:
    """The gaps below the rows, and the height of the whole drawing."""
    parts: list[str] = []
    y = bottom + 16
    for gap in drawing.gaps:
        fuzzy = gap.first != gap.last
        key = "black: certain · dotted: possible" if fuzzy else "black: certain"
        lines = _label(gap.label, key, ROW)
        high = max(32.0, len(lines) * _PITCH + 4)
        parts += [*_lines(lines, y + high / 2), *_gap(gap, drawing, y + 9)]
        y += high
    return parts, y + 2


def _gap(gap: Gap, drawing: _Drawing, middle: float) -> Iterator[str]:
    scale = drawing.scale
    first, last, end = scale.x(gap.first), scale.x(gap.last), scale.x(gap.end)
    ticks = f"M{n(first)} {n(middle - 6)}v12M{n(end)} {n(middle - 6)}v12"
    yield line(ticks, drawing.ink, 1.2) + line(f"M{n(first)} {n(middle)}H{n(end)}", drawing.ink, 1.2, "2 2")
    if last < end:
        yield filled(bar(last, end, middle, 4), drawing.ink)
    half = width(gap.words, _SIZE) / 2
    x = min(max((first + end) / 2, LEFT + half), RIGHT - half)
    yield _text(gap.words, x, middle + 17, anchor="middle", bold=True)


def _text(
    text: str,
    x: float,
    y: float,
    *,
    size: float = _SIZE,
    anchor: str = "",
    bold: bool = False,
    beside: str = "",
) -> str:
    placed_at = f' text-anchor="{anchor}"' if anchor else ""
    weight = ' font-weight="700"' if bold else ""
    more = f'<tspan font-weight="400" dx="6">{escaped(beside)}</tspan>' if beside else ""
    return (
        f'<text x="{n(x)}" y="{n(y)}" font-size="{n(size)}"{placed_at}{weight}>{escaped(text)}{more}</text>'
    )
