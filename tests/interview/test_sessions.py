"""The session is sealed under the cookie's value: the row alone says nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.utils import timezone

from screening.interview.sessions import EXPLAIN, SessionStore, row_of
from screening.models import SealedSession


pytestmark = pytest.mark.django_db


def stored() -> SessionStore:
    session = SessionStore()
    session["key"] = "canary"
    session.save()
    return session


def test_what_was_put_in_comes_back_with_the_cookie() -> None:
    assert SessionStore(stored().session_key)["key"] == "canary"


def test_without_the_cookie_there_is_nothing_and_no_row_is_made() -> None:
    assert SessionStore(None).get("key") is None
    stranger = SessionStore("x" * 32)
    assert stranger.get("key") is None
    assert stranger.session_key is None
    assert not SealedSession.objects.exists()


def test_the_row_holds_neither_the_cookie_nor_the_content() -> None:
    session = stored()
    row = SealedSession.objects.get()
    assert session.session_key is not None
    assert row.row_id == row_of(session.session_key)
    assert session.session_key not in row.row_id
    assert b"canary" not in bytes(row.sealed)


def test_a_new_cookie_value_keeps_the_content_and_erases_the_old_row() -> None:
    session = stored()
    old = session.session_key
    session.cycle_key()
    session.save()
    assert session.session_key != old
    assert SessionStore(session.session_key)["key"] == "canary"
    assert SessionStore(old).get("key") is None
    assert SealedSession.objects.count() == 1


def test_a_row_that_was_tampered_with_is_an_empty_session() -> None:
    session = stored()
    SealedSession.objects.update(sealed=b"\x01" + b"x" * 60)
    assert SessionStore(session.session_key).get("key") is None


def test_a_row_copied_to_another_cookie_does_not_open() -> None:
    one, two = stored(), stored()
    assert one.session_key is not None
    assert two.session_key is not None
    sealed = SealedSession.objects.get(row_id=row_of(one.session_key)).sealed
    SealedSession.objects.filter(row_id=row_of(two.session_key)).update(sealed=sealed)
    assert SessionStore(two.session_key).get("key") is None


def test_a_session_that_another_request_ended_is_not_revived() -> None:
    session = stored()
    SealedSession.objects.all().delete()
    session["key"] = "again"
    with pytest.raises(UpdateError):
        session.save()


def test_a_cookie_value_that_is_taken_is_not_taken_twice() -> None:
    session = stored()
    copy = SessionStore(session.session_key)
    with pytest.raises(CreateError):
        copy.save(must_create=True)
    assert session.session_key is not None
    assert SessionStore().exists(session.session_key)


def test_if_chance_gives_a_taken_value_another_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = stored().session_key
    values = iter([taken, "n" * 32])
    monkeypatch.setattr("screening.interview.sessions.get_random_string", lambda *_args: next(values))
    session = SessionStore()
    session.create()
    assert session.session_key == "n" * 32


def test_flush_erases_the_row() -> None:
    session = stored()
    session.flush()
    assert not SealedSession.objects.exists()
    SessionStore().delete()


def test_an_expired_session_is_empty_and_is_cleared() -> None:
    session = stored()
    over = timezone.now() + timedelta(seconds=session.get_expiry_age() + 1) + EXPLAIN
    with time_machine.travel(over):
        assert SessionStore(session.session_key).get("key") is None
        SessionStore.clear_expired()
    assert not SealedSession.objects.exists()
