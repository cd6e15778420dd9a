"""Signing in, by password and second factor; signing out; locking."""

from __future__ import annotations

from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from screening.interview.origin import from_this_site
from screening.office.access.guards import ANY_MEMBER, StaffRequest, View, anyone_page, office_page
from screening.office.access.lock import back_to
from screening.office.access.lock import lock as lock_session
from screening.office.access.sign_ins import current_session, has_second_factor
from screening.office.accounts.allauth_inside import clear_login, get_pending_stage
from screening.office.accounts.factors import explained


_password_step: View = LoginView.as_view(template_name="office/accounts/sign_in.html")
_second_step = AuthenticateView.as_view(template_name="office/accounts/second_step.html")
_sign_out: View = LogoutView.as_view()


@anyone_page(("GET", "HEAD", "POST"))
@csrf_exempt
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """User name and password. Sets no cookie before they are right, so the form holds no token."""
    if request.method == "POST" and not from_this_site(request):
        return render(request, "403.html", status=403)
    return _password_step(request)


@anyone_page(("GET", "HEAD", "POST"))
def second_step(request: HttpRequest) -> HttpResponseBase:
    """The code of the app, a passkey, or a recovery code."""
    stage = get_pending_stage(request)
    member = stage.login.user if stage else None
    if member is not None and not (member.is_active and has_second_factor(member)):
        # It was switched off or reset since the password: begin again.
        clear_login(request)
        return redirect("sign_in")
    return explained(_second_step)(request)


@anyone_page(("POST",))
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Ends every sign-in of the member, and what else this browser kept of this site."""
    return _sign_out(request)


@office_page(ANY_MEMBER, ("POST",))
def lock(request: StaffRequest) -> HttpResponse:
    """*Lock screen*: the page it was pressed on then asks for the password."""
    session = current_session(request, request.member)
    if session is not None:
        lock_session(session)
    return HttpResponseRedirect(back_to(request))
