"""The facts that the court's forms ask for, as far as they were answered. A fact not known is a blank.

The grouping follows the project's legal reference (section 4), where the content of CR-187 is marked [M] and
that of CR-180 [V-2]: no item number is printed, and the form itself is always the current one. Immigration
status goes to a court only if the attorney says so, so none stands here.
"""

from __future__ import annotations

from collections.abc import Sequence

from screening.questions.wording import answer_in_words
from screening.rules.answers import Answers
from screening.rules.authorities import Mark
from screening.rules.finding import Result
from screening.rules.remedies import REMEDIES
from screening.summary.chronology.events import as_given
from screening.summary.page.attorney_words import CASE_LINE
from screening.summary.page.capped import capped
from screening.summary.page.rows import LIVING
from screening.summary.page.worksheet_rows import CourtForm, FormFact, FormGroup


_VACATE = ("pc1473_7_a1", "pc1473_7_a2", "pc1473_7_a3", "pc1016_5")

# label, key; without a key it is never asked here
Asked = tuple[str, str]

_PERSON: tuple[Asked, ...] = (
    ("County", "county"),
    ("Case number", ""),
    ("Name in the file", ""),
    ("Date of birth", ""),
)
_CONVICTION: tuple[Asked, ...] = (
    ("Plea or verdict on", "disposition_date"),
    ("By", "disposition"),
    ("Code sections", "offense_code"),
    ("Each count", ""),
    ("Level", "offense_level"),
)
_SENTENCE: tuple[Asked, ...] = (
    ("Ordered", "sentence_imposed"),
    ("On", "sentence_date"),
    ("Now", "custody_in_case"),
    ("Ended", "custody_end_date"),
)
_ADVISEMENT: tuple[Asked, ...] = (
    ("Warned of deportation", "warned_deportation"),
    ("of exclusion", "warned_exclusion"),
    ("of denied naturalization", "warned_naturalization"),
    ("Record", "advisement_record"),
)
_HARM: tuple[Asked, ...] = (("A paper names this case", "harm_named_case"), ("Analysis", ""))
_TIME: tuple[Asked, ...] = (
    ("First such paper", "first_notice_date"),
    ("Removal order final", "removal_order_final_date"),
    ("Based on this case", "removal_order_named_case"),
)
_INNOCENCE: tuple[Asked, ...] = (("Evidence found on", "innocence_evidence_date"), ("What it is", ""))
_RACE: tuple[Asked, ...] = (("Learned on", "race_bias_date"), ("Police agency to serve", ""))
_REQUESTS = ("Counsel appointed", "Hearing without the person")
_DEFERRED: tuple[Asked, ...] = (
    ("Granted on", "program_start_date"),
    ("Plea", "program_plea"),
    ("Completed", "program_completed"),
    ("Dismissed", "program_dismissed"),
    ("Dismissal order of", ""),
)
_RECORDS: tuple[Asked, ...] = (
    ("Court file", "court_file"),
    ("State record", "doj_record"),
    ("Attached, if the file is gone: state record and declaration", ""),
)


def living(result: Result, remedy: str) -> bool:
    """Is this law neither ruled out nor left unraised?"""
    return result.remedy(remedy).outcome in LIVING


def court_forms(result: Result) -> tuple[CourtForm, ...]:
    """The forms of the laws that are not ruled out."""
    motion = (_motion(result),) if any(living(result, remedy) for remedy in _VACATE) else ()
    if not living(result, "pc1203_43"):
        return motion
    return (*motion, _petition(result.answers, again=bool(motion)))


def _motion(result: Result) -> CourtForm:
    groups = [
        ("Court and person", _PERSON, True),
        ("Conviction", _CONVICTION, True),
        ("Sentence", _SENTENCE, True),
        ("Advisement, PC 1016.5", _ADVISEMENT, living(result, "pc1016_5")),
        ("Immigration harm", _HARM, living(result, "pc1473_7_a1") or living(result, "pc1016_5")),
        ("Time, PC 1473.7(b)(2)", _TIME, living(result, "pc1473_7_a1")),
        ("Innocence", _INNOCENCE, living(result, "pc1473_7_a2")),
        ("Race, ethnicity, origin", _RACE, living(result, "pc1473_7_a3")),
    ]
    grounds = [remedy.cite for remedy in REMEDIES if remedy.id in _VACATE and living(result, remedy.id)]
    asked = [_group(title, facts, result.answers) for title, facts, wanted in groups if wanted]
    return CourtForm(
        "CR-187",
        "Motion to Vacate",
        Mark.M.printed,
        (*asked[:3], _boxes("Grounds, not ruled out", grounds), *asked[3:], _boxes("Requests", _REQUESTS)),
    )


def _petition(answers: Answers, *, again: bool) -> CourtForm:
    """What CR-187 has `again` is not printed twice."""
    common = (
        (FormGroup("Court, person and conviction: as for CR-187", ()),)
        if again
        else (_group("Court and person", _PERSON, answers), _group("Conviction", _CONVICTION, answers))
    )
    deferred = _group("Deferred entry, PC 1203.43", _DEFERRED, answers)
    records = _group("Records", _RECORDS, answers)
    return CourtForm("CR-180", "Petition for Dismissal", Mark.V2.printed, (*common, deferred, records))


def _boxes(title: str, labels: Sequence[str]) -> FormGroup:
    """Boxes that the attorney ticks or not."""
    return FormGroup(title, tuple(FormFact(label, box=True) for label in labels))


def _group(title: str, asked: tuple[Asked, ...], answers: Answers) -> FormGroup:
    return FormGroup(title, tuple(FormFact(label, _value(key, answers)) for label, key in asked))


def _value(key: str, answers: Answers) -> str:
    """What is known, in terms of art where there are some. What is not known or not looked up is a blank."""
    if not key or answers.stands_open(key):
        return ""
    terms, value = CASE_LINE.get(key, {}), answers.one(key)
    if value is not None and value in terms:
        return terms[value]
    if (day := answers.day(key)) is not None:
        return as_given(day)
    return capped(answer_in_words(key, answers.values[key]))
