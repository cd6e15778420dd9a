"""A record that leaves nothing open, and the same with some answers left out or changed."""

from __future__ import annotations

from tests.rules.ask import Given


# Every key that 1473.7(a)(1) and 1016.5 read, so that only what a test leaves out stands open.
WHOLE: Given = {
    "citizenship": "noncitizen",
    "immigration_status": "permanent_resident",
    "immigration_events": ["in_removal_proceedings"],
    "upcoming": ["none"],
    "said_guilty": "yes",
    "court": "california",
    "county": "Kern",
    "juvenile": "no",
    "offense_level": "felony",
    "offense_kind": ["theft_or_fraud"],
    "disposition": "guilty_plea",
    "disposition_date": "2010-05-03",
    "sentence_imposed": "no_jail",
    "sentence_date": "2010-06-01",
    "violation_admitted": "no",
    "program": "none",
    "program_plea": "guilty",
    "program_start_date": "2010-05-03",
    "program_completed": "no",
    "program_dismissed": "no",
    "doj_record": "shows_conviction",
    "admitted_facts": "yes",
    "custody_in_case": "finished",
    "custody_end_date": "2012",
    "probation_start_date": "2010",
    "custody_elsewhere": "none",
    "open_warrant": "no",
    "appeal_pending": "no",
    "later_relief": ["none"],
    "warned_deportation": "no",
    "warned_exclusion": "no",
    "warned_naturalization": "no",
    "advisement_record": "shows_none",
    "advisement_verbatim": "no",
    "lawyer_advice": "said_nothing",
    "understanding": "did_not_know",
    "understanding_barriers": ["none"],
    "would_have_done": "trial",
    "other_offer": "no",
    "ties": ["us_family"],
    "evidence": ["witness"],
    "harm_named_case": "yes",
    "first_notice_date": "2026-03-01",
    "removal_order_final_date": "2026-04-01",
    "removal_order_learned_date": "2026-04-01",
    "removal_order_named_case": "yes",
    "learned_harm_date": "2026-03-01",
    "immigration_goal": ["green_card"],
    "learned_remedy_date": "2026-05-01",
    "prior_motion": "none",
    "innocence_evidence": "no",
    "race_bias": "no",
}


def without(*keys: str, **changed: object) -> Given:
    """The whole record with some answers left out and some changed."""
    return {key: value for key, value in {**WHOLE, **changed}.items() if key not in keys}
