"""The rules stay plain: no clock, no files, no words built by hand, and nothing that promises."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screening.rules.authorities import AUTHORITIES
from screening.rules.condition import Condition, OfDays
from screening.rules.day import Day
from screening.rules.element import Element, Line, Remedy
from screening.rules.facts import FACTS
from screening.rules.finding import Finding
from screening.rules.flags.every import FLAGS
from screening.rules.immigration import LINES
from screening.rules.papers import PAPERS
from screening.rules.remedies import REMEDIES
from screening.rules.text import Text


RULES = Path(__file__).parents[2] / "screening" / "rules"
FILES = sorted(RULES.rglob("*.py"))
TREES = {file.relative_to(RULES).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in FILES}
each_file = pytest.mark.parametrize("tree", TREES.values(), ids=TREES.keys())

FORBIDDEN_WORDS = re.compile(r"eligib|qualif|you will win|no case\b|guarantee", re.IGNORECASE)


def _all(tree: ast.Module, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, kinds))


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func)


def test_every_file_of_the_rules_is_looked_at() -> None:
    assert {"evaluate.py", "remedies/timely.py", "papers.py"} <= set(TREES)


@each_file
def test_no_sentence_is_put_together_by_hand(tree: ast.Module) -> None:
    assert [ast.unparse(node) for node in _all(tree, ast.JoinedStr)] == []
    percents = [node for node in _all(tree, ast.BinOp) if isinstance(getattr(node, "op", None), ast.Mod)]
    assert [ast.unparse(node) for node in percents] == []


@each_file
def test_nothing_is_imported_but_the_standard_library_and_the_rules(tree: ast.Module) -> None:
    names = [alias.name for node in _all(tree, ast.Import) for alias in getattr(node, "names", [])]
    names += [getattr(node, "module", None) or "." for node in _all(tree, ast.ImportFrom)]
    strange = [
        name
        for name in names
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("screening.rules")
    ]
    assert strange == []


@each_file
def test_nothing_reads_a_clock_or_a_file(tree: ast.Module) -> None:
    called = {_called(call) for call in _calls(tree)}
    last = {name.rsplit(".", 1)[-1] for name in called}
    assert last.isdisjoint({"today", "now", "utcnow", "time", "open", "read_text", "write_text", "print"})
    imported = {ast.unparse(node) for node in _all(tree, ast.Import, ast.ImportFrom)}
    assert not [line for line in imported if re.search(r"\b(time|os|pathlib|random|socket)\b", line)]


# What every condition and every day does is said once, where it is promised.
PROMISED = {*vars(Condition), *vars(OfDays), *vars(Day)}


@each_file
def test_everything_public_says_what_it_is(tree: ast.Module) -> None:
    assert ast.get_docstring(tree)
    silent = [
        getattr(node, "name", "")
        for body in (tree, *_all(tree, ast.ClassDef))
        for node in ast.iter_child_nodes(body)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not (isinstance(body, ast.ClassDef) and node.name in PROMISED)
    ]
    assert silent == []


@each_file
def test_every_sentence_is_one_plain_literal(tree: ast.Module) -> None:
    for call in _calls(tree):
        if _called(call) != "_":
            continue
        assert len(call.args) == 1, ast.unparse(call)
        assert not call.keywords
        sentence = call.args[0]
        assert isinstance(sentence, ast.Constant), ast.unparse(call)
        assert isinstance(sentence.value, str)
        assert sentence.value.strip() == sentence.value != ""
        assert not FORBIDDEN_WORDS.search(sentence.value)


def test_no_proposition_promises() -> None:
    said = [proposition for one in AUTHORITIES.values() for proposition, _ in one.points.values()]
    assert [proposition for proposition in said if FORBIDDEN_WORDS.search(proposition)] == []


ELEMENTS = {element.id + " of " + remedy.id: element for remedy in REMEDIES for element in remedy.elements}
each_element = pytest.mark.parametrize("element", ELEMENTS.values(), ids=ELEMENTS.keys())


@each_element
def test_every_element_names_papers_that_exist(element: Element) -> None:
    assert element.proof
    assert set(element.proof) <= set(PAPERS)


@each_element
def test_every_element_reads_and_rests_on_facts_of_the_contract(element: Element) -> None:
    assert element.keys == tuple(key for key in FACTS if key in element.keys)
    for line in element.lines:
        assert line.when.keys
        assert set(line.when.keys) <= set(element.keys)
        assert {*line.rests, *line.imprecise} <= set(line.when.keys) | set(element.keys)
        assert line.points


@each_element
def test_only_a_gate_has_a_line_that_rules_out(element: Element) -> None:
    assert element.gate is any(line.finding.value == "not_met" for line in element.lines)


@each_element
def test_every_placeholder_names_a_fact_or_a_parameter(element: Element) -> None:
    both_sides = {line.because for line in element.lines if line.beside is not None}
    for text in (element.unknown, element.change, *_texts(element.lines)):
        named = set(re.findall(r"{(\w*)}", text.msgid))
        allowed = {"stated", "beside"} if text in both_sides else set()
        assert named <= {*FACTS, *text.params, *allowed}


def _texts(lines: tuple[Line[Finding], ...]) -> Iterator[Text]:
    for line in lines:
        yield line.because
        if line.change is not None:
            yield line.change


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.id)
def test_every_remedy_speaks_to_both_readers(remedy: Remedy) -> None:
    assert remedy.title.msgid.strip()
    assert remedy.plain.msgid.strip()
    assert len({element.id for element in remedy.elements}) == len(remedy.elements)
    for element in remedy.elements:
        assert element.title.msgid.strip()
        assert element.plain.msgid.strip()


def test_what_the_rules_declare_never_changes() -> None:
    names = [".".join(("screening.rules", *Path(file).with_suffix("").parts)) for file in TREES]
    modules = {name: importlib.import_module(name.removesuffix(".__init__")) for name in names}
    declared = [
        one
        for name, module in modules.items()
        for one in vars(module).values()
        if isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__ == name
    ]
    assert len(declared) > 15
    assert [one.__name__ for one in declared if not vars(one)["__dataclass_params__"].frozen] == []


def test_no_condition_reads_a_key_that_is_no_fact() -> None:
    keys = {key for line in LINES for key in line.when.keys}
    keys |= {key for flag in FLAGS.values() for key in flag.when.keys}
    keys |= {key for remedy in REMEDIES for case, _ in remedy.later for key in case.keys}
    assert keys <= set(FACTS)


def _named_values() -> Iterator[tuple[str, str]]:
    """Each key with each value that a condition of the rules compares it with."""
    for tree in TREES.values():
        for call in _calls(tree):
            words = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
            if _called(call) in ("is_", "holds", "lacks") and len(words) > 1:
                yield from ((str(words[0]), str(value)) for value in words[1:])


def test_every_value_that_the_rules_name_is_a_value_of_its_fact() -> None:
    named = list(_named_values())
    assert len(named) > 100
    # "" is no value: the line that applies where nothing above does names it.
    assert [(key, value) for key, value in named if value and value not in FACTS[key].values] == []
