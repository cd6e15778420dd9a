"""Beside each answer: who said it, how sure they are, and a note (contract section 2, "Beside the answers")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from screening.interview.document import Document
from screening.office.calls.steps import Step
from screening.questions.route import PAGES
from screening.questions.steering import concluded
from screening.rules.answers import Value


LONGEST_NOTE = 2_000
PERSON = "person"
SOURCES = {PERSON: "Caller", "family": "Family", "lawyer": "Lawyer", "paper_seen": "Paper seen"}
SURENESS = {"sure": "Sure", "fairly_sure": "Thinks so", "not_sure": "Guess"}


@dataclass(frozen=True)
class Told:
    """How an answer was told. `sure` is empty where nobody said; a source that is not told is the person."""

    source: str = PERSON
    sure: str = ""
    note: str = ""

    @property
    def codes(self) -> str:
        """As the journal keeps it: without the note's text."""
        return f"{self.source} {self.sure}".strip()


_SETTLES = {ask.key: ask.settles[0] for page in PAGES for ask in page.asks if ask.settles}


def _home(key: str, value: Value | None) -> str:
    """The contract's key where the answer settles one."""
    settled = () if value is None else concluded({key: value})
    return next(iter(settled), _SETTLES.get(key, key))


def told_of(document: Document, step: Step) -> Told:
    """What stands beside an answer."""
    kept = _about(document, step).get(_home(step.key, _value(document, step)), {})
    return Told(**{name: kept.get(name, default) for name, default in _DEFAULTS.items()})


_DEFAULTS: Mapping[str, str] = {"source": PERSON, "sure": "", "note": ""}


def put_told(document: Document, step: Step, told: Told, member_id: str, before: Value | None) -> None:
    """Keep it. `before` is what the answer was: its place moves with it."""
    about = _about(document, step)
    about.pop(_home(step.key, before), None)
    about[_home(step.key, _value(document, step))] = {
        "source": told.source,
        "sure": told.sure,
        "note": told.note,
        "by": member_id,
    }


def _about(document: Document, step: Step) -> dict[str, Any]:
    return document.cases[step.case - 1].about


def _value(document: Document, step: Step) -> Value | None:
    return document.given(step.case).get(step.key)
