"""How a form of the review is taken: read and written in one piece, or brought back with what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from screening.interview.kept_form import KeptForm
from screening.interview.today import today
from screening.office.access.guards import StaffRequest
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, take
from screening.office.file.casefile import Entry
from screening.office.file.journal import What, others_since
from screening.office.models import Member
from screening.office.review.form_values import number_of, posted
from screening.office.review.journal_lines import told


# Of one screening, for each of its pages.
FORM = KeptForm("review")
# Only a database without serialized transactions ever needs a second try.
_TRIES = 3
_MEANWHILE = (
    "Somebody saved this screening in the same moment. Nothing of yours was saved. Send it once more."
)


@dataclass
class FormPosted:
    """One form that came: its fields, who sent it, which version they saw."""

    values: dict[str, str]
    member: Member
    seen: int
    today: date

    def __getitem__(self, name: str) -> str:
        return self.values[name]


# Takes the form into the folder and puts it back; or writes nothing and says what there is to fix.
Take = Callable[[Folder, FormPosted], list[str]]


@dataclass(frozen=True)
class Form:
    """A form of the review: its fields, who takes it, and where it stands.

    `named` are the fields that say what it is about, as in "paper plea_form".
    """

    name: str
    fields: tuple[str, ...]
    take: Take
    named: tuple[str, ...] = ()
    page: str = "review"
    then: str = "review"

    def key(self, values: dict[str, str]) -> str:
        """What tells this form from the others on the page; its element has this id."""
        return "-".join((self.name, *(values[name] or "0" for name in self.named)))


def take_form(request: StaffRequest, screening_id: str, form: Form) -> HttpResponseBase:
    """Take a form, or bring it back. Raises NotHereError or KeysMissingError."""
    values = {name: posted(request, name) for name in form.fields}
    came = FormPosted(values, request.member, number_of(request.POST.get("v", "")), today())
    problems = _tried(screening_id, form, came)
    if problems is None:
        return redirect("conflict", screening_id)
    key = form.key(values)
    if not problems:
        FORM.forget(request)
        return HttpResponseRedirect(f"{reverse(form.then, args=[screening_id])}#{_place(form, key)}")
    FORM.keep(request, screening_id, form=key, values=values, problems=problems)
    return HttpResponseRedirect(f"{reverse(form.page, args=[screening_id])}?again=1#to-fix")


def _place(form: Form, key: str) -> str:
    """Where the page goes on: contract keys and ids of papers, never what was typed."""
    plain = all(sign.isalnum() or sign in "-_" for sign in key)
    return key if plain and form.page == form.then else "q"


def _tried(screening_id: str, form: Form, came: FormPosted) -> list[str] | None:
    """The problems; None where the conflict check has not been passed."""
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                folder = take(came.member, screening_id)
                if not folder.cleared:
                    return None
                return form.take(folder, came)
        except ChangedMeanwhileError:
            continue
    return [_MEANWHILE]


def meanwhile(folder: Folder, came: FormPosted, mine: Callable[[Entry], bool]) -> list[str]:
    """What others did to the same thing since the form was shown, in sentences."""
    return [
        f"{told(line)} This was after you opened the page. What you wrote is kept below, not saved."
        for line in others_since(folder, came.seen, came.member)
        if mine(line)
    ]


def about(what: What, subject: str) -> Callable[[Entry], bool]:
    """Is a line of the journal about this very thing?"""
    return lambda line: line.what == what.value and line.subject == subject


def any_of(kinds: Iterable[What]) -> Callable[[Entry], bool]:
    """Is a line of the journal of one of these kinds?"""
    codes = {what.value for what in kinds}
    return lambda line: line.what in codes
