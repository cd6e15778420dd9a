"""The words about the person. These answers are shared by all cases of a person."""

from __future__ import annotations

from screening.questions import hard_words as word
from screening.questions.question import NOTHING, Question, yes_no
from screening.rules.text import _


_EVENT_HINT = _("Use the day on the newest paper. Leave out what you do not know.")

QUESTIONS: tuple[Question, ...] = (
    Question(
        key="answered_by",
        ask=_("Who is answering these questions?"),
        short=_("Who answers"),
        hint=_("If you answer for somebody else, the next pages say “the person”."),
        why=_("A lawyer who reads the answers has to know whose words they are."),
        where=_("No paper is needed."),
        labels={
            "self": _("I am, about my own case"),
            "family": _("A family member or friend"),
            "staff": _("Someone from a legal office or a help group"),
            "interpreter": _("An interpreter, with the person’s own words"),
        },
        words=(word.INTERPRETER,),
    ),
    Question(
        key="citizenship",
        ask=_("Are you a U.S. citizen?"),
        short=_("U.S. citizenship"),
        hint=_("A green card does not make a person a citizen."),
        why=_("Some of these laws ask whether a person is a U.S. citizen."),
        where=_("Look for a U.S. passport, a birth certificate or a citizenship certificate."),
        labels={
            "us_citizen_born": _("Yes, I was born a citizen"),
            "us_citizen_naturalized": _("Yes, I became a citizen later"),
            "noncitizen": _("No, I am not a citizen"),
        },
        notes={
            "us_citizen_born": _("Also if you were born in another country as a citizen."),
            "us_citizen_naturalized": _("Also if you became one as a child, through a parent."),
        },
        words=(word.GREEN_CARD,),
    ),
    Question(
        key="citizen_parent",
        ask=_("Was one of your parents or grandparents a U.S. citizen?"),
        short=_("Citizen parent or grandparent"),
        hint=_("Count also those who have died, and those who became citizens later."),
        why=_("By law, a person can be a citizen through a parent or grandparent and not know it."),
        where=_("Ask your family. Look for a parent’s passport, birth or citizenship certificate."),
        labels=yes_no(),
    ),
    Question(
        key="immigration_status",
        ask=_("What immigration papers do you have now?"),
        short=_("Immigration papers now"),
        why=_("The law treats an old case in different ways for different papers."),
        where=_("Look at your card, or at the last letter from immigration."),
        labels={
            "permanent_resident": _("Green card (permanent resident)"),
            "conditional_resident": _("Green card for two years (conditional resident)"),
            "refugee_or_asylee": _("Refugee or asylum papers"),
            "temporary_visa": _("Visa for a time, like work, study or visit"),
            "daca_or_tps": _("DACA or TPS"),
            "no_status": _("No immigration papers now"),
            "other": _("Some other papers"),
        },
        notes={
            "permanent_resident": _("Also if the date on the card has passed."),
            "other": _("You do not have to say which."),
        },
        words=(word.GREEN_CARD, word.ASYLUM, word.DACA, word.TPS),
    ),
    Question(
        key="immigration_events",
        ask=_("Has any of this happened to you with immigration?"),
        short=_("What happened with immigration"),
        hint=_(
            "Choose all that fit. If you came back after being deported, tell only a lawyer, not this form."
        ),
        why=_("The law looks at what immigration has done so far, and at when."),
        where=_("Look at your letters from immigration or from the immigration court."),
        labels={
            "detained": _("Immigration has me locked up now"),
            "ice_hold": _("ICE asked the jail to keep me (ICE hold)"),
            "in_removal_proceedings": _("I have an open deportation case"),
            "removal_order": _("I was ordered deported"),
            "removed": _("I was deported"),
            "benefit_denied": _("Immigration said no to papers I asked for"),
            "benefit_pending": _("I asked for papers and wait for the answer"),
            **NOTHING,
        },
        notes={
            "removal_order": _("Also if it is old, or if you were not in court that day."),
            "removed": _("Do not write here where you are now."),
        },
        words=(word.DEPORTATION, word.ICE, word.ICE_HOLD, word.DEPORTED, word.IMMIGRATION_COURT),
    ),
    Question(
        key="upcoming",
        ask=_("Do you have any of these coming soon?"),
        short=_("What is coming soon"),
        hint=word.CHOOSE_ALL,
        why=_("What has to be done first depends on what is coming, and on when."),
        where=_("Look at the newest letters and notices that you got."),
        labels={
            "immigration_court": _("Immigration court"),
            "ice_check_in": _("A check-in with ICE"),
            "immigration_interview": _("An interview with immigration"),
            "travel": _("A trip out of the U.S."),
            "immigration_application": _("Papers to send to immigration"),
            "criminal_court": _("Criminal court"),
            **NOTHING,
        },
        notes={
            "travel": _("Also a short visit across the border."),
            "immigration_application": _("A form, a renewal, or an answer to a letter with a last day."),
            "criminal_court": _("In this case or in any other case."),
        },
        words=(word.IMMIGRATION_COURT, word.ICE, word.CHECK_IN),
    ),
    Question(
        key="immigration_court_date",
        ask=_("When is your next day in immigration court?"),
        short=_("Day in immigration court"),
        hint=_EVENT_HINT,
        why=_("The immigration court can decide without you if you miss this day."),
        where=_("Look at the newest hearing notice from the immigration court."),
        words=(word.IMMIGRATION_COURT,),
    ),
    Question(
        key="ice_check_in_date",
        ask=_("When is your next check-in with ICE?"),
        short=_("Day of the ICE check-in"),
        hint=_EVENT_HINT,
        why=_("A check-in is a fixed day, and a lawyer plans around it."),
        where=_("Look at the paper from ICE that tells you when to come."),
        words=(word.ICE, word.CHECK_IN),
    ),
    Question(
        key="immigration_interview_date",
        ask=_("When is your interview with immigration?"),
        short=_("Day of the immigration interview"),
        hint=_EVENT_HINT,
        why=_("An officer may ask about old cases that day, so a lawyer plans around it."),
        where=_("Look at the interview notice. The day and place are on the first page."),
    ),
    Question(
        key="travel_date",
        ask=_("When do you plan to leave on this trip?"),
        short=_("Day of the trip"),
        hint=word.DATE_HINT,
        why=_("The law looks at old cases when a person comes back into the country."),
        where=_("Look at the ticket, if you have one."),
    ),
    Question(
        key="immigration_application_date",
        ask=_("When will you send these papers, or what is the last day for them?"),
        short=_("Day for the immigration papers"),
        hint=word.DATE_HINT,
        why=_("Papers sent to immigration can make it look at old cases."),
        where=_("A letter from immigration names the last day to answer. Look on the first page."),
    ),
    Question(
        key="criminal_court_date",
        ask=_("When is your next day in criminal court?"),
        short=_("Day in criminal court"),
        hint=_EVENT_HINT,
        why=_("What is said in an open case can count for immigration."),
        where=_("Look at the last paper from the court, or ask your lawyer in that case."),
    ),
    Question(
        key="other_cases",
        ask=_("Do you have other criminal cases, old or open?"),
        short=_("Other criminal cases"),
        hint=_("Count cases in any state or country. Count closed cases too."),
        why=_("The law looks at each case alone, and immigration looks at all of them."),
        where=_("California’s list of your cases is called the rap sheet. Ask a lawyer before you order it."),
        labels=yes_no(),
        words=(word.RAP_SHEET,),
    ),
)
