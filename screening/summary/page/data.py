"""What the result page and the attorney's paper show: plain data, in words, without HTML.

`report.py` builds it in the language that is active.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from screening.questions.route import ORDER
from screening.rules.answers import Value
from screening.rules.authorities import Point
from screening.rules.finding import LIVING, ImmigrationConviction, Outcome, Result
from screening.rules.moving.next_facts import open_facts
from screening.rules.moving.next_steps import NextStep, next_steps
from screening.rules.papers import Safety
from screening.rules.signs import CITIZEN
from screening.summary.page.chrono_data import Chronology
from screening.summary.page.cited import AuthorityRow, together
from screening.summary.page.rows import ElementRow, MovingRow, PartAnswers, RemedyReport
from screening.summary.page.worksheet_rows import Worksheet


PAPER_SEEN = "paper_seen"
_MANDATORY = "pc1203_43"


@dataclass(frozen=True)
class About:
    """Who said an answer, how sure, and a note (contract section 2, "Beside the answers")."""

    source: str = "person"
    sure: str = ""
    note: str = ""


@dataclass(frozen=True)
class CaseRecord:
    """One case to report on: its answers in the contract's keys, those about the person among them."""

    number: int
    answers: Mapping[str, Value]
    about: Mapping[str, About] = field(default_factory=dict)


# The urgent colour is for dates and dangers of the real world (brief, principle 2).
NOT_FOR_TODAY = ("appeal_pending", "prior_motion", "paid_consultant")


@dataclass(frozen=True)
class FactRow:
    """A fact to get next."""

    key: str
    short: str
    settles: tuple[str, ...]
    paper_id: str
    paper: str
    keeper: str
    safety: Safety
    safe: str


@dataclass(frozen=True)
class PaperRow:
    """A paper to ask for, as the person reads it."""

    id: str
    name: str
    keeper: str
    ask_for: str
    in_english: str
    safety: Safety
    safe: tuple[str, ...]


@dataclass(frozen=True)
class UrgentRow:
    """An urgent flag. `when` is the day that goes with it, in words; `cases` is empty where all share it.

    `client_day` does not count the days, so that it is still true on a paper that is read next week.
    """

    code: str
    attorney: str
    client: str
    title: str = ""
    when: str = ""
    client_when: str = ""
    client_day: str = ""
    cases: tuple[str, ...] = ()
    day: date | None = None
    cites: str = ""
    # Who said it and how sure, where it is not simply the person.
    told: str = ""
    # In as few words as name it.
    name: str = ""
    # Without a day: is it one to act on today (contract section 4)?
    today: bool = False


@dataclass(frozen=True)
class ConvictionReport:
    """Does immigration law count the case?"""

    finding: ImmigrationConviction
    word: str
    because: str
    authorities: tuple[str, ...]
    cites: str = ""


@dataclass(frozen=True)
class FlagRow:
    """A flag of one case with what it rests on, in full and short. `of` names its list in the contract."""

    text: str
    authorities: tuple[str, ...]
    cites: str = ""
    of: str = "urgent"

    @property
    def lead(self) -> str:
        """What it is about, up to its colon; the whole where there is none."""
        return self.text.partition(": ")[0] + (":" if ": " in self.text else "")

    @property
    def rest(self) -> str:
        """What follows the colon."""
        return self.text.removeprefix(self.lead)


@dataclass(frozen=True)
class CaseReport:
    """One case. The last fields are the attorney's working parts, filled where a paper is made (`working.py`)."""

    number: int
    name: str
    line: str
    result: Result
    conviction: ConvictionReport
    remedies: tuple[RemedyReport, ...]
    next_facts: tuple[FactRow, ...]
    also_client: tuple[str, ...]
    flags: tuple[FlagRow, ...]
    parts: tuple[PartAnswers, ...]
    unanswered: tuple[str, ...]
    unchecked: tuple[str, ...]
    first_because: str = ""
    points: tuple[Point, ...] = ()
    chronology: Chronology | None = None
    worksheet: Worksheet | None = None

    @property
    def first(self) -> RemedyReport | None:
        """The law to ask about first. None where no law is living, or nothing of the first is known yet."""
        first = self.in_order[0]
        return first if first.alive and first.readiness.gates.passed else None

    @property
    def in_order(self) -> tuple[RemedyReport, ...]:
        """The laws in the order in which to ask about them; those that are not living last."""
        places = self.result.places
        return tuple(sorted(self.remedies, key=lambda law: places.get(law.id, len(places))))

    @cached_property
    def next_steps(self) -> tuple[NextStep, ...]:
        """What to do next (contract section 4); found once, since several parts of a page ask for it."""
        return next_steps(open_facts(self.result, ORDER), self.result, ORDER)

    @property
    def others(self) -> tuple[RemedyReport, ...]:
        """All but the first."""
        return tuple(law for law in self.in_order if law is not self.first)

    @property
    def reasons(self) -> tuple[ElementRow, ...]:
        """Where no law is living: by law the first answer that rules it out, each reason once."""
        first = (law.against[0] for law in self.remedies if law.against)
        return tuple({row.because: row for row in first}.values())

    @property
    def ask_of_program_too(self) -> bool:
        """Is PC 1203.43, which no court may refuse, nearly said in full, but not the first?"""
        laws = (law for law in self.in_order[1:] if law.id == _MANDATORY and law.alive)
        return any(law.readiness.gates.open <= 1 and not law.readiness.gates.against for law in laws)

    @property
    def deciding(self) -> Mapping[str, tuple[MovingRow, ...]]:
        """By remedy the smallest sets of open questions that would move it."""
        return {remedy.id: remedy.moves for remedy in self.remedies}

    @property
    def before_filing(self) -> tuple[FlagRow, ...]:
        """What to weigh before anything is filed, with what it rests on."""
        return tuple(flag for flag in self.flags if flag.of == "before_filing")

    @property
    def also_flags(self) -> tuple[FlagRow, ...]:
        """What else to consider, with what it rests on."""
        return tuple(flag for flag in self.flags if flag.of == "also_consider")


@dataclass(frozen=True)
class Heading:
    """Whose paper it is, where an office keeps it. The public side knows none of this."""

    number: str
    name: str = ""
    reach: str = ""
    language: str = ""
    court_number: str = ""


@dataclass(frozen=True)
class Signed:
    """A decision as it was signed. `code` is "accept", "papers", "refer" or "decline", `at` in words."""

    code: str
    word: str
    reason: str
    by: str
    bar_number: str
    at: str


@dataclass(frozen=True)
class Report:
    """Everything about one person on one day. `asked_in` names the language beside the English, if any.

    `heading` and `decisions` (the oldest first) are an office's; own findings lie on the rows (`overlay.py`).
    `language` is the code of the one beside the English, "en" where there is none. A `redacted` report is
    computed from less (`redacted.py`).
    """

    as_of: date
    as_of_words: str
    person: str
    cases: tuple[CaseReport, ...]
    urgent: tuple[UrgentRow, ...]
    papers: tuple[PaperRow, ...]
    own_account: bool
    about_person: tuple[PartAnswers, ...]
    counts: Mapping[Outcome, int]
    leans_on_unchecked: str
    rules_version: str
    asked_in: str = ""
    asked_in_reviewed: bool = True
    heading: Heading | None = None
    # How many cases the person has, where this paper holds some of them; 0 where it holds all.
    of_all: int = 0
    # Did the person send these answers to an office?
    sent: bool = False
    decisions: tuple[Signed, ...] = ()
    language: str = "en"
    redacted: bool = False
    # Did an office make it? Then it may say who told an answer, which no attachment holds.
    of_office: bool = False
    authorities: tuple[AuthorityRow, ...] = ()

    @property
    def nothing_checked(self) -> bool:
        """Has no attorney recorded a check of any authority here?"""
        return not any(row.checked for row in self.authorities)

    @property
    def statutes_together(self) -> str:
        """Statutes and rules that it rests on, subdivisions together."""
        return together(row for row in self.authorities if not row.decision)

    @property
    def decisions_cited(self) -> tuple[AuthorityRow, ...]:
        """Decisions of courts and of the Board, by their short names."""
        return tuple(row for row in self.authorities if row.decision)

    @property
    def signed(self) -> Signed | None:
        """The decision that counts: the newest."""
        return self.decisions[-1] if self.decisions else None

    @property
    def several(self) -> bool:
        """More than one case?"""
        return len(self.cases) > 1

    @property
    def some_of_all(self) -> str:
        """Which of the person's cases stand here, where not all do."""
        if not self.of_all:
            return ""
        first, last = self.cases[0].number, self.cases[-1].number
        which = f"cases {first} to {last}" if self.several else f"case {first}"
        return f"{which} of {self.of_all}"

    @property
    def today(self) -> tuple[UrgentRow, ...]:
        """The flags that somebody has to act on today."""
        return tuple(row for row in self.urgent if row.code not in NOT_FOR_TODAY)

    @property
    def tell_first(self) -> tuple[UrgentRow, ...]:
        """Urgent for the lawyer, nothing that the person does today."""
        return tuple(row for row in self.urgent if row.code in NOT_FOR_TODAY)

    @property
    def urgent_dated(self) -> tuple[UrgentRow, ...]:
        """Those that have a day, the nearest first."""
        return tuple(row for row in self.urgent if row.title)

    @property
    def urgent_undated(self) -> tuple[UrgentRow, ...]:
        """The rest, in the contract's order."""
        return tuple(row for row in self.urgent if not row.title)

    @property
    def anything_to_show(self) -> bool:
        """Is there a law that a lawyer may still find something in?"""
        return any(self.counts.get(outcome, 0) for outcome in LIVING)

    @property
    def removed(self) -> bool:
        """Was the person deported?"""
        return any(row.code == "removed_abroad" for row in self.urgent)

    @property
    def may_leave(self) -> bool:
        """Deported, or a citizen by all answers? Then nobody tells them not to leave."""
        citizen = CITIZEN.holds(self.cases[0].result.answers, self.as_of)
        return self.removed or (citizen and all(row.code != "denaturalization" for row in self.urgent))

    @property
    def heard_without_coming(self) -> bool:
        """Deported, and a law may help under which a hearing can be held without the person, PC 1473.7(d)?"""
        alive = (remedy.id for case in self.cases for remedy in case.remedies if remedy.alive)
        return self.removed and any(remedy.startswith("pc1473_7") for remedy in alive)

    @property
    def warrant(self) -> bool:
        """Does somebody have to keep away from a counter?"""
        return any(row.code == "open_warrant" for row in self.urgent)
