"""*Leave now*: everything of this visitor is destroyed, and the browser goes to a harmless page."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

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
    with transaction.atomic():
        live.erase_all(request.session)
        request.session.flush()
    # The script goes there by itself; a redirect would lead its message to another site.
    by_script = SCRIPT in request.POST
    return forgotten(HttpResponse(status=204) if by_script else SeeOther(settings.OPERATOR.leave_to))


def forgotten(response: HttpResponse, *, with_cookie: bool = True) -> HttpResponse:
    """The same answer, and the browser lets go of what it kept of this site."""
    kept = '"cache", "cookies", "storage"' if with_cookie else '"cache"'
    response.headers["Clear-Site-Data"] = kept
    return response
