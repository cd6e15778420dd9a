"""Results of the decided cases, as `screen` writes them, and hands that change one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from screening.rules.evaluate import evaluate
from screening.rules.record import parse_answers
from screening.rules.version import canonical
from screening.summary.as_json.result_json import result_json


Line = dict[str, Any]
CASES = Path(__file__).resolve().parents[2] / "screening" / "law" / "cases"
THEN, NOW = date(2016, 6, 1), date(2026, 11, 24)
OLD_RULES = "2025.03+0123456789ab"


@cache
def decided() -> Mapping[str, Mapping[str, object]]:
    """The answers of every decided case, by its id."""
    cases = yaml.safe_load((CASES / "appellate.yaml").read_text(encoding="utf-8"))["cases"]
    return {case["id"]: case["answers"] for case in cases}


def result(record: str, day: date = NOW, **other: object) -> Line:
    """The line of one decided case, with `other` answers laid over its own."""
    return line_of(record, {**decided()[record], **other}, day)


def line_of(record: str, answers: Mapping[str, object], day: date = NOW) -> Line:
    """The line of any record."""
    found: Line = json.loads(json.dumps(result_json(record, evaluate(parse_answers(answers), day))))
    return found


def but(line: Line, change: Callable[[Line], object]) -> Line:
    """A copy that somebody changed."""
    changed = copy.deepcopy(line)
    change(changed)
    return changed


def of_old_rules(line: Line) -> Line:
    """As if older rules had made it; its digest fits."""
    old = {**copy.deepcopy(line), "rules_version": OLD_RULES}
    what = {key: old[key] for key in ("answers", "law_as_of", "rules_version")}
    return {**old, "digest": sha256(canonical(what)).hexdigest()}


def text_of(lines: Iterable[object]) -> str:
    """A file of them."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def summary_of(*lines: Line, **made: object) -> Line:
    """A `summary.json` of these results."""
    how = {"for": "attorney", "language": "en", "version": "full", "office": False, **made}
    return {"summary": 1, "made": how, "results": list(lines)}
