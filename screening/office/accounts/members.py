"""The members of an office, for its administrators."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from screening.office.access.guards import ADMINISTRATOR, StaffRequest, office_page
from screening.office.access.sign_ins import has_second_factor, live_sessions
from screening.office.accounts import staff
from screening.office.accounts.forms import MemberForm, NewMemberForm
from screening.office.models import Member


_FORM = ("GET", "HEAD", "POST")
# A password that is shown by the next page, once; it waits in the sealed session.
_SHOW = "one_time_password"
DONE = {
    "saved": "Saved.",
    "off": "The account is switched off. Every sign-in of it is ended.",
    "on": "The account is switched on.",
    "ended": "Every sign-in of this member is ended.",
    "last": "This is the last administrator of the office. Make another one first.",
    "own": "This is your own account. Change it under your name, above.",
}


@office_page({ADMINISTRATOR}, _FORM)
def members(request: StaffRequest) -> HttpResponse:
    """Everybody of the office, and a form for one more."""
    form = NewMemberForm(request.POST or None, initial={"role": "intake"})
    if request.method == "POST" and form.is_valid():
        member = form.save(commit=False)
        return _show_password(request, member, staff.add(request.member, member))
    context = {
        "form": form,
        "at": "members",
        "members": request.member.office.members.order_by("-is_active", "name", "id"),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "office/accounts/members.html", context, status=status)


@office_page({ADMINISTRATOR}, _FORM)
def member(request: StaffRequest, member_id: str) -> HttpResponse:
    """One of the office: roles, password, second factor, sign-ins."""
    chosen = _of_this_office(request, member_id)
    if request.method == "POST" and "save" in request.POST:
        return _save(request, chosen)
    if request.method == "POST":
        return _do(request, chosen)
    return _page(request, chosen, MemberForm(instance=chosen), 200)


def _of_this_office(request: StaffRequest, member_id: str) -> Member:
    found = Member.objects.filter(pk=member_id.replace("\0", ""), office=request.member.office).first()
    if found is None:
        raise Http404
    return found


def _page(request: StaffRequest, chosen: Member, form: MemberForm, status: int) -> HttpResponse:
    waiting = request.session.get(_SHOW, ["", ""])
    password = waiting[1] if waiting[0] == chosen.id else ""
    if password:
        del request.session[_SHOW]
    context = {
        "form": form,
        "at": "members",
        "chosen": chosen,
        "own": chosen == request.member,
        "done": DONE.get(request.GET.get("done", ""), ""),
        "password": password,
        "sessions": live_sessions(chosen),
        "has_factor": has_second_factor(chosen),
    }
    return render(request, "office/accounts/member.html", context, status=status)


def _show_password(request: StaffRequest, chosen: Member, password: str) -> HttpResponse:
    request.session[_SHOW] = [chosen.id, password]
    return redirect("member", member_id=chosen.id)


def _done(chosen: Member, what: str) -> HttpResponse:
    return redirect(f"{reverse('member', args=[chosen.id])}?done={what}")


def _save(request: StaffRequest, chosen: Member) -> HttpResponse:
    form = MemberForm(request.POST, instance=chosen)
    if not form.is_valid():
        return _page(request, Member.objects.get(pk=chosen.pk), form, 422)
    try:
        staff.change(request.member, form.save(commit=False))
    except staff.LastAdministratorError:
        return _done(chosen, "last")
    return _done(chosen, "saved")


def _do(request: StaffRequest, chosen: Member) -> HttpResponse:
    what = next((name for name in _ACTIONS if name in request.POST), "")
    if not what:
        return redirect("member", member_id=chosen.id)
    if chosen == request.member:
        return _done(chosen, "own")
    try:
        return _ACTIONS[what](request, chosen)
    except staff.LastAdministratorError:
        return _done(chosen, "last")


def _off(request: StaffRequest, chosen: Member) -> HttpResponse:
    staff.switch(request.member, chosen, on=False)
    return _done(chosen, "off")


def _on(request: StaffRequest, chosen: Member) -> HttpResponse:
    staff.switch(request.member, chosen, on=True)
    return _done(chosen, "on")


def _password(request: StaffRequest, chosen: Member) -> HttpResponse:
    return _show_password(request, chosen, staff.reset_password(request.member, chosen))


def _factor(request: StaffRequest, chosen: Member) -> HttpResponse:
    return _show_password(request, chosen, staff.reset_second_factor(request.member, chosen))


def _end(request: StaffRequest, chosen: Member) -> HttpResponse:
    staff.end_sessions(request.member, chosen)
    return _done(chosen, "ended")


_ACTIONS: dict[str, Callable[[StaffRequest, Member], HttpResponse]] = {
    "off": _off,
    "on": _on,
    "password": _password,
    "factor": _factor,
    "end": _end,
}
