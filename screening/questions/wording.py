"""Words for the eye: translates a `Text` and shows an answer as the person gave it.

The rules and the declarations only mark sentences; here, outside them, gettext turns them into the
language of the request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import get_language_bidi, gettext, pgettext

from pcr_screener.languages import of_another
from screening.questions import steering
from screening.questions.catalog import QUESTIONS
from screening.questions.question import UNKNOWN_LABELS, Question
from screening.rules.answers import Value
from screening.rules.facts import UNKNOWN_VALUES, Kind
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import REMEDIES
from screening.rules.text import Param, Said, Text, Told


# Every question that a page may ask: the contract's and those that only steer.
ALL_QUESTIONS: Mapping[str, Question] = {**QUESTIONS, **steering.QUESTIONS}


# Around the words of a label that must stand out in every language.
BOLD = "**"
# The marks of Unicode around a phrase whose direction is its own: first strong isolate, and its end.
_ISOLATE, _END = "\u2068", "\u2069"
_LEFT_TO_RIGHT = "\u2066"


def voice(language: str, answers: Mapping[str, Value]) -> str:
    """The language in the words that fit who answers: of "the person" where that is somebody else."""
    return of_another(language) if answers.get("answered_by") in ("family", "interpreter") else language


def say(text: Text) -> str:
    """The sentence in the language of the request, its placeholders filled."""
    sentence = gettext(text.msgid)
    if not text.params:
        return sentence
    filled = sentence.format(**{name: _param(value) for name, value in text.params.items()})
    return filled.replace("..", ".")  # an answer may end in an abbreviation, as "U.S." does


def say_all(texts: Iterable[Text]) -> str:
    """Several sentences as one line."""
    return " ".join(map(say, texts))


def _param(value: Param) -> str:
    """Filled into a right-to-left sentence, codes and dates keep their own direction."""
    filled = _in_words(value)
    return f"{_ISOLATE}{filled}{_END}" if get_language_bidi() else filled


def left_to_right(name: str) -> str:
    """An English name, as that of a county, in a sentence that may run the other way."""
    return f"{_LEFT_TO_RIGHT}{name}{_END}" if get_language_bidi() else name


def _in_words(value: Param | Told) -> str:
    if isinstance(value, Text):
        return say(value)
    if isinstance(value, Said):
        return said(value.key, value.value)
    if isinstance(value, Told):
        return f"{say(QUESTIONS[value.key].short)}: {answer_in_words(value.key, value.value)}"
    if isinstance(value, PartialDate):
        return date_in_words(value)
    if not isinstance(value, tuple):
        return str(value)
    words = [_in_words(item) for item in value]
    return " · ".join(words) if value and isinstance(value[0], Told) else listed(words)


def said(key: str, value: str, *, marked: bool = False) -> str:
    """One value of a fact by its label. Counties and code sections are their own words.

    `marked` leaves the asterisks around a word on which the law turns, as in "I **might** be".
    """
    if value in UNKNOWN_VALUES:
        return say(UNKNOWN_LABELS[value])
    if steering.fact_of(key).kind in (Kind.COUNTY, Kind.TEXT, Kind.DATE):
        return value
    label = say(ALL_QUESTIONS[key].label(value))
    return label if marked else label.replace(BOLD, "")


def answer_in_words(key: str, value: Value) -> str:
    """A whole answer, for the check page and the papers."""
    if isinstance(value, PartialDate):
        return date_in_words(value)
    if isinstance(value, tuple):
        return listed([said(key, one) for one in value])
    return said(key, value)


def listed(items: Sequence[str]) -> str:
    """One line of several things. Labels may hold commas of their own, so semicolons part those."""
    if len(items) < 2:
        return "".join(items)
    comma = pgettext("between several things", ", ")
    if any(comma.strip() in item for item in items):
        return pgettext("between things with commas of their own", "; ").join(items)
    *first, last = items
    return gettext("{first} and {last}").format(first=comma.join(first), last=last)


def counted(sentence: str) -> str:
    """With the number of the laws that the rules read for its `{laws}`."""
    return sentence.format(laws=_number(len(REMEDIES)))


def _number(number: int) -> str:
    """In words where they are short and likely."""
    words = {
        5: pgettext("number of laws", "five"),
        6: pgettext("number of laws", "six"),
        7: pgettext("number of laws", "seven"),
    }
    return words.get(number, str(number))


def month_names() -> tuple[str, ...]:
    """In the active language, from January."""
    return (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )


def date_in_words(day: PartialDate) -> str:
    """A date as it was given, with what is missing: nobody fills in January 1."""
    year, *rest = day.text.split("-")
    if not rest:
        return gettext("{year}, month not known").format(year=year)
    month = month_names()[int(rest[0]) - 1]
    if len(rest) == 1:
        return gettext("{month} {year}, day not known").format(month=month, year=year)
    return gettext("{month} {day}, {year}").format(month=month, day=int(rest[1]), year=year)
