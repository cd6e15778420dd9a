"""The pages in the order of asking, and when each is asked: a pure function of the answers.

A page is skipped only where no answer on it, whatever is answered later, can change an outcome, an open
element of a remedy that is still possible, an urgent flag or the immigration-conviction finding
(tests/questions/test_route_skips.py walks routes to prove it). A later answer may open a page again, for
example by contradicting what ruled a remedy out: such a page follows that answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from screening.questions import steering
from screening.questions.page import Ask, Page, Part
from screening.questions.steering import ANY_PROGRAM, DISMISSED, SAID, SENTENCE, fact_of
from screening.rules.answers import Answers, Value
from screening.rules.facts import EVENT_DATES, FACTS, NONE, UNKNOWN_VALUES
from screening.rules.remedies import PC1016_5, PC1473_7_A1, PC1473_7_A3, REMEDIES
from screening.rules.remedies.shared import VERBATIM_FROM
from screening.rules.text import _


# Each condition's docstring is what the `questions` command prints as "when asked".


def _california(answers: Answers) -> bool:
    # Flags of California procedure stand while the court is not known to be another.
    return answers.one("court") in (None, "california")


def _any_remedy(answers: Answers) -> bool:
    """while any of the {laws} laws is still possible"""
    return any(remedy.possible(answers) for remedy in REMEDIES)


def _california_or_any_remedy(answers: Answers) -> bool:
    """unless the court is known to be another and none of the {laws} laws is possible"""
    return _california(answers) or _any_remedy(answers)


def _a_sign_counts(answers: Answers) -> bool:
    """unless the court is known to be another, it was an adult case, and it did not end without a plea"""
    # In any court a sign of a conviction contradicts "no plea" and "juvenile".
    without_plea = answers.one("disposition") in steering.WITHOUT_PLEA
    return _california_or_any_remedy(answers) or without_plea or answers.one("juvenile") == "yes"


def _advisement(answers: Answers) -> bool:
    """while PC 1016.5 is still possible: there may be a plea, to a crime, in 1978 or later; also after a trial"""
    # The advisement itself is what these pages ask about, so its own gate does not count here. After a trial
    # the papers may show that there was a plea to another count.
    maybe_plea = answers.without("disposition") if answers.one("disposition") == "trial" else answers
    return PC1016_5.possible(maybe_plea, leaving_out="advisement_missing")


def _error(answers: Answers) -> bool:
    """while PC 1473.7(a)(1) is still possible: there may be a conviction"""
    return PC1473_7_A1.possible(answers)


def _error_or_advisement(answers: Answers) -> bool:
    """while PC 1473.7(a)(1) or PC 1016.5 is still possible: there may be a plea or a trial"""
    return _error(answers) or _advisement(answers)


def _advisement_or_any_remedy_or_citizen(answers: Answers) -> bool:
    """while any of the {laws} laws is still possible, and of a U.S. citizen"""
    # What is wanted of immigration may contradict being a citizen.
    citizen = answers.one("citizenship") not in (None, "noncitizen")
    return citizen or _any_remedy(answers) or _advisement(answers)


def _other_grounds(answers: Answers) -> bool:
    """while there may be a conviction in a California court, a juvenile case too"""
    return PC1473_7_A3.possible(answers, leaving_out="adult_case")


def _program(answers: Answers) -> bool:
    """unless it is known that there was no program and no deal"""
    return answers.one("program") != NONE


def _program_papers(answers: Answers) -> bool:
    """where a program or a deal is asked about, and a sign of a conviction could count"""
    return _program(answers) and _a_sign_counts(answers)


def _may_have_order(answers: Answers) -> bool:
    """unless it is known that there is no removal order"""
    events = answers.several("immigration_events")
    return events is None or not events.isdisjoint({"removal_order", "removed"})


def _grant_in_1997_or_1998(answers: Answers) -> bool:
    """unless the program is known to have begun before 1997 or after 1998"""
    start = answers.day("program_start_date")
    return start is None or (start.earliest < date(1999, 1, 1) and start.latest >= date(1997, 1, 1))


def _plea_may_be_2026(answers: Answers) -> bool:
    """unless the plea is known to be before 2026"""
    plea = answers.day("disposition_date")
    return plea is None or plea.latest >= VERBATIM_FROM


# Whatever custody is now, a start of probation or its end may contradict it.
_ANY_CUSTODY = FACTS["custody_in_case"].all_values
_MAY_HAVE_ENDED = tuple(value for value in _ANY_CUSTODY if value != "not_sentenced_yet")
_YES_OR_NOT_KNOWN = ("yes", *UNKNOWN_VALUES)
_ANY_SENTENCE = tuple(value for value in steering.FACTS[SENTENCE].all_values if value != steering.NO_SENTENCE)

PAGES: tuple[Page, ...] = (
    Page(
        "00",
        Part.SOON,
        _("Who is answering?"),
        (Ask("answered_by"),),
        hint=_("Nobody sees your answers unless you send or show them."),
        you=True,
    ),
    Page(
        "01",
        Part.SOON,
        _("Is one of these coming soon?"),
        (
            Ask("upcoming"),
            *(Ask(day, parent="upcoming", opens=(event,)) for event, day in EVENT_DATES.items()),
        ),
        hint=_("If you know the day, write it."),
        you=True,
    ),
    Page(
        "02",
        Part.SOON,
        _("Has immigration done one of these?"),
        (Ask("immigration_events"),),
        you=True,
    ),
    Page(
        "10",
        Part.CASE,
        _("The court"),
        (Ask("court"), Ask("county"), Ask("juvenile")),
        hint=_("Think of one criminal case. You can add another case at the end."),
    ),
    Page(
        "11",
        Part.CASE,
        _("What was said in court, and the end of the case"),
        (
            Ask(SAID, settles=("said_guilty",)),
            Ask("admitted_facts", parent=SAID, opens=("neither", *UNKNOWN_VALUES)),
            Ask(DISMISSED, settles=("disposition",)),
            Ask("disposition_date"),
        ),
    ),
    Page(
        "13",
        Part.CASE,
        _("The kind of case"),
        (Ask("offense_level"), Ask("counts"), Ask("offense_kind"), Ask("offense_code")),
        hint=_("Only the kind of case. Do not write what happened."),
        when=_california_or_any_remedy,
    ),
    Page(
        "15",
        Part.CASE,
        _("What came later in this case"),
        (
            Ask("later_relief"),
            Ask("appeal_pending"),
            Ask("prior_motion"),
            Ask("prior_motion_date", parent="prior_motion", opens=("denied", *UNKNOWN_VALUES)),
        ),
    ),
    Page(
        "20",
        Part.PROGRAM,
        steering.QUESTIONS[ANY_PROGRAM].ask,
        (Ask(ANY_PROGRAM),),
    ),
    Page(
        "21",
        Part.PROGRAM,
        _("The start of the program"),
        (Ask("program_plea"), Ask("program_start_date")),
        when=_program,
    ),
    Page(
        "22",
        Part.PROGRAM,
        _("The name of the program"),
        (Ask("program"), Ask("offense_before_1997", when=_grant_in_1997_or_1998)),
        hint=_("Choose the name that fits best. A lawyer checks it with the papers."),
        when=_program,
    ),
    Page(
        "23",
        Part.PROGRAM,
        _("The end of the program"),
        (Ask("program_completed"), Ask("program_dismissed"), Ask("penalty_ordered"), Ask("program_told")),
        when=_program,
    ),
    Page(
        "24",
        Part.PROGRAM,
        _("Papers about the program"),
        (Ask("court_file"), Ask("doj_record")),
        when=_program_papers,
    ),
    Page(
        "30",
        Part.CUSTODY,
        _("Is everything in this case over?"),
        (
            Ask("custody_in_case"),
            Ask("custody_end_date", parent="custody_in_case", opens=_MAY_HAVE_ENDED),
            Ask("probation_start_date", parent="custody_in_case", opens=_ANY_CUSTODY),
            Ask("custody_elsewhere"),
            Ask("open_warrant"),
        ),
    ),
    Page(
        "32",
        Part.CUSTODY,
        _("The sentence"),
        (
            Ask(SENTENCE, settles=("sentence_imposed",)),
            Ask("sentence_date", parent=SENTENCE, opens=_ANY_SENTENCE),
            Ask("violation_admitted"),
        ),
        when=_a_sign_counts,
    ),
    Page(
        "40",
        Part.PLEA,
        _("What were you warned of on the day of the plea?"),
        (
            Ask("warned_deportation"),
            Ask("warned_exclusion"),
            Ask("warned_naturalization"),
            Ask("advisement_record"),
            Ask("advisement_verbatim", when=_plea_may_be_2026),
        ),
        hint=_(
            "Say what you remember. There is no right answer."
            " The judge can say a warning, or it can be on a form you signed."
        ),
        when=_advisement,
        open_help=True,
    ),
    Page(
        "42",
        Part.PLEA,
        _("Your lawyer on the day of the plea"),
        (Ask("lawyer_kind"), Ask("lawyer_advice")),
        hint=_("Say what you remember. There is no right answer."),
        when=_error_or_advisement,
    ),
    Page(
        "43",
        Part.PLEA,
        _("What you understood that day"),
        (
            Ask("understanding"),
            Ask("understanding_barriers"),
            Ask("would_have_done"),
            Ask("other_offer"),
        ),
        hint=_("Say what you remember. There is no right answer."),
        when=_error_or_advisement,
    ),
    Page(
        "45",
        Part.PLEA,
        _("Your life on that day, and what can show it"),
        (Ask("ties"), Ask("evidence")),
        when=_error,
    ),
    Page(
        "50",
        Part.PAPERS,
        _("Papers from immigration"),
        (
            Ask("harm_named_case"),
            Ask("first_notice_date", parent="harm_named_case", opens=_YES_OR_NOT_KNOWN),
            Ask("removal_order_final_date", when=_may_have_order),
            Ask("removal_order_learned_date", when=_may_have_order),
            Ask("removal_order_named_case", when=_may_have_order),
        ),
    ),
    Page(
        "51",
        Part.PAPERS,
        _("What you learned, and what you hope for"),
        (Ask("learned_harm_date"), Ask("learned_remedy_date"), Ask("immigration_goal")),
        when=_advisement_or_any_remedy_or_citizen,
    ),
    Page(
        "52",
        Part.PAPERS,
        _("What you have done since"),
        (Ask("steps_since"), Ask("delay_reasons")),
    ),
    Page(
        "60",
        Part.OTHER,
        _("Other reasons to look at this case"),
        (
            Ask("innocence_evidence"),
            Ask("innocence_evidence_date", parent="innocence_evidence", opens=_YES_OR_NOT_KNOWN),
            Ask("race_bias"),
            Ask("race_bias_date", parent="race_bias", opens=_YES_OR_NOT_KNOWN),
        ),
        when=_other_grounds,
    ),
    Page(
        "71",
        Part.YOU,
        _("Being a U.S. citizen or not"),
        (Ask("citizenship"), Ask("citizen_parent"), Ask("immigration_status")),
        hint=_("Nobody sees this unless you send or show it."),
        you=True,
        open_help=True,
    ),
    Page("73", Part.YOU, _("Are there other cases?"), (Ask("other_cases"),), you=True),
)

PAGE: dict[str, Page] = {page.number: page for page in PAGES}
PAGE_OF: dict[str, Page] = {key: page for page in PAGES for key in page.told}

# The order of asking, for sorting (contract section 2).
ORDER: dict[str, int] = {key: place for place, key in enumerate(PAGE_OF)}


def way(answers: Mapping[str, Value], *, first_case: bool) -> tuple[tuple[Page, ...], dict[str, Value]]:
    """The pages asked, in order, and the answers that count. Each condition sees only what earlier pages keep.

    A page stands in its place, or after the answer that opens it later.
    """
    pages: list[Page] = []
    kept: dict[str, Value] = {}
    skipped: list[Page] = []
    told = Answers({})
    for page in PAGES:
        known_already = page.you and not first_case
        if known_already:
            kept |= answers_on(page, answers, kept)
            told = Answers(steering.contract_answers(kept))
        opened = _first_open(skipped if known_already else [page], told)
        if opened is None and not known_already:
            skipped.append(page)
        while opened is not None:
            kept |= answers_on(opened, answers, kept)
            told = Answers(steering.contract_answers(kept))
            pages.append(opened)
            skipped = [other for other in skipped if other is not opened]
            opened = _first_open(skipped, told)
    return tuple(pages), kept


def _first_open(pages: Sequence[Page], told: Answers) -> Page | None:
    # Pages share conditions, and each looks at the gates of remedies.
    found = {when: when(told) for when in {page.when for page in pages}}
    return next((page for page in pages if found[page.when]), None)


def reachable(answers: Mapping[str, Value], *, first_case: bool) -> tuple[Page, ...]:
    """The pages asked on these answers, in order."""
    return way(answers, first_case=first_case)[0]


def in_use(answers: Mapping[str, Value], *, first_case: bool) -> dict[str, Value]:
    """The answers that count: those of questions that are asked. The rest is set aside."""
    return way(answers, first_case=first_case)[1]


def in_contract_keys(answers: Mapping[str, Value], *, first_case: bool) -> dict[str, Value]:
    """The answers that count, in the keys that the rules know."""
    return steering.contract_answers(in_use(answers, first_case=first_case))


def answers_on(page: Page, answers: Mapping[str, Value], kept: Mapping[str, Value]) -> dict[str, Value]:
    """The answers that count of a page that is asked, given those that earlier pages keep, and what they settle."""
    given = {key: answers[key] for key in page.told if key in answers}
    asked = asked_on(page, {**kept, **given})
    here = {key: given[key] for ask in asked for key in _answered_by(ask, given)}
    return {**here, **steering.concluded({**kept, **here})}


def asked_on(page: Page, answers: Mapping[str, Value]) -> tuple[Ask, ...]:
    """The questions of a page that is asked, given the answers so far and those on it."""
    return page.asks if page.asks_all else page.asked(Answers({**steering.steered(answers), **answers}))


def _answered_by(ask: Ask, given: Mapping[str, Value]) -> tuple[str, ...]:
    """What was begun before a question was asked in these words holds only what it settles."""
    return (ask.key,) if ask.key in given else tuple(key for key in ask.settles if key in given)


def unanswered(page: Page, used: Mapping[str, Value]) -> tuple[Ask, ...]:
    """The questions of a page that still wait for an answer; "I am not sure" is one."""
    return tuple(
        ask for ask in asked_on(page, used) if not _answered_by(ask, used) and not fact_of(ask.key).optional
    )
