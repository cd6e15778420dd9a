"""Questions that are no keys of the contract: they are easier to answer, and settle keys that are.

What was said in court and whether the case was dismissed later settle `said_guilty` and `disposition`; how
much time the judge ordered, with "no sentence" as an answer of its own, settles `sentence_imposed`; whether
there was a program at all settles `program` where there was none (contract section 2). They are stored
beside the answers and never reach the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from screening.questions import hard_words as word
from screening.questions.catalog import QUESTIONS as CONTRACT_QUESTIONS
from screening.questions.question import Question
from screening.rules.answers import Value
from screening.rules.facts import FACTS as CONTRACT_FACTS
from screening.rules.facts import NONE, UNKNOWN_VALUES, UNSURE, Fact, Kind, Topic
from screening.rules.partial_date import PartialDate
from screening.rules.text import _


ANY_PROGRAM = "any_program"
SAID = "said_in_court"
DISMISSED = "dismissed_later"
SENTENCE = "sentence"
NO_SENTENCE = "no_sentence"

_SENTENCE_VALUES = CONTRACT_FACTS["sentence_imposed"].values

FACTS: Mapping[str, Fact] = {
    SAID: Fact(
        SAID,
        Kind.ONE,
        Topic.CASE,
        ("guilty", "no_contest", "one_of_these", "plea_and_trial", "trial", "neither"),
    ),
    DISMISSED: Fact(DISMISSED, Kind.ONE, Topic.CASE, ("no", "program", "probation", "yes", "taken_back")),
    ANY_PROGRAM: Fact(ANY_PROGRAM, Kind.ONE, Topic.PROGRAM, ("yes", "part_of_sentence", "no")),
    SENTENCE: Fact(SENTENCE, Kind.ONE, Topic.CASE, (NO_SENTENCE, *_SENTENCE_VALUES)),
}

QUESTIONS: Mapping[str, Question] = {
    SAID: Question(
        SAID,
        ask=_("What was said in court in this case?"),
        short=_("What was said in court"),
        hint=_(
            "By you or by your lawyer for you, or on a paper you signed, even only to go home sooner."
            " Choose what was said, also if the case was closed later."
        ),
        why=_("The law asks if these words were ever said or signed in the case."),
        where=_("Look at the plea form you signed, or at the minute order of that day."),
        labels={
            "guilty": _("I said “guilty”"),
            "no_contest": _("I said “no contest”"),
            "one_of_these": _("One of these two, I do not know which"),
            "plea_and_trial": _("One of these two to one charge, and a trial found me guilty of another"),
            "trial": _("Neither one: a trial found me guilty"),
            "neither": _("Neither one, and no trial found me guilty"),
        },
        notes={"neither": _("Only if these words were never said or signed.")},
        words=(word.GUILTY, word.NO_CONTEST, word.CHARGE, word.TRIAL, word.PLEA_FORM, word.MINUTE_ORDER),
    ),
    DISMISSED: Question(
        DISMISSED,
        ask=_("Was this case dismissed or closed later?"),
        short=_("Dismissed or closed later"),
        why=_("The law looks at what was said in court, and at how the case ended."),
        where=_("Look at the last minute order, or at the docket."),
        labels={
            "no": _("No"),
            "program": _("Yes, after a program, a class or a deal"),
            "probation": _("Yes, after probation"),
            "yes": _("Yes, in another way"),
            "taken_back": _("The court took it back, because something had been wrong"),
        },
        notes={
            "yes": _("For example it was dropped, or you were found not guilty."),
            "taken_back": _("A case closed after a program or after probation does not belong here."),
        },
        words=(word.DISMISSED, word.GUILTY, word.PROBATION, word.TAKEN_BACK, word.MINUTE_ORDER, word.DOCKET),
    ),
    ANY_PROGRAM: Question(
        ANY_PROGRAM,
        ask=_("Was there a program, a class or a deal to close this case?"),
        short=_("A program, a class or a deal"),
        hint=_(
            "People call it diversion, drug court or a class."
            " A plain plea deal, like less time, does not count."
        ),
        why=_("Some programs end a case in one court, and immigration law may still count it."),
        where=_("Look at the minute order of the first day, or for a paper from the class."),
        labels={
            "yes": _("Yes"),
            "part_of_sentence": _(
                "Only a class that was part of the sentence, like DUI school or an anger class"
            ),
            "no": _("No"),
        },
        words=(word.DIVERSION, word.PLEA, word.SENTENCE, word.MINUTE_ORDER),
    ),
    SENTENCE: replace(
        CONTRACT_QUESTIONS["sentence_imposed"],
        key=SENTENCE,
        labels={
            NO_SENTENCE: _("There was no sentence"),
            **CONTRACT_QUESTIONS["sentence_imposed"].labels,
        },
        notes={
            NO_SENTENCE: _("The case was closed, or is open, and no judge gave a sentence."),
            **CONTRACT_QUESTIONS["sentence_imposed"].notes,
        },
    ),
}


def fact_of(key: str) -> Fact:
    """The fact behind a question, a steering one too."""
    return FACTS.get(key) or CONTRACT_FACTS[key]


# What each pair settles: `said_guilty` and `disposition`. "Dismissed" never reads as a plea taken back: it
# leads to the program and to what came later. A pair that cannot both be so is never a "no".
_PLEAS = {"guilty": "guilty_plea", "no_contest": "no_contest_plea", "one_of_these": UNSURE}
ENDINGS: Mapping[tuple[str, str], tuple[str, str]] = {
    **{
        (said, later): ("yes", "plea_then_withdrawn" if later == "taken_back" else ending)
        for said, ending in _PLEAS.items()
        for later in FACTS[DISMISSED].all_values
    },
    **{("plea_and_trial", later): ("yes", "trial") for later in FACTS[DISMISSED].all_values},
    **{("trial", later): ("no", "trial") for later in FACTS[DISMISSED].all_values},
    # Probation comes after a plea or a trial.
    **{("neither", later): ("no", UNSURE) for later in ("no", "probation", *UNKNOWN_VALUES)},
    ("neither", "program"): ("no", "no_plea_diversion"),
    ("neither", "yes"): ("no", "dismissed_without_plea"),
    ("neither", "taken_back"): (UNSURE, UNSURE),
    **{
        (said, later): (said, "plea_then_withdrawn" if later == "taken_back" else said)
        for said in UNKNOWN_VALUES
        for later in FACTS[DISMISSED].all_values
    },
}


WITHOUT_PLEA = ("no_plea_diversion", "dismissed_without_plea")


def concluded(answers: Mapping[str, Value]) -> dict[str, Value]:
    """The contract's keys that these answers settle."""
    said, later = str(answers.get(SAID, "")), str(answers.get(DISMISSED, ""))
    found: dict[str, Value] = {}
    if (said, later) in ENDINGS:
        found["said_guilty"], found["disposition"] = ENDINGS[said, later]
    if answers.get(ANY_PROGRAM) in ("no", "part_of_sentence"):
        found["program"] = NONE
    if answers.get(ANY_PROGRAM) == "part_of_sentence" and found.get("disposition") in WITHOUT_PLEA:
        # No sentence is given without a plea or a trial.
        found["disposition"] = UNSURE
    if later == "program" and {**answers, **found}.get("program") == NONE:
        # The rules read that one contradicts the other.
        found["program_dismissed"] = "yes"
    if SENTENCE in answers:
        found["sentence_imposed"] = _time(str(answers[SENTENCE]), answers)
    return found


def _time(ordered: str, answers: Mapping[str, Value]) -> str:
    if ordered != NO_SENTENCE:
        return ordered
    # Where the judge has still to give a sentence, "no jail" would contradict it.
    return UNSURE if answers.get("custody_in_case") == "not_sentenced_yet" else "no_jail"


def contract_answers(answers: Mapping[str, Value]) -> dict[str, Value]:
    """The answers in the contract's keys alone. "Dismissed after a program" and "not closed" is not known."""
    told = {**answers, **concluded(answers)}
    if told.get(DISMISSED) == "program" and told.get("program_dismissed") == "no":
        told["program_dismissed"] = UNSURE
    return {key: value for key, value in told.items() if key not in FACTS}


def steered(answers: Mapping[str, Value]) -> dict[str, Value]:
    """The other way round: answers to these questions that settle what the contract's keys say.

    An ending without `said_guilty` settles it too: "I said guilty" was said.
    """
    said_guilty, ending = answers.get("said_guilty"), answers.get("disposition")
    found: dict[str, Value] = {}
    if said_guilty is not None or ending is not None:
        found[SAID], found[DISMISSED] = _said(said_guilty, ending), _later(ending)
    if "program" in answers and answers["program"] not in UNKNOWN_VALUES:
        found[ANY_PROGRAM] = "no" if answers["program"] == NONE else "yes"
    if "sentence_imposed" in answers:
        found[SENTENCE] = answers["sentence_imposed"]
    return found


def _said(said_guilty: Value | None, ending: Value | None) -> Value:
    words = {plea: said for said, plea in _PLEAS.items() if plea != UNSURE}
    if ending in words:
        return words[str(ending)]
    if said_guilty == "yes":
        return "plea_and_trial" if ending == "trial" else "one_of_these"
    if ending == "trial":
        return "trial"
    if said_guilty == "no" or ending in WITHOUT_PLEA:
        return "neither"
    return said_guilty or UNSURE


def _later(ending: Value | None) -> str:
    return {
        "plea_then_withdrawn": "taken_back",
        "no_plea_diversion": "program",
        "dismissed_without_plea": "yes",
    }.get(str(ending), UNSURE)


def filled_in(answers: Mapping[str, Value]) -> dict[str, Value]:
    """What was answered already in other words: shown where it is asked again, to be kept or changed.

    "Neither one" is not filled in: asked about the program, a person may remember that it was said.
    """
    found: dict[str, Value] = {}
    if answers.get(DISMISSED) == "program":
        found[ANY_PROGRAM] = found["program_dismissed"] = "yes"
    said = answers.get(SAID)
    if said in ("guilty", "no_contest"):
        found["program_plea"] = said
        # A plea-first program began with the plea.
        if isinstance(day := answers.get("disposition_date"), PartialDate):
            found["program_start_date"] = day
    events = answers.get("immigration_events", ())
    if isinstance(events, tuple) and "detained" in events:
        found["custody_elsewhere"] = "immigration"
    return found
