"""Stored results: kept whole, and compared with what the law of today says of the answers of today.

Why something changed is found by trying. The old answers on the old day under the rules of today: what
differs from the stored result is the rules' doing. The new answers on the old day, and the old answers on
the new day, tell the answers' part from the day's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from screening.office.cabinet import Folder
from screening.office.casefile import KeptResult
from screening.office.journal import now as this_instant
from screening.office.models import Member
from screening.rules.answers import Answers, Value
from screening.rules.evaluate import evaluate
from screening.rules.facts import FACTS
from screening.rules.finding import Result
from screening.rules.record import AnswerError, parse_answers
from screening.rules.remedies import REMEDIES
from screening.rules.version import rules_version
from screening.summary.result_json import result_json


Json = Mapping[str, Any]
# What is compared: ("outcome", remedy), ("element", remedy, element), ("conviction",), ("urgent", flag).
Place = tuple[str, ...]
Values = Mapping[Place, str]

ABSENT = ""


@dataclass(frozen=True)
class Why:
    """One cause. `what` is "answer", "rule" or "date"; for an answer its key with what it was and is."""

    what: str
    key: str = ""
    was: Value | None = None
    now: Value | None = None


@dataclass(frozen=True)
class Change:
    """One thing that differs. `was` or `now` is empty where there was, or is, nothing.

    Without a `place` it is the whole case that was added or is gone.
    """

    case: str
    place: Place
    was: str
    now: str
    why: tuple[Why, ...] = ()


def result_now(folder: Folder, today: date) -> list[dict[str, Any]]:
    """Each case under the law of today: one line of contract section 5."""
    document = folder.file.document
    return [
        result_json(str(number), evaluate(Answers(document.contract(number)), today))
        for number in document.numbers()
    ]


def keep_result(folder: Folder, member: Member, today: date) -> KeptResult:
    """Keep the result beside those kept before. The caller writes the journal and puts the folder back."""
    kept = KeptResult(
        law_as_of=today.isoformat(),
        rules_version=rules_version(),
        at=this_instant(),
        by=member.name,
        lines=result_now(folder, today),
    )
    folder.file.results.append(kept)
    return kept


def compare(kept: Sequence[Json], now: Sequence[Json]) -> list[Change]:
    """What differs between two results, case by case, and why."""
    before, after = ({str(line["id"]): line for line in lines} for lines in (kept, now))
    changes: list[Change] = []
    for case in dict.fromkeys((*before, *after)):
        if case in before and case in after:
            changes += _Pair(before[case], after[case]).changes()
        else:
            changes.append(
                Change(case, (), "there" if case in before else "", "there" if case in after else "")
            )
    return changes


class _Pair:
    """One case as it was kept and as it is now, with what lies between."""

    def __init__(self, kept: Json, now: Json) -> None:
        self.case, self.kept, self.now = str(now["id"]), _of_line(kept), _of_line(now)
        self.old, self.new = _answers(kept), _answers(now)
        self.old_day, self.new_day = (date.fromisoformat(line["law_as_of"]) for line in (kept, now))
        self.differing = tuple(key for key in FACTS if self.old.values.get(key) != self.new.values.get(key))

    def changes(self) -> list[Change]:
        """Everything that differs, in the order of the result."""
        places = dict.fromkeys((*self.kept, *self.now))
        return [
            Change(self.case, place, was, now, self._why(place))
            for place in places
            if (was := self.kept.get(place, ABSENT)) != (now := self.now.get(place, ABSENT))
        ]

    def _why(self, place: Place) -> tuple[Why, ...]:
        base = self.same_day_same_answers.get(place, ABSENT)
        causes = [Why("rule")] if base != self.kept.get(place, ABSENT) else []
        if base != self.now.get(place, ABSENT):
            causes += self._of_answers(place) + self._of_day(place)
        return tuple(causes)

    def _of_answers(self, place: Place) -> list[Why]:
        """The answers that turned it alone; where none did, all that changed together."""
        day_turned = self.new_answers.get(place, ABSENT) != self.same_day_same_answers.get(place, ABSENT)
        both_turned = self.now.get(place, ABSENT) != self.same_answers.get(place, ABSENT)
        if not (day_turned or both_turned):
            return []
        alone = [key for key in self.differing if self._turns(key, place)]
        return [
            Why("answer", key, self.old.values.get(key), self.new.values.get(key))
            for key in alone or _read_by(place, self.differing)
        ]

    def _of_day(self, place: Place) -> list[Why]:
        turned = self.same_answers.get(place, ABSENT) != self.same_day_same_answers.get(place, ABSENT)
        again = self.now.get(place, ABSENT) != self.new_answers.get(place, ABSENT)
        return [Why("date")] if turned or again else []

    def _turns(self, key: str, place: Place) -> bool:
        """Is it otherwise with this answer as it was?"""
        return self._with_one_old[key].get(place, ABSENT) != self.now.get(place, ABSENT)

    @cached_property
    def same_day_same_answers(self) -> Values:
        """The old answers on the old day, under the rules of today."""
        return _values(self.old, self.old_day)

    @cached_property
    def same_answers(self) -> Values:
        """The old answers on the new day."""
        return _values(self.old, self.new_day)

    @cached_property
    def new_answers(self) -> Values:
        """The new answers on the old day."""
        return _values(self.new, self.old_day)

    @cached_property
    def _with_one_old(self) -> Mapping[str, Values]:
        return {key: _values(_as_it_was(self.new, self.old, key), self.new_day) for key in self.differing}


def _read_by(place: Place, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the keys that the law, or the element, reads at all."""
    read = {
        key
        for remedy in REMEDIES
        for element in remedy.elements
        if remedy.id in place and (place[0] == "outcome" or element.id in place)
        for key in element.keys
    }
    return tuple(key for key in keys if key in read) or keys


def _as_it_was(new: Answers, old: Answers, key: str) -> Answers:
    return new.but({key: old.values[key]}) if key in old.values else new.without(key)


def _answers(line: Json) -> Answers:
    """The answers of a line. A key that the contract no longer knows is left out."""
    given = {key: value for key, value in line["answers"].items() if key in FACTS}
    while True:
        try:
            return parse_answers(given)
        except AnswerError as gone:
            given.pop(gone.key)


def _values(answers: Answers, day: date) -> Values:
    return _of_result(evaluate(answers, day))


def _of_result(result: Result) -> Values:
    found: dict[Place, str] = {}
    for remedy in result.remedies:
        found["outcome", remedy.remedy] = remedy.outcome.value
        found |= {("element", remedy.remedy, read.element): read.finding.value for read in remedy.elements}
    found["conviction",] = result.conviction.finding.value
    return found | {("urgent", flag): "raised" for flag in result.urgent}


def _of_line(line: Json) -> Values:
    found: dict[Place, str] = {}
    for remedy in line["remedies"]:
        found["outcome", remedy["remedy"]] = remedy["outcome"]
        found |= {
            ("element", remedy["remedy"], read["element"]): read["finding"] for read in remedy["elements"]
        }
    found["conviction",] = line["immigration_conviction"]["finding"]
    return found | {("urgent", flag): "raised" for flag in line["urgent"]}
