"""Answers as they were asked and given, in the order of asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils import translation

from pcr_screener.languages import plain
from screening.questions.catalog import QUESTIONS
from screening.questions.page import Part
from screening.questions.route import PAGES
from screening.questions.wording import answer_in_words, say
from screening.rules.answers import Value
from screening.rules.facts import FACTS, Topic
from screening.summary.page.capped import LONGEST_NOTE, capped
from screening.summary.page.data import About
from screening.summary.page.rows import Beside, PartAnswers, SaidAnswer
from screening.summary.page.words import SOURCE, SURE


def said_answer(key: str, value: Value, about: Mapping[str, About]) -> SaidAnswer:
    """One question with the answer given to it."""
    question, said_by = QUESTIONS[key], about.get(key, About())
    return SaidAnswer(
        key,
        ask=say(question.ask),
        short=say(question.short),
        answer=_answer(key, value),
        told=_told(said_by),
        note=capped(said_by.note, longest=LONGEST_NOTE),
        yes_or_no=set(FACTS[key].values) == {"yes", "no"},
        source=said_by.source,
        sure=said_by.sure,
    )


def _answer(key: str, value: Value) -> str:
    """The answer in words, several in the order of the form."""
    if isinstance(value, tuple):
        value = tuple(sorted(value, key=FACTS[key].all_values.index))
    return capped(answer_in_words(key, value), longest=10_000 if isinstance(value, tuple) else 300)


def _beside(key: str, value: Value, language: str) -> Beside:
    """The same question and answer as they stood on the person's screen."""
    with translation.override(language):
        direction = "rtl" if translation.get_language_bidi() else "ltr"
        return Beside(plain(language), direction, say(QUESTIONS[key].ask), _answer(key, value))


def _told(about: About) -> str:
    """Who said it and how sure, unless it is simply the person."""
    if about.source == "person" and not about.sure:
        return ""
    words = [SOURCE[about.source], *([SURE[about.sure]] if about.sure else [])]
    return ", ".join(say(word) for word in words)


def by_part(
    answers: Mapping[str, Value], about: Mapping[str, About], shared: Mapping[str, Value]
) -> tuple[PartAnswers, ...]:
    """What was answered, part by part, but for what is `shared` and stands elsewhere."""
    parts = []
    for part in Part:
        keys = [key for key in _keys(part) if key in answers and answers[key] != shared.get(key)]
        if keys:
            given = tuple(said_answer(key, answers[key], about) for key in keys)
            parts.append(PartAnswers(say(part.title), given))
    return tuple(parts)


def with_beside(
    parts: Iterable[PartAnswers], answers: Mapping[str, Value], language: str
) -> tuple[PartAnswers, ...]:
    """The same answers, each with its words in another language beside it."""
    return tuple(
        replace(
            part,
            answers=tuple(
                replace(said, beside=_beside(said.key, answers[said.key], language)) for said in part.answers
            ),
        )
        for part in parts
    )


def about_person(answers: Mapping[str, Value]) -> dict[str, Value]:
    """The answers that all cases of a person share."""
    return {key: value for key, value in answers.items() if _about_person(key)}


def not_answered(answers: Mapping[str, Value]) -> tuple[str, ...]:
    """The names of the questions about the case that have no answer, because they were not asked or left out."""
    keys = (key for part in Part for key in _keys(part))
    return tuple(say(QUESTIONS[key].short) for key in keys if key not in answers and not _about_person(key))


def _keys(part: Part) -> Iterable[str]:
    return (key for page in PAGES if page.part is part for key in page.told if key in FACTS)


def _about_person(key: str) -> bool:
    return FACTS[key].topic is Topic.YOU
