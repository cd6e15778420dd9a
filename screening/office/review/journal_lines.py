"""A line of the journal as a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from screening.office.file.casefile import Entry
from screening.office.file.journal import What
from screening.office.models import Status
from screening.office.review.paper import DECISIONS, time_of
from screening.questions.steering import fact_of
from screening.questions.wording import ALL_QUESTIONS, answer_in_words, say
from screening.rules.facts import Kind
from screening.rules.finding import Finding
from screening.rules.papers import PAPERS
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import REMEDIES
from screening.summary.page.attorney_words import PAPER
from screening.summary.page.words import FINDING_WORD


_PARTS = re.compile(r"[\s:]+")
_TITLES = {
    (remedy.id, element.id): (remedy.cite, element.title)
    for remedy in REMEDIES
    for element in remedy.elements
}
_DID: Mapping[str, str] = {
    What.NAMES.value: "changed names or contact",
    What.CONFLICT.value: "checked for conflicts",
    What.WRAP_UP.value: "ended the call",
    What.RESULT.value: "kept the result of the day",
    What.HOLD.value: "changed the legal hold",
    What.EXPORTED.value: "exported it",
    What.DROPPED.value: "wrote that the call dropped",
    What.ASSIGNED.value: "changed who it is assigned to",
}


def told(line: Entry) -> str:
    """For example "November 20, 2026, 4:10 p.m.: Dana Reyes wrote a note."."""
    return f"{time_of(line.at)}: {line.by} {did(line)}."


def did(line: Entry) -> str:
    """What was done, without who and when."""
    return _TELL.get(line.what, _plainly)(line)


def _plainly(line: Entry) -> str:
    return _DID.get(line.what, "changed something")


def _note(line: Entry) -> str:
    key = _parts(line.subject)[-1]
    if key not in ALL_QUESTIONS:
        return "wrote a note"
    return f"noted who said “{say(ALL_QUESTIONS[key].short)}”, how sure, or a note to it"


def _status(line: Entry) -> str:
    names = dict(Status.choices)
    return f"set the status to “{names.get(line.now, line.now)}”"


def _decision(line: Entry) -> str:
    return f"decided and signed: {DECISIONS.get(line.now, line.now).lower()}"


def _paper(line: Entry) -> str:
    name = PAPER.get(line.subject, "a paper") if line.subject in PAPERS else "a paper"
    return f"noted of {name}: {line.now}" if line.now else f"changed {name}"


def _deadline(line: Entry) -> str:
    return f"changed a deadline ({line.was or 'none'} → {line.now or 'removed'})"


def _answer(line: Entry) -> str:
    case, key = _parts(line.subject)[0], _parts(line.subject)[-1]
    if key not in ALL_QUESTIONS:
        return "changed an answer"
    was, now = _value(key, line.was), _value(key, line.now)
    return f"changed “{say(ALL_QUESTIONS[key].short)}”, case {case}: {was} → {now}"


def _finding(line: Entry) -> str:
    case, remedy, element = (*_parts(line.subject), "", "", "")[:3]
    if (remedy, element) in _TITLES:
        cite, title = _TITLES[remedy, element]
        word = say(FINDING_WORD[Finding(line.now)]) if line.now in set(Finding) else "taken back"
        return f"set an own finding on “{say(title)}”, {cite}, case {case}: {word.lower()}"
    key = element or remedy
    name = say(ALL_QUESTIONS[key].short) if key in ALL_QUESTIONS else "an answer"
    return f"set an own finding beside “{name}”, case {case}"


_TELL: Mapping[str, Callable[[Entry], str]] = {
    What.NOTE.value: _note,
    What.STATUS.value: _status,
    What.DECISION.value: _decision,
    What.PAPER.value: _paper,
    What.DEADLINE.value: _deadline,
    What.ANSWER.value: _answer,
    What.FINDING.value: _finding,
}


def _parts(subject: str) -> list[str]:
    return [part for part in _PARTS.split(subject) if part] or [""]


def names_key(line: Entry, keys: tuple[str, ...]) -> bool:
    """Is it about an answer to one of these keys?"""
    return line.what == What.ANSWER.value and _parts(line.subject)[-1] in keys


def _value(key: str, text: str) -> str:
    """An answer of the journal in words, as far as it can be read."""
    if not text:
        return "no answer"
    try:
        return f"“{answer_in_words(key, _read(key, text))}”"
    except (KeyError, ValueError):
        return f"“{text}”"


def _read(key: str, text: str) -> str | tuple[str, ...] | PartialDate:
    fact = fact_of(key)
    if fact.kind is Kind.DATE and text not in fact.all_values:
        return PartialDate.parse(text)
    separated = tuple(part for part in re.split(r"[;, ]+", text) if part)
    return separated if fact.kind is Kind.SEVERAL else text
