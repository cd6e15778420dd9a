"""Mutation testing of screening/rules: `./run mutants`, outside CI (see docs/mutants.md).

Each mutant is one small fault. It runs in a process of its own that loads the faulty module and then the
tests of the rules, until one fails. Faults come from cosmic-ray's operators and from three of our own for
readings: a value dropped, a finding or an answer exchanged, a "may be" or "unless" taken away. Left out
is what no test should hold: annotations, and operators that only make the module crash when it is loaded.
Words and citations are not mutated: docs/rules.md shows both, and a test holds that page.

    ./run mutants                   every mutant, two at a time
    ./run mutants timely flags      those of some modules
    ./run mutants --every 8         one in eight of them, to know the score within a percent or two
    ./run mutants --list            only say how many there are
"""

from __future__ import annotations

import argparse
import ast
import functools
import importlib
import importlib.util
import multiprocessing
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NoReturn


ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "screening" / "rules"
TESTS = ROOT / "tests" / "rules"
WANTED = 97  # per cent killed
CPU_SECONDS = 180  # a mutant that takes longer runs in circles

# Tests that read no rule, or need Django, which loads the rules before the fault is in place.
LEFT_OUT = {"test_case_words.py"}

# First go the tests that killed neighbors, then the nearest files, last those that take a second or more.
SLOW = {"properties", "deciding", "turning", "readiness", "outside", "next_facts"}
KNOWN, NEAR = 8, 6

OPTIONS = ["-x", "-q", "-c", os.devnull, f"--rootdir={ROOT}", "--import-mode=importlib", "--noconftest"]
OPTIONS += ["-o", f"pythonpath={ROOT}", "-p", "no:cacheprovider", "--assert=plain", "--tb=no", "--capture=no"]

# cosmic-ray operators that say something here. Its other binary and comparison operators replace `|` of two
# conditions or `is` of two enum members by something that crashes at once or is the same.
OPERATORS = (
    "core/AddNot",
    "core/NumberReplacer",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ZeroIterationForLoop",
    "core/ReplaceBinaryOperator_BitOr_BitAnd",
    "core/ReplaceBinaryOperator_BitAnd_BitOr",
    "core/ReplaceBinaryOperator_Add_Sub",
    "core/ReplaceBinaryOperator_Sub_Add",
    "core/ReplaceBinaryOperator_Mul_Add",
    "core/ReplaceComparisonOperator_Is_IsNot",
    "core/ReplaceComparisonOperator_IsNot_Is",
    "core/ReplaceComparisonOperator_Eq_NotEq",
    "core/ReplaceComparisonOperator_NotEq_Eq",
    "core/ReplaceComparisonOperator_Lt_LtE",
    "core/ReplaceComparisonOperator_Lt_GtE",
    "core/ReplaceComparisonOperator_LtE_Lt",
    "core/ReplaceComparisonOperator_LtE_Gt",
    "core/ReplaceComparisonOperator_Gt_GtE",
    "core/ReplaceComparisonOperator_Gt_LtE",
    "core/ReplaceComparisonOperator_GtE_Gt",
    "core/ReplaceComparisonOperator_GtE_Lt",
    "core/ReplaceUnaryOperator_Delete_Invert",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceUnaryOperator_Delete_USub",
)

# One member of an enum read as another.
EXCHANGED = {
    "Finding": {"MET": "CONTESTED", "NOT_MET": "CONTESTED", "NOT_YET": "NOT_MET", "UNKNOWN": "NOT_MET"},
    "Answer": {"YES": "UNSURE", "NO": "UNSURE", "UNSURE": "NO"},
    "ImmigrationConviction": {"CONVICTION": "UNCLEAR", "UNCLEAR": "CONVICTION"},
    "Outcome": {"NOT_RAISED": "NOT_INDICATED", "NEEDS_FACTS": "NOT_YET"},
    "Basis": {"LAW": "SAID"},
}
WRAPPERS = ("unless", "may_be", "may_lie")
WITH_VALUES = ("is_", "holds", "lacks")


@dataclass(frozen=True)
class Mutant:
    """One faulty version of one module."""

    module: str
    operator: str
    line: int
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        place = f"{self.module.removeprefix('screening.rules.')}:{self.line}"
        return f"{place} [{self.operator}]\n    - {self.before}\n    + {self.after}"


NO_MUTANT = Mutant("no.module", "", 0, "", "", "")


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every mutant of one module, none twice."""
    source = file.read_text(encoding="utf-8")
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    seen = {source}
    for operator, mutated in (*_by_cosmic_ray(source), *_of_readings(source)):
        if mutated not in seen:
            seen.add(mutated)
            yield _mutant(module, operator, source, mutated)


def _mutant(module: str, operator: str, source: str, mutated: str) -> Mutant:
    old, new = source.splitlines(), mutated.splitlines()
    first = next(number for number, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1])
    return Mutant(module, operator, first + 1, old[first].strip(), new[first].strip(), mutated)


def _by_cosmic_ray(source: str) -> Iterator[tuple[str, str]]:
    plugins: Any = importlib.import_module("cosmic_ray.plugins")
    trees: Any = importlib.import_module("cosmic_ray.ast")
    mutating: Any = importlib.import_module("cosmic_ray.mutating")
    silent = list(_annotations(ast.parse(source)))
    for name in OPERATORS:
        operator = plugins.get_operator(name)()
        places = [
            place
            for node in trees.ast_nodes(trees.get_ast(source))
            for place in operator.mutation_positions(node)
        ]
        for occurrence, (start, stop) in enumerate(places):
            if not any(first <= start and stop <= last for first, last in silent):
                yield name.removeprefix("core/"), mutating.mutate_code(source, operator, occurrence)


def _annotations(tree: ast.Module) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            part = getattr(node, name, None)
            if isinstance(part, ast.expr) and part.end_lineno is not None:
                yield (part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset or 0)


def _of_readings(source: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from _of_a_call(source, node, node.func.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            other = EXCHANGED.get(node.value.id, {}).get(node.attr)
            if other is not None:
                yield "Exchange", _edited(source, node, f"{node.value.id}.{other}")


def _of_a_call(source: str, call: ast.Call, name: str) -> Iterator[tuple[str, str]]:
    if name in WRAPPERS and len(call.args) == 1:
        yield "Unwrap", _edited(source, call, ast.unparse(call.args[0]))
    if name in WITH_VALUES and len(call.args) > 2:
        for dropped in range(1, len(call.args)):
            left = [ast.unparse(arg) for number, arg in enumerate(call.args) if number != dropped]
            yield "DropValue", _edited(source, call, f"{name}({', '.join(left)})")


def _edited(source: str, node: ast.expr, text: str) -> str:
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    start = starts[node.lineno - 1] + node.col_offset
    stop = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
    return (source.encode()[:start] + text.encode() + source.encode()[stop:]).decode()


class _Faulty(SourceFileLoader):
    """Loads a module from another source than its file."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.faulty = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.faulty, self.get_filename(fullname), "exec")


@dataclass
class _Finder:
    mutant: Mutant

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != self.mutant.module:
            return None
        path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        loader = _Faulty(name, str(path), self.mutant.source)
        return importlib.util.spec_from_file_location(name, path, loader=loader)


class _Killer:
    """Writes the first test that fails to a pipe, as pytest takes it on the command line: without parameters."""

    def __init__(self, pipe: int) -> None:
        self.pipe = pipe

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            os.write(self.pipe, report.nodeid.partition("[")[0].encode())


# What killed mutants of a module, the latest first; all processes share it.
_killers: MutableMapping[str, list[str]] = {}


def _share(killers: MutableMapping[str, list[str]]) -> None:
    global _killers
    _killers = killers


def survives(mutant: Mutant) -> bool:
    """Do all tests pass with the fault in place? Those that killed its neighbors are tried first."""
    known = _killers.get(mutant.module, [])
    files = _by_promise(mutant.module)
    for tests in (known[:KNOWN], files[:NEAR], files[NEAR:]):
        passed, killer = _try(mutant, tests) if tests else (True, "")
        if killer:
            _killers[mutant.module] = [killer, *(one for one in known if one != killer)]
        if not passed:
            return False
    return True


def _by_promise(module: str) -> list[str]:
    """The test files: named as the module or its folder, then importing it; the quick before the slow."""

    def key(file: Path) -> tuple[bool, bool, bool, str]:
        named = any(part in file.stem for part in module.split(".")[2:])
        imports = module in file.read_text(encoding="utf-8")
        return not named, not imports, file.stem.removeprefix("test_") in SLOW, file.name

    return [
        str(file.relative_to(ROOT))
        for file in sorted(TESTS.glob("test_*.py"), key=key)
        if file.name not in LEFT_OUT
    ]


def _try(mutant: Mutant, tests: list[str]) -> tuple[bool, str]:
    """Do these tests pass, and if not, which failed first? A module that cannot be loaded names none."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        _run(mutant, tests, write)
    os.close(write)
    with os.fdopen(read) as pipe:
        killer = pipe.read()
    _, status = os.waitpid(pid, 0)
    return status == 0, killer


def _run(mutant: Mutant, tests: list[str], pipe: int) -> NoReturn:
    failed = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        finder: Any = _Finder(mutant)
        sys.meta_path.insert(0, finder)
        pytest: Any = importlib.import_module("pytest")
        failed = int(pytest.main([*OPTIONS, *tests], plugins=[_Killer(pipe)]))
    finally:
        os._exit(failed)  # whatever a mutant does, its process ends here


def _prepare() -> None:
    """Load once what every process needs, and nothing of the rules."""
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path[:] = [str(ROOT), *(path for path in sys.path if Path(path or ".").resolve() != TESTS.parent)]
    for name in ("pytest", "hypothesis.strategies", "_pytest.python", "_pytest.assertion.rewrite"):
        importlib.import_module(name)
    yaml: Any = importlib.import_module("yaml")
    yaml.safe_load = functools.cache(yaml.safe_load)  # the decided cases are parsed once, not once a process
    for file in (ROOT / "screening" / "law" / "cases").glob("*.yaml"):
        yaml.safe_load(file.read_text(encoding="utf-8"))
    settings: Any = importlib.import_module("hypothesis").settings
    settings.register_profile("mutants", derandomize=True, deadline=None, database=None, max_examples=10)
    settings.load_profile("mutants")


def _report(mutants: list[Mutant], alive: list[Mutant], seconds: float) -> float:
    total, lost = (
        Counter(mutant.module for mutant in mutants),
        Counter(mutant.module for mutant in alive),
    )
    print()
    for module in sorted(total):
        print(f"{module:45} {total[module]:5} mutants {lost[module]:4} survived")
    score = 100 * (1 - len(alive) / len(mutants))
    print(
        f"{len(mutants)} mutants, {len(alive)} survived: {score:.1f} % killed in {seconds / 60:.0f} minutes"
    )
    return score


def main() -> int:
    """Try the mutants and say which survived."""
    parser = argparse.ArgumentParser(description="Mutation testing of screening/rules.")
    parser.add_argument("modules", nargs="*", help="names of modules, for example: timely flags")
    parser.add_argument("--list", action="store_true", help="only count the mutants")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="try only one in so many")
    asked = parser.parse_args()
    _prepare()
    files = [file for file in sorted(RULES.rglob("*.py")) if file.name != "__init__.py"]
    chosen = [file for file in files if not asked.modules or file.stem in asked.modules]
    mutants = sorted(
        (mutant for file in chosen for mutant in mutants_of(file)), key=lambda one: (one.module, one.line)
    )[:: asked.every]
    if asked.list:
        print(Counter(mutant.module for mutant in mutants), len(mutants))
        return 0
    if not survives(NO_MUTANT):
        print("The tests fail without any mutant.")
        return 2
    started = time.monotonic()
    fork = multiprocessing.get_context("fork")
    with fork.Manager() as manager, fork.Pool(asked.jobs, _share, (manager.dict(),)) as pool:
        lived = []
        for number, lives in enumerate(pool.imap(survives, mutants), start=1):
            lived.append(lives)
            if lives:
                print(mutants[number - 1], flush=True)
            if number % 50 == 0:
                print(number, "of", len(mutants), file=sys.stderr, flush=True)
    alive = [mutant for mutant, lives in zip(mutants, lived, strict=True) if lives]
    return 0 if _report(mutants, alive, time.monotonic() - started) >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
