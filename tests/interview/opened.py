"""Look into what is stored, with the key that the visitor's session holds."""

from __future__ import annotations

from django.test import Client

from screening.interview.document import Document
from screening.interview.live import open_live
from screening.interview.openers import visitor_key
from screening.interview.place_words import word_list
from screening.models import Interview
from tests.interview.walk import Place


def document_of(client: Client, address: str) -> Document:
    """The document of the run that an address names."""
    return open_live(client.session, Place.of(address).run).document


def stored_text(client: Client, address: str) -> str:
    """The stored text of a run, as it is under its seal."""
    key = visitor_key(client.session, Place.of(address).run)
    assert key is not None
    return key.open(bytes(Interview.objects.get(pk=key.row).sealed)).decode()


def with_one_wrong(words: list[str]) -> str:
    """The words of a place with another one at the end: chance may give a code the same word twice."""
    *right, last = words
    return " ".join([*right, next(word for word in word_list("en") if word != last)])
