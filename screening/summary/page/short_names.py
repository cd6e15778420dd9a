"""The short names of the elements, and the answer that ruled a law out in a few words, for an attorney."""

from __future__ import annotations

from collections.abc import Mapping

from screening.questions.wording import said
from screening.rules.answers import Answers
from screening.rules.finding import Finding, RemedyResult


SHORT: Mapping[str, str] = {
    "noncitizen": "noncitizen",
    "california_case": "California",
    "adult_case": "adult",
    "conviction_exists": "conviction",
    "custody_over": "custody over",
    "error": "error",
    "prejudice": "prejudice",
    "corroboration": "evidence",
    "immigration_harm": "harm",
    "timely": "timely",
    "new_evidence_of_innocence": "innocence",
    "no_undue_delay": "no delay",
    "racial_bias": "bias",
    "reached_by_pc745": "reached by 745",
    "plea": "plea",
    "not_infraction": "not infraction",
    "plea_after_1977": "after 1977",
    "advisement_missing": "no warning",
    "did_not_know_otherwise": "did not know",
    "diligence": "diligence",
    "deferred_entry": "deferred entry",
    "granted_1997_or_later": "1997 or later",
    "plea_entered": "plea",
    "completed": "completed",
    "dismissed": "dismissed",
    "proof_of_completion": "completion",
}

_CLOSED: Mapping[str, str] = {
    "noncitizen": "U.S. citizen",
    "adult_case": "juvenile court",
    "not_infraction": "an infraction",
    "plea_after_1977": "plea before 1978",
    "advisement_missing": "the paper shows all three warnings",
    "granted_1997_or_later": "granted before 1997",
    "plea_entered": "not guilty first",
    "completed": "did not finish",
    "dismissed": "not dismissed, not finished",
}
# Where the words follow the answer: the key that is read, the words for some of its values, and for any other.
_BY_ANSWER: Mapping[str, tuple[str, Mapping[str, str], str]] = {
    "california_case": (
        "court",
        {"other_state": "another state", "tribal_or_military": "tribal or military"},
        "",
    ),
    "conviction_exists": (
        "disposition",
        {"dismissed_without_plea": "dismissed without a plea"},
        "never admitted the facts",
    ),
    "plea": ("disposition", {"trial": "found guilty at trial"}, "no plea"),
    "deferred_entry": ("program", {"none": "no program"}, ""),
}


def closed_by(found: RemedyResult, answers: Answers) -> str:
    """The answer that closed the first closed gate of a law; empty where none did."""
    closed = (one.element for one in found.elements if one.finding is Finding.NOT_MET)
    element = next(closed, "")
    if element not in _BY_ANSWER:
        return _CLOSED.get(element, "")
    key, words, otherwise = _BY_ANSWER[element]
    value = answers.one(key) or ""
    return words.get(value) or otherwise or (said(key, value) if element == "deferred_entry" else value)
