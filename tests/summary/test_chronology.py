"""The chronology as data: every date as given, what is not known, the law days, the gaps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.rules.answers import Answers
from screening.rules.facts import EVENT_DATES, FACTS, UNKNOWN_VALUES, Kind
from screening.rules.partial_date import PartialDate, add_months
from screening.rules.record import parse_answers
from screening.summary.chronology.events import REASONS, STEPS, as_given
from screening.summary.chronology.gaps import bounds, in_words
from screening.summary.chronology.telling import chronologies, chronology
from screening.summary.page import chrono_data
from screening.summary.page.chrono_data import Chronology, Event
from screening.summary.page.data import About, CaseRecord
from tests.rules.ask import AS_OF
from tests.rules.strategies import as_of_days, records


DATES = [key for key, fact in FACTS.items() if fact.kind is Kind.DATE]
VIVAR: dict[str, Any] = {
    "citizenship": "noncitizen",
    "court": "california",
    "juvenile": "no",
    "disposition": "guilty_plea",
    "disposition_date": "2004-03",
    "sentence_date": "2004-04",
    "custody_in_case": "finished",
    "custody_end_date": "2007",
    "harm_named_case": "yes",
    "first_notice_date": "2023",
    "learned_harm_date": "unsure",
    "learned_remedy_date": "2026-09",
    "upcoming": ["immigration_court"],
    "immigration_court_date": "2026-12-09",
}


def read(as_of: date = AS_OF, about: dict[str, About] | None = None, **answers: Any) -> Chronology:
    return chronology(CaseRecord(1, parse_answers(answers).values, about or {}), as_of)


def events(as_of: date = AS_OF, **answers: Any) -> dict[str, Event]:
    return {event.label: event for event in read(as_of, **answers).events}


@given(records, as_of_days)
@settings(max_examples=80)
def test_every_date_given_stands_in_the_table_as_it_was_given(answers: Answers, as_of: date) -> None:
    rows = chronology(CaseRecord(1, answers.values), as_of).rows
    for key in DATES:
        day = answers.day(key)
        if day is not None:
            assert any(key in row.keys and as_given(day) in row.given for row in rows), key


@given(records, as_of_days)
@settings(max_examples=80)
def test_nothing_is_dated_that_no_answer_dates(answers: Answers, as_of: date) -> None:
    known = {str(day) for key in DATES if (day := answers.day(key)) is not None}
    limits = {limit for text in known for limit in _limits(text)} | {as_of}
    for event in chronology(CaseRecord(1, answers.values), as_of).events:
        assert set(event.days) <= limits
        if event.kind is chrono_data.EventKind.UNKNOWN:
            assert not any(answers.day(key) for key in event.keys)
            assert event.first is None or event.last is None or event.first <= event.last


def _limits(text: str) -> tuple[date, date]:
    day = PartialDate.parse(text)
    return day.earliest, day.latest


def test_how_closely_a_date_is_known_is_its_kind() -> None:
    for text, kind, words in (
        ("2004", "span", "2004"),
        ("2004-03", "month", "March 2004"),
        ("2004-03-09", "day", "March 9, 2004"),
    ):
        plea = events(disposition="guilty_plea", disposition_date=text)["Guilty plea"]
        assert (plea.kind.value, plea.words) == (kind, words)
        assert (plea.first, plea.last) == _limits(text)


def test_an_unknown_date_stands_only_where_its_question_matters() -> None:
    assert read().events == ()
    assert events(disposition="trial")["Verdict at trial"].words == "date not given"
    assert events(disposition_date="prefer_not_to_say")["Plea or end of the case"].words == (
        "would rather not say"
    )
    assert "First knew the case hurts" not in events(disposition_date="2004")
    assert events(learned_harm_date="unsure")["First knew the case hurts"].words == "date not known"
    assert "First immigration paper" not in events(harm_named_case="no", first_notice_date="unsure")
    assert "Removal order, if any" in events(removal_order_final_date="unsure")
    assert not events(immigration_events=["none"], removal_order_final_date="unsure")
    assert not events(program="none", program_start_date="unsure")
    assert "Program granted" in events(program="prop36")
    assert not events(innocence_evidence="no", innocence_evidence_date="unsure")
    assert "Evidence of innocence found" in events(innocence_evidence="yes")
    assert not events(custody_in_case="not_sentenced_yet", sentence_date="unsure")


def test_an_unknown_date_lies_on_the_days_that_are_possible() -> None:
    found = events(**VIVAR, innocence_evidence="yes", race_bias_date="2020", travel_date="2027")
    harm = found["First knew the case hurts"]
    assert (harm.first, harm.last) == (date(2004, 3, 1), AS_OF)
    plea = events(disposition="guilty_plea", sentence_date="2004-04")["Guilty plea"]
    assert (plea.first, plea.last) == (None, date(2004, 4, 30))
    travel = events(upcoming=["travel"], travel_date="unsure")["Travel"]
    assert (travel.first, travel.last) == (AS_OF, None)
    order = events(disposition_date="2004", immigration_events=["removal_order"])["Removal order final"]
    assert order.first is None
    after = events(
        disposition_date="2004", immigration_events=["removal_order"], removal_order_named_case="yes"
    )
    assert after["Removal order final"].first == date(2004, 1, 1)


def test_later_orders_have_no_day_and_are_never_dated() -> None:
    (relief,) = (
        event
        for event in read(**VIVAR, later_relief=["expunged_1203_4", "prop47"]).events
        if not event.days and "later_relief" in event.keys
    )
    assert (relief.label, relief.words) == ("Expunged (1203.4), Prop 47", "date not asked")
    assert (relief.first, relief.last) == (date(2004, 3, 1), AS_OF)
    assert "later_relief" not in str(read(**VIVAR, later_relief=["none"]).rows)


@pytest.mark.parametrize(
    ("answers", "labels"),
    [
        pytest.param({"sentence_date": "2004-04", "custody_end_date": "2007"}, {"Sentence and custody": "April 2004 to 2007"}, id="a run"),
        pytest.param({"sentence_date": "2004-04", "custody_in_case": "probation"}, {"Sentence and custody": "April 2004, still going on"}, id="goes on"),
        pytest.param({"probation_start_date": "2004-04", "custody_in_case": "probation"}, {"Probation": "April 2004, still going on"}, id="probation alone"),
        pytest.param(
            {"sentence_date": "2004-04", "probation_start_date": "2004-04", "custody_end_date": "2007"},
            {"Sentence and probation": "April 2004 to 2007"},
            id="both on one day",
        ),
        pytest.param(
            {"sentence_date": "2004-04", "probation_start_date": "2005", "custody_end_date": "2007"},
            {"Sentence and custody": "April 2004 to 2007", "Probation began": "2005"},
            id="probation later",
        ),
        pytest.param(
            {"sentence_date": "2004-04", "custody_in_case": "finished", "custody_end_date": "unsure"},
            {"Sentence": "April 2004", "End of custody": "date not known"},
            id="the end is not known",
        ),
        pytest.param(
            {"sentence_date": "2010", "custody_end_date": "2007"},
            {"End of custody": "2007", "Sentence": "2010"},
            id="an end before its start",
        ),
        pytest.param({"custody_end_date": "2007"}, {"End of custody": "2007"}, id="an end alone"),
        pytest.param(
            {"probation_start_date": "2004", "custody_in_case": "finished"},
            {"End of custody": "date not given", "Probation began": "2004"},
            id="probation, then over",
        ),
        pytest.param({"sentence_date": "unsure"}, {"Sentence": "date not known"}, id="nothing known"),
        pytest.param({"custody_in_case": "probation"}, {}, id="a run without a start"),
        pytest.param({"sentence_date": "2027", "custody_in_case": "probation"}, {"Sentence": "2027"}, id="still to come"),
    ],
)  # fmt: skip
def test_custody_is_a_run_only_between_known_days(answers: Any, labels: dict[str, str]) -> None:
    found = events(**answers)
    assert {label: event.words for label, event in found.items()} == labels
    for event in found.values():
        assert (event.kind is chrono_data.EventKind.RUN) == (" to " in event.words or "still" in event.words)


def test_a_run_that_goes_on_ends_today() -> None:
    run = events(sentence_date="2020", custody_in_case="parole_or_supervision")["Sentence and custody"]
    assert run.ends == (AS_OF, AS_OF)


def test_a_passed_or_unticked_coming_day_is_still_shown() -> None:
    assert events(travel_date="2020-05-01")["Travel"].words == "May 1, 2020"
    assert not events(upcoming=["none"])
    assert set(EVENT_DATES.values()) <= set(DATES)


def test_events_stand_in_order_of_their_first_possible_day() -> None:
    found = read(**VIVAR, removal_order_final_date="unsure").events
    firsts = [event.first or date.min for event in found]
    assert firsts == sorted(firsts)
    assert found[0].label == "Removal order, if any"


def test_law_days_are_those_in_range_of_laws_that_are_not_ruled_out() -> None:
    def labels(**answers: Any) -> list[str]:
        return [law.label for law in read(**answers).laws]

    base = {**VIVAR, "program": "none"}
    assert labels(**base) == ["PC 1473.7 in force", "PC 1016.5 verbatim"]
    assert "PC 1473.7(a)(3) in force" in labels(**base, race_bias="yes")
    late = {"disposition_date": "2019", "sentence_date": "2019", "custody_end_date": "2020"}
    assert labels(**{**base, **late}) == ["PC 1016.5 verbatim"]
    trial = labels(**{**base, "disposition": "trial"})
    assert trial == ["PC 1473.7 in force", "PC 1473.7 after trial"]
    program = labels(**{**base, "program": "pc1000_deferred_entry"})
    assert {"PC 1203.43 in force", "pretrial diversion"} <= set(program)
    assert "deferred entry of judgment" not in program
    assert labels(learned_harm_date="unsure") == []
    assert labels(citizenship="us_citizen_born", disposition_date="2004", juvenile="yes") == []
    assert read(**base).law_days.startswith("PC 1473.7 in force, January 1, 2017; ")


_PARTS = st.sampled_from([4, 7, 10])
_DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
SPANS = st.builds(lambda day, length: PartialDate.parse(day.isoformat()[:length]), _DAYS, _PARTS)


@given(SPANS, _DAYS)
@settings(max_examples=25)
def test_a_gap_is_as_long_as_counting_it_day_by_day(day: PartialDate, as_of: date) -> None:
    days = (day.latest - day.earliest).days
    counted = [_months(day.earliest + timedelta(days=more), as_of) for more in range(days + 1)]
    assert bounds(day, as_of) == (min(counted), max(counted))


def _months(day: date, as_of: date) -> int:
    months = 0
    while add_months(day, months + 1) <= as_of:
        months += 1
    return months


def test_a_length_reads_as_people_say_it() -> None:
    assert [in_words(months) for months in (0, 1, 11, 12, 13, 34)] == [
        "less than a month",
        "1 month",
        "11 months",
        "1 year",
        "1 year 1 month",
        "2 years 10 months",
    ]


def test_the_gap_runs_from_the_start_that_the_clock_reads() -> None:
    (gap,) = read(**VIVAR).gaps
    assert (gap.first, gap.last, gap.end) == (date(2023, 1, 1), date(2023, 12, 31), AS_OF)
    assert gap.sentence == "Gap: first paper to today: 2 years 10 months to 3 years 10 months."
    assert gap.law.startswith("PC 1473.7(b)(2) [V]: ")
    old = read(**{**VIVAR, "first_notice_date": "2009"})
    assert [gap.label for gap in old.gaps] == ["Gap: first heard of the law to today"]
    before_law = read(**{**VIVAR, "first_notice_date": "2009", "learned_remedy_date": "2010"})
    assert before_law.gaps[0].first == date(2017, 1, 1)
    assert before_law.gaps[0].label == "Gap: the law in force to today"


def test_every_question_of_delay_has_its_gap_and_no_closed_law_has() -> None:
    both: dict[str, Any] = {
        **VIVAR,
        "learned_harm_date": "2022-05-24",
        "innocence_evidence": "yes",
        "innocence_evidence_date": "2020",
        "race_bias": "yes",
        "race_bias_date": "2026-11",
    }
    found = read(**both).gaps
    assert [gap.remedy for gap in found] == ["pc1473_7_a1", "pc1016_5", "pc1473_7_a2", "pc1473_7_a3"]
    assert [gap.words for gap in found[1:]] == [
        "4 years 6 months",
        "5 years 10 months to 6 years 10 months",
        "less than a month",
    ]
    assert "diligence since the harm was known" in found[1].law
    no_ground = {"innocence_evidence": "no", "race_bias": "no"}
    undated = {"innocence_evidence_date": None, "race_bias_date": None}
    unraised = read(**{**both, **no_ground, **undated}).gaps
    assert [gap.remedy for gap in unraised] == ["pc1473_7_a1", "pc1016_5"]
    assert [gap.remedy for gap in read(**{**both, "juvenile": "yes"}).gaps] == ["pc1473_7_a3"]
    assert read(date(2016, 1, 1), **VIVAR).gaps == ()


def test_a_start_still_to_come_leaves_no_gap() -> None:
    assert read(**{**VIVAR, "first_notice_date": "2027"}).gaps == ()


def test_who_said_it_and_how_sure_stand_beside_each_event() -> None:
    about = {
        "disposition_date": About("paper_seen", "sure"),
        "sentence_date": About("family", "not_sure"),
        "custody_end_date": About("family", "not_sure"),
    }
    rows = {row.event: row.told for row in read(about=about, **VIVAR).rows}
    assert rows["Guilty plea"] == "Paper seen, sure"
    assert rows["Sentence and custody"] == "Family, not sure"
    assert rows["First immigration paper"] == "The person"


def test_steps_have_no_day_and_stand_in_the_table_only() -> None:
    found = read(**VIVAR, steps_since=["saw_lawyer", "asked_for_records"], delay_reasons=["wrong_advice"])
    assert found.rows[-1].given == "saw a lawyer; asked for records (days not asked)"
    assert found.reasons == "wrong advice"
    assert not any("steps_since" in event.keys for event in found.events)
    assert read(**VIVAR, steps_since=["none"]).rows[-1].given == "none"
    unsure = read(**VIVAR, steps_since=["unsure"])
    assert unsure.steps == unsure.reasons == ""


def test_every_value_of_reasons_and_steps_has_its_words() -> None:
    assert set(REASONS) == set(FACTS["delay_reasons"].values)
    assert set(STEPS) == set(FACTS["steps_since"].values)
    assert UNKNOWN_VALUES[0] not in REASONS


def test_it_is_english_whatever_language_is_active() -> None:
    with translation.override("es"):
        assert (
            events(disposition="guilty_plea", disposition_date="2004-03")["Guilty plea"].words == "March 2004"
        )


def test_each_case_has_its_own() -> None:
    one = CaseRecord(1, parse_answers(VIVAR).values)
    two = CaseRecord(2, parse_answers({"disposition_date": "1999"}).values)
    assert chronologies([one, two], AS_OF) == (chronology(one, AS_OF), chronology(two, AS_OF))
