"""What a form of this part says when it comes back by a redirect: kept in the sealed session, shown once."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit

from screening.office.access.guards import StaffRequest


_KEPT = "records_again"


def keep(request: StaffRequest, page: str, problem: str, **typed: str) -> None:
    """For the next GET of this page (its address)."""
    request.session[_KEPT] = {"page": page, "problem": problem, "typed": typed}


def kept(request: StaffRequest) -> dict[str, Any]:
    """What was kept for this page: `problem` and `typed`; empty where nothing was."""
    if request.session.get(_KEPT, {}).get("page") != request.path:
        return {}
    told: dict[str, Any] = request.session.pop(_KEPT)
    return told


def password_problem(request: StaffRequest) -> str:
    """Something leaves the office: the member writes their password once more. In words, what is wrong."""
    member = request.member
    if not ratelimit.consume(request, action="unlock", key=member.id):
        return "Too many tries. Wait five minutes, then write your password."
    if not member.check_password(request.POST.get("password", "")[:1_000]):
        return "This is not your password. Nothing left the office."
    ratelimit.clear(request, action="unlock", key=member.id)
    return ""
