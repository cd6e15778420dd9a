"""The password once more, before something leaves the office."""

from __future__ import annotations

from allauth.core import ratelimit

from screening.office.access.guards import StaffRequest


def password_problem(request: StaffRequest) -> str:
    """In words, what is wrong with it; empty where it is right."""
    member = request.member
    if not ratelimit.consume(request, action="unlock", key=member.id):
        return "Too many tries. Wait five minutes, then write your password."
    if not member.check_password(request.POST.get("password", "")[:1_000]):
        return "This is not your password. Nothing left the office."
    ratelimit.clear(request, action="unlock", key=member.id)
    return ""
