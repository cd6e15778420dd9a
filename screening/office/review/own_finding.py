"""An attorney's own finding on an element or beside an answer, as it is posted."""

from __future__ import annotations

from dataclasses import dataclass

from screening.office.file import log
from screening.office.file.cabinet import Folder, put_back
from screening.office.file.casefile import OwnFinding
from screening.office.file.journal import What, enter
from screening.office.file.journal import now as this_instant
from screening.office.review.form_values import number_of, too_long
from screening.office.review.journal_lines import names_key
from screening.office.review.taking import Form, FormPosted, about, meanwhile
from screening.rules.element import Element
from screening.rules.facts import FACTS
from screening.rules.remedies import REMEDIES
from screening.summary.page.overlay import may_be_found


LONGEST_REASON = 1_000
_ELEMENTS: dict[tuple[str, str], Element] = {
    (remedy.id, element.id): element for remedy in REMEDIES for element in remedy.elements
}


@dataclass(frozen=True)
class Target:
    """What a finding is about: an element of a law, or an answer (`remedy` empty, `element` its key)."""

    case: int
    remedy: str
    element: str

    @property
    def subject(self) -> str:
        """As the journal names it."""
        return f"{self.case}:{self.remedy}:{self.element}"

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be found. Only a gate may be "not met"."""
        found = _ELEMENTS.get((self.remedy, self.element))
        if found is not None:
            return tuple(finding.value for finding in may_be_found(found.gate))
        return FACTS[self.element].all_values

    @property
    def keys(self) -> tuple[str, ...]:
        """The answers that it looks at."""
        found = _ELEMENTS.get((self.remedy, self.element))
        return (self.element,) if found is None else found.keys

    def newest(self, folder: Folder) -> OwnFinding | None:
        """The finding that stands, unless it was taken back."""
        mine = [one for one in folder.file.findings if (one.case, one.remedy, one.element) == self.place]
        return mine[-1] if mine and (mine[-1].finding or mine[-1].reason) else None

    @property
    def place(self) -> tuple[int, str, str]:
        """As a stored finding holds it."""
        return self.case, self.remedy, self.element


def _take(folder: Folder, came: FormPosted) -> list[str]:
    target = _target(folder, came)
    if target is None:
        return ["This element or answer is not there any more. Look at the page as it stands now."]
    stands = target.newest(folder)
    withdraws = bool(came["withdraw"])
    problems = _others(folder, came, target) or ([] if withdraws else _problems(target, came))
    if problems or (withdraws and stands is None):
        return problems
    finding, reason = ("", "") if withdraws else (came["finding"], came["reason"])
    _keep(folder, came, target, finding, reason)
    return []


def _target(folder: Folder, came: FormPosted) -> Target | None:
    target = Target(number_of(came["case"], 3), came["remedy"], came["element"])
    document = folder.file.document
    if target.case not in document.numbers():
        return None
    if target.remedy:
        return target if (target.remedy, target.element) in _ELEMENTS else None
    return target if target.element in document.contract(target.case) else None


def _others(folder: Folder, came: FormPosted, target: Target) -> list[str]:
    """Another finding on the same, or another answer under it, since the page was shown."""
    same = about(What.FINDING, target.subject)
    return meanwhile(folder, came, lambda line: same(line) or names_key(line, target.keys))


def _problems(target: Target, came: FormPosted) -> list[str]:
    problems = [] if came["reason"] else ["Write the reason. One sentence is enough."]
    problems += too_long("the reason", came["reason"], LONGEST_REASON)
    finding = came["finding"]
    if target.remedy and not finding:
        problems.insert(0, "Choose your finding.")
    elif finding and finding not in target.choices:
        problems.insert(0, "Choose a finding from the list. Only a gate may be “not met”.")
    return problems


def _keep(folder: Folder, came: FormPosted, target: Target, finding: str, reason: str) -> None:
    stands, member = target.newest(folder), came.member
    folder.file.findings.append(
        OwnFinding(*target.place, finding, reason, member.name, member.id, this_instant(), member.bar_number)
    )
    was = stands.finding if stands else ""
    enter(folder, member, What.FINDING, target.subject, was=was, new=finding, why=reason)
    put_back(folder)
    log.note(member, log.Act.FOUND, folder.row.id)


FINDING = Form(
    "finding",
    ("case", "remedy", "element", "finding", "reason", "withdraw"),
    _take,
    named=("case", "remedy", "element"),
)
