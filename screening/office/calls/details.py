"""Before the questions: names, the language, and how to reach the caller without danger.

Only what the conflict check and a call back need (Rule 1.18(d)): no A-number, no address, no date of birth.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render

from screening.office.access.guards import STAFF, StaffRequest, office_page
from screening.office.calls.band import band_of, language_name, moment
from screening.office.calls.locked import lock_of
from screening.office.calls.open_calls import remember
from screening.office.calls.read_aloud import opening_lines
from screening.office.calls.typed import holds_number, lines, one_line
from screening.office.calls.voice import Line, Voice
from screening.office.file import log
from screening.office.file.cabinet import ChangedMeanwhileError, Folder, put_back, take
from screening.office.file.casefile import CALL, KEEP, TICKS, Entry
from screening.office.file.journal import What, enter, now, others_since
from screening.office.matter import Contact, Matter
from screening.office.models import Member
from screening.office.review.form_values import number_of


LONGEST, MOST_NAMES = 100, 10
_MOST_KEPT = 2_000
_MEANWHILE = "Somebody saved this call in the same moment. Look again, then save once more."
_NUMBER = "Leave out A-numbers and social security numbers. The office does not keep them here."
_HOW = (
    ("phone", "By telephone"),
    ("email", "By email"),
    ("calls", "The caller calls us"),
    ("", "Not told yet"),
)
# What the journal calls the two halves of this page.
NAMES, CONTACT = "names", "contact"


class Words(forms.CharField):
    """One line, cut to what the office keeps."""

    def __init__(self, label: str, hint: str = "", **attributes: Any) -> None:
        widget = forms.TextInput(attrs={"size": 36, "maxlength": LONGEST, "dir": "auto", **attributes})
        super().__init__(required=False, label=label, help_text=hint, widget=widget)

    def to_python(self, value: Any) -> str:
        return one_line(str(value or ""))

    def validate(self, value: str) -> None:
        _check(value)


class Names(forms.CharField):
    """Several names, one a line."""

    def __init__(self, label: str, hint: str) -> None:
        widget = forms.Textarea(attrs={"rows": 2, "cols": 36, "dir": "auto"})
        super().__init__(required=False, label=label, help_text=hint, widget=widget)

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return lines(str(value or ""))

    def validate(self, value: list[str]) -> None:
        if len(value) > MOST_NAMES:
            raise ValidationError(f"Write at most {MOST_NAMES} names.")
        for name in value:
            _check(name)

    def run_validators(self, value: Any) -> None:
        """Nothing is left to check: a line holds only what prints."""


def _check(text: str) -> None:
    if len(text) > LONGEST:
        raise ValidationError(f"Write at most {LONGEST} letters and signs in a line.")
    if holds_number(text):
        raise ValidationError(_NUMBER)


class DetailsForm(forms.Form):
    """The page's fields. None has to be filled in."""

    keep = forms.BooleanField(required=False, label=dict(TICKS)[KEEP])
    name = Words(
        "The caller’s name, or what to call them", "Without a name the conflict check cannot be made."
    )
    aliases = Names(
        "Other names of the caller", "One a line: from papers, from before a marriage, by spelling."
    )
    codefendants = Names("Codefendants in the old case", "One a line.")
    lawyers = Names("The lawyer in the old case", "One a line. A family name alone is fine.")
    court_number = Words("Number of the court case", "As it stands on the paper. It can wait.")
    language = forms.ChoiceField(
        label="Language to read aloud in",
        widget=forms.HiddenInput,
        choices=[(code, language_name(code)) for code, _ in settings.LANGUAGES],
        error_messages={"required": "Choose a language.", "invalid_choice": "Choose a language."},
    )
    how = forms.ChoiceField(
        label="How to reach the caller",
        required=False,
        choices=_HOW,
        error_messages={"invalid_choice": "Choose how to reach the caller."},
    )
    where = Words("Telephone number or email address", "One that only the caller answers or reads.")
    when = Words("When it is safe", "For example: after 6 p.m.")
    voicemail = forms.BooleanField(required=False, label="A voicemail is safe")
    say_who = forms.BooleanField(required=False, label="We may say who we are to whoever answers")


def _shown(folder: Folder) -> dict[str, Any]:
    """What stands in the file, as the fields show it."""
    matter, contact = folder.matter, folder.matter.contact
    return {
        "keep": bool(folder.file.agreed_at),
        "name": matter.name,
        "aliases": "\n".join(matter.aliases),
        "codefendants": "\n".join(matter.codefendants),
        "lawyers": "\n".join(matter.lawyers),
        "court_number": matter.court_number,
        "language": folder.file.document.language,
        "how": contact.how,
        "where": contact.where,
        "when": contact.when,
        "voicemail": contact.voicemail,
        "say_who": contact.say_who,
    }


def _told(form: DetailsForm) -> Matter:
    told = form.cleaned_data
    contact = Contact(told["how"], told["where"], told["when"], told["voicemail"], told["say_who"])
    return Matter(
        told["name"], told["aliases"], told["codefendants"], told["lawyers"], told["court_number"], contact
    )


@office_page(STAFF, ("GET", "HEAD", "POST"))
def call_details(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    """The caller's details. Changed names ask for the conflict check again; answers stay as they are."""
    if request.method == "POST":
        return _posted(request, screening_id)
    folder = take(request.member, screening_id)
    elsewhere = _elsewhere(folder)
    if elsewhere:
        return redirect(elsewhere, screening_id=screening_id)
    remember(request, screening_id)
    log.note(request.member, log.Act.VIEWED_NAMES, screening_id, "details of a call")
    return _page(request, folder, DetailsForm(initial=_shown(folder)))


def _elsewhere(folder: Folder) -> str:
    """What a person sent passes the conflict check first; after a refusal nothing more is asked."""
    if folder.row.opened_on is None:
        return "conflict"
    return "call" if lock_of(folder) is not None else ""


def _posted(request: StaffRequest, screening_id: str) -> HttpResponseBase:
    spoken = request.POST.get(SPEAK, "")
    form = DetailsForm(request.POST) if not spoken else DetailsForm(initial=_typed(request.POST, spoken))
    try:
        with transaction.atomic():
            folder = take(request.member, screening_id)
            elsewhere = _elsewhere(folder)
            if elsewhere:
                return redirect(elsewhere, screening_id=screening_id)
            if spoken:
                _speak(folder, spoken)
                return _page(request, folder, form, spoken=True)
            others = _others(folder, request)
            if form.is_valid() and not others:
                _keep(folder, request.member, form)
                return redirect(_after(folder), screening_id=screening_id)
    except ChangedMeanwhileError:
        return _page(request, take(request.member, screening_id), form, problem=_MEANWHILE)
    return _page(request, folder, form, others=others)


# The button of a language: the page is shown again in it, with what was typed.
SPEAK = "speak"


def _typed(post: QueryDict, spoken: str) -> dict[str, Any]:
    """What stands in the fields, whatever it is."""
    fields = DetailsForm.base_fields
    typed = {name: post.get(name, "")[:_MOST_KEPT] for name in fields if name in post}
    return {**typed, "language": spoken if spoken in dict(settings.LANGUAGES) else typed.get("language", "")}


def _speak(folder: Folder, language: str) -> None:
    if language in dict(settings.LANGUAGES) and language != folder.file.document.language:
        folder.file.document.language = language
        put_back(folder)


def _after(folder: Folder) -> str:
    if folder.file.conflict is None:
        return "conflict"
    return "call" if folder.file.source == CALL else "review"


def _others(folder: Folder, request: StaffRequest) -> list[Entry]:
    """What somebody else wrote on this page since it was shown."""
    changed = others_since(folder, number_of(request.POST.get("v", "")), request.member)
    return [line for line in changed if line.what == What.NAMES.value]


def _keep(folder: Folder, member: Member, form: DetailsForm) -> None:
    before, told = folder.matter, _told(form)
    language, agreed = form.cleaned_data["language"], form.cleaned_data["keep"]
    same = agreed == bool(folder.file.agreed_at)
    if same and told == before and language == folder.file.document.language:
        return
    if not same:
        folder.file.agreed_at = now() if agreed else ""
    folder.file.dropped_at = ""
    if told.parts != before.parts:
        # The check that was made was made for other names.
        folder.file.conflict = None
        enter(folder, member, What.NAMES, NAMES)
    if not same or _rest(told) != _rest(before) or language != folder.file.document.language:
        enter(folder, member, What.NAMES, CONTACT)
    folder.matter, folder.file.document.language = told, language
    put_back(folder)
    log.note(member, log.Act.CHANGED, folder.row.id, "details")


def _rest(matter: Matter) -> tuple[str, Contact]:
    return matter.court_number, matter.contact


def _page(
    request: StaffRequest,
    folder: Folder,
    form: DetailsForm,
    *,
    others: list[Entry] | None = None,
    problem: str = "",
    spoken: bool = False,
) -> HttpResponse:
    how = str(form["how"].value() or "")
    language = folder.file.document.language
    lines: list[Line] = opening_lines(language)
    context = {
        "folder": folder,
        "form": form,
        "names": [form[name] for name in ("name", "aliases", "codefendants", "lawyers", "court_number")],
        "reach": [form[name] for name in ("where", "when")],
        "ways": [(code, label, code == how) for code, label in _HOW],
        "lines": lines,
        "languages": [(code, language_name(code), code == language) for code, _ in settings.LANGUAGES],
        "ask_language": not spoken and folder.row.version == 1,
        "voice": Voice(folder.file.document.voice),
        "others": [(line.by, moment(line.at, "%H:%M")) for line in others or ()],
        "now": _shown(folder) if others else None,
        "problem": problem,
        # What others wrote meanwhile is still told after the language was changed.
        "version": number_of(request.POST.get("v", "")) if spoken else folder.row.version,
        "band": band_of(request, request.member, folder),
        "checked": folder.file.conflict is not None,
        "at": "calls",
    }
    return render(
        request, "office/calls/details.html", context, status=422 if form.errors or others or problem else 200
    )
