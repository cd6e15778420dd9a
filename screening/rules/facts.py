"""What may be answered: every key of the contract, its kind and its values, in the contract's order.

The words of a question live in `screening/questions/`. A key or value changed here changes stored
screenings and other programs' files, so none is ever renamed (contract section 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


UNSURE = "unsure"
PREFER_NOT_TO_SAY = "prefer_not_to_say"
NONE = "none"
UNKNOWN_VALUES = (UNSURE, PREFER_NOT_TO_SAY)
STAND_ALONE = (NONE, *UNKNOWN_VALUES)

# Papers that nobody has looked for yet: the answer is there, and the fact still stands open.
NOT_LOOKED = ("not_checked", "not_ordered")

LONGEST_TEXT = 300


class Kind(Enum):
    """How a fact is answered."""

    ONE = "one"
    SEVERAL = "several"
    DATE = "date"
    TEXT = "text"
    COUNTY = "county"


class Topic(Enum):
    """The contract's grouping. YOU is shared by all cases of a person."""

    YOU = "you"
    CASE = "case"
    PROGRAM = "program"
    PLEA = "plea"
    HARM = "harm"
    GROUNDS = "grounds"


@dataclass(frozen=True)
class Fact:
    """One key of the contract. `values` are its own values; every fact also takes the unknown ones."""

    key: str
    kind: Kind
    topic: Topic
    values: tuple[str, ...] = ()
    optional: bool = False

    @property
    def all_values(self) -> tuple[str, ...]:
        """The values that a choice may take, the unknown ones last."""
        none = (NONE,) if self.kind is Kind.SEVERAL else ()
        return (*self.values, *none, *UNKNOWN_VALUES)


COUNTIES = (
    "Alameda", "Alpine", "Amador", "Butte", "Calaveras", "Colusa", "Contra Costa", "Del Norte",
    "El Dorado", "Fresno", "Glenn", "Humboldt", "Imperial", "Inyo", "Kern", "Kings", "Lake", "Lassen",
    "Los Angeles", "Madera", "Marin", "Mariposa", "Mendocino", "Merced", "Modoc", "Mono", "Monterey",
    "Napa", "Nevada", "Orange", "Placer", "Plumas", "Riverside", "Sacramento", "San Benito",
    "San Bernardino", "San Diego", "San Francisco", "San Joaquin", "San Luis Obispo", "San Mateo",
    "Santa Barbara", "Santa Clara", "Santa Cruz", "Shasta", "Sierra", "Siskiyou", "Solano", "Sonoma",
    "Stanislaus", "Sutter", "Tehama", "Trinity", "Tulare", "Tuolumne", "Ventura", "Yolo", "Yuba",
)  # fmt: skip

YES_NO = "yes no"

# key, kind, values (the topic stands over its rows)
_TABLE: dict[Topic, tuple[tuple[str, Kind, str], ...]] = {
    Topic.YOU: (
        ("answered_by", Kind.ONE, "self family staff interpreter"),
        ("citizenship", Kind.ONE, "us_citizen_born us_citizen_naturalized noncitizen"),
        ("citizen_parent", Kind.ONE, YES_NO),
        (
            "immigration_status",
            Kind.ONE,
            "permanent_resident conditional_resident refugee_or_asylee temporary_visa daca_or_tps no_status other",
        ),
        (
            "immigration_events",
            Kind.SEVERAL,
            "detained ice_hold in_removal_proceedings removal_order removed benefit_denied benefit_pending",
        ),
        (
            "upcoming",
            Kind.SEVERAL,
            "immigration_court ice_check_in immigration_interview travel immigration_application criminal_court",
        ),
        ("immigration_court_date", Kind.DATE, ""),
        ("ice_check_in_date", Kind.DATE, ""),
        ("immigration_interview_date", Kind.DATE, ""),
        ("travel_date", Kind.DATE, ""),
        ("immigration_application_date", Kind.DATE, ""),
        ("criminal_court_date", Kind.DATE, ""),
        ("other_cases", Kind.ONE, YES_NO),
    ),
    Topic.CASE: (
        ("said_guilty", Kind.ONE, YES_NO),
        ("court", Kind.ONE, "california federal other_state tribal_or_military"),
        ("county", Kind.COUNTY, ""),
        ("juvenile", Kind.ONE, "yes no tried_as_adult"),
        ("offense_level", Kind.ONE, "felony misdemeanor infraction"),
        ("counts", Kind.ONE, "one several"),
        (
            "offense_kind",
            Kind.SEVERAL,
            (
                "drug_possession marijuana drug_other theft_or_fraud domestic_violence violence"
                " driving_under_influence firearm sex_offense other"
            ),
        ),
        ("offense_code", Kind.TEXT, ""),
        (
            "disposition",
            Kind.ONE,
            "guilty_plea no_contest_plea plea_then_withdrawn trial no_plea_diversion dismissed_without_plea",
        ),
        ("disposition_date", Kind.DATE, ""),
        (
            "program",
            Kind.ONE,
            (
                "pc1000_deferred_entry prop36 sentence_deferral other_plea_first informal_plea_deal"
                " pretrial_diversion none"
            ),
        ),
        ("admitted_facts", Kind.ONE, YES_NO),
        ("penalty_ordered", Kind.ONE, YES_NO),
        ("sentence_imposed", Kind.ONE, "no_jail up_to_180_days 181_to_364_days 365_days_or_more"),
        ("sentence_date", Kind.DATE, ""),
        ("violation_admitted", Kind.ONE, YES_NO),
        (
            "custody_in_case",
            Kind.ONE,
            (
                "finished probation parole_or_supervision jail_or_prison not_sentenced_yet in_program"
                " probation_stopped"
            ),
        ),
        ("custody_end_date", Kind.DATE, ""),
        ("probation_start_date", Kind.DATE, ""),
        ("custody_elsewhere", Kind.ONE, "none other_case immigration"),
        ("open_warrant", Kind.ONE, YES_NO),
        ("appeal_pending", Kind.ONE, YES_NO),
        (
            "later_relief",
            Kind.SEVERAL,
            "expunged_1203_4 reduced_17b prop47 prop64 resentenced sealed vacated_other pardoned",
        ),
    ),
    Topic.PROGRAM: (
        ("program_plea", Kind.ONE, "guilty no_contest not_guilty"),
        ("program_start_date", Kind.DATE, ""),
        ("offense_before_1997", Kind.ONE, YES_NO),
        ("program_completed", Kind.ONE, "yes no still_in_program"),
        ("program_dismissed", Kind.ONE, YES_NO),
        ("program_told", Kind.ONE, "would_be_erased nothing_about_immigration it_could_hurt"),
        ("court_file", Kind.ONE, "exists destroyed not_checked"),
        ("doj_record", Kind.ONE, "shows_completion shows_no_disposition shows_conviction not_ordered"),
    ),
    Topic.PLEA: (
        ("warned_deportation", Kind.ONE, YES_NO),
        ("warned_exclusion", Kind.ONE, YES_NO),
        ("warned_naturalization", Kind.ONE, YES_NO),
        (
            "advisement_record",
            Kind.ONE,
            "shows_all_three shows_some shows_none record_missing not_checked",
        ),
        ("advisement_verbatim", Kind.ONE, YES_NO),
        ("lawyer_kind", Kind.ONE, "public_defender appointed private none"),
        (
            "lawyer_advice",
            Kind.ONE,
            (
                "no_lawyer said_nothing said_no_problem said_ask_immigration_lawyer said_may said_will"
                " other_wrong_advice"
            ),
        ),
        ("understanding", Kind.ONE, "did_not_know thought_safe knew_possible knew_certain"),
        (
            "understanding_barriers",
            Kind.SEVERAL,
            "no_interpreter could_not_read_form health no_time pressure_to_get_out not_in_court",
        ),
        (
            "would_have_done",
            Kind.ONE,
            "trial different_plea longer_sentence_instead same_plea_other_sentence same_plea",
        ),
        ("other_offer", Kind.ONE, YES_NO),
        (
            "ties",
            Kind.SEVERAL,
            (
                "came_as_child ten_years_or_more permanent_resident us_family work_or_school home_or_business"
                " no_ties_abroad fear_of_return said_so_then"
            ),
        ),
        (
            "evidence",
            Kind.SEVERAL,
            "letters_from_then lawyer_file plea_transcript plea_form records_of_ties witness",
        ),
    ),
    Topic.HARM: (
        ("harm_named_case", Kind.ONE, YES_NO),
        ("first_notice_date", Kind.DATE, ""),
        ("removal_order_final_date", Kind.DATE, ""),
        ("removal_order_learned_date", Kind.DATE, ""),
        ("removal_order_named_case", Kind.ONE, YES_NO),
        (
            "immigration_goal",
            Kind.SEVERAL,
            "green_card citizenship renew_green_card daca_or_tps family_petition stay return",
        ),
        ("learned_harm_date", Kind.DATE, ""),
        ("learned_remedy_date", Kind.DATE, ""),
        ("steps_since", Kind.SEVERAL, "saw_lawyer asked_for_records filed_motion paid_consultant"),
        (
            "delay_reasons",
            Kind.SEVERAL,
            "did_not_know_law could_not_afford wrong_advice detained_or_abroad illness_or_hardship language other",
        ),
        ("prior_motion", Kind.ONE, "none pending denied granted"),
        ("prior_motion_date", Kind.DATE, ""),
    ),
    Topic.GROUNDS: (
        ("innocence_evidence", Kind.ONE, YES_NO),
        ("innocence_evidence_date", Kind.DATE, ""),
        ("race_bias", Kind.ONE, YES_NO),
        ("race_bias_date", Kind.DATE, ""),
    ),
}

_OPTIONAL = frozenset({"county", "offense_code"})

FACTS: dict[str, Fact] = {
    key: Fact(key, kind, topic, tuple(values.split()), optional=key in _OPTIONAL)
    for topic, rows in _TABLE.items()
    for key, kind, values in rows
}

# Where each key stands in the contract's order.
PLACES: dict[str, int] = {key: place for place, key in enumerate(FACTS)}

# The date of a coming event, by the event.
EVENT_DATES: dict[str, str] = {event: event + "_date" for event in FACTS["upcoming"].values}
