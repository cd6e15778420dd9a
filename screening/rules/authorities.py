"""Every authority that the program prints, declared once, with its points and their marks.

Marks: `V` seen in a public text, `V2` seen second-hand, `M` to be checked. A finding names an authority and
a point and prints the weaker of the cite's mark and the point's. Only authorities that stand in the
project's legal reference are here; an attorney's own check is a row outside the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, auto


class Mark(IntEnum):
    """How far a point was checked; the greater, the weaker."""

    V = auto()
    V2 = auto()
    M = auto()

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
            "(b)(2)(B)": ("The second is counted from notice of the final order, not from its day.", _V),
            "(c)": ("A motion under (a)(2) or (a)(3) is filed without undue delay.", _V),
            "(d)": (
                "For good cause the hearing is held without the person; unopposed, without a hearing.",
                _V,
            ),
            "(e)": ("Discovery before a motion under (a)(3), as PC 745(d) has it.", _V),
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
            "(g) (former (f))": ("An order that grants or denies the motion can be appealed.", _V),
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
                    " court “shall” permit withdrawal of the plea and dismiss. Records gone: a declaration with the"
                    " state record."
                ),
                _V,
            ),
        },
    ),
    Authority(
        "usc1101",
        "8 USC 1101(a)(48){}",
        {
            "(A)": ("A formal judgment of guilt entered by a court is a conviction by itself.", _V),
            "(A)(i)–(ii)": (
                (
                    "Where adjudication was withheld, both together: a plea, a finding or admitted facts, and some"
                    " punishment, penalty or restraint."
                ),
                _V,
            ),
        },
    ),
    Authority(
        "pc1210_1",
        "PC 1210.1(e)(1)",
        {"deemed": ("Prop 36 of 2000: the arrest and the conviction are deemed never to have occurred.", _V)},
    ),
    Authority(
        "prop36_2024",
        "Prop 36 of 2024",
        {
            "in_force": ("Another law than that of 2000, in force December 18, 2024.", _V),
            "dismissal": ("Its treatment-mandated felony, HS 11395, ends in a dismissal.", _V2),
            "deemed": ("Whether it deems the arrest and the conviction gone: its text was not seen.", _M),
        },
    ),
    Authority(
        "pc1000_2",
        "Former PC 1000.2",
        {"period": ("Deferred entry was granted for 18 months to three years.", _V)},
    ),
    Authority(
        "pc1000_8",
        "PC 1000.8–1000.10",
        {
            "back_on_track": (
                (
                    "“Back on Track” (from 2010): a plea of guilty, and a dismissal on completion and the"
                    " prosecutor’s motion (1000.9(a)(3)), not under PC 1000.3."
                ),
                _V,
            ),
            "no_judgment": (
                "Such a plea is no conviction for state purposes unless judgment is entered (1000.10(a)).",
                _V,
            ),
        },
    ),
    Authority(
        "pc1203_1",
        "PC 1203.1, 1203a (AB 1950)",
        {"cap": ("Most probation ends after two years (felony) or one year (misdemeanor).", _V)},
    ),
    Authority(
        "pc1203g",
        "PC 1203g",
        {"petty_theft": ("From 2025 up to two years of probation for shoplifting or petty theft.", _M)},
    ),
    Authority(
        "pc1018",
        "PC 1018",
        {
            "six_months": (
                "A plea may be withdrawn before judgment, or within six months of probation granted.",
                _V,
            )
        },
    ),
    Authority("pc1203_3", "PC 1203.3", {"early_end": ("A court may end probation early.", _V)}),
    Authority(
        "pc1473",
        "PC 1473",
        {"custody": ("Habeas corpus lies for a person in custody, on probation or on parole too.", _V)},
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
        "sb281",
        "SB 281 (Stats. 2025, ch. 666)",
        {"verbatim": ("From January 1, 2026 the advisement is given verbatim on the record.", _V)},
        short="SB 281",
    ),
    Authority(
        "pc745",
        "PC 745{}",
        {
            "(a)": (
                "No conviction or sentence is sought, obtained or imposed on the basis of race, ethnicity or origin.",
                _V,
            ),
            "(d)": ("Discovery for a claim, on good cause.", _V),
            "(e)(2)(A)": (
                (
                    "After judgment the court vacates conviction and sentence, finds that it is legally invalid, and"
                    " orders new proceedings."
                ),
                _V,
            ),
            "(e)(2)(B)": (
                "Where only the sentence was tainted: it is vacated in the same words and imposed anew.",
                _V,
            ),
            "(f)": ("It applies to juvenile adjudications and dispositions too.", _V),
            "(j)": ("It reaches older cases in steps; those with immigration harm from 2023.", _V),
            "(j)(2)": (
                (
                    "From 2023: motions under PC 1473.7 because of actual or potential immigration consequences, of"
                    " any day of judgment."
                ),
                _V,
            ),
            "(j)(4)": (
                (
                    "From 2025: felonies, and commitments to the Division of Juvenile Justice, final on or after"
                    " January 1, 2015."
                ),
                _V,
            ),
            "(j)(5)": (
                "From 2026: any felony, and any commitment to the Division of Juvenile Justice.",
                _V,
            ),
            "(j)(1), (k)": (
                "A judgment of 2021 or later is reached as one not final when PC 745 began: our reading.",
                _M,
            ),
            "(k)": (
                (
                    "Judgment before 2021 and bias under (a)(1) or (2): relief unless the state proves beyond a"
                    " reasonable doubt that it did not contribute."
                ),
                _V,
            ),
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
    Authority(
        "wi203",
        "W&I 203",
        {"adjudication": ("A juvenile adjudication is no conviction for any purpose of state law.", _V)},
    ),
    Authority("wi781", "W&I 781", {"sealing": ("Juvenile records may be sealed.", _M)}),
    Authority(
        "rules_appeal",
        "Cal. Rules of Court, {}",
        {
            "8.304(a)(2)": (
                (
                    "A felony case is one in which an information, an indictment or a certified complaint charged a"
                    " felony, whatever the outcome."
                ),
                _V,
            ),
            "8.308(a)": ("60 days from the judgment or order (text of 2014–15).", _V),
            "8.853": ("30 days in a misdemeanor case.", _M),
        },
    ),
    Authority(
        "usc1226",
        "8 USC 1226{}",
        {
            "(c)": ("Detention during removal proceedings.", _M),
            "(c)(1)(E)": (
                (
                    "Laken Riley Act (Pub. L. 119-1): a person inadmissible under INA 212(a)(6)(A), (6)(C) or (7) is"
                    " held without bond if charged with, arrested for, convicted of or admitting burglary, theft,"
                    " larceny, shoplifting, assault of an officer, or a crime causing death or serious injury."
                ),
                _V,
            ),
        },
    ),
    Authority(
        "usc1229a",
        "8 USC 1229a(c)(7), 1252(b)(1)",
        {"deadlines": ("Motions to reopen and petitions for review have short deadlines.", _M)},
    ),
    Authority("usc1451", "8 USC 1451", {"revoked": ("Naturalization can be revoked.", _M)}),
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
            "denial": ("Only days may be left to answer a denial.", _M),
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
        "morales",
        "People v. Morales (2018) 25 Cal.App.5th 502",
        {"no_notice": ("Neither a Notice to Appear nor a final order is needed to move.", _V2)},
        short="Morales",
    ),
    Authority(
        "manzanilla",
        "People v. Manzanilla (2022) 80 Cal.App.5th 891",
        {"defend": ("Not countering 365 days with 364 is a failure to defend against, an error apart.", _V)},
        short="Manzanilla",
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
        # The reporter's page is [M], so the docket number stands here.
        "People v. Padron (2d Dist., Mar. 17, 2025, B331764)",
        {
            "health": ("Limits on understanding by mental health count.", _V),
            "form": ("A signed form does not by itself defeat the claim.", _V),
            "no_offer": ("No immigration-neutral offer need have existed.", _V),
        },
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
        "Appellate division ruling of 2024 on PC 1001.94–1001.96",
        {
            "nothing_left": (
                "After a sentence-deferral dismissal there was no conviction left to vacate.",
                _V,
            ),
            "other_deals": ("It may reach any plea-first deal that ended in a dismissal: our reading.", _M),
        },
        short="App. Div. ruling (2024)",
    ),
    Authority(
        "terry",
        "Terry v. Superior Court (1999) 73 Cal.App.4th 661",
        {"arrest_only": ("Former PC 1000.4 spoke of the arrest, not of the conviction.", _V)},
        short="Terry",
    ),
    Authority(
        "zamudio",
        "People v. Superior Court (Zamudio) (2000) 23 Cal.4th 183",
        {
            "three": ("One missing consequence makes the warning defective.", _V),
            "harm": ("The consequence is judged at the motion: more than a remote possibility.", _V),
        },
        short="Zamudio",
    ),
    Authority(
        "castaneda",
        "People v. Castaneda (1995) 37 Cal.App.4th 1612",
        {
            "knew": ("Knowing the consequences from another source defeats prejudice.", _M),
            "delay": ("Seven years were not explained.", _V2),
        },
        cite_mark=_V2,
        short="Castaneda",
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
        "totari_2002",
        "People v. Totari (2002) 28 Cal.4th 876",
        {"appeal": ("An order that denies a motion under PC 1016.5 can be appealed.", _V)},
        short="Totari (2002)",
    ),
    Authority(
        "kim",
        "People v. Kim (2009) 45 Cal.4th 1078",
        {"diligence": ("For coram nobis diligence must be shown.", _V)},
        short="Kim",
    ),
    Authority(
        "rodas",
        "People v. Superior Court (Rodas) (2017) 10 Cal.App.5th 1316",
        {"six_months": ("The six months of PC 1018 cannot be extended.", _V)},
        short="Rodas",
    ),
    Authority(
        "villa",
        "People v. Villa (2009) 45 Cal.4th 1063",
        {"custody": ("Custody for habeas corpus is probation and parole, not that of ICE.", _V)},
        short="Villa",
    ),
    Authority(
        "popular",
        "People v. Popular (2006) 146 Cal.App.4th 479",
        {"no_dismissal": ("The end of the period of deferred entry dismisses nothing by itself.", _V)},
        short="Popular",
    ),
    Authority(
        "in_re_sa",
        "In re S.A. (1970) 6 Cal.App.3d 241",
        {"expungement": ("PC 1203.4 was refused to a ward of the juvenile court.", _V)},
        short="S.A.",
    ),
    Authority(
        "in_re_anthony_r",
        "In re Anthony R. (1984) 154 Cal.App.3d 772",
        {"parole": ("The Youth Authority had parolees, so parole alone shows no adult court.", _V)},
        short="Anthony R.",
    ),
    Authority(
        "in_re_eg",
        "In re E.G. (2016, A146287)",
        {"17b": ("PC 17(b)(3) in juvenile court: a reduction alone shows no adult court.", _V)},
        short="E.G.",
    ),
    Authority(
        "ilrc_2020",
        "ILRC, case update of September 2020",
        {
            "plead_both": (
                "Safest: PC 1203.43 and, in the alternative, the presumption of PC 1473.7(f)(2).",
                _V,
            )
        },
        short="ILRC (2020)",
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
        {"juvenile": ("For immigration law a juvenile adjudication is not a conviction.", _V)},
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
        "Prado v. Barr (9th Cir. 2019, amended 2020) 923 F.3d 1203",
        {"prop64": ("Redesignation under Prop 64 leaves the conviction.", _V)},
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
        {"admission": ("A program with admitted facts can be a conviction.", _V)},
        short="Mohamed",
    ),
    Authority(
        "retuta",
        "Retuta v. Holder (9th Cir. 2010) 591 F.3d 1181",
        {"no_penalty": ("With an unconditionally suspended fine only, there may be no conviction.", _M)},
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
        "yajure_hurtado",
        "Matter of Yajure Hurtado, 29 I&N Dec. 216 (BIA 2025)",
        {"no_bond": ("No bond for a person present without admission. Litigation since: not checked.", _V)},
        short="Yajure Hurtado",
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
