"""Junk, sent to every page and address, never breaks anything."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from screening.questions.forms import form_for
from screening.questions.route import PAGES
from tests.interview.walk import Place, answer_everything, begin
from tests.tiers import repeated


pytestmark = pytest.mark.django_db

JUNK = (
    "", "0", "1", "2", "-1", "99", "9" * 5000, "٢٠٠٣", "²", "½", "2003", "13", "32", "1e3", "0x10",
    "\x00", "a\x00b", "\u202e", "\ud7ff", "e\u0301" * 50, "🙂", "<script>", "' OR 1=1", "{0}", "%s",
    "unsure", "none", "x" * 3000, "\r\n", "01", " 2003 ", "NaN", "[]",
)  # fmt: skip


def junk(page_number: int, dice: random.Random) -> dict[str, Any]:
    """Fields of this page and of none, with one or many pieces of junk."""
    letters = list(form_for(PAGES[page_number]).letters.values())
    names = [letter + part for letter in [*letters, "z"] for part in ("", "m", "d", "u")]
    return {
        name: [dice.choice(JUNK) for _ in range(dice.choice((1, 1, 1, 3)))]
        for name in names
        if dice.random() < 0.7
    }


@pytest.mark.parametrize("seed", repeated(range(4), 1))
def test_junk_on_every_page_is_answered_calmly(client: Client, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 (not for secrets)
    run = answer_everything(client, {}, confirm=False)
    for place, page in enumerate(PAGES):
        address = f"/s/{run}/1/{page.number}/"
        for extra in ({}, {"back": "1"}):
            data = {**junk(place, dice), f"{run}.1-current_step": page.number, **extra}
            response = client.post(address, data)
            assert response.status_code < 500, (page.number, data)
            assert client.get(address).status_code in (200, 302)
    assert client.get(f"/s/{run}/check/").status_code in (200, 302)


@pytest.mark.parametrize("name", ["current_step", "back", "wizard_goto_step", "csrfmiddlewaretoken"])
def test_junk_in_the_wizards_own_fields(client: Client, name: str) -> None:
    first = begin(client)
    run = Place.of(first).run
    for text in JUNK:
        for field in (name, f"{run}.1-{name}"):
            assert client.post(first, {field: text}).status_code < 500


def test_bodies_that_are_no_form(client: Client) -> None:
    first = begin(client)
    step = f"{Place.of(first).run}.1-current_step=01&"
    bodies: tuple[tuple[str, bytes], ...] = (
        ("application/x-www-form-urlencoded", b"\xff\xfe%zz&=&==&a=%ff%00"),
        ("application/x-www-form-urlencoded", step.encode() + b"a=%ff%fe&a=%ed%a0%80"),
        ("application/x-www-form-urlencoded; charset=nonsense", step.encode() + b"a=1"),
        ("application/x-www-form-urlencoded; charset=utf-16", step.encode() + b"a=1"),
        ("application/x-www-form-urlencoded", step.encode() + b"a=" + b"x" * 100_000),
        ("application/x-www-form-urlencoded", step.encode() + b"&".join(b"a=1" for _ in range(3000))),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("application/json", b'{"a": [1]}'),
        ("", b"a=1"),
    )
    for kind, body in bodies:
        response = client.generic("POST", first, body, content_type=kind)
        assert response.status_code < 500, (kind, body[:40])


def test_a_file_is_refused(client: Client) -> None:
    first = begin(client)
    name = f"{Place.of(first).run}.1-current_step"
    response = client.post(first, {name: "01", "a": SimpleUploadedFile("x.txt", b"x")})
    assert response.status_code < 500


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head", "options", "patch", "trace"])
def test_every_address_with_every_method(client: Client, method: str) -> None:
    run = answer_everything(client, {}, confirm=False)
    for known in (run, "x" * 22, "%00"):
        for rest in ("1/01/", "1/zz/", "0/01/", "7/01/", "check/", "case/", "result/", "paper.pdf", ""):
            response = getattr(client, method)(f"/s/{known}/{rest}")
            assert response.status_code < 500, (known, rest)


@pytest.mark.parametrize("cookie", ["", "x", "x" * 32, "é" * 32, "\x00" * 32, "9" * 5000])
def test_a_cookie_of_junk_is_no_cookie(client: Client, cookie: str) -> None:
    first = begin(client)
    client.cookies.clear()
    response = client.get(first, headers={"cookie": f"s={cookie}"})
    assert response.status_code == 403
