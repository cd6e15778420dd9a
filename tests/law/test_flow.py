"""The questionnaire as a flow chart: every page and question is on it, in any direction, and nothing overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.utils import translation

from screening.law.flow import FlowPage, FlowQuestion, flow
from screening.law.flow_pen import WIDE, Direction, isolated
from screening.law.flow_svg import FlowChart, flow_chart
from screening.questions.describe import in_words
from screening.questions.page import Part, always
from screening.questions.route import PAGES
from screening.questions.steering import FACTS as STEERING
from screening.questions.wording import ALL_QUESTIONS, said, say
from screening.rules.facts import FACTS
from tests.summary.drawn import boxes, parsed


LANGUAGES: list[tuple[str, Direction]] = [
    (code, "rtl" if translation.get_language_info(code)["bidi"] else "ltr") for code, _ in settings.LANGUAGES
]
SVG = "{http://www.w3.org/2000/svg}"


def chart(language: str, direction: Direction) -> FlowChart:
    with translation.override(language):
        return flow_chart(direction)


def pages() -> list[FlowPage]:
    return [page for part in flow() for page in part.pages]


def questions() -> dict[str, FlowQuestion]:
    return {question.key: question for page in pages() for question in page.questions}


def test_every_page_stands_in_its_part_in_the_order_of_asking() -> None:
    assert [page.number for page in pages()] == [page.number for page in PAGES]
    assert [part.number for part in flow()] == [part.number for part in Part]
    for part in flow():
        declared = [page.number for page in PAGES if page.part.number == part.number]
        assert [page.number for page in part.pages] == declared


def test_every_question_stands_once_on_its_page() -> None:
    shown = [question.key for page in pages() for question in page.questions]
    assert sorted(shown) == sorted({*FACTS, *STEERING})
    for page, declared in zip(pages(), PAGES, strict=True):
        assert {question.key for question in page.questions} == set(declared.told)


def test_a_follow_up_stands_after_its_question_with_the_answers_that_open_it() -> None:
    found = questions()["custody_end_date"]
    assert found.parent == "custody_in_case"
    assert said("custody_in_case", "finished") in found.answers
    assert len(found.answers) == 8
    for page in pages():
        seen = set()
        for question in page.questions:
            assert not question.parent or question.parent in seen
            assert bool(question.parent) == bool(question.answers)
            seen.add(question.key)


def test_every_condition_is_in_words() -> None:
    for page, declared in zip(pages(), PAGES, strict=True):
        assert bool(page.when) == (declared.when is not always)
        assert page.once == declared.you
    asks = {ask.key: ask for page in PAGES for ask in page.listed}
    for key, question in questions().items():
        assert bool(question.when) == (asks[key].when is not always)
    assert questions()["advisement_verbatim"].when == "unless the plea is known to be before 2026"


def joined(lines: Iterable[ET.Element]) -> str:
    """As one text. A phrase in another direction that runs over a line's end is closed and opened again."""
    return " ".join("".join(line.itertext()) for line in lines).replace("\u2069 \u2066", " ")


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_the_drawing_holds_every_page_and_question_in_the_language(
    language: str, direction: Direction
) -> None:
    drawn = chart(language, direction)
    texts = list(parsed(drawn.svg).iter(f"{SVG}text"))
    with translation.override(language):
        for key, words in ALL_QUESTIONS.items():
            assert joined(text for text in texts if text.get("data-key") == key) == (
                f"– {' '.join(say(words.short).split())}"
            )
        whole = joined(texts)
        for page in PAGES:
            assert f"{page.number} · {' '.join(say(page.title).split())}" in whole
            if page.when is not always:
                assert " ".join(in_words(page.when).split()) in whole
        assert drawn.steps == flow()


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_conditions_are_marked_as_english_and_nothing_else_is(language: str, direction: Direction) -> None:
    conditions = {page.when for page in pages()} | {question.when for question in questions().values()}
    english = [
        "".join(text.itertext())
        for text in parsed(chart(language, direction).svg).iter(f"{SVG}text")
        if text.get("lang") == "en"
    ]
    assert english
    assert all(any(line in condition for condition in conditions) for line in english)


def test_no_text_lies_on_another_or_leaves_the_drawing() -> None:
    for language, direction in LANGUAGES:
        if direction == "ltr":
            texts = boxes(chart(language, direction).svg)
            assert all(box.left >= 0 and box.right <= WIDE for box in texts)
            assert not [pair for pair in combinations(texts, 2) if pair[0].meets(pair[1])]


def test_each_text_stands_within_a_frame_or_beside_the_line() -> None:
    root = parsed(chart("en", "ltr").svg)
    frames = [
        tuple(float(box.get(name, "0")) for name in ("x", "y", "width", "height"))
        for box in root.iter(f"{SVG}rect")
    ]
    assert len(frames) == len(PAGES) + 4
    for above, below in pairwise(frames):
        assert above[1] + above[3] < below[1]
    for text in root.iter(f"{SVG}text"):
        if text.get("data-key"):
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            assert any(left < x < left + wide and top < y < top + high for left, top, wide, high in frames)


def test_a_conditional_page_stands_to_the_side() -> None:
    frames = [float(box.get("x", "0")) for box in parsed(chart("en", "ltr").svg).iter(f"{SVG}rect")][1:-3]
    assert [x > 30 for x in frames] == [page.when is not always for page in PAGES]


def test_right_to_left_is_the_mirror_of_left_to_right() -> None:
    one, other = (parsed(chart("en", direction).svg) for direction in ("ltr", "rtl"))
    assert (one.get("direction"), other.get("direction")) == ("ltr", "rtl")
    for text, mirrored in zip(one.iter(f"{SVG}text"), other.iter(f"{SVG}text"), strict=True):
        assert float(text.get("x", "0")) + float(mirrored.get("x", "0")) == pytest.approx(WIDE)
        keeps_its_own = mirrored.get("direction") == "ltr" and mirrored.get("text-anchor") == "end"
        assert keeps_its_own == (text.get("lang") == "en")
    for box, mirrored in zip(one.iter(f"{SVG}rect"), other.iter(f"{SVG}rect"), strict=True):
        right = float(box.get("x", "0")) + float(box.get("width", "0"))
        assert right + float(mirrored.get("x", "0")) == pytest.approx(WIDE)


def test_it_has_a_name_and_a_description_and_only_presentation_attributes() -> None:
    svg = chart("en", "ltr").svg
    root = parsed(svg)
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == "The way through the questions"
    assert "1. First questions: Who is answering?" in (root[1].text or "")
    assert root.get("role") == "img"
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|#[0-9a-f]{3}", svg)


def test_an_isolated_phrase_that_is_broken_is_closed_and_opened_again() -> None:
    assert isolated(["a \u2066no", "contest\u2069 b", "c"]) == [
        "a \u2066no\u2069",
        "\u2066contest\u2069 b",
        "c",
    ]
