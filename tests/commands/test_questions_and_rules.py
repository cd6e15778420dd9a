"""`manage.py questions` and `manage.py rules`: everything stands there, and the hash is of what is printed."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from screening.questions.route import ORDER
from screening.questions.steering import fact_of
from screening.questions.wording import ALL_QUESTIONS
from screening.rules.authorities import AUTHORITIES
from screening.rules.facts import Kind
from screening.rules.remedies import REMEDIES
from screening.rules.version import canonical, rules_version, structure


DOCS = Path(__file__).parent.parent.parent / "docs"


def printed(command: str, form: str) -> str:
    out = io.StringIO()
    call_command(command, "--format", form, stdout=out)
    return out.getvalue()


def test_questions_lists_every_question_in_the_order_of_asking_with_all_its_words() -> None:
    rows: list[dict[str, Any]] = json.loads(printed("questions", "json"))
    assert [row["key"] for row in rows] == list(ORDER)
    for row in rows:
        assert all(
            row[name] for name in ("wording", "short", "why", "where", "when_asked", "page", "part")
        ), row
        fact = fact_of(row["key"])
        if fact.kind in (Kind.ONE, Kind.SEVERAL):
            assert [value["value"] for value in row["values"]] == list(fact.all_values)
        assert all(value["label"] for value in row["values"])


def test_when_asked_names_the_parent_and_the_condition() -> None:
    rows = {row["key"]: row for row in json.loads(printed("questions", "json"))}
    assert rows["travel_date"]["when_asked"] == "where upcoming is answered travel"
    assert rows["advisement_verbatim"]["when_asked"].startswith("while PC 1016.5 is still possible")
    assert rows["court"]["when_asked"] == "always"


def test_questions_markdown_names_every_question() -> None:
    text = printed("questions", "markdown")
    assert all(f"`{key}`" in text for key in ALL_QUESTIONS)


def test_rules_json_without_its_words_is_what_the_version_is_a_hash_of() -> None:
    data = json.loads(printed("rules", "json"))
    version, words = data.pop("rules_version"), data.pop("words")
    assert version == rules_version()
    assert version.endswith("+" + hashlib.sha256(canonical(data)).hexdigest()[:12])
    for remedy in REMEDIES:
        said = words["remedies"][remedy.id]
        assert said["statute"].startswith("Penal Code")
        assert list(said["elements"]) == [element.id for element in remedy.elements]
        for element, row in zip(remedy.elements, said["elements"].values(), strict=True):
            assert len(row["readings"]) == len(element.lines) + 1


def test_rules_carry_gates_readings_marks_and_days_in_force() -> None:
    data = json.loads(printed("rules", "json"))
    first = data["remedies"][0]
    assert first["in_force"] == "2017-01-01"
    assert first["later"] == [{"when": "disposition is trial", "in_force": "2022-01-01"}]
    assert first["elements"][0]["gate"] is True
    assert {"finding", "when", "authorities"} <= set(first["elements"][0]["readings"][0])
    marks = {mark for authority in data["authorities"].values() for mark in authority["points"].values()}
    assert marks == {"[V]", "[V-2]", "[M]"}


def test_rules_markdown_names_every_element_and_every_authority_that_is_used() -> None:
    text = printed("rules", "markdown")
    for remedy in REMEDIES:
        for element in remedy.elements:
            assert f"(`{element.id}`" in text
    used = {line.split()[0] for line in _authorities_of(structure())}
    assert len(used) > 40
    assert [name for name in used if AUTHORITIES[name].cite.split("{")[0] not in text] == []


def _authorities_of(part: object) -> Iterator[str]:
    """Each `authority point mark` that readings and flags name, wherever it stands in the structure."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "authorities" and isinstance(value, list):
                yield from value
            yield from _authorities_of(value)
    elif isinstance(part, list):
        for value in part:
            yield from _authorities_of(value)


@pytest.mark.parametrize("command", ["rules", "questions"])
def test_the_copy_in_docs_is_fresh(command: str) -> None:
    # Made by `manage.py rules > docs/rules.md` and `manage.py questions > docs/questions.md`.
    assert (DOCS / f"{command}.md").read_text() == printed(command, "markdown")
