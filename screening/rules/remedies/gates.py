"""The gates of any motion in a California criminal case (contract section 3; reference G1, G2, G3, G5, A7)."""

from __future__ import annotations

from screening.rules.authorities import points
from screening.rules.condition import answered, holds, is_
from screening.rules.element import POINT_BOTH_WAYS, Element, Line, contested, contradicted
from screening.rules.finding import Finding
from screening.rules.signs import (
    ADULT_SIGN,
    CITIZEN,
    CONVICTION_SIGN,
    ENDED_WITHOUT_PLEA,
    JUVENILE,
    NONCITIZEN_SIGN,
    PLEA_WORDS,
    PLEADED,
    TRIED,
    VACATED_OR_WITHDRAWN,
)
from screening.rules.text import _, in_english


NONCITIZEN = Element(
    "noncitizen",
    title=in_english("Not a U.S. citizen"),
    short_name=in_english("noncitizen"),
    plain=_("Being a citizen or not"),
    asks=_("You are not a U.S. citizen."),
    test=in_english("Not a U.S. citizen: relief turns on immigration harm to this person."),
    gate=True,
    lines=(
        Line(
            Finding.MET,
            is_("citizenship", "noncitizen"),
            _("The person is not a U.S. citizen."),
            points("pc1473_7 (f)(1) (former (e)(1))", "pc1016_5 (b)"),
        ),
        *contradicted(
            Line(
                Finding.NOT_MET,
                CITIZEN,
                _("A U.S. citizen, by the answers. This law is about harm from immigration law."),
                points("pc1473_7 (f)(1) (former (e)(1))", "pc1016_5 (b)"),
                _("If that is not certain, this law may fit."),
                closed=in_english("U.S. citizen"),
            ),
            NONCITIZEN_SIGN,
            _("A passport, a birth certificate or a naturalization certificate settles it."),
            points("practice citizen"),
        ),
    ),
    unknown=_("It is not known whether the person is a U.S. citizen."),
    change=_("A paper on citizenship that says otherwise."),
    points=points("pc1473_7 (f)(1) (former (e)(1))", "pc1016_5 (b)"),
    proof=("own_citizenship_papers",),
)

OTHER_COURT = is_("court", "federal", "other_state", "tribal_or_military")
# What only a California case has. The name of the court may be the doubt.
_CALIFORNIA_SIGN = (
    answered("county")
    | holds("later_relief", "expunged_1203_4", "reduced_17b", "prop47", "prop64")
    | is_("program", "pc1000_deferred_entry", "prop36")
)

CALIFORNIA_CASE = Element(
    "california_case",
    title=in_english("A California case"),
    short_name=in_english("California"),
    plain=_("The court"),
    asks=_("The case was in a state court in California."),
    test=in_english("A judgment of a California court: only a California court vacates its own judgments."),
    gate=True,
    lines=(
        Line(
            Finding.MET,
            is_("court", "california"),
            _("The case was in a California court."),
            points("three_sections own_judgment"),
        ),
        Line(
            Finding.UNKNOWN,
            OTHER_COURT & _CALIFORNIA_SIGN,
            POINT_BOTH_WAYS,
            points("three_sections own_judgment"),
            _("The docket shows which court it was."),
            beside=_CALIFORNIA_SIGN,
        ),
        Line(
            Finding.NOT_MET,
            OTHER_COURT,
            _("The case was not in a California court: {court}."),
            points("three_sections own_judgment"),
            _(
                "If the case was in a California court after all, this changes. Other courts have laws of their own."
            ),
            closed=in_english("{court}"),
        ),
    ),
    unknown=_("It is not known which court it was."),
    change=_("A docket that names another court."),
    points=points("three_sections own_judgment"),
    proof=("court_docket",),
)

_ADULT = points("wi203 adjudication")
_JUVENILE = Line(
    Finding.NOT_MET,
    JUVENILE,
    _("It was a juvenile case. A finding of a juvenile court is not a conviction."),
    _ADULT,
    _("If the case was moved to adult court, this changes."),
    closed=in_english("juvenile court"),
)


def _adult_case(juvenile: Line[Finding]) -> Element:
    contradiction, _no = contradicted(
        _JUVENILE,
        ADULT_SIGN,
        _("The first page names the court. In juvenile court there can be parole and reductions too."),
        points("in_re_sa expungement", "in_re_anthony_r parole", "in_re_eg 17b"),
    )
    return Element(
        "adult_case",
        title=in_english("An adult case"),
        short_name=in_english("adult"),
        plain=_("Adult or juvenile court"),
        asks=_("The case was in adult court, not in juvenile court."),
        test=in_english("An adult case: a juvenile adjudication is not a conviction."),
        gate=juvenile.finding is Finding.NOT_MET,
        lines=(
            Line(
                Finding.MET,
                is_("juvenile", "no", "tried_as_adult"),
                _("It was a case in adult court."),
                _ADULT,
            ),
            contradiction,
            juvenile,
        ),
        unknown=_("It is not known whether it was a juvenile case."),
        change=_("A paper that shows a juvenile court."),
        points=_ADULT,
        proof=("charging_paper",),
    )


ADULT_CASE = _adult_case(_JUVENILE)

# PC 745 reaches juvenile adjudications too: under (a)(3) a juvenile case is no gate.
ADULT_OR_JUVENILE_CASE = _adult_case(
    Line(
        Finding.FOR_ATTORNEY,
        JUVENILE,
        _(
            "It was a juvenile case. The law against bias reaches some of those. A lawyer must say "
            "whether it reaches this one."
        ),
        points("pc745 (f)", "pc745 (j)(4)", "pc745 (j)(5)"),
        _("The papers of the juvenile court, and where it sent the person."),
    )
)

CONVICTION_EXISTS = Element(
    "conviction_exists",
    title=in_english("There is a conviction"),
    short_name=in_english("conviction"),
    plain=_("A conviction that is still there"),
    asks=_("You pleaded guilty or no contest, or were found guilty, and that still stands."),
    test=in_english(
        "A conviction or sentence must exist. Expungement and reduction leave it; after a plea that was withdrawn,"
        " a vacatur or a sentence-deferral dismissal there may be nothing left to vacate."
    ),
    gate=True,
    lines=(
        contested(
            ENDED_WITHOUT_PLEA,
            PLEA_WORDS | CONVICTION_SIGN,
            points("usc1101 (A)(i)–(ii)"),
            _("The minutes of the plea, or of the dismissal, show whether there was a plea."),
        ),
        Line(
            Finding.NOT_MET,
            is_("disposition", "dismissed_without_plea"),
            _("The case was dropped, dismissed or lost by the state, and no plea was ever entered."),
            points("usc1101 (A)", "usc1101 (A)(i)–(ii)"),
            _("If anybody ever said guilty or no contest in this case, this changes."),
            closed=in_english("dismissed without a plea"),
        ),
        Line(
            Finding.NOT_MET,
            is_("disposition", "no_plea_diversion") & is_("admitted_facts", "no"),
            _("The case ended in a program with no plea and no facts admitted."),
            points("usc1101 (A)(i)–(ii)", "ab208 not_guilty"),
            _("If anybody said guilty, or signed a paper that admits the facts, this changes."),
            closed=in_english("never admitted the facts"),
        ),
        Line(
            Finding.CONTESTED,
            is_("disposition", "no_plea_diversion") & is_("admitted_facts", "yes"),
            _("There was no plea, but facts were admitted. Immigration law may count that."),
            points("mohamed admission"),
            _("The paper that was signed for the program."),
        ),
        Line(
            Finding.UNKNOWN,
            is_("disposition", "no_plea_diversion"),
            _("There was no plea. It is not known whether facts were admitted."),
            points("mohamed admission"),
            _("The paper that was signed for the program."),
            rests=("admitted_facts",),
        ),
        Line(
            Finding.CONTESTED,
            VACATED_OR_WITHDRAWN,
            _("The plea was withdrawn or the conviction was vacated. There may be nothing left to vacate."),
            points("pickering defect"),
            _("The order that withdrew or vacated it, and its reason."),
        ),
        Line(
            Finding.CONTESTED,
            is_("program", "sentence_deferral", "other_plea_first", "informal_plea_deal")
            & is_("program_dismissed", "yes"),
            _(
                "The case was dismissed after a plea that came first. After a sentence deferral a court found"
                " nothing left to vacate."
            ),
            points("sentence_deferral_2024 nothing_left"),
            _("The order of dismissal and the section that it names."),
        ),
        Line(
            Finding.MET,
            PLEADED | TRIED,
            _("There is a conviction: {disposition}. Expungement or reduction does not remove it."),
            points("usc1101 (A)", "roldan rehabilitative"),
        ),
    ),
    unknown=_("It is not known how the case ended."),
    change=_("An order that vacated the conviction."),
    points=points("usc1101 (A)", "usc1101 (A)(i)–(ii)"),
    proof=("minute_orders",),
)
