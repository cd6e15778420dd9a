"""Papers, deadlines and notes, as they are posted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from screening.office.file import log
from screening.office.file.cabinet import Folder, put_back
from screening.office.file.casefile import Deadline, PaperMark
from screening.office.file.journal import What, enter, entry
from screening.office.ids import new_id
from screening.office.review.form_values import iso_day, too_long
from screening.office.review.taking import Form, FormPosted, about, meanwhile
from screening.rules.papers import PAPERS


LONGEST_NOTE, LONGEST_PAPER_NOTE, LONGEST_WHAT = 2_000, 500, 200
# The steps of a paper, in order, as the checklist says them.
STEPS = {"asked": "Asked for", "received": "Received", "seen": "Seen"}
_NO_DAY = "{} on: write a real day, for example 2026-11-24, or leave it empty."


def _take_paper(folder: Folder, came: FormPosted) -> list[str]:
    if came["paper"] not in PAPERS:
        return ["Choose a paper from the list."]
    stands = mark_of(folder, came["paper"])
    told = {step: came.today.isoformat() if came["today"] == step else came[step] for step in STEPS}
    problems = meanwhile(folder, came, about(What.PAPER, came["paper"])) or [
        *_day_problems(told, came.today),
        *too_long("the note", came["note"], LONGEST_PAPER_NOTE),
    ]
    mark = replace(stands, **told, note=came["note"])
    known = mark in folder.file.papers
    if problems or known:
        return problems
    folder.file.papers = [one for one in folder.file.papers if one.paper != mark.paper] + [mark]
    enter(folder, came.member, What.PAPER, mark.paper, was=_days(stands), new=_days(mark))
    put_back(folder)
    log.note(came.member, log.Act.CHANGED, folder.row.id, "papers")
    return []


def mark_of(folder: Folder, paper: str) -> PaperMark:
    """Where a paper stands; empty where nothing was noted."""
    return next((one for one in folder.file.papers if one.paper == paper), PaperMark(paper))


def _days(mark: PaperMark) -> str:
    return ", ".join(f"{step} {getattr(mark, step)}" for step in STEPS if getattr(mark, step))


def _day_problems(told: Mapping[str, str], today: date) -> list[str]:
    problems = []
    for step, text in told.items():
        day = iso_day(text)
        if text and day is None:
            problems.append(_NO_DAY.format(STEPS[step]))
        elif day is not None and day > today:
            problems.append(f"{STEPS[step]} on: this day is still to come. Keep it as a deadline.")
    return problems


PAPER = Form("paper", ("paper", *STEPS, "note", "today"), _take_paper, named=("paper",))


def _take_deadline(folder: Folder, came: FormPosted) -> list[str]:
    do = _DEADLINE.get(came["do"])
    return ["Say whether to add, finish or remove a deadline."] if do is None else do(folder, came)


def _add(folder: Folder, came: FormPosted) -> list[str]:
    day = iso_day(came["day"])
    problems = _new_day_problems(day, came.today)
    if not came["what"]:
        problems.append("Write what has to happen by then.")
    problems += too_long("what has to happen", came["what"], LONGEST_WHAT)
    if problems or day is None:
        return problems
    new = Deadline(new_id(), day.isoformat(), came["what"])
    folder.file.deadlines.append(new)
    return _keep(folder, came, new.id, "", new.day, new.what)


def _new_day_problems(day: date | None, today: date) -> list[str]:
    if day is None:
        return ["Write the day as year, month and day, for example 2026-12-09."]
    return ["This day has passed. Keep it as a note."] if day < today else []


def _done(folder: Folder, came: FormPosted) -> list[str]:
    return _with_one(folder, came, lambda one: one.day if one.done else f"{one.day} done", _flip)


def _remove(folder: Folder, came: FormPosted) -> list[str]:
    return _with_one(folder, came, lambda _: "", lambda deadlines, one: deadlines.remove(one))


def _flip(_: list[Deadline], one: Deadline) -> None:
    one.done = not one.done


def _with_one(
    folder: Folder,
    came: FormPosted,
    becomes: Callable[[Deadline], str],
    change: Callable[[list[Deadline], Deadline], None],
) -> list[str]:
    """Change one that is there, unless somebody else did."""
    problems = meanwhile(folder, came, about(What.DEADLINE, came["id"]))
    one = next((one for one in folder.file.deadlines if one.id == came["id"]), None)
    if problems or one is None:
        return problems or ["This deadline is not there any more."]
    was, new = (f"{one.day} done" if one.done else one.day), becomes(one)
    change(folder.file.deadlines, one)
    return _keep(folder, came, one.id, was, new, one.what)


def _keep(folder: Folder, came: FormPosted, subject: str, was: str, new: str, what: str) -> list[str]:
    enter(folder, came.member, What.DEADLINE, subject, was=was, new=new, why=what)
    put_back(folder)
    log.note(came.member, log.Act.CHANGED, folder.row.id, "deadlines")
    return []


_DEADLINE = {"add": _add, "done": _done, "remove": _remove}
DEADLINE = Form("deadline", ("do", "id", "day", "what"), _take_deadline)


def _take_note(folder: Folder, came: FormPosted) -> list[str]:
    problems = [] if came["text"] else ["Write the note first."]
    problems += too_long("the note", came["text"], LONGEST_NOTE)
    if problems:
        return problems
    folder.file.notes.append(entry(folder, came.member, What.NOTE, why=came["text"]))
    enter(folder, came.member, What.NOTE)
    put_back(folder)
    log.note(came.member, log.Act.CHANGED, folder.row.id, "notes")
    return []


NOTE = Form("note", ("text",), _take_note)
