"""The papers that settle a fact: who keeps each, what to say, and how safe it is to ask.

Source: the project's papers reference (its index of 28 papers, its safety codes, and its table from key to
paper). It warns that pages age, so no fee, telephone number or waiting time stands here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from screening.rules.facts import EVENT_DATES
from screening.rules.text import Text, _


class Safety(StrEnum):
    """How safe it is to ask for a paper (the papers reference, safety codes).

    Green: ask now; nothing goes to a federal office. Amber: ask a lawyer first where there is a removal
    order, an earlier deportation, an open warrant, an ICE check-in, probation or parole. Red: only through
    the immigration lawyer, because asking reaches DHS, the immigration court or the FBI.
    """

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class Paper:
    """One paper. `safety` is that of asking for it from others.

    `own_copy`: the person may hold a copy, and looking at that is always safe. `by_mail`: green by mail,
    online or through somebody else; nobody has to go in person.
    """

    id: str
    name: Text
    keeper: Text
    safety: Safety
    own_copy: bool
    by_mail: bool
    ask_for: Text


_CLERK = _("the clerk of the court in the county of the case")
_YOU = _("you")


def _by_mail(paper: str, name: Text, keeper: Text, ask_for: Text) -> Paper:
    return Paper(paper, name, keeper, Safety.GREEN, own_copy=False, by_mail=True, ask_for=ask_for)


def _green(paper: str, name: Text, keeper: Text, ask_for: Text) -> Paper:
    return Paper(paper, name, keeper, Safety.GREEN, own_copy=False, by_mail=False, ask_for=ask_for)


def _amber(paper: str, name: Text, keeper: Text, ask_for: Text) -> Paper:
    return Paper(paper, name, keeper, Safety.AMBER, own_copy=False, by_mail=False, ask_for=ask_for)


def _red(paper: str, name: Text, keeper: Text, ask_for: Text) -> Paper:
    return Paper(paper, name, keeper, Safety.RED, own_copy=False, by_mail=False, ask_for=ask_for)


def _own_copy_else_red(paper: str, name: Text, keeper: Text, ask_for: Text) -> Paper:
    return Paper(paper, name, keeper, Safety.RED, own_copy=True, by_mail=False, ask_for=ask_for)


def _at_home(paper: str, name: Text, ask_for: Text) -> Paper:
    return Paper(paper, name, _YOU, Safety.GREEN, own_copy=True, by_mail=False, ask_for=ask_for)


# The 28 papers in the order of the reference, then those that stand for no single paper.
_ALL = (
    _by_mail(
        "court_docket",
        _("the docket, a list of what happened in the case"),
        _CLERK,
        _(
            "Say: “I need the register of actions for a criminal case, all pages."
            " If the file is in storage, how do I order it?”"
        ),
    ),
    _by_mail(
        "minute_orders",
        _("the minute orders, one for each day in court"),
        _CLERK,
        _(
            "Say: “I need a copy of every minute order in the case."
            " I need certified copies of the plea, the sentence and the dismissal.”"
        ),
    ),
    _by_mail(
        "charging_paper",
        _("the charge paper (complaint or information)"),
        _CLERK,
        _("Say: “I need copies of the complaint, the information and any changed ones.”"),
    ),
    _by_mail(
        "plea_form",
        _("the plea form you signed"),
        _CLERK,
        _(
            "Say: “I need the plea form, sometimes called the Tahl waiver."
            " I need every page, both sides, with the form number.”"
        ),
    ),
    _by_mail(
        "plea_transcript",
        _("the transcript, the words said on the day of the plea"),
        _("the court reporter or the clerk of the court"),
        _(
            "Say: “Is there already a transcript of the plea?"
            " If not, who was the reporter, and how do I order it?”"
        ),
    ),
    _by_mail(
        "reporter_notes_certificate",
        _("a letter that says the court reporter’s notes are gone"),
        _("the court reporter or the clerk of the court"),
        _("Say: “If the notes were destroyed, may I have a signed letter that says so, with the date?”"),
    ),
    _amber(
        "probation_report",
        _("the probation report from before the sentence"),
        _("the clerk of the court and the probation office"),
        _("Ask through your lawyer. Write to the court, not to the probation office."),
    ),
    _amber(
        "probation_discharge",
        _("the paper that shows when probation ended"),
        _("the probation office and the clerk of the court"),
        _("Say to the clerk, not to the probation office: “I need each order on probation, first to last.”"),
    ),
    _by_mail(
        "abstract_of_judgment",
        _("the sentence sheet (abstract of judgment)"),
        _("the clerk of the court, or the state prison office"),
        _("Say: “I need a certified abstract of judgment, or the probation order if there is none.”"),
    ),
    _by_mail(
        "certified_disposition",
        _("a stamped paper that shows how the case ended"),
        _CLERK,
        _("Say: “I need a certified disposition: the charge, the plea, the sentence and how it ended.”"),
    ),
    _amber(
        "doj_rap_sheet",
        _("your California record (rap sheet)"),
        _("the California Department of Justice"),
        _(
            "Say at a private fingerprint shop: “I want a California record review for myself."
            " State only, not FBI.”"
        ),
    ),
    _red(
        "fbi_identity_history",
        _("the FBI record"),
        _("the FBI"),
        _("Say to your lawyer: “Do we need the FBI record? Is it safe for me?”"),
    ),
    _green(
        "former_lawyer_file",
        _("your old lawyer’s file"),
        _("your old lawyer, or the public defender’s office"),
        _("Talk to your new lawyer first. Then say: “I was your client, and I need my complete file.”"),
    ),
    # A clerk's counter is one of its keepers, so with an open warrant it is as the court's own papers.
    _by_mail(
        "dej_completion",
        _("the paper that shows you finished the program"),
        _("the program office and the clerk of the court"),
        _("Say: “I finished a PC 1000 class. Do you have my record, and which form do I sign to get it?”"),
    ),
    _by_mail(
        "prop36_records",
        _("the Prop 36 papers, first day and last day"),
        _("the clerk of the court, the probation office and the program office"),
        _("Say: “I need the Prop 36 grant order and the Penal Code 1210.1 dismissal order.”"),
    ),
    _amber(
        "jail_cdcr_records",
        _("the jail or prison papers on the time served"),
        _("the county sheriff or the state prison office"),
        _("Ask the court for its minute orders first. Let your lawyer write to the jail or prison."),
    ),
    _by_mail(
        "order_1203_4",
        _("the later order that changed or cleared the case"),
        _CLERK,
        _("Say: “I need any later order in the case: dismissal under 1203.4, reduction or a new sentence.”"),
    ),
    _own_copy_else_red(
        "notice_to_appear",
        _("the Notice to Appear from immigration"),
        _("you, the immigration court and the immigration office"),
        _(
            "Look for it at home, and keep the envelope."
            " Say to a lawyer: “I have a Notice to Appear, and I need to talk before my hearing.”"
        ),
    ),
    _red(
        "form_i213",
        _("the immigration officer’s report (I-213)"),
        _("the immigration office"),
        _("Say to your lawyer: “Do we need the I-213?”"),
    ),
    _own_copy_else_red(
        "removal_order",
        _("the deportation order"),
        _("you and the immigration court"),
        _(
            "Look for it at home, and keep the envelope. Say to a lawyer:"
            " “I may have a deportation order, can you check the court record for me?”"
        ),
    ),
    _red(
        "eoir_record",
        _("the file of the immigration court"),
        _("the immigration court"),
        _("Say to your lawyer: “Can you ask for my full file from the immigration court?”"),
    ),
    _red(
        "uscis_a_file",
        _("the government’s immigration file about you (A-file)"),
        _("the immigration office (USCIS)"),
        _("Say to your lawyer: “Do we need my A-file? Ask with your address, not mine.”"),
    ),
    _red(
        "cbp_ice_foia",
        _("the papers of the border police and of ICE"),
        _("the border police and ICE"),
        _("Only a lawyer decides whether to ask for them."),
    ),
    _own_copy_else_red(
        "uscis_denial_rfe",
        _("the letter in which immigration says no or asks for more"),
        _("you and the immigration office (USCIS)"),
        _(
            "Look for it at home, and keep the envelope."
            " Say to a lawyer: “Immigration sent me a letter about an old case.”"
        ),
    ),
    _green(
        "proof_of_ties",
        _("papers about your life at that time"),
        _("you, schools, clinics, bosses and county offices"),
        _("Start at home. Say at a school: “I was a student here, and I need my record with the dates.”"),
    ),
    _green(
        "letters_from_then",
        _("letters and messages from that time"),
        _("you, your family and your friends"),
        _("Say to your family: “Do you still have anything I wrote then? Keep it, and do not mark it.”"),
    ),
    _green(
        "expert_analysis",
        _("a lawyer’s written analysis of what the case does to your immigration"),
        _("a lawyer who knows immigration law and criminal law"),
        _(
            "Say: “I have an old California case."
            " I need a written analysis of what it does to my immigration.”"
        ),
    ),
    _by_mail(
        "court_search_certificate",
        _("a stamped paper that says the court has no file"),
        _CLERK,
        _(
            "Say: “I need a search by this case number and these names,"
            " and a certified letter with the result.”"
        ),
    ),
    _at_home(
        "own_citizenship_papers",
        _("a passport, a birth or citizenship certificate, or a green card"),
        _("Look for it at home and with your family. Do not ask a government office for it."),
    ),
    Paper(
        "own_account",
        _("no paper, only what you say"),
        _YOU,
        Safety.GREEN,
        own_copy=False,
        by_mail=False,
        ask_for=_("Tell a lawyer what you remember. Do not look for proof before a lawyer asks."),
    ),
    _at_home(
        "event_notice",
        _("the notice itself"),
        _("Look at the newest letter or notice about it. Keep it, and show it to a lawyer."),
    ),
    _green(
        "lawyer_discovery",
        _("what a lawyer can ask for (PC 745(d) and 1473.7(e) for race, PC 1054.9 only after state prison)"),
        _("a lawyer"),
        _("Tell a lawyer what you know. Only the lawyer asks for these papers."),
    ),
)

# No paper at all: only the person can say.
OWN_ACCOUNT = "own_account"

PAPERS: dict[str, Paper] = {paper.id: paper for paper in _ALL}

# The first paper named for each key (the papers reference, "From key to paper"), one row as it stands there.
_KEYS_OF: tuple[tuple[str, str], ...] = (
    (
        "own_account",
        (
            "answered_by immigration_goal understanding would_have_done evidence removal_order_learned_date"
            " learned_harm_date learned_remedy_date delay_reasons steps_since"
        ),
    ),
    ("own_citizenship_papers", "citizenship citizen_parent immigration_status"),
    ("notice_to_appear", "immigration_events"),
    ("event_notice", " ".join(("upcoming", *EVENT_DATES.values()))),
    ("doj_rap_sheet", "other_cases"),
    ("court_docket", "court county offense_level counts offense_kind offense_code"),
    ("charging_paper", "juvenile"),
    # `said_guilty` has no row of its own: it is answered where `disposition` is.
    ("minute_orders", "said_guilty disposition disposition_date"),
    ("former_lawyer_file", "admitted_facts"),
    ("minute_orders", "penalty_ordered sentence_imposed sentence_date violation_admitted"),
    ("minute_orders", "custody_in_case custody_end_date probation_start_date"),
    ("court_docket", "custody_elsewhere open_warrant"),
    ("court_docket", "appeal_pending prior_motion prior_motion_date"),
    ("order_1203_4", "later_relief"),
    ("minute_orders", "program program_plea program_start_date"),
    ("charging_paper", "offense_before_1997"),
    ("dej_completion", "program_completed program_dismissed"),
    ("former_lawyer_file", "program_told"),
    ("court_search_certificate", "court_file"),
    ("doj_rap_sheet", "doj_record"),
    ("plea_transcript", "warned_deportation warned_exclusion warned_naturalization"),
    ("plea_form", "advisement_record advisement_verbatim"),
    ("minute_orders", "lawyer_kind"),
    ("former_lawyer_file", "lawyer_advice other_offer"),
    ("minute_orders", "understanding_barriers"),
    ("proof_of_ties", "ties"),
    ("notice_to_appear", "harm_named_case first_notice_date"),
    ("removal_order", "removal_order_final_date removal_order_named_case"),
    (
        "lawyer_discovery",
        "innocence_evidence innocence_evidence_date race_bias race_bias_date",
    ),
)

PAPER_FOR: dict[str, str] = {key: paper for paper, keys in _KEYS_OF for key in keys.split()}

# The urgent flags that raise every amber paper to red (the papers reference, safety codes).
RAISING_FLAGS = frozenset({"removal_order", "removed_abroad", "ice_detention", "open_warrant"})


def safety(paper_id: str, urgent: Collection[str]) -> Safety:
    """How safe it is for this person to ask for the paper, given the urgent flags.

    An open warrant makes any visit to a counter a lawyer's question, so it raises the court's papers too
    (the papers reference: "lawyer only with an open warrant").
    """
    paper = PAPERS[paper_id]
    amber_raised = paper.safety is Safety.AMBER and not RAISING_FLAGS.isdisjoint(urgent)
    court_raised = paper.by_mail and "open_warrant" in urgent
    return Safety.RED if amber_raised or court_raised else paper.safety
