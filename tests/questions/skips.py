"""The check behind `test_route_skips.py`, apart so that a seeded fault can be put before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from random import Random

from screening.questions import route
from screening.questions.page import Page
from screening.questions.steering import contract_answers
from screening.rules.answers import Answers, Value
from screening.rules.evaluate import outcome_of
from screening.rules.facts import NONE
from screening.rules.finding import OPEN_FINDINGS, Finding, Outcome
from screening.rules.flags.every import URGENT, raised
from screening.rules.immigration import immigration_conviction
from screening.rules.remedies import REMEDIES
from tests.questions.walking import any_value


TRIES = 3

# The contract itself asks about the program only where `program` is not `none`, and about the day of the
# plea only where there was a plea or a trial (section 2).
ONLY_WITH_A_PROGRAM = {"21", "22", "23", "24"}
ONLY_WITH_A_PLEA = {"advisement_record", "evidence"}


def assert_no_skip_matters(
    walks: int, as_of: date, *, first_case: bool, seed: int = 20261124
) -> tuple[Counter[str], Counter[str]]:
    """Walk at random; on each skipped page try answers. How often each page was reached and skipped."""
    random = Random(seed)  # noqa: S311 a walk, not a secret
    reached: Counter[str] = Counter()
    skips: Counter[str] = Counter()
    for _ in range(walks):
        answers, asked, skipped = walk(random, first_case=first_case)
        reached.update(page.number for page in asked)
        skips.update(page.number for page in skipped)
        pages, kept = route.way(answers, first_case=first_case)
        assert list(pages) == asked
        in_use = contract_answers(kept)
        before = _what_matters(Answers(in_use), as_of)
        for page in skipped:
            if _never_asked(page, in_use):
                continue
            for hidden in _hidden_answers(page, in_use, random):
                after = _what_matters(Answers(in_use | contract_answers(hidden)), as_of)
                assert after == before, (page.number, sorted(hidden), sorted(in_use))
    return reached, skips


def _never_asked(page: Page, in_use: dict[str, Value]) -> bool:
    """Does the contract itself leave the page out, although an answer there could contradict another?"""
    return page.number in ONLY_WITH_A_PROGRAM and in_use.get("program") == NONE


def walk(random: Random, *, first_case: bool) -> tuple[dict[str, Value], list[Page], list[Page]]:
    """Answer page after page, each question from what was said before; pages asked, pages skipped."""
    answers = Answering(random)
    if not first_case:
        answers.answer([page for page in route.PAGES if page.you])
    asked = list(route.reachable(answers, first_case=first_case))
    skipped = [page for page in route.PAGES if page not in asked and (first_case or not page.you)]
    return dict(answers), asked, skipped


class Answering(dict[str, Value]):
    """Answers that are given when the route asks for them: a page when it is reached, and never another."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self._random = random
        self._closed = {key for page in route.PAGES for key in page.keys}

    def __contains__(self, key: object) -> bool:
        if key in self._closed:
            self.answer(page for page in route.PAGES if key in page.keys)
        return super().__contains__(key)

    def answer(self, pages: Iterable[Page]) -> None:
        """Answer what is asked on these pages, from what was said before."""
        for page in pages:
            self._closed -= {*page.keys}
            for ask in page.asks:
                if ask.asked(Answers(self)):
                    self[ask.key] = any_value(ask.key, self._random)


def _what_matters(answers: Answers, as_of: date) -> object:
    """Outcomes, open elements of remedies that are still possible, urgent flags, the immigration finding.

    As `evaluate` finds them, without the reasons, which no one compares.
    """
    outcomes: dict[str, Outcome] = {}
    still_open: dict[str, list[tuple[str, Finding]]] = {}
    for remedy in REMEDIES:
        found = {element.id: element.finding(answers, as_of) for element in remedy.elements}
        outcome = outcomes[remedy.id] = outcome_of(remedy, found.values(), answers, as_of)
        if outcome not in (Outcome.NOT_INDICATED, Outcome.NOT_IN_FORCE):
            still_open[remedy.id] = [
                (name, finding) for name, finding in found.items() if finding in OPEN_FINDINGS
            ]
    urgent = raised(URGENT, answers, as_of, outcomes)
    return outcomes, still_open, urgent, immigration_conviction(answers, as_of).finding


def _hidden_answers(page: Page, in_use: dict[str, Value], random: Random) -> Iterator[dict[str, Value]]:
    """What could have been answered on a page that was skipped."""
    without_plea = in_use.get("disposition") in ("no_plea_diversion", "dismissed_without_plea")
    left_out = ONLY_WITH_A_PLEA if without_plea else set()
    for _ in range(TRIES):
        yield {key: any_value(key, random) for key in page.keys if key not in left_out}
