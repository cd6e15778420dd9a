"""The words about the two other grounds: new proof of innocence, and bias."""

from __future__ import annotations

from screening.questions import hard_words as word
from screening.questions.question import HardWord, Question, yes_no
from screening.rules.text import _


_BIAS = HardWord(
    _("bias"), _("Unfair treatment because of race, ethnic group or the country a person is from.")
)

QUESTIONS: tuple[Question, ...] = (
    Question(
        key="innocence_evidence",
        ask=_("Is there new proof that you did not do the crime?"),
        short=_("New proof of innocence"),
        hint=_("New means that nobody had it at the plea or trial. Do not write what it is."),
        why=_("One law looks at new proof that a person did not do the crime."),
        where=_("Show such proof only to a lawyer. Do not look for it by yourself."),
        labels=yes_no(),
        words=(word.PLEA, word.TRIAL),
    ),
    Question(
        key="innocence_evidence_date",
        ask=_("When was this new proof found?"),
        short=_("Day the proof was found"),
        hint=word.DATE_HINT,
        why=_("The law looks at the time that passed after the proof was found."),
        where=_("Look for a date on the proof, or on the letter that came with it."),
    ),
    Question(
        key="race_bias",
        ask=_("Are there signs of bias by race, ethnic group or home country in this case?"),
        short=_("Signs of bias"),
        hint=_("For example in what police, lawyers, the judge or the jury said or did."),
        why=_("One law looks at whether bias played a part in a case."),
        where=_("Think of what you saw and heard. A lawyer can ask for papers that show more."),
        labels=yes_no(),
        words=(_BIAS,),
    ),
    Question(
        key="race_bias_date",
        ask=_("When did you learn of these signs of bias?"),
        short=_("Day you learned of bias"),
        hint=word.DATE_HINT,
        why=_("The law looks at the time that passed after a person learned of it."),
        where=word.ONLY_YOU,
        words=(_BIAS,),
    ),
)
