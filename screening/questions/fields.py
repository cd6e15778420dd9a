"""What the templates draw: each question of a page with its words, options and state.

Our own markup instead of Django's widget templates: fieldset and legend, hint and error tied to them, and
follow-ups that CSS opens where their question's answer asks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from screening.questions.forms import DATE_PARTS, PageForm, follow_ups
from screening.questions.page import Ask
from screening.questions.programs import misfit
from screening.questions.question import Question
from screening.questions.reading import choices, read_date
from screening.questions.steering import fact_of
from screening.questions.wording import ALL_QUESTIONS, date_in_words, month_names, said, say, say_all
from screening.rules.facts import STAND_ALONE, Kind


# Four answers with labels this short stand in one row on a wide screen, two by two on a phone.
_FOUR_WIDTHS = (9, 9, 20, 20)
# In a longer list the answers that stand alone come after a gap.
_LONG_LIST = 4


@dataclass(frozen=True)
class Option:
    """One row to tick. `classes` name the follow-ups that it opens."""

    number: str
    label: str
    note: str
    checked: bool
    apart: bool
    classes: str = ""
    follow_ups: tuple[Field, ...] = ()


@dataclass(frozen=True)
class FollowUp:
    """A question under another, with the class by which it is opened."""

    field: Field
    opened_by: str


@dataclass(frozen=True)
class Field:
    """One question as it is drawn."""

    name: str
    kind: str
    legend: str
    hint: str
    error: str
    short: str
    options: tuple[Option, ...] = ()
    four: bool = False
    text: str = ""
    year: str = ""
    month: str = ""
    day: str = ""
    read_as: str = ""
    months: tuple[tuple[str, str], ...] = ()
    follow_ups: tuple[FollowUp, ...] = field(default=())
    # From an answer to another question, to be kept or changed.
    filled: bool = False

    @property
    def described_by(self) -> str:
        """The ids of the hint and the error."""
        ids = (f"h-{self.name}" if self.hint else "", f"e-{self.name}" if self.error else "")
        return " ".join(part for part in ids if part)


@dataclass(frozen=True)
class Problem:
    """A line of the summary of what to fix."""

    name: str
    text: str


def fields_of(form: PageForm) -> tuple[Field, ...]:
    """The questions of a page, follow-ups inside their own."""
    return tuple(_field(form, ask) for ask in form.asks if ask.parent is None)


def problems_of(form: PageForm) -> tuple[Problem, ...]:
    """What to fix, in the order of the page. Where there are several questions each is named."""
    found = [(ask.key, form.problem(ask.key)) for ask in form.asks if form.problem(ask.key)]
    if len(form.asks) == 1:
        return tuple(Problem(form.letters[key], text) for key, text in found)
    return tuple(
        Problem(
            form.letters[key],
            gettext("{question}: {problem}").format(question=say(ALL_QUESTIONS[key].short), problem=text),
        )
        for key, text in found
    )


def _field(form: PageForm, ask: Ask) -> Field:
    question, fact = ALL_QUESTIONS[ask.key], fact_of(ask.key)
    below = follow_ups(form.asks, ask)
    typed = form.typed(ask.key)
    year, month, day = [*typed, "", "", ""][:3] if fact.kind is Kind.DATE else ("", "", "")
    options = _options(form, ask, question, typed, below)
    return Field(
        name=form.letters[ask.key],
        kind=fact.kind.value,
        legend=say(question.ask),
        hint=say(question.hint) if question.hint else "",
        error=form.problem(ask.key),
        short=say(question.short),
        options=options,
        four=_in_one_row(options, fact.kind),
        text=typed[0] if typed and fact.kind is Kind.TEXT else "",
        year=year,
        month=month.lstrip("0"),
        day=day,
        read_as=_read_as(form, ask, typed) if year else "",
        months=_months() if fact.kind is Kind.DATE else (),
        filled=not form.is_bound and ask.key in form.filled and ask.key not in form.drafts,
        follow_ups=() if _each_under_its_option(ask, below) else _grouped(form, below),
    )


def _months() -> tuple[tuple[str, str], ...]:
    return tuple((str(number), name) for number, name in enumerate(month_names(), start=1))


def _read_as(form: PageForm, ask: Ask, typed: Sequence[str]) -> str:
    """The date in words as it will be written, once one stands in the fields."""
    try:
        return date_in_words(read_date(fact_of(ask.key), typed, form.as_of))
    except ValidationError:
        return ""


def _in_one_row(options: Sequence[Option], kind: Kind) -> bool:
    if kind is not Kind.ONE or len(options) != len(_FOUR_WIDTHS):
        return False
    fits = zip(options, _FOUR_WIDTHS, strict=True)
    return all(len(option.label) <= width and not option.note for option, width in fits)


def _options(
    form: PageForm, ask: Ask, question: Question, typed: list[str], below: tuple[Ask, ...]
) -> tuple[Option, ...]:
    fact = fact_of(ask.key)
    if fact.kind is Kind.TEXT:
        return ()
    numbers = {value: str(place + 1) for place, value in enumerate(choices(fact))}
    ticked = typed[len(DATE_PARTS) :] if fact.kind is Kind.DATE else typed
    inline = _each_under_its_option(ask, below)
    offered = form.offered(ask.key)
    alone = next((value for value in offered if value in STAND_ALONE and value not in fact.values), "")
    return tuple(
        Option(
            number=numbers[value],
            label=said(ask.key, value, marked=True),
            note=_note(form, question, value),
            checked=numbers[value] in ticked,
            apart=value == alone and (len(offered) > _LONG_LIST or fact.kind is Kind.DATE),
            classes=_classes(value, below, inline=inline),
            follow_ups=tuple(_field(form, down) for down in below if inline and value in down.opens),
        )
        for value in offered
    )


def _note(form: PageForm, question: Question, value: str) -> str:
    """What a value means; for a program's name also that it does not fit what was said."""
    notes = [question.notes[value]] if value in question.notes else []
    if question.key == "program" and (why := misfit(value, form.answers)):
        notes.append(why)
    return say_all(notes)


def _each_under_its_option(ask: Ask, below: tuple[Ask, ...]) -> bool:
    """Dates of several ticked things stand each under its own."""
    return fact_of(ask.key).kind is Kind.SEVERAL and all(len(down.opens) == 1 for down in below)


def _sets(below: tuple[Ask, ...]) -> list[tuple[str, ...]]:
    """The different sets of answers that open something."""
    return list(dict.fromkeys(down.opens for down in below))


def _suffix(place: int) -> str:
    """The style sheet knows two sets: .opens with .fu, and .opens-2 with .fu-2."""
    return "-2" if place else ""


def _classes(value: str, below: tuple[Ask, ...], *, inline: bool) -> str:
    if inline:
        return "opens" if any(value in down.opens for down in below) else ""
    opened = [place for place, opens in enumerate(_sets(below)) if value in opens]
    return " ".join(f"opens{_suffix(place)}" for place in opened)


def _grouped(form: PageForm, below: tuple[Ask, ...]) -> tuple[FollowUp, ...]:
    sets = _sets(below)
    return tuple(FollowUp(_field(form, down), f"fu{_suffix(sets.index(down.opens))}") for down in below)


@dataclass(frozen=True)
class Reason:
    """Why something is asked and where its answer stands; `about` names it where a page has several."""

    about: str
    why: str
    where: str


def reasons_of(form: PageForm) -> tuple[Reason, ...]:
    """Each reason once, with the questions it is for; a place that several share, once after them."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for ask in form.asks:
        question = ALL_QUESTIONS[ask.key]
        grouped.setdefault((say(question.why), say(question.where)), []).append(say(question.short))
    wheres = [where for _, where in grouped]
    following = [*wheres[1:], ""]
    return tuple(
        Reason("; ".join(about) if len(grouped) > 1 else "", why, where if where != after else "")
        for ((why, where), about), after in zip(grouped.items(), following, strict=True)
    )


def words_of(form: PageForm) -> tuple[tuple[str, str], ...]:
    """The hard words of a page and what they mean, each once."""
    words = (word for ask in form.asks for word in ALL_QUESTIONS[ask.key].words)
    return tuple(dict.fromkeys((say(word.word), say(word.meaning)) for word in words))
