"""Every authority that the program prints, declared once, with its points and their marks.

Marks: `V` seen in a public text, `V2` seen second-hand, `M` to be checked. A finding names an authority and
a point and prints the weaker of the cite's mark and the point's. Only authorities that stand in the
project's legal reference are here; an attorney's own check is a row outside the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum


class Mark(IntEnum):
    """How far a point was checked; the greater, the weaker."""

    V = 0
    V2 = 1
    M = 2

    @property
    def printed(self) -> str:
        """As it stands behind a citation."""
        return {Mark.V: "[V]", Mark.V2: "[V-2]", Mark.M: "[M]"}[self]


@dataclass(frozen=True)
class Authority:
    """A statute or decision. `points` maps a short name to what it stands for and how far that was checked.

    `short` is its name in a narrow column, unique among the authorities; without it the citation is short
    enough. A wording: the rules version does not move with it.
    """

    id: str
    cite: str
    points: Mapping[str, tuple[str, Mark]]
    cite_mark: Mark = Mark.V
    short: str = ""


@dataclass(frozen=True)
class Point:
    """One point of one authority, as a finding cites it."""

    authority: str
    point: str

    @property
    def cite(self) -> str:
        """The citation; a statute's point is its subdivision."""
        authority = AUTHORITIES[self.authority]
        return authority.cite.format(self.point) if "{" in authority.cite else authority.cite

    @property
    def short(self) -> str:
        """The citation for a narrow column: "Vivar", "PC 1473.7(f)(1)"; former letters are left out."""
        return AUTHORITIES[self.authority].short or self.cite.partition(" (former ")[0]

    @property
    def statute(self) -> str:
        """What the subdivisions of one statute share; empty for what has none."""
        statute, braces, _ = AUTHORITIES[self.authority].cite.partition("{")
        return statute if braces else ""

    @property
    def proposition(self) -> str:
        """What it stands for, in our words."""
        return AUTHORITIES[self.authority].points[self.point][0]

    @property
    def mark(self) -> Mark:
        """The weaker of the cite's mark and the point's."""
        authority = AUTHORITIES[self.authority]
        return max(authority.cite_mark, authority.points[self.point][1])

    @property
    def printed(self) -> str:
        """The citation with its mark."""
        return " ".join((self.cite, self.mark.printed))

    @property
    def short_printed(self) -> str:
        """The short citation with its mark."""
        return " ".join((self.short, self.mark.printed))


_V, _V2, _M = Mark.V, Mark.V2, Mark.M

_STATUTES = (
    Authority(
        "pc1473_7",
        "PC 1473.7{}",
        {
            "(a)": (
                "A person no longer in criminal custody may move to vacate a conviction or sentence.",
                _V,
            ),
            "(a)(1)": (
                (
                    "Prejudicial error damaged the ability to meaningfully understand, defend against or knowingly"
                    " accept the immigration consequences. Ineffective counsel need not be found."
                ),
                _V,
            ),
            "(a)(2)": ("Newly discovered evidence of actual innocence.", _V),
            "(a)(3)": ("Race, ethnicity or national origin, in violation of PC 745(a).", _V),
            "(b)(1)": ("A motion under (a)(1) is timely at any time after custody, but for (b)(2).", _V),
            "(b)(2)": (
                (
                    "It may be untimely without reasonable diligence after the later of a notice that names the"
                    " conviction and notice of a final removal order based on it."
                ),
                _V,
            ),
            "(c)": ("A motion under (a)(2) or (a)(3) is filed without undue delay.", _V),
            "(f)(1) (former (e)(1))": (
                "The conviction causes, or has the potential to cause, immigration harm.",
                _V,
            ),
            "(f)(2) (former (e)(2))": (
                (
                    "Presumption of legal invalidity after a completed plea program whose statute deems arrest and"
                    " conviction never to have occurred."
                ),
                _V,
            ),
        },
    ),
    Authority(
        "pc1016_5",
        "PC 1016.5{}",
        {
            "(a)": (
                "Before a plea to any crime but an infraction the court gives the advisement, from 2026 verbatim.",
                _V,
            ),
            "(b)": (
                (
                    "After January 1, 1978: without the advisement, and where the conviction may have one of the"
                    " consequences, the court vacates. Without a record the advisement is presumed not given."
                ),
                _V,
            ),
            "(c)": ("A plea before 1978 need not be vacated; the court keeps its discretion.", _V),
            "(e)": ("Before 2026 a warning that is not verbatim is not by itself a ground.", _V),
        },
    ),
    Authority(
        "pc1203_43",
        "PC 1203.43{}",
        {
            "(a)": (
                "What deferred entry promised was misinformation for every noncitizen, so the plea is invalid.",
                _V,
            ),
            "(b)": (
                (
                    "Deferred entry granted on or after January 1, 1997, performed, dismissed under PC 1000.3: the"
                    " court lets the plea be withdrawn. Records gone: a declaration with the state record."
                ),
                _V,
            ),
        },
    ),
    Authority(
        "usc1101",
        "8 USC 1101(a)(48)(A){}",
        {
            "(i)": ("A formal judgment of guilt entered by a court is a conviction.", _V),
            "(ii)": (
                "So is a plea, or facts admitted, with some punishment, penalty or restraint ordered.",
                _M,
            ),
        },
    ),
    Authority(
        "pc1210_1",
        "PC 1210.1(e)(1)",
        {"deemed": ("Prop 36: the arrest and the conviction are deemed never to have occurred.", _V)},
    ),
    Authority(
        "pc1203_1",
        "PC 1203.1, 1203a (AB 1950)",
        {"cap": ("Most probation ends after two years (felony) or one year (misdemeanor).", _V)},
    ),
    Authority(
        "pc1018", "PC 1018", {"six_months": ("A plea may be withdrawn within six months of probation.", _V)}
    ),
    Authority("pc1203_3", "PC 1203.3", {"early_end": ("A court may end probation early.", _M)}),
    Authority(
        "pc1473", "PC 1473", {"custody": ("Habeas corpus lies for a person in custody, probation too.", _M)}
    ),
    Authority(
        "pc1170_18", "PC 1170.18", {"redesignation": ("Prop 47: some felonies become misdemeanors.", _M)}
    ),
    Authority("hs11361_8", "HS 11361.8", {"redesignation": ("Prop 64: old cannabis cases change.", _M)}),
    Authority("pc18_5", "PC 18.5", {"364_days": ("A misdemeanor carries at most 364 days.", _V)}),
    Authority(
        "ab208",
        "AB 208 (Stats. 2017, ch. 778)",
        {"not_guilty": ("From 2018 PC 1000 is diversion before trial, on a plea of not guilty.", _V)},
        short="AB 208",
    ),
    Authority(
        "pc745",
        "PC 745{}",
        {
            "(a)": (
                "No conviction or sentence is sought, obtained or imposed on the basis of race, ethnicity or origin.",
                _V,
            ),
            "(j)": ("It reaches older cases in steps; those with immigration harm from 2023.", _M),
        },
    ),
    Authority(
        "pc1203_4",
        "PC 1203.4",
        {"dismissal": ("Dismissal after probation leaves the conviction for immigration law.", _V)},
    ),
    Authority(
        "pc1203_425",
        "PC 1203.425{}",
        {
            "(a)(3)(A)": ("Automatic relief may hide the case from a court's index.", _V),
            "(a)(5)": ("Automatic relief does not limit a motion under PC 1016.5 or 1473.7.", _V),
        },
    ),
    Authority(
        "usc1227", "8 USC 1227(a)(2)(A)(vi)", {"pardon": ("A pardon lifts some grounds, not drugs.", _M)}
    ),
    Authority("wi781", "W&I 781", {"sealing": ("Juvenile records may be sealed.", _M)}),
    Authority("rules_appeal", "Cal. Rules of Court, 8.308, 8.853", {"time": ("Time to appeal.", _M)}),
    Authority("usc1226", "8 USC 1226(c)", {"detention": ("Detention during removal proceedings.", _M)}),
    Authority(
        "usc1229a",
        "8 USC 1229a(c)(7), 1252(b)(1)",
        {"deadlines": ("Motions to reopen and petitions for review have short deadlines.", _M)},
    ),
    Authority("usc1326", "8 USC 1326", {"return": ("Coming back after removal can be a crime.", _M)}),
    Authority(
        "three_sections",
        "Text of PC 1473.7, 1016.5 and 1203.43",
        {
            "own_judgment": (
                "A California court vacates California judgments, not those of other courts.",
                _M,
            ),
            "no_rule": ("The sections do not say what follows from such answers.", _M),
        },
        short="Text of the three sections",
    ),
    Authority(
        "practice",
        "Screening practice",
        {
            "warrant": ("With an open warrant nobody goes to a court without a lawyer.", _V),
            "filing": ("Fingerprints for an application are checked against criminal records.", _V),
            "travel": ("A conviction can keep a person from coming back.", _V),
            "appointments": ("An interview or a check-in can lead to detention.", _M),
            "citizen": ("A parent or grandparent who was a citizen can make a person one.", _M),
            "prior_motion": ("A second motion and a denied one raise questions of their own.", _M),
            "consultant": ("An immigration consultant is not a lawyer.", _M),
            "no_conviction": ("Some grounds of removal or inadmissibility need no conviction.", _M),
        },
    ),
)

_CALIFORNIA_CASES = (
    Authority(
        "rodriguez_2021",
        "People v. Rodriguez (2021) 68 Cal.App.5th 301",
        {"this_case": ("Custody means custody in the challenged case.", _V)},
        short="Rodriguez (2021)",
    ),
    Authority(
        "cruz_lopez",
        "People v. Cruz-Lopez (2018) 27 Cal.App.5th 212",
        {"probation": ("Probation is custody.", _V)},
        short="Cruz-Lopez",
    ),
    Authority(
        "villalba",
        "People v. Villalba (2023) 89 Cal.App.5th 659",
        {
            "early": ("A motion filed too early, during probation, was still decided.", _V),
            "wrong_advice": ("Wrong advice by the lawyer can be the error.", _V),
        },
        short="Villalba",
    ),
    Authority(
        "fryhaat",
        "People v. Fryhaat (2019) 35 Cal.App.5th 969",
        {"ice": ("A person in immigration detention may move.", _V)},
        short="Fryhaat",
    ),
    Authority(
        "prudholme",
        "People v. Prudholme (2023) 14 Cal.5th 961",
        {"cap": ("AB 1950 reaches cases that are not final.", _V)},
        short="Prudholme",
    ),
    Authority(
        "camacho",
        "People v. Camacho (2019) 32 Cal.App.5th 998",
        {"own_error": ("The person's own misunderstanding can be the error.", _V)},
        short="Camacho",
    ),
    Authority(
        "mejia",
        "People v. Mejia (2019) 36 Cal.App.5th 859",
        {"mindset": ("What counts is the person's own mind at the plea.", _V2)},
        short="Mejia",
    ),
    Authority(
        "soto",
        "People v. Soto (2022) 79 Cal.App.5th 602",
        {
            "may_warning": ("A warning that a plea may have consequences does not defeat the claim.", _V),
            "limits": ("The person could not read and spoke Spanish: limits on understanding count.", _V),
        },
        short="Soto (2022)",
    ),
    Authority(
        "curiel",
        "People v. Curiel (2023) 92 Cal.App.5th 1160",
        {"expect_warning": ("Even a form that says to expect deportation does not by itself defeat it.", _V)},
        short="Curiel",
    ),
    Authority(
        "vivar",
        "People v. Vivar (2021) 11 Cal.5th 510",
        {
            "prejudice": ("A reasonable probability that the person would have refused the plea.", _V),
            "objective": ("The person's word is corroborated by objective evidence.", _V),
            "factors": (
                (
                    "Ties to the United States, what mattered most in the plea bargain, and reason to believe that"
                    " another disposition was possible."
                ),
                _V,
            ),
        },
        short="Vivar",
    ),
    Authority(
        "espinoza",
        "People v. Espinoza (2023) 14 Cal.5th 311",
        {"ties": ("Long residence and family ties can corroborate.", _V)},
        short="Espinoza",
    ),
    Authority(
        "carrillo",
        "People v. Carrillo (2024) 100 Cal.App.5th 793",
        {
            "trial": (
                "Since 2022 the law reaches trials; prejudice asks what would have been done differently.",
                _V,
            )
        },
        short="Carrillo",
    ),
    Authority(
        "coca",
        "People v. Coca (2023) 96 Cal.App.5th 451",
        {"harm": ("The immigration effect must be shown, not only said.", _V)},
        short="Coca",
    ),
    Authority(
        "perez_2021",
        "People v. Perez (2021) 67 Cal.App.5th 1008",
        {
            "no_trigger": ("Without a trigger the motion is timely.", _V),
            "may": ("Delay lets a court refuse; it never obliges it.", _V),
        },
        short="Perez (2021)",
    ),
    Authority(
        "alatorre",
        "People v. Alatorre (2021) 70 Cal.App.5th 747",
        {"remedy": ("After an old notice, ask when there was reason to look for the new law.", _V)},
        short="Alatorre",
    ),
    Authority(
        "padron",
        "People v. Padron (2025) 109 Cal.App.5th 950",
        {
            "health": ("Limits on understanding by mental health count.", _V),
            "form": ("A signed form does not by itself defeat the claim.", _V),
            "no_offer": ("No immigration-neutral offer need have existed.", _V),
        },
        cite_mark=_M,
        short="Padron",
    ),
    Authority(
        "vaca",
        "People v. Vaca (2023) 89 Cal.App.5th 1113",
        {"revive": ("Vacatur is not dismissal: the charges come back.", _V)},
        short="Vaca",
    ),
    Authority(
        "martinez_2024",
        "Martinez v. Superior Court (6th Dist., Nov. 1, 2024, H050489)",
        {"reinstated": ("Charges were reinstated although the case had been reduced and expunged.", _V)},
        short="Martinez v. Superior Court (2024)",
    ),
    Authority(
        "hernandez_2023",
        "People v. Hernandez (2023) 93 Cal.App.5th 1",
        {"where": ("The motion is filed where the conviction was, even if probation was moved.", _V)},
        short="Hernandez (2023)",
    ),
    Authority(
        "sentence_deferral_2024",
        "Appellate division ruling of 2024 on PC 1001.94-1001.96",
        {"nothing_left": ("After a sentence-deferral dismissal there was no conviction left to vacate.", _V)},
        short="App. Div. ruling (2024)",
    ),
    Authority(
        "terry",
        "Terry v. Superior Court (1999) 73 Cal.App.4th 661",
        {"arrest_only": ("Former PC 1000.4 spoke of the arrest, not of the conviction.", _V2)},
        short="Terry",
    ),
    Authority(
        "zamudio",
        "People v. Superior Court (Zamudio) (2000) 23 Cal.4th 183",
        {
            "three": ("One missing consequence makes the warning defective.", _V),
            "harm": ("The consequence is judged at the motion: more than a remote possibility.", _V),
            "knew": ("Knowing the consequences from another source defeats prejudice.", _M),
        },
        short="Zamudio",
    ),
    Authority(
        "quesada",
        "People v. Quesada (1991) 230 Cal.App.3d 525",
        {"form": ("A written plea form may carry the warning.", _V)},
        short="Quesada",
    ),
    Authority(
        "arriaga",
        "People v. Arriaga (2014) 58 Cal.4th 950",
        {"presumed": ("A silent record presumes no warning; the People may rebut it.", _V)},
        short="Arriaga",
    ),
    Authority(
        "martinez_2013",
        "People v. Martinez (2013) 57 Cal.4th 555",
        {
            "prejudice": ("Would the person have refused the plea? A better result need not be likely.", _V),
            "neutral_plea": ("Wanting to ask for an immigration-neutral plea counts.", _V),
        },
        short="Martinez (2013)",
    ),
    Authority(
        "totari",
        "People v. Totari (2003) 111 Cal.App.4th 1202",
        {"diligence": ("A finding that diligence was lacking was reversed.", _V)},
        short="Totari (2003)",
    ),
    Authority(
        "kim",
        "People v. Kim (2009) 45 Cal.4th 1078",
        {"diligence": ("Diligence must be shown.", _M)},
        short="Kim",
    ),
    Authority(
        "rodas",
        "People v. Superior Court (Rodas) (2017) 10 Cal.App.5th 1316",
        {"six_months": ("The six months of PC 1018 cannot be extended.", _V)},
        short="Rodas",
    ),
    Authority(
        "perez_1998",
        "People v. Perez (1998)",
        {"offense_1997": ("Deferred entry reaches offenses on or after January 1, 1997.", _V)},
        short="Perez (1998)",
    ),
)

_FEDERAL_CASES = (
    Authority(
        "padilla",
        "Padilla v. Kentucky (2010) 559 U.S. 356",
        {"advice": ("Wrong advice or silence of the lawyer on deportation can be the error.", _V)},
        short="Padilla",
    ),
    Authority(
        "devison",
        "Matter of Devison, 22 I&N Dec. 1362 (BIA 2000)",
        {"juvenile": ("A juvenile adjudication is not a conviction.", _V)},
        short="Devison",
    ),
    Authority(
        "roldan",
        "Matter of Roldan, 22 I&N Dec. 512 (BIA 1999)",
        {"rehabilitative": ("Expungement and the like leave the conviction.", _V)},
        short="Roldan",
    ),
    Authority(
        "prado",
        "Prado v. Barr (9th Cir. 2020) 949 F.3d 438",
        {"prop64": ("Redesignation under Prop 64 leaves the conviction.", _V)},
        cite_mark=_M,
        short="Prado",
    ),
    Authority(
        "pickering",
        "Matter of Pickering, 23 I&N Dec. 621 (BIA 2003)",
        {"defect": ("A conviction vacated for a legal defect is gone for immigration law.", _V)},
        short="Pickering",
    ),
    Authority(
        "marquez_conde",
        "Matter of Marquez Conde, 27 I&N Dec. 251 (BIA 2018)",
        {"nationwide": ("Pickering applies in the whole country.", _V)},
        short="Marquez Conde",
    ),
    Authority(
        "thomas",
        "Matter of Thomas & Thompson, 27 I&N Dec. 674 (A.G. 2019)",
        {"sentence": ("A changed sentence counts only where it was changed for a legal defect.", _V)},
        short="Thomas & Thompson",
    ),
    Authority(
        "bent",
        "Bent v. Garland (9th Cir. 2024) 115 F.4th 934",
        {"erases": ("A vacatur under PC 1473.7(a)(1) erases the conviction for immigration law.", _V)},
        short="Bent",
    ),
    Authority(
        "azrag",
        "Matter of Azrag, 28 I&N Dec. 784 (BIA 2024)",
        {"silent": ("An order silent on its reason, without a record of the motion, had no effect.", _V)},
        short="Azrag",
    ),
    Authority(
        "ballinas_lucero",
        "Ballinas-Lucero v. Garland (9th Cir. 2022)",
        {"burden": ("Who asks for cancellation of removal must prove the vacatur: keep the papers.", _V)},
        short="Ballinas-Lucero",
    ),
    Authority(
        "jm_acosta",
        "Matter of J.M. Acosta, 27 I&N Dec. 420 (BIA 2018)",
        {
            "finality": (
                "A conviction on direct appeal is not final; the Ninth Circuit reads it otherwise.",
                _V,
            )
        },
        short="J.M. Acosta",
    ),
    Authority(
        "planes",
        "Planes v. Holder (9th Cir. 2012) 686 F.3d 1033",
        {"formal": ("A formal judgment is a conviction although an appeal is open.", _V)},
        short="Planes",
    ),
    Authority(
        "mohamed",
        "Matter of Mohamed, 27 I&N Dec. 92 (BIA 2017)",
        {"admission": ("A program with admitted facts can be a conviction.", _M)},
        short="Mohamed",
    ),
    Authority(
        "retuta",
        "Retuta v. Holder (9th Cir. 2010) 591 F.3d 1181",
        {"no_penalty": ("Without any real penalty there may be no conviction.", _M)},
        short="Retuta",
    ),
    Authority(
        "nunez_reyes",
        "Nunez-Reyes v. Holder (9th Cir. 2011) 646 F.3d 684",
        {
            "first_possession": (
                "A plea before July 14, 2011 to a first simple possession may be protected.",
                _V,
            )
        },
        short="Nunez-Reyes",
    ),
    Authority(
        "de_jesus_platon",
        "Matter of De Jesus-Platon, 29 I&N Dec. 7 (BIA 2025)",
        {"subdivision": ("An order that did not name the subdivision was given no effect.", _V)},
        short="De Jesus-Platon",
    ),
    Authority(
        "velasquez_rios",
        "Velasquez-Rios v. Wilkinson (9th Cir. 2021) 988 F.3d 1081",
        {"not_back": ("PC 18.5 does not reach back for removability.", _V)},
        short="Velasquez-Rios",
    ),
)

AUTHORITIES: dict[str, Authority] = {
    authority.id: authority for authority in (*_STATUTES, *_CALIFORNIA_CASES, *_FEDERAL_CASES)
}


def points(*named: str) -> tuple[Point, ...]:
    """Points by name, each written `authority point`, for example `vivar prejudice`."""
    return tuple(Point(*name.split(" ", 1)) for name in named)
