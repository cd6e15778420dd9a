"""The rules read as they are declared, line after line: what the compiled form must say too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screening.rules.answers import Answers
from screening.rules.evaluate import outcome_of
from screening.rules.finding import RemedyResult, Result
from screening.rules.flags.every import ALSO_CONSIDER, BEFORE_FILING, URGENT, raised
from screening.rules.immigration import immigration_conviction
from screening.rules.look_first import in_order, place
from screening.rules.readiness import readiness
from screening.rules.remedies import REMEDIES
from screening.rules.version import digest, rules_version


@dataclass(frozen=True)
class Plainly:
    """The law of one day."""

    as_of: date

    def result(self, answers: Answers) -> Result:
        """What `evaluate` must say."""
        remedies, places = [], []
        for remedy in REMEDIES:
            elements = tuple(element.read(answers, self.as_of) for element in remedy.elements)
            findings = tuple(element.finding for element in elements)
            outcome, counts = outcome_of(remedy, findings, answers, self.as_of), readiness(remedy, findings)
            remedies.append(RemedyResult(remedy.id, outcome, elements, counts))
            places.append(place(remedy.id, outcome, counts, findings))
        outcomes = {found.remedy: found.outcome for found in remedies}
        return Result(
            as_of=self.as_of,
            rules_version=rules_version(),
            digest=digest(answers, self.as_of),
            answers=answers,
            conviction=immigration_conviction(answers, self.as_of),
            remedies=tuple(remedies),
            look_first=in_order(places),
            urgent=raised(URGENT, answers, self.as_of, outcomes),
            before_filing=raised(BEFORE_FILING, answers, self.as_of, outcomes),
            also_consider=raised(ALSO_CONSIDER, answers, self.as_of, outcomes),
        )
