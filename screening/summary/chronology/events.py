"""The events of one case from its answers: what is dated, and what was asked and is not known.

Nothing is filled in. An unknown date stands only where its question matters to the case: something else
that was said calls for it, or the person was asked and did not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from screening.questions.wording import date_in_words
from screening.rules.answer import Answer, known
from screening.rules.answers import Answers
from screening.rules.facts import EVENT_DATES, PREFER_NOT_TO_SAY, UNSURE
from screening.rules.partial_date import PartialDate
from screening.rules.remedies.timely import ORDER_KNOWN_ABSENT, ORDERED
from screening.summary.page.attorney_words import CASE_LINE
from screening.summary.page.chrono_data import Event, EventKind
from screening.summary.page.words import month_and_year, sentence_start


Told = Callable[[tuple[str, ...]], str]

PLEA = "disposition_date"
_PLEA_LABEL = {
    "guilty_plea": "Guilty plea",
    "no_contest_plea": "No contest plea",
    "plea_then_withdrawn": "Plea, later withdrawn",
    "trial": "Verdict at trial",
    "no_plea_diversion": "Diversion without a plea",
    "dismissed_without_plea": "Case ended without a plea",
}
_COMING_LABEL = {
    "immigration_court": "Immigration court",
    "ice_check_in": "ICE check-in",
    "immigration_interview": "Immigration interview",
    "travel": "Travel",
    "immigration_application": "Immigration application",
    "criminal_court": "Criminal court",
}
_NOT_KNOWN = {UNSURE: "date not known", PREFER_NOT_TO_SAY: "would rather not say"}


@dataclass(frozen=True)
class CaseRead:
    """The answers of one case on one day, and who told them."""

    answers: Answers
    as_of: date
    told: Told

    def event(self, label: str, key: str, *, matters: Answer, after_plea: bool = True) -> Iterator[Event]:
        """The event of one date: as given, or not known where it `matters`; UNSURE where asking shows it."""
        day = self.answers.day(key)
        if day is not None:
            yield Event((key,), label, as_given(day), kind_of(day), *_span(day), told=self.told((key,)))
        elif matters is Answer.YES or (matters is Answer.UNSURE and key in self.answers.values):
            yield self._unknown(label, key, after_plea=after_plea)

    def _unknown(self, label: str, key: str, *, after_plea: bool) -> Event:
        first, last = self.possible(key, after_plea=after_plea)
        words = _NOT_KNOWN.get(str(self.answers.values.get(key)), "date not given")
        return Event((key,), label, words, EventKind.UNKNOWN, first, last, told=self.told((key,)))

    def possible(self, key: str, *, after_plea: bool) -> tuple[date | None, date | None]:
        """The first and last day on which it may lie; None where nothing bounds it."""
        if key in EVENT_DATES.values():
            return self.as_of, None
        last = min((self.as_of, *self._later_than_plea())) if key == PLEA else self.as_of
        plea = self.answers.day(PLEA)
        return (min(plea.earliest, last) if plea is not None and after_plea else None), last

    def _later_than_plea(self) -> Iterator[date]:
        days = map(self.answers.day, ("sentence_date", "probation_start_date", "custody_end_date"))
        return (day.latest for day in days if day is not None)

    def is_(self, key: str, *values: str) -> Answer:
        """Does a single choice have one of these values?"""
        value = self.answers.one(key)
        return Answer.UNSURE if value is None else known(value in values)


def as_given(day: PartialDate) -> str:
    """No more than was given: a year, a month, or a day."""
    return date_in_words(day) if len(day.text) > len("2004-03") else month_and_year(day)


def kind_of(day: PartialDate) -> EventKind:
    """How closely a date is known."""
    if day.earliest == day.latest:
        return EventKind.DAY
    return EventKind.MONTH if len(day.text) == len("2004-03") else EventKind.SPAN


def _span(day: PartialDate) -> tuple[date, date]:
    return day.earliest, day.latest


def events(reading: CaseRead) -> tuple[Event, ...]:
    """All of them, by their first possible day, then by their last."""
    found = [event for part in _PARTS for event in part(reading)]
    return tuple(sorted(found, key=lambda event: (event.first or date.min, event.last or date.max)))


def _plea(reading: CaseRead) -> Iterator[Event]:
    ending = reading.answers.one("disposition")
    label = _PLEA_LABEL.get(ending or "", "Plea or end of the case")
    yield from reading.event(label, PLEA, matters=known(True) if ending else Answer.UNSURE)


def _program(reading: CaseRead) -> Iterator[Event]:
    matters = ~reading.is_("program", "none")
    yield from reading.event("Program granted", "program_start_date", matters=matters, after_plea=False)


_STILL = ("probation", "parole_or_supervision", "jail_or_prison", "in_program")


def _custody(reading: CaseRead) -> Iterator[Event]:
    sentence, probation = map(reading.answers.day, ("sentence_date", "probation_start_date"))
    key = "probation_start_date" if sentence is None else "sentence_date"
    run = _run(reading, key)
    if run is not None:
        yield run
    else:
        sentenced = known(False) if probation else ~reading.is_("custody_in_case", "not_sentenced_yet")
        yield from reading.event("Sentence", "sentence_date", matters=_if_asked(sentenced))
        over = reading.is_("custody_in_case", "finished", "probation_stopped")
        yield from reading.event("End of custody", "custody_end_date", matters=over)
    if probation is not None and (run is None or "probation_start_date" not in run.keys):
        yield from reading.event("Probation began", "probation_start_date", matters=known(False))


def _if_asked(matters: Answer) -> Answer:
    return Answer.NO if matters is Answer.NO else Answer.UNSURE


def _run(reading: CaseRead, key: str) -> Event | None:
    """Custody from a known start to a known end, or to the as-of day where it still goes on."""
    start, end = reading.answers.day(key), reading.answers.day("custody_end_date")
    going_on = reading.is_("custody_in_case", *_STILL) is Answer.YES
    if start is None or (end is None and not going_on):
        return None
    until = PartialDate.on(reading.as_of) if end is None else end
    if start.earliest > until.latest:
        return None
    keys = (*_starts(reading.answers, key, start), *(("custody_end_date",) if end else ()))
    words = f"{as_given(start)} to {as_given(end)}" if end else f"{as_given(start)}, still going on"
    return Event(
        keys, _run_label(keys), words, EventKind.RUN, *_span(start), _span(until), reading.told(keys)
    )


def _starts(answers: Answers, key: str, start: PartialDate) -> tuple[str, ...]:
    probation = answers.day("probation_start_date")
    same = key == "sentence_date" and probation is not None and probation.text == start.text
    return ("sentence_date", "probation_start_date") if same else (key,)


def _run_label(keys: tuple[str, ...]) -> str:
    if "probation_start_date" not in keys:
        return "Sentence and custody"
    return "Sentence and probation" if "sentence_date" in keys else "Probation"


def _relief(reading: CaseRead) -> Iterator[Event]:
    """Orders that came later. No question asks their day."""
    given = reading.answers.several("later_relief")
    if given:
        named = [words for value, words in CASE_LINE["later_relief"].items() if value in given]
        key = "later_relief"
        first, last = reading.possible(key, after_plea=True)
        label, told = sentence_start(", ".join(named)), reading.told((key,))
        yield Event((key,), label, "date not asked", EventKind.UNKNOWN, first, last, told=told)


def _harm(reading: CaseRead) -> Iterator[Event]:
    named = reading.is_("harm_named_case", "yes")
    yield from reading.event("First immigration paper", "first_notice_date", matters=named)
    ordered = known(True) if ORDERED.holds(reading.answers, date.max) else Answer.UNSURE
    absent = ORDER_KNOWN_ABSENT.holds(reading.answers, date.max)
    named = reading.is_("removal_order_named_case", "yes")
    for label, in_doubt, key in (
        ("Removal order final", "Removal order, if any", "removal_order_final_date"),
        ("Notice of the order", "Notice of an order, if any", "removal_order_learned_date"),
    ):
        yield from reading.event(
            label if ordered is Answer.YES else in_doubt,
            key,
            matters=known(False) if absent else ordered,
            after_plea=named is Answer.YES,
        )
    asked = Answer.UNSURE
    yield from reading.event("First knew the case hurts", "learned_harm_date", matters=asked)
    yield from reading.event("First heard of the law", "learned_remedy_date", matters=asked)
    denied = reading.is_("prior_motion", "denied")
    yield from reading.event("Motion denied", "prior_motion_date", matters=denied)


def _grounds(reading: CaseRead) -> Iterator[Event]:
    for label, key in (
        ("Evidence of innocence found", "innocence_evidence"),
        ("Signs of bias learned of", "race_bias"),
    ):
        yield from reading.event(label, f"{key}_date", matters=reading.is_(key, "yes"))


def _coming(reading: CaseRead) -> Iterator[Event]:
    ticked = reading.answers.several("upcoming") or frozenset()
    for event, key in EVENT_DATES.items():
        yield from reading.event(_COMING_LABEL[event], key, matters=known(event in ticked))


_PARTS: tuple[Callable[[CaseRead], Iterator[Event]], ...] = (
    _plea,
    _program,
    _custody,
    _relief,
    _harm,
    _grounds,
    _coming,
)

REASONS: Mapping[str, str] = {
    "did_not_know_law": "did not know the law",
    "could_not_afford": "could not pay a lawyer",
    "wrong_advice": "wrong advice",
    "detained_or_abroad": "detained or abroad",
    "illness_or_hardship": "illness or hardship",
    "language": "language",
    "other": "something else",
}
STEPS: Mapping[str, str] = {
    "saw_lawyer": "saw a lawyer",
    "asked_for_records": "asked for records",
    "filed_motion": "filed a motion",
    "paid_consultant": "paid a consultant who was not a lawyer",
}
