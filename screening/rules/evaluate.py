"""One record under the law of one day: start reading here.

`evaluate` reads every element of every remedy (`remedies/`), takes the outcome of each, the immigration
finding and the flags. What could still change it is a question of its own (`next_facts.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from screening.rules.answers import Answers
from screening.rules.element import Remedy
from screening.rules.finding import Finding, Outcome, RemedyResult, Result
from screening.rules.flags.every import ALSO_CONSIDER, BEFORE_FILING, URGENT, raised
from screening.rules.immigration import immigration_conviction
from screening.rules.look_first import look_first
from screening.rules.readiness import readiness
from screening.rules.remedies import REMEDIES
from screening.rules.version import digest, rules_version


def evaluate(answers: Answers, as_of: date) -> Result:
    """What the rules say of these answers on the as-of day (a date in America/Los_Angeles, passed in)."""
    remedies = tuple(evaluate_remedy(remedy, answers, as_of) for remedy in REMEDIES)
    outcomes = {found.remedy: found.outcome for found in remedies}
    return Result(
        as_of=as_of,
        rules_version=rules_version(),
        digest=digest(answers, as_of),
        answers=answers,
        conviction=immigration_conviction(answers, as_of),
        remedies=remedies,
        look_first=look_first(remedies),
        urgent=raised(URGENT, answers, as_of, outcomes),
        before_filing=raised(BEFORE_FILING, answers, as_of, outcomes),
        also_consider=raised(ALSO_CONSIDER, answers, as_of, outcomes),
    )


def evaluate_remedy(remedy: Remedy, answers: Answers, as_of: date) -> RemedyResult:
    """Every element of one remedy, its outcome, and how much is said."""
    elements = tuple(element.read(answers, as_of) for element in remedy.elements)
    found = [element.finding for element in elements]
    outcome = outcome_of(remedy, found, answers, as_of)
    return RemedyResult(remedy.id, outcome, elements, readiness(remedy, found))


def outcome_of(remedy: Remedy, found: Iterable[Finding], answers: Answers, as_of: date) -> Outcome:
    """The first outcome that applies, given the findings of the remedy's elements in their order."""
    if not remedy.in_force_on(answers, as_of):
        return Outcome.NOT_IN_FORCE
    led = {leads_to(finding, blocking) for finding, blocking in zip(found, remedy.blocking, strict=True)}
    if Outcome.NOT_INDICATED not in led and not remedy.raised(answers):
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
