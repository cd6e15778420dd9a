"""Answers of people who do not exist, for pictures and measurements."""

from __future__ import annotations

from screening.rules.answers import Value
from screening.rules.partial_date import PartialDate


def _day(text: str) -> PartialDate:
    return PartialDate.parse(text)


# A completed deferred entry of judgment, immigration court ahead, much of it not known.
WITH_A_PROGRAM: dict[str, Value] = {
    "upcoming": ("immigration_court", "travel"),
    "immigration_court_date": _day("2027-02-09"),
    "travel_date": _day("2027-03"),
    "immigration_events": ("in_removal_proceedings",),
    "court": "california",
    "county": "Los Angeles",
    "juvenile": "no",
    "said_guilty": "yes",
    "disposition": "guilty_plea",
    "disposition_date": _day("2004-03"),
    "offense_level": "felony",
    "counts": "one",
    "offense_kind": ("drug_possession",),
    "offense_code": "HS 11350(a)",
    "later_relief": ("none",),
    "program": "pc1000_deferred_entry",
    "program_plea": "guilty",
    "program_start_date": _day("2004-03-15"),
    "program_completed": "yes",
    "program_dismissed": "yes",
    "court_file": "destroyed",
    "custody_in_case": "finished",
    "warned_deportation": "no",
    "advisement_record": "not_checked",
    "lawyer_kind": "public_defender",
    "lawyer_advice": "said_nothing",
    "understanding": "did_not_know",
    "would_have_done": "different_plea",
    "ties": ("us_family", "work_or_school"),
    "evidence": ("lawyer_file",),
    "harm_named_case": "yes",
    "first_notice_date": _day("2026-06"),
    "answered_by": "self",
    "citizenship": "noncitizen",
    "immigration_status": "permanent_resident",
}
# A second case, nothing known of it.
NOTHING_KNOWN: dict[str, Value] = {}
