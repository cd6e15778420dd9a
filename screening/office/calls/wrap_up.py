"""The end of a call: what to read back, what was found, what comes next. Here results show for the first time.

It opens with questions still open, since a call may drop, and never before the conflict check.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render

from screening.interview.kept_form import KeptForm
from screening.interview.today import today
from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.calls.band import band_of, moment
from screening.office.calls.details import Words
from screening.office.calls.locked import FROM, question_url, said_rows
from screening.office.calls.open_calls import forget, remember
from screening.office.calls.read_aloud import read_back
from screening.office.calls.short import may_add_case
from screening.office.calls.steps import Step, step_at, steps_of
from screening.office.calls.typed import holds_number, one_line
from screening.office.calls.voice import Voice
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.casefile import CALL, CALL_BACK, KEEP, READ_BACK, TICKS, Deadline, Entry, WrapUp
from screening.office.file.journal import What, enter, entry, others_since
from screening.office.file.journal import now as this_instant
from screening.office.file.statuses import change_status
from screening.office.ids import new_id
from screening.office.models import Member, Status
from screening.office.review.form_values import number_of
from screening.office.review.results import keep_result
from screening.summary.report.building import build_report


LONGEST_NOTE, LONGEST_WHY = 2_000, 500
_MEANWHILE = "Somebody saved this call in the same moment. Look again, then end it once more."
NEEDS_WHY = (Status.DECLINED, Status.REFERRED, Status.CLOSED)
# A form that cannot be taken is kept for the page to show it: a POST shows no result.
_FORM, _MOST_KEPT, _MOST_VALUES = KeptForm("wrap_up"), 10_000, 8
_FARTHEST = timedelta(days=3 * 366)


class Long(forms.CharField):
    """Several lines for the office alone."""

    def __init__(self, label: str, hint: str, longest: int) -> None:
        self._most = longest
        widget = forms.Textarea(attrs={"rows": 3, "maxlength": longest, "dir": "auto"})
        super().__init__(required=False, label=label, help_text=hint, widget=widget)

    def to_python(self, value: Any) -> str:
        return "\n".join(map(one_line, str(value or "").splitlines())).strip()

    def validate(self, value: str) -> None:
        if len(value) > self._most:
            raise ValidationError(f"Write at most {self._most} letters and signs.")
        if holds_number(value):
            raise ValidationError("Leave out A-numbers and social security numbers.")


class WrapUpForm(forms.Form):
    """What ends a call."""

    day = forms.DateField(
        required=False,
        label="Day of the next appointment",
        input_formats=["%Y-%m-%d", "%m/%d/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the day like 2026-12-09, or leave it out."},
    )
    what = Words("What it is", "For example: call back, bring the plea form.")
    ticks = forms.MultipleChoiceField(
        required=False, choices=TICKS, error_messages={"invalid_choice": "Tick only what stands there."}
    )
    status = forms.ChoiceField(
        label="Status",
        error_messages={"required": "Choose a status.", "invalid_choice": "Choose a status."},
    )
    why = Long("Why", "Needed for declined, referred and closed.", LONGEST_WHY)
    note = Long("Note", "For the office. Not the story of the crime.", LONGEST_NOTE)

    def __init__(self, now: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What an attorney accepted may stay accepted.
        offered = [one for one in Status if one is not Status.ACCEPTED or one == now]
        self.fields["status"].choices = [(one.value, one.label) for one in offered]  # type: ignore[attr-defined]

    def clean_day(self) -> date | None:
        """A day that can still be kept."""
        day: date | None = self.cleaned_data["day"]
        if day is not None and not today() <= day <= today() + _FARTHEST:
            raise ValidationError("Write a day from today on, within three years.")
        return day

    def clean(self) -> dict[str, Any]:
        """A day and what it is go together; an end has a reason; without consent there is only an end."""
        told = super().clean() or {}
        if told.get("day") and not told.get("what", "-"):
            self.add_error("what", "Write what happens on that day.")
        if told.get("what") and not told.get("day", "-"):
            self.add_error("day", "Write the day too.")
        status = told.get("status", "")
        if status in NEEDS_WHY and not told.get("why", "-"):
            self.add_error("why", f"Write why it is {Status(status).label}.")
        if KEEP not in told.get("ticks", (KEEP,)) and status not in ("", Status.DECLINED):
            # What is declined is erased by itself; what is closed waits for its export.
            self.add_error("status", "The caller did not agree that the office keeps this: choose declined.")
        return told


@office_page(STAFF, ("GET", "HEAD", "POST"))
def wrap_up(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The results, and the form that ends the call."""
    if request.method == "POST":
        return _posted(request, screening_id)
    folder = take(request.member, screening_id)
    elsewhere = _elsewhere(folder)
    if elsewhere:
        return redirect(elsewhere, screening_id=screening_id)
    if request.method == "HEAD":
        return HttpResponse()
    remember(request, screening_id)
    folder = _with_result(request.member, folder)
    log.note(request.member, log.Act.VIEWED, screening_id, "wrap-up of a call")
    return _page(request, folder, _draft(request))


def _elsewhere(folder: Folder) -> str:
    """No result before the conflict check, and none of a screening that the office declined."""
    if folder.row.opened_on is None:
        return "conflict"
    if folder.row.status == Status.DECLINED or not folder.cleared:
        return "call" if folder.file.source == CALL else "conflict"
    return "" if folder.file.source == CALL else "review"


def _with_result(member: Member, folder: Folder) -> Folder:
    """The first opening keeps the result: a later one is compared with it."""
    if folder.file.results:
        return folder
    try:
        with transaction.atomic():
            fresh = take(member, folder.row.id)
            if not fresh.file.results:
                keep_result(fresh, member, today())
                enter(fresh, member, What.RESULT)
                put_back(fresh)
            return fresh
    except ChangedMeanwhileError:
        # Whoever wrote has it open too, or the next opening keeps it.
        return take(member, folder.row.id)


def _posted(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    try:
        with transaction.atomic():
            return _taken(request, take(request.member, screening_id))
    except ChangedMeanwhileError:
        return _again(request, screening_id, meanwhile=True)


def _taken(request: StaffRequest, folder: Folder) -> HttpResponseBase:
    screening_id = folder.row.id
    elsewhere = _elsewhere(folder)
    if elsewhere:
        return redirect(elsewhere, screening_id=screening_id)
    form = WrapUpForm(folder.row.status, request.POST)
    if not form.is_valid() or _others(folder, request.member, request.POST):
        return _again(request, screening_id)
    _keep(folder, request.member, form.cleaned_data)
    forget(request, screening_id)
    return redirect("queue")


def _again(request: StaffRequest, screening_id: str, *, meanwhile: bool = False) -> HttpResponseBase:
    """Show the page with what was typed, whatever it was."""
    typed = {
        name: [text[:_MOST_KEPT] for text in request.POST.getlist(name)[-_MOST_VALUES:]]
        for name in (*WrapUpForm.base_fields, "v")
        if name in request.POST
    }
    _FORM.keep(request, request.path, typed=typed, meanwhile=meanwhile)
    return redirect("wrap_up", screening_id=screening_id)


@dataclass(frozen=True)
class Draft:
    """What was typed and not taken."""

    post: QueryDict
    meanwhile: bool


def _draft(request: StaffRequest) -> Draft | None:
    """What waits for this page. It is shown once."""
    told = _FORM.take(request, request.path)
    if not told:
        return None
    post = QueryDict(mutable=True)
    for name, values in told["typed"].items():
        post.setlist(name, values)
    return Draft(post, told["meanwhile"])


def _others(folder: Folder, member: Member, post: QueryDict) -> list[Entry]:
    """Who else ended the call, or set its status, since the page was shown."""
    version = number_of(post.get("v", ""))
    subjects = (What.WRAP_UP.value, What.STATUS.value)
    return [line for line in others_since(folder, version, member) if line.what in subjects]


def _keep(folder: Folder, member: Member, told: dict[str, Any]) -> None:
    file = folder.file
    ticks = set(told["ticks"])
    file.wrap_up = WrapUp(
        at=this_instant(),
        by=member.name,
        read_back=READ_BACK in ticks,
        consent=[code for code, _ in TICKS if code in ticks and code != READ_BACK],
        appointment=_appointment(folder, told),
        note=told["note"],
    )
    file.dropped_at = ""
    for deadline in file.deadlines:
        deadline.done = deadline.done or deadline.what.startswith(CALL_BACK)
    if told["note"]:
        file.notes.append(entry(folder, member, What.NOTE, why=told["note"]))
    enter(folder, member, What.WRAP_UP)
    if told["status"] != folder.row.status:
        change_status(folder, member, told["status"], told["why"])
    else:
        put_back(folder)
    log.note(member, log.Act.CHANGED, folder.row.id, "wrap-up")


def _appointment(folder: Folder, told: dict[str, Any]) -> str:
    """The day and what it is, which is also a day that the office keeps. Said again, it is one day."""
    if not told["day"]:
        return ""
    day, what = told["day"].isoformat(), told["what"]
    deadlines = folder.file.deadlines
    if not any((kept.day, kept.what) == (day, what) for kept in deadlines):
        deadlines.append(Deadline(new_id(), day, what))
    return f"{day} {what}"


def _shown(folder: Folder) -> dict[str, Any]:
    """What stands in the form first: what an earlier wrap-up said. Nothing is ticked before the first."""
    done = folder.file.wrap_up
    if done is None:
        return {"status": folder.row.status, "ticks": [KEEP] if folder.file.agreed_at else []}
    day, _, what = done.appointment.partition(" ")
    ticks = [*done.consent, *([READ_BACK] if done.read_back else [])]
    return {"status": folder.row.status, "day": day, "what": what, "ticks": ticks}


def _last_asked(request: StaffRequest, folder: Folder, steps: tuple[Step, ...]) -> Step | None:
    """The question that the wrap-up was opened from, else the one answered last."""
    case, _, name = request.GET.get(FROM, "")[:20].partition("-")
    here = step_at(steps, int(case), name) if case.isdecimal() and len(case) < 3 else None
    if here is not None:
        return here
    answers = (line.subject for line in reversed(folder.file.journal) if line.what == What.ANSWER.value)
    by_subject = {step.subject: step for step in steps}
    return next((by_subject[one] for one in answers if one in by_subject), None)


def _page(request: StaffRequest, folder: Folder, draft: Draft | None) -> HttpResponse:
    document, as_of = folder.file.document, today()
    status = folder.row.status
    form = WrapUpForm(status, draft.post) if draft else WrapUpForm(status, initial=_shown(folder))
    others = _others(folder, request.member, draft.post) if draft else []
    ticked = set(form["ticks"].value() or ())
    steps = steps_of(document)
    last = _last_asked(request, folder, steps)
    done = folder.file.wrap_up
    context = {
        "folder": folder,
        "form": form,
        "blocks": read_back(document, as_of),
        "voice": Voice(document.voice),
        "report": build_report(document.records(), as_of),
        "open": [(step, question_url(folder.row.id, step)) for step in steps if step.open],
        "rows": said_rows(folder),
        "back": question_url(folder.row.id, last) if last else "",
        "draft": draft,
        "may_add_case": may_add_case(document),
        "ticks": [(code, label, code in ticked) for code, label in TICKS],
        "first": next((code for code, _ in TICKS if code not in ticked), ""),
        "contact": folder.matter.contact,
        "done": done,
        "done_at": moment(done.at, "%H:%M") if done else "",
        "others": [(line.by, moment(line.at, "%H:%M")) for line in others],
        "problem": _MEANWHILE if draft and draft.meanwhile else "",
        "version": folder.row.version,
        "band": band_of(request, request.member, folder),
        "at": "calls",
    }
    return render(request, "office/calls/wrap_up.html", context)
