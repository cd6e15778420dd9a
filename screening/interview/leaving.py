"""*Leave now*: everything of this visitor is destroyed, and the browser goes to a harmless page."""

from __future__ import annotations

from contextlib import suppress

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from pcr_screener.storage_faults import hurry
from screening.interview import live
from screening.interview.origin import from_this_site


# In the message of static/app.js.
SCRIPT = "script"


class SeeOther(HttpResponseRedirect):
    """303: whatever was posted, the next request is a GET."""

    status_code = 303


@csrf_exempt
@require_POST
def leave(request: HttpRequest) -> HttpResponseBase:
    """The button on every page. It holds no token, so that it works before Start and after the end."""
    if not from_this_site(request):
        return render(request, "403.html", status=403)
    hurry()
    with transaction.atomic():
        live.erase_all(request.session)
        request.session.flush()
    return _away(request)


def is_leaving(request: HttpRequest) -> bool:
    """Was the button pressed on a page of this site? Asks neither session nor database."""
    # A process of the office alone has no such page.
    with suppress(DisallowedHost, NoReverseMatch):
        return request.method == "POST" and request.path == reverse("leave") and from_this_site(request)
    return False


def left(request: HttpRequest) -> HttpResponse:
    """Away, though nothing could be erased: the browser lets go of the cookie, the only key to the answers.

    Without a token: whoever could make somebody leave, and only a page of this site can, learns and
    changes nothing else. The sealed rows, which nobody opens any more, are erased when their time is over.
    """
    response = _away(request)
    response.delete_cookie(
        settings.SESSION_COOKIE_NAME,
        path=settings.SESSION_COOKIE_PATH,
        domain=settings.SESSION_COOKIE_DOMAIN,
        samesite="Strict",
    )
    return response


def _away(request: HttpRequest) -> HttpResponse:
    by_script = False
    # What was sent may be unreadable.
    with suppress(Exception):
        by_script = SCRIPT in request.POST
    # The script goes there by itself; a redirect would lead its message to another site.
    return forgotten(HttpResponse(status=204) if by_script else SeeOther(settings.OPERATOR.leave_to))


def forgotten(response: HttpResponse, *, with_cookie: bool = True) -> HttpResponse:
    """The same answer, and the browser lets go of what it kept of this site."""
    kept = '"cache", "cookies", "storage"' if with_cookie else '"cache"'
    response.headers["Clear-Site-Data"] = kept
    return response
