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
from screening.rules.flags import ALSO_CONSIDER, URGENT, raised
from screening.rules.immigration import immigration_conviction
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
        urgent=raised(URGENT, answers, as_of, outcomes),
        also_consider=raised(ALSO_CONSIDER, answers, as_of, outcomes),
    )


def evaluate_remedy(remedy: Remedy, answers: Answers, as_of: date) -> RemedyResult:
    """Every element of one remedy, and its outcome."""
    elements = tuple(element.read(answers, as_of) for element in remedy.elements)
    found = [element.finding for element in elements]
    return RemedyResult(remedy.id, outcome_of(remedy, found, answers, as_of), elements)


def outcome_of(remedy: Remedy, found: Iterable[Finding], answers: Answers, as_of: date) -> Outcome:
    """The first outcome that applies, given the findings of the remedy's elements."""
    findings = set(found)
    if not remedy.in_force_on(answers, as_of):
        return Outcome.NOT_IN_FORCE
    if Finding.NOT_MET in findings:
        return Outcome.NOT_INDICATED
    if not remedy.raised(answers):
        return Outcome.NOT_RAISED
    if Finding.NOT_YET in findings:
        return Outcome.NOT_YET
    if Finding.UNKNOWN in findings:
        return Outcome.NEEDS_FACTS
    return Outcome.CONTESTED if Finding.CONTESTED in findings else Outcome.INDICATED
