"""The urgent flags of all cases, each naming its case, those with a day first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import date_in_words, said, say
from screening.rules.answer import Answer
from screening.rules.answers import Answers
from screening.rules.element import filled
from screening.rules.facts import EVENT_DATES
from screening.rules.finding import Result
from screening.rules.flags.every import CLIENT_WORDS, FLAGS, URGENT
from screening.rules.partial_date import PartialDate
from screening.rules.urgency import EVENT_OF, Level, level
from screening.summary.page.coming import coming_day
from screening.summary.page.data import UrgentRow
from screening.summary.page.words import weekday_in_words


Named = tuple[str, Result]


def urgent_rows(cases: Sequence[Named], as_of: date) -> tuple[UrgentRow, ...]:
    """The union over the cases; a flag that every case shares names none."""
    rows = []
    for flag in URGENT:
        raised = [case for case in cases if flag.code in case[1].urgent]
        if raised:
            named = () if len(raised) == len(cases) else tuple(name for name, _ in raised)
            rows.append(_row(flag.code, raised[0][1], as_of, named))
    return tuple(sorted(rows, key=lambda row: (row.day is None, row.day or as_of, not row.today)))


def _row(code: str, result: Result, as_of: date, cases: tuple[str, ...]) -> UrgentRow:
    flag, answers = FLAGS[code], result.answers
    attorney, client = say(filled(flag.attorney, answers)), say(CLIENT_WORDS[code])
    if code == "date_passed":
        return UrgentRow(code, attorney, client, when=_passed(answers, as_of), cases=cases)
    event = EVENT_OF.get(code)
    coming = coming_day(event, answers, as_of) if event else None
    if event is None or coming is None:
        today = level(code, result.urgent, answers, as_of) is Level.ACT_TODAY
        return UrgentRow(code, attorney, client, cases=cases, today=today)
    days = in_days(coming, as_of)
    return UrgentRow(
        code,
        attorney,
        client,
        title=said("upcoming", event),
        when=", ".join(part for part in (weekday_in_words(coming), days) if part),
        client_when=_for_person(event, coming, days),
        client_day=_for_person(event, coming, ""),
        cases=cases,
        day=coming.earliest,
    )


def in_days(day: PartialDate, as_of: date) -> str:
    """How far away a known day is."""
    if day.earliest != day.latest:
        return ""
    days = (day.earliest - as_of).days
    if days == 0:
        return gettext("today")
    return ngettext("in {days} day", "in {days} days", days).format(days=days)


def _for_person(event: str, day: PartialDate, in_days: str) -> str:
    words = gettext("{what}: {day}").format(
        what=say(QUESTIONS[EVENT_DATES[event]].short), day=weekday_in_words(day)
    )
    return gettext("{words}, {in_days}.").format(words=words, in_days=in_days) if in_days else f"{words}."


def _passed(answers: Answers, as_of: date) -> str:
    coming = answers.several("upcoming") or frozenset()
    passed = [
        gettext("{what}: {day}").format(what=said("upcoming", event), day=date_in_words(day))
        for event, key in EVENT_DATES.items()
        if event in coming and (day := answers.day(key)) and day.before(as_of) is Answer.YES
    ]
    return "; ".join(passed)
