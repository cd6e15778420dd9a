"""The facts that the court's forms ask for, as far as they were answered. A fact not known is a blank.

No item number is printed, and the form itself is always the current one. What each law asks for on its form
stands with the law.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from screening.questions.wording import answer_in_words
from screening.rules.answers import Answers
from screening.rules.beside import Form, FormPart
from screening.rules.element import Remedy
from screening.rules.finding import LIVING, Result
from screening.rules.remedies import REMEDIES
from screening.summary.chronology.events import as_given
from screening.summary.page.attorney_words import CASE_LINE
from screening.summary.page.capped import capped
from screening.summary.page.worksheet_rows import CourtForm, FormFact, FormGroup


def living(result: Result, remedy: str) -> bool:
    """Is this law neither ruled out nor left unraised?"""
    return result.remedy(remedy).outcome in LIVING


def court_forms(result: Result) -> tuple[CourtForm, ...]:
    """The forms of the laws that are not ruled out. What the first one opens with is not printed again."""
    laws = [remedy for remedy in REMEDIES if living(result, remedy.id)]
    forms = list(dict.fromkeys(remedy.form for remedy in laws))
    return tuple(_form(form, [law for law in laws if law.form is form], result, forms[0]) for form in forms)


def _form(form: Form, laws: Sequence[Remedy], result: Result, first: Form) -> CourtForm:
    asked = dict.fromkeys(part for law in laws for part in law.parts)
    groups = (
        *_opening(form, first, result),
        *_grounds(form, laws),
        *(_group(part, result.answers) for part in sorted(asked, key=form.place)),
        _boxes(*form.boxes),
    )
    return CourtForm(form.number, form.title, form.mark.printed, groups)


def _opening(form: Form, first: Form, result: Result) -> Iterator[FormGroup]:
    if form is not first:
        yield FormGroup(f"Court, person and conviction: as for {first.number} above", ())
        return
    for part in form.opening:
        if part.unless is None or not part.unless.holds(result.answers, result.as_of):
            yield _group(part, result.answers)


def _grounds(form: Form, laws: Sequence[Remedy]) -> Iterator[FormGroup]:
    """Boxes, on a form on which more than one law is asked for."""
    if sum(remedy.form is form for remedy in REMEDIES) > 1:
        yield _boxes("Grounds, not ruled out", [law.cite for law in laws])


def _boxes(title: str, labels: Sequence[str]) -> FormGroup:
    """Boxes that the attorney ticks or not."""
    return FormGroup(title, tuple(FormFact(label, box=True) for label in labels))


def _group(part: FormPart, answers: Answers) -> FormGroup:
    return FormGroup(part.title, tuple(FormFact(label, _value(key, answers)) for label, key in part.asked))


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
