"""How these laws are asked for: the court's forms with the facts that they want, a declaration, an order.

The grouping follows the project's legal reference (section 4), where the content of CR-187 is marked [M] and
that of CR-180 [V-2]. Immigration status goes to a court only if the attorney says so, so none stands here.
"""

from __future__ import annotations

from screening.rules.authorities import Mark
from screening.rules.beside import Form, FormPart, Heading
from screening.rules.condition import is_


_PERSON = FormPart(
    "Court and person",
    (
        ("County", "county"),
        ("Case number", ""),
        ("Name in the file", ""),
        ("Date of birth", ""),
        ("Prosecuting agency to serve", ""),
    ),
)
_CONVICTION = FormPart(
    "Conviction",
    (
        ("Plea or verdict on", "disposition_date"),
        ("By", "disposition"),
        ("Code sections", "offense_code"),
        ("Each count", ""),
        ("Level", "offense_level"),
    ),
)
_SENTENCE = FormPart(
    "Sentence",
    (
        ("Ordered", "sentence_imposed"),
        ("On", "sentence_date"),
        ("Now", "custody_in_case"),
        ("Ended", "custody_end_date"),
    ),
)
ADVISEMENT = FormPart(
    "Advisement, PC 1016.5",
    (
        ("Warned of deportation", "warned_deportation"),
        ("of exclusion", "warned_exclusion"),
        ("of denied naturalization", "warned_naturalization"),
        ("Record", "advisement_record"),
    ),
)
HARM = FormPart("Immigration harm", (("A paper names this case", "harm_named_case"), ("Analysis", "")))
TIME = FormPart(
    "Time, PC 1473.7(b)(2)",
    (
        ("First such paper", "first_notice_date"),
        ("Removal order final", "removal_order_final_date"),
        ("Based on this case", "removal_order_named_case"),
    ),
)
INNOCENCE = FormPart("Innocence", (("Evidence found on", "innocence_evidence_date"), ("What it is", "")))
EARLIER = FormPart(
    "Earlier motion",
    (
        ("Made", "prior_motion"),
        ("Denied on", "prior_motion_date"),
        ("Ground", ""),
        ("Outcome", ""),
    ),
    unless=is_("prior_motion", "none"),
)
RACE = FormPart("Race, ethnicity, origin", (("Learned on", "race_bias_date"), ("Police agency to serve", "")))

MOTION = Form(
    "CR-187",
    "Motion to Vacate",
    Mark.M,
    opening=(_PERSON, _CONVICTION, _SENTENCE, EARLIER),
    parts=(ADVISEMENT, HARM, TIME, INNOCENCE, RACE),
    boxes=("Requests", ("Counsel appointed", "Hearing without the person")),
)
PETITION = Form(
    "CR-180",
    "Petition for Dismissal",
    Mark.V2,
    opening=(_PERSON, _CONVICTION),
    boxes=("Attached, if the court’s file is gone", ("State record (DOJ)", "Declaration of the person")),
)

# What a declaration on the plea tells, for error and for a missing advisement alike.
ON_THE_PLEA: tuple[Heading, ...] = (
    ("Ties then", ("ties",)),
    ("Advice", ("lawyer_kind", "lawyer_advice", "program_told")),
    ("Understanding", ("understanding", "understanding_barriers")),
    ("Choice", ("would_have_done", "other_offer")),
    ("Learning and steps", ("learned_harm_date", "learned_remedy_date", "steps_since", "delay_reasons")),
    ("Support", ("evidence",)),
)
