"""How an element is read, and how its sentence is filled with what was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from screening.rules.authorities import points
from screening.rules.condition import holds, is_, lacks
from screening.rules.element import Element, Line, contested, filled
from screening.rules.facts import FACTS, Fact, Kind, Topic
from screening.rules.finding import Finding
from screening.rules.partial_date import PartialDate
from screening.rules.remedies import REMEDIES
from screening.rules.remedies.custody import CUSTODY_OVER
from screening.rules.remedies.shared import SCREENING_MONTHS
from screening.rules.text import Said, Text, Told, _
from tests.rules.ask import AS_OF, answers


LAW = points("practice citizen")
FIRST = Line(Finding.CONTESTED, is_("court", "federal"), _("first"), LAW, _("bring a paper"))
SECOND = Line(Finding.MET, is_("court", "federal", "california"), _("second"), LAW)
ELEMENT = Element(
    "example",
    title=_("An example"),
    short_name=_("example"),
    plain=_("An example"),
    asks=_("An example."),
    test=_("An example."),
    lines=(FIRST, SECOND),
    unknown=_("nothing known"),
    change=_("anything"),
    points=LAW,
    proof=("court_docket",),
)


def test_the_first_line_that_applies_is_the_finding() -> None:
    assert ELEMENT.line(answers(court="federal"), AS_OF) is FIRST
    assert ELEMENT.line(answers(court="california"), AS_OF) is SECOND
    assert ELEMENT.line(answers(court="other_state"), AS_OF) is None
    assert ELEMENT.finding(answers(court="federal"), AS_OF) is Finding.CONTESTED
    assert ELEMENT.finding(answers(), AS_OF) is Finding.UNKNOWN


def test_a_line_without_a_change_of_its_own_takes_that_of_the_element() -> None:
    assert ELEMENT.read(answers(court="federal"), AS_OF).change == _("bring a paper")
    assert ELEMENT.read(answers(court="california"), AS_OF).change == _("anything")
    assert ELEMENT.read(answers(), AS_OF).because == _("nothing known")


def test_where_all_is_answered_and_nothing_applies_it_rests_on_what_it_reads() -> None:
    assert ELEMENT.read(answers(court="other_state"), AS_OF).rests_on == ("court",)


def test_a_line_and_an_element_are_themselves_and_equal_no_other() -> None:
    # They are looked up often: by what they are, and not by all that they declare.
    assert replace(FIRST) != FIRST
    assert replace(ELEMENT) != ELEMENT


def test_of_several_answers_those_are_told_that_contradict_and_where_one_is_missing_all() -> None:
    given = answers(court="federal", later_relief=["expunged_1203_4", "pardoned"])
    court, no_relief = is_("court", "federal"), lacks("later_relief", "vacated_other")
    by_one = contested(court, holds("later_relief", "expunged_1203_4"), LAW, _("a paper"))
    assert by_one.reason(given, AS_OF).params["beside"] == (Told("later_relief", ("expunged_1203_4",)),)
    by_none = contested(court, no_relief, LAW, _("a paper"))
    assert by_none.reason(given, AS_OF).params["beside"] == (
        Told("later_relief", ("expunged_1203_4", "pardoned")),
    )


SHOWN = _("Court {court}, ties {ties}, day {disposition_date}, and {other}.")


@pytest.mark.parametrize(
    ("given", "key", "shown"),
    [
        pytest.param({"court": "federal"}, "court", Said("court", "federal"), id="a choice"),
        pytest.param({"court": "unsure"}, "court", Text("not known"), id="not sure"),
        pytest.param({}, "court", Text("not known"), id="not answered"),
        pytest.param({"ties": ["none"]}, "ties", Said("ties", "none"), id="asked, and nothing"),
        pytest.param({"ties": ["unsure"]}, "ties", Text("not known"), id="several, not sure"),
        pytest.param(
            {"ties": ["us_family", "came_as_child"]},
            "ties",
            (Said("ties", "came_as_child"), Said("ties", "us_family")),
            id="several, in the order of the contract",
        ),
        pytest.param(
            {"disposition_date": "2003"}, "disposition_date", PartialDate.parse("2003"), id="a date"
        ),
        pytest.param({}, "disposition_date", Text("not known"), id="no date"),
    ],
)
def test_an_answer_takes_the_place_of_its_name(given: dict[str, object], key: str, shown: object) -> None:
    assert filled(SHOWN, answers(**given)).params[key] == shown


def test_only_facts_are_filled_and_other_parameters_stay() -> None:
    assert "other" not in filled(SHOWN, answers()).params
    named = filled(SHOWN.with_(other=3), answers())
    assert named.params["other"] == 3
    plain = _("Nothing to fill.")
    assert filled(plain, answers()) is plain


def test_a_parameter_may_name_the_fact_to_show() -> None:
    asked = _("Since {day}, {reason}.").with_(day=Said("race_bias_date", ""), reason=Said("court", "federal"))
    params = filled(asked, answers(race_bias_date="2003", court="california")).params
    assert params["day"] == PartialDate.parse("2003")
    assert params["reason"] == Said("court", "federal")


def test_a_text_with_parameters_can_be_kept_in_a_set() -> None:
    assert len({_("one"), _("one"), _("one").with_(number=1)}) == 2
    assert _("one").with_(number=1) != _("one").with_(number=2)


def test_a_fact_is_asked_for_unless_it_is_optional() -> None:
    assert not Fact("example", Kind.ONE, Topic.CASE).optional
    assert FACTS["county"].optional


def test_the_limits_of_an_element_are_those_of_its_readings() -> None:
    limits = {element.id: element.limits for remedy in REMEDIES for element in remedy.elements}
    by_element = {element: set(found) for element, found in limits.items() if found}
    dej, ab208, prop36 = date(1997, 1, 1), date(2018, 1, 1), date(2024, 12, 18)
    assert by_element == {
        "conviction_exists": {dej},  # by the plea words
        "custody_over": {0, 6, 12, 24, 60},
        "error": {prop36},
        "corroboration": {prop36},
        "timely": {12, date(2017, 1, 1), date(2022, 1, 1)},
        "reached_by_pc745": {date(2015, 1, 1), date(2021, 1, 1)},
        "no_undue_delay": {12},
        "plea": {dej},
        "plea_after_1977": {date(1978, 1, 1), date(1979, 1, 1)},
        "advisement_missing": {date(2026, 1, 1)},
        "diligence": {12},
        "deferred_entry": {dej, ab208},
        "granted_1997_or_later": {dej},
        "plea_entered": {dej, ab208},
        "completed": {36},
    }


def test_a_remedy_with_a_ground_says_what_to_do_where_nobody_named_it() -> None:
    with pytest.raises(TypeError):
        replace(REMEDIES[1], no_ground=None)
    with pytest.raises(TypeError):
        replace(REMEDIES[0], no_ground=_("For nothing."))


def test_the_beginning_of_a_law_and_its_changes_have_a_label_for_the_chronology() -> None:
    bare = replace(REMEDIES[0].began, label="")
    with pytest.raises(TypeError):
        replace(REMEDIES[0], began=bare)
    with pytest.raises(TypeError):
        replace(REMEDIES[0], changes=(bare,))


def test_what_a_form_and_a_declaration_ask_for_are_facts() -> None:
    parts = [
        part for remedy in REMEDIES for part in (*remedy.form.opening, *remedy.form.parts, *remedy.parts)
    ]
    keys = {key for part in parts for _label, key in part.asked if key}
    assert keys | {key for remedy in REMEDIES for _title, asked in remedy.declares for key in asked} <= set(
        FACTS
    )


def test_an_element_that_counts_time_for_our_screening_line_shows_it_as_a_gap() -> None:
    counting = {
        (remedy.id, element.id)
        for remedy in REMEDIES
        for element in remedy.elements
        if SCREENING_MONTHS in element.limits and element is not CUSTODY_OVER
    }
    assert counting == {
        (remedy.id, element.id) for remedy in REMEDIES for element in remedy.elements if element.gap
    }


def test_a_no_without_the_answer_that_closes_it_fails_at_once() -> None:
    no = next(line for line in REMEDIES[0].elements[0].lines if line.finding is Finding.NOT_MET)
    with pytest.raises(TypeError):
        replace(REMEDIES[0].elements[0], lines=(replace(no, closed=None),))


def test_a_part_that_a_form_does_not_name_stands_last() -> None:
    form, parts = REMEDIES[0].form, REMEDIES[0].form.parts
    assert [form.place(part) for part in parts] == list(range(len(parts)))
    assert replace(form, parts=parts[:1]).place(parts[1]) == 1


def test_the_short_citation_leaves_the_code_out() -> None:
    assert [remedy.short_cite for remedy in REMEDIES][3:] == ["1016.5", "1203.43"]
