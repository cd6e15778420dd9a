"""What the repository as a whole promises."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,-]+\])?==(\S+)", re.MULTILINE)
# In pieces, so that this file does not find itself.
FORBIDDEN = [
    "/wo" + "rk/",
    "/ro" + "ot/",
    "/opt/py" + "pi",
    "/opt/wh" + "eels",
    "artif" + "actory",
    "--index" + "-url",
    "--find" + "-links",
]


def tracked_files() -> list[Path]:
    """What a clone would hold, with what is about to be added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout  # noqa: S603
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The file as text; empty for pictures and fonts."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode()


def pins(path: Path) -> dict[str, str]:
    return dict(PIN.findall(path.read_text()))


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirement_files_name_no_address(path: Path) -> None:
    assert "://" not in path.read_text()


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_has_a_hash(path: Path) -> None:
    entries = re.split(r"^(?=[a-z0-9])", path.read_text(), flags=re.MULTILINE)
    assert [e for e in entries if e and not e.startswith(" ") and "--hash=sha256:" not in e] == []


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirement_files_agree_on_versions(path: Path) -> None:
    """One environment serves all of them, so that going back and forth reinstalls nothing."""
    production = pins(ROOT / "requirements.txt")
    assert production
    both = production.keys() & pins(path).keys()
    assert {name: pins(path)[name] for name in both} == {name: production[name] for name in both}


def test_requirement_files_hold_what_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = {"requirements.txt": project["dependencies"]}
    for group, declared in project["optional-dependencies"].items():
        groups[f"requirements-{group}.txt"] = declared
    for name, declared in groups.items():
        wanted = {re.split(r"[^a-z0-9-]", entry)[0] for entry in declared}
        assert wanted - pins(ROOT / name).keys() == set(), name


def test_no_file_names_the_machine_it_was_written_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in tracked_files()
        for word in FORBIDDEN
        if word in text_of(path)
    ]
    assert found == []


def test_no_registry_lock_is_tracked() -> None:
    assert {path.name for path in tracked_files()}.isdisjoint({"uv.lock", "pylock.toml"})


def test_ci_runs_every_test() -> None:
    commands = (ROOT / ".ci" / "run").read_text().splitlines()
    assert commands[-1] == "exec ./run test --long"


@pytest.mark.parametrize("name", ["run", ".ci/run", "manage.py"])
def test_scripts_can_be_started(name: str) -> None:
    assert (ROOT / name).stat().st_mode & 0o111


# Words that promise or refuse what only a court decides. In pieces, as above.
NEVER_SAID = re.compile(
    "eli" + "gib|quali" + "f(y|ies|ied)|you will " + "win|you have no " + "case", re.IGNORECASE
)


def test_nothing_that_a_person_reads_promises_or_refuses_an_outcome() -> None:
    shown = [
        path
        for path in tracked_files()
        if path.relative_to(ROOT).parts[0] in ("templates", "screening", "static")
    ]
    assert len(shown) > 50
    assert [path.name for path in shown if NEVER_SAID.search(text_of(path))] == []
