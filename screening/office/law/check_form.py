"""The form of one authority: each point with "agrees" or "differs", and what was read, when, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from screening.office.models import Member
from screening.office.review.form_values import iso_day, too_long
from screening.rules.authorities import AUTHORITIES, Point


AGREES, DIFFERS = "agrees", "differs"
LONGEST_TEXT, LONGEST_NOTE = 300, 500
FIRST_DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class PointField:
    """One point with what was chosen and written. `name` is its place in the form."""

    name: str
    point: Point
    choice: str = ""
    note: str = ""


@dataclass(frozen=True)
class CheckForm:
    """The form as it came, or empty. `problems` says by field name what to fix."""

    points: tuple[PointField, ...]
    text: str
    on: str
    problems: Mapping[str, str]

    @property
    def chosen(self) -> tuple[PointField, ...]:
        """The points that somebody judged."""
        return tuple(one for one in self.points if one.choice)

    @property
    def day(self) -> date:
        """The day of the check; only where there is no problem with it."""
        return date.fromisoformat(self.on)


def empty_form(authority: str, today: date) -> CheckForm:
    """Nothing judged yet, today as the day."""
    points = tuple(PointField(f"p{place}", point) for place, point in _points(authority))
    return CheckForm(points, "", today.isoformat(), {})


def read_form(authority: str, told: Mapping[str, str], member: Member, today: date) -> CheckForm:
    """What came, with what to fix. Nothing that was typed is lost."""
    points = tuple(
        PointField(f"p{place}", point, _choice(told, place), told.get(f"n{place}", ""))
        for place, point in _points(authority)
    )
    form = CheckForm(points, told.get("text", ""), told.get("on", ""), {})
    problems = {**_of_points(form), **_of_text(form), **_of_day(form, today), **_of_member(member)}
    return CheckForm(points, form.text, form.on, problems)


def _points(authority: str) -> list[tuple[int, Point]]:
    return [(place, Point(authority, point)) for place, point in enumerate(AUTHORITIES[authority].points)]


def _choice(told: Mapping[str, str], place: int) -> str:
    choice = told.get(f"p{place}", "")
    return choice if choice in (AGREES, DIFFERS) else ""


def _of_points(form: CheckForm) -> dict[str, str]:
    if not form.chosen:
        return {"p0": "Choose for at least one point whether the official text bears it out."}
    problems = {}
    for one in form.chosen:
        told = too_long("the note", one.note, LONGEST_NOTE)
        if one.choice == DIFFERS and not one.note:
            told = ["Write what differs. One sentence is enough."]
        if told:
            problems[one.name] = told[0]
    return problems


def _of_text(form: CheckForm) -> dict[str, str]:
    if not form.text:
        return {"text": "Write which text was read and where, for example the official code site."}
    told = too_long("which text was read", form.text, LONGEST_TEXT)
    return {"text": told[0]} if told else {}


def _of_day(form: CheckForm, today: date) -> dict[str, str]:
    day = iso_day(form.on)
    if day is None:
        return {"on": "Write the day as year, month and day, for example 2026-11-24."}
    if not FIRST_DAY <= day <= today:
        return {"on": f"Write a day from {FIRST_DAY} to today."}
    return {}


def _of_member(member: Member) -> dict[str, str]:
    if member.bar_number:
        return {}
    return {"member": "Your account has no State Bar number. An administrator can add it; then sign here."}
