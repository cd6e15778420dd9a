"""One answer of a call: read by the form of its page, kept with who said it, entered in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screening.interview.document import Document
from screening.office.calls.about import Told, put_told, told_of
from screening.office.calls.drafts import Draft, drop_draft, put_draft
from screening.office.calls.posted import Posted, is_unknown
from screening.office.calls.steps import Step
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import Entry
from screening.office.file.journal import What, enter, others_since
from screening.office.models import Member
from screening.questions.forms import PageForm, form_for, posted_again
from screening.questions.reading import typed_from
from screening.questions.steering import fact_of
from screening.rules.answers import Answers, Value
from screening.rules.facts import Kind
from screening.rules.flags.every import raised_by


@dataclass(frozen=True)
class Taken:
    """What became of a posted question. `told`: somebody else changed it meanwhile, nothing was kept."""

    told: bool = False
    problem: bool = False
    written: bool = False


def page_form(document: Document, step: Step, typed: list[str], as_of: date) -> PageForm:
    """The page's own form with one question as typed and the others as they are stored.

    So an answer is read and checked against its neighbors as on the public page.
    """
    used = document.used(step.case)
    stored = {key: typed_from(fact_of(key), used.get(key)) for key in step.page.keys}
    form_class = form_for(step.page)
    data = posted_again(form_class, {**stored, step.key: typed})
    return form_class(data, answers=used, as_of=as_of, drafts={})


def problem_of(form: PageForm, document: Document, step: Step) -> str:
    """What to fix in this question. A stored neighbor that has a problem now has it because of this answer."""
    used = document.used(step.case)
    concerned = [step.key, *(key for key in step.page.keys if key in used and key != step.key)]
    shown = {ask.key for ask in form.asks}
    return next((form.problem(key) for key in concerned if key in shown and form.problem(key)), "")


def take_answer(folder: Folder, member: Member, step: Step, posted: Posted, as_of: date) -> Taken:
    """Keep a posted question in the folder, or what was typed where it cannot be an answer."""
    document = folder.file.document
    if posted.untouched:
        return Taken(written=drop_draft(document, step, member.id))
    if changed_by_others(folder, member, step, posted.version):
        _put_aside(document, member, step, posted)
        return Taken(told=True, written=True)
    value, problem = _read(document, step, posted, as_of)
    if problem or posted.too_long:
        _put_aside(document, member, step, posted)
        return Taken(problem=True, written=True)
    dropped = drop_draft(document, step, member.id)
    return Taken(written=_keep(folder, member, step, value, posted.told, as_of) or dropped)


def changed_by_others(folder: Folder, member: Member, step: Step, version: int) -> list[Entry]:
    """What others did to this very question since it was shown."""
    return [line for line in others_since(folder, version, member) if line.subject == step.subject]


def _put_aside(document: Document, member: Member, step: Step, posted: Posted) -> None:
    typed = [] if fact_of(step.key).kind is Kind.ONE else posted.typed
    draft = Draft(posted.version, posted.told, typed, posted.pressed(step))
    put_draft(document, step, member.id, draft)


def _read(document: Document, step: Step, posted: Posted, as_of: date) -> tuple[Value | None, str]:
    """The answer, or what to fix. None takes one back."""
    kind = fact_of(step.key).kind
    if posted.unknown:
        return (posted.unknown,) if kind is Kind.SEVERAL else posted.unknown, ""
    if posted.empty:
        stored = document.used(step.case).get(step.key)
        # What is answered by a button stays until another is pressed.
        return (stored if kind is Kind.ONE or is_unknown(stored) else None), ""
    form = page_form(document, step, posted.typed, as_of)
    form.is_valid()
    problem = problem_of(form, document, step)
    return (None if problem else form.cleaned_data.get(step.key)), problem


def _keep(folder: Folder, member: Member, step: Step, value: Value | None, told: Told, as_of: date) -> bool:
    """True where something changed."""
    document = folder.file.document
    before, told_before = document.used(step.case).get(step.key), told_of(document, step)
    if value == before and told == told_before:
        return False
    flags = _flags(document, step, as_of)
    document.put(step.case, {step.key: value})
    put_told(document, step, told, member.id, before)
    if value != before:
        _notice(document, step, flags, as_of)
        enter(folder, member, What.ANSWER, step.subject, was=_coded(before), new=_coded(value))
    else:
        enter(folder, member, What.NOTE, step.subject, was=told_before.codes, new=told.codes)
    return True


def _notice(document: Document, step: Step, flags: tuple[str, ...], as_of: date) -> None:
    """Urgent flags newly raised wait for the next screen; those that fell again do not."""
    now = _flags(document, step, as_of)
    waiting = [code for code in document.notices if code in now]
    raised = [code for code in now if code not in flags and code not in waiting]
    document.notices = waiting + raised


def _flags(document: Document, step: Step, as_of: date) -> tuple[str, ...]:
    return raised_by(Answers(document.contract(step.case)), as_of)


def _coded(value: Value | None) -> str:
    """In the keys of the contract."""
    if value is None:
        return ""
    return " ".join(value) if isinstance(value, tuple) else str(value)
