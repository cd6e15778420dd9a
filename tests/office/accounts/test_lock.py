"""After fifteen quiet minutes a screen locks, and what was typed before it locked is not lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client
from django.urls import path
from django.utils import timezone
from pytest_django.fixtures import Settings

from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.file.log import opened
from screening.office.keys import office_keys
from screening.office.models import LogEntry, Office, StaffSession
from screening.urls import urlpatterns as real
from tests.office.conftest import PASSWORD, make_member, signed_in_as


SAVED: list[dict[str, list[str]]] = []


@office_page(STAFF, ("GET", "POST"))
def paper(request: StaffRequest) -> HttpResponse:
    """A form as the office has many."""
    if request.method == "POST":
        SAVED.append(dict(request.POST.lists()))
        return HttpResponseRedirect(f"{request.path}?{request.GET.urlencode()}")
    return HttpResponse(f"the form {request.GET.urlencode()}")


@office_page(STAFF, ("POST",))
def button(request: StaffRequest) -> HttpResponse:
    """A button without a page of its own."""
    SAVED.append(dict(request.POST.lists()))
    return HttpResponseRedirect("/paper/")


class Pages:
    """The addresses of this test, beside the real ones."""

    urlpatterns = [path("paper/", paper), path("other/", paper), path("button/", button), *real]  # noqa: RUF012


@pytest.fixture(autouse=True)
def pages(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = Pages
    SAVED.clear()
    yield
    SAVED.clear()


@pytest.fixture
def client(office: Office) -> Client:
    return signed_in_as(make_member(office))


def quiet(minutes: float = 15) -> None:
    StaffSession.objects.update(seen_at=timezone.now() - timedelta(minutes=minutes))


def test_a_quarter_of_an_hour_locks_and_a_little_less_does_not(client: Client) -> None:
    quiet(14.5)
    assert client.get("/paper/").status_code == 200
    quiet()
    response = client.get("/paper/")
    assert response.status_code == 423
    assert b"the form" not in response.content


def test_using_a_page_keeps_it_open(client: Client) -> None:
    quiet(14)
    client.get("/paper/")
    assert StaffSession.objects.get().seen_at > timezone.now() - timedelta(seconds=5)


def test_the_password_goes_on_where_it_stood_and_is_noted(client: Client, office: Office) -> None:
    quiet()
    client.get("/paper/?f=2")
    response = client.post("/paper/?f=2", {"unlock": PASSWORD})
    assert response["Location"] == "/paper/?f=2"
    assert client.get("/paper/?f=2").content == b"the form f=2"
    assert [opened(office_keys(office.id), entry).act for entry in LogEntry.objects.all()] == ["unlocked"]


def test_the_button_locks_every_tab(client: Client) -> None:
    response = client.post("/office/lock/", {"next": "/office/account/"})
    assert response["Location"] == "/office/account/"
    assert client.get("/office/account/").status_code == 423
    assert client.get("/paper/").status_code == 423


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example/", "/button/", "/nowhere/", "[", "", "\0"]
)
def test_the_button_leads_to_no_other_place(client: Client, back: str) -> None:
    assert client.post("/office/lock/", {"next": back})["Location"] == "/office/account/"


def test_pressing_the_button_twice_is_no_form_to_keep(client: Client) -> None:
    for _ in range(2):
        assert client.post("/office/lock/", {"next": "/paper/"})["Location"] == "/paper/"
    assert client.post("/paper/", {"unlock": PASSWORD})["Location"] == "/paper/"
    assert client.get("/paper/").status_code == 200


@pytest.mark.parametrize("address", ["/paper/", "/button/"])
def test_a_form_that_comes_to_a_locked_screen_goes_on_after_the_password(
    client: Client, address: str
) -> None:
    quiet()
    sent = {"note": "Nació en 1980 & más", "tick": ["a", "b"]}
    kept = client.post(address, sent)["Location"]
    assert SAVED == []
    shown = client.get(kept)
    assert shown.status_code == 423
    assert b"is kept" in shown.content
    assert b"Naci" not in shown.content
    for wrong in ("wrong", "", "\0", "x" * 9000):
        assert client.post(kept, {"unlock": wrong}).status_code == 403
    assert SAVED == []
    assert client.post(kept, {"unlock": PASSWORD}).status_code == 302
    assert SAVED == [{"note": ["Nació en 1980 & más"], "tick": ["a", "b"]}]
    assert client.get("/paper/").status_code == 200


def test_forms_of_two_tabs_are_both_kept_and_never_mixed(client: Client) -> None:
    quiet()
    one = client.post("/paper/", {"note": "one"})["Location"]
    two = client.post("/paper/", {"note": "two"})["Location"]
    other = client.post("/other/?f=1", {"note": "three"})["Location"]
    assert len({one, two, other}) == 3
    client.post(two, {"unlock": PASSWORD})
    assert SAVED == [{"note": ["two"]}]
    # The session is open again; the other tabs still show the lock and ask.
    assert client.get("/paper/").status_code == 200
    assert client.get(one).status_code == 423
    client.post(one, {"unlock": PASSWORD})
    assert client.post(other, {"unlock": PASSWORD})["Location"] == "/other/?f=1"
    assert SAVED == [{"note": ["two"]}, {"note": ["one"]}, {"note": ["three"]}]
    # Back to the old address: nothing waits there any more, nothing is saved twice.
    assert client.get(one).status_code == 200
    client.post(one, {"unlock": PASSWORD})
    assert len(SAVED) == 3


def test_the_lock_page_of_another_tab_never_posts_its_password_to_the_page(client: Client) -> None:
    quiet()
    client.get("/paper/")
    client.post("/other/", {"unlock": PASSWORD})
    assert client.post("/paper/", {"unlock": PASSWORD})["Location"] == "/paper/"
    assert client.post("/paper/", {"unlock": "wrong"}).status_code == 403
    assert SAVED == []


def test_a_kept_form_can_be_left_out(client: Client) -> None:
    quiet()
    kept = client.post("/paper/", {"note": "one"})["Location"]
    assert client.post(kept, {"unlock": PASSWORD, "drop": "1"})["Location"] == "/paper/"
    assert SAVED == []
    assert client.get(kept).status_code == 200


def test_a_kept_form_goes_to_no_other_page(client: Client) -> None:
    quiet()
    kept = client.post("/paper/", {"note": "one"})["Location"]
    client.post(kept.replace("paper", "other"), {"unlock": PASSWORD})
    assert SAVED == []
    client.post(kept, {"unlock": PASSWORD})
    assert SAVED == [{"note": ["one"]}]


def test_many_forms_push_out_the_oldest(client: Client) -> None:
    quiet()
    kept = [client.post("/paper/", {"note": str(number)})["Location"] for number in range(9)]
    for address in kept:
        client.post(address, {"unlock": PASSWORD})
    assert [form["note"] for form in SAVED] == [[str(number)] for number in range(1, 9)]


def test_six_tries_in_five_minutes_are_too_many(client: Client) -> None:
    quiet()
    for _ in range(5):
        assert client.post("/paper/", {"unlock": "wrong"}).status_code == 403
    assert client.post("/paper/", {"unlock": PASSWORD}).status_code == 429
    assert client.get("/paper/").status_code == 423


def test_unlocking_often_is_no_wrong_try(client: Client) -> None:
    for _ in range(7):
        client.post("/office/lock/", {"next": "/paper/"})
        assert client.post("/paper/", {"unlock": PASSWORD}).status_code == 302


def test_one_can_sign_out_of_a_locked_screen(client: Client) -> None:
    quiet()
    assert client.post("/office/sign-out/")["Location"] == "/office/sign-in/"
    assert StaffSession.objects.count() == 0


def test_what_covers_a_page_is_told_whether_the_password_was_right(client: Client) -> None:
    quiet()
    assert client.post("/office/lock/", {"unlock": "wrong"}).status_code == 403
    assert client.post("/office/lock/", {"unlock": PASSWORD}).status_code == 204
    # An ended sign-in is no right password.
    StaffSession.objects.all().delete()
    assert client.post("/office/lock/", {"unlock": PASSWORD}).status_code == 302


def test_each_page_has_the_button(client: Client) -> None:
    html = client.get("/office/account/").content.decode()
    assert "Lock screen" in html
    assert 'name="next" value="/office/account/"' in html


def test_who_may_not_see_a_page_learns_nothing_from_its_methods(office: Office) -> None:
    assert Client().get("/button/")["Location"] == "/office/sign-in/"
    administrator = signed_in_as(make_member(office, "administrator"))
    assert administrator.get("/button/").status_code == 404
    assert administrator.post("/button/").status_code == 404
    assert signed_in_as(make_member(office)).get("/button/").status_code == 405
