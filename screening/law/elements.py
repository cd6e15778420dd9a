"""What each element asks, in a sentence or two for anybody. The attorney's words stand beside it in English."""

from __future__ import annotations

from collections.abc import Mapping

from screening.rules.element import Element, Remedy
from screening.rules.text import Text, _


# By element, or by law and element where a law asks it in its own way.
_ASKS: Mapping[str, Text] = {
    "noncitizen": _("You are not a U.S. citizen."),
    "california_case": _("The case was in a state court in California."),
    "adult_case": _("The case was in adult court, not in juvenile court."),
    "conviction_exists": _("You pleaded guilty or no contest, or were found guilty, and that still stands."),
    "custody_over": _("Jail, prison, probation and parole in this case are over."),
    "error": _(
        "Something kept you from really understanding, fighting or accepting what the case does with immigration."
        " It can be your lawyer’s mistake or your own."
    ),
    "pc1473_7_a1 prejudice": _("Had you understood, you would likely have chosen something else."),
    "corroboration": _("Something besides your word shows it: your life here then, letters, or papers."),
    "immigration_harm": _("The case hurts you with immigration now, or it can."),
    "timely": _(
        "You can ask at any time after jail and probation. But do not wait long after a notice from immigration"
        " that names the case, or after a deportation order."
    ),
    "new_evidence_of_innocence": _("There is new proof that you did not do it."),
    "pc1473_7_a2 no_undue_delay": _("You did not wait too long after the proof was found."),
    "racial_bias": _("Race, ethnicity or national origin played a part in the case."),
    "pc1473_7_a3 no_undue_delay": _("You did not wait too long after you learned of it."),
    "plea": _("You said guilty or no contest. A trial does not count here."),
    "not_infraction": _("The case was a felony or a misdemeanor, not an infraction."),
    "plea_after_1977": _("The plea was on or after January 1, 1978."),
    "advisement_missing": _(
        "At least one of the three warnings was not given. Without a record the law presumes that."
    ),
    "pc1016_5 prejudice": _("With the warnings you would likely not have pleaded guilty or no contest."),
    "did_not_know_otherwise": _("Nobody else had told you what the plea could do with immigration."),
    "diligence": _("You acted in good time once you knew that the case hurts you."),
    "deferred_entry": _("The program was deferred entry of judgment under PC 1000."),
    "granted_1997_or_later": _("The judge let you into the program on or after January 1, 1997."),
    "plea_entered": _("You said guilty or no contest before the program began."),
    "completed": _("You finished the program."),
    "dismissed": _("The court then dismissed the charges."),
    "proof_of_completion": _(
        "Court papers show it. If they are gone, your own signed statement and your state record can."
    ),
}


def asks(remedy: Remedy, element: Element) -> Text:
    """What the element of this law asks. Raises KeyError for one that has no words yet."""
    return _ASKS.get(f"{remedy.id} {element.id}") or _ASKS[element.id]
