"""The words about a class, a program or a deal that was to close the case."""

from __future__ import annotations

from screening.questions import hard_words as word
from screening.questions.question import Question, yes_no
from screening.rules.text import _


QUESTIONS: tuple[Question, ...] = (
    Question(
        key="program_plea",
        ask=_("What did you say in court before the program started?"),
        short=_("Said before the program"),
        hint=_("Count also what your lawyer said for you, and what you signed."),
        why=_("Programs have different laws, and the law looks at what was said first."),
        where=_("Look at the minute order of that day, or at the plea form."),
        labels={
            "guilty": _("“Guilty”"),
            "no_contest": _("“No contest”"),
            "not_guilty": _("“Not guilty”, and never one of the others"),
        },
        words=(word.GUILTY, word.NO_CONTEST, word.MINUTE_ORDER, word.PLEA_FORM),
    ),
    Question(
        key="program_start_date",
        ask=_("When did the judge let you into the program?"),
        short=_("Start of the program"),
        hint=_("Give the day it began, not the day you finished. A year alone is fine."),
        why=_("The laws on programs have changed, and they go by the day it was granted."),
        where=_("Look at the minute order of the day the judge said yes."),
        words=(word.GRANTED, word.MINUTE_ORDER),
    ),
    Question(
        key="offense_before_1997",
        ask=_("Do the papers put the crime before January 1, 1997?"),
        short=_("Crime before 1997"),
        hint=_("Only the date counts here. Do not write what happened."),
        why=_("The law on this program changed on that day."),
        where=_("Look at the charge paper. The date stands after the words “on or about”."),
        labels=yes_no(),
        words=(word.CHARGE_PAPER,),
    ),
    Question(
        key="program_completed",
        ask=_("Did you finish the program?"),
        short=_("Program finished"),
        why=_("The law asks if the person did what the program asked."),
        where=_("Look for a paper from the class, or for the last minute order."),
        labels={
            "yes": _("Yes, all of it"),
            "no": _("No, not all of it"),
            "still_in_program": _("I am still in it"),
        },
        words=(word.MINUTE_ORDER,),
    ),
    Question(
        key="program_dismissed",
        ask=_("Did the court close the case after the program?"),
        short=_("Case closed after the program"),
        why=_("The law asks if the court dismissed the case at the end."),
        where=_("Look at the last minute order for “dismissed” or “PC 1000.3”."),
        labels=yes_no(),
        words=(word.DISMISSED, word.MINUTE_ORDER),
    ),
    Question(
        key="program_told",
        ask=_("What did people in court tell you the program would mean?"),
        short=_("What you were told then"),
        hint=_("Choose what you remember best. There is no right answer."),
        why=_("A lawyer looks at what a person was told when the program was chosen."),
        where=_("Only you know this. Your old lawyer’s file may show it too."),
        labels={
            "would_be_erased": _("The case would be gone, as if it never happened"),
            "nothing_about_immigration": _("They said nothing about immigration"),
            "it_could_hurt": _("It could hurt me in immigration"),
        },
    ),
    Question(
        key="court_file",
        ask=_("Does the court still have the papers of this case?"),
        short=_("Court file"),
        hint=_("Many old files were destroyed. That is common."),
        why=_("The law has one way when the file exists, and another when it does not."),
        where=_("You or a friend can ask the clerk by mail. Give the case number, not only your name."),
        labels={
            "exists": _("Yes, the court has them"),
            "destroyed": _("No, they were destroyed"),
            "not_checked": _("Nobody has checked yet"),
        },
        notes={
            "destroyed": _(
                "Only if a paper says so, or if a clerk looked by case number."
                " “No record found” is not the same."
            ),
        },
        words=(word.COURT_FILE, word.CLERK),
    ),
    Question(
        key="doj_record",
        ask=_("What does your California record, the rap sheet, show for this case?"),
        short=_("California record (rap sheet)"),
        hint=_("Answer from the paper itself. Do not give this paper to immigration."),
        why=_("The law looks at this record when the court’s own file is gone."),
        where=_("The California Department of Justice sends it. Ask a lawyer before you order it."),
        labels={
            "shows_completion": _("I finished the program, or the case was closed after it"),
            "shows_no_disposition": _("It does not say how the case ended"),
            "shows_conviction": _("A conviction or a sentence"),
            "not_ordered": _("I do not have this record"),
        },
        words=(word.RAP_SHEET, word.CONVICTION, word.SENTENCE),
    ),
)
