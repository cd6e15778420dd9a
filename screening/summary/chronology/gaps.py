"""The gaps that the diligence questions turn on, each as long as the rules that compare it see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screening.questions.wording import say
from screening.rules import beside
from screening.rules.authorities import Point
from screening.rules.day import Start
from screening.rules.element import Element, Remedy
from screening.rules.finding import SETTLED, Result
from screening.rules.partial_date import PartialDate, add_months
from screening.rules.remedies import REMEDIES
from screening.summary.page.chrono_data import Gap


def gaps(result: Result) -> tuple[Gap, ...]:
    """In the order of the laws, those last whose ground a person must name.

    A start still to come, or one that nobody knows, leaves no gap.
    """
    return tuple(_gaps(result))


def _gaps(result: Result) -> Iterator[Gap]:
    for remedy in sorted(REMEDIES, key=lambda remedy: remedy.ground is not None):
        # Shown only while the law may still help.
        if result.remedy(remedy.id).outcome in SETTLED:
            continue
        for element in remedy.elements:
            start = element.gap.start(result.answers) if element.gap else None
            if element.gap and start and start.day.earliest <= result.as_of:
                yield _gap(remedy, element, element.gap, start, result.as_of)


def _gap(remedy: Remedy, element: Element, counted: beside.Gap, start: Start, as_of: date) -> Gap:
    least, most = bounds(start.day, as_of)
    return Gap(
        remedy.id,
        f"Gap: {dict(counted.names)[start.key]} to today",
        start.day.earliest,
        start.day.latest,
        as_of,
        least,
        most,
        in_words(least) if least == most else f"{in_words(least)} to {in_words(most)}",
        _law(remedy, element, counted.points),
    )


def _law(remedy: Remedy, element: Element, asked_by: tuple[Point, ...]) -> str:
    """What it rests on, with its mark: a statute in our words, otherwise the element and its cases."""
    if len(asked_by) == 1:
        return _in_our_words(asked_by[0])
    cites = "; ".join(point.printed for point in asked_by)
    return f"{remedy.cite}, {say(element.title).lower()}: {cites}."


def _in_our_words(point: Point) -> str:
    return f"{point.printed}: {point.proposition}"


def bounds(day: PartialDate, as_of: date) -> tuple[int, int]:
    """The fewest and the most whole months that may have passed since."""
    return whole_months(day.latest, as_of), whole_months(day.earliest, as_of)


def whole_months(day: date, until: date) -> int:
    """How many whole months lie between, rounded down as the rules count them; none where `until` is earlier."""
    months = (until.year - day.year) * 12 + until.month - day.month
    return max(0, months if add_months(day, months) <= until else months - 1)


def in_words(months: int) -> str:
    """For example "2 years 10 months"."""
    years, rest = divmod(months, 12)
    parts = [
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in ((years, "year"), (rest, "month"))
        if number
    ]
    return " ".join(parts) or "less than a month"
