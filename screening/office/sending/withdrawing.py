"""*Take it back*: the number of the receipt erases what nobody at the office has opened yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from screening.interview.brake import TICKET, BusyError, one_slow_key
from screening.interview.kept_form import CookieForm
from screening.interview.origin import from_this_site
from screening.interview.places import WRONG
from screening.office.models import Office
from screening.office.sending import posting, receipts
from screening.questions.fields import Problem


# What came of the last number. What was typed stays only where it found nothing.
_FORM = CookieForm("b")
# The number with its spaces; a longer text is none.
LONGEST = 60
# The button that takes nothing back.
ASK = "ask"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest) -> HttpResponseBase:
    """Where the number is typed. No token: there may be no cookie. What came of it is shown by a GET."""
    if request.method != "POST":
        return _page(request)
    if not from_this_site(request):
        return render(request, "403.html", status=403)
    response = redirect("withdraw")
    posted = request.POST
    told = _told(posted.get("number", "")[:LONGEST], posted.get(TICKET, ""), asks=ASK in posted)
    _FORM.keep(response, **told)
    return response


def _told(typed: str, ticket: str, *, asks: bool) -> dict[str, Any]:
    """Take it back, where it is one, or say whether it was opened. All numbers cost the same: one slow key."""
    number = receipts.digits_of(typed)
    if len(number) != receipts.DIGITS:
        return {"typed": typed, "digits": len(number)}
    waits = {"typed": typed, "ticket": WRONG.ticket(ticket)}
    if not WRONG.lets_through(ticket):
        return waits
    try:
        with one_slow_key():
            row = receipts.row_of(number)
    except BusyError:
        return waits
    if asks:
        office, opened = posting.was_opened(row)
        came = {"opened": opened, "typed": typed}
    else:
        taken = posting.take_back(row)
        office, came = taken.office, {"erased": taken.erased}
    if office is not None:
        return {"office": office.id, **came}
    WRONG.count()
    return {"typed": typed}


def _page(request: HttpRequest) -> HttpResponse:
    told = _FORM.kept(request)
    problem, left = _problem(told), WRONG.seconds_left(told.get("ticket", ""))
    context = {
        "problems": [Problem("number", problem)] if problem else [],
        "typed": told.get("typed", ""),
        "longest": LONGEST,
        "ticket": told.get("ticket", ""),
        "left": left,
        "done": "office" in told,
        "waits": told.get("opened") is False,
        "erased": told.get("erased", False),
        "to": Office.objects.filter(pk=told.get("office")).first() if "office" in told else None,
    }
    response = render(request, "withdraw.html", context)
    if left:
        response.status_code, response.headers["Retry-After"] = 429, str(left)
    if context["done"]:
        _FORM.forget(request, response)
    return response


def _problem(told: dict[str, Any]) -> str:
    if "digits" in told:
        return gettext("The number has {digits} digits. You wrote {count}.").format(
            digits=receipts.DIGITS, count=told["digits"]
        )
    if "typed" in told and "ticket" not in told and "office" not in told:
        return gettext("This number finds nothing. It may be mistyped, taken back already, or too old.")
    return ""
