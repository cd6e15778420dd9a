"""The same person twice: another screening of the office whose person has the same whole name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, Min, OuterRef, QuerySet

from screening.office.file.cabinet import Folder
from screening.office.ids import spoken
from screening.office.matches.search import CLIENT
from screening.office.models import NameToken, Screening
from screening.office.names.meeting import FULL


@dataclass(frozen=True)
class SameName:
    """How many others there are, and the number of the other one where there is just one."""

    many: int
    number: str


def duplicates_of(folder: Folder) -> list[Screening]:
    """The other screenings under the same whole name, newest first. A flag to look at, never a finding."""
    tokens = [token for _, token in _own_tokens([folder.row.id])]
    others = _whole_names().filter(office_id=folder.row.office_id, token__in=tokens).values("screening_id")
    rows = Screening.objects.filter(office_id=folder.row.office_id, pk__in=others)
    return list(rows.exclude(pk=folder.row.id).defer("sealed_file").order_by("-created_on", "id"))


def same_names(office_id: str, ids: Iterable[str]) -> dict[str, SameName]:
    """Which of these screenings have others beside them. Two queries for all of them."""
    mine = _own_tokens(ids)
    # The tokens of a name outlive a screening that was erased.
    still_here = Exists(Screening.objects.filter(pk=OuterRef("screening_id")))
    same = _whole_names().filter(still_here, office_id=office_id, token__in={token for _, token in mine})
    groups = same.values("token")
    counted = groups.annotate(many=Count("screening_id"), first=Min("screening_id"), last=Max("screening_id"))
    by_token = {group["token"]: group for group in counted}
    found: dict[str, SameName] = {}
    for screening_id, token in mine:
        group = by_token[token]
        many = group["many"] - 1
        if many > (found[screening_id].many if screening_id in found else 0):
            other = group["first"] if group["last"] == screening_id else group["last"]
            found[screening_id] = SameName(many, spoken(other) if many == 1 else "")
    return found


def _own_tokens(ids: Iterable[str]) -> list[tuple[str, str]]:
    """Screening and token. By the ids alone: with the office too, SQLite looks through all its names."""
    return list(_whole_names().filter(screening_id__in=set(ids)).values_list("screening_id", "token"))


def _whole_names() -> QuerySet[NameToken]:
    return NameToken.objects.filter(part=CLIENT, kind=FULL)
