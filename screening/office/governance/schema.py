"""The JSON Schema of an exported screening, made from the classes that are written: it cannot fall behind.

`docs/office/handover.schema.json` is this, written out; a test compares them.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from screening.office.file.casefile import CaseFile
from screening.office.governance.exported import APART, FORMAT, VERSION
from screening.office.matter import Matter
from screening.office.models import Status


_TEXT = {"type": "string"}
_DAY = {"type": ["string", "null"], "format": "date"}
_PLAIN: dict[Any, dict[str, Any]] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Any: {},
}


def schema() -> dict[str, Any]:
    """The whole schema. A reader ignores what it does not know: newer versions add fields."""
    told = get_type_hints(CaseFile)
    file = {one.name: _of(told[one.name]) for one in fields(CaseFile) if one.name not in APART}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A screening as it leaves the office",
        "description": "Instants are ISO 8601 in UTC, days YYYY-MM-DD in California. Answers: docs/questions.md.",
        **_object(
            {
                "format": {"const": FORMAT},
                "format_version": {"const": VERSION},
                "made_at": {"type": "string", "format": "date-time"},
                "office": _object({"id": _TEXT, "name": _TEXT}),
                "screening": _screening(),
                "matter": _of(Matter),
                "document": _document(),
                "results_now": {"type": "array", "items": _result()},
                **dict(sorted(file.items())),
            }
        ),
    }


def text() -> str:
    """As it lies in the documentation."""
    return json.dumps(schema(), indent=2) + "\n"


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _screening() -> dict[str, Any]:
    return _object(
        {
            "id": _TEXT,
            "number": {
                **_TEXT,
                "description": "The first eight letters of the id, as printed and read aloud.",
            },
            "version": {
                "type": "integer",
                "description": "Counts the writes: a higher one replaces a lower.",
            },
            "status": {"enum": [status.value for status in Status]},
            "language": _TEXT,
            "created_on": {"type": "string", "format": "date"},
            "opened_on": _DAY,
            "urgency": {"enum": [0, 2, 3], "description": "3 act today, 2 soon, 0 no flag."},
            "next_deadline": _DAY,
        }
    )


def _document() -> dict[str, Any]:
    answers = {
        "type": "object",
        "additionalProperties": {"type": ["string", "array"], "items": _TEXT},
    }
    case = _object({"id": _TEXT, "answers": answers, "about": {"type": "object"}})
    return _object({"version": {"const": 1}, "you": answers, "cases": {"type": "array", "items": case}})


def _result() -> dict[str, Any]:
    """One line of `manage.py screen`."""
    return {
        "type": "object",
        "required": ["contract", "id", "law_as_of", "rules_version", "remedies"],
        "description": "One case under the law of the day of export, as `manage.py screen` prints it.",
    }


def _of(kind: Any) -> dict[str, Any]:
    if is_dataclass(kind):
        told = get_type_hints(kind)
        return _object({one.name: _of(told[one.name]) for one in fields(kind)})
    if kind in _PLAIN:
        return _PLAIN[kind]
    return _composed(get_origin(kind), get_args(kind))


def _composed(origin: Any, inner: tuple[Any, ...]) -> dict[str, Any]:
    if origin in (Union, UnionType):
        return {"anyOf": [{"type": "null"} if one is type(None) else _of(one) for one in inner]}
    if origin is list:
        return {"type": "array", "items": _of(inner[0])}
    return {"type": "object"}
