"""The form of the page "Send this to an office", as the shared field templates draw it. Nothing is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_bidi, gettext

from screening.office.models import Office
from screening.office.sending import letter
from screening.office.sending.letter import Letter
from screening.questions.fields import Field, Option, Problem


# Where to choose one of several offices, and a button of the form.
OFFICE = "o"
# Around a name whose letters may run the other way: first strong isolate, and its end.
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True)
class Form:
    """The questions of the page in their groups, and what to fix among them."""

    names: tuple[Field, ...]
    contact: Field
    helper: Field
    consent: Field
    problems: tuple[Problem, ...]


def build_form(read: Letter, office: Office, *, to_fix: bool) -> Form:
    """What was typed before stands in it; what is wrong with it is said only once it came to be sent."""
    drawn = _Drawn(read, read.problems if to_fix else {})
    return Form(
        names=_names(drawn),
        contact=_contact(drawn),
        helper=_helper(drawn),
        consent=_consent(drawn, office),
        problems=tuple(Problem(name, text) for name, text in drawn.problems.items()),
    )


def office_choice(listed: Sequence[Office], *, to_fix: bool) -> tuple[Field, tuple[Problem, ...]]:
    """Which office? None is ticked."""
    problem = gettext("Choose an office.") if to_fix else ""
    options = tuple(
        Option(office.id, office.name, _where(office), checked=False, apart=False) for office in listed
    )
    asked = Field(OFFICE, "one", gettext("Which office?"), "", problem, "", options)
    return asked, (Problem(OFFICE, problem),) if problem else ()


def _where(office: Office) -> str:
    return " · ".join(isolated(part) for part in (office.address, office.phone) if part)


def isolated(text: str) -> str:
    """In a right-to-left sentence a name keeps its own direction."""
    return f"{_ISOLATE}{text}{_END}" if get_language_bidi() else text


@dataclass(frozen=True)
class _Drawn:
    read: Letter
    problems: dict[str, str]

    def text(self, name: str, legend: str, hint: str = "", kind: str = "text") -> Field:
        typed = self.read.typed.get(name, [""])[0]
        return Field(name, kind, legend, hint, self.problems.get(name, ""), "", text=typed)

    def lines(self, name: str, legend: str, hint: str) -> Field:
        return self.text(name, legend, hint, kind="lines")

    def ticks(self, name: str, legend: str, options: tuple[Option, ...], hint: str = "") -> Field:
        return self._choice(name, "several", legend, options, hint)

    def one(self, name: str, legend: str, options: tuple[Option, ...], hint: str = "") -> Field:
        return self._choice(name, "one", legend, options, hint)

    def _choice(self, name: str, kind: str, legend: str, options: tuple[Option, ...], hint: str) -> Field:
        return Field(name, kind, legend, hint, self.problems.get(name, ""), "", options)

    def option(self, name: str, number: str, label: str, *under: Field, note: str = "") -> Option:
        ticked = number in self.read.typed.get(name, [])
        return Option(number, label, note, ticked, False, "opens" if under else "", under)


def _names(drawn: _Drawn) -> tuple[Field, ...]:
    one_a_line = gettext("Write one name on each line. You can leave it empty.")
    return (
        drawn.text(
            letter.NAME,
            gettext("What is your name?"),
            gettext("Best is the name on the court papers. The office looks for it in its old cases."),
        ),
        drawn.lines(letter.ALIASES, gettext("Other names that you use or used"), one_a_line),
        drawn.lines(
            letter.CODEFENDANTS, gettext("Other people who were charged in the same case"), one_a_line
        ),
        drawn.lines(letter.LAWYERS, gettext("Your lawyer in the old case"), one_a_line),
    )


def _contact(drawn: _Drawn) -> Field:
    name = letter.HOW
    by_phone = (
        drawn.text(letter.PHONE, gettext("Phone number")),
        drawn.text(letter.WHEN, gettext("When is a good time?"), gettext("You can leave it empty.")),
        drawn.ticks(
            letter.SAFE,
            gettext("What is safe?"),
            (
                drawn.option(letter.SAFE, letter.VOICEMAIL, gettext("The office may leave a voicemail")),
                drawn.option(letter.SAFE, letter.SAY_WHO, gettext("The office may say who is calling")),
            ),
            gettext("Does somebody else use this phone? Then tick nothing."),
        ),
    )
    by_email = (
        drawn.text(letter.EMAIL, gettext("E-mail address")),
        drawn.ticks(
            letter.SAFE_EMAIL,
            gettext("What is safe?"),
            (drawn.option(letter.SAFE_EMAIL, letter.SAY_WHO, gettext("The e-mail may say who is writing")),),
            gettext("Does somebody else read your e-mail? Then tick nothing."),
        ),
    )
    return drawn.one(
        name,
        gettext("How do you want to talk with the office?"),
        (
            drawn.option(name, letter.BY_PHONE, gettext("The office calls me"), *by_phone),
            drawn.option(name, letter.BY_EMAIL, gettext("The office writes me an e-mail"), *by_email),
            drawn.option(name, letter.PERSON_CALLS, gettext("I call the office")),
        ),
    )


def _helper(drawn: _Drawn) -> Field:
    name = letter.HELPER
    said = (
        ("1", gettext("No, I did it alone")),
        ("2", gettext("Somebody translated for me")),
        ("3", gettext("Somebody helped me in another way")),
        ("4", gettext("I’d rather not say")),
    )
    return drawn.one(
        name,
        gettext("Did somebody help you, or read along?"),
        tuple(drawn.option(name, number, label) for number, label in said),
        gettext("What you tell a lawyer is secret. Another person who is there can change that."),
    )


def _consent(drawn: _Drawn, office: Office) -> Field:
    agreed = gettext("Yes, send all that this page shows and what I wrote on it to {office}.")
    label = agreed.format(office=isolated(office.name))
    return drawn.ticks(
        letter.CONSENT, gettext("Do you want to send it?"), (drawn.option(letter.CONSENT, letter.YES, label),)
    )
