"""A clinic day on paper: the summaries of the ticked screenings in one file, behind a list of them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from screening.interview.kept_form import KeptForm
from screening.interview.making import parts_of, shown
from screening.interview.today import today as todays_date
from screening.law.authority_checks import recorded_checks
from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.file import log
from screening.office.file.cabinet import Folder, KeysMissingError, NotHereError, folder_of, take
from screening.office.keys import OfficeKeys
from screening.office.models import Member, Screening
from screening.office.queue.listing import queryset
from screening.office.queue.queue_line import Words, line
from screening.office.queue.views import colleagues, the_list
from screening.office.review.paper import clinic_pdf, opened
from screening.summary.page.words import day_in_words
from screening.summary.pdf.apart import Job, Paper, State
from screening.summary.pdf.apart import paper as made_apart
from screening.summary.pdf.cover import Cover, CoverRow


# A summary takes about a second: at most so many at once.
MOST = 40
# So many files are opened to look for an appointment.
MOST_SEARCHED = 400
_FORM = KeptForm("clinic")
# What is being printed.
_PRINTING = KeptForm("clinic_printing")


@office_page(STAFF, ("GET", "HEAD", "POST"))
def clinic(request: StaffRequest) -> HttpResponse:
    """Choose what to print, and print it."""
    return _print(request) if request.method == "POST" else _choose(request)


def _choose(request: StaffRequest) -> HttpResponse:
    told = the_list(request, size=MOST, narrow=on_day)
    again = _FORM.take(request)
    ticked = again.get("ids", [one.id for one in told["listing"].lines if told["filters"].day])
    context = {**told, "problems": again.get("problems", []), "ticked": ticked, "most": MOST, "at": "clinic"}
    return render(request, "office/queue/clinic.html", context)


def on_day(member: Member, keys: OfficeKeys, where: Q, day: str) -> tuple[Q, bool]:
    """Those with an appointment or a date on this day, and whether some were not looked through.

    Appointments lie sealed in the files: no more than `MOST_SEARCHED` are opened for one page.
    """
    rows = queryset(member.office_id, where & Q(opened_on__isnull=False)).defer(None)
    found = list(rows.select_related("office")[: MOST_SEARCHED + 1])
    fits = [row.pk for row in found[:MOST_SEARCHED] if _is_on(row, keys, day)]
    return where & Q(pk__in=fits), len(found) > MOST_SEARCHED


def _is_on(row: Screening, keys: OfficeKeys, day: str) -> bool:
    if row.next_deadline is not None and row.next_deadline.isoformat() == day:
        return True
    try:
        file = folder_of(row, keys).file
    except KeysMissingError:
        return False
    kept = {deadline.day for deadline in file.deadlines if not deadline.done}
    return day in kept or (file.wrap_up is not None and file.wrap_up.appointment.startswith(day))


def _print(request: StaffRequest) -> HttpResponse:
    chosen = list(dict.fromkeys(request.POST.getlist("id")))
    folders, problems = _folders(request.member, chosen)
    ids, bilingual = [folder.row.id for folder in folders], bool(request.POST.get("bilingual"))
    if problems:
        _FORM.keep(request, ids=ids, problems=problems)
        return redirect(f"{reverse('clinic')}?{request.GET.urlencode()}")
    made = _paper(request, folders, bilingual=bilingual, again=True).wait()
    if made.state is not State.READY:
        _PRINTING.keep(request, ids=ids, bilingual=bilingual)
        return redirect("clinic_made")
    detail = "clinic, bilingual" if bilingual else "clinic"
    for folder in folders:
        log.note(request.member, log.Act.PRINTED, folder.row.id, detail)
    return HttpResponse(
        made.content,
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="clinic.pdf"'},
    )


def _paper(request: StaffRequest, folders: list[Folder], *, bilingual: bool, again: bool) -> Paper:
    """The key is made of what only this member's session holds."""
    today = todays_date()
    told = ([bytes(folder.row.sealed_file) for folder in folders], bilingual, today)
    return made_apart(
        (str(request.session.session_key), "clinic"),
        told,
        lambda: _job(request, folders, today, bilingual=bilingual),
        again=again,
    )


def _job(request: StaffRequest, folders: list[Folder], today: date, *, bilingual: bool) -> Job:
    """The reports are made there too: forty take seconds. What goes over is opened, and no key."""
    screenings = [opened(folder) for folder in folders]
    args = (screenings, cover(request, folders, today), today, recorded_checks())
    most = max(len(one.file.document.cases) for one in screenings)
    return Job(clinic_pdf, args, {"bilingual": bilingual}, cases=most, papers=len(screenings))


@office_page(STAFF)
def clinic_made(request: StaffRequest) -> HttpResponse:
    """How many papers are made; the page comes again by itself."""
    kept = _PRINTING.kept(request)
    folders, problems = _folders(request.member, kept.get("ids", []))
    if problems:
        return redirect("clinic")
    made = _paper(request, folders, bilingual=kept["bilingual"], again=False)
    context = {
        "made": made,
        "state": made.state.value,
        "at": "clinic",
        "ids": kept["ids"],
        "bilingual": kept["bilingual"],
        "take": reverse("clinic"),
        "back": reverse("clinic"),
    }
    return shown(render(request, "office/made.html", context), made)


def _folders(member: Member, chosen: list[str]) -> tuple[list[Folder], list[str]]:
    """The chosen screenings that may be printed, in the queue's order, and what is in the way."""
    if len(chosen) > MOST:
        return [], [f"Choose at most {MOST} at once."]
    taken = [folder for one in chosen if (folder := _taken(member, one)) is not None]
    folders = sorted((folder for folder in taken if _may_print(folder)), key=_place)
    problems = [_in_the_way(folder) for folder in taken if not _may_print(folder)]
    if not taken:
        problems.append("Tick the screenings to print.")
    return folders, problems


_NOT_CLEARED = "{}: the conflict check comes first. It is not ticked any more."
_TOO_MANY = "{}: it has more cases than one paper holds. Print it from its review. It is not ticked any more."


def _in_the_way(folder: Folder) -> str:
    why = _NOT_CLEARED if folder.row.opened_on is None or not folder.cleared else _TOO_MANY
    return why.format(folder.row.number)


def _taken(member: Member, screening_id: str) -> Folder | None:
    """None for what this office does not have."""
    try:
        return take(member, screening_id)
    except NotHereError:
        return None


def _may_print(folder: Folder) -> bool:
    opened = folder.row.opened_on is not None and folder.cleared
    return opened and not parts_of(len(folder.file.document.cases))


def _place(folder: Folder) -> tuple[int, date, int, date, str]:
    """The queue's order."""
    row = folder.row
    return -row.urgency, row.urgent_on, row.to_do, row.created_on, row.id


def cover(request: StaffRequest, folders: list[Folder], today: date) -> Cover:
    """The list in front."""
    member = request.member
    words = Words(folders[0].keys, colleagues(request))
    return Cover(
        office=member.office.name,
        printed_on=today,
        printed_on_words=day_in_words(today),
        printed_by=member.name,
        rows=tuple(_cover_row(folder, words, today) for folder in folders),
    )


def _cover_row(folder: Folder, words: Words, today: date) -> CoverRow:
    told = line(folder.row, words, today)
    return CoverRow(
        number=told.number,
        name=told.name,
        urgent=told.urgent,
        hot=told.hot,
        why=told.why,
        when=told.when,
        law=f"case {told.case}: {told.cite}" if told.case and told.cite else told.cite,
        gates=told.gates,
        missing=told.missing,
        below=told.below,
        language=told.about[1],
        assignee=told.assignee,
    )
