"""The version moves with the law and never with its words; the digest with every answer."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import date

import pytest

from screening.rules import version
from screening.rules.authorities import AUTHORITIES
from screening.rules.element import Element, Line, Remedy
from screening.rules.facts import FACTS
from screening.rules.finding import Finding
from screening.rules.flags.every import LISTS, URGENT
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text
from screening.rules.version import canonical, coined_names, digest, plain, rules_version, structure
from tests.rules.ask import AS_OF, answers


A1 = REMEDIES[0]
FIRST = A1.elements[0]


def fingerprint() -> str:
    """The hash of the structure as it stands now."""
    return hashlib.sha256(canonical(structure())).hexdigest()


def _use(monkeypatch: pytest.MonkeyPatch, changed: Remedy) -> None:
    monkeypatch.setattr(version, "REMEDIES", (changed, *REMEDIES[1:]))


def _with_element(changed: Element) -> Remedy:
    return replace(A1, elements=(changed, *A1.elements[1:]))


def _with_line(**changes: object) -> Remedy:
    line: Line[Finding] = replace(FIRST.lines[0], **changes)  # type: ignore[arg-type]
    return _with_element(replace(FIRST, lines=(line, *FIRST.lines[1:])))


def test_the_version_is_a_calendar_version_and_a_hash_of_the_rules() -> None:
    assert re.fullmatch(r"20\d\d\.\d\d\+[0-9a-f]{12}", rules_version())
    calendar, hashed = rules_version().split("+")
    assert calendar == version.CALENDAR_VERSION
    assert fingerprint().startswith(hashed)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(A1, title=Text("new"), plain=Text("new")), id="the words of a remedy"),
        pytest.param(
            _with_element(
                replace(FIRST, title=Text("new"), plain=Text("new"), unknown=Text("new"), change=Text("new"))
            ),
            id="the words of an element",
        ),
        pytest.param(_with_line(because=Text("new"), change=Text("new")), id="the words of a reading"),
    ],
)
def test_a_new_wording_moves_no_version(changed: Remedy, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    _use(monkeypatch, changed)
    assert fingerprint() == before


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(A1, began=replace(A1.began, day=date(2018, 1, 1))), id="a day in force"),
        pytest.param(replace(A1, changes=()), id="what it reaches later"),
        pytest.param(replace(A1, ground="race_bias", no_ground=A1.plain), id="a ground"),
        pytest.param(replace(A1, cite="PC 1"), id="a citation"),
        pytest.param(replace(A1, elements=A1.elements[1:]), id="an element left out"),
        pytest.param(_with_element(replace(FIRST, gate=False)), id="a gate opened"),
        pytest.param(_with_element(replace(FIRST, lines=FIRST.lines[1:])), id="a reading left out"),
        pytest.param(_with_element(replace(FIRST, lines=FIRST.lines[::-1])), id="readings in another order"),
        pytest.param(_with_element(replace(FIRST, points=())), id="an authority"),
        pytest.param(_with_element(replace(FIRST, proof=())), id="a proof"),
        pytest.param(_with_line(finding=Finding.CONTESTED), id="a finding"),
        pytest.param(_with_line(when=FIRST.lines[1].when), id="a condition"),
        pytest.param(_with_line(points=()), id="an authority of a reading"),
    ],
)
def test_a_changed_law_moves_the_version(changed: Remedy, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    _use(monkeypatch, changed)
    assert fingerprint() != before


def test_a_changed_flag_moves_the_version_and_its_words_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    before, flag = fingerprint(), URGENT[0]
    monkeypatch.setitem(LISTS, "urgent", (replace(flag, client=Text("new")), *URGENT[1:]))
    assert fingerprint() == before
    for changed in (
        replace(flag, code="new"),
        replace(flag, when=URGENT[1].when),
        replace(flag, california_only=True),
        replace(flag, authorities=()),
    ):
        monkeypatch.setitem(LISTS, "urgent", (changed, *URGENT[1:]))
        assert fingerprint() != before


def test_the_structure_names_everything_that_a_result_can_show() -> None:
    shown = structure()
    assert list(shown) == [
        "remedies",
        "immigration_conviction",
        "urgent",
        "before_filing",
        "also_consider",
        "names",
        "authorities",
    ]
    a1 = json.loads(canonical(shown))["remedies"][0]
    assert a1["remedy"] == "pc1473_7_a1"
    assert a1["in_force"] == "2017-01-01"
    assert a1["later"] == [{"when": "disposition is trial", "in_force": "2022-01-01"}]
    gate = a1["elements"][0]
    assert gate["gate"] is True
    assert gate["readings"][0] == {
        "finding": "met",
        "when": "citizenship is noncitizen",
        "authorities": ["pc1473_7 (f)(1) (former (e)(1)) [V]", "pc1016_5 (b) [V]"],
    }
    assert gate["readings"][-1]["finding"] == "unknown"
    authority = json.loads(canonical(shown))["authorities"]["pc1016_5"]
    assert authority["cite"] == "PC 1016.5"
    assert authority["mark"] == "[V]"
    assert authority["points"]["(c)"] == "[V]"


def test_the_digest_is_of_the_answers_the_day_and_the_version() -> None:
    given = answers(ties=["us_family", "came_as_child"], disposition_date="2003", county="kern")
    what = {
        "answers": {
            "county": "Kern",
            "disposition_date": "2003",
            "ties": ["came_as_child", "us_family"],
        },
        "law_as_of": "2026-11-24",
        "rules_version": rules_version(),
    }
    written = json.dumps(what, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    assert digest(given, AS_OF) == hashlib.sha256(written).hexdigest()


def test_the_digest_moves_with_each_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    given = answers(court="california")
    first = digest(given, AS_OF)
    assert digest(answers(court="federal"), AS_OF) != first
    assert digest(answers(court="california", juvenile="unsure"), AS_OF) != first
    assert digest(given, date(2026, 11, 25)) != first
    monkeypatch.setattr(version, "rules_version", lambda: "another")
    assert digest(given, AS_OF) != first


def test_canonical_json_is_the_same_for_the_same_data() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == b'{"a":null,"b":[1,"\xc3\xa9"]}'


def test_answers_are_plain_as_json_holds_them() -> None:
    given = answers(ties=["us_family", "came_as_child"], disposition_date="2003-07", court="unsure")
    assert plain(given.values) == {
        "court": "unsure",
        "disposition_date": "2003-07",
        "ties": ["came_as_child", "us_family"],
    }


def test_a_short_citation_is_a_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    monkeypatch.setitem(AUTHORITIES, "vivar", replace(AUTHORITIES["vivar"], short="People v. V."))
    assert fingerprint() == before
    monkeypatch.setitem(AUTHORITIES, "vivar", replace(AUTHORITIES["vivar"], cite="People v. V."))
    assert fingerprint() != before


def test_what_is_named_by_its_own_words_is_not_explained_again() -> None:
    names = coined_names()
    assert "a removal order" in names
    assert not any(name.removesuffix(" is not known") in FACTS for name in names)
    assert not any(name.startswith("possibly ") for name in names)
