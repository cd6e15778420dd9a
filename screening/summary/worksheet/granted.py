"""Where a motion is filed, what its order has to say, and what it does not do: the notes a case calls for."""

from __future__ import annotations

from screening.questions.wording import say
from screening.rules.afterwards import AFTERWARDS
from screening.rules.beside import Afterwards
from screening.rules.finding import Result
from screening.rules.remedies import REMEDIES
from screening.rules.remedies.filing import MOTION
from screening.summary.page.worksheet_rows import Note
from screening.summary.worksheet.court_forms import living


_NOTHING = Note("No motion", "On these answers every law here is ruled out or was not raised.")


def notes(result: Result) -> tuple[Note, ...]:
    """The notes that these outcomes call for."""
    laws = [remedy for remedy in REMEDIES if living(result, remedy.id)]
    wanted = {law.order.id for law in laws if law.order}
    if any(law.form is MOTION for law in laws):
        wanted |= {"where", "charges_return"}
    if "reopening_risk" in result.before_filing:
        wanted.add("reopening_risk")
    return tuple(_note(after) for name, after in AFTERWARDS.items() if name in wanted) or (_NOTHING,)


def _note(after: Afterwards) -> Note:
    return Note(say(after.title), say(after.says), after.points)
