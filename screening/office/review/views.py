"""The review: everything that is known of one screening, and what an attorney makes of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from screening.bulk.compare import compare
from screening.interview.making import part_of, parts_of, shown
from screening.interview.printing import download
from screening.interview.today import today
from screening.office.access.guards import ATTORNEY, STAFF, StaffRequest, office_page
from screening.office.file import log
from screening.office.file.cabinet import Folder, mark_read, take
from screening.office.file.casefile import TICKS
from screening.office.matches.conflicts import RESULT_WORDS
from screening.office.matches.duplicates import duplicates_of
from screening.office.review import page_parts
from screening.office.review.changed import change_rows, kept_day_words, read_otherwise
from screening.office.review.checklist import DEADLINE, LONGEST_NOTE, LONGEST_WHAT, NOTE, PAPER
from screening.office.review.dates import dated_cases
from screening.office.review.decision import DECISION, LONGEST_REASON, RESCREEN
from screening.office.review.own_finding import FINDING
from screening.office.review.paper import DECISIONS, job_of, report_of
from screening.office.review.results import result_now
from screening.office.review.stored_result import chosen, stored_cases
from screening.office.review.taking import FORM, take_form
from screening.rules.answers import Answers
from screening.rules.version import rules_version
from screening.summary.as_json.summary_json import Version
from screening.summary.page.data import Report
from screening.summary.pdf.apart import Paper, State
from screening.summary.pdf.apart import paper as made_apart


@office_page(STAFF)
def review(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The whole of it. Opening it is noted, and what others did meanwhile stands on top."""
    folder = take(request.member, screening_id)
    if not folder.cleared:
        return redirect("conflict", screening_id)
    frame = _frame(request, folder)
    page = {**frame, **_page(folder, frame["report"])}
    page["since"] = page_parts.since_last_read(folder, request.member)
    mark_read(folder, request.member)
    log.note(request.member, log.Act.VIEWED, screening_id)
    return render(request, "office/review/review.html", page)


def _frame(request: StaffRequest, folder: Folder) -> dict[str, Any]:
    """What every page of the review has."""
    return {
        "folder": folder,
        "file": folder.file,
        "person": page_parts.person_of(folder.matter),
        "attorney": ATTORNEY in request.member.roles,
        "typed": FORM.kept(request, folder.row.id) if "again" in request.GET else {},
        "report": report_of(folder, today()),
        "longest_note": LONGEST_NOTE,
        "longest_what": LONGEST_WHAT,
        "longest_reason": LONGEST_REASON,
        "parts": parts_of(len(folder.file.document.cases)),
        "at": "queue",
    }


def _page(folder: Folder, report: Report) -> dict[str, Any]:
    papers = page_parts.paper_lines(folder, report)
    return {
        "cases": [
            {"case": case, "remedies": page_parts.open_first(case), "open": page_parts.open_elements(case)}
            for case in report.cases
        ],
        "dated": dated_cases(report),
        "papers": [(line, page_parts.steps_of(line)) for line in papers],
        "more_papers": page_parts.more_papers(papers),
        "deadlines": sorted(folder.file.deadlines, key=lambda one: (one.done, one.day)),
        "notes": page_parts.lines_of(folder.file.notes),
        "journal": page_parts.lines_of(folder.file.journal),
        "duplicates": duplicates_of(folder),
        **_record(folder),
    }


def _record(folder: Folder) -> dict[str, Any]:
    """The codes of the record in words. A code of another day stands as it is."""
    conflict, wrap_up = folder.file.conflict, folder.file.wrap_up
    ticks = dict(TICKS)
    return {
        "conflict_word": RESULT_WORDS.get(conflict.result, conflict.result) if conflict else "",
        "agreed": [ticks.get(code, code) for code in wrap_up.consent] if wrap_up else [],
    }


@office_page((ATTORNEY,), ("POST",))
def own_finding(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """Set a finding of one's own beside the computed one, or take it back."""
    return take_form(request, screening_id, FINDING)


@office_page(STAFF, ("POST",))
def papers(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """Note where a paper stands."""
    return take_form(request, screening_id, PAPER)


@office_page(STAFF, ("POST",))
def deadlines(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """Add, finish or remove a deadline."""
    return take_form(request, screening_id, DEADLINE)


@office_page(STAFF, ("POST",))
def note(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """Take a note for the office into the screening's file."""
    return take_form(request, screening_id, NOTE)


@office_page((ATTORNEY,), ("GET", "HEAD", "POST"))
def decide(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The page on which an attorney decides and signs."""
    if request.method == "POST":
        return take_form(request, screening_id, DECISION)
    folder = take(request.member, screening_id)
    if not folder.cleared:
        return redirect("conflict", screening_id)
    return render(
        request, "office/review/decide.html", {**_frame(request, folder), "choices": DECISIONS.items()}
    )


@office_page(STAFF, ("GET", "HEAD", "POST"))
def rescreen(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The stored result beside today's: what changed, and why. A post keeps today's beside it."""
    if request.method == "POST":
        return take_form(request, screening_id, RESCREEN)
    folder = take(request.member, screening_id)
    if not folder.cleared:
        return redirect("conflict", screening_id)
    frame = _frame(request, folder)
    return render(request, "office/review/rescreen.html", {**frame, **_compared(folder, frame)})


def _compared(folder: Folder, frame: dict[str, Any]) -> dict[str, Any]:
    """The newest stored result against today's."""
    return _beside_today(folder, frame, chosen(folder.file.results, ""))


def _beside_today(folder: Folder, frame: dict[str, Any], number: int | None) -> dict[str, Any]:
    """A stored result, counted from 1, against today's."""
    if number is None:
        return {"before": None, "rules_version": rules_version()}
    results = folder.file.results
    before = results[number - 1]
    then = kept_day_words(before.law_as_of)
    changes = compare(before.lines, result_now(folder, today()))
    return {
        "before": before,
        "number": number,
        "then": then,
        "others": [
            (place, kept_day_words(one.law_as_of), one)
            for place, one in reversed(list(enumerate(results, start=1)))
            if place != number
        ],
        "read_otherwise": read_otherwise(before),
        "changes": change_rows(changes, frame["report"], then, before.rules_version),
        "rules_version": rules_version(),
    }


@office_page(STAFF)
def stored(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """One stored result, reopened as it was stored, beside what the present rules give."""
    folder = take(request.member, screening_id)
    if not folder.cleared:
        return redirect("conflict", screening_id)
    frame, document = _frame(request, folder), folder.file.document
    number = chosen(folder.file.results, request.GET.get("result", ""))
    page = {**frame, **_beside_today(folder, frame, number), "cases": []}
    if number is not None:
        answers = {str(case): Answers(document.contract(case)) for case in document.numbers()}
        page["cases"] = stored_cases(folder.file.results[number - 1], answers, today())
    log.note(request.member, log.Act.VIEWED, screening_id)
    return render(request, "office/review/stored.html", page)


@office_page(STAFF)
def paper_pdf(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The attorney's paper in English, to download and print."""
    return _printed(request, screening_id, "full")


@office_page(STAFF)
def paper_bilingual(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The same with the person's own language beside what was asked and answered."""
    return _printed(request, screening_id, "bilingual")


@office_page(STAFF)
def paper_redacted(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The copy for co-counsel or an expert."""
    return _printed(request, screening_id, "redacted")


def _printed(request: StaffRequest, screening_id: str, version: Version) -> HttpResponseBase:
    """The paper as a file, noted with its version; or the page that says that it is being made."""
    folder = take(request.member, screening_id)
    if not folder.cleared:
        return redirect("conflict", screening_id)
    part = part_of(request.GET.get("part", ""), len(folder.file.document.cases))
    made = _paper(request, folder, version, part, again=True).wait()
    if made.state is not State.READY:
        return redirect("paper_made", screening_id, version, part)
    log.note(request.member, log.Act.PRINTED, screening_id, _VERSIONS[version])
    # The same neutral name for everybody.
    return download(made.content, "application/pdf", "summary.pdf")


def _paper(request: StaffRequest, folder: Folder, version: Version, part: int, *, again: bool) -> Paper:
    """The key is made of what only this member's session holds."""
    key = (str(request.session.session_key), folder.row.id, version, str(part))
    told = (bytes(folder.row.sealed_file), bytes(folder.row.sealed_names), today())
    return made_apart(key, told, lambda: job_of(folder, today(), version, part), again=again)


@office_page(STAFF)
def paper_made(request: StaffRequest, screening_id: str, version: str, part: int) -> HttpResponseBase:
    """How far a paper is; the page comes again by itself."""
    folder = take(request.member, screening_id)
    if version not in _VERSIONS or not folder.cleared:
        return redirect("review", screening_id)
    part = part_of(part, len(folder.file.document.cases))
    made = _paper(request, folder, version, part, again=False)
    context = {
        "made": made,
        "state": made.state.value,
        "at": "queue",
        "take": f"{reverse(_PAGES[version], args=[screening_id])}?part={part}",
        "back": reverse("review", args=[screening_id]),
    }
    return shown(render(request, "office/made.html", context), made)


# As the log says it.
_VERSIONS: dict[Version, str] = {"full": "in English", "bilingual": "bilingual", "redacted": "redacted"}
_PAGES: dict[Version, str] = {
    "full": "paper_pdf",
    "bilingual": "paper_bilingual",
    "redacted": "paper_redacted",
}
