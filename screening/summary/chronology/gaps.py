"""The gaps that the diligence questions turn on, each as long as the rules that compare it see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.authorities import Point, points
from screening.rules.day import Start
from screening.rules.finding import Outcome, Result
from screening.rules.partial_date import PartialDate, add_months
from screening.rules.remedies import REMEDIES
from screening.rules.remedies.timely import clock_start
from screening.summary.page.chrono_data import Gap


# A gap is shown only while its law may still help: these outcomes no passing of time can change.
_CLOSED = (Outcome.NOT_INDICATED, Outcome.NOT_IN_FORCE, Outcome.NOT_RAISED)

_SINCE = {
    "first_notice_date": "first paper to today",
    "removal_order_final_date": "removal order to today",
    "learned_remedy_date": "first heard of the law to today",
    "": "the law in force to today",
    "learned_harm_date": "harm known to today",
    "innocence_evidence_date": "evidence found to today",
    "race_bias_date": "signs of bias to today",
}


@dataclass(frozen=True)
class _Question:
    """The element of a law that compares a day with the as-of day; `key` is that day's, empty for the clock."""

    remedy: str
    element: str
    key: str = ""

    @property
    def law(self) -> str:
        """What it rests on, with its mark: a statute in our words, otherwise the element and its cases."""
        remedy = next(one for one in REMEDIES if one.id == self.remedy)
        element = next(one for one in remedy.elements if one.id == self.element)
        if not self.key:
            return _in_our_words(points("pc1473_7 (b)(2)")[0])
        if len(element.points) == 1:
            return _in_our_words(element.points[0])
        cites = "; ".join(point.printed for point in element.points)
        return f"{remedy.cite}, {say(element.title).lower()}: {cites}."

    def start(self, answers: Answers) -> Start | None:
        """The day from which it counts."""
        if not self.key:
            return clock_start(answers)
        day = answers.day(self.key)
        return None if day is None else Start(day, self.key)


_QUESTIONS = (
    _Question("pc1473_7_a1", "timely"),
    _Question("pc1016_5", "diligence", "learned_harm_date"),
    _Question("pc1473_7_a2", "no_undue_delay", "innocence_evidence_date"),
    _Question("pc1473_7_a3", "no_undue_delay", "race_bias_date"),
)


def gaps(result: Result) -> tuple[Gap, ...]:
    """In the order of the laws. A start still to come, or one that nobody knows, leaves no gap."""
    return tuple(_gaps(result))


def _gaps(result: Result) -> Iterator[Gap]:
    for question in _QUESTIONS:
        start = question.start(result.answers)
        closed = result.remedy(question.remedy).outcome in _CLOSED
        if start is not None and start.day.earliest <= result.as_of and not closed:
            yield _gap(question, start, result.as_of)


def _gap(question: _Question, start: Start, as_of: date) -> Gap:
    least, most = bounds(start.day, as_of)
    return Gap(
        question.remedy,
        f"Gap: {_SINCE[start.key]}",
        start.day.earliest,
        start.day.latest,
        as_of,
        least,
        most,
        in_words(least) if least == most else f"{in_words(least)} to {in_words(most)}",
        question.law,
    )


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
