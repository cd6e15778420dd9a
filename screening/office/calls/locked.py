"""When the questions of a call are closed, and what is then shown of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from screening.office.calls.about import PERSON, SOURCES, SURENESS, told_of
from screening.office.calls.steps import Step, first_open, steps_of
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CALL
from screening.office.models import Status
from screening.questions.wording import answer_in_words


@dataclass(frozen=True)
class Lock:
    """Why nothing more is asked: a word for a list, and a sentence for the screen."""

    title: str
    why: str


_DECLINED = Lock(
    "The office declined", "The office declined. What is said now may not be privileged. End the call."
)
_ENDED = {
    Status.REFERRED.value: Lock("Referred", "This person was referred. The questions are closed."),
    Status.CLOSED.value: Lock("Closed", "This screening is closed. The questions are closed with it."),
}


def lock_of(folder: Folder) -> Lock | None:
    """None while questions may be asked."""
    conflict = folder.file.conflict
    if folder.row.status == Status.DECLINED or (conflict is not None and conflict.result == "declined"):
        return _DECLINED
    return _ENDED.get(str(folder.row.status))


@dataclass(frozen=True)
class Said:
    """One answer to read."""

    short: str
    answer: str
    told: str


def said_rows(folder: Folder) -> list[Said]:
    """What was answered. What a person sent opens after the conflict check only, so not after a refusal."""
    document = folder.file.document
    if folder.file.source != CALL and not folder.cleared:
        return []
    return [
        Said(step.short, answer_in_words(step.key, used[step.key]), _told(folder, step))
        for step in steps_of(document)
        if step.key in (used := document.used(step.case))
    ]


def _told(folder: Folder, step: Step) -> str:
    told = told_of(folder.file.document, step)
    source = "" if told.source == PERSON else SOURCES[told.source]
    return " · ".join(filter(None, (source, SURENESS.get(told.sure, ""), told.note)))


def where_it_stands(folder: Folder) -> str:
    """The address where a call goes on: details, conflict check, the first open question, wrap-up."""
    screening_id = folder.row.id
    steps = steps_of(folder.file.document)
    if lock_of(folder) is not None:
        return question_url(screening_id, steps[0])
    if folder.file.conflict is None:
        page = "conflict" if folder.matter.name else "call_details"
        return reverse(page, kwargs={"screening_id": screening_id})
    step = first_open(steps)
    return question_url(screening_id, step) if step else wrap_up_url(screening_id)


def question_url(screening_id: str, step: Step) -> str:
    """The address of a question. It says nothing of the answers."""
    return reverse(
        "call_question", kwargs={"screening_id": screening_id, "case": step.case, "step": step.name}
    )


def wrap_up_url(screening_id: str) -> str:
    """The address of the end of the call."""
    return reverse("wrap_up", kwargs={"screening_id": screening_id})
