"""Where a posted question leads: on, back, to another question, to the wrap-up, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, QueryDict

from screening.office.calls.answering import Taken
from screening.office.calls.locked import FROM, WRAP_UP, question_url, where_it_stands, wrap_up_url
from screening.office.calls.short import add_case, may_add_case, next_asked
from screening.office.calls.steps import Step, before, found, step_at, steps_of
from screening.office.file.cabinet import Folder


# What a button asks for, and where a jump goes.
DO, JUMP, NOTICES = "do", "to", "n"
# Enter in a field: it goes on, from the jump field to what was typed there.
ENTER = "enter"
KEYS_OFF = "call_keys_off"
# Why a page is shown again, as it stands in the address.
SAID = {
    "none": "No question has this number or word.",
    "gone": "That question is no longer asked. Nothing was written.",
    "other": "That page belonged to another call. Nothing was written. Look at the letter and the name above.",
    "again": "Somebody else was writing. Nothing was written. Press it once more.",
}


@dataclass(frozen=True)
class Move:
    """What is decided by: the request, the opened call, the question and what became of its answer.

    `pressed`: an answer's button sent the form."""

    request: HttpRequest
    folder: Folder
    step: Step
    taken: Taken
    pressed: bool = False

    @property
    def jump_to(self) -> str:
        """Where the jump field leads, if it was used: another button leaves it alone."""
        used = self.request.POST.get(DO, "") in (ENTER, "jump", "") and not self.pressed
        return sought(self.request.POST) if used else ""

    @property
    def screening_id(self) -> str:
        """Whose call it is."""
        return self.folder.row.id

    @property
    def here(self) -> str:
        """The same question again."""
        address = question_url(self.screening_id, self.step)
        return f"{address}?{FROM}={WRAP_UP}" if self.from_wrap_up else address

    @property
    def from_wrap_up(self) -> bool:
        """Was it opened from the wrap-up? Then going on leads there again."""
        return self.request.POST.get(FROM) == WRAP_UP

    def to(self, step: Step | None) -> str:
        """The address of a question; of this one where there is none."""
        return question_url(self.screening_id, step) if step else self.here


def sought(post: QueryDict) -> str:
    """The question whose button was pressed, else what was typed into the jump field after them."""
    return next((text[:100] for text in post.getlist(JUMP) if text.strip()), "")


def jump(folder: Folder, text: str, here: Step | None) -> Step | None:
    """The question of a number, a word, or a case and a step's name ("1-40b")."""
    steps = steps_of(folder.file.document)
    case, _, name = text.partition("-")
    exact = step_at(steps, int(case), name) if case.isdecimal() and len(case) < 3 else None
    return exact or found(steps, text, here.number if here else 0)


def where_to(move: Move) -> str:
    """The address that follows a posted question."""
    if move.taken.told:
        return move.here
    if move.jump_to:
        return _jumped(move, move.jump_to)
    return _MOVES.get(move.request.POST.get(DO, ""), _stay)(move)


def _jumped(move: Move, text: str) -> str:
    step = jump(move.folder, text, move.step)
    if step is None:
        return question_url(move.screening_id, move.step) + "?said=none"
    _read_out(move)
    return move.to(step)


def _stay(move: Move) -> str:
    return move.here


def _on(move: Move) -> str:
    if move.taken.problem:
        return move.here
    _read_out(move)
    if move.from_wrap_up:
        return wrap_up_url(move.screening_id)
    steps = steps_of(move.folder.file.document)
    here = step_at(steps, *move.step.address)
    if here is None:
        return where_it_stands(move.folder)
    step = next_asked(move.folder, steps, here.number)
    return move.to(step) if step else wrap_up_url(move.screening_id, here)


def _back(move: Move) -> str:
    """The question before; a case that was added and not begun is taken back."""
    _read_out(move)
    document = move.folder.file.document
    steps = steps_of(document)
    here = step_at(steps, *move.step.address)
    step = before(steps, here) if here else None
    if step and step.case < move.step.case:
        document.drop_empty_case(move.step.case)
    return move.to(step)


def _wrap_up(move: Move) -> str:
    return wrap_up_url(move.screening_id, move.step)


def _add_case(move: Move) -> str:
    return move.to(add_case(move.folder)) if may_add_case(move.folder.file.document) else move.here


def _long(move: Move) -> str:
    move.folder.file.short = False
    return _on(move)


def _language(move: Move) -> str:
    language = move.request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        move.folder.file.document.language = language
    return move.here


def _keys(move: Move) -> str:
    move.request.session[KEYS_OFF] = not move.request.session.get(KEYS_OFF, False)
    return move.here


def _read_out(move: Move) -> None:
    """Leaving a screen: the notices that stood on it were read out."""
    shown = move.request.POST.get(NOTICES, "").split()
    document = move.folder.file.document
    document.notices = [code for code in document.notices if code not in shown]


_MOVES: dict[str, Callable[[Move], str]] = {
    ENTER: _on,
    "on": _on,
    "back": _back,
    "wrap_up": _wrap_up,
    "add_case": _add_case,
    "long": _long,
    "language": _language,
    "keys": _keys,
}
