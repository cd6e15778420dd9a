"""Where a motion is filed, what its order has to say, and what it does not do: the notes a case calls for."""

from __future__ import annotations

from screening.questions.wording import say
from screening.rules.afterwards import AFTERWARDS
from screening.rules.finding import Result
from screening.summary.page.worksheet_rows import Note
from screening.summary.worksheet.court_forms import living


_NOTHING = Note("No motion", "On these answers every law here is ruled out or was not raised.")


def notes(result: Result) -> tuple[Note, ...]:
    """The notes that these outcomes call for."""
    motion = any(living(result, one.remedy) for one in result.remedies if one.remedy != "pc1203_43")
    names_a1 = "order_must_name_a1" in result.also_consider
    wanted = {
        "where": motion,
        "order": names_a1,
        "order_1203_43": living(result, "pc1203_43"),
        "reopening_risk": "reopening_risk" in result.urgent,
        "charges_return": motion,
    }
    return tuple(_note(name) for name, stands in wanted.items() if stands) or (_NOTHING,)


def _note(name: str) -> Note:
    after = AFTERWARDS[name]
    return Note(say(after.title), say(after.says), after.points)
