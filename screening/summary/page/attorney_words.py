"""Terms of art for the attorney's paper, where the questionnaire's plain words would cost a minute.

English only, like that paper. The answers themselves stand on it as they were asked and given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from screening.questions.wording import answer_in_words
from screening.rules.answers import Answers
from screening.rules.facts import FACTS
from screening.summary.page.capped import capped


# A long list of code sections stands in full among the answers.
_LONGEST = 90


PAPER: Mapping[str, str] = {
    "court_docket": "docket (register of actions)",
    "minute_orders": "minute orders",
    "charging_paper": "complaint or information",
    "plea_form": "plea form (Tahl waiver)",
    "plea_transcript": "plea transcript",
    "reporter_notes_certificate": "certificate that the reporter’s notes are gone",
    "probation_report": "probation report",
    "probation_discharge": "probation discharge",
    "abstract_of_judgment": "abstract of judgment",
    "certified_disposition": "certified disposition",
    "doj_rap_sheet": "DOJ rap sheet",
    "fbi_identity_history": "FBI record",
    "former_lawyer_file": "former lawyer’s file",
    "dej_completion": "program completion record",
    "prop36_records": "Prop 36 grant, PC 1210.1 dismissal",
    "jail_cdcr_records": "jail or CDCR records",
    "order_1203_4": "later orders (1203.4, 17(b))",
    "notice_to_appear": "Notice to Appear",
    "form_i213": "Form I-213",
    "removal_order": "removal order",
    "eoir_record": "EOIR record",
    "uscis_a_file": "A-file",
    "cbp_ice_foia": "CBP and ICE records",
    "uscis_denial_rfe": "USCIS denial or RFE",
    "proof_of_ties": "proof of ties then",
    "letters_from_then": "letters from then",
    "expert_analysis": "immigration analysis by an attorney",
    "court_search_certificate": "if the clerk says that it is gone, a certificate of no file",
    "own_citizenship_papers": "citizenship papers or green card",
    "own_account": "client’s own account",
    "event_notice": "the notice itself",
    "lawyer_discovery": "discovery (PC 745(d); 1054.9 after prison)",
}

# The same as somebody is asked for them: what comes first, and what only then.
ASKED_FOR: Mapping[str, str] = {
    **PAPER,
    "dej_completion": "minutes of grant and dismissal; program completion record",
    "court_search_certificate": "court file; only if the clerk says that it is gone, a certificate of no file",
}

# The lines under the name of a case: what it is, and who the person is.
CASE_LINE: Mapping[str, Mapping[str, str]] = {
    "offense_level": {"felony": "felony", "misdemeanor": "misdemeanor", "infraction": "infraction"},
    "offense_code": {},
    "offense_kind": {
        "drug_possession": "drug possession",
        "marijuana": "marijuana",
        "drug_other": "other drug crime",
        "theft_or_fraud": "theft or fraud",
        "domestic_violence": "domestic violence",
        "violence": "violence",
        "driving_under_influence": "DUI",
        "firearm": "firearm",
        "sex_offense": "sex offense",
        "other": "other",
    },
    "disposition": {
        "guilty_plea": "guilty plea",
        "no_contest_plea": "no contest plea",
        "plea_then_withdrawn": "plea, later withdrawn",
        "trial": "convicted at trial",
        "no_plea_diversion": "diversion without a plea",
        "dismissed_without_plea": "ended without a plea",
    },
    "sentence_imposed": {
        "no_jail": "no jail",
        "up_to_180_days": "up to 180 days",
        "181_to_364_days": "181 to 364 days",
        "365_days_or_more": "365 days or more",
    },
    "custody_in_case": {
        "finished": "custody over",
        "probation": "on probation",
        "parole_or_supervision": "on parole or supervision",
        "jail_or_prison": "in jail or prison",
        "not_sentenced_yet": "not sentenced yet",
        "in_program": "in a program",
        "probation_stopped": "probation stopped before its end",
    },
    "later_relief": {
        "expunged_1203_4": "expunged (1203.4)",
        "reduced_17b": "reduced (17(b))",
        "prop47": "Prop 47",
        "prop64": "Prop 64",
        "resentenced": "resentenced",
        "sealed": "sealed",
        "vacated_other": "vacated",
        "pardoned": "pardoned",
    },
}
PERSON_LINE: Mapping[str, Mapping[str, str]] = {
    "citizenship": {
        "us_citizen_born": "U.S. citizen by birth",
        "us_citizen_naturalized": "naturalized U.S. citizen",
        "noncitizen": "noncitizen",
    },
    "immigration_status": {
        "permanent_resident": "LPR",
        "conditional_resident": "conditional resident",
        "refugee_or_asylee": "refugee or asylee",
        "temporary_visa": "temporary visa",
        "daca_or_tps": "DACA or TPS",
        "no_status": "no status",
        "other": "other status",
    },
    "immigration_events": {
        "detained": "detained by immigration",
        "ice_hold": "ICE hold",
        "in_removal_proceedings": "in removal proceedings",
        "removal_order": "removal order",
        "removed": "removed",
        "benefit_denied": "benefit denied",
        "benefit_pending": "benefit pending",
    },
}

# What is urgent, in as few words as name it (brief 3.5).
URGENT_NAME: Mapping[str, str] = {
    "ice_detention": "Held by immigration",
    "removal_hearing": "Immigration court",
    "removal_order": "Removal order",
    "removed_abroad": "Removed",
    "benefit_denied": "Benefit denied",
    "ice_check_in": "ICE check-in",
    "travel": "Trip abroad",
    "immigration_application": "Papers to immigration",
    "immigration_interview": "Interview",
    "open_criminal_case": "Criminal court",
    "possible_citizen": "Citizen by a parent?",
    "denaturalization": "Citizenship in doubt",
    "open_warrant": "Open warrant",
    "probation_six_months": "Probation began",
    "appeal_time": "Time to appeal",
    "appeal_pending": "Appeal open",
    "prior_motion": "Earlier motion",
    "denied_motion_appeal": "Motion denied",
    "paid_consultant": "Paid a consultant",
    "date_passed": "A date has passed",
}
# The grounds that a person has to name, where nobody did.
GROUND: Mapping[str, str] = {
    "pc1473_7_a2": "innocence",
    "pc1473_7_a3": "race or origin",
}

# Papers are kept by "you" where the person reads it, by the client where the attorney does.
_OF_CLIENT = (
    (" in the county of the case", ""),
    (r"\byour\b", "the client’s"),
    (r"\byou\b", "the client"),
    (r"\bthe ", ""),
)


def keeper(text: str) -> str:
    """Who keeps a paper, as an attorney reads it."""
    for spoken, told in _OF_CLIENT:
        text = re.sub(spoken, told, text)
    return text


def in_one_line(answers: Answers, words: Mapping[str, Mapping[str, str]]) -> str:
    """What is known of these questions, in terms of art. What is not known is left out."""
    return " · ".join(part for key in words for part in _parts(key, answers, words[key]))


def _parts(key: str, answers: Answers, words: Mapping[str, str]) -> list[str]:
    if (chosen := answers.several(key)) is not None:
        return [words[value] for value in FACTS[key].values if value in chosen]
    value = answers.one(key)
    if value is None:
        return []
    return [words.get(value) or capped(answer_in_words(key, value), longest=_LONGEST)]
