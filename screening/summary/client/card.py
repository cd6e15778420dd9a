"""The card: when, whom to call, what to say, which paper, what not to do yet. A frightened person reads only this.

Each row is the first rule that applies. What is said holds no status, no offense and nothing that happened.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from django.conf import settings
from django.utils.translation import gettext, pgettext

from pcr_screener.languages import language_spoken
from screening.questions.wording import BOLD, date_in_words, left_to_right, said, say, say_all
from screening.rules.answer import Answer
from screening.rules.answers import Answers
from screening.rules.facts import EVENT_DATES
from screening.rules.papers import PAPERS
from screening.rules.partial_date import PartialDate
from screening.rules.text import Text, _
from screening.rules.urgency import Level, level
from screening.summary.client.lawyers import county_rows
from screening.summary.client.papers_now import in_order_of_steps, keeper_in, may_ask, of_clerk, ordered_out
from screening.summary.page.coming import coming_days
from screening.summary.page.data import CaseReport, Report
from screening.summary.page.words import month_and_year, sentence_start
from screening.summary.report.papers_to_ask import paper_rows
from screening.summary.report.urgent import in_days


MOST_WORDS = 90
_LETTER_DAYS = 90
# In parentheses, between the marks of Unicode for words of another direction.
_ENGLISH = re.compile(" \\(\u2066[^)]*\u2069\\)")


@dataclass(frozen=True)
class Row:
    """The word at its start and what stands beside it; what stands between two ** must stand out.

    `id` is date, call, say, paper, not_yet or no_lawyer. Only "call" has a link.
    """

    id: str
    label: str
    text: str
    link: str = ""


@dataclass(frozen=True)
class Card:
    """`now` is the contract's *act today* of any case, and nothing else. `phone` and `hours` may be empty.

    Where the number is not the office's own, `hours` says whose it is.
    """

    now: bool
    phone: str
    hours: str
    rows: tuple[Row, ...]

    @property
    def words(self) -> int:
        """All of them, the number too."""
        told = (words for row in self.rows for words in (row.label, row.text, row.link))
        return len(" ".join((self.phone, self.hours, *told)).split())

    def row(self, name: str) -> Row:
        """By its id."""
        return next(row for row in self.rows if row.id == name)


class When(Enum):
    """What the row *Date* speaks of, the first that applies."""

    HELD = auto()
    COMING = auto()
    DAY_NOT_KNOWN = auto()
    PASSED = auto()
    DENIED = auto()
    LETTER = auto()
    ORDER = auto()
    CRIMINAL = auto()
    NOTHING = auto()


class Precision(Enum):
    """How much of a day is known."""

    YEAR = auto()
    MONTH = auto()
    DAY = auto()


@dataclass(frozen=True)
class _Pressing:
    """With the day and the event, or the case, that it is about."""

    when: When
    case: CaseReport
    event: str = ""
    day: PartialDate | None = None


@dataclass(frozen=True)
class Drop:
    """What a card that is too long leaves out, in this order."""

    hours: bool = False
    in_days: bool = False
    county: bool = False


_DROPS = (Drop(), Drop(hours=True), Drop(hours=True, in_days=True), Drop(True, True, county=True))


def build_card(report: Report) -> Card:
    """In the active language."""
    cards = (card_with(report, drop) for drop in _DROPS)
    card = next(cards)
    while card.words > MOST_WORDS and (shorter := next(cards, None)) is not None:
        card = shorter
    return card


def act_today(report: Report) -> bool:
    """Is a flag of a case one to act on today (contract section 4)?"""
    return any(
        level(flag, case.result.urgent, case.result.answers, report.as_of) is Level.ACT_TODAY
        for case in report.cases
        for flag in case.result.urgent
    )


def ask_first(report: Report) -> CaseReport:
    """Of several cases the one whose first law has the least open."""
    return min(report.cases, key=_open)


def _open(case: CaseReport) -> tuple[bool, int, int]:
    if case.first is None:
        return True, 0, 0
    gates, proof = case.first.readiness.gates, case.first.readiness.proof
    return False, gates.of - gates.passed, proof.of - proof.supported


def card_with(report: Report, drop: Drop) -> Card:
    """The card without something."""
    now, pressing = act_today(report), _pressing(report)
    urgent = frozenset(row.code for row in report.urgent)
    phone, hours = _number(pressing.case.result.answers.one("county"))
    rows = [
        Row("date", gettext("Date"), _date(report, pressing, drop)),
        _call(phone, now=now),
        Row("say", gettext("Say"), _say(pressing, drop)),
        Row("paper", gettext("Paper"), _paper(report, pressing, urgent)),
        Row("not_yet", gettext("Not yet"), _not_yet(report, pressing, urgent)),
    ]
    if "removal_hearing" in urgent:
        told = _KEEP_CALLING if report.removed else _TELL_THE_JUDGE
        rows.append(Row("no_lawyer", gettext("No lawyer?"), say(told)))
    return Card(now, phone, "" if drop.hours else hours, tuple(rows))


def _number(county: str | None) -> tuple[str, str]:
    """The office's with its hours; without one the first of the county's list, with whose it is."""
    if settings.OPERATOR.phone:
        return settings.OPERATOR.phone, settings.OPERATOR.text("hours", language_spoken())
    listed = (row for of in county_rows() if of.name == county for row in of.rows if row.phone)
    return next(((row.phone, row.name) for row in listed), ("", ""))


def _call(phone: str, *, now: bool) -> Row:
    label = gettext("Call today") if now else gettext("Call")
    if not phone:
        return Row("call", label, "", gettext("How to find a lawyer"))
    return Row("call", label, gettext("No answer?"), gettext("More numbers"))


def _pressing(report: Report) -> _Pressing:
    first = report.cases[0]
    answers = first.result.answers
    # Of the cases that share an order the one that it names.
    named_first = sorted(report.cases, key=lambda case: not _says_yes(case, "removal_order_named_case"))
    raised = {flag: case for case in reversed(named_first) for flag in case.result.urgent}
    if "ice_detention" in raised:
        return _Pressing(When.HELD, first)
    return (
        _coming(answers, report, raised)
        or _letter(report)
        or next(
            (
                _Pressing(when, raised[flag])
                for when, flags in _LAST_DAYS.items()
                for flag in flags
                if flag in raised
            ),
            _Pressing(When.NOTHING, ask_first(report)),
        )
    )


def _says_yes(case: CaseReport, key: str) -> bool:
    return case.result.answers.one(key) == "yes"


_LAST_DAYS: Mapping[When, tuple[str, ...]] = {
    When.ORDER: ("removal_order", "removed_abroad"),
    When.CRIMINAL: ("appeal_time", "denied_motion_appeal", "probation_six_months", "open_criminal_case"),
}


def _coming(answers: Answers, report: Report, raised: Collection[str]) -> _Pressing | None:
    """The nearest known day that somebody named; else what has none; else a day that has passed."""
    case = report.cases[0]
    for event, day in coming_days(answers, report.as_of):
        return _Pressing(When.COMING, case, event, day)
    named = set(answers.several("upcoming") or ())
    # A case in immigration court has a next day, whether or not somebody knows it.
    named |= {"immigration_court"} if "removal_hearing" in raised else set()
    for event, key in EVENT_DATES.items():
        if event in named and answers.day(key) is None:
            return _Pressing(When.DAY_NOT_KNOWN, case, event)
    return _passed(answers, report)


def _passed(answers: Answers, report: Report) -> _Pressing | None:
    for event, key in EVENT_DATES.items():
        day = answers.day(key)
        if day is not None and day.before(report.as_of) is Answer.YES:
            return _Pressing(When.PASSED, report.cases[0], event, day)
    return None


def _notice(case: CaseReport) -> PartialDate | None:
    return case.result.answers.day("first_notice_date")


def _letter(report: Report) -> _Pressing | None:
    if denied := [case for case in report.cases if "benefit_denied" in case.result.urgent]:
        # All cases share the denial: its day and its name stand with the one that it is about.
        case = max(denied, key=lambda case: (_says_yes(case, "harm_named_case"), _newness(case)))
        return _Pressing(When.DENIED, case, day=_notice(case))
    case = max(report.cases, key=_newness)
    day = _notice(case)
    if day is not None and day.within_days(_LETTER_DAYS, report.as_of) is not Answer.NO:
        return _Pressing(When.LETTER, case, day=day)
    return None


def _newness(case: CaseReport) -> date:
    """Of its letter: the newest is the one whose last day is still to come."""
    day = _notice(case)
    return day.latest if day else date.min


_IN_A_SENTENCE: Mapping[str, Text] = {
    "immigration_court": _("immigration court"),
    "ice_check_in": _("a check-in with ICE"),
    "immigration_interview": _("an interview with immigration"),
    "travel": _("a trip out of the U.S."),
    "immigration_application": _("papers to send to immigration"),
    "criminal_court": _("criminal court"),
}
_NEVER_MISS = frozenset({"immigration_court", "ice_check_in", "criminal_court"})
_WITH_A_NOTICE = frozenset({"immigration_court", "ice_check_in"})

_DATE: Mapping[When, Text] = {
    When.HELD: _("Immigration holds you, or wants to. Every day counts."),
    When.DAY_NOT_KNOWN: _("You have {event}. Find the day today."),
    When.PASSED: _("{day} has passed. Ask a lawyer about it first."),
    When.DENIED: _("Your letter of {day} may name a last day. Do not let it pass."),
    When.LETTER: _("Your letter of {day} may name a last day. Do not let it pass."),
    When.ORDER: _("After a deportation order a last day can be only days away."),
    When.CRIMINAL: _("A last day in your criminal case may be near."),
    When.NOTHING: _("Look in your letters for a court date or a last day. Found one? Call the same day."),
}
_LETTER_WITHOUT_DAY = _("Your letter from immigration may name a last day. Do not let it pass.")
_LETTER_IN_PART = _("Your letter from {day} may name a last day. Do not let it pass.")


def _date(report: Report, pressing: _Pressing, drop: Drop) -> str:
    if pressing.when is When.COMING and pressing.day is not None:
        days = "" if drop.in_days else in_days(pressing.day, report.as_of)
        words = gettext("{what}: {day}").format(
            what=said("upcoming", pressing.event), day=_bold(_without_english(date_in_words(pressing.day)))
        )
        told = gettext("{words}, {in_days}.").format(words=words, in_days=days) if days else f"{words}."
        rest = (
            gettext("Never miss it.")
            if pressing.event in _NEVER_MISS and not report.removed
            else gettext("Talk to a lawyer before that day.")
        )
        return f"{told} {rest}"
    text = _DATE[pressing.when]
    if pressing.when in (When.DENIED, When.LETTER):
        text = text if pressing.day else _LETTER_WITHOUT_DAY
        text = _LETTER_IN_PART if pressing.day and _precision(pressing.day) is not Precision.DAY else text
    day = _bold(_short(pressing.day)) if pressing.day else ""
    return _filled(text, day=day, event=_event(pressing))


def _event(pressing: _Pressing) -> str:
    return _without_english(say(_IN_A_SENTENCE[pressing.event])) if pressing.event else ""


def _short(day: PartialDate) -> str:
    """A day whole, a month or a year without what is missing."""
    whole = _precision(day) is Precision.DAY
    return _without_english(date_in_words(day) if whole else month_and_year(day))


def _precision(day: PartialDate) -> Precision:
    return tuple(Precision)[day.text.count("-")]


def _without_english(words: str) -> str:
    """Without the English word behind a Persian one: under the card all of it stands in English once."""
    return _ENGLISH.sub("", words)


def _bold(words: str) -> str:
    return f"{BOLD}{words}{BOLD}"


def _filled(text: Text, **words: str) -> str:
    # An event may end in an abbreviation, as "U.S." does.
    return say(text).format(**words).replace("..", ".")


_SAY_HELD = _("Immigration has me, or a person in my family. We need a lawyer today.")
_SAY_COMING = _("I have {event} on {day}. I need a lawyer before that day.")
_SAY_NO_DAY = _("I have {event}. I need a lawyer before that day.")
_SAY_PASSED = _("I had {event} on {day}. I need a lawyer now.")
_SAY_DENIED_ON = _("Immigration said no in a letter of {day}.")
_SAY_DENIED = _("Immigration said no in a letter.")
_SAY_LETTER = _("I have a letter from immigration of {day}.")
_SAY_DENIED_IN_PART = _("Immigration said no in a letter from {day}.")
_SAY_LETTER_IN_PART = _("I have a letter from immigration, from {day}.")
# By how much is known of the day.
_SAY_IN_PART: Mapping[tuple[Text, Precision], Text] = {
    (_SAY_COMING, Precision.MONTH): _("I have {event} in {day}. I need a lawyer before then."),
    (_SAY_COMING, Precision.YEAR): _("I have {event} some time in {day}. I need a lawyer before then."),
    (_SAY_PASSED, Precision.MONTH): _("I had {event} in {day}. I need a lawyer now."),
    (_SAY_PASSED, Precision.YEAR): _("I had {event} some time in {day}. I need a lawyer now."),
    (_SAY_DENIED_ON, Precision.MONTH): _SAY_DENIED_IN_PART,
    (_SAY_DENIED_ON, Precision.YEAR): _SAY_DENIED_IN_PART,
    (_SAY_LETTER, Precision.MONTH): _SAY_LETTER_IN_PART,
    (_SAY_LETTER, Precision.YEAR): _SAY_LETTER_IN_PART,
}
_IT_NAMES = (_("It names my old case."), _("It names my old case in {county}."))
# By: is it a person in the family? Was the person deported, and not only ordered so?
_SAY_ORDERED: Mapping[tuple[bool, bool], Text] = {
    (False, False): _("I was ordered deported."),
    (False, True): _("I was deported."),
    (True, False): _("A person in my family was ordered deported."),
    (True, True): _("A person in my family was deported."),
}
_ORDER_NAMES = (_("The order names an old case."), _("The order names an old case in {county}."))
_SAY_OTHER_COURT: Mapping[str, Text] = {
    "federal": _("I have an old case in a federal court. Who can look at it for immigration?"),
    "other_state": _("I have an old case in another state. Who can look at it for immigration?"),
    "tribal_or_military": _(
        "I have an old case in a tribal or military court. Who can look at it for immigration?"
    ),
}
_SAY_OPEN = (
    _("My criminal case is not over, and I have a question about immigration."),
    _("My criminal case in {county} is not over, and I have a question about immigration."),
)
_SAY_NOT_KNOWN = _("I may have an old criminal case. I do not know what the papers say.")
_SAY_ELSE = (
    _("I have an old criminal case and a question about immigration."),
    _("I have an old criminal case in {county} and a question about immigration."),
)
_SAY_ALWAYS: Mapping[When, Text] = {
    When.HELD: _SAY_HELD,
    When.COMING: _SAY_COMING,
    When.DAY_NOT_KNOWN: _SAY_NO_DAY,
    When.PASSED: _SAY_PASSED,
    When.LETTER: _SAY_LETTER,
}


def _say(pressing: _Pressing, drop: Drop) -> str:
    answers = pressing.case.result.answers
    county = "" if drop.county else answers.one("county") or ""
    day = _short(pressing.day) if pressing.day else ""
    texts = _to_say(pressing, county)
    if pressing.day:
        precision = _precision(pressing.day)
        texts = tuple(_SAY_IN_PART.get((text, precision), text) for text in texts)
    told = (_filled(text, event=_event(pressing), day=day, county=left_to_right(county)) for text in texts)
    marks = pgettext("quotation marks, then inner ones", "“”‘’")
    return f"{marks[0]}{' '.join(told)}{marks[1]}"


def _to_say(pressing: _Pressing, county: str) -> tuple[Text, ...]:
    answers, urgent = pressing.case.result.answers, pressing.case.result.urgent
    its_name = (_IT_NAMES[bool(county)],) if _says_yes(pressing.case, "harm_named_case") else ()
    if pressing.when is When.DENIED:
        return (_SAY_DENIED_ON if pressing.day else _SAY_DENIED, *its_name)
    if pressing.when is When.ORDER:
        ordered = _SAY_ORDERED[answers.one("answered_by") == "family", "removed_abroad" in urgent]
        named = _says_yes(pressing.case, "removal_order_named_case")
        return (ordered, _ORDER_NAMES[bool(county)]) if named else (ordered,)
    if pressing.when in _SAY_ALWAYS:
        return (_SAY_ALWAYS[pressing.when], *(its_name if pressing.when is When.LETTER else ()))
    return (_of_the_case(pressing.case, county),)


def _not_sentenced(case: CaseReport) -> bool:
    return case.result.answers.one("custody_in_case") == "not_sentenced_yet"


def _of_the_case(case: CaseReport, county: str) -> Text:
    if _not_sentenced(case):
        return _SAY_OPEN[bool(county)]
    court = case.result.answers.one("court") or ""
    if court in _SAY_OTHER_COURT:
        return _SAY_OTHER_COURT[court]
    return _SAY_NOT_KNOWN if case.result.look_first and case.first is None else _SAY_ELSE[bool(county)]


_PAPER_NOTICE = _("The one that says “Notice to Appear”. Look for it at home.")
_PAPER_LETTER = _("That letter, with its envelope. Have both by the phone.")
_PAPER_ORDER = _("The immigration papers you have at home, with the envelopes.")
_PAPER_WARRANT = _("No paper yet. A lawyer asks for them.")
_PAPER_ASK = _("{paper}. Ask {keeper} by mail.")
_THE_CLERK = _("the clerk of the court")
_PAPER_OWN = _("Your own papers of the case. Keep every page.")


_PAPER: Mapping[When, Text] = {
    When.HELD: _PAPER_NOTICE,
    When.DENIED: _PAPER_LETTER,
    When.LETTER: _PAPER_LETTER,
    When.ORDER: _PAPER_ORDER,
}


# What is about the person and not about one of several cases.
_OF_THE_PERSON = frozenset({When.COMING, When.DAY_NOT_KNOWN, When.PASSED})


def _paper(report: Report, pressing: _Pressing, urgent: Collection[str]) -> str:
    if pressing.when in _PAPER or pressing.event in _WITH_A_NOTICE:
        return say(_PAPER.get(pressing.when, _PAPER_NOTICE))
    if "open_warrant" in urgent:
        return say(_PAPER_WARRANT)
    if ordered_out(report):
        return say(_PAPER_ORDER)
    case = ask_first(report) if pressing.when in _OF_THE_PERSON else pressing.case
    return say(_PAPER_OWN) if _not_sentenced(case) else _paper_to_ask_for(report, case)


def _paper_to_ask_for(report: Report, case: CaseReport) -> str:
    """Of the case's green papers one that a letter brings; the others lie at home or with a lawyer."""
    its_own = {row.id for row in paper_rows([(case.result, case.next_facts)])}
    for row in in_order_of_steps(replace(report, cases=(case,))):
        if row.id in its_own and may_ask(row, report) and PAPERS[row.id].by_mail:
            county = case.result.answers.one("county") or ""
            keeper = keeper_in(row, county) if county or not of_clerk(row) else say(_THE_CLERK)
            return _filled(_PAPER_ASK, paper=sentence_start(say(PAPERS[row.id].name)), keeper=keeper)
    return say(_PAPER_OWN)


_ASK_NO_OFFICE = _("Ask no office for anything.")
_TELL_ONLY_A_LAWYER = _("If you came back, tell only a lawyer.")
_SIGN_NOTHING = _("Sign nothing before you talk to a lawyer.")
_SAY_NO_PLEA = _("Do not say guilty or no contest.")
_DO_NOT_RENEW = _("Do not renew your green card yet.")
_SEND_NO_FORM = _("Send no form yet.")
_START_NOTHING = _("Start nothing new with immigration.")
_DO_NOT_LEAVE = _("Do not leave the United States.")
_KEEP_CALLING = _("Keep calling. A lawyer has to say whether to go.")
_TELL_THE_JUDGE = _("Go. Tell the judge: “I need time to find a lawyer, and the list of free lawyers.”")


def _not_yet(report: Report, pressing: _Pressing, urgent: Collection[str]) -> str:
    if "removed_abroad" in urgent:
        return say_all((_ASK_NO_OFFICE, _TELL_ONLY_A_LAWYER))
    if pressing.when is When.HELD:
        return say(_SIGN_NOTHING)
    if pressing.when is When.ORDER:
        return say(_ASK_NO_OFFICE)
    office = (_ASK_NO_OFFICE,) if "removal_order" in urgent else ()
    stay = () if report.may_leave else (_DO_NOT_LEAVE,)
    if "open_criminal_case" in urgent:
        return say_all((*office, _SAY_NO_PLEA) if office else (_SAY_NO_PLEA, *stay))
    return say_all((*(office or (_not_to_send(report, urgent),)), *stay))


def _not_to_send(report: Report, urgent: Collection[str]) -> Text:
    goals = {goal for case in report.cases for goal in case.result.answers.several("immigration_goal") or ()}
    if "renew_green_card" in goals:
        return _DO_NOT_RENEW
    return _SEND_NO_FORM if "immigration_application" in urgent else _START_NOTHING
