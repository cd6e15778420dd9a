"""From what was typed to an answer, or to a sentence that says how to go on.

What is typed is a list of strings: the numbers of the ticked options, one text, or for a date year, month
and day followed by the ticked unknown answers. Numbers are places in the fact's values, so that no answer
can be read from a form that is sent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from screening.questions.wording import said
from screening.rules.answers import Value
from screening.rules.facts import (
    COUNTIES,
    EVENT_DATES,
    FACTS,
    LONGEST_TEXT,
    STAND_ALONE,
    UNKNOWN_VALUES,
    UNSURE,
    Fact,
    Kind,
)
from screening.rules.partial_date import FIRST_YEAR, LAST_YEAR, PartialDate
from screening.rules.record import clean_text


COUNTY_CHOICES = (*COUNTIES, UNSURE)
_YEAR_DIGITS = 4
_PASTED = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
# Years of the Iranian calendar that may stand in a life. Nobody converts them: one lies in two of ours.
SOLAR_HIJRI = range(1280, 1421)

# Dates of what has happened. The rest may lie ahead.
_MAY_LIE_AHEAD = frozenset({*EVENT_DATES.values(), "custody_end_date"})
PAST_DATES = frozenset(
    key for key, fact in FACTS.items() if fact.kind is Kind.DATE and key not in _MAY_LIE_AHEAD
)


def choices(fact: Fact) -> tuple[str, ...]:
    """The values behind the numbers of a form."""
    if fact.kind is Kind.COUNTY:
        return COUNTY_CHOICES
    return UNKNOWN_VALUES if fact.kind is Kind.DATE else fact.all_values


def typed_from(fact: Fact, value: Value | None) -> list[str]:
    """What would have to be typed to give this answer."""
    if fact.kind is Kind.DATE:
        if isinstance(value, PartialDate):
            parts = [part.lstrip("0") for part in value.text.split("-")]
            return [*parts, "", ""][:3]
        return ["", "", "", *_numbers(fact, value)]
    return [str(value)] if fact.kind is Kind.TEXT and value else _numbers(fact, value)


def _numbers(fact: Fact, value: Value | None) -> list[str]:
    given = value if isinstance(value, tuple) else (value,)
    values = choices(fact)
    return [str(values.index(one) + 1) for one in given if isinstance(one, str) and one in values]


def read(fact: Fact, typed: Sequence[str], offered: Sequence[str], as_of: date) -> Value | None:
    """The answer; None where an optional question was left empty. Raises ValidationError in words."""
    match fact.kind:
        case Kind.DATE:
            return _read_date_or_unknown(fact, typed, as_of)
        case Kind.TEXT:
            return _read_text(typed)
        case _:
            return _read_choice(fact, typed, offered)


def _read_choice(fact: Fact, typed: Sequence[str], offered: Sequence[str]) -> Value | None:
    values = choices(fact)
    by_number = {str(place + 1): value for place, value in enumerate(values)}
    ticked = {by_number[number] for number in typed if number in by_number}
    chosen = tuple(value for value in values if value in ticked and value in offered)
    if not chosen:
        if fact.optional:
            return None
        raise ValidationError(gettext("Choose an answer. “I am not sure” is fine."))
    if fact.kind is not Kind.SEVERAL:
        return chosen[0]
    alone = next((value for value in chosen if value in STAND_ALONE), None)
    if alone and len(chosen) > 1:
        label = said(fact.key, alone)
        raise ValidationError(
            gettext("“{label}” goes with no other answer. Take it off, or take off the others.").format(
                label=label
            )
        )
    return chosen


def _read_text(typed: Sequence[str]) -> str | None:
    text = clean_text(typed[0] if typed else "")
    if len(text) > LONGEST_TEXT:
        raise ValidationError(
            gettext("Write at most {number} letters and signs.").format(number=LONGEST_TEXT)
        )
    return text or None


def _read_date_or_unknown(fact: Fact, typed: Sequence[str], as_of: date) -> Value:
    ticked = [UNKNOWN_VALUES[int(number) - 1] for number in typed[3:] if number in ("1", "2")]
    if ticked and any(part.strip() for part in typed[:3]):
        raise ValidationError(gettext("You wrote a date and ticked a box under it. Keep one of them."))
    if len(set(ticked)) > 1:
        raise ValidationError(gettext("Tick one of the two boxes, not both."))
    return ticked[0] if ticked else read_date(fact, typed, as_of)


def spread(parts: Sequence[str]) -> list[str]:
    """A whole date that was pasted into the year's field, in the three fields; anything else as it is."""
    year, *others = parts
    pasted = _PASTED.fullmatch(year.strip())
    return list(pasted.groups("")) if pasted and not any(others) else list(parts)


def read_date(fact: Fact, typed: Sequence[str], as_of: date) -> PartialDate:
    """The date that stands in the three fields. Raises ValidationError in words."""
    day = _real_day(*(_digits(part) for part in [*typed, "", "", ""][:3]))
    # Where the person is, tomorrow may have begun.
    if fact.key in PAST_DATES and day.earliest > as_of + timedelta(days=1):
        raise ValidationError(gettext("This day is still to come. Write the day when it happened."))
    return day


def _digits(part: str) -> str:
    """Digits of any script as 0 to 9."""
    text = part.strip()
    return str(int(text)).zfill(len(text)) if text.isdecimal() and len(text) < 9 else text[:9]


def _real_day(year: str, month: str, day: str) -> PartialDate:
    problem = _year_problem(year, month or day) or _part_problem(month, day)
    if problem:
        raise ValidationError(problem)
    text = year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if day else "")
    try:
        return PartialDate.parse(text)
    except ValueError:
        # Year and month are real by now.
        raise ValidationError(gettext("That month does not have this day. Check the day.")) from None


def _year_problem(year: str, rest: str) -> str:
    if not year and not rest:
        return gettext("Write a year, or tick “I am not sure”. That is fine.")
    if not year:
        return gettext("Add the year, or tick “I am not sure”.")
    if not (year.isdecimal() and len(year) == _YEAR_DIGITS):
        return gettext("Write the year with four numbers, for example 2004.")
    if int(year) in SOLAR_HIJRI:
        return gettext("That looks like a year of the Iranian calendar. Write the year on the U.S. papers.")
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        sentence = gettext("Write a year from {first} to {last}.")
        return sentence.format(first=FIRST_YEAR, last=LAST_YEAR)
    return ""


def _part_problem(month: str, day: str) -> str:
    if day and not month:
        return gettext("Add the month, or leave out the day.")
    if month and not _between(month, 12):
        return gettext("Choose the month from the list, or leave it out.")
    if day and not _between(day, 31):
        return gettext("Write the day with a number from 1 to 31, or leave it out.")
    return ""


def _between(number: str, last: int) -> bool:
    return number.isdecimal() and 1 <= int(number) <= last
