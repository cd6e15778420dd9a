"""One record under the law of one day: start reading here.

`evaluate` reads every element of every remedy (`remedies/`), takes the outcome of each, the immigration
finding and the flags; `decide` does so without reasons. What could still change it is a question of its own
(`next_facts.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from screening.rules.answers import Answers
from screening.rules.compiled import Bits, Compiled, Sight, Values
from screening.rules.element import Line, Remedy
from screening.rules.finding import (
    Finding,
    ImmigrationConviction,
    Look,
    Outcome,
    Readiness,
    RemedyResult,
    Result,
)
from screening.rules.flags.every import LISTS
from screening.rules.immigration import LINES, NOTHING_APPLIES, conviction_by
from screening.rules.look_first import Rank, in_order, place
from screening.rules.readiness import readiness
from screening.rules.reading import Kept, Reading, first_line
from screening.rules.remedies import REMEDIES
from screening.rules.version import digest, rules_version


def evaluate(answers: Answers, as_of: date) -> Result:
    """What the rules say of these answers on the as-of day (a date in America/Los_Angeles, passed in)."""
    return _law(as_of).result(answers)


@dataclass(frozen=True, eq=False)
class Judged:
    """One remedy by its findings alone, the same object for the same findings."""

    findings: tuple[Finding, ...]
    outcome: Outcome
    readiness: Readiness
    place: tuple[Rank, Look] | None


@dataclass(frozen=True)
class Decided:
    """What the rules say without their reasons. `flags` are codes by the names of their lists."""

    remedies: tuple[Judged, ...]
    conviction: Line[ImmigrationConviction]
    flags: dict[str, tuple[str, ...]]

    @property
    def look_first(self) -> tuple[Look, ...]:
        """The living remedies in the order in which an attorney looks at them."""
        return in_order(judged.place for judged in self.remedies)


def decide(answers: Answers, as_of: date) -> Decided:
    """The same as `evaluate`, without reasons."""
    return _law(as_of).decided(answers)


class _Remedy:
    """One remedy. `places` are those of its elements among all readings."""

    def __init__(self, remedy: Remedy, places: Iterable[int], compiled: Compiled) -> None:
        self.id, self.places = remedy.id, tuple(places)
        self._remedy = remedy
        self._later = tuple((compiled.holds(case), first) for case, first in remedy.later)
        self._ground_dated = compiled.knows[remedy.ground + "_date"] if remedy.ground else 0
        self._judged: Kept[object, Judged] = Kept()

    def judge(self, found: list[Finding], bits: Bits, values: Values, as_of: date) -> Judged:
        """Its outcome and what else follows from the findings of all readings."""
        findings = tuple([found[at] for at in self.places])
        key = (findings, self._in_force(bits, as_of), self._raised(bits, values))
        return self._judged.get(key) or self._judged.keep(key, self._judge(*key))

    def _in_force(self, bits: Bits, as_of: date) -> bool:
        if as_of < self._remedy.in_force:
            return False
        return not any(as_of < first and holds(bits) for holds, first in self._later)

    def _raised(self, bits: Bits, values: Values) -> bool:
        ground = self._remedy.ground
        return ground is None or values.get(ground, "no") != "no" or bits & self._ground_dated != 0

    def _judge(self, findings: tuple[Finding, ...], in_force: bool, raised: bool) -> Judged:
        outcome = _outcome(self._remedy, findings, in_force, raised)
        counted = readiness(self._remedy, findings)
        placed = place(self.id, outcome, counted, findings)
        return Judged(findings, outcome, counted, placed)


class _Rules:
    """All that is read of one record, compiled."""

    def __init__(self) -> None:
        elements = tuple(dict.fromkeys(element for remedy in REMEDIES for element in remedy.elements))
        conditions = [line.when for element in elements for line in element.lines]
        conditions += [line.beside for element in elements for line in element.lines if line.beside]
        conditions += [element.nothing_applies.when for element in elements]
        conditions += [line.when for line in (*LINES, NOTHING_APPLIES)]
        conditions += [flag.when for flags in LISTS.values() for flag in flags]
        conditions += [case for remedy in REMEDIES for case, _first in remedy.later]
        self.compiled = Compiled(conditions)
        self.readings = tuple(Reading(element, self.compiled) for element in elements)
        self.remedies = tuple(
            _Remedy(remedy, map(elements.index, remedy.elements), self.compiled) for remedy in REMEDIES
        )
        self.conviction = first_line(LINES, NOTHING_APPLIES, self.compiled)
        self.flags = {
            name: tuple((flag, self.compiled.holds(flag.when)) for flag in flags)
            for name, flags in LISTS.items()
        }


@cache
def _rules() -> _Rules:
    return _Rules()


class _Law:
    """The rules on one as-of day."""

    def __init__(self, as_of: date) -> None:
        self._as_of, self._rules = as_of, _rules()
        self._sight = Sight(self._rules.compiled, as_of)

    def result(self, answers: Answers) -> Result:
        """With reasons."""
        rules, values = self._rules, answers.values
        bits = self._sight.bits(values)
        read = [reading.read(bits, values) for reading in rules.readings]
        decided = self._decided([found.finding for found in read], bits, answers)
        return Result(
            as_of=self._as_of,
            rules_version=rules_version(),
            digest=digest(answers, self._as_of),
            answers=answers,
            conviction=conviction_by(decided.conviction, answers),
            remedies=tuple(
                [
                    RemedyResult(
                        one.id, found.outcome, tuple([read[at] for at in one.places]), found.readiness
                    )
                    for one, found in zip(rules.remedies, decided.remedies, strict=True)
                ]
            ),
            look_first=decided.look_first,
            **decided.flags,
        )

    def decided(self, answers: Answers) -> Decided:
        """Without them."""
        bits = self._sight.bits(answers.values)
        return self._decided([reading.line(bits).finding for reading in self._rules.readings], bits, answers)

    def _decided(self, found: list[Finding], bits: Bits, answers: Answers) -> Decided:
        rules = self._rules
        remedies = tuple([one.judge(found, bits, answers.values, self._as_of) for one in rules.remedies])
        outcomes = {one.id: judged.outcome for one, judged in zip(rules.remedies, remedies, strict=True)}
        elsewhere = answers.one("court") not in (None, "california")
        flags = {
            name: tuple(
                [flag.code for flag, holds in flags if holds(bits) and flag.may_stand(elsewhere, outcomes)]
            )
            for name, flags in rules.flags.items()
        }
        return Decided(remedies, rules.conviction(bits), flags)


# One day is asked of again and again, and other days a few times.
_law = lru_cache(maxsize=8)(_Law)


def outcome_of(remedy: Remedy, found: Iterable[Finding], answers: Answers, as_of: date) -> Outcome:
    """The first outcome that applies, given the findings of the remedy's elements in their order."""
    return _outcome(remedy, found, remedy.in_force_on(answers, as_of), remedy.raised(answers))


def _outcome(remedy: Remedy, found: Iterable[Finding], in_force: bool, raised: bool) -> Outcome:
    if not in_force:
        return Outcome.NOT_IN_FORCE
    led = {leads_to(finding, blocking) for finding, blocking in zip(found, remedy.blocking, strict=True)}
    if Outcome.NOT_INDICATED not in led and not raised:
        return Outcome.NOT_RAISED
    return next(outcome for outcome in Outcome if outcome in led)


def leads_to(finding: Finding, blocking: bool) -> Outcome:
    """The outcome that one element leads to by itself. Of all of them the first in order counts."""
    if finding is Finding.UNKNOWN and blocking:
        return Outcome.NEEDS_FACTS
    return _LEADS_TO[finding]


_LEADS_TO = {
    Finding.NOT_MET: Outcome.NOT_INDICATED,
    Finding.NOT_YET: Outcome.NOT_YET,
    Finding.CONTESTED: Outcome.CONTESTED,
    Finding.UNKNOWN: Outcome.NEEDS_PROOF,
    Finding.FOR_ATTORNEY: Outcome.NEEDS_PROOF,
    Finding.MET: Outcome.INDICATED,
    Finding.PRESUMED: Outcome.INDICATED,
}
