"""The papers as the result page names them: at home, to ask for now with one letter a keeper, after a lawyer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import left_to_right, say
from screening.rules.papers import PAPERS, Safety
from screening.rules.text import _
from screening.summary.page.data import CaseReport, PaperRow, Report
from screening.summary.page.words import ASK_NOW, LAWYER_ASKS, sentence_start
from screening.summary.report.papers_to_ask import to_say_in_english


# A person who holds them needs nobody's leave to look; the first letter goes to a family, not to an office.
_LIES_AT_HOME = frozenset({"proof_of_ties", "letters_from_then"})
# Green, but asked for by a lawyer or after talking to one, as their own words say.
_LAWYER_FIRST = frozenset({"expert_analysis", "lawyer_discovery", "former_lawyer_file"})
_DEPORTED = frozenset({"removal_order", "removed_abroad"})
_CLERKS = (PAPERS["court_docket"].keeper, PAPERS["plea_transcript"].keeper)
_MOST_KEEPERS = 3
_LISTED = " · "
_COMMA = re.compile("[,،] ")
_ALL_IN_ONE = _("Say: “I need a copy of each of these papers in the case, every page.”")


@dataclass(frozen=True)
class Letter:
    """All that one keeper has and anybody may ask for now. `keeper` names the county where it is known."""

    keeper: str
    by_mail: bool
    papers: tuple[PaperRow, ...]
    say: str
    in_english: str

    @property
    def names(self) -> str:
        """In one line, without what explains a name."""
        return _LISTED.join(_COMMA.split(paper.name)[0] for paper in self.papers)


@dataclass(frozen=True)
class PapersNow:
    """`home`: looking at them is always safe. `letters`: at most three. `later`: the other green ones."""

    home: tuple[PaperRow, ...]
    letters: tuple[Letter, ...]
    later: tuple[PaperRow, ...]
    lawyer: tuple[PaperRow, ...]
    questions: tuple[str, ...]

    @property
    def home_names(self) -> str:
        """In one line."""
        return _LISTED.join(paper.name for paper in self.home)

    @property
    def no_copy(self) -> bool:
        """May the person ask nobody for a copy of something that lies at home?"""
        return any(paper.safety is not Safety.GREEN for paper in self.home)

    @property
    def one_by_one(self) -> tuple[PaperRow, ...]:
        """All that needs no lawyer first."""
        return (*self.home, *(paper for letter in self.letters for paper in letter.papers), *self.later)


def papers_now(report: Report) -> PapersNow:
    """Each paper of the report once."""
    rows = in_order_of_steps(report)
    home = tuple(row for row in rows if _at_home(row))
    others = tuple(row for row in rows if row not in home)
    asked = tuple(row for row in others if may_ask(row, report))
    letters = tuple(_letters(asked, the_county(report)))
    # Where nothing is known of any case one letter answers most.
    most = _MOST_KEEPERS if any(case.first for case in report.cases) else 1
    return PapersNow(
        home=home,
        letters=letters[:most],
        later=tuple(paper for letter in letters[most:] for paper in letter.papers),
        lawyer=tuple(after_lawyer(row) for row in others if row not in asked),
        questions=tuple(dict.fromkeys(_questions(report.cases))),
    )


def may_ask(row: PaperRow, report: Report) -> bool:
    """May the person ask for it now? With a deportation order nobody asks an office before a lawyer says so."""
    return row.safety is Safety.GREEN and row.id not in _LAWYER_FIRST and not ordered_out(report)


def ordered_out(report: Report) -> bool:
    """Do the answers that it was made of tell of a deportation order, or of a deportation?"""
    return any(flag.code in _DEPORTED for flag in report.urgent)


def after_lawyer(row: PaperRow) -> PaperRow:
    """Without what says that anybody may ask now, and what to say there."""
    if row.safety is not Safety.GREEN:
        return row
    if row.id in _LAWYER_FIRST:
        return replace(row, safe=tuple(told for told in row.safe if told != say(ASK_NOW)))
    return replace(row, ask_for=say(LAWYER_ASKS), in_english="", safe=())


def in_order_of_steps(report: Report) -> tuple[PaperRow, ...]:
    """The papers of the report, those first that settle most (contract section 4, `next_steps`)."""
    places = {paper: place for place, paper in enumerate(dict.fromkeys(_stepped(report.cases)))}
    return tuple(sorted(report.papers, key=lambda row: places.get(row.id, len(places))))


def the_county(report: Report) -> str:
    """The county of the cases, where all are of one."""
    counties = {case.result.answers.one("county") or "" for case in report.cases}
    return counties.pop() if len(counties) == 1 else ""


def keeper_in(row: PaperRow, county: str) -> str:
    """Who keeps the paper, as it stands in a sentence; a clerk by the county where it is known."""
    if county and of_clerk(row):
        return gettext("the clerk of the court in {county}").format(county=left_to_right(county))
    return say(_CLERKS[0] if of_clerk(row) else PAPERS[row.id].keeper)


def of_clerk(row: PaperRow) -> bool:
    """Does the clerk of the court have it, alone or with the court reporter?"""
    return PAPERS[row.id].keeper in _CLERKS


def _stepped(cases: Sequence[CaseReport]) -> Iterator[str]:
    return (step.paper for case in cases for step in case.next_steps if step.paper is not None)


def _questions(cases: Sequence[CaseReport]) -> Iterator[str]:
    """What only the person can say."""
    steps = (step for case in cases for step in case.next_steps if step.paper is None)
    return (say(QUESTIONS[key].ask) for step in steps for key in step.keys)


def _at_home(row: PaperRow) -> bool:
    return PAPERS[row.id].own_copy or row.id in _LIES_AT_HOME


def _letters(rows: Sequence[PaperRow], county: str) -> Iterator[Letter]:
    by_keeper: dict[str, list[PaperRow]] = {}
    for row in rows:
        by_keeper.setdefault(keeper_in(row, county), []).append(row)
    for keeper, kept in by_keeper.items():
        by_mail = all(PAPERS[row.id].by_mail for row in kept)
        words = (kept[0].ask_for, kept[0].in_english)
        if len(kept) > 1:
            words = (say(_ALL_IN_ONE), to_say_in_english(_ALL_IN_ONE))
        yield Letter(sentence_start(keeper), by_mail, tuple(kept), *words)
