"""Two results of one case: what differs, and why.

Why something differs is found by trying, under the rules of this program. The old answers on the old day:
what differs from the first result is the rules' doing. The new answers on the old day, and the old answers
on the new day, tell the answers' part from the day's. No old code is run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from screening.bulk.stored import contract_of
from screening.rules.answers import Answers, Value
from screening.rules.evaluate import outcome_of
from screening.rules.facts import FACTS
from screening.rules.flags.every import ALSO_CONSIDER, FLAGS, raised
from screening.rules.immigration import immigration_conviction
from screening.rules.record import AnswerError, parse_answers
from screening.rules.remedies import REMEDIES
from screening.rules.version import CONTRACT, rules_version


# A result as one line of contract section 5.
Json = Mapping[str, Any]
# What is compared: ("outcome", remedy), ("element", remedy, element), ("conviction",), ("urgent", flag).
Place = tuple[str, ...]
Values = Mapping[Place, str]

ABSENT = ""
RAISED = "raised"

# The flags that are compared, in whichever list of a result a contract puts them.
_COMPARED = tuple(flag for flag in FLAGS.values() if flag not in ALSO_CONSIDER)
_CODES = frozenset(flag.code for flag in _COMPARED)


@dataclass(frozen=True)
class Why:
    """One cause.

    `what` is "answer" (then `key` with what it was and is), "date", "rule", "contract" (rules that read answers
    in another way: then which it was and is), or "stored": a result of these very rules that they do not give,
    because it was changed or made by other code.
    """

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


def compare(before: Sequence[Json], after: Sequence[Json]) -> list[Change]:
    """What differs between two results, case by case, and why. Cases are told apart by `id`."""
    old, new = ({str(line["id"]): line for line in lines} for lines in (before, after))
    changes: list[Change] = []
    for case in dict.fromkeys((*old, *new)):
        if case in old and case in new:
            changes += compare_lines(old[case], new[case])
        else:
            changes.append(Change(case, (), "there" if case in old else "", "there" if case in new else ""))
    return changes


def compare_lines(before: Json, after: Json) -> list[Change]:
    """What differs between two results of one case, in the order of the result."""
    return _Pair(before, after).changes()


def values_of_line(line: Json) -> Values:
    """What is compared of a stored result."""
    found: dict[Place, str] = {}
    for remedy in line["remedies"]:
        found["outcome", remedy["remedy"]] = remedy["outcome"]
        found |= {
            ("element", remedy["remedy"], read["element"]): read["finding"] for read in remedy["elements"]
        }
    found["conviction",] = line["immigration_conviction"]["finding"]
    beside = (flag for flag in line["also_consider"] if flag in _CODES)
    flags = (*line["urgent"], *line.get("before_filing", ()), *beside)
    return found | {("urgent", flag): RAISED for flag in flags}


def values_of(answers: Answers, day: date) -> Values:
    """The same of answers on a day, without words or reasons."""
    found: dict[Place, str] = {}
    outcomes = {}
    for remedy in REMEDIES:
        findings = {element.id: element.finding(answers, day) for element in remedy.elements}
        outcomes[remedy.id] = outcome_of(remedy, findings.values(), answers, day)
        found["outcome", remedy.id] = outcomes[remedy.id].value
        found |= {("element", remedy.id, element): finding.value for element, finding in findings.items()}
    found["conviction",] = immigration_conviction(answers, day).finding.value
    return found | {("urgent", flag): RAISED for flag in raised(_COMPARED, answers, day, outcomes)}


class _Pair:
    """One case in two results, with what lies between."""

    def __init__(self, before: Json, after: Json) -> None:
        self.case = str(after["id"])
        self.lines = before, after
        self.stored = values_of_line(before), values_of_line(after)

    def changes(self) -> list[Change]:
        """Everything that differs, in the order of the result."""
        before, after = self.stored
        return [
            Change(self.case, place, was, now, self._why(place))
            for place in dict.fromkeys((*before, *after))
            if (was := before.get(place, ABSENT)) != (now := after.get(place, ABSENT))
        ]

    def _why(self, place: Place) -> tuple[Why, ...]:
        base, target = self._old_on_old.get(place, ABSENT), self._new_on_new.get(place, ABSENT)
        causes = self._of_rules(place, (base, target))
        if base != target:
            causes += self._of_answers(place) + self._of_day(place)
        return tuple(causes)

    def _of_rules(self, place: Place, computed: tuple[str, str]) -> list[Why]:
        """What the rules of this program do not give themselves."""
        causes = [
            self._other_rules(line)
            for line, values, given in zip(self.lines, self.stored, computed, strict=True)
            if values.get(place, ABSENT) != given
        ]
        return list(dict.fromkeys(causes))

    def _other_rules(self, line: Json) -> Why:
        """Why these rules do not give what stands in this line."""
        if line["rules_version"] == rules_version():
            return Why("stored")
        was, now = map(contract_of, self.lines)
        if was != now and contract_of(line) != CONTRACT:
            return Why("contract", was=str(was), now=str(now))
        return Why("rule")

    def _of_answers(self, place: Place) -> list[Why]:
        """The answers that turned it alone; where none did, all that changed together."""
        turned = self._new_on_old.get(place, ABSENT) != self._old_on_old.get(place, ABSENT)
        turned_later = self._new_on_new.get(place, ABSENT) != self._old_on_new.get(place, ABSENT)
        if not (turned or turned_later):
            return []
        old, new = (answers.values for answers in self._answers)
        alone = [key for key in self._differing if self._turns(key, place)]
        return [
            Why("answer", key, old.get(key), new.get(key))
            for key in alone or _read_by(place, self._differing)
        ]

    def _of_day(self, place: Place) -> list[Why]:
        turned = self._old_on_new.get(place, ABSENT) != self._old_on_old.get(place, ABSENT)
        again = self._new_on_new.get(place, ABSENT) != self._new_on_old.get(place, ABSENT)
        return [Why("date")] if turned or again else []

    def _turns(self, key: str, place: Place) -> bool:
        """Is it otherwise with this answer as it was?"""
        return self._with_one_old[key].get(place, ABSENT) != self._new_on_new.get(place, ABSENT)

    @cached_property
    def _answers(self) -> tuple[Answers, Answers]:
        before, after = self.lines
        return _known_answers(before), _known_answers(after)

    @cached_property
    def _days(self) -> tuple[date, date]:
        before, after = self.lines
        return date.fromisoformat(before["law_as_of"]), date.fromisoformat(after["law_as_of"])

    @cached_property
    def _differing(self) -> tuple[str, ...]:
        old, new = (answers.values for answers in self._answers)
        return tuple(key for key in FACTS if old.get(key) != new.get(key))

    @cached_property
    def _old_on_old(self) -> Values:
        return values_of(self._answers[0], self._days[0])

    @cached_property
    def _old_on_new(self) -> Values:
        old_day, new_day = self._days
        return self._old_on_old if old_day == new_day else values_of(self._answers[0], new_day)

    @cached_property
    def _new_on_old(self) -> Values:
        return values_of(self._answers[1], self._days[0]) if self._differing else self._old_on_old

    @cached_property
    def _new_on_new(self) -> Values:
        if not self._differing:
            return self._old_on_new
        old_day, new_day = self._days
        return self._new_on_old if old_day == new_day else values_of(self._answers[1], new_day)

    @cached_property
    def _with_one_old(self) -> Mapping[str, Values]:
        old, new = self._answers
        return {key: values_of(_as_it_was(new, old, key), self._days[1]) for key in self._differing}


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


def _known_answers(line: Json) -> Answers:
    """The answers of a line. A key or value that the contract no longer knows is left out."""
    given = {key: value for key, value in line["answers"].items() if key in FACTS}
    while True:
        try:
            return parse_answers(given)
        except AnswerError as gone:
            given.pop(gone.key)
