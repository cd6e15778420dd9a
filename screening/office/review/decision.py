"""Deciding and signing. A decision is never changed: a later one stands beside it."""

from __future__ import annotations

import re

from screening.office.file import log
from screening.office.file.cabinet import Folder, put_back
from screening.office.file.casefile import Decision
from screening.office.file.journal import What, enter
from screening.office.file.journal import now as this_instant
from screening.office.file.statuses import change_status
from screening.office.models import Member, Status
from screening.office.review.form_values import too_long
from screening.office.review.paper import DECISIONS
from screening.office.review.results import keep_result
from screening.office.review.taking import Form, FormPosted, any_of, meanwhile


LONGEST_REASON = 1_000
_STATUS = {
    "accept": Status.ACCEPTED,
    "papers": Status.NEEDS_PAPERS,
    "refer": Status.REFERRED,
    "decline": Status.DECLINED,
}
# What somebody who signs must have read.
_READ_FIRST = (
    What.ANSWER,
    What.NAMES,
    What.CONFLICT,
    What.STATUS,
    What.FINDING,
    What.PAPER,
    What.NOTE,
    What.DECISION,
)
_BAR_NUMBER = re.compile(r"\d{3,8}", re.ASCII)


def _take(folder: Folder, came: FormPosted) -> list[str]:
    problems = meanwhile(folder, came, any_of(_READ_FIRST)) or _problems(came)
    if problems:
        return problems
    member, decision = came.member, came["decision"]
    folder.file.decisions.append(
        Decision(decision, came["reason"], member.name, member.id, _bar(came), this_instant())
    )
    keep_result(folder, member, came.today)
    enter(folder, member, What.DECISION, new=decision, why=came["reason"])
    enter(folder, member, What.RESULT)
    change_status(folder, member, _STATUS[decision].value, came["reason"])
    log.note(member, log.Act.DECIDED, folder.row.id)
    return []


def _bar(came: FormPosted) -> str:
    return came["bar_number"].replace(" ", "")


def _problems(came: FormPosted) -> list[str]:
    problems = [] if came["decision"] in DECISIONS else ["Choose what you decide."]
    if not came["reason"]:
        problems.append("Write the reason. One sentence is enough.")
    problems += too_long("the reason", came["reason"], LONGEST_REASON)
    return problems + _signature_problems(came)


def _signature_problems(came: FormPosted) -> list[str]:
    problems = []
    if not _same_name(came["name"], came.member):
        problems.append(f"To sign, write your name as your account has it: {came.member.name}.")
    if not _BAR_NUMBER.fullmatch(_bar(came)):
        problems.append("Write your State Bar number, digits only.")
    elif came.member.bar_number not in ("", _bar(came)):
        problems.append("This is not the State Bar number of your account. An administrator can change that.")
    return problems


def _same_name(typed: str, member: Member) -> bool:
    return " ".join(typed.split()).casefold() == " ".join(member.name.split()).casefold()


DECISION = Form("decision", ("decision", "reason", "name", "bar_number"), _take, page="decide", then="review")


def _take_rescreen(folder: Folder, came: FormPosted) -> list[str]:
    problems = meanwhile(folder, came, any_of((What.ANSWER, What.RESULT)))
    if problems:
        return problems
    keep_result(folder, came.member, came.today)
    enter(folder, came.member, What.RESULT)
    put_back(folder)
    log.note(came.member, log.Act.CHANGED, folder.row.id, "result")
    return []


RESCREEN = Form("result", (), _take_rescreen, page="rescreen", then="rescreen")
