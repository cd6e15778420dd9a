"""A result as the JSON of contract section 5. Reasons are in English, whatever language is active."""

from __future__ import annotations

from dataclasses import asdict

from django.utils import translation

from screening.questions.route import ORDER
from screening.questions.wording import say
from screening.rules.authorities import Point
from screening.rules.finding import ElementResult, RemedyResult, Result
from screening.rules.moving.next_facts import NextFact, next_facts
from screening.rules.papers import PAPERS
from screening.rules.version import CONTRACT, plain


def result_json(record_id: str, result: Result) -> dict[str, object]:
    """The output line of one record."""
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
            "next_facts": [_fact(fact) for fact in next_facts(result, ORDER)],
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


def _printed(authorities: tuple[Point, ...]) -> list[str]:
    return [point.printed for point in authorities]
