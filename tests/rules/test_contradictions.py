"""A contradiction is never a no (contract section 1, rule 6): what cannot stand beside each "no", as its section 3 says.

The tables are taken from the contract, not from the conditions in the rules.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.rules.element import Element, Remedy
from screening.rules.facts import FACTS, Kind
from screening.rules.finding import Finding
from screening.rules.record import parse_answers
from screening.rules.remedies import PC1016_5, PC1203_43, PC1473_7_A1, PC1473_7_A2, PC1473_7_A3, REMEDIES
from screening.rules.remedies.custody import CUSTODY_OVER
from screening.rules.remedies.gates import ADULT_CASE, CALIFORNIA_CASE, CONVICTION_EXISTS, NONCITIZEN
from screening.rules.remedies.pc1016_5 import ADVISEMENT_MISSING, NOT_INFRACTION, PLEA, PLEA_AFTER_1977
from screening.rules.remedies.pc1203_43 import (
    COMPLETED,
    DEFERRED_ENTRY,
    DISMISSED,
    GRANTED_1997_OR_LATER,
    PLEA_ENTERED,
)
from screening.rules.text import Told
from tests.rules.ask import AS_OF, Given, element_of, found, read
from tests.rules.strategies import given_answers
from tests.rules.test_properties import many


NO = (Finding.NOT_MET, Finding.NOT_YET)

# An answer of None takes what stands there away: it is not known.
Answered = tuple[Given, ...]


def each(key: str, values: str, **also: str | None) -> Answered:
    """Each of the values (parted by spaces) as an answer to the key, with what has to go with it."""
    return tuple({key: value, **also} for value in values.split())


def within(one: Given, others: Answered) -> Answered:
    """Each of the others together with the one."""
    return tuple({**one, **other} for other in others)


_PLEA_SAID = (
    *each("said_guilty", "yes"),
    *each("evidence", "plea_transcript plea_form"),
    *each("advisement_record", "shows_all_three shows_some shows_none"),
)
PLEA_WORDS = (
    *_PLEA_SAID,
    *each("program_plea", "guilty no_contest"),
    *each(
        "program",
        "pc1000_deferred_entry prop36 sentence_deferral other_plea_first informal_plea_deal",
        program_plea=None,
        program_start_date=None,
    ),
    {"program": "pc1000_deferred_entry", "program_plea": None, "program_start_date": "1997-01-01"},
)
HARM_SIGNS = (
    *each("harm_named_case", "yes"),
    *each("removal_order_named_case", "yes"),
    *each("first_notice_date", "2019"),
)
SENTENCE_SIGNS = (
    *each("sentence_imposed", "up_to_180_days 181_to_364_days 365_days_or_more"),
    *each("violation_admitted", "yes"),
    *each("custody_in_case", "probation parole_or_supervision jail_or_prison probation_stopped"),
    *each("probation_start_date", "2003"),
)
CONVICTION_SIGNS = (
    *SENTENCE_SIGNS,
    *HARM_SIGNS,
    *each("later_relief", "expunged_1203_4 reduced_17b prop47 prop64 resentenced vacated_other pardoned"),
    *each("sentence_date", "2003"),
    *each("doj_record", "shows_conviction"),
    *each("appeal_pending", "yes"),
    *each("prior_motion", "pending denied granted"),
)
NONCITIZEN_SIGNS = (
    *each(
        "immigration_status",
        "permanent_resident conditional_resident refugee_or_asylee temporary_visa daca_or_tps no_status other",
    ),
    *each(
        "immigration_events",
        "detained ice_hold in_removal_proceedings removal_order removed benefit_denied benefit_pending",
    ),
    *HARM_SIGNS,
    *each("removal_order_final_date", "2019"),
    *each("removal_order_learned_date", "2019"),
    *each("custody_elsewhere", "immigration"),
    *each("upcoming", "immigration_court ice_check_in"),
    *each("immigration_goal", "green_card citizenship renew_green_card daca_or_tps stay return"),
)
CALIFORNIA_SIGNS = (
    *each("county", "Fresno"),
    *each("later_relief", "expunged_1203_4 reduced_17b prop47 prop64"),
    *each("program", "pc1000_deferred_entry prop36"),
)
ADULT_SIGNS = (
    *each("later_relief", "expunged_1203_4 reduced_17b"),
    *each("doj_record", "shows_conviction"),
    *each("custody_in_case", "jail_or_prison parole_or_supervision"),
)
# The as-of day of the tests is November 24, 2026.
CUSTODY_OVER_SIGNS = (
    *each("later_relief", "expunged_1203_4 sealed pardoned vacated_other"),
    *each("custody_end_date", "2026-11-23 2026-10 2025"),
    *each("program_dismissed", "yes"),
    *each("disposition", "dismissed_without_plea"),
)
PAST_THE_CAP: Answered = (
    {"offense_level": "felony", "probation_start_date": "2024-11-23", "offense_kind": None},
    {"offense_level": "misdemeanor", "probation_start_date": "2025-11-23", "offense_kind": None},
    {"offense_level": "misdemeanor", "probation_start_date": "2025-11-23", "offense_kind": "violence"},
    {
        "offense_level": "felony",
        "probation_start_date": None,
        "sentence_date": "2024-11-23",
        "offense_kind": "firearm",
    },
    {
        "offense_level": "felony",
        "probation_start_date": None,
        "sentence_date": None,
        "disposition_date": "2024-11-23",
        "offense_kind": "none",
    },
    {"probation_start_date": "2021-11-23", "offense_kind": "domestic_violence"},
    {"probation_start_date": "2021-11-23", "offense_level": None},
)
CRIME_SIGNS = (
    *SENTENCE_SIGNS,
    *each("later_relief", "reduced_17b prop47 resentenced"),
    *each("offense_kind", "drug_other domestic_violence driving_under_influence firearm sex_offense"),
)
# What looks like plea words and is none.
NO_PLEA_WORDS = (
    *each("program", "prop36 sentence_deferral informal_plea_deal", program_plea="not_guilty"),
    *each("program", "pc1000_deferred_entry", program_plea=None, program_start_date="1996-12-31"),
    *each("program", "pc1000_deferred_entry", program_plea="unsure", program_start_date="1996"),
)
PAST_START = each("probation_start_date", "2003", offense_level="felony", offense_kind=None)
NOT_OVER = each("custody_end_date", "2026-11-24 2026-11-25 2026-11 2026 unsure")
OWN_TERM = "domestic_violence driving_under_influence sex_offense violence"
NOT_PAST_THE_CAP = (
    *each("probation_start_date", "2024-11-24 2024-11 2024", offense_level="felony", offense_kind=None),
    *each("probation_start_date", "2025-11-24 2025-11", offense_level="misdemeanor", offense_kind=None),
    *each("probation_start_date", "2021-11-24 2021-11 2021", offense_level="infraction", offense_kind=None),
    *each("probation_start_date", "2021-11-24 2021", offense_level=None, offense_kind=None),
    *each("offense_kind", OWN_TERM, offense_level="felony", probation_start_date="2021-11-24"),
    *each("sentence_date", "2003", offense_level="felony", probation_start_date="2026"),
)
LATER_DAYS = tuple(
    {key: day}
    for key in ("program_start_date", "sentence_date", "probation_start_date")
    for day in ("1979-01-01", "1979", "2003")
)
EARLY_DAYS = (
    *each("program_start_date", "1978-12-31 1978"),
    *each("sentence_date", "1978-12-31 unsure"),
    *each("probation_start_date", "1978"),
    *each("custody_end_date", "1985"),
)
NOT_ADVISED = (
    *each("warned_deportation", "no"),
    *each("warned_exclusion", "no"),
    *each("warned_naturalization", "no"),
    *each("understanding_barriers", "no_interpreter could_not_read_form not_in_court"),
)
A_PROGRAM = (
    *each("program_plea", "guilty no_contest not_guilty"),
    *each("program_completed", "yes no still_in_program"),
    *each("program_dismissed", "yes no"),
    *each("program_start_date", "1997-01-01 2017-12-31"),
    *each("custody_in_case", "in_program"),
    *each("disposition", "no_plea_diversion"),
)
PLEA_DISPOSITIONS = each("disposition", "guilty_plea no_contest_plea plea_then_withdrawn")
GRANTED_LATER = each("offense_before_1997", "no")
DEFERRED: Given = {"program": "pc1000_deferred_entry"}
COMPLETED_SIGNS = (
    *each("program_dismissed", "yes"),
    *each("disposition", "dismissed_without_plea"),
    *each("doj_record", "shows_completion"),
)
DISMISSED_SIGNS = (
    *each("doj_record", "shows_completion"),
    *each("disposition", "dismissed_without_plea"),
    *each("later_relief", "expunged_1203_4 sealed"),
)


class Row(NamedTuple):
    """Answers that give a "no", and the answers that cannot stand beside them, each by itself.

    `near` can stand there, beside every other answer to the same questions: a day too far, another program.
    """

    element: Element
    finding: str
    said: Answered
    against: Answered
    near: Answered = ()

    @property
    def beside(self) -> Answered:
        """What leaves the "no" as it is."""
        single = [next(iter(one.items())) for one in self.against if sum(map(bool, one.values())) == 1]
        against = {key: {value for one, value in single if one == key} for key, _value in single}
        return (
            *self.near,
            *(
                {key: value}
                for key, values in against.items()
                for value in FACTS[key].all_values
                if FACTS[key].kind in (Kind.ONE, Kind.SEVERAL) and value not in values
            ),
        )


TABLE = (
    Row(
        NONCITIZEN,
        "not_met",
        each("citizenship", "us_citizen_born us_citizen_naturalized"),
        NONCITIZEN_SIGNS,
        (
            *each("first_notice_date", "unsure"),
            *each("removal_order_final_date", "unsure"),
            *each("citizen_parent", "no"),
        ),
    ),
    Row(
        CALIFORNIA_CASE,
        "not_met",
        each("court", "federal other_state tribal_or_military"),
        CALIFORNIA_SIGNS,
        each("county", "unsure"),
    ),
    Row(ADULT_CASE, "not_met", each("juvenile", "yes"), ADULT_SIGNS),
    Row(
        CONVICTION_EXISTS,
        "not_met",
        (
            {"disposition": "dismissed_without_plea"},
            {"disposition": "no_plea_diversion", "admitted_facts": "no"},
        ),
        (*PLEA_WORDS, *CONVICTION_SIGNS),
        NO_PLEA_WORDS,
    ),
    Row(
        CUSTODY_OVER,
        "not_yet",
        each("custody_in_case", "probation"),
        (
            *CUSTODY_OVER_SIGNS,
            *each("immigration_events", "removed"),
            *each("open_warrant", "yes"),
            *PAST_THE_CAP,
        ),
        (*NOT_OVER, *NOT_PAST_THE_CAP),
    ),
    Row(
        CUSTODY_OVER,
        "not_yet",
        each("custody_in_case", "parole_or_supervision"),
        (
            *CUSTODY_OVER_SIGNS,
            *each("immigration_events", "removed"),
            *each("upcoming", "ice_check_in"),
            *each("sentence_imposed", "no_jail"),
            *each("offense_level", "misdemeanor infraction"),
        ),
        (*NOT_OVER, *PAST_START),
    ),
    Row(
        CUSTODY_OVER,
        "not_yet",
        each("custody_in_case", "jail_or_prison"),
        (
            *CUSTODY_OVER_SIGNS,
            *each("sentence_imposed", "no_jail"),
            *each("immigration_events", "detained"),
            *each("custody_elsewhere", "other_case immigration"),
        ),
        (*NOT_OVER, *PAST_START),
    ),
    Row(
        CUSTODY_OVER,
        "not_yet",
        each("custody_in_case", "not_sentenced_yet"),
        (
            *CUSTODY_OVER_SIGNS,
            *each("sentence_imposed", "no_jail up_to_180_days 181_to_364_days 365_days_or_more"),
            *each("sentence_date", "2026-11-23 2026-10 2003"),
            *each("probation_start_date", "2003"),
            *each("later_relief", "reduced_17b prop47 resentenced"),
            *each("program_completed", "yes"),
        ),
        (*NOT_OVER, *each("sentence_date", "2026-11-24 2026-11 2026")),
    ),
    Row(PLEA, "not_met", each("disposition", "trial"), PLEA_WORDS, (*CONVICTION_SIGNS, *NO_PLEA_WORDS)),
    Row(
        PLEA,
        "not_met",
        each("disposition", "no_plea_diversion dismissed_without_plea"),
        (*PLEA_WORDS, *CONVICTION_SIGNS),
        NO_PLEA_WORDS,
    ),
    Row(NOT_INFRACTION, "not_met", each("offense_level", "infraction"), CRIME_SIGNS),
    Row(PLEA_AFTER_1977, "not_met", each("disposition_date", "1977-12-31 1977"), LATER_DAYS, EARLY_DAYS),
    Row(
        ADVISEMENT_MISSING,
        "not_met",
        (
            {"advisement_record": "shows_all_three", "disposition_date": "2025-12-31"},
            {
                "advisement_record": "shows_all_three",
                "disposition_date": "2026-01-01",
                "advisement_verbatim": "yes",
                "evidence": "plea_transcript",
            },
        ),
        NOT_ADVISED,
    ),
    Row(
        DEFERRED_ENTRY,
        "not_met",
        within(
            {"program": "none", "program_start_date": None, "disposition_date": "2003"},
            each("offense_kind", "drug_possession marijuana drug_other unsure"),
        ),
        A_PROGRAM,
        (
            *each("offense_kind", "theft_or_fraud other none", program_plea="guilty"),
            *each("program_start_date", "1996-12-31 1996 2018-01-01 2018", program_plea="guilty"),
            *each("disposition_date", "1996 2018", program_plea="guilty"),
        ),
    ),
    Row(
        GRANTED_1997_OR_LATER,
        "not_met",
        each("program_start_date", "1996-12-31 1996"),
        (
            *GRANTED_LATER,
            *each("disposition_date", "1997-01-01 2003"),
            *within(DEFERRED, (*_PLEA_SAID, *each("program_plea", "guilty no_contest"), *PLEA_DISPOSITIONS)),
        ),
        (
            DEFERRED,
            *each("disposition_date", "1996-12-31 1996 unsure"),
            *within({"program": "other_plea_first"}, PLEA_DISPOSITIONS),
            *within(DEFERRED, each("disposition", "trial no_plea_diversion dismissed_without_plea")),
        ),
    ),
    Row(
        GRANTED_1997_OR_LATER,
        "not_met",
        each("disposition_date", "1996-12-31 1996", program_start_date=None),
        (*GRANTED_LATER, *within(DEFERRED, PLEA_DISPOSITIONS)),
        within({"program": "pretrial_diversion"}, PLEA_DISPOSITIONS),
    ),
    Row(
        PLEA_ENTERED,
        "not_met",
        each("program_plea", "not_guilty"),
        (
            *_PLEA_SAID,
            *each("doj_record", "shows_conviction"),
            *PLEA_DISPOSITIONS,
            {**DEFERRED, "program_start_date": None},
            {**DEFERRED, "program_start_date": "2017-12-31"},
        ),
        (
            {**DEFERRED, "program_start_date": "2018-01-01"},
            *each(
                "program", "prop36 sentence_deferral other_plea_first informal_plea_deal pretrial_diversion"
            ),
        ),
    ),
    Row(
        COMPLETED,
        "not_met",
        each("program_completed", "no"),
        COMPLETED_SIGNS,
        each("program_start_date", "2003"),
    ),
    Row(
        COMPLETED,
        "not_yet",
        each("program_completed", "still_in_program"),
        (*COMPLETED_SIGNS, *each("program_start_date", "2023-11-23 2003")),
        each("program_start_date", "2023-11-24 2023-11 2023 unsure"),
    ),
    Row(DISMISSED, "not_met", each("program_completed", "no", program_dismissed="no"), DISMISSED_SIGNS),
    Row(
        DISMISSED,
        "not_yet",
        each("program_completed", "yes still_in_program", program_dismissed="no"),
        DISMISSED_SIGNS,
    ),
)
BESIDE = [(row, said, against) for row in TABLE for said in row.said for against in row.against]


def _named(part: object) -> str:
    if isinstance(part, Row):
        return part.element.id
    return " ".join(str(value) for value in part.values() if value) if isinstance(part, dict) else ""


@pytest.mark.parametrize(("row", "said", "against"), BESIDE, ids=_named)
def test_an_answer_that_cannot_stand_beside_a_no_leaves_it_open(
    row: Row, said: Given, against: Given
) -> None:
    both = read(row.element, **{**said, **against})
    assert both.finding.value in ("contested", "unknown")
    doubt = row.element in (CALIFORNIA_CASE, DEFERRED_ENTRY)  # the name of a court or a program
    assert (both.finding is Finding.UNKNOWN) is doubt
    named = {name: _keys(both.because.params.get(name)) for name in ("stated", "beside")}
    if named["stated"] or named["beside"]:
        assert named["stated"] & set(said)
        assert named["beside"] & {key for key, value in against.items() if value}
        assert not named["stated"] & named["beside"]
    else:  # a line that puts both into words of its own
        assert row.element in (CUSTODY_OVER, COMPLETED)
        assert {*said, *against} & set(both.rests_on) - set(said)


def _keys(told: object) -> set[str]:
    return {one.key for one in told if isinstance(one, Told)} if isinstance(told, tuple) else set()


@pytest.mark.parametrize(("row", "said"), [(row, said) for row in TABLE for said in row.said], ids=_named)
def test_without_them_it_is_a_clear_no(row: Row, said: Given) -> None:
    assert found(row.element, **said) == row.finding
    stirred = [near for near in row.beside if found(row.element, **{**said, **near}) != row.finding]
    assert stirred == []


@many
@given(given_answers, st.sampled_from(BESIDE))
def test_whatever_else_was_answered_no_contradicted_no_stands(
    record: Given, beside: tuple[Row, Given, Given]
) -> None:
    row, said, against = beside
    answers = parse_answers({**record, **said, **against})
    assert row.element.finding(answers, AS_OF) not in NO


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.id)
def test_every_line_that_says_no_is_in_the_table(remedy: Remedy) -> None:
    reached = {id(row.element.line(parse_answers(said), AS_OF)) for row in TABLE for said in row.said}
    for element in remedy.elements:
        for line in element.lines:
            assert line.finding not in NO or id(line) in reached, (element.id, line.when.says)


# What is clear stays clear: whole cases, as people tell them.
CASE: Given = {
    "citizenship": "noncitizen",
    "court": "california",
    "county": "Fresno",
    "juvenile": "no",
    "offense_level": "felony",
    "offense_kind": ["theft_or_fraud"],
    "disposition": "guilty_plea",
    "disposition_date": "2003",
    "said_guilty": "yes",
    "program": "none",
    "custody_in_case": "finished",
    "harm_named_case": "no",
    "immigration_events": ["none"],
    "later_relief": ["none"],
}
DROPPED: Given = {"disposition": "dismissed_without_plea", "said_guilty": "no"}
DIVERTED: Given = {
    "disposition": "no_plea_diversion",
    "said_guilty": "no",
    "admitted_facts": "no",
    "program": "pretrial_diversion",
    "program_plea": "not_guilty",
    "program_start_date": "2019",
    "program_completed": "yes",
    "program_dismissed": "yes",
}
IN_DEFERRED_ENTRY: Given = {
    "program": "pc1000_deferred_entry",
    "offense_kind": ["drug_possession"],
    "program_plea": "guilty",
    "program_start_date": "2009",
    "program_completed": "no",
    "program_dismissed": "no",
}
STILL_IN: Given = {"program_completed": "still_in_program", "program_start_date": "2024-06"}


@pytest.mark.parametrize(
    ("remedy", "element", "finding", "told"),
    [
        *[
            pytest.param(
                remedy, "california_case", "not_met", {"court": "federal", "county": None}, id="federal"
            )
            for remedy in REMEDIES
        ],
        *[
            pytest.param(remedy, "adult_case", "not_met", {"juvenile": "yes"}, id="juvenile court")
            for remedy in (PC1473_7_A1, PC1473_7_A2, PC1016_5, PC1203_43)
        ],
        *[
            pytest.param(remedy, "conviction_exists", "not_met", told, id="no plea ever")
            for remedy in (PC1473_7_A1, PC1473_7_A2, PC1473_7_A3)
            for told in (DROPPED, {**DROPPED, "later_relief": ["sealed"]}, DIVERTED)
        ],
        *[
            pytest.param(PC1016_5, "plea", "not_met", told, id="no plea, so no 1016.5")
            for told in (DROPPED, DIVERTED, {"disposition": "trial", "said_guilty": "no"})
        ],
        pytest.param(
            PC1473_7_A1,
            "noncitizen",
            "not_met",
            {"citizenship": "us_citizen_born", "immigration_goal": ["family_petition"]},
            id="a citizen who petitions for family",
        ),
        pytest.param(
            PC1473_7_A1,
            "custody_over",
            "not_yet",
            {
                "custody_in_case": "probation",
                "disposition_date": "2026-01",
                "probation_start_date": "2026-01",
            },
            id="probation of this year",
        ),
        pytest.param(
            PC1016_5,
            "not_infraction",
            "not_met",
            {"offense_level": "infraction", "sentence_imposed": "no_jail"},
            id="an infraction",
        ),
        pytest.param(
            PC1016_5,
            "plea_after_1977",
            "not_met",
            {"disposition_date": "1977-11", "sentence_date": "1978-12-31"},
            id="before 1978",
        ),
        pytest.param(PC1203_43, "deferred_entry", "not_met", {}, id="no program"),
        pytest.param(PC1203_43, "plea_entered", "not_met", DIVERTED, id="not guilty before the program"),
        *[
            pytest.param(PC1203_43, element, finding, told, id="program not finished")
            for element in ("completed", "dismissed")
            for finding, told in (
                ("not_met", IN_DEFERRED_ENTRY),
                ("not_yet", {**IN_DEFERRED_ENTRY, **STILL_IN}),
            )
        ],
    ],
)
def test_a_case_that_is_clear_stays_a_clear_no(
    remedy: Remedy, element: str, finding: str, told: Given
) -> None:
    assert found(element_of(remedy, element), **{**CASE, **told}) == finding
