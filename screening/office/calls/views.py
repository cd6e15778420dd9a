"""Call mode: one question a screen. Every answer is saved as it is given."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render

from screening.interview.today import today
from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.calls.answering import Taken, take_answer
from screening.office.calls.band import band_of
from screening.office.calls.locked import (
    FROM,
    WRAP_UP,
    Lock,
    lock_of,
    question_url,
    said_rows,
    where_it_stands,
)
from screening.office.calls.moving import DO, KEYS_OFF, SAID, Move, jump, sought, where_to
from screening.office.calls.open_calls import CHANGED, VIEWED, first_time, remember
from screening.office.calls.posted import SCREENING, read_post
from screening.office.calls.question_screen import question_screen, saved_at
from screening.office.calls.read_aloud import declined_lines
from screening.office.calls.side import side_panel
from screening.office.calls.steps import Step, step_at, steps_of
from screening.office.calls.voice import Voice
from screening.office.file import casefile, log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.casefile import CALL


# A script keeps an answer without leaving the screen.
KEEP = "keep"
_TRIES = 5


@office_page(STAFF)
def call(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """Go where the call stands."""
    folder = take(request.member, screening_id)
    _opened(request, folder)
    return redirect(where_it_stands(folder))


@office_page(STAFF, ("GET", "HEAD", "POST"))
def call_question(request: StaffRequest, screening_id: str, case: int, step: str) -> HttpResponseBase:
    """One question, or the answers to read where nothing more is asked."""
    if request.method == "POST":
        return _posted(request, screening_id, case, step)
    folder = take(request.member, screening_id)
    lock = lock_of(folder)
    if folder.file.conflict is None and lock is None:
        return redirect(where_it_stands(folder))
    _opened(request, folder)
    if lock is not None:
        return _locked_page(request, folder, lock)
    steps = steps_of(folder.file.document)
    here = step_at(steps, case, step)
    if here is None:
        return redirect(where_it_stands(folder))
    return _question_page(request, folder, steps, here)


@office_page(STAFF, ("POST",))
def call_jump(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """Go to a question by its number or a word, from a page that asks none."""
    folder = take(request.member, screening_id)
    if not _asking(folder):
        return redirect(where_it_stands(folder))
    step = jump(folder, sought(request.POST), None)
    return redirect(question_url(screening_id, step) if step else where_it_stands(folder) + "?said=none")


def _asking(folder: Folder) -> bool:
    return folder.file.conflict is not None and lock_of(folder) is None


def _opened(request: StaffRequest, folder: Folder) -> None:
    """Give the call its letter, unless it is over. That its answers were opened is logged once a call and
    member."""
    over = lock_of(folder) is not None
    if not over:
        remember(request, folder.row.id)
    if folder.file.conflict is not None and (over or first_time(request, folder.row.id, VIEWED)):
        log.note(request.member, log.Act.VIEWED, folder.row.id, "in a call")


def _question_page(
    request: StaffRequest, folder: Folder, steps: tuple[Step, ...], here: Step
) -> HttpResponse:
    as_of = today()
    context: dict[str, Any] = {
        **question_screen(folder, request.member, steps, here, as_of),
        **side_panel(folder.file, steps, here, as_of),
        "from_wrap_up": request.GET.get(FROM) == WRAP_UP,
        "folder": folder,
        "band": band_of(request, request.member, folder),
        "keys_off": request.session.get(KEYS_OFF, False),
        "said": SAID.get(request.GET.get("said", ""), ""),
        "at": "calls",
    }
    return render(request, "office/calls/question.html", context)


def _locked_page(request: StaffRequest, folder: Folder, lock: Lock) -> HttpResponse:
    context = {
        "folder": folder,
        "band": band_of(request, request.member, folder),
        "lock": lock,
        "rows": said_rows(folder),
        "lines": declined_lines(folder.file.document.voice) if lock.declined else (),
        "voice": Voice(folder.file.document.voice),
        "unopened": folder.file.source != CALL and not folder.cleared,
        "at": "calls",
    }
    return render(request, "office/calls/locked.html", context)


def _posted(request: StaffRequest, screening_id: str, case: int, name: str) -> HttpResponseBase:
    """Read and write in one transaction. Where the database lets others in between, try again."""
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                return _take_post(request, screening_id, case, name)
        except ChangedMeanwhileError:
            continue
    return _elsewhere(request, f"{request.path}?said=again")


def _take_post(request: StaffRequest, screening_id: str, case: int, name: str) -> HttpResponseBase:
    folder = take(request.member, screening_id)
    # The address and the form must name the same call: two calls never mix.
    if request.POST.get(SCREENING) != screening_id:
        return _elsewhere(request, f"{request.path}?said=other")
    if not _asking(folder):
        return _elsewhere(request, where_it_stands(folder))
    here = step_at(steps_of(folder.file.document), case, name)
    if here is None:
        return _elsewhere(request, where_it_stands(folder) + "?said=gone")
    return _taken(request, folder, here)


def _elsewhere(request: StaffRequest, address: str) -> HttpResponseBase:
    """Nothing was written. A script is told so, and then sends the form itself."""
    if request.POST.get(DO) == KEEP:
        return JsonResponse({}, status=409)
    return redirect(address)


def _taken(request: StaffRequest, folder: Folder, here: Step) -> HttpResponseBase:
    before = casefile.dump(folder.file)
    posted = read_post(request.POST, here)
    taken = take_answer(folder, request.member, here, posted, today())
    address = where_to(Move(request, folder, here, taken, pressed=bool(posted.pressed(here))))
    if casefile.dump(folder.file) != before:
        # Somebody goes on with a call that had dropped.
        folder.file.dropped_at = ""
        put_back(folder)
        _note_change(request, folder, taken)
    if request.POST.get(DO) == KEEP:
        return _kept(folder, taken)
    return redirect(address)


def _note_change(request: StaffRequest, folder: Folder, taken: Taken) -> None:
    """Once a call and member: which answer, by whom and when stands in the sealed journal."""
    if taken.written and first_time(request, folder.row.id, CHANGED):
        log.note(request.member, log.Act.CHANGED, folder.row.id, "in a call")


def _kept(folder: Folder, taken: Taken) -> JsonResponse:
    """For the script: when it was saved; nothing where something is still to fix. Never an answer."""
    if taken.told:
        return JsonResponse({}, status=409)
    return JsonResponse({"saved": "" if taken.problem else saved_at(folder)})
