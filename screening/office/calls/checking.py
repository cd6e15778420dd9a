"""The page of the conflict check, for calls and for what a person sent: names first, answers after.

It shows no answer. Until the check is recorded the file of what a person sent is not opened here at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from screening.office.access.guards import ATTORNEY, STAFF, StaffRequest, office_page
from screening.office.calls.band import band_of
from screening.office.calls.ending import discard
from screening.office.calls.locked import may_discard
from screening.office.calls.open_calls import forget
from screening.office.calls.typed import one_line
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.casefile import CALL, ConflictCheck
from screening.office.matches.conflicts import (
    CLEAR,
    DECLINED,
    MOST_SHOWN,
    NOT_A_CONFLICT,
    NOT_MADE,
    RESULT_WORDS,
    Hit,
    find,
    fingerprint,
    named,
    record,
    take_back,
)
from screening.office.models import OPEN_STATUSES, Status


AGAIN = "again"
# Every name that meets is the caller's own: one press. `on` names the earlier screening to go on in.
SAME, ON = "same", "on"
_SAME_WHY = "The same person, screened here before."
LONGEST_WHY = 500
_MEANWHILE = "Somebody saved this screening in the same moment. Look again, then record it once more."
_MORE_FOUND = "What the check finds has changed since this page was opened. Look again, then record it."
_CHOOSE = "Choose what the check ends in."
_WRITE_WHY = "Write why. One sentence is enough."
_SHORTER = f"Write why in at most {LONGEST_WHY} characters."
_ATTORNEY = "Only an attorney takes a refusal back."


@dataclass(frozen=True)
class CheckPosted:
    """The form as it came. `seen` stands for what the page had shown, `on` for a screening to go on in."""

    result: str
    why: str
    seen: str
    on: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> CheckPosted:
        """Of a request, cut to what is looked at."""
        post = request.POST
        on = post.get(ON, "")[:26]
        result = SAME if on else post.get("result", "")[:20]
        return cls(result, one_line(post.get("why", "")), post.get("seen", "")[:20], on)

    def problem(self, offered: list[str], hits: list[Hit]) -> str:
        """What to fix, or nothing."""
        if self.result not in offered:
            return _CHOOSE
        if self.result not in (CLEAR, SAME) and not self.why:
            return _WRITE_WHY
        if self.on and self.on not in {hit.screening_id for hit in _earlier(hits)}:
            return _MORE_FOUND
        if len(self.why) > LONGEST_WHY:
            return _SHORTER
        return "" if self.seen == fingerprint(hits) else _MORE_FOUND


@office_page(STAFF, ("GET", "HEAD", "POST"))
def conflict(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """What the check finds, and what the office concludes."""
    if request.method == "POST":
        return _posted(request, screening_id)
    folder = take(request.member, screening_id)
    hits = find(folder)
    log.note(request.member, log.Act.VIEWED_NAMES, screening_id, f"conflict check, {len(hits)} found")
    return _page(request, folder, hits)


def _posted(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    posted = CheckPosted.of(request)
    try:
        with transaction.atomic():
            folder = take(request.member, screening_id)
            hits = find(folder)
            problem = _taken(request, folder, posted, hits)
    except ChangedMeanwhileError:
        folder = take(request.member, screening_id)
        hits, problem = find(folder), _MEANWHILE
    if problem:
        return _page(request, folder, hits, posted, problem)
    if posted.on:
        return redirect("call", screening_id=posted.on)
    return redirect(_after(folder, posted.result), screening_id=screening_id)


def _taken(request: StaffRequest, folder: Folder, posted: CheckPosted, hits: list[Hit]) -> str:
    """Record what was concluded. What to fix where it cannot be, or nothing."""
    member = request.member
    problem = posted.problem([*_offered(folder, hits), *_same(hits)], hits)
    if problem:
        return problem
    if posted.on and may_discard(folder):
        _agreed_again(folder, take(member, posted.on))
        discard(request, folder)
    elif posted.result != AGAIN:
        result, why = (NOT_A_CONFLICT, _SAME_WHY) if posted.result == SAME else (posted.result, posted.why)
        record(folder, member, result, why, hits)
        if result == DECLINED:
            forget(request, folder.row.id)
    elif ATTORNEY not in member.roles:
        return _ATTORNEY
    else:
        take_back(folder, member, posted.why)
    return ""


def _agreed_again(folder: Folder, earlier: Folder) -> None:
    """What the caller just agreed to holds for the screening that goes on."""
    if folder.file.agreed_at and not earlier.file.agreed_at:
        earlier.file.agreed_at = folder.file.agreed_at
        put_back(earlier)


def _after(folder: Folder, result: str) -> str:
    """The page that follows: the answers where they may be seen now."""
    if result == AGAIN:
        return "conflict"
    if folder.file.source == CALL:
        return "call"
    return "conflict" if result == DECLINED else "review"


def _same(hits: list[Hit]) -> list[str]:
    """One press, where the caller meets nobody but their own earlier screenings."""
    return [SAME] if hits and all(hit.same_person and not hit.declined for hit in hits) else []


def _earlier(hits: list[Hit]) -> list[Hit]:
    """The caller's own screenings that somebody still works on, each once."""
    rows = {hit.screening_id: hit for hit in hits if hit.status in OPEN_STATUSES}
    return list(rows.values()) if _same(hits) else []


def _offered(folder: Folder, hits: list[Hit]) -> list[str]:
    """What the check may end in."""
    if folder.row.status == Status.DECLINED:
        return [AGAIN]
    if hits:
        return [NOT_A_CONFLICT, DECLINED]
    return [CLEAR if folder.matter.name else NOT_MADE, DECLINED]


def _page(
    request: StaffRequest,
    folder: Folder,
    hits: list[Hit],
    posted: CheckPosted | None = None,
    problem: str = "",
) -> HttpResponse:
    offered, shown = _offered(folder, hits), named(folder, hits)
    chosen = posted.result if posted else offered[0] if offered[0] == CLEAR else ""
    context: dict[str, Any] = {
        "folder": folder,
        "parts": _parts(folder),
        "hits": [hit for hit in shown if not hit.same_person],
        "same": [hit for hit in shown if hit.same_person],
        "more": max(len(hits) - MOST_SHOWN, 0),
        "easy": offered[0] == CLEAR and not problem,
        "one_press": bool(_same(hits)) and not problem and offered != [AGAIN],
        "earlier": _earlier(hits)[:_MOST_KEYS],
        "seen": fingerprint(hits),
        "choices": [(code, _CHOICES[code], code == chosen) for code in offered],
        "declined": offered == [AGAIN],
        "attorney": ATTORNEY in request.member.roles,
        "why": posted.why if posted else "",
        "longest": LONGEST_WHY,
        "problem": problem,
        **_recorded(request, folder),
        "at": "calls",
    }
    return render(request, "office/calls/conflict.html", context, status=422 if problem else 200)


# Each has a number for its key, after the one that begins anew.
_MOST_KEYS = 8
_CHOICES = {
    CLEAR: "No match. Go on to the questions.",
    NOT_A_CONFLICT: "Not a conflict. Go on, and say why.",
    NOT_MADE: "The check cannot be made without a name. Go on, and say why.",
    DECLINED: "The office declines. The questions close. Say why.",
    AGAIN: "Take the refusal back, and check again",
}


def _parts(folder: Folder) -> list[tuple[str, str]]:
    """Whose names were looked for."""
    client, codefendants, lawyers = folder.matter.parts.values()
    return [
        ("Caller, all names", "; ".join(client)),
        ("Codefendants", "; ".join(codefendants)),
        ("Former lawyers", "; ".join(lawyers)),
    ]


def _recorded(request: StaffRequest, folder: Folder) -> dict[str, Any]:
    """What only an opened file tells: whose call it is, and what was recorded. Empty for what is closed."""
    if folder.row.opened_on is None:
        return {"sent": True}
    check = folder.file.conflict
    return {
        "sent": False,
        "band": band_of(request, request.member, folder) if folder.file.source == CALL else None,
        "call": folder.file.source == CALL,
        "check": check,
        "result": _result_words(check),
    }


def _result_words(check: ConflictCheck | None) -> str:
    return RESULT_WORDS.get(check.result, "") if check else ""
