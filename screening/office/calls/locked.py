"""When the questions of a call are closed, and what is then shown of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from screening.office.calls.about import PERSON, SOURCES, SURENESS, told_of
from screening.office.calls.short import first_asked
from screening.office.calls.steps import Step, steps_of
from screening.office.calls.voice import Line, Voice
from screening.office.file.cabinet import Folder
from screening.office.file.casefile import CALL
from screening.office.models import Status
from screening.questions.wording import answer_in_words
from screening.rules.answers import Value


@dataclass(frozen=True)
class Lock:
    """Why nothing more is asked: a word for a list, and a sentence for the screen."""

    title: str
    why: str
    declined: bool = False


_DECLINED = Lock(
    "The office declined",
    "The office declined. What is said now may not be privileged. Read this out and end the call.",
    declined=True,
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


def under_way(folder: Folder) -> bool:
    """Is it a call that has no end yet?"""
    if folder.row.opened_on is None or lock_of(folder) is not None:
        return False
    return folder.file.source == CALL and folder.file.wrap_up is None


def may_discard(folder: Folder) -> bool:
    """Is it a call in which nothing was answered and nothing else was kept?"""
    row = folder.row
    if row.opened_on is None or row.status != Status.NEW:
        return False
    file = folder.file
    answered = any(map(file.document.given, file.document.numbers()))
    kept = (file.wrap_up, file.hold, file.notes, file.papers, file.decisions)
    return file.source == CALL and not answered and not any(kept)


@dataclass(frozen=True)
class Said:
    """One answer to read, in the caller's language too where that is another. `address` opens its question."""

    number: int
    short: Line
    answer: Line
    told: str
    address: str


def said_rows(folder: Folder) -> list[Said]:
    """What was answered. What a person sent opens after the conflict check only, so not after a refusal."""
    document = folder.file.document
    if folder.file.source != CALL and not folder.cleared:
        return []
    used = {case: document.used(case) for case in document.numbers()}
    voice = Voice(document.voice)
    return [
        _said(folder, voice, step, used[step.case][step.key])
        for step in steps_of(document)
        if step.key in used[step.case]
    ]


def _said(folder: Folder, voice: Voice, step: Step, value: Value) -> Said:
    return Said(
        step.number,
        voice.pair(*voice.both(lambda: step.short)),
        voice.pair(*voice.both(lambda: answer_in_words(step.key, value))),
        _told(folder, step),
        f"{question_url(folder.row.id, step)}?{FROM}={WRAP_UP}",
    )


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
    step = first_asked(folder, steps)
    return question_url(screening_id, step) if step else wrap_up_url(screening_id)


def question_url(screening_id: str, step: Step) -> str:
    """The address of a question. It says nothing of the answers."""
    return reverse(
        "call_question", kwargs={"screening_id": screening_id, "case": step.case, "step": step.name}
    )


# Where a page was opened from, in its address: a question, or the wrap-up.
FROM, WRAP_UP = "from", "wrap_up"


def wrap_up_url(screening_id: str, step: Step | None = None) -> str:
    """The address of the end of the call, with the question that it was opened from."""
    address = reverse("wrap_up", kwargs={"screening_id": screening_id})
    return f"{address}?{FROM}={step.case}-{step.name}" if step else address
