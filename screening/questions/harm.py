"""The words about papers from immigration, and about time."""

from __future__ import annotations

from screening.questions import hard_words as word
from screening.questions.question import NOTHING, Question, yes_no
from screening.rules.text import _


QUESTIONS: tuple[Question, ...] = (
    Question(
        key="harm_named_case",
        ask=_("Does any paper from immigration name this case as a reason?"),
        short=_("Immigration paper names this case"),
        hint=_("For example a Notice to Appear, an order, or a letter that says no."),
        why=_("The law looks at whether immigration has used this case."),
        where=_(
            "On a Notice to Appear, read the list with numbers. In a letter, read the part with the reason."
        ),
        labels=yes_no(),
        words=(word.NOTICE_TO_APPEAR,),
    ),
    Question(
        key="first_notice_date",
        ask=_("When did you get the first paper from immigration that names this case?"),
        short=_("Day of the first immigration paper"),
        hint=word.DATE_HINT,
        why=_("The law counts some times from the day such a paper came."),
        where=_("Look at the top and at the last page of the paper. Keep the envelope."),
    ),
    Question(
        key="removal_order_final_date",
        ask=_("When did your deportation order become final?"),
        short=_("Final deportation order"),
        hint=_("This may be later than the day on the order. A year alone is fine."),
        why=_("The law counts some times from the day the order became final."),
        where=_("Look at the order, or at the last decision on the appeal. A lawyer checks the day."),
        words=(word.DEPORTATION, word.FINAL, word.APPEAL),
    ),
    Question(
        key="removal_order_named_case",
        ask=_("Is the deportation order based on this case?"),
        short=_("Order is based on this case"),
        why=_("The law looks at whether the order rests on this case."),
        where=_("Look at the order, or at the list with numbers on the Notice to Appear."),
        labels=yes_no(),
        words=(word.DEPORTATION, word.NOTICE_TO_APPEAR),
    ),
    Question(
        key="immigration_goal",
        ask=_("What would you like from immigration?"),
        short=_("What you want from immigration"),
        hint=word.CHOOSE_ALL,
        why=_("The law looks at what this case can do to a person’s papers."),
        where=word.ONLY_YOU,
        labels={
            "green_card": _("A green card"),
            "citizenship": _("To become a U.S. citizen"),
            "renew_green_card": _("To renew my green card"),
            "daca_or_tps": _("DACA or TPS"),
            "family_petition": _("Papers through my family"),
            "stay": _("To stay in the U.S."),
            "return": _("To come back to the U.S."),
            **NOTHING,
        },
        words=(word.GREEN_CARD, word.DACA, word.TPS),
    ),
    Question(
        key="learned_harm_date",
        ask=_("When did you first learn that this case can hurt you in immigration?"),
        short=_("First knew of the harm"),
        hint=_("Give the first time anyone told you, or you saw it. A year alone is fine."),
        why=_("The law looks at the time between this day and the next steps."),
        where=word.ONLY_YOU,
    ),
    Question(
        key="learned_remedy_date",
        ask=_("When did you first hear that a law may help with an old case?"),
        short=_("First heard of these laws"),
        hint=_("If you heard of it only now, give this month."),
        why=_("The law looks at the time between this day and the next steps."),
        where=word.ONLY_YOU,
    ),
    Question(
        key="steps_since",
        ask=_("What have you done about this case so far?"),
        short=_("Steps taken so far"),
        hint=word.CHOOSE_ALL,
        why=_("The law looks at what a person did after learning of the harm."),
        where=_("Only you know this. Receipts, emails and letters may show it too."),
        labels={
            "saw_lawyer": _("I talked to a lawyer"),
            "asked_for_records": _("I asked for court papers or other records"),
            "filed_motion": _("I asked a court in writing (motion)"),
            "paid_consultant": _("I paid someone for help who was not a lawyer"),
            **NOTHING,
        },
        words=(word.MOTION,),
    ),
    Question(
        key="delay_reasons",
        ask=_("What made it hard to act sooner?"),
        short=_("What made it hard to act"),
        hint=word.CHOOSE_ALL,
        why=_("The law looks at how much time passed, and at the reasons."),
        where=word.ONLY_YOU,
        labels={
            "did_not_know_law": _("I did not know that a law may help"),
            "could_not_afford": _("I could not pay a lawyer"),
            "wrong_advice": _("I got wrong advice"),
            "detained_or_abroad": _("I was locked up or out of the country"),
            "illness_or_hardship": _("Illness or hard times"),
            "language": _("Language"),
            "other": _("Something else"),
            **NOTHING,
        },
    ),
    Question(
        key="prior_motion",
        ask=_("Has anyone already asked a court to undo this case?"),
        short=_("Earlier request to the court"),
        hint=_("Leave out a case that was only expunged or reduced."),
        why=_("The law looks at what a court has already decided in this case."),
        where=_("The docket shows it. Keep all papers from that request."),
        labels={
            "none": _("No"),
            "pending": _("Yes, and the court has not decided"),
            "denied": _("Yes, and the court said no"),
            "granted": _("Yes, and the court said yes"),
        },
        words=(word.EXPUNGED, word.REDUCED, word.DOCKET),
    ),
)
