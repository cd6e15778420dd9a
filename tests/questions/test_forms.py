"""What may be typed into a page, what is read from it, and the words that say how to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from screening.questions.fields import Field, fields_of, problems_of, reasons_of, words_of
from screening.questions.forms import PageForm, form_for
from screening.questions.programs import NOTE_PLEA, NOTE_YEAR
from screening.questions.reading import COUNTY_CHOICES, PAST_DATES, choices, read, typed_from
from screening.questions.route import PAGE, PAGE_OF, PAGES
from screening.questions.steering import fact_of
from screening.questions.wording import say
from screening.rules.answers import Value
from screening.rules.facts import EVENT_DATES, FACTS, LONGEST_TEXT, NONE, UNSURE, Kind
from screening.rules.partial_date import PartialDate


AS_OF = date(2026, 11, 24)
KEYS = tuple(PAGE_OF)


def form_of(
    page: str,
    typed: Mapping[str, Sequence[str]] | None = None,
    answers: Mapping[str, Value] | None = None,
    **more: Any,
) -> PageForm:
    """A page's form; `typed` by the contract's keys, a date as year, month, day, ticked boxes."""
    made = form_for(PAGE[page])
    data: MultiValueDict[str, str] | None = None
    if typed is not None:
        data = QueryDict(mutable=True)
        for key, parts in typed.items():
            _post(data, made.letters[key], parts, of_date=fact_of(key).kind is Kind.DATE)
    known = {"answers": answers or {}, "as_of": AS_OF, "drafts": {}, "initial": answers or {}}
    return made(data, **{**known, **more})


def _post(data: MultiValueDict[str, str], name: str, parts: Sequence[str], *, of_date: bool) -> None:
    if not of_date:
        data.setlist(name, list(parts))
        return
    for suffix, part in zip(("", "m", "d"), parts, strict=False):
        data[name + suffix] = part
    data.setlist(name + "u", list(parts[3:]))


def typed(key: str, value: Value) -> list[str]:
    return typed_from(fact_of(key), value)


def read_date(key: str, *parts: str) -> Value | None:
    return read(FACTS[key], parts, (), AS_OF)


def problem_with(key: str, *parts: str) -> str:
    form = form_of(PAGE_OF[key].number, {key: parts})
    assert not form.is_valid()
    return form.problem(key)


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        (("2003-07-14", "", ""), ["2003", "07", "14"]),
        ((" 2003/7", "", ""), ["2003", "7", ""]),
        (("2003-07-14", "7", ""), ["2003-07-14", "7", ""]),
        (("2003-07-1x", "", ""), ["2003-07-1x", "", ""]),
    ],
)
def test_a_whole_date_pasted_into_the_year_fills_the_three_fields(
    parts: tuple[str, ...], fields: list[str]
) -> None:
    form = form_of(PAGE_OF["disposition_date"].number, {"disposition_date": parts})
    assert form.typed("disposition_date")[:3] == fields


@pytest.mark.parametrize("key", KEYS)
def test_every_answer_of_every_question_can_be_typed_and_read(key: str) -> None:
    fact = fact_of(key)
    offered = choices(fact)
    values: list[Value] = []
    if fact.kind is Kind.DATE:
        values += [PartialDate.parse(text) for text in ("2003", "2003-07", "2003-07-14", "1900-01-01")]
    if fact.kind is Kind.TEXT:
        values.append("HS 11350(a), PC 459")
    elif fact.kind is Kind.SEVERAL:
        values += [(value,) for value in offered] + [fact.values]
    else:
        values += list(offered)
    for value in values:
        assert read(fact, typed_from(fact, value), offered, AS_OF) == value


@given(st.dates(date(1900, 1, 1), date(2026, 11, 24)), st.sampled_from([4, 7, 10]))
def test_every_past_date_is_read_as_it_was_given(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    parts = typed("disposition_date", PartialDate.parse(text))
    assert str(read_date("disposition_date", *parts)) == text


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("", "", ""), "Write a year, or tick “I am not sure”. That is fine."),
        (("", "3", ""), "Add the year, or tick “I am not sure”."),
        (("04", "", ""), "Write the year with four numbers, for example 2004."),
        (("20x4", "", ""), "Write the year with four numbers, for example 2004."),
        (("²004", "", ""), "Write the year with four numbers, for example 2004."),
        (("1899", "", ""), "Write a year from 1900 to 2100."),
        (("2004", "", "14"), "Add the month, or leave out the day."),
        (("2004", "13", ""), "Choose the month from the list, or leave it out."),
        (("2004", "2", "32"), "Write the day with a number from 1 to 31, or leave it out."),
        (("2004", "2", "x"), "Write the day with a number from 1 to 31, or leave it out."),
        (("2003", "2", "29"), "That month does not have this day. Check the day."),
        (("2027", "", ""), "This day is still to come. Write the day when it happened."),
        (("2026", "11", "26"), "This day is still to come. Write the day when it happened."),
        (("2004", "", "", "1"), "You wrote a date and ticked a box under it. Keep one of them."),
        (("", "", "", "1", "2"), "Tick one of the two boxes, not both."),
    ],
)
def test_a_date_that_cannot_be_read_says_which_part(parts: tuple[str, ...], words: str) -> None:
    assert problem_with("disposition_date", *parts) == words


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("2004", "", ""), "2004"),
        ((" 2004 ", "3", ""), "2004-03"),
        (("2004", "02", "29"), "2004-02-29"),
        (("٢٠٠٤", "3", "١"), "2004-03-01"),
        (("2026", "11", "24"), "2026-11-24"),
        # Where the person is, it may be the next day already.
        (("2026", "11", "25"), "2026-11-25"),
        (("2026", "", ""), "2026"),
    ],
)
def test_a_date_stops_where_knowledge_stops(parts: tuple[str, ...], text: str) -> None:
    assert str(read_date("disposition_date", *parts)) == text


def test_only_what_has_happened_must_lie_in_the_past() -> None:
    ahead = {key for key, fact in FACTS.items() if fact.kind is Kind.DATE} - PAST_DATES
    assert ahead == {*EVENT_DATES.values(), "custody_end_date"}
    for key in ahead:
        assert str(read_date(key, "2027", "1", "9")) == "2027-01-09"


def test_an_end_before_its_start_is_refused() -> None:
    answers = {
        "custody_in_case": typed("custody_in_case", "probation"),
        "custody_end_date": ("2004", "3", ""),
        "probation_start_date": ("2005", "", ""),
        "custody_elsewhere": typed("custody_elsewhere", NONE),
        "open_warrant": typed("open_warrant", "no"),
    }
    form = form_of("30", answers)
    assert form.problem("custody_end_date").startswith("This day lies before the day probation began")
    # Spans that touch may be in order.
    fine = form_of("30", {**answers, "custody_end_date": ("2005", "", "")})
    assert fine.is_valid()


@pytest.mark.parametrize("key", ["court", "said_in_court", "offense_kind", "ties"])
def test_silence_is_no_answer_and_not_sure_is(key: str) -> None:
    assert problem_with(key) == "Choose an answer. “I am not sure” is fine."
    assert problem_with(key, "99") == "Choose an answer. “I am not sure” is fine."
    fact = fact_of(key)
    assert read(fact, typed(key, UNSURE), choices(fact), AS_OF) in (UNSURE, (UNSURE,))


@pytest.mark.parametrize(
    ("alone", "label"),
    [("none", "None of these"), ("unsure", "I am not sure"), ("prefer_not_to_say", "I’d rather not say")],
)
def test_answers_that_stand_alone_say_so(alone: str, label: str) -> None:
    fact = FACTS["ties"]
    both = [*typed_from(fact, (alone,)), *typed_from(fact, ("us_family",))]
    assert (
        problem_with("ties", *both)
        == f"“{label}” goes with no other answer. Take it off, or take off the others."
    )


def test_none_is_an_ordinary_answer_where_one_is_chosen() -> None:
    assert (
        read(FACTS["prior_motion"], typed("prior_motion", NONE), choices(FACTS["prior_motion"]), AS_OF)
        == NONE
    )


def test_optional_questions_may_stay_empty_and_that_takes_an_answer_back() -> None:
    answers = {"offense_kind": ["2"], "offense_level": ["1"], "counts": ["1"]}
    form = form_of("13", answers, {"offense_code": "PC 459"})
    form.is_valid()
    assert form.cleaned_data["offense_code"] is None
    assert form.problem("offense_code") == ""


def test_a_text_is_capped_and_cleaned_of_signs_that_reorder_a_line() -> None:
    fact = FACTS["offense_code"]
    assert read(fact, ["  PC\u202e 459\x00\n\tHS  11350 "], (), AS_OF) == "PC 459 HS 11350"
    assert read(fact, ["e\u0301"], (), AS_OF) == "é"
    assert read(fact, ["x" * LONGEST_TEXT], (), AS_OF) == "x" * LONGEST_TEXT
    assert read(fact, [" \u200b "], (), AS_OF) is None
    assert problem_with("offense_code", "x" * 301) == "Write at most 300 letters and signs."


def test_all_counties_can_be_chosen_and_one_can_be_unsure() -> None:
    assert len(COUNTY_CHOICES) == 59
    assert read(FACTS["county"], ["59"], COUNTY_CHOICES, AS_OF) == UNSURE
    assert read(FACTS["county"], ["10"], COUNTY_CHOICES, AS_OF) == "Fresno"


def test_a_follow_up_counts_only_where_its_question_opens_it() -> None:
    court = {
        "upcoming": typed("upcoming", ("immigration_court",)),
        "immigration_court_date": ("2026", "12", "9"),
    }
    assert form_of("01", court).is_valid()
    other = {**court, "upcoming": typed("upcoming", ("travel",)), "travel_date": ("", "", "", "1")}
    form = form_of("01", other)
    assert form.is_valid()
    assert "immigration_court_date" not in form.cleaned_data
    missing = form_of("01", {**court, "immigration_court_date": ("", "", "")})
    assert missing.problem("immigration_court_date")


def test_nonsense_under_a_closed_question_is_not_even_looked_at() -> None:
    typed_here = {"upcoming": typed("upcoming", (NONE,)), "travel_date": ("junk", "99", "x")}
    form = form_of("01", typed_here)
    assert form.is_valid()
    assert form.cleaned_data == {"upcoming": (NONE,)}


def test_an_earlier_answer_does_not_open_what_the_posted_one_closes() -> None:
    before: dict[str, Value] = {"harm_named_case": "yes", "first_notice_date": PartialDate.parse("2023")}
    answers = {key: typed(key, UNSURE) for key in PAGE["50"].keys}
    form = form_of("50", {**answers, "harm_named_case": typed("harm_named_case", "no")}, before)
    assert form.is_valid()
    assert "first_notice_date" not in form.cleaned_data


def test_what_was_said_before_in_other_words_is_filled_in_and_says_so() -> None:
    said: dict[str, Value] = {"said_in_court": "no_contest", "disposition_date": PartialDate.parse("2003-05")}
    plea, start = _of(form_of("21", None, said), "program_plea", "program_start_date")
    assert [option.label for option in plea.options if option.checked] == ["“No contest”"]
    assert (start.year, start.month, start.read_as) == ("2003", "5", "May 2003, day not known")
    assert plea.filled
    assert start.filled
    own = {"program_plea": "guilty", "program_start_date": PartialDate.parse("2004")}
    again = _of(form_of("21", None, said, initial=own), "program_plea", "program_start_date")
    assert not any(field.filled for field in again)
    assert again[1].year == "2004"
    assert not any(field.filled for field in fields_of(form_of("21", {}, said))), (
        "what is sent is the person's"
    )


@pytest.mark.parametrize(
    ("year", "answer"), [("2003", UNSURE), ("2004", None)], ids=["as filled in", "changed"]
)
def test_a_box_ticked_under_a_date_that_was_filled_in_counts_unless_the_date_was_changed(
    year: str, answer: str | None
) -> None:
    said: dict[str, Value] = {"said_in_court": "guilty", "disposition_date": PartialDate.parse("2003-05")}
    form = form_of("21", {"program_plea": ("1",), "program_start_date": (year, "5", "", "1")}, said)
    assert form.is_valid() is (answer is not None)
    assert form.cleaned_data.get("program_start_date") == answer


def test_programs_that_fit_come_first_and_no_name_is_taken_away() -> None:
    said: dict[str, Value] = {"program_plea": "not_guilty", "program_start_date": PartialDate.parse("2019")}
    form = form_of("22", None, said)
    assert form.offered("program")[0] == "pretrial_diversion"
    assert set(form.offered("program")) == set(FACTS["program"].all_values)
    assert form.offered("program")[-3:] == (NONE, "unsure", "prefer_not_to_say")
    notes = {option.label: option.note for option in fields_of(form)[0].options}
    assert sum(say(NOTE_PLEA) in note for note in notes.values()) == 5
    posted = form_of("22", {"program": typed("program", "prop36")}, said)
    assert posted.is_valid(), "a name that does not fit gets a note, not an error"


def test_a_program_of_another_year_says_so_only_where_the_year_is_known() -> None:
    for text, count in (("1996", 2), ("1999", 1), ("2001", 0), ("2010", 0), ("2018", 1)):
        form = form_of("22", None, {"program_start_date": PartialDate.parse(text)})
        notes = [option.note for option in fields_of(form)[0].options]
        assert sum(say(NOTE_YEAR) in note for note in notes) == count, text
    unknown = fields_of(form_of("22", None, {"program_start_date": UNSURE}))[0]
    assert not any(say(NOTE_YEAR) in option.note for option in unknown.options)


def test_nothing_readable_is_in_a_forms_names_and_numbers() -> None:
    for page in PAGES:
        form = form_for(page)(answers={}, as_of=AS_OF, drafts={})
        assert all(len(name) == 1 for name in form.fields)
        for field in _all(fields_of(form)):
            assert all(option.number.isdigit() for option in field.options)


def _all(fields: Sequence[Field]) -> list[Field]:
    below = [
        *[down.field for field in fields for down in field.follow_ups],
        *[down for field in fields for option in field.options for down in option.follow_ups],
    ]
    return [*fields, *(_all(below) if below else [])]


def test_every_question_of_a_page_is_drawn_once() -> None:
    for page in PAGES:
        form = form_for(page)(answers={}, as_of=AS_OF, drafts={})
        names = [field.name for field in _all(fields_of(form))]
        assert sorted(names) == sorted(form.fields)
        assert reasons_of(form)
        assert len(words_of(form)) == len(set(words_of(form)))


def test_the_dates_of_events_stand_each_under_its_own() -> None:
    upcoming = fields_of(form_of("01"))[0]
    assert [len(option.follow_ups) for option in upcoming.options] == [1] * 6 + [0] * 3
    assert not upcoming.follow_ups


def test_two_follow_ups_with_different_answers_open_apart() -> None:
    custody = fields_of(form_of("30"))[0]
    assert [down.opened_by for down in custody.follow_ups] == ["fu", "fu-2"]
    by_label = {option.number: option.classes for option in custody.options}
    number = typed("custody_in_case", "probation")[0]
    assert by_label[number] == "opens opens-2"
    assert by_label[typed("custody_in_case", "finished")[0]] == "opens opens-2"
    assert by_label[typed("custody_in_case", "not_sentenced_yet")[0]] == "opens-2"


def test_what_was_answered_and_what_was_half_typed_show_again() -> None:
    said: dict[str, Value] = {"said_in_court": "trial", "disposition_date": PartialDate.parse("2004-03-09")}
    words, when = _of(form_of("11", None, initial=said), "said_in_court", "disposition_date")
    assert [option.number for option in words.options if option.checked] == typed("said_in_court", "trial")
    assert (when.year, when.month, when.day) == ("2004", "3", "9")
    assert when.read_as == "March 9, 2004"
    drafts = {"disposition_date": ["20x4", "", "9"]}
    (half,) = _of(form_of("11", None, initial=said, drafts=drafts), "disposition_date")
    assert (half.year, half.month, half.day) == ("20x4", "", "9")
    assert half.read_as == ""


def _of(form: PageForm, *keys: str) -> list[Field]:
    by_name = {field.name: field for field in _all(fields_of(form))}
    return [by_name[form.letters[key]] for key in keys]


def test_several_problems_are_named_by_their_questions() -> None:
    form = form_of("13", {})
    assert not form.is_valid()
    texts = [problem.text for problem in problems_of(form)]
    assert len(texts) == 3
    assert all(": Choose an answer." in text for text in texts)
    assert problems_of(form_of("20", {}))[0].text == "Choose an answer. “I am not sure” is fine."


def test_a_reason_that_several_questions_share_is_given_once() -> None:
    reasons = reasons_of(form_of("40"))
    assert reasons[0].about.count(";") == 2
    assert len({(reason.why, reason.where) for reason in reasons}) == len(reasons)
    assert all(reason.about for reason in reasons_of(form_of("10")))


def test_four_short_answers_stand_in_a_row_and_longer_ones_do_not() -> None:
    assert all(field.four for field in fields_of(form_of("40"))[:3])
    level, counts, *_ = fields_of(form_of("13"))
    assert not level.four
    assert not counts.four, "“Two or more” would need three lines"


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [("۲۰۰۳", "7", "۱۴"), ("٢٠٠٣", "7", "١٤"), ("２００３", "7", "１４")],
    ids=["Persian", "Arabic", "full width"],
)
def test_digits_of_any_script_are_taken(year: str, month: str, day: str) -> None:
    assert read_date("learned_harm_date", year, month, day) == PartialDate.parse("2003-07-14")


@pytest.mark.parametrize("year", ["1382", "۱۳۸۲", "1280", "1420"])
def test_a_year_of_the_iranian_calendar_has_an_error_of_its_own(year: str) -> None:
    assert "Iranian calendar" in problem_with("learned_harm_date", year)


@pytest.mark.parametrize("year", ["1279", "1421", "1899"])
def test_other_years_out_of_range_are_told_the_range(year: str) -> None:
    assert "from 1900 to 2100" in problem_with("learned_harm_date", year)


def test_direction_marks_never_reach_an_answer() -> None:
    """They would change the digest, and turn a line of the paper around. Persian spelling stays."""
    given = read(FACTS["offense_code"], ["\u2066HS 11350(a)\u2069\u200f می\u200cشود"], (), AS_OF)
    assert given == "HS 11350(a) می\u200cشود"
