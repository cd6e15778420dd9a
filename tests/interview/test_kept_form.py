"""What was typed waits in the session for the page that shows it, and for no other."""

from __future__ import annotations

from django.http import HttpRequest
from django.test import RequestFactory

from screening.interview.kept_form import KeptForm
from screening.interview.sessions import SessionStore


FORM = KeptForm("test")


def request() -> HttpRequest:
    """One visitor."""
    made = RequestFactory().get("/")
    made.session = SessionStore()
    return made


def test_a_form_is_kept_for_what_it_is_about_and_for_nothing_else() -> None:
    visitor = request()
    assert FORM.kept(visitor) == FORM.kept(visitor, "a") == {}
    FORM.keep(visitor, "a", typed="words")
    assert FORM.kept(visitor, "b") == FORM.take(visitor, "b") == KeptForm("other").kept(visitor, "a") == {}
    assert FORM.kept(visitor, "a") == FORM.kept(visitor, "a") == {"typed": "words"}


def test_the_last_form_takes_the_place_of_the_one_before() -> None:
    visitor = request()
    FORM.keep(visitor, "a", typed="words")
    FORM.keep(visitor, "b", typed="others")
    assert (FORM.kept(visitor, "a"), FORM.kept(visitor, "b")) == ({}, {"typed": "others"})


def test_a_form_that_is_taken_from_the_session_is_shown_once() -> None:
    visitor = request()
    FORM.keep(visitor, typed="words")
    assert FORM.take(visitor) == {"typed": "words"}
    assert FORM.take(visitor) == {}


def test_a_form_that_was_sent_is_forgotten() -> None:
    visitor = request()
    FORM.keep(visitor, "a", typed="words")
    FORM.forget(visitor)
    FORM.forget(visitor)
    assert FORM.kept(visitor, "a") == {}
