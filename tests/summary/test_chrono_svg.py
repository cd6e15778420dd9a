"""The drawing of a chronology: well-formed, inside its scale, and nothing on top of anything else."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.rules.answers import Answers
from screening.rules.record import parse_answers
from screening.summary.chronology.drawing import NARROW, ON_PAPER, ROW, ROW_ON_PAPER, drawn, figures, story
from screening.summary.chronology.law_days import placed
from screening.summary.chronology.marks import mark, n
from screening.summary.chronology.scale import LABELS, LEFT, RIGHT, WIDE, scale_of
from screening.summary.chronology.svg_text import escaped, shortened, width, wrapped
from screening.summary.chronology.telling import chronology
from screening.summary.page.chrono_data import Chronology, Event, EventKind, Gap, LawDay
from screening.summary.page.data import CaseRecord
from tests.rules.ask import AS_OF
from tests.rules.strategies import as_of_days, records
from tests.summary.drawn import Box, boxes, lines, parsed, segments
from tests.summary.test_chronology import VIVAR


TITLE = "{http://www.w3.org/2000/svg}title"
ANY_TEXT = st.text(max_size=90)
ROWS = st.sampled_from([ROW_ON_PAPER, 18.0, 24.0, ROW])
_DAYS = st.dates(date(1950, 1, 1), date(2035, 12, 31))


def of(**answers: Any) -> Chronology:
    return chronology(CaseRecord(1, parse_answers(answers).values), AS_OF)


@st.composite
def events(draw: st.DrawFn, labels: st.SearchStrategy[str]) -> Event:
    kind = draw(st.sampled_from(EventKind))
    days = sorted(draw(st.lists(_DAYS, min_size=4, max_size=4)))
    first, last = days[0], days[1]
    if kind is EventKind.DAY:
        last = first
    elif kind is EventKind.MONTH:
        last = first + timedelta(days=30)
    ends = (days[2], days[3]) if kind is EventKind.RUN else None
    event = Event(("key",), draw(labels), draw(labels), kind, first, last, ends)
    if kind is EventKind.UNKNOWN:
        event = replace(
            event, first=draw(st.sampled_from([None, first])), last=draw(st.sampled_from([None, last]))
        )
    return event


@st.composite
def invented(draw: st.DrawFn, labels: st.SearchStrategy[str] = ANY_TEXT) -> Chronology:
    found = tuple(draw(st.lists(events(labels), min_size=1, max_size=8)))
    days = [day for event in found for day in event.days]
    as_of = draw(_DAYS)
    between = st.dates(min([*days, as_of]), max([*days, as_of]))
    laws = tuple(
        LawDay(day, draw(st.sampled_from(["PC 1473.7 in force", "PC 1016.5 verbatim", "DEJ"])), "words")
        for day in draw(st.lists(between, max_size=6, unique=True))
        if days
    )
    first = draw(st.dates(date(1950, 1, 1), as_of))
    gap = Gap(
        "a", draw(labels), first, draw(st.dates(first, date(2035, 12, 31))), as_of, 1, 2, draw(labels), "law"
    )
    return Chronology(
        as_of, "that day", found, laws, draw(st.sampled_from([(), (gap,), (gap, gap)])), (), "", ""
    )


def marks_of(one: Chronology) -> list[tuple[Event, str]]:
    days = [day for event in one.events for day in event.days]
    scale = scale_of([*days, one.as_of])
    uprights = [law.x for law in placed(one.laws, scale)] + [scale.x(one.as_of)]
    return [(event, mark(event, scale, 20.0, ON_PAPER, uprights)) for event in one.events]


@given(invented())
@settings(max_examples=60)
def test_no_mark_leaves_the_scale(one: Chronology) -> None:
    for _event, drawing in marks_of(one):
        paths = re.findall(r' d="([^"]*)"', drawing)
        xs = [x for path in paths for segment in segments(path) for x, _ in segment]
        xs += [float(x) + side for x in re.findall(r'cx="([^"]*)"', drawing) for side in (-7.5, 7.5)]
        assert xs
        assert min(xs) >= LEFT - 0.06
        assert max(xs) <= RIGHT + 0.06


@given(invented(), ROWS)
@settings(max_examples=60)
def test_any_text_gives_well_formed_xml_with_the_whole_story(one: Chronology, row: float) -> None:
    found = figures(one, row=row)
    for figure in found:
        root = parsed(figure.svg)
        assert root[0].tag == TITLE
        assert (root.get("role"), root.get("lang")) == ("img", "en")
        assert not re.search(
            r"<script|<style|\sstyle=|\son\w+=|<(?!/?(?:svg|title|path|text|tspan|circle)\b)", figure.svg
        )
    title = parsed(found[0].svg)[0].text or ""
    for event in one.events:
        assert _in_one_line(event.label) in _in_one_line(title)


def _in_one_line(text: str) -> str:
    return " ".join(html.unescape(escaped(text)).split())


LABEL = st.text("abcdefg hij WM 0123", max_size=60)


@given(invented(LABEL), ROWS)
@settings(max_examples=60)
def test_no_text_lies_on_another_text_or_on_a_line(one: Chronology, row: float) -> None:
    for figure in figures(one, row=row):
        nothing_overlaps(figure.svg)


def nothing_overlaps(svg: str) -> None:
    texts = [box for box in boxes(svg) if box.text != "?"]
    for box, other in combinations(texts, 2):
        assert not box.meets(other), (box, other)
    for box in texts:
        assert box.left >= -0.1
        assert box.right <= WIDE
        for segment in lines(svg, "1 3"):
            assert not box.crossed(segment), (box, segment)
    _labels_stay_left_of_the_rule(svg)


def _labels_stay_left_of_the_rule(svg: str) -> None:
    top = min(one[1] for one, two in lines(svg) if one[0] == two[0] == LABELS + 1)
    for box in boxes(svg):
        if box.left == 0 and box.bottom > top:
            assert box.right < LABELS - 2


@given(records, as_of_days, ROWS)
@settings(max_examples=40)
def test_a_real_record_draws_without_overlap(answers: Answers, as_of: date, row: float) -> None:
    one = chronology(CaseRecord(1, answers.values), as_of)
    for figure in figures(one, row=row):
        nothing_overlaps(figure.svg)
        high = float(parsed(figure.svg).get("height", "0"))
        assert all(box.bottom <= high for box in boxes(figure.svg))


def test_each_way_of_knowing_has_its_own_mark() -> None:
    day, next_month = date(2010, 5, 4), date(2010, 6, 4)
    shapes = {}
    scale = scale_of([date(2000, 1, 1), AS_OF])
    for kind in EventKind:
        ends = (date(2012, 1, 1), date(2012, 12, 31)) if kind is EventKind.RUN else None
        event = Event(("key",), "label", "words", kind, day, next_month, ends)
        shapes[kind] = mark(event, scale, 20.0, "#000", ())
    assert len(set(shapes.values())) == len(EventKind)
    assert "?" in shapes[EventKind.UNKNOWN]
    assert "stroke-dasharray" in shapes[EventKind.UNKNOWN]
    assert 'fill="none"' not in shapes[EventKind.DAY] + shapes[EventKind.MONTH]
    assert 'fill="none"' in shapes[EventKind.SPAN]
    # A run: solid, then hatched from the first to the last possible day of its end.
    assert shapes[EventKind.RUN].count('fill="#000"') == 1
    assert f"H{n(scale.x(date(2012, 1, 1)))}" in shapes[EventKind.RUN]


def test_a_run_whose_ends_may_meet_is_vague_all_along() -> None:
    year = (date(2010, 1, 1), date(2010, 12, 31))
    event = Event(("key",), "label", "words", EventKind.RUN, *year, ends=year)
    assert 'fill="#000"' not in mark(event, scale_of([*year, AS_OF]), 20.0, "#000", ())


def test_a_question_mark_keeps_off_the_lines() -> None:
    event = Event(("key",), "label", "words", EventKind.UNKNOWN, None, None)
    for x in (413.0, 300.0):
        drawing = mark(event, scale_of([AS_OF]), 20.0, "#000", [413.0, x])
        (ring,) = re.findall(r'cx="([^"]*)"', drawing)
        assert abs(float(ring) - 413) >= 9
    full = mark(event, scale_of([AS_OF]), 20.0, "#000", [float(x) for x in range(190, 640, 10)])
    assert "?" in full


def test_the_years_of_a_gap_are_enlarged_where_they_are_narrow() -> None:
    whole, close = figures(of(**VIVAR))
    assert not whole.enlarged
    assert close.enlarged
    assert "2 years 10 months to 3 years 10 months" in close.svg
    assert "Guilty plea" not in close.svg
    assert "Gap" not in whole.svg.split("</title>")[1]
    near = {**VIVAR, "disposition_date": "2021", "sentence_date": "2021", "custody_end_date": "2022"}
    (only,) = figures(of(**near))
    assert "Gap: first paper to today" in only.svg
    assert scale_of([date(2021, 1, 1), date(2026, 12, 9)]).per_year >= NARROW


def test_a_gap_as_long_as_everything_is_not_drawn_twice() -> None:
    old = {**VIVAR, "disposition_date": "1997", "learned_harm_date": "1998", "first_notice_date": "2023"}
    assert len(figures(of(**old))) == 1


def test_the_certain_part_of_a_gap_is_solid_and_the_rest_dotted() -> None:
    _, close = figures(of(**VIVAR))
    scale = scale_of([date(2023, 1, 1), AS_OF, date(2026, 12, 9)])
    first, last, today = (n(scale.x(day)) for day in (date(2023, 1, 1), date(2023, 12, 31), AS_OF))
    assert f'd="M{first} ' in close.svg
    assert re.search(rf'd="M{last} [\d.]+H{today}v8H{last}z" fill="currentColor"', close.svg)
    exact = figures(of(**{**VIVAR, "first_notice_date": "2023-05-06"}))[1].svg
    assert "dotted" not in exact.split("</title>")[1]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param([date(2004, 3, 5)], id="one"),
        pytest.param([date(1966, 1, 1), AS_OF], id="sixty years"),
        pytest.param([date(1900, 1, 1), date(2100, 12, 31)], id="all years that a date may have"),
    ],
)
def test_the_scale_holds_its_days_with_room_for_a_mark(days: list[date]) -> None:
    scale = scale_of(days)
    assert LEFT + 8 <= scale.x(min(days)) <= scale.x(max(days)) <= RIGHT - 8
    written = [scale.at(year) for year in scale.years if scale.written(year)]
    assert len(written) >= 2
    assert all(b - a >= 39.9 for a, b in pairwise(written))
    assert scale.high - scale.low >= 2.5


def test_without_a_date_the_drawing_still_says_what_is_not_known() -> None:
    assert figures(of()) == ()
    assert drawn(of()) == ""
    one = of(disposition="guilty_plea", upcoming=["travel"])
    assert story(one) == (
        "Chronology. No date is known. Guilty plea: date not given. Travel: date not given."
        " Today is November 24, 2026."
    )
    assert drawn(one).count("<circle") == 2


def test_the_story_tells_events_law_days_gaps_and_today() -> None:
    told = story(of(**VIVAR))
    for part in (
        "All dates that were given, 2004 to 2026.",
        "Sentence and custody: April 2004 to 2007.",
        "First knew the case hurts: date not known.",
        "PC 1473.7 in force: January 1, 2017.",
        "Gap: first paper to today: 2 years 10 months to 3 years 10 months.",
        "Today is November 24, 2026.",
    ):
        assert part in told


def test_paper_is_black_and_a_page_takes_its_own_color() -> None:
    assert "currentColor" not in drawn(of(**VIVAR), ink=ON_PAPER)
    assert "#000" not in drawn(of(**VIVAR))
    assert drawn(of(**VIVAR)) == "".join(figure.svg for figure in figures(of(**VIVAR)))


def test_low_rows_put_label_and_date_on_one_line() -> None:
    low, high = (figures(of(**VIVAR), row=row)[0].svg for row in (18.0, 24.0))
    assert any(box.text == "Guilty pleaMarch 2004" for box in boxes(low))
    assert float(parsed(low).get("height", "0")) < float(parsed(high).get("height", "0"))


def test_law_names_that_would_leave_the_drawing_stand_to_the_left_of_their_line() -> None:
    days = [date(1978, 1, 1), AS_OF]
    laws = tuple(LawDay(date(year, 1, 1), "PC 1016.5 verbatim", "words") for year in (1980, 2022, 2024, 2026))
    found = placed(laws, scale_of(days))
    assert [one.to_left for one in found] == [False, True, True, True]
    assert [one.level for one in found] == [0, 0, 1, 2]


def test_a_long_label_wraps_and_ends_in_dots() -> None:
    assert wrapped("one two", 1000, 10, 2) == ("one two",)
    assert wrapped("", 100, 10, 2) == ()
    long = wrapped("Expunged (1203.4), reduced (17(b)), Prop 47, Prop 64, resentenced, sealed", 150, 10, 2)
    assert len(long) == 2
    assert long[1].endswith("…")
    assert all(width(line, 10) <= 150 for line in long)
    assert shortened("W" * 50, 100, 10).endswith("…")
    assert shortened("W", 1, 10) == "…"


def test_signs_that_xml_forbids_are_left_out_and_the_rest_is_escaped() -> None:
    assert escaped('a\x00\x0b<&"\ud800\ufffe') == "a&lt;&amp;&quot;"


def test_the_paper_prints_drawing_words_and_table() -> None:
    case = {"chronology": of(**VIVAR, delay_reasons=["language"])}
    paper = render_to_string("pdf/chronology.html", {"case": case, "heading": "h2", "inner": "h3"})
    assert paper.count("<svg") == 2
    assert "<h2>Chronology</h2>" in paper
    assert "Reasons given for the delay: language. Steps taken: not known." in paper
    assert paper.count('<th scope="row">') == len(case["chronology"].rows)
    assert "PC 1473.7 in force, January 1, 2017; " in paper.split("Dotted lines: ")[1]
    empty = render_to_string(
        "pdf/chronology.html", {"case": {"chronology": of()}, "heading": "h3", "inner": "h4"}
    )
    assert "No date was given." in empty
    assert "<table" not in empty


def test_boxes_know_when_they_meet() -> None:
    one = Box("a", 0, 10, 0, 10)
    assert one.meets(Box("b", 9, 20, 9, 20))
    assert not one.meets(Box("b", 10, 20, 0, 10))
    assert one.crossed(((5, 0), (5, 20)))
    assert not one.crossed(((11, 0), (11, 20)))
