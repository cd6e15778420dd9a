"""Which answers the client copy leaves out unless the person ticks their group.

A paper in a pocket can be proof against its owner (docs/decisions/0014-client-copy.md). Every key of the
contract stands in one group or in SAFE; a test holds that, so that no new key slips onto the paper.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from screening.rules.answers import Value
from screening.rules.facts import EVENT_DATES
from screening.rules.text import Text, _


@dataclass(frozen=True)
class Group:
    """Answers that are left out together. `number` is what its tick box posts, and says nothing."""

    number: str
    title: Text
    keys: tuple[str, ...]


CITIZENSHIP = Group("1", _("Your citizenship and that of your family"), ("citizenship", "citizen_parent"))
# Ties show where somebody comes from: "since I was a child", "I had a green card".
STATUS = Group(
    "2", _("Your immigration papers, and your life in the U.S. on that day"), ("immigration_status", "ties")
)
EVENTS = Group(
    "3",
    _("What immigration has done, and what is coming soon"),
    (
        "immigration_events",
        "upcoming",
        *EVENT_DATES.values(),
        "custody_elsewhere",
        "harm_named_case",
        "first_notice_date",
        "removal_order_final_date",
        "removal_order_learned_date",
        "removal_order_named_case",
    ),
)
GOAL = Group("4", _("What you want from immigration"), ("immigration_goal",))
ADVICE = Group("5", _("What your lawyer and others told you"), ("lawyer_advice", "program_told"))
# The reasons for a delay name detention and absence; the days say since when somebody knew.
KNOWLEDGE = Group(
    "6",
    _("What you understood, when you found out, and why it took time"),
    (
        "understanding",
        "understanding_barriers",
        "learned_harm_date",
        "learned_remedy_date",
        "delay_reasons",
    ),
)
CHOICE = Group("7", _("What you would have done"), ("would_have_done", "other_offer"))
INNOCENCE = Group("8", _("New proof of innocence"), ("innocence_evidence", "innocence_evidence_date"))
ADMISSIONS = Group("9", _("Facts that you admitted"), ("admitted_facts", "violation_admitted"))
WARRANT = Group("10", _("Whether there may be a warrant"), ("open_warrant",))

GROUPS = (CITIZENSHIP, STATUS, EVENTS, GOAL, ADVICE, KNOWLEDGE, CHOICE, INNOCENCE, ADMISSIONS, WARRANT)

# What the court's own papers show anyway, and what proves nothing against the person.
_COURT = (
    "said_guilty court county juvenile offense_level counts offense_kind offense_code disposition"
    " disposition_date program penalty_ordered sentence_imposed sentence_date custody_in_case"
    " custody_end_date probation_start_date appeal_pending later_relief prior_motion"
    " prior_motion_date program_plea program_start_date offense_before_1997 program_completed program_dismissed court_file"
    " doj_record warned_deportation warned_exclusion warned_naturalization advisement_record"
    " advisement_verbatim lawyer_kind"
)
_HARMLESS = "answered_by other_cases evidence steps_since race_bias race_bias_date"
SAFE = frozenset(f"{_COURT} {_HARMLESS}".split())


def ticked_groups(numbers: Collection[str]) -> tuple[Group, ...]:
    """The groups whose boxes were ticked; what names none is nothing."""
    return tuple(group for group in GROUPS if group.number in numbers)


def answered_groups(answers: Collection[str]) -> tuple[Group, ...]:
    """The groups that hold an answer at all."""
    return tuple(group for group in GROUPS if any(key in answers for key in group.keys))


def shown_answers(answers: Mapping[str, Value], ticked: Collection[Group]) -> dict[str, Value]:
    """The answers that may stand on the copy: those that are safe, and those of ticked groups."""
    shown = SAFE.union(*(group.keys for group in ticked))
    return {key: value for key, value in answers.items() if key in shown}
