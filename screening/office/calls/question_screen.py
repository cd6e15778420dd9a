"""The screen of one question, ready for its template: what to read aloud, the answers with their keys.

No outcome stands on it: nobody is coached towards one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from screening.interview.document import Document
from screening.office.calls.about import LONGEST_NOTE, SOURCES, SURENESS, told_of
from screening.office.calls.answering import changed_by_others, page_form, problem_of
from screening.office.calls.band import moment
from screening.office.calls.drafts import Draft, draft_of
from screening.office.calls.posted import as_shown, digest
from screening.office.calls.steps import Step
from screening.office.calls.voice import Line, Voice
from screening.office.file.cabinet import Folder
from screening.office.file.journal import What
from screening.office.models import Member
from screening.questions.fields import Field, fields_of
from screening.questions.forms import PageForm, form_for
from screening.questions.question import UNKNOWN_LABELS
from screening.questions.reading import choices
from screening.questions.steering import fact_of
from screening.questions.wording import ALL_QUESTIONS, answer_in_words, said, say
from screening.rules.answers import Value
from screening.rules.facts import NONE, PREFER_NOT_TO_SAY, UNKNOWN_VALUES, UNSURE, Kind


# Drawn before the answers, in order. The other letters are taken: D, R, and what the screen itself does.
ANSWER_KEYS = "1234567890ABCEFGHIJKLMPQTUVXYZ"


@dataclass(frozen=True)
class AnsweredRow:
    """An answer with its key. `alone`: it stands alone among several."""

    key: str
    value: str
    label: Line
    note: Line
    pressed: bool
    alone: bool = False


@dataclass(frozen=True)
class ReadAloud:
    """What is said before the answer, and what is read when the caller asks for it."""

    sentence: Line
    hints: tuple[Line, ...]
    why: Line
    where: Line
    words: tuple[tuple[Line, Line], ...]


def _field(form: PageForm, step: Step) -> Field:
    return next(field for field in _flat(fields_of(form)) if field.name == step.letter)


def _flat(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _flat(below for option in field.options for below in option.follow_ups)
        yield from _flat(below.field for below in field.follow_ups)


def reading(step: Step, voice: Voice) -> ReadAloud:
    """The question and what explains it, in the caller's language."""
    question = ALL_QUESTIONS[step.key]
    # The hints of the pages about the person speak of a form that nobody sees.
    about_page = () if step.page.you or step.page.hint is None else (step.page.hint,)
    hints = (*about_page, *((question.hint,) if question.hint else ()))
    return ReadAloud(
        sentence=voice.line(question.ask),
        hints=tuple(map(voice.line, hints)),
        why=voice.line(question.why),
        where=voice.line(question.where),
        words=tuple((voice.line(word.word), voice.line(word.meaning)) for word in question.words),
    )


def _rows(step: Step, voice: Voice, form: PageForm, stored: Value | None) -> tuple[AnsweredRow, ...]:
    """The answers to choose from; D and R stand apart."""
    fact = fact_of(step.key)
    english, spoken = voice.both(lambda: _field(form, step))
    values = choices(fact)
    options = [
        (values[int(option.number) - 1], option, other)
        for option, other in zip(english.options, spoken.options, strict=True)
    ]
    own = [one for one in options if one[0] not in UNKNOWN_VALUES]
    return tuple(
        AnsweredRow(
            key=ANSWER_KEYS[place],
            value=option.number,
            label=voice.pair(option.label, other.label),
            note=voice.pair(option.note, other.note),
            pressed=option.checked if fact.kind is Kind.SEVERAL else value == stored,
            alone=fact.kind is Kind.SEVERAL and value == NONE,
        )
        for place, (value, option, other) in enumerate(own[: len(ANSWER_KEYS)])
    )


def _unknown(voice: Voice, stored: Value | None) -> tuple[AnsweredRow, ...]:
    """D and R, which every question takes."""
    one = stored[0] if isinstance(stored, tuple) and len(stored) == 1 else stored
    words = ((UNSURE, "D", "1", "Doesn’t know"), (PREFER_NOT_TO_SAY, "R", "2", "Rather not say"))
    return tuple(
        AnsweredRow(
            key, number, Line(label, voice.line(UNKNOWN_LABELS[value]).spoken), Line(""), one == value
        )
        for value, key, number, label in words
    )


def question_screen(
    folder: Folder, member: Member, steps: Sequence[Step], step: Step, as_of: date
) -> dict[str, Any]:
    """The context of one question."""
    document = folder.file.document
    draft = draft_of(document, step, member.id)
    form = _form(document, step, draft, as_of)
    voice, stored = Voice(document.voice), document.used(step.case).get(step.key)
    kind = fact_of(step.key).kind
    field = _field(form, step)
    return {
        "step": step,
        "total": len(steps),
        "part": say(step.page.part.title),
        "cases": len(document.cases),
        "saved": saved_at(folder),
        "reading": reading(step, voice),
        "voice": voice,
        "kind": kind.value,
        # Drawn as on the public page, where its boxes for "not sure" are rows here.
        "field": replace(field, options=()),
        "counties": _counties(field) if kind is Kind.COUNTY else (),
        "rows": _rows(step, voice, form, stored) if kind in (Kind.ONE, Kind.SEVERAL) else (),
        "unknown": _unknown(voice, stored),
        "safety": step.key == "immigration_events",
        "version": folder.row.version,
        "shown": digest(as_shown(document, step), told_of(document, step)),
        **_beside(document, step, draft),
        **_to_fix(folder, member, step, form, draft),
    }


def _counties(field: Field) -> tuple[tuple[str, str, bool], ...]:
    own = field.options[: -len((UNSURE,))]
    return tuple((option.number, option.label, option.checked) for option in own)


def _form(document: Document, step: Step, draft: Draft | None, as_of: date) -> PageForm:
    """With what this member left half-typed, else with what is stored."""
    if draft is not None and any(draft.typed):
        return page_form(document, step, draft.typed, as_of)
    used = document.used(step.case)
    left = document.cases[step.case - 1].drafts
    return form_for(step.page)(answers=used, as_of=as_of, drafts=left, initial=used)


def _beside(document: Document, step: Step, draft: Draft | None) -> dict[str, Any]:
    told = draft.told if draft else told_of(document, step)
    return {
        "sources": [(code, words, code == told.source) for code, words in SOURCES.items()],
        "sureness": [(code, words, code == told.sure) for code, words in SURENESS.items()],
        "note": told.note,
        "told_by": SOURCES[told.source].lower(),
        "told_sure": SURENESS.get(told.sure, "not marked").lower(),
        "longest_note": LONGEST_NOTE,
        "note_problem": len(told.note) > LONGEST_NOTE,
    }


def _to_fix(
    folder: Folder, member: Member, step: Step, form: PageForm, draft: Draft | None
) -> dict[str, Any]:
    """What to fix, and what somebody else did meanwhile."""
    if draft is None:
        return {}
    others = changed_by_others(folder, member, step, draft.version)
    stored = folder.file.document.used(step.case).get(step.key)
    return {
        "problem": problem_of(form, folder.file.document, step),
        "others": [(line.by, moment(line.at, "%H:%M:%S")) for line in others[-1:]],
        "stands": answer_in_words(step.key, stored) if stored is not None else "",
        "pressed": said(step.key, draft.pressed) if draft.pressed else "",
    }


def saved_at(folder: Folder) -> str:
    """When something of the questions was last saved, as the clock shows it."""
    codes = (What.ANSWER.value, What.NOTE.value)
    last = next((line for line in reversed(folder.file.journal) if line.what in codes), None)
    return moment(last.at, "%H:%M:%S") if last else ""
