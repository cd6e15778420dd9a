"""No page in another language says anything in bare English, and nothing turns a line around."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client

from screening.models import Interview
from screening.rules.facts import COUNTIES
from tests.interview.walk import FROM_THIS_SITE, Place, go_on
from tests.languages.test_persian import ISOLATED, PDI, broken
from tests.look.invented import NOTHING_KNOWN, WITH_A_PROGRAM
from tests.look.states import LAW


pytestmark = pytest.mark.django_db

# They have no end tag, or what stands in them is no text.
VOID = ("meta", "link", "img", "input", "br", "hr")
# In these a phrase has its own direction.
ISOLATING = ("bdi", "kbd", "script", "style")
# A page sets it before what it fills in, and PDI behind.
FSI = "\u2068"


class Texts(HTMLParser):
    """The texts of a page that are in its own language and direction."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[bool] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            given = dict(attrs)
            other = tag != "html" and ("lang" in given or "dir" in given or tag in ISOLATING)
            self.inside.append(other or (bool(self.inside) and self.inside[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self.inside and self.inside[-1]):
            self.found.append(" ".join(data.split()))


def english_on(html: str) -> list[str]:
    """What stands there in bare Latin letters, or with a number that would be turned around."""
    page = Texts()
    page.feed(html)
    return [text for text in page.found if text not in COUNTIES and broken(freed(text))]


def freed(text: str) -> str:
    """Without the isolates that a page sets around what it fills in; what is filled in stays to be read."""
    return ISOLATED.sub("", text).replace(FSI, "").replace(PDI, "")


def public(client: Client) -> Iterator[str]:
    for path in (
        "/fa/",
        "/fa/keeps/",
        "/fa/lawyers/",
        "/fa/place/",
        "/nowhere/?l=fa",
        "/s/nobody/check/?l=fa",
        *(f"/fa/{address}" for address in LAW),
    ):
        yield client.get(path).content.decode()


def walked(client: Client) -> Iterator[str]:
    """Every page of the way, first with what is missing on it, then the pages after the check page."""
    address = client.post("/fa/start/", headers=FROM_THIS_SITE)["Location"]
    while (place := Place.of(address)).case:
        yield client.get(address).content.decode()
        missing = {f"{place.run}.{place.case}-current_step": place.page}
        following = client.post(address, missing)["Location"]
        if following == address:
            yield client.get(address).content.decode()
            following = go_on(client, address, WITH_A_PROGRAM)
        address = following
    yield client.get(address).content.decode()
    client.post(address)
    for name in ("result", "print", "place", "erase"):
        yield client.get(f"/s/{place.run}/{name}/").content.decode()
    yield client.post(f"/s/{place.run}/print/", {"to": "read", "a": list("123456789")}).content.decode()
    yield client.post(f"/s/{place.run}/place/").content.decode()
    Interview.objects.all().delete()
    yield client.get(f"/s/{place.run}/result/").content.decode()


@pytest.mark.no_cover
@pytest.mark.parametrize("pages", [public, walked])
def test_no_persian_page_says_anything_in_bare_english(client: Client, pages: object) -> None:
    assert callable(pages)
    seen = 0
    for html in pages(client):
        assert english_on(html) == []
        seen += 1
    assert seen > 5


@pytest.mark.no_cover
def test_a_result_of_which_nothing_is_known_is_all_persian_too(client: Client) -> None:
    address = client.post("/fa/start/", headers=FROM_THIS_SITE)["Location"]
    while (place := Place.of(address)).case:
        address = go_on(client, address, NOTHING_KNOWN)
    client.post(address)
    assert english_on(client.get(f"/s/{place.run}/result/").content.decode()) == []


def test_bare_english_is_seen() -> None:
    assert english_on('<html lang="fa"><p>سلام <b>hello</b> <bdi>PC 459</bdi></p></html>') == ["hello"]
