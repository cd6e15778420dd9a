"""The chronology of one case: events, law days and gaps, derived from the answers whenever it is read.

Nothing of it is stored and nothing is guessed: a date that is not known stays "not known".
`chrono_svg.py` draws it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.conf import settings
from django.utils import translation

from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.beside import LawChange
from screening.rules.evaluate import evaluate
from screening.rules.finding import Outcome, Result
from screening.rules.remedies import REMEDIES
from screening.summary.chronology.events import REASONS, STEPS, CaseRead, events
from screening.summary.chronology.gaps import gaps
from screening.summary.page.chrono_data import Chronology, ChronologyRow, Event, LawDay
from screening.summary.page.data import About, CaseRecord
from screening.summary.page.words import SOURCE, SURE, day_in_words, sentence_start


_CLOSED = (Outcome.NOT_INDICATED, Outcome.NOT_RAISED)


def chronology(record: CaseRecord, as_of: date, result: Result | None = None) -> Chronology:
    """The dates of one case as they stand on `as_of`, in English. `result` saves evaluating it again."""
    found = evaluate(Answers(record.answers), as_of) if result is None else result
    with translation.override(settings.LANGUAGE_CODE):
        return _chronology(found, record.about)


def chronologies(records: Sequence[CaseRecord], as_of: date) -> tuple[Chronology, ...]:
    """One a case, in their order."""
    return tuple(chronology(record, as_of) for record in records)


def _chronology(result: Result, about: Mapping[str, About]) -> Chronology:
    def told(keys: tuple[str, ...]) -> str:
        return _told(keys, about)

    answers = result.answers
    found = events(CaseRead(answers, result.as_of, told))
    steps = _named(answers, "steps_since", STEPS)
    return Chronology(
        as_of=result.as_of,
        as_of_words=day_in_words(result.as_of),
        events=found,
        laws=tuple(_law_days(result, found)),
        gaps=gaps(result),
        rows=(*map(_row, found), *_steps_row(steps, told(("steps_since",)))),
        reasons=_named(answers, "delay_reasons", REASONS),
        steps=steps,
    )


def _row(event: Event) -> ChronologyRow:
    return ChronologyRow(event.label, event.words, event.told, event.keys)


def _steps_row(steps: str, told: str) -> tuple[ChronologyRow, ...]:
    """Steps have no day, so they are never drawn."""
    if not steps:
        return ()
    given = steps if steps == _NONE else f"{steps} (days not asked)"
    return (ChronologyRow("Steps taken", given, told, ("steps_since",)),)


_NONE = "none"


def _named(answers: Answers, key: str, words: Mapping[str, str]) -> str:
    """What was ticked, in terms of art; nothing where it is not known."""
    given = answers.several(key)
    if given is None:
        return ""
    return "; ".join(word for value, word in words.items() if value in given) or _NONE


def _law_days(result: Result, found: tuple[Event, ...]) -> Iterator[LawDay]:
    """Those within the time that the drawing covers."""
    days = [day for event in found for day in event.days]
    if days:
        first, last = min(days), max(*days, result.as_of)
        for change in sorted(_changes(result), key=lambda change: change.day):
            if first <= change.day <= last:
                yield LawDay(change.day, change.label, day_in_words(change.day))


def _changes(result: Result) -> Mapping[LawChange, None]:
    """The days on which a law began or changed that is not ruled out, as far as they are about this case."""
    return dict.fromkeys(
        change
        for remedy in REMEDIES
        if result.remedy(remedy.id).outcome not in _CLOSED
        for change in (remedy.began, *remedy.changes)
        if change.when is None or change.when.holds(result.answers, result.as_of)
    )


def _told(keys: tuple[str, ...], about: Mapping[str, About]) -> str:
    """Who said it and how sure, once where several answers agree."""
    said = [about.get(key, About()) for key in keys]
    told = dict.fromkeys(", ".join((say(SOURCE[one.source]), *_sure(one))) for one in said)
    return sentence_start("; ".join(told))


def _sure(about: About) -> tuple[str, ...]:
    return (say(SURE[about.sure]),) if about.sure else ()
