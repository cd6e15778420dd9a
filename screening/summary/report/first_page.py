"""What page one of the attorney's paper says of a case, in the order in which it is read. English, like the paper.

It is made where the paper is set, so that what an attorney found stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.rules.answers import Answers
from screening.rules.finding import SUPPORTED, Finding, Outcome
from screening.rules.remedies import PC1473_7_A1, REMEDIES
from screening.rules.urgency import was_asked
from screening.summary.chronology.events import as_given
from screening.summary.page.attorney_words import CASE_LINE, GROUND, in_one_line
from screening.summary.page.capped import capped, first_sentences
from screening.summary.page.data import PAPER_SEEN, CaseReport, Report
from screening.summary.page.rows import SHARED_GATES, RemedyReport, SaidAnswer
from screening.summary.page.short_names import CITE
from screening.summary.page.words import SOURCE, SURE, sentence_start
from screening.summary.report.look import Looked, looked_at, sentence
from screening.summary.report.steps import StepRow, papers_to_prove, step_rows


# What page one has of steps and questions, however it is cut.
FEWEST_STEPS, FEWEST_ASKED = 2, 2
_MOST_CODES = 2
_LONGEST_CODE = 40
_ONE_LINE = 170
_CLOCK_BEGINS = 90
_BY_SURE = ("sure", "fairly_sure", "not_sure", "")
_BY_SOURCE = (PAPER_SEEN, "person", "family", "lawyer")

# What every case shares, or what no answer builds, is not said *for* a law.
_NOT_SHOWN = (*SHARED_GATES, "custody_over")
# The elements that count time. PC 1203.43 has none.
_CLOCKS = frozenset(element.id for remedy in REMEDIES for element in remedy.elements if element.gap)


@dataclass(frozen=True)
class Spoken:
    """One answer that supports the law: in its own words, who said it and how sure, what it bears on."""

    said: SaidAnswer
    who: str
    bears_on: str

    @property
    def seen(self) -> bool:
        """Did somebody see it on a paper?"""
        return self.said.source == PAPER_SEEN


@dataclass(frozen=True)
class Against:
    """An element that answers speak against, with the reason."""

    name: str
    because: str


@dataclass(frozen=True)
class FirstPage:
    """Page one of one case. `letter` tells the cases of a person apart; it is empty where there is one."""

    case: CaseReport
    letter: str
    offense: str
    plea: str
    line: str
    never_asked: tuple[str, ...]
    looked: tuple[Looked, ...]
    said_for: tuple[Spoken, ...]
    against: tuple[Against, ...]
    named: str
    clock: str
    steps: tuple[StepRow, ...]
    to_prove: tuple[str, ...]
    closed: tuple[tuple[RemedyReport, str], ...]
    not_raised: str

    @property
    def identity(self) -> str:
        """What the case is, in large type."""
        return " · ".join(part for part in (self.offense, self.plea) if part) or NOTHING_KNOWN

    @property
    def goes_on(self) -> bool:
        """Has it more steps, or more questions, than page one may name?"""
        return len(self.steps) > FEWEST_STEPS or any(
            len(step.questions) > FEWEST_ASKED for step in self.steps
        )

    @property
    def counts(self) -> str:
        """Does immigration law count the case, with what may speak against it?"""
        older = _OLDER_RULE in self.case.result.also_consider
        return f"{self.case.conviction.word}{', but see Nunez-Reyes' if older else ''}"

    @property
    def county(self) -> str:
        """Where the case was, as far as it is known."""
        return self.case.result.answers.one("county") or ""

    @property
    def first(self) -> Looked | None:
        """The law to look at first, if one is living."""
        return self.looked[0] if self.looked else None

    @property
    def others(self) -> tuple[Looked, ...]:
        """The other living laws."""
        return self.looked[1:]

    @property
    def clock_begins(self) -> str:
        """The first sentences on the clock."""
        return first_sentences(self.clock, _CLOCK_BEGINS)


# A plea of before July 14, 2011 may be protected although the case counts.
_OLDER_RULE = "nunez_reyes"
NOTHING_KNOWN = "Offense, plea and sentence not known"


def first_pages(report: Report) -> tuple[FirstPage, ...]:
    """Page one of each case, in the order of asking."""
    return tuple(
        _page(case, chr(ord("A") + place) if report.several else "")
        for place, case in enumerate(report.cases)
    )


def _page(case: CaseReport, letter: str) -> FirstPage:
    answers, looked = case.result.answers, looked_at(case)
    offense, plea = _offense(answers), _plea(answers)
    return FirstPage(
        case=case,
        letter=letter,
        offense=offense or ("offense not known" if plea else ""),
        plea=plea or ("plea and sentence not known" if offense else ""),
        line=in_one_line(answers, {**_SMALL_LINE, **(_KIND if answers.one("offense_code") else {})}),
        never_asked=never_asked(_EXPECTED, answers),
        looked=looked,
        said_for=said_for(looked[0].remedy) if looked else (),
        against=_against(looked[0].remedy) if looked else (),
        named=_named(answers),
        clock=_clock(looked),
        steps=step_rows(case),
        to_prove=papers_to_prove(looked[0].remedy) if looked else (),
        closed=tuple((law, sentence(law)) for law in case.remedies if law.outcome in _CLOSED),
        not_raised=_not_raised(case),
    )


_CLOSED = (Outcome.NOT_INDICATED, Outcome.NOT_IN_FORCE)
# Without these that there is no urgent flag says little.
URGENT_KEYS = ("upcoming", "immigration_events", "open_warrant")
_EXPECTED = ("county", "custody_in_case", "immigration_status")
_KIND = {"offense_kind": CASE_LINE["offense_kind"]}
_SMALL_LINE: Mapping[str, Mapping[str, str]] = {
    "county": {},
    "custody_in_case": CASE_LINE["custody_in_case"],
    "later_relief": CASE_LINE["later_relief"],
}


def _offense(answers: Answers) -> str:
    """The code sections, the first two of many, and the level; without a code the kind."""
    codes = [code.strip() for code in (answers.one("offense_code") or "").split(",") if code.strip()]
    what = ", ".join(capped(code, longest=_LONGEST_CODE) for code in codes[:_MOST_CODES])
    if len(codes) > _MOST_CODES:
        what = f"{what}, {len(codes) - _MOST_CODES} more (page 2)"
    what = what or sentence_start(in_one_line(answers, _KIND))
    level = in_one_line(answers, {"offense_level": CASE_LINE["offense_level"]})
    return ", ".join(part for part in (what, level) if part)


def _plea(answers: Answers) -> str:
    """How the case ended, its day as given, and the sentence; what of it is not known is said."""
    ended, sentenced = (
        in_one_line(answers, {key: CASE_LINE[key]}) for key in ("disposition", "sentence_imposed")
    )
    day = answers.day("disposition_date")
    program = _completed_deferred_entry(answers)
    if program and not sentenced:
        return program
    if not (ended or sentenced or day):
        return ""
    plea = " ".join((ended or "plea not known", as_given(day) if day else "(day not known)"))
    return f"{plea} · {sentenced or 'sentence not known'}"


def _completed_deferred_entry(answers: Answers) -> str:
    if answers.one("program") != "pc1000_deferred_entry" or answers.one("program_completed") != "yes":
        return ""
    day = answers.day("program_start_date") or answers.day("disposition_date")
    dismissed = {"yes": "dismissed", "no": "not dismissed"}.get(answers.one("program_dismissed") or "")
    return (
        f"deferred entry {as_given(day) if day else '(day not known)'} · {dismissed or 'dismissal not known'}"
    )


def said_for(law: RemedyReport) -> tuple[Spoken, ...]:
    """Each answer that supports the law once: seen first, then the surer, then who said it, then the elements."""
    bears: dict[str, tuple[SaidAnswer, list[str]]] = {}
    for row in law.elements:
        if row.finding in SUPPORTED and row.id not in _NOT_SHOWN:
            for said in row.said:
                bears.setdefault(said.key, (said, []))[1].append(row.short_name)
    found = sorted(bears.values(), key=lambda one: _rank(one[0]))
    return tuple(Spoken(said, _who(said), ", ".join(names)) for said, names in found)


def said_in_all(pages: Sequence[FirstPage]) -> tuple[tuple[str, Spoken], ...]:
    """What is said for the first law of each case, with the case's letter: the first of each, then the next."""
    found = [
        (place, number, page.letter, row)
        for number, page in enumerate(sorted(pages, key=by_open))
        # Of several cases the plea stands in the row of each.
        for place, row in enumerate(
            row for row in page.said_for if len(pages) == 1 or row.said.key != "disposition"
        )
    ]
    return tuple((letter, row) for _, _, letter, row in sorted(found, key=lambda one: one[:2]))


def other_laws(pages: Sequence[FirstPage]) -> tuple[tuple[str, str], ...]:
    """By law what it is in which cases, where it is not the one to look at first: "needs facts in A, B"."""
    found: dict[str, dict[str, list[str]]] = {}
    for page in pages:
        said = {law.remedy.id: f"{law.remedy.word.lower()} in" for law in page.others}
        said |= {law.id: f"{law.closed_by} in" for law, _ in page.closed}
        said |= {law.id: "not raised in" for law in page.case.remedies if law.outcome is Outcome.NOT_RAISED}
        for law in page.case.remedies:
            if law.id in said:
                found.setdefault(law.cite, {}).setdefault(said[law.id], []).append(page.letter)
    return tuple(
        (cite, "; ".join(f"{words} {', '.join(letters)}" for words, letters in told.items()))
        for cite, told in found.items()
    )


def by_open(page: FirstPage) -> tuple[bool, int, int]:
    """Sorts cases by what is open of the law to look at first: gates, then proof."""
    if page.first is None:
        return True, 0, 0
    gates, proof = page.first.remedy.readiness.gates, page.first.remedy.readiness.proof
    return False, gates.of - gates.passed, proof.of - proof.supported


def _rank(said: SaidAnswer) -> tuple[bool, int, int]:
    return said.source != PAPER_SEEN, _BY_SURE.index(said.sure), _BY_SOURCE.index(said.source)


def _who(said: SaidAnswer) -> str:
    """Who said it and how sure: "Person, fairly sure"."""
    who = sentence_start(say(SOURCE[said.source]).removeprefix("the "))
    return ", ".join((who, say(SURE[said.sure]))) if said.sure else who


def _against(law: RemedyReport) -> tuple[Against, ...]:
    return tuple(
        Against(row.short_name, first_sentences(row.because, _ONE_LINE))
        for row in law.found(Finding.CONTESTED)
    )


def _named(answers: Answers) -> str:
    """Has immigration named this case? A question that was never asked is no answer."""
    value, day = answers.values.get("harm_named_case"), answers.day("first_notice_date")
    if value is None:
        return "Never asked."
    if value == "no":
        return "No paper so far."
    if value != "yes":
        return "Not known."
    return f"Yes, in a paper of {as_given(day)}." if day else "Yes; the day of the paper is not known."


def _clock(looked: Sequence[Looked]) -> str:
    """When the time of the law to look at first may start."""
    if not looked:
        return ""
    told = [_its_clock(looked[0].remedy)]
    if not any(row.id in _CLOCKS for row in looked[0].remedy.elements):
        others = (law.remedy for law in looked[1:] if law.remedy.id == PC1473_7_A1.id)
        told += [f"{law.cite}: {_its_clock(law)}" for law in others]
    return " ".join(told)


def _its_clock(law: RemedyReport) -> str:
    reasons = (row.because for row in law.elements if row.id in _CLOCKS)
    return next(reasons, f"{law.cite} has no clock.")


def _not_raised(case: CaseReport) -> str:
    """The grounds that nobody named, in half a line."""
    grounds = {remedy.id: remedy.ground for remedy in REMEDIES if remedy.ground}
    laws = [law for law in case.remedies if law.outcome is Outcome.NOT_RAISED]
    if not laws:
        return ""
    named = ", ".join(f"{CITE[law.id]} {GROUND[law.id]}" for law in laws)
    asked = [law for law in laws if grounds[law.id] in case.result.answers.values]
    if len(asked) == len(laws):
        return f"{named}. {'Answered no to both' if len(laws) > 1 else 'Answered no'}."
    if not asked:
        return f"{named}. Never asked."
    return f"{named}. Answered no to {GROUND[asked[0].id]}; the other was never asked."


def in_one_title(report: Report) -> str:
    """Where and when the cases of a person were: "3 cases in Fresno, 2002 to 2009"."""
    answers = [case.result.answers for case in report.cases]
    counties = {one.one("county") for one in answers}
    place = f" in {counties.pop()}" if len(counties) == 1 and counties != {None} else ""
    years = sorted(day.earliest.year for one in answers if (day := one.day("disposition_date")))
    when = f", {years[0]} to {years[-1]}" if years and years[0] != years[-1] else ""
    return f"{len(answers)} cases{place}{when}"


def never_asked(keys: Sequence[str], *of: Answers) -> tuple[str, ...]:
    """The questions that none of these answers, by name."""
    return tuple(say(QUESTIONS[key].short) for key in keys if not any(key in one.values for one in of))


def nobody_asked(report: Report) -> bool:
    """Was no question answered that could raise an urgent flag? Then "no flag" is not a no."""
    return not any(was_asked(case.result.answers) for case in report.cases)
