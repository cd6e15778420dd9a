"""The operator's list of lawyers, in one order for everybody: it is never matched to a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language_info

from screening.questions.wording import say
from screening.rules.text import Text, _


COST: Mapping[str, Text] = {
    "free": _("Free of charge"),
    "low": _("Low cost"),
    "paid": _("You pay"),
}


@dataclass(frozen=True)
class LawyerRow:
    """One line of the list, in words."""

    name: str
    area: str
    languages: tuple[str, ...]
    phone: str
    cost: str


def lawyer_rows() -> tuple[LawyerRow, ...]:
    """All lawyers of the operator's list, by name."""
    lawyers = sorted(settings.OPERATOR.lawyers, key=lambda lawyer: lawyer.name.casefold())
    return tuple(
        LawyerRow(
            name=lawyer.name,
            area=lawyer.area,
            languages=tuple(language_name(code) for code in lawyer.languages),
            phone=lawyer.phone,
            cost=say(COST[lawyer.cost]),
        )
        for lawyer in lawyers
    )


def language_name(code: str) -> str:
    """A language by the name that its own speakers give it. What is no code is a name already."""
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code
