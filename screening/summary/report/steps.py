"""What to do next in a case, as calls to make: the questions of one call, each paper, an analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.finding import SUPPORTED, Basis
from screening.rules.moving.next_steps import NextStep, StepKind
from screening.rules.papers import PAPERS, Safety
from screening.rules.remedies import REMEDIES
from screening.summary.page.attorney_words import ASKED_FOR, keeper
from screening.summary.page.capped import capped
from screening.summary.page.data import CaseReport
from screening.summary.page.rows import SHARED_GATES, RemedyReport
from screening.summary.page.short_names import CITE
from screening.summary.report.papers_to_ask import raised_to_lawyer


_LONGEST_CODE = 40
_MOST_NAMED = 12
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
        """What it is, with its questions by name, unless they are so many that the call itself lists them."""
        named = self.questions if len(self.questions) <= _MOST_NAMED else ()
        return f"{self.what} ({'; '.join(named)})" if named else self.what


def step_rows(case: CaseReport) -> tuple[StepRow, ...]:
    """The steps in the contract's order (section 4, `next_steps`)."""
    return tuple(_step(step, case.result.answers) for step in case.next_steps)


def _step(step: NextStep, answers: Answers) -> StepRow:
    questions = tuple(say(QUESTIONS[key].short) for key in step.keys)
    settles = tuple(CITE[remedy] for remedy in step.settles)
    if step.paper is None:
        count = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
        return StepRow("Call", count, _named(questions), "the person", "yes, ask now", settles, questions)
    if step.step is StepKind.ANALYSIS:
        code = capped(answers.one("offense_code") or "this conviction", longest=_LONGEST_CODE)
        return StepRow("Analysis", f"the harm of {code}", "", "an immigration lawyer", "yes", settles)
    return StepRow(
        "Paper",
        ASKED_FOR[step.paper],
        "",
        _keeper(step.paper, answers),
        safe_in_words(step.paper, step.safety),
        settles,
    )


def _named(questions: Sequence[str]) -> str:
    others = len(questions) - _MOST_ASKED
    return "; ".join((*questions[:_MOST_ASKED], f"{others} more") if others > 1 else questions)


def _keeper(paper: str, answers: Answers) -> str:
    county = answers.one("county")
    kept = keeper(say(PAPERS[paper].keeper))
    return kept.replace(_CLERK, f"clerk, {county}") if county else kept


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


def papers_to_prove(law: RemedyReport) -> tuple[str, ...]:
    """The papers for what the answers support and nobody saw on paper yet, in the order of asking for them."""
    said = [row for row in law.elements if row.finding in SUPPORTED and row.basis is not Basis.SEEN]
    first = next(remedy.asks_first for remedy in REMEDIES if remedy.id == law.id)
    papers = first or [paper for row in said if row.id not in SHARED_GATES for paper in row.papers]
    asked = (f"{ASKED_FOR[paper]} ({keeper(say(PAPERS[paper].keeper))})" for paper in papers)
    return tuple(dict.fromkeys(asked)) if said else ()


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


def _asked(found: Sequence[tuple[str, StepRow]]) -> list[str]:
    """What to ask for, each once with the letters that it serves."""
    letters: dict[str, list[str]] = {}
    for letter, step in found:
        letters.setdefault(step.what, []).append(letter)
    return [f"{', '.join(of)}: {what}" for what, of in letters.items()]
