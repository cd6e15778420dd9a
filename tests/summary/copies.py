"""Client copies of answers as a file gives them, and the words that stand on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from html.parser import HTMLParser

from django.utils import translation

from screening.rules.record import parse_answers
from screening.summary.client.copy import ClientCopy, build_client_copy
from screening.summary.client.pocket import shorter
from screening.summary.client.sensitive import Group
from screening.summary.pdf.papers import client_html, pocket_html
from screening.summary.report.building import CaseRecord


AS_OF = date(2026, 11, 24)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def copy_of(*cases: Mapping[str, object], ticked: Collection[Group] = (), language: str = "en") -> ClientCopy:
    """The copy of one person's cases."""
    records = [CaseRecord(number, parse_answers(case).values) for number, case in enumerate(cases, start=1)]
    with translation.override(language):
        return build_client_copy(records, AS_OF, ticked)


def words_of(copy: ClientCopy, language: str = "en") -> str:
    """What a person reads on the long copy, white space as one blank."""
    return _words(client_html(copy, language))


def pocket_words(copy: ClientCopy, language: str = "en") -> str:
    """The same of the page for a pocket, whole."""
    with translation.override(language):
        pocket = next(shorter(copy))
    return _words(pocket_html(copy, pocket, language))


def _words(html: str) -> str:
    parser = _Words()
    parser.feed(html.split("<body", 1)[1].split(">", 1)[1])
    return " ".join(" ".join(parser.words).split())


def read(*cases: Mapping[str, object], ticked: Collection[Group] = ()) -> str:
    """The words of the English copy of these cases."""
    return words_of(copy_of(*cases, ticked=ticked))


def read_all(*cases: Mapping[str, object], ticked: Collection[Group] = ()) -> str:
    """The words of the page for a pocket and of the long copy."""
    copy = copy_of(*cases, ticked=ticked)
    return f"{pocket_words(copy)} {words_of(copy)}"
