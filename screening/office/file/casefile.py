"""Everything else that an office keeps of a screening: answers, notes, findings, papers, what was done.

One sealed document a screening. Instants are ISO texts in UTC, days are dates as ISO texts; `by` is the
name of a member as it was then, `by_id` the member's id.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypeVar

from screening.interview import document as documents
from screening.interview.document import Document


CALL, SENT = "call", "sent"


@dataclass
class Entry:
    """One line of what was done: a code of the journal, what it was done to, and why.

    `was` and `now` are what changed, in the keys of the contract or in codes, never in words.
    """

    at: str
    by: str
    by_id: str
    what: str
    subject: str = ""
    was: str = ""
    now: str = ""
    why: str = ""
    # The version of the screening that this line came with.
    version: int = 0


@dataclass
class OwnFinding:
    """An attorney's finding beside the computed one, or beside an answer (then `remedy` is empty and
    `element` is the answer's key). The newest of one case, remedy and element counts; without a finding
    and a reason it takes back what stood there."""

    case: int
    remedy: str
    element: str
    finding: str
    reason: str
    by: str
    by_id: str
    at: str
    bar_number: str = ""


@dataclass
class PaperMark:
    """Where a paper of the checklist stands: the days on which it was asked for, came, was read."""

    paper: str
    asked: str = ""
    received: str = ""
    seen: str = ""
    note: str = ""


@dataclass
class Deadline:
    """A day that the office has to keep."""

    id: str
    day: str
    what: str
    done: bool = False


@dataclass
class KeptResult:
    """A result as it was computed, kept whole: one line of contract section 5 for each case."""

    law_as_of: str
    rules_version: str
    at: str
    by: str
    lines: list[dict[str, Any]]


@dataclass
class Decision:
    """What an attorney decided, and signed."""

    decision: str
    reason: str
    by: str
    by_id: str
    bar_number: str
    at: str


@dataclass
class ConflictCheck:
    """What the check found (numbers of screenings and the parts that matched) and what was concluded."""

    result: str
    why: str
    hits: list[str]
    by: str
    by_id: str
    at: str


# What the queue says of a call that dropped, before the time.
CALL_BACK = "Call back: the call dropped at"
# What is ticked at the end of a call; all but the second are what the caller agreed to.
KEEP, READ_BACK, CONTACT = "keep", "read_back", "contact"
TICKS = (
    (KEEP, "The caller agrees that the office keeps this"),
    (READ_BACK, "I read the summary back, and the caller says that it is right"),
    (CONTACT, "The caller agrees that the office gets in touch, as the details say"),
)


@dataclass
class WrapUp:
    """The end of a call: the next appointment, and what the caller agreed to."""

    at: str
    by: str
    read_back: bool
    consent: list[str]
    appointment: str = ""
    note: str = ""


@dataclass
class Consent:
    """What a person agreed to before sending: the version of the text, and when."""

    text_version: str
    at: str
    language: str
    helper: str = ""


@dataclass
class Hold:
    """A legal hold: nothing is erased while it stands."""

    by: str
    at: str
    why: str


@dataclass
class CaseFile:
    """The file of one screening."""

    document: Document = field(default_factory=Document)
    source: str = CALL
    assignee: str = ""
    journal: list[Entry] = field(default_factory=list)
    findings: list[OwnFinding] = field(default_factory=list)
    papers: list[PaperMark] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    results: list[KeptResult] = field(default_factory=list)
    notes: list[Entry] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    conflict: ConflictCheck | None = None
    wrap_up: WrapUp | None = None
    consent: Consent | None = None
    hold: Hold | None = None
    # When a call began, and when it was last exported to the office's own system.
    began_at: str = ""
    exported_at: str = ""
    # When the caller agreed that it is kept, asked before the first question; when the line dropped.
    agreed_at: str = ""
    dropped_at: str = ""
    # Only what opens a gate or raises an urgent flag is asked (`calls/short.py`).
    short: bool = False
    # When each member last had it open, by id: for "what changed since".
    read_at: dict[str, str] = field(default_factory=dict)
    # The version that each of them then saw.
    read_version: dict[str, int] = field(default_factory=dict)


_LISTS: dict[str, type[Any]] = {
    "journal": Entry,
    "findings": OwnFinding,
    "papers": PaperMark,
    "deadlines": Deadline,
    "results": KeptResult,
    "notes": Entry,
    "decisions": Decision,
}
_ONES: dict[str, type[Any]] = {
    "conflict": ConflictCheck,
    "wrap_up": WrapUp,
    "consent": Consent,
    "hold": Hold,
}

T = TypeVar("T")


def dump(file: CaseFile) -> bytes:
    """As it is sealed."""
    told = {one.name: _plain(getattr(file, one.name)) for one in fields(CaseFile) if one.name != "document"}
    told["document"] = documents.dump(file.document)
    return json.dumps(told, sort_keys=True).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def load(text: bytes) -> CaseFile:
    """From what was sealed. A field that an older file does not hold takes its default."""
    told: dict[str, Any] = json.loads(text)
    told["document"] = documents.load(told["document"])
    for name, kind in _LISTS.items():
        told[name] = [kind(**one) for one in told.get(name, [])]
    for name, kind in _ONES.items():
        told[name] = kind(**told[name]) if told.get(name) else None
    return CaseFile(**told)
