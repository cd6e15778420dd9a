"""What to do next in a case, as calls to make: the questions of one call, each paper, an analysis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from screening.questions.wording import say
from screening.rules.papers import PAPERS, Safety
from screening.summary.page.data import CaseReport, FactRow
from screening.summary.report.papers_to_ask import OWN_ACCOUNT, raised_to_lawyer


ANALYSIS = "expert_analysis"
_CLERK = "clerk of court"
_MOST_ASKED = 4


@dataclass(frozen=True)
class StepRow:
    """One step. `kind` is "Call", "Paper" or "Analysis"; `settles` are short citations."""

    kind: str
    what: str
    more: str
    keeper: str
    safe: str
    settles: tuple[str, ...]
    questions: tuple[str, ...] = ()

    @property
    def all(self) -> str:
        """What it is, with every question by name."""
        return f"{self.what} ({'; '.join(self.questions)})" if self.questions else self.what


def step_rows(case: CaseReport) -> tuple[StepRow, ...]:
    """The steps in the order of the next facts.

    The one place that says where they come from.
    """
    steps: dict[str, list[FactRow]] = {}
    for fact in case.next_facts:
        asked = fact.key in case.result.answers.values and fact.paper_id != OWN_ACCOUNT
        steps.setdefault(fact.paper_id if asked else OWN_ACCOUNT, []).append(fact)
    return tuple(_step(paper, facts, case) for paper, facts in steps.items())


def _step(paper: str, facts: Sequence[FactRow], case: CaseReport) -> StepRow:
    settles = tuple(dict.fromkeys(cite for fact in facts for cite in fact.settles))
    if paper == OWN_ACCOUNT:
        questions = "1 question" if len(facts) == 1 else f"{len(facts)} questions"
        return StepRow(
            "Call",
            questions,
            _named(facts),
            "the person",
            "yes, ask now",
            settles,
            tuple(fact.short for fact in facts),
        )
    if paper == ANALYSIS:
        return StepRow("Analysis", "harm of this conviction", "", "an immigration attorney", "yes", settles)
    first = facts[0]
    return StepRow(
        "Paper", first.paper, "", _keeper(first, case), safe_in_words(paper, first.safety), settles
    )


def _named(facts: Sequence[FactRow]) -> str:
    named = [fact.short for fact in facts]
    others = len(named) - _MOST_ASKED
    return "; ".join((*named[:_MOST_ASKED], f"{others} more (page 2)") if others > 1 else named)


def _keeper(fact: FactRow, case: CaseReport) -> str:
    county = case.result.answers.one("county")
    return fact.keeper.replace(_CLERK, f"clerk, {county}") if county else fact.keeper


def safe_in_words(paper_id: str, how: Safety) -> str:
    """How safe it is to ask, for an attorney (brief 3.6)."""
    paper = PAPERS[paper_id]
    if paper.own_copy:
        return (
            "yes, own copy"
            if how is Safety.GREEN
            else "own copy yes; else only through the immigration lawyer"
        )
    if how is Safety.GREEN:
        return "yes, by mail" if paper.by_mail else "yes, ask now"
    if how is Safety.AMBER:
        return f"ask first{_WHY_FIRST.get(paper_id, '')}"
    return (
        "only through the lawyer"
        if raised_to_lawyer(paper_id, how)
        else "only through the immigration lawyer"
    )


# Why a lawyer is asked first, where the papers reference says it in a word.
_WHY_FIRST = {
    "doj_rap_sheet": ": fingerprints to the state",
    "probation_report": ": the court, not probation",
    "probation_discharge": ": the court, not probation",
    "jail_cdcr_records": ": these offices answer ICE",
}


@dataclass(frozen=True)
class KeeperRow:
    """All that one keeper has, for all cases of a person: one letter to one clerk."""

    keeper: str
    asked: str
    cases: str
    safe: str


def by_keeper(steps: Mapping[str, Sequence[StepRow]]) -> tuple[KeeperRow, ...]:
    """The steps of all cases, given by letter, one row a keeper."""
    keepers: dict[str, list[tuple[str, StepRow]]] = {}
    for letter, of in steps.items():
        for step in of:
            keepers.setdefault(step.keeper, []).append((letter, step))
    rows = sorted(keepers.items(), key=lambda named: _place(named[0]))
    return tuple(
        KeeperRow(
            keeper,
            "; ".join(_asked(found)),
            " ".join(dict.fromkeys(letter for letter, _ in found)),
            "; ".join(dict.fromkeys(step.safe for _, step in found)),
        )
        for keeper, found in rows
    )


def _place(keeper: str) -> int:
    return next((place for place, sign in enumerate(_KEEPERS) if sign in keeper), len(_KEEPERS))


_KEEPERS = ("the person", "client", "clerk", "Department of Justice", "program", "lawyer", "attorney")


def _asked(found: Iterable[tuple[str, StepRow]]) -> list[str]:
    """What to ask for, each once with the letters that it serves."""
    letters: dict[str, list[str]] = {}
    for letter, step in found:
        letters.setdefault(step.more or step.what, []).append(letter)
    return [f"{', '.join(of)}: {what}" for what, of in letters.items()]
