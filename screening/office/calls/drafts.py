"""What a member typed and could not be kept as an answer: it waits in the file, for that member alone."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from screening.interview.document import Document
from screening.office.calls.about import Told
from screening.office.calls.steps import Step


@dataclass(frozen=True)
class Draft:
    """The fields of a question as they came. `version` is the one they were typed over, `pressed` the value
    of the button that sent them, if it was an answer's."""

    version: int
    told: Told
    typed: list[str] = field(default_factory=list)
    pressed: str = ""


def draft_of(document: Document, step: Step, member_id: str) -> Draft | None:
    """What waits for this member."""
    kept = document.cases[step.case - 1].drafts.get(_name(step, member_id))
    if not kept:
        return None
    stored = json.loads(kept[0])
    return Draft(**{**stored, "told": Told(**stored["told"])})


def put_draft(document: Document, step: Step, member_id: str, draft: Draft) -> None:
    """Keep it, in place of an earlier one."""
    drafts = document.cases[step.case - 1].drafts
    drafts[_name(step, member_id)] = [json.dumps(asdict(draft))]


def drop_draft(document: Document, step: Step, member_id: str) -> bool:
    """It is an answer now. True where there was one."""
    drafts = document.cases[step.case - 1].drafts
    return drafts.pop(_name(step, member_id), None) is not None


def _name(step: Step, member_id: str) -> str:
    # No key of the contract holds a space, so that the public form never takes it for its own draft.
    return f"{step.key} {member_id}"
