"""What several questions share: the hard words of the court, and three sentences."""

from __future__ import annotations

from screening.questions.question import HardWord
from screening.rules.text import _


ONLY_YOU = _("Only you know this. No paper is needed.")
DATE_HINT = _("A year alone is fine. Leave out what you do not know.")
CHOOSE_ALL = _("Choose all that fit.")

# The plea and how a case ends
PLEA = HardWord(_("plea"), _("Your answer to the charge: guilty, no contest or not guilty."))
GUILTY = HardWord(_("guilty"), _("In court, this means “I did it”."))
NO_CONTEST = HardWord(_("no contest"), _("It means “I do not fight the charge”. It counts like guilty."))
CHARGE = HardWord(_("charge"), _("One thing the state says you did, with the law it broke."))
TRIAL = HardWord(_("trial"), _("The judge or the jury hears all the proof, then decides."))
VERDICT = HardWord(_("verdict"), _("What the judge or the jury decided at the trial."))
CONVICTION = HardWord(_("conviction"), _("The court says that you are guilty."))
DISMISSED = HardWord(_("dismissed"), _("The court closed the case, or one charge."))
TAKEN_BACK = HardWord(_("took it back"), _("What you said was undone. It is also called withdrawn."))
FACTS = HardWord(_("admitted the facts"), _("Said or signed that what the charge says is true."))

# How serious, and the law
FELONY = HardWord(_("felony"), _("A serious crime."))
MISDEMEANOR = HardWord(_("misdemeanor"), _("A less serious crime."))
INFRACTION = HardWord(_("infraction"), _("A small offense, like a traffic ticket. There is no jail."))
LAW_NUMBER = HardWord(_("law number"), _("Letters and a number, like PC 459. PC is the Penal Code."))
JUVENILE = HardWord(_("juvenile court"), _("The court for people under 18."))

# Punishment
SENTENCE = HardWord(_("sentence"), _("The punishment that the judge ordered."))
SUSPENDED = HardWord(_("suspended"), _("The judge ordered the time, but you did not have to serve it."))
PROBATION = HardWord(_("probation"), _("Rules to follow in place of jail, or after some jail."))
INFORMAL_PROBATION = HardWord(_("informal probation"), _("Probation with no officer to report to."))
VIOLATION = HardWord(_("violation"), _("Breaking a rule of probation."))
PAROLE = HardWord(_("parole"), _("Rules to follow after you leave prison."))
SUPERVISION = HardWord(_("supervision"), _("Other rules to follow after prison or jail, with an officer."))
WARRANT = HardWord(_("warrant"), _("A judge’s order to arrest you."))
REGISTRATION = HardWord(
    _("registration"), _("Some people must give the police their name and home each year.")
)

# Programs
DIVERSION = HardWord(_("diversion"), _("A program in place of punishment."))
DEFERRED_ENTRY = HardWord(
    _("deferred entry of judgment"),
    _("You said guilty or no contest and did a drug class. Then the court closed the case."),
)
GRANTED = HardWord(_("granted"), _("The judge said yes and let you in."))

# Later changes
EXPUNGED = HardWord(_("expunged"), _("The court closed an old conviction after it was over."))
REDUCED = HardWord(_("reduced"), _("Changed from a felony to a misdemeanor."))
SEALED = HardWord(_("sealed"), _("The public cannot see the record."))
VACATED = HardWord(_("vacated"), _("A judge undid the conviction because something was wrong."))
PARDON = HardWord(_("pardon"), _("The governor forgives the crime."))
APPEAL = HardWord(_("appeal"), _("You ask a higher court to look at the case again."))
MOTION = HardWord(_("motion"), _("A written request to the judge."))

# Papers
COURT_FILE = HardWord(_("court file"), _("All the papers of the case at the court."))
CLERK = HardWord(_("clerk"), _("The office at the court that keeps the papers."))
DOCKET = HardWord(_("docket"), _("The court’s list of what happened in the case, day by day."))
MINUTE_ORDER = HardWord(_("minute order"), _("A short paper on what happened in court that day."))
CHARGE_PAPER = HardWord(
    _("charge paper"), _("The paper that lists the charges. Its name is complaint or information.")
)
PLEA_FORM = HardWord(_("plea form"), _("The form you signed when you said guilty or no contest."))
TRANSCRIPT = HardWord(_("transcript"), _("Every word said in court that day, typed."))
RAP_SHEET = HardWord(_("rap sheet"), _("California’s list of your arrests and cases."))

# The lawyer and the warnings
PUBLIC_DEFENDER = HardWord(_("public defender"), _("A free lawyer from the county’s office."))
INTERPRETER = HardWord(_("interpreter"), _("A person who turns what is said into your language."))
WARNING = HardWord(
    _("warning"),
    _("What the judge or a form said about immigration. It is also called advisement."),
)
HARMED = HardWord(_("harmed"), _("Here it means that immigration takes your papers, or says no to new ones."))

# Immigration
ICE = HardWord(_("ICE"), _("The immigration police."))
ICE_HOLD = HardWord(_("ICE hold"), _("ICE asks the jail to keep you for it."))
CHECK_IN = HardWord(_("check-in"), _("A visit that you must make to ICE."))
DEPORTED = HardWord(_("deported"), _("Made to leave the country. The papers say “removed”."))
DEPORTATION = HardWord(_("deportation"), _("The country makes you leave. The papers say “removal”."))
IMMIGRATION_COURT = HardWord(_("immigration court"), _("The court that decides who may stay in the country."))
NOTICE_TO_APPEAR = HardWord(_("Notice to Appear"), _("The paper that starts a case in immigration court."))
GREEN_CARD = HardWord(_("green card"), _("The card of a permanent resident."))
ASYLUM = HardWord(_("asylum"), _("You may stay because going back is not safe."))
DACA = HardWord(_("DACA"), _("Papers for some people who came here as children."))
TPS = HardWord(_("TPS"), _("Papers for a time for people from some countries."))
FINAL = HardWord(_("final"), _("The order can no longer be appealed."))
