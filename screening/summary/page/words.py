"""The words for findings, outcomes and safety, for the attorney and for the person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext, pgettext

from screening.questions.wording import date_in_words, month_names
from screening.rules.finding import Finding, ImmigrationConviction, Outcome, WhyFirst
from screening.rules.papers import Paper, Safety
from screening.rules.partial_date import PartialDate
from screening.rules.text import Text, _, in_english


FINDING_WORD: Mapping[Finding, Text] = {
    Finding.MET: in_english("Met"),
    Finding.PRESUMED: in_english("Presumed"),
    Finding.UNKNOWN: in_english("Unknown"),
    Finding.CONTESTED: in_english("Contested"),
    Finding.FOR_ATTORNEY: in_english("For attorney"),
    Finding.NOT_YET: in_english("Not yet"),
    Finding.NOT_MET: in_english("Not met"),
}

OUTCOME_WORD: Mapping[Outcome, Text] = {
    Outcome.NOT_IN_FORCE: in_english("Not in force"),
    Outcome.NOT_INDICATED: in_english("Not indicated"),
    Outcome.NOT_RAISED: in_english("Not raised"),
    Outcome.NOT_YET: in_english("Not yet"),
    Outcome.NEEDS_FACTS: in_english("Needs facts"),
    Outcome.CONTESTED: in_english("Contested"),
    Outcome.NEEDS_PROOF: in_english("Needs proof"),
    Outcome.INDICATED: in_english("Indicated"),
}

# Outcomes borrow the marks of the findings (brief 3.5); "needs proof" has its own, "not raised" has none.
OUTCOME_MARK: Mapping[Outcome, str] = {
    Outcome.NOT_IN_FORCE: Finding.NOT_MET.value,
    Outcome.NOT_INDICATED: Finding.NOT_MET.value,
    Outcome.NOT_RAISED: "",
    Outcome.NOT_YET: Finding.NOT_YET.value,
    Outcome.NEEDS_FACTS: Finding.UNKNOWN.value,
    Outcome.CONTESTED: Finding.CONTESTED.value,
    Outcome.NEEDS_PROOF: Outcome.NEEDS_PROOF.value,
    Outcome.INDICATED: Finding.MET.value,
}

# What a person reads for an outcome: exactly the contract's sentences (section 4).
_NO_FIT = _("On these answers this law does not fit")
CLIENT_SENTENCE: Mapping[Outcome, Text] = {
    Outcome.INDICATED: _("Show this to a lawyer"),
    Outcome.CONTESTED: _("Show this to a lawyer"),
    Outcome.NEEDS_PROOF: _("Show this to a lawyer"),
    Outcome.NEEDS_FACTS: _("We cannot tell yet"),
    Outcome.NOT_YET: _("Maybe later. Ask a lawyer whether it is really later"),
    Outcome.NOT_INDICATED: _NO_FIT,
    Outcome.NOT_IN_FORCE: _NO_FIT,
    Outcome.NOT_RAISED: _("You did not tell us of this"),
}


# Why a law is the one to ask about first (`look_first`).
NOTHING_AGAINST = _("First, because nothing you said rules it out.")
FIRST_BECAUSE: Mapping[WhyFirst, Text] = {
    WhyFirst.MANDATORY: _("First, because it asks how the program ended, not who made a mistake."),
    WhyFirst.PRESUMED: _("First, because the law takes one point as shown unless a paper says no."),
    WhyFirst.GATES_PASS: NOTHING_AGAINST,
    WhyFirst.GATES_OPEN: NOTHING_AGAINST,
}
GATES_MISSING = _("Some answers are missing.")
GATES_CONTESTED = _("On some points your answers point both ways.")
MAYBE_TOO_EARLY = _("First, because it may only be too early for it.")

# For `not_raised` where its ground was asked, and the answer was no.
SAID_NO = _("You said no")

CONVICTION_WORD: Mapping[ImmigrationConviction, Text] = {
    ImmigrationConviction.CONVICTION: in_english("yes"),
    ImmigrationConviction.NOT_CONVICTION: in_english("no, by the answers"),
    ImmigrationConviction.UNCLEAR: in_english("unclear"),
}

SAFE_WORD: Mapping[Safety, Text] = {
    Safety.GREEN: in_english("Ask now"),
    Safety.AMBER: in_english("Lawyer first"),
    Safety.RED: in_english("Lawyer only"),
}

SOURCE: Mapping[str, Text] = {
    "person": in_english("the person"),
    "family": in_english("family"),
    "lawyer": in_english("a lawyer"),
    "paper_seen": in_english("paper seen"),
}
SURE: Mapping[str, Text] = {
    "sure": in_english("sure"),
    "fairly_sure": in_english("fairly sure"),
    "not_sure": in_english("not sure"),
}

ASK_NOW = _("You can ask for this now.")
_BY_MAIL = _("You can ask by mail, or somebody can ask for you. You do not have to go there.")
_ASK_FIRST = _(
    "Ask a lawyer first if one of these is true: an order to deport you, a deportation in the past,"
    " an open warrant, a check-in with ICE, probation or parole."
)
_ONLY_LAWYER = _("Only through your immigration lawyer.")
_AT_HOME = _("If you have it at home, keep it and show it to a lawyer.")
_ANOTHER_COPY = _("Do not ask for a copy yourself. Only through your immigration lawyer.")


_NOT_IN_PERSON = _("Do not go to a court or an office for it.")

# What to say where the flags have raised a paper to the lawyer alone.
LAWYER_ASKS = _("Ask your lawyer about it.")


def safe_to_ask(paper: Paper, safety: Safety, *, warrant: bool) -> tuple[Text, ...]:
    """How safe it is to ask for a paper, in sentences for the person."""
    if paper.own_copy:
        return (_AT_HOME,) if safety is Safety.GREEN else (_AT_HOME, _ANOTHER_COPY)
    if safety is not Safety.GREEN:
        return (_ASK_FIRST,) if safety is Safety.AMBER else (_ONLY_LAWYER,)
    if warrant:
        return (ASK_NOW, _NOT_IN_PERSON)
    return (ASK_NOW, _BY_MAIL) if paper.by_mail else (ASK_NOW,)


def weekday_names() -> tuple[str, ...]:
    """In the active language, from Monday."""
    return (
        pgettext("weekday", "Monday"),
        pgettext("weekday", "Tuesday"),
        pgettext("weekday", "Wednesday"),
        pgettext("weekday", "Thursday"),
        pgettext("weekday", "Friday"),
        pgettext("weekday", "Saturday"),
        pgettext("weekday", "Sunday"),
    )


def day_in_words(day: date) -> str:
    """A day of the calendar."""
    return date_in_words(PartialDate.on(day))


def weekday_in_words(day: PartialDate) -> str:
    """With the day of the week, where the day is known."""
    if day.earliest != day.latest:
        return date_in_words(day)
    weekday = weekday_names()[day.earliest.weekday()]
    return gettext("{weekday}, {day}").format(weekday=weekday, day=date_in_words(day))


def month_and_year(day: PartialDate) -> str:
    """A date short enough for a name: no more than was given, and without what is missing."""
    year, *rest = day.text.split("-")
    return " ".join((month_names()[int(rest[0]) - 1], year)) if rest else year


def sentence_start(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]
