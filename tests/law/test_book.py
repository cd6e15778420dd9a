"""The open law in docs/: everything stands there, and the copy is fresh."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from screening.law.book import book
from screening.law.decided import all_cases, decided_cases
from screening.law.links import slug_of
from screening.questions.route import ORDER
from screening.questions.wording import say
from screening.rules.authorities import AUTHORITIES, Point
from screening.rules.bills import BILLS
from screening.rules.flags.every import FLAGS
from screening.rules.history import LAW_CHANGES
from screening.rules.remedies import REMEDIES
from tests.rules.ask import AS_OF


DOCS = Path(__file__).resolve().parents[2] / "docs" / "law"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return dict(book(AS_OF))


def test_every_element_stands_under_its_law_with_every_question_and_authority(pages: dict[str, str]) -> None:
    for remedy in REMEDIES:
        page = pages[f"{slug_of(remedy)}.md"]
        assert str(remedy.in_force) in page
        for element in remedy.elements:
            section = page.split(f"(`{element.id}`", 1)[1].split("\n## ", 1)[0]
            assert all(f"(`{key}`)" in section for key in element.keys)
            assert all(point.printed in section for line in element.lines for point in line.points)
            assert "| finding |" in section or "as under [" in section


def test_every_authority_question_flag_and_case_stands_somewhere(pages: dict[str, str]) -> None:
    for authority in AUTHORITIES.values():
        for name in authority.points:
            point = Point(authority.id, name)
            assert f"{point.proposition} {point.mark.printed}" in pages["authorities.md"]
    assert all(f"(`{key}`" in pages["flow.md"] for key in ORDER)
    assert all(f"`{code}`" in pages["conviction.md"] for code in FLAGS)
    assert all(f"(`{case.id}`)" in pages["cases.md"] for case in all_cases())


def test_an_unpublished_opinion_says_so_at_once(pages: dict[str, str]) -> None:
    for case in decided_cases():
        section = pages["cases.md"].split(f"(`{case.id}`)", 1)[1].split("\n### ", 1)[0]
        assert ("not citable (rule 8.1115)" in section) == (not case.citable), case.id


def test_the_front_names_what_changed_and_which_bills_to_watch(pages: dict[str, str]) -> None:
    front = pages["README.md"]
    assert all(f"| {change.day} | {change.law} | {say(change.says)}" in front for change in LAW_CHANGES)
    assert all(bill.number in front for bill in BILLS)
    for name in pages:
        assert name == "README.md" or f"({name})" in front


def test_the_command_writes_the_files_and_the_copy_in_docs_is_fresh(
    pages: dict[str, str], tmp_path: Path
) -> None:
    # Made by `manage.py law --output docs/law --as-of 2026-11-24`.
    call_command("law", "--output", str(tmp_path / "law"), "--as-of", str(AS_OF), stdout=io.StringIO())
    for name, text in pages.items():
        assert (tmp_path / "law" / name).read_text(encoding="utf-8") == text
        assert (DOCS / name).read_text(encoding="utf-8") == text, name
    assert {file.name for file in DOCS.glob("*.md")} == set(pages)


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "law").write_text("")
    with pytest.raises(SystemExit):
        call_command("law", "--output", str(tmp_path / "law"), "--as-of", str(AS_OF))
    assert len(capsys.readouterr().err.splitlines()) == 1
