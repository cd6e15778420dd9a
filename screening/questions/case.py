"""The words about the criminal case: how it went, what the judge ordered, what came later."""

from __future__ import annotations

from screening.questions import hard_words as word
from screening.questions.question import NOTHING, Question, yes_no
from screening.rules.text import _


QUESTIONS: tuple[Question, ...] = (
    Question(
        key="said_guilty",
        ask=_(
            "Did you, or your lawyer for you, ever say “guilty” or “no contest”?"
            " Or sign a paper that says so, even only to go home sooner?"
        ),
        short=_("Said guilty or no contest"),
        hint=_("Think only of this case. Count it also if the case was closed later."),
        why=_("The law asks if these words were ever said or signed in the case."),
        where=_("Look at the plea form you signed, or at the minute order of that day."),
        labels=yes_no(),
        words=(word.GUILTY, word.NO_CONTEST, word.PLEA_FORM, word.MINUTE_ORDER),
    ),
    Question(
        key="court",
        ask=_("Which court had this case?"),
        short=_("Criminal court"),
        hint=_("This is about the criminal court, not the immigration court."),
        why=_("A court can only undo its own cases, so the law asks which court it was."),
        where=_("The name of the court is at the top of your court papers."),
        labels={
            "california": _("A California county court"),
            "federal": _("A federal court"),
            "other_state": _("A court in another state"),
            "tribal_or_military": _("A tribal or military court"),
        },
        notes={
            "california": _("Its name is Superior Court. Old cases may say Municipal Court."),
            "federal": _("The papers say “United States District Court”."),
        },
        words=(word.IMMIGRATION_COURT,),
    ),
    Question(
        key="county",
        ask=_("In which California county was the court?"),
        short=_("County of the court"),
        hint=_("You can leave this empty."),
        why=_("The papers are kept, and a request is made, in the county of the court."),
        where=_("The county is part of the court’s name, at the top of the papers."),
    ),
    Question(
        key="juvenile",
        ask=_("Was this case in juvenile court, the court for people under 18?"),
        short=_("Juvenile or adult court"),
        why=_("The law treats a juvenile case and an adult case in different ways."),
        where=_("Look at the first page of the court papers for the word “juvenile”."),
        labels={
            "yes": _("Yes, in juvenile court"),
            "no": _("No, I was an adult"),
            "tried_as_adult": _("I was under 18, but it was in adult court"),
        },
        words=(word.JUVENILE,),
    ),
    Question(
        key="offense_level",
        ask=_("How serious was the crime, on the day of the plea or verdict?"),
        short=_("Felony, misdemeanor or infraction"),
        hint=_(
            "Choose the most serious charge that ended with guilty or no contest. Leave out any later change."
        ),
        why=_("The law has different rules for each of these three levels."),
        where=_("On the docket or charge paper, look for F, M or I near the law number."),
        labels={
            "felony": _("Felony (a serious crime)"),
            "misdemeanor": _("Misdemeanor (a less serious crime)"),
            "infraction": _("Infraction (like a traffic ticket)"),
        },
        notes={
            "felony": _("Also if a judge made it a misdemeanor later."),
        },
        words=(
            word.GUILTY,
            word.NO_CONTEST,
            word.CHARGE,
            word.FELONY,
            word.MISDEMEANOR,
            word.INFRACTION,
            word.LAW_NUMBER,
            word.PLEA,
            word.VERDICT,
            word.DOCKET,
            word.CHARGE_PAPER,
        ),
    ),
    Question(
        key="counts",
        ask=_("How many charges in this case ended with guilty or no contest?"),
        short=_("Number of charges"),
        hint=_("Leave out charges that were dropped."),
        why=_("The law looks at each charge by itself."),
        where=_("The docket lists each charge and how it ended."),
        labels={"one": _("One"), "several": _("Two or more")},
        words=(word.GUILTY, word.CHARGE, word.NO_CONTEST, word.DOCKET),
    ),
    Question(
        key="offense_kind",
        ask=_("What kind of crime was it?"),
        short=_("Kind of crime"),
        hint=_("Choose all that fit. Go by the name on the papers. Do not write what happened."),
        why=_("Some laws are only for some kinds of crime."),
        where=_("The docket or charge paper has the name of each crime."),
        labels={
            "drug_possession": _("Having drugs other than marijuana, not to sell"),
            "marijuana": _("Marijuana"),
            "drug_other": _("Another drug crime, like selling or making drugs"),
            "theft_or_fraud": _("Theft or fraud"),
            "domestic_violence": _("Violence against a partner or family"),
            "violence": _("Other violence or threats"),
            "driving_under_influence": _("Driving drunk or on drugs (DUI)"),
            "firearm": _("A gun crime"),
            "sex_offense": _("A sex crime"),
            "other": _("Another kind of crime"),
            **NOTHING,
        },
        notes={
            "drug_other": _("Also having drugs to sell, or being on drugs."),
            "theft_or_fraud": _("Also burglary, having stolen things (receiving), bad checks or forgery."),
        },
        words=(word.DOCKET, word.CHARGE_PAPER),
    ),
    Question(
        key="offense_code",
        ask=_("Which law numbers are on the papers?"),
        short=_("Law numbers"),
        hint=_(
            "For example: HS 11350(a), PC 459. Write only the numbers, not what happened."
            " You can leave this empty."
        ),
        why=_("For immigration, the exact law counts more than what people call the crime."),
        where=_("They are on the docket or charge paper, next to each charge."),
        words=(word.CHARGE, word.LAW_NUMBER, word.DOCKET, word.CHARGE_PAPER),
    ),
    Question(
        key="disposition",
        ask=_("How did this case end?"),
        short=_("How the case ended"),
        hint=_("If you said guilty or no contest and the case was closed later, choose what you said."),
        why=_("The law looks at what was said in court, and at how the case ended."),
        where=_("Look at the minute order of the plea, or at the docket."),
        labels={
            "guilty_plea": _("I said “guilty”"),
            "no_contest_plea": _("I said “no contest”"),
            "plea_then_withdrawn": _("I said one of these, and later the court took it back"),
            "trial": _("I was found guilty at a trial"),
            "no_plea_diversion": _("I did a program and never said guilty or no contest"),
            "dismissed_without_plea": _(
                "Dropped, dismissed or found not guilty, and I never said guilty or no contest"
            ),
        },
        notes={
            "guilty_plea": _("Also if your lawyer said it for you, or you signed it."),
            "no_contest_plea": _("Also if your lawyer said it for you, or you signed it."),
            "plea_then_withdrawn": _(
                "A case that was only expunged does not belong here. Choose what you said."
            ),
            "trial": _("The judge or the jury decided that you were guilty."),
            "no_plea_diversion": _("Also if you said “not guilty”."),
            "dismissed_without_plea": _("Only if these words were never said or signed."),
        },
        words=(
            word.GUILTY,
            word.DOCKET,
            word.PLEA,
            word.NO_CONTEST,
            word.TAKEN_BACK,
            word.TRIAL,
            word.DISMISSED,
            word.EXPUNGED,
            word.MINUTE_ORDER,
        ),
    ),
    Question(
        key="disposition_date",
        ask=_("When was the plea or the verdict?"),
        short=_("Day of the plea or verdict"),
        hint=_(
            "A year alone is fine. Leave out what you do not know."
            " If the plea was changed, give the last one."
        ),
        why=_("The law has changed over the years, so this day decides which text counts."),
        where=_("Look at the plea form, the minute order of that day, or the docket."),
        words=(word.DOCKET, word.PLEA, word.VERDICT, word.PLEA_FORM, word.MINUTE_ORDER),
    ),
    Question(
        key="program",
        ask=_("Which program, or which deal to close the case, was it?"),
        short=_("Program or deal"),
        hint=_("People call many programs “diversion”. Read the line under each name."),
        why=_("Each program has its own law, and the law looks at what was said first."),
        where=_("Look at the minute order of the day the program began. It may name the law."),
        labels={
            "pc1000_deferred_entry": _("Deferred entry of judgment (PC 1000)"),
            "prop36": _("Prop 36, the drug law of 2000"),
            "sentence_deferral": _("Deferral of sentencing (PC 1001.94)"),
            "other_plea_first": _("Another program, after I said guilty or no contest"),
            "informal_plea_deal": _("A deal without a named program"),
            "pretrial_diversion": _("Diversion before any plea"),
            "none": _("No program and no such deal"),
        },
        notes={
            "pc1000_deferred_entry": _(
                "You said guilty or no contest and did a drug class. Then the court closed the case."
                " PC 1000 worked this way from 1997 to 2017."
            ),
            "prop36": _(
                "The judge gave you probation with drug treatment in place of jail."
                " The Prop 36 of 2024 is another law."
            ),
            "sentence_deferral": _(
                "You said guilty or no contest. The judge waited to give a sentence, then closed the case."
            ),
            "other_plea_first": _(
                "For example drug court, a program for young adults, or the Prop 36 of 2024."
            ),
            "informal_plea_deal": _(
                "You said guilty or no contest and did something, like a class."
                " Then a charge was closed or changed."
            ),
            "pretrial_diversion": _(
                "You did a program and never said guilty or no contest. PC 1000 works this way since 2018."
            ),
            "none": _("A plain plea deal, like less time for a plea, is not a program."),
        },
        words=(
            word.GUILTY,
            word.NO_CONTEST,
            word.CHARGE,
            word.SENTENCE,
            word.PROBATION,
            word.DIVERSION,
            word.DEFERRED_ENTRY,
            word.PLEA,
            word.MINUTE_ORDER,
        ),
    ),
    Question(
        key="admitted_facts",
        ask=_("In this case, did you ever say or sign that the facts of the charge were true?"),
        short=_("Admitted the facts"),
        hint=_("For example, to get into a program. Do not write here what it said."),
        why=_("Immigration law asks if a person admitted the facts, even without a plea."),
        where=_("Look at the program papers you signed. Your old lawyer’s file may have them."),
        labels=yes_no(),
        words=(
            word.CHARGE,
            word.PLEA,
            word.FACTS,
        ),
    ),
    Question(
        key="penalty_ordered",
        ask=_("Did the judge order any fine, class, community service, probation or jail?"),
        short=_("Fine, class, service, probation or jail"),
        hint=_("Count it also if it was part of a program."),
        why=_("Immigration law asks if a judge ordered a punishment or took away any freedom."),
        where=_("Look at the minute order of the sentence, or at the program papers."),
        labels=yes_no(),
        words=(word.PROBATION, word.SENTENCE, word.MINUTE_ORDER),
    ),
    Question(
        key="sentence_imposed",
        ask=_("How much jail or prison time did the judge order?"),
        short=_("Jail or prison time ordered"),
        hint=_(
            "Count time that you did not have to serve, and jail as a part of probation."
            " Add time ordered later for breaking a rule of probation."
        ),
        why=_("The law looks at the time that was ordered, not at the time served."),
        where=_("Look at the minute order of the sentence. It may say “suspended” next to the time."),
        labels={
            "no_jail": _("No jail time"),
            "up_to_180_days": _("Up to 180 days"),
            "181_to_364_days": _("181 to 364 days"),
            "365_days_or_more": _("365 days or more (one year or more)"),
        },
        notes={
            "no_jail": _("The judge ordered no time at all, not even suspended time."),
        },
        words=(word.SENTENCE, word.SUSPENDED, word.PROBATION, word.MINUTE_ORDER),
    ),
    Question(
        key="sentence_date",
        ask=_("When did the judge give the sentence?"),
        short=_("Day of the sentence"),
        hint=word.DATE_HINT,
        why=_("Some steps, like an appeal, have a time limit that starts on this day."),
        where=_("Look at the minute order of the sentence, or at the docket."),
        words=(word.SENTENCE, word.APPEAL, word.MINUTE_ORDER, word.DOCKET),
    ),
    Question(
        key="violation_admitted",
        ask=_("Did you later say in court that you broke a rule of probation?"),
        short=_("Admitted breaking probation"),
        hint=_("Do not write what happened."),
        why=_("The law also looks at what was said in court after the sentence."),
        where=_("Look at the minute orders after the sentence for the word “violation”."),
        labels=yes_no(no=_("No, or I had no probation")),
        words=(word.SENTENCE, word.PROBATION, word.VIOLATION, word.MINUTE_ORDER),
    ),
    Question(
        key="custody_in_case",
        ask=_("Are you still on probation, on parole or locked up in this case?"),
        short=_("Jail, probation or parole now"),
        hint=_("Think only of this case. Immigration’s own jail, check-ins and parole do not count here."),
        why=_("Some laws ask if jail, probation and parole in this case are over."),
        where=_("Look at the last minute order. It may say when probation began, and for how long."),
        labels={
            "finished": _("All over: no jail, probation or parole left"),
            "probation": _("On probation, with or without an officer"),
            "parole_or_supervision": _("On parole or supervision after prison or jail"),
            "jail_or_prison": _("In jail or prison for this case"),
            "not_sentenced_yet": _("The judge has not given the sentence yet"),
            "in_program": _("Still in a program for this case"),
            "probation_stopped": _("Probation was stopped before its end"),
        },
        notes={
            "finished": _("A fine you still owe, or registration, does not count."),
            "probation": _("Informal probation counts too."),
            "probation_stopped": _(
                "A judge took it away, there was a warrant, or you were deported during it."
            ),
        },
        words=(
            word.SENTENCE,
            word.DEPORTED,
            word.PROBATION,
            word.INFORMAL_PROBATION,
            word.PAROLE,
            word.SUPERVISION,
            word.REGISTRATION,
            word.WARRANT,
            word.MINUTE_ORDER,
        ),
    ),
    Question(
        key="custody_end_date",
        ask=_("When did jail, probation and parole in this case end, or when will they end?"),
        short=_("End of jail, probation or parole"),
        hint=_("Give the last day of all of them. A year alone is fine."),
        why=_("Some laws ask if jail, probation and parole in this case are over."),
        where=_("Most people get no letter. The minute orders say when probation began and how long it was."),
        words=(word.PROBATION, word.PAROLE, word.MINUTE_ORDER),
    ),
    Question(
        key="probation_start_date",
        ask=_("When did probation in this case start?"),
        short=_("Start of probation"),
        hint=word.DATE_HINT,
        why=_("The law limits how long probation can last, and some steps count from its start."),
        where=_("Look at the minute order of the sentence."),
        words=(word.SENTENCE, word.PROBATION, word.MINUTE_ORDER),
    ),
    Question(
        key="custody_elsewhere",
        ask=_("Are you locked up, or on probation or parole, for anything else now?"),
        short=_("Held or supervised elsewhere"),
        hint=_("Leave out this case."),
        why=_("The law keeps this case apart, but being held changes what is urgent."),
        where=word.ONLY_YOU,
        labels={
            "none": _("No, nothing else"),
            "other_case": _("Yes, for another criminal case"),
            "immigration": _("Yes, immigration holds me"),
        },
        words=(word.PROBATION, word.PAROLE),
    ),
    Question(
        key="open_warrant",
        ask=_("Is there an open warrant to arrest you?"),
        short=_("Open warrant"),
        hint=_("Do not go to or call a court or the police to find out. A lawyer can look."),
        why=_("A warrant changes which steps are safe for you."),
        where=_("The docket may show it. Let a lawyer ask for you."),
        labels=yes_no(),
        words=(word.WARRANT, word.DOCKET),
    ),
    Question(
        key="appeal_pending",
        ask=_("Is an appeal in this case still open?"),
        short=_("Open appeal"),
        why=_("The law asks if a higher court is still looking at the case."),
        where=_("Look for a letter from a court of appeal, or look at the docket."),
        labels=yes_no(),
        words=(word.APPEAL, word.DOCKET),
    ),
    Question(
        key="later_relief",
        ask=_("Did a court change or clear this case later?"),
        short=_("Later changes to the case"),
        hint=word.CHOOSE_ALL,
        why=_("The law looks at whether the case was changed later, and for what reason."),
        where=_("Look for a later order. Some changes have no paper and show only on the rap sheet."),
        labels={
            "expunged_1203_4": _("Expunged (PC 1203.4)"),
            "reduced_17b": _("Felony reduced to a misdemeanor (PC 17)"),
            "prop47": _("Changed to a misdemeanor by Prop 47"),
            "prop64": _("Marijuana case changed or cleared by Prop 64"),
            "resentenced": _("New sentence"),
            "sealed": _("Record sealed"),
            "vacated_other": _("Conviction undone by a judge (vacated)"),
            "pardoned": _("Pardon from the governor"),
            **NOTHING,
        },
        notes={
            "expunged_1203_4": _("After probation, the court closed the case."),
            "vacated_other": _("Because something was wrong with the case."),
        },
        words=(
            word.CONVICTION,
            word.FELONY,
            word.MISDEMEANOR,
            word.PROBATION,
            word.EXPUNGED,
            word.REDUCED,
            word.SENTENCE,
            word.SEALED,
            word.VACATED,
            word.PARDON,
            word.RAP_SHEET,
        ),
    ),
)
