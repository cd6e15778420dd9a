"""The addresses of the law pages: short, neutral, and the same for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from screening.questions.wording import say
from screening.rules.element import Remedy
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text, _


def slug_of(remedy: Remedy) -> str:
    """`1473-7-a1` for `pc1473_7_a1`: a browser's history shows no more than a number."""
    return remedy.id.removeprefix("pc").replace("_", "-")


BY_SLUG: Mapping[str, Remedy] = {slug_of(remedy): remedy for remedy in REMEDIES}

_BESIDE: Mapping[str, Text] = {
    "conviction": _("What counts as a conviction, and what must not wait"),
    "questions": _("Every question"),
    "cases": _("Decided cases"),
    "authorities": _("Statutes and decisions"),
}


@dataclass(frozen=True)
class Place:
    """One page of the law. `cite` is the section, empty for a page about all of them."""

    slug: str
    address: str
    cite: str
    title: str
    here: bool


def places(here: str, query: str) -> tuple[Place, ...]:
    """Every page, for the margin. `here` is the slug of the page that is shown; the first one has none."""
    front = Place("", reverse("law") + query, "", say(_("The law, in short")), here == "")
    laws = (
        Place(slug, reverse("law_remedy", args=[slug]) + query, law.cite, say(law.plain), here == slug)
        for slug, law in BY_SLUG.items()
    )
    beside = (
        Place(slug, reverse(f"law_{slug}") + query, "", say(title), here == slug)
        for slug, title in _BESIDE.items()
    )
    return (front, *laws, *beside)
