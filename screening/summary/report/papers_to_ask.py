"""The papers worth asking for: what the next facts and the open elements name, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.utils import translation

from pcr_screener.languages import language_spoken, source_of
from screening.questions.catalog import QUESTIONS
from screening.questions.route import ORDER
from screening.questions.wording import say
from screening.rules.finding import LIVING, OPEN_FINDINGS, Result
from screening.rules.moving.next_facts import next_facts
from screening.rules.papers import OWN_ACCOUNT, PAPERS, Safety, safety
from screening.rules.remedies.pc1203_43 import NO_DRUG
from screening.rules.text import Text
from screening.summary.page.attorney_words import PAPER, keeper
from screening.summary.page.data import FactRow, PaperRow
from screening.summary.page.short_names import CITE
from screening.summary.page.words import LAWYER_ASKS, SAFE_WORD, safe_to_ask, sentence_start


_MOST = 12
_WORST_FIRST = (Safety.RED, Safety.AMBER, Safety.GREEN)


def fact_rows(result: Result) -> tuple[FactRow, ...]:
    """The facts to get next, as the rules list them."""
    return tuple(
        FactRow(
            key=fact.key,
            short=say(QUESTIONS[fact.key].short),
            settles=tuple(CITE[remedy] for remedy in fact.settles),
            paper_id=fact.paper,
            paper=PAPER[fact.paper],
            keeper=keeper(say(PAPERS[fact.paper].keeper)),
            safety=fact.safety,
            safe=say(SAFE_WORD[fact.safety]),
        )
        for fact in next_facts(result, ORDER)
    )


def paper_rows(cases: Sequence[tuple[Result, tuple[FactRow, ...]]]) -> tuple[PaperRow, ...]:
    """The papers of all cases; where the cases differ, the more careful word stands."""
    named = dict.fromkeys(paper for result, facts in cases for paper in _papers(result, facts))
    urgent = [result.urgent for result, _ in cases]
    listed = [paper for paper in named if paper != OWN_ACCOUNT][:_MOST]
    warrant = any("open_warrant" in flags for flags in urgent)
    return tuple(_row(paper, _worst(safety(paper, flags) for flags in urgent), warrant) for paper in listed)


def own_account(cases: Sequence[tuple[Result, tuple[FactRow, ...]]]) -> bool:
    """Does something rest on what the person says alone?"""
    return any(OWN_ACCOUNT in _papers(result, facts) for result, facts in cases)


def _papers(result: Result, facts: tuple[FactRow, ...]) -> list[str]:
    open_elements = (
        element
        for remedy in result.remedies
        if remedy.outcome in LIVING
        for element in remedy.elements
        if element.finding in OPEN_FINDINGS
    )
    papers = (
        *(fact.paper_id for fact in facts),
        *(paper for element in open_elements for paper in element.proof),
    )
    # Nobody is sent to say "I finished a PC 1000 class" in a case without drugs, nor to prove that a file is
    # gone before the clerk says so.
    left_out = {
        "dej_completion": NO_DRUG.holds(result.answers, result.as_of),
        "court_search_certificate": result.answers.one("court_file") != "destroyed",
    }
    return [paper for paper in papers if not left_out.get(paper)]


def _worst(found: Iterable[Safety]) -> Safety:
    kinds = set(found)
    return next(kind for kind in _WORST_FIRST if kind in kinds)


def raised_to_lawyer(paper_id: str, how: Safety) -> bool:
    """Did the flags leave to the lawyer what a person may otherwise ask for?"""
    return how is Safety.RED and PAPERS[paper_id].safety is not Safety.RED


def _row(paper_id: str, how: Safety, warrant: bool) -> PaperRow:
    paper = PAPERS[paper_id]
    raised = raised_to_lawyer(paper_id, how)
    return PaperRow(
        id=paper_id,
        name=sentence_start(say(paper.name)),
        keeper=sentence_start(say(paper.keeper)),
        ask_for=say(LAWYER_ASKS if raised else paper.ask_for),
        in_english="" if raised else to_say_in_english(paper.ask_for),
        safety=how,
        safe=tuple(say(sentence) for sentence in safe_to_ask(paper, how, warrant=warrant)),
    )


def to_say_in_english(ask_for: Text) -> str:
    """The words to say at a counter, where the page is in another language and the clerk reads English."""
    if language_spoken() == settings.LANGUAGE_CODE or "“" not in ask_for.msgid:
        return ""
    with translation.override(source_of(translation.get_language())):
        return say(ask_for)
