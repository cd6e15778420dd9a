"""The words about the day of the plea or trial, and about life then."""

from __future__ import annotations

from screening.questions import hard_words as word
from screening.questions.question import NOTHING, Question, yes_no
from screening.rules.text import _


_WARNING_WHY = _("The law names three immigration warnings that a judge must give on that day.")
_WARNING_WHERE = _("You can answer from memory. The plea form or the transcript may show it too.")

QUESTIONS: tuple[Question, ...] = (
    Question(
        key="warned_deportation",
        ask=_("Did the judge, or a form you signed then, say you could be deported?"),
        short=_("Warned of being deported"),
        hint=_("What your lawyer said comes later, not here."),
        why=_WARNING_WHY,
        where=_WARNING_WHERE,
        labels=yes_no(),
        words=(word.DEPORTED, word.WARNING, word.PLEA_FORM, word.TRANSCRIPT),
    ),
    Question(
        key="warned_exclusion",
        ask=_("Did the judge or a form say you could be kept from coming back to the U.S.?"),
        short=_("Warned of being kept out"),
        why=_WARNING_WHY,
        where=_WARNING_WHERE,
        labels=yes_no(),
        words=(word.WARNING, word.PLEA_FORM, word.TRANSCRIPT),
    ),
    Question(
        key="warned_naturalization",
        ask=_("Did the judge or a form say you could be kept from becoming a U.S. citizen?"),
        short=_("Warned of no citizenship"),
        why=_WARNING_WHY,
        where=_WARNING_WHERE,
        labels=yes_no(),
        words=(word.WARNING, word.PLEA_FORM, word.TRANSCRIPT),
    ),
    Question(
        key="advisement_record",
        ask=_("What do the papers from that day show about these three warnings?"),
        short=_("Warnings on the papers"),
        hint=_(
            "Answer only what somebody has read on these papers. Papers from an earlier day in court do not count."
        ),
        why=_("The law looks at what the court’s papers show about the three warnings."),
        where=_("Look at the plea form, the minute order and the transcript of that day."),
        labels={
            "shows_all_three": _("All three warnings"),
            "shows_some": _("One or two of them"),
            "shows_none": _("No warning"),
            "record_missing": _("The papers do not exist anymore"),
            "not_checked": _("Nobody has read the papers yet"),
        },
        notes={
            "record_missing": _(
                "Only if the transcript, the minute order and the plea form were all asked for."
            ),
        },
        words=(word.WARNING, word.PLEA_FORM, word.MINUTE_ORDER, word.TRANSCRIPT),
    ),
    Question(
        key="advisement_verbatim",
        ask=_("Do the papers show the warnings in the exact words of the law?"),
        short=_("Warnings in exact words"),
        hint=_("Most people need a lawyer to check this."),
        why=_("For pleas since January 1, 2026, the law sets the exact words."),
        where=_("A lawyer compares the plea form and the transcript with Penal Code 1016.5."),
        labels=yes_no(),
        words=(word.WARNING, word.PLEA_FORM, word.TRANSCRIPT),
    ),
    Question(
        key="lawyer_kind",
        ask=_("What kind of lawyer did you have that day?"),
        short=_("Kind of lawyer"),
        why=_("Some rules of the law depend on whether a person had a lawyer."),
        where=_("The minute order of that day names the lawyer."),
        labels={
            "public_defender": _("Public defender (free, from the county)"),
            "appointed": _("Another free lawyer, chosen by the court"),
            "private": _("A lawyer we paid"),
            "none": _("No lawyer"),
        },
        notes={
            "none": _("You spoke for yourself."),
        },
        words=(word.PUBLIC_DEFENDER, word.MINUTE_ORDER),
    ),
    Question(
        key="lawyer_advice",
        ask=_("What did your lawyer tell you about immigration before you decided?"),
        short=_("Lawyer’s words about immigration"),
        why=_("The law looks at what a person was told before the plea or trial."),
        where=_("Your old lawyer’s file may show it. Talk to your new lawyer before you call the old one."),
        labels={
            "no_lawyer": _("I had no lawyer"),
            "said_nothing": _("Nothing about immigration"),
            "said_no_problem": _("That it would be no problem"),
            "said_ask_immigration_lawyer": _("To ask an immigration lawyer"),
            "said_may": _("That I **might** be deported or harmed"),
            "said_will": _("That I **would** be deported or harmed, for sure"),
            "other_wrong_advice": _("Something else that was wrong"),
        },
        notes={
            "said_may": _("It could happen or not."),
        },
        words=(word.PLEA, word.TRIAL, word.DEPORTED, word.HARMED),
    ),
    Question(
        key="understanding",
        ask=_("That day, what did you think would happen with immigration?"),
        short=_("What you thought would happen"),
        why=_("The law looks at what a person understood on that day."),
        where=word.ONLY_YOU,
        labels={
            "did_not_know": _("I did not know it mattered for immigration"),
            "thought_safe": _("I thought I was safe"),
            "knew_possible": _("I knew I might be deported or harmed"),
            "knew_certain": _("I knew I would be deported or harmed, for sure"),
        },
        words=(word.DEPORTED, word.HARMED),
    ),
    Question(
        key="understanding_barriers",
        ask=_("Did any of this make it hard to understand that day?"),
        short=_("What made it hard to understand"),
        hint=word.CHOOSE_ALL,
        why=_("The law looks at how well a person could understand and decide that day."),
        where=_("The minute order may name an interpreter. Clinic papers may show an illness."),
        labels={
            "no_interpreter": _("English was hard for me and there was no interpreter"),
            "could_not_read_form": _("I could not read the form"),
            "health": _("I was ill, in body or mind"),
            "no_time": _("I had no time to think or ask"),
            "pressure_to_get_out": _("I was pushed, or wanted only to get out of jail"),
            "not_in_court": _("I was not in the courtroom"),
            **NOTHING,
        },
        notes={
            "not_in_court": _("For example, a lawyer spoke for you."),
        },
        words=(word.INTERPRETER, word.MINUTE_ORDER),
    ),
    Question(
        key="would_have_done",
        ask=_("If you had known what immigration could do, what would you have done?"),
        short=_("What you would have done"),
        why=_("The law asks what a person would have chosen with all the facts."),
        where=_("Only you know this. Letters from that time may say something about it."),
        labels={
            "trial": _("Gone to trial"),
            "different_plea": _("Asked for a different deal"),
            "longer_sentence_instead": _("Taken more jail time, if that was safer for immigration"),
            "same_plea_other_sentence": _("Said the same in court, but asked for a different sentence"),
            "same_plea": _("The same as I did"),
        },
        words=(word.TRIAL, word.SENTENCE),
    ),
    Question(
        key="other_offer",
        ask=_("Was there another offer, or could your lawyer have asked for one?"),
        short=_("Another offer"),
        hint=_("An offer is a deal from the lawyer for the state."),
        why=_("The law looks at which other ways there were to end the case."),
        where=_("Your old lawyer’s file may show the offers."),
        labels=yes_no(),
    ),
    Question(
        key="ties",
        ask=_("What was your life like in the U.S. on that day?"),
        short=_("Your life on that day"),
        hint=_("Choose all that were true then, not now."),
        why=_("The law looks at a person’s life at the time of the plea or trial."),
        where=_("Look for papers from that time: school, work, rent, births, a clinic."),
        labels={
            "came_as_child": _("I had lived here since I was a child"),
            "ten_years_or_more": _("I had lived here ten years or more"),
            "permanent_resident": _("I had a green card"),
            "us_family": _("I had close family here"),
            "work_or_school": _("I worked or went to school here"),
            "home_or_business": _("I had a home or a business here"),
            "no_ties_abroad": _("I had nobody left in another country"),
            "fear_of_return": _("I was afraid to go back"),
            "said_so_then": _("I said then that I wanted to stay here"),
            **NOTHING,
        },
        notes={
            "us_family": _("For example a child, a husband, a wife or a parent."),
            "said_so_then": _("To a lawyer, a judge, family or friends."),
        },
        words=(
            word.PLEA,
            word.TRIAL,
            word.GREEN_CARD,
        ),
    ),
    Question(
        key="evidence",
        ask=_("Which of these do you have, or know where to find?"),
        short=_("Papers and people from then"),
        hint=_("Choose all that fit. Keep each paper as it is. Never change one."),
        why=_("The law looks at papers and people, next to a person’s own words."),
        where=_("Start at home and with family: boxes, drawers, old phones."),
        labels={
            "letters_from_then": _("Letters or messages from that time"),
            "lawyer_file": _("My old lawyer’s file"),
            "plea_transcript": _("The transcript of the plea"),
            "plea_form": _("The plea form"),
            "records_of_ties": _("School, work, home or family papers from that time"),
            "witness": _("A person who remembers it"),
            **NOTHING,
        },
        words=(word.PLEA, word.TRANSCRIPT, word.PLEA_FORM),
    ),
)
