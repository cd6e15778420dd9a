"""The questionnaire drawn as a flow chart: one column, narrow enough for a phone, without script or style.

Pages that everybody sees stand on the line. A page that is asked only under a condition stands to its side,
with the condition on the way to it. The chart is a picture for the eye: `FlowChart.steps` has the same for
a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from screening.law.flow import FlowPage, FlowPart, FlowQuestion, flow
from screening.law.flow_pen import WIDE, Direction, Pen, Stroke, broken
from screening.questions.wording import listed, say
from screening.rules.text import _
from screening.summary.chronology.svg_text import escaped


_TITLE = _("The way through the questions")
_START, _CHECK, _ANOTHER = _("Start"), _("Check your answers"), _("Add another case")
_END = _("What your answers show")
_ONCE = _("Once a person, with the first case")

_SPINE, _SIDE, _RIGHT = 14.0, 40.0, WIDE - 1
_PAD, _GAP = 9.0, 18.0


@dataclass(frozen=True)
class FlowChart:
    """The drawing, safe to print as it stands, and what it shows as data, part by part."""

    svg: SafeString
    steps: tuple[FlowPart, ...]


def flow_chart(language_direction: Direction) -> FlowChart:
    """The chart in the active language, which runs in this direction."""
    steps = flow()
    return FlowChart(mark_safe(_svg(steps, language_direction)), steps)  # noqa: S308 (made here)


def _svg(steps: tuple[FlowPart, ...], direction: Direction) -> str:
    pen = Pen(direction)
    chart = _Chart(pen)
    chart.ending(say(_START), first=True)
    for part in steps:
        chart.part(part)
        for page in part.pages:
            chart.page(page)
    chart.ending(say(_CHECK))
    chart.aside([], [Stroke(say(_ANOTHER), size=14, bold=True), Stroke(f"↑ {_again(steps)}")], leads_on=False)
    chart.ending(say(_END))
    high = f"{chart.y + 2:.0f}"
    title = escaped(say(_TITLE))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow" viewBox="0 0 {WIDE:.0f} {high}" width="{WIDE:.0f}"'
        f' height="{high}" role="img" direction="{direction}" fill="currentColor"'
        ' font-family="Noto Sans,Noto Sans Arabic,system-ui,sans-serif">'
        f"<title>{title}</title><desc>{escaped(_told(steps))}</desc>{''.join(pen.parts)}</svg>"
    )


def _again(steps: tuple[FlowPart, ...]) -> str:
    """Another case begins with the part after what all cases share."""
    part = next(part for part in steps if not all(page.once for page in part.pages))
    return f"{part.number}. {part.title}"


def _told(steps: tuple[FlowPart, ...]) -> str:
    """The pages in one line each, for whoever cannot see the drawing."""
    return " ".join(
        f"{part.number}. {part.title}: {_ended(listed([p.title for p in part.pages]))}" for part in steps
    )


def _ended(sentence: str) -> str:
    """With a full stop, unless it ends in a mark of its own."""
    return sentence if sentence.endswith(("?", "؟", ".")) else f"{sentence}."


class _Chart:
    """Sets one thing below the other. `y` is where the last one ended; the spine is drawn as it grows."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.y = 1.0

    def ending(self, words: str, *, first: bool = False) -> None:
        """The first or last station: a box with round ends."""
        self._on_spine([Stroke(words, size=14, bold=True)], round_by=14, arrow=not first)

    def part(self, part: FlowPart) -> None:
        """The name of a part, beside the spine and over a line."""
        lines = broken(Stroke(f"{part.number}. {part.title}", size=15, bold=True), _RIGHT - _SPINE - 16)
        top, y = self.y, self.y + 12
        for line in lines:
            y += line.pitch
            self.pen.text(line, _SPINE + 16, y)
        self.pen.line([(_SPINE + 16, y + 6), (_RIGHT, y + 6)], 0.8)
        self.pen.line([(_SPINE + 16, y + 8.5), (_RIGHT, y + 8.5)], 0.8)
        self.y = y + 10
        self._spine(top)

    def page(self, page: FlowPage) -> None:
        """A page on the spine, or to its side under its condition."""
        lines = list(_page_lines(page))
        if page.when:
            self.aside([Stroke(page.when, size=12, english=True)], lines)
        else:
            self._on_spine(lines)

    def aside(self, conditions: list[Stroke], lines: list[Stroke], *, leads_on: bool = True) -> None:
        """A box to the side: the spine runs past it, a branch leads in and, where it `leads_on`, a line back."""
        top = self.y
        branch = top + 16
        self.pen.solid(
            [(_SPINE, branch - 6), (_SPINE + 6, branch), (_SPINE, branch + 6), (_SPINE - 6, branch)]
        )
        y = branch - 7.5
        for line in (one for words in conditions for one in broken(words, _RIGHT - _SIDE - 30)):
            y += line.pitch
            self.pen.text(line, _SIDE + 30, y)
        start = max(y + 10, branch + 16)
        self.pen.line([(_SPINE, branch), (_SIDE + 16, branch), (_SIDE + 16, start)])
        self.pen.down(_SIDE + 16, start)
        self.y = self._box(lines, _SIDE, start)
        if leads_on:
            self.y += 10
            self.pen.line([(_SIDE + 16, self.y - 10), (_SIDE + 16, self.y), (_SPINE + 6, self.y)])
            self.pen.solid([(_SPINE + 8, self.y - 4), (_SPINE + 8, self.y + 4), (_SPINE + 1, self.y)])
        self._spine(top)

    def _on_spine(self, lines: list[Stroke], *, round_by: float = 2, arrow: bool = True) -> None:
        top = self.y
        if arrow:
            self.y += _GAP
            self._spine(top)
            self.pen.down(_SPINE, self.y)
        self.y = self._box(lines, 1, self.y, round_by=round_by)

    def _box(self, lines: list[Stroke], left: float, top: float, *, round_by: float = 2) -> float:
        y = top + _PAD - 4
        for line in (one for text in lines for one in broken(text, _RIGHT - left - 2 * _PAD)):
            y += line.pitch
            self.pen.text(line, left + _PAD + line.indent, y)
        bottom = y + _PAD
        self.pen.box(left, top, _RIGHT, bottom, round_by=round_by)
        return bottom

    def _spine(self, top: float) -> None:
        self.pen.line([(_SPINE, top), (_SPINE, self.y)])


def _page_lines(page: FlowPage) -> Iterator[Stroke]:
    yield Stroke(f"{page.number} · {page.title}", size=14, bold=True)
    if page.once:
        yield Stroke(say(_ONCE), size=12)
    for question in page.questions:
        yield from _question_lines(question)


def _question_lines(question: FlowQuestion) -> Iterator[Stroke]:
    """The question by its short name; below it what opens it."""
    if question.answers:
        yield Stroke(f"{listed(question.answers)}:", indent=14, size=12)
        yield Stroke(f"– {question.short}", indent=26, key=question.key)
    else:
        yield Stroke(f"– {question.short}", indent=4, key=question.key)
    if question.when:
        yield Stroke(question.when, indent=14, size=12, english=True)
