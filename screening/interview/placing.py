"""The pages of a kept place: where a code is made, and where it is opened, on any device."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from screening.interview import live, places
from screening.interview.addresses import resume_url
from screening.interview.brake import TICKET, BusyError, one_slow_key
from screening.interview.cookie import renew_cookie
from screening.interview.kept_form import CookieForm
from screening.interview.openers import PlaceCode, code_to_show, let_go_of_code, show_code
from screening.interview.origin import from_this_site
from screening.interview.place_words import CODE_BYTES, UnreadableCodeError, code_of, words_of
from screening.interview.refusals import explained
from screening.interview.showing import frame
from screening.questions.fields import Problem


# More than eight words with their numbers; a longer text is no code.
LONGEST = 500
# The button of a person who has written the words down.
DONE = "done"
# What was typed last and opened nothing, and the ticket where there is one to wait for.
_FORM = CookieForm("w")


@explained
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, run: str) -> HttpResponseBase:
    """What a kept place is, or its new code until it is written down."""
    if request.method == "POST":
        return _written_down(request, run) if DONE in request.POST else _make(request, run)
    opened = live.open_live(request.session, run)
    until = places.kept_until(request.session, run)
    code = code_to_show(request.session, run) if until else None
    context = {
        **frame(opened, run, "place"),
        "back": resume_url(run, opened.document),
        "until": until,
        "words": words_of(code, opened.document.language) if code else [],
    }
    return render(request, "place_code.html" if code else "place.html", context)


def _make(request: HttpRequest, run: str) -> HttpResponse:
    """Make a code. It is shown by a GET, so that going back to it never makes another one."""
    code = secrets.token_bytes(CODE_BYTES)
    # The slow key before the transaction: others wait to write.
    key = PlaceCode.of(code)
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        places.keep_place(request.session, run, opened, key)
        show_code(request.session, run, code)
        opened.save()
    return redirect("place", run=run)


def _written_down(request: HttpRequest, run: str) -> HttpResponse:
    with transaction.atomic():
        opened = live.open_live(request.session, run)
        let_go_of_code(request.session, run)
        opened.save()
    return redirect(resume_url(run, opened.document))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def open_place(request: HttpRequest) -> HttpResponseBase:
    """Where the words are typed. Like Start it holds no token, since there may be no cookie yet.

    What opened nothing comes back by a GET: browsers write what was posted to get a page on their disk.
    """
    if request.method != "POST":
        return _ask(request)
    if not from_this_site(request):
        return render(request, "403.html", status=403)
    typed = request.POST.get("words", "")[:LONGEST]
    try:
        code = code_of(typed)
    except UnreadableCodeError:
        return _again(typed)
    ticket = request.POST.get(TICKET, "")
    try:
        if places.WRONG.lets_through(ticket):
            with one_slow_key():
                key = PlaceCode.of(code)
            return _open(request, key, typed)
    except BusyError:
        pass
    return _again(typed, places.WRONG.ticket(ticket))


def _open(request: HttpRequest, key: PlaceCode, typed: str) -> HttpResponse:
    live.erase_expired()
    try:
        with transaction.atomic():
            run, document = places.open_place(request.session, key)
            renew_cookie(request)
    except places.WrongCodeError:
        places.WRONG.count()
        return _again(typed)
    response = redirect(resume_url(run, document))
    _FORM.forget(request, response)
    return response


def _again(typed: str, ticket: str = "") -> HttpResponse:
    response = redirect("open_place")
    _FORM.keep(response, typed=typed, ticket=ticket)
    return response


def _ask(request: HttpRequest) -> HttpResponse:
    """The form; with what was typed and what is wrong with it, where it was typed just before."""
    told = _FORM.kept(request)
    typed, ticket = told.get("typed", ""), told.get("ticket", "")
    left = places.WRONG.seconds_left(ticket)
    problem = _problem(typed) if typed and not ticket else ""
    context = {
        "problems": [Problem("words", problem)] if problem else [],
        "typed": typed,
        "longest": LONGEST,
        "ticket": ticket,
        "left": left,
    }
    response = render(request, "open_place.html", context)
    if left:
        response.status_code, response.headers["Retry-After"] = 429, str(left)
    return response


def _problem(typed: str) -> str:
    try:
        code_of(typed)
    except UnreadableCodeError as problem:
        return _in_words(problem)
    return gettext("These words do not open anything. Check each word, and its number.")


def _in_words(problem: UnreadableCodeError) -> str:
    """What is wrong with what was typed. The lists are public, so this tells nobody anything."""
    if problem.unknown:
        numbers = ", ".join(str(place) for place in problem.unknown)
        return ngettext(
            "Word %(numbers)s is not one of our words. Check how it is written.",
            "Words %(numbers)s are not our words. Check how they are written.",
            len(problem.unknown),
        ) % {"numbers": numbers}
    return ngettext(
        "The code has eight words. You wrote %(count)d word.",
        "The code has eight words. You wrote %(count)d words.",
        problem.count,
    ) % {"count": problem.count}
