"""Every line of the two sheets of paper that the field trusts, in our words, and its place in our paper.

The sheets are ILRC's "Worksheet: California Post-Conviction Relief for Immigrants" and Tooby's
"Post-Conviction Case Evaluation Checklist"; only the opening of each was seen. What a person would have to
write down against themselves (guilt, an entry) is never asked: it is a blank for the attorney.
"""

from __future__ import annotations

from dataclasses import dataclass

from screening.rules.facts import EVENT_DATES


ILRC, TOOBY = "ILRC", "Tooby"

_CLIENT, _CRIMINAL_CASE, _TIME = "The client now", "The criminal case", "Time"

# Where the paper holds it already.
FACTS_TO_GET = "page 1, facts to get next; ledger"
DRAWN = "chronology"
LEDGER = "ledger"
LEDGER_TIME = "ledger; chronology, gaps"
URGENT = "page 1, urgent"


@dataclass(frozen=True)
class SheetLine:
    """One line of a sheet.

    `line` is theirs in our words, `title` ours; `group` is the heading on Tooby's. It is answered from the
    `keys` of the questionnaire, stands `elsewhere` in the paper, is asked of `staff` in a call, or is a
    blank that the attorney fills: `blank` says with what. `person`: once for all cases of a person.
    """

    sheet: str
    line: str
    title: str
    group: str = ""
    keys: tuple[str, ...] = ()
    elsewhere: str = ""
    staff: str = ""
    blank: str = ""
    person: bool = False


SHEET_LINES: tuple[SheetLine, ...] = (
    SheetLine(
        ILRC,
        "the documents to collect",
        "Documents",
        keys=("evidence", "court_file", "doj_record"),
        elsewhere=FACTS_TO_GET,
    ),
    SheetLine(
        ILRC,
        "a chronology",
        "Chronology",
        keys=(
            "disposition_date",
            "sentence_date",
            "probation_start_date",
            "custody_end_date",
            "program_start_date",
            "first_notice_date",
            "removal_order_final_date",
            "learned_harm_date",
            "learned_remedy_date",
            "innocence_evidence_date",
            "race_bias_date",
        ),
        elsewhere=DRAWN,
    ),
    SheetLine(
        ILRC,
        "the error",
        "Error",
        keys=(
            "lawyer_kind",
            "lawyer_advice",
            "program_told",
            "understanding",
            "understanding_barriers",
            "warned_deportation",
            "warned_exclusion",
            "warned_naturalization",
            "advisement_record",
            "advisement_verbatim",
        ),
    ),
    SheetLine(ILRC, "the prejudice", "Prejudice", keys=("would_have_done", "ties")),
    SheetLine(
        ILRC,
        "the alternative pleas",
        "Alternative pleas",
        keys=("other_offer",),
        blank="Safer pleas",
    ),
    SheetLine(
        ILRC,
        "the strong and the weak sides of the case",
        "Strong and weak sides",
        elsewhere=LEDGER,
        blank="Strongest, weakest",
    ),
    SheetLine(TOOBY, "sober and stable", "Sober and stable", _CLIENT, blank="Now", person=True),
    SheetLine(
        TOOBY,
        "strong equities",
        "Equities",
        _CLIENT,
        keys=("immigration_goal",),
        blank="Family, work, health",
    ),
    SheetLine(
        TOOBY,
        "sentence served and out of custody",
        "Sentence and custody",
        _CLIENT,
        keys=(
            "sentence_imposed",
            "penalty_ordered",
            "violation_admitted",
            "custody_in_case",
            "custody_elsewhere",
        ),
    ),
    SheetLine(
        TOOBY,
        "no warrant, open or likely",
        "Warrant",
        _CLIENT,
        keys=("open_warrant",),
        blank="Likely ones",
    ),
    SheetLine(
        TOOBY,
        "no exposure for re-entry after removal",
        "Re-entry after removal",
        _CLIENT,
        blank="Never asked; only in private",
        person=True,
    ),
    SheetLine(
        TOOBY,
        "lawfully present",
        "Status",
        _CLIENT,
        keys=("citizenship", "citizen_parent", "immigration_status", "immigration_events"),
        person=True,
    ),
    SheetLine(
        TOOBY,
        "small case, large immigration effect",
        "Small case, large effect",
        _CRIMINAL_CASE,
        keys=("offense_level", "offense_kind", "offense_code", "harm_named_case"),
        blank="Effect of each count",
    ),
    SheetLine(
        TOOBY,
        "one or few damaging convictions, and from one plea hearing",
        "Few convictions, one hearing",
        _CRIMINAL_CASE,
        keys=("counts", "disposition", "other_cases"),
        blank="One hearing",
    ),
    SheetLine(
        TOOBY,
        "charges few, and diverse enough for another plea",
        "Charges few and diverse",
        _CRIMINAL_CASE,
        blank="As charged",
    ),
    SheetLine(
        TOOBY,
        "weak evidence or a plausible claim of innocence, even in part",
        "Weak evidence, innocence in part",
        _CRIMINAL_CASE,
        blank="Never asked",
    ),
    SheetLine(
        TOOBY,
        "codefendants",
        "Codefendants",
        _CRIMINAL_CASE,
        staff="names (conflict check)",
        blank="Cases",
    ),
    SheetLine(
        TOOBY,
        "a small change of conviction or sentence would solve the problem",
        "A small change would do",
        _CRIMINAL_CASE,
        keys=("later_relief",),
        blank="Which",
    ),
    SheetLine(
        TOOBY,
        "little risk of more custody if the case reopens",
        "Risk of more custody",
        _CRIMINAL_CASE,
        blank="Counts dropped, exposure",
    ),
    SheetLine(
        TOOBY,
        "a court that is open to such motions",
        "The court",
        _CRIMINAL_CASE,
        keys=("court", "county", "prior_motion"),
        blank="Open to it",
    ),
    SheetLine(
        TOOBY,
        "the first defense investigation was thin",
        "First defense investigation",
        _CRIMINAL_CASE,
        blank="From the old file",
    ),
    SheetLine(
        TOOBY,
        "technical weakness in the prosecution's case",
        "Weakness of the prosecution",
        _CRIMINAL_CASE,
        blank="Never asked",
    ),
    SheetLine(
        TOOBY,
        "deadlines not passed",
        "Deadlines",
        _TIME,
        keys=("appeal_pending", "steps_since", "delay_reasons"),
        elsewhere=LEDGER_TIME,
    ),
    SheetLine(
        TOOBY,
        "six months or more before the harm is irrevocable",
        "Six months before the harm is final",
        _TIME,
        keys=("upcoming", *EVENT_DATES.values()),
        elsewhere=URGENT,
        blank="Final on",
        person=True,
    ),
    SheetLine(
        TOOBY,
        "still time to reopen the immigration case once the conviction is gone",
        "Time to reopen",
        _TIME,
        keys=("removal_order_named_case",),
        blank="Motion to reopen by",
    ),
)
