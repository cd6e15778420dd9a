"""The legal test of each element in the attorney's words, beside the plain words of `elements.py`.

After the column "Legal test" of the project's reference (section 2) and the text of the sections. The
authorities with their marks stand beside it: they are those that the readings cite (`uses.points_of`).
"""

from __future__ import annotations

from collections.abc import Mapping

from screening.rules.element import Element, Remedy
from screening.rules.text import Text, in_english


# By element, or by law and element where a law asks it in its own way.
_TESTS: Mapping[str, Text] = {
    "noncitizen": in_english("Not a U.S. citizen: relief turns on immigration harm to this person."),
    "california_case": in_english(
        "A judgment of a California court: only a California court vacates its own judgments."
    ),
    "adult_case": in_english("An adult case: a juvenile adjudication is not a conviction."),
    "conviction_exists": in_english(
        "A conviction or sentence must exist. Expungement and reduction leave it; after a plea that was withdrawn,"
        " a vacatur or a sentence-deferral dismissal there may be nothing left to vacate."
    ),
    "custody_over": in_english(
        "No longer in criminal custody in this case. Probation and parole count as custody; custody in another"
        " case and immigration detention do not. Custody bars the motion now, not for good."
    ),
    "error": in_english(
        "Error that damaged the ability to meaningfully understand, defend against, or knowingly accept the actual"
        " or potential immigration consequences. The person’s own misunderstanding suffices; ineffective"
        " assistance of counsel need not be found."
    ),
    "pc1473_7_a1 prejudice": in_english(
        "A reasonable probability that the person would have rejected the plea; after a trial, would have done"
        " something different."
    ),
    "corroboration": in_english("More than the person’s own word: objective evidence bears it out."),
    "pc1473_7_a1 immigration_harm": in_english(
        "The conviction or sentence is causing, or has the potential to cause, removal or the denial of an"
        " application for an immigration benefit, lawful status, or naturalization."
    ),
    "timely": in_english(
        "Without a trigger, deemed timely at any time after custody. After the later of a notice from immigration"
        " authorities and notice of a final removal order, reasonable diligence; a court may, and need not, deny"
        " for delay. A trigger older than the law counts from when there was reason to look for the law."
    ),
    "new_evidence_of_innocence": in_english(
        "Newly discovered evidence of actual innocence that requires vacatur as a matter of law or in the"
        " interests of justice."
    ),
    "no_undue_delay": in_english(
        "Filed without undue delay from the day on which the person discovered the evidence, or could have with"
        " due diligence."
    ),
    "racial_bias": in_english(
        "Sought, obtained or imposed on the basis of race, ethnicity or national origin, in violation of PC 745(a)."
    ),
    "plea": in_english("A plea of guilty or nolo contendere; a trial does not open this section."),
    "not_infraction": in_english(
        "An offense punishable as a crime under state law; infractions are excluded."
    ),
    "plea_after_1977": in_english(
        "A plea accepted on or after January 1, 1978. For an earlier plea the court keeps its discretion (subd. (c))."
    ),
    "advisement_missing": in_english(
        "The court failed to advise of one of three consequences: deportation, exclusion, denial of"
        " naturalization. Verbatim for pleas from January 1, 2026. Without a record, presumed not given."
    ),
    "pc1016_5 immigration_harm": in_english(
        "The conviction may have one of the three consequences, judged at the time of the motion."
    ),
    "pc1016_5 prejudice": in_english(
        "Reasonably probable that the person would not have pleaded if properly advised. Court-made."
    ),
    "did_not_know_otherwise": in_english(
        "Actual knowledge of the consequences from another source defeats prejudice."
    ),
    "diligence": in_english("Court-made: delay is explained from when the person learned of the harm."),
    "deferred_entry": in_english("Deferred entry of judgment under PC 1000 was granted, on a plea."),
    "granted_1997_or_later": in_english(
        "Granted on or after January 1, 1997: the day of the grant, not of arrest or completion."
    ),
    "plea_entered": in_english("A plea of guilty or nolo contendere must exist to be withdrawn."),
    "completed": in_english("Performed satisfactorily during the period of deferral."),
    "dismissed": in_english("The charges were dismissed under PC 1000.3."),
    "proof_of_completion": in_english(
        "If court records are gone, a declaration under penalty of perjury is presumed true, with a state record"
        " that shows completion or shows no final disposition."
    ),
}

IMMIGRATION_CONVICTION = in_english(
    "8 USC 1101(a)(48)(A): a formal judgment of guilt, or a plea or admission of facts with some punishment or"
    " restraint. Relief for good conduct leaves it; only a legal defect removes it."
)


def legal_test(remedy: Remedy, element: Element) -> Text:
    """What the element of this law asks, for an attorney. Raises KeyError for one that has no words yet."""
    return _TESTS.get(f"{remedy.id} {element.id}") or _TESTS[element.id]
