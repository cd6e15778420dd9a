"""A result as the JSON of contract section 5. Reasons are in English, whatever language is active."""

from __future__ import annotations

from dataclasses import asdict

from django.utils import translation

from screening.questions.route import ORDER
from screening.questions.wording import say
from screening.rules.authorities import Point
from screening.rules.finding import ElementResult, RemedyResult, Result
from screening.rules.moving.next_facts import MOST_LISTED, NextFact, open_facts
from screening.rules.moving.next_steps import NextStep, next_steps
from screening.rules.papers import PAPERS
from screening.rules.version import CONTRACT, plain


def result_json(record_id: str, result: Result) -> dict[str, object]:
    """The output line of one record."""
    facts = open_facts(result, ORDER)
    with translation.override("en"):
        return {
            "contract": CONTRACT,
            "id": record_id,
            "law_as_of": result.as_of.isoformat(),
            "rules_version": result.rules_version,
            "digest": result.digest,
            "answers": plain(result.answers.values),
            "immigration_conviction": {
                "finding": result.conviction.finding.value,
                "because": say(result.conviction.because),
                "authorities": _printed(result.conviction.authorities),
            },
            "remedies": [_remedy(remedy) for remedy in result.remedies],
            "look_first": [
                {"remedy": look.remedy, "reason": look.reason.value} for look in result.look_first
            ],
            "urgent": list(result.urgent),
            "before_filing": list(result.before_filing),
            "also_consider": list(result.also_consider),
            "next_steps": [_step(step) for step in next_steps(facts, result, ORDER)],
            "next_facts": [_fact(fact) for fact in facts[:MOST_LISTED]],
        }


def _remedy(found: RemedyResult) -> dict[str, object]:
    return {
        "remedy": found.remedy,
        "outcome": found.outcome.value,
        "open": {finding.value: list(elements) for finding, elements in found.open.items()},
        "readiness": asdict(found.readiness),
        "elements": [_element(element) for element in found.elements],
    }


def _element(found: ElementResult) -> dict[str, object]:
    return {
        "element": found.element,
        "finding": found.finding.value,
        "because": say(found.because),
        "basis": found.basis.value,
        "authorities": _printed(found.authorities),
        "rests_on": list(found.rests_on),
        "proof": "; ".join(say(PAPERS[paper].name) for paper in found.proof),
        "change": say(found.change),
    }


def _fact(fact: NextFact) -> dict[str, object]:
    paper = PAPERS[fact.paper]
    return {
        "key": fact.key,
        "settles": list(fact.settles),
        "paper": say(paper.name),
        "keeper": say(paper.keeper),
        "safe": fact.safety.value,
    }


def _step(step: NextStep) -> dict[str, object]:
    paper = None if step.paper is None else PAPERS[step.paper]
    return {
        "step": step.step.value,
        "paper": None if paper is None else say(paper.name),
        "keeper": None if paper is None else say(paper.keeper),
        "safe": step.safety.value,
        "keys": list(step.keys),
        "settles": list(step.settles),
        "remedies": list(step.remedies),
    }


def _printed(authorities: tuple[Point, ...]) -> list[str]:
    return [point.printed for point in authorities]
