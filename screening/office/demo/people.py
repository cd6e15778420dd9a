"""The people of the demonstration. They are invented: nobody bears these surnames.

What each answered follows a decided case or a scenario (`decided.toml`), to which a county, an offense and
coming dates are added so that the queue has something to sort. Telephone numbers end in 555-01xx, which no
telephone company gives out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """One screening of the demonstration.

    `cases` are names in `decided.toml`; `more` adds answers in the contract's keys to each of them. `ahead`
    says in how many days something comes. `began` is days ago. `stage` is how far the office is with it:
    "sent" and not opened, "call" (a call that broke off), "checked" (a call that is over), "declined", "review", "papers", "accepted", "referred" or "closed". `who` works on it.
    """

    name: str
    cases: tuple[str, ...]
    county: str
    stage: str
    began: int = 3
    language: str = "en"
    who: str = ""
    aliases: tuple[str, ...] = ()
    codefendants: tuple[str, ...] = ()
    lawyers: tuple[str, ...] = ()
    court_number: str = ""
    more: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    ahead: tuple[tuple[str, int], ...] = ()
    # Days that the office set: in how many days, and what for.
    deadlines: tuple[tuple[int, str], ...] = ()
    note: str = ""
    hold: str = ""
    # An attorney's own: remedy, element, finding, reason.
    finding: tuple[str, str, str, str] | None = None

    @property
    def sent(self) -> bool:
        """Did it come from the public page? Of those that are worked on every other one did."""
        if self.stage in ("call", "checked", "declined"):
            return False
        return self.stage == "sent" or self.began % 2 == 0


_DRUGS = ("offense_kind", ("drug_possession",))
_THEFT = ("offense_kind", ("theft_or_fraud",))
_HOME = ("offense_kind", ("domestic_violence",))
_VIOLENCE = ("offense_kind", ("violence",))
_DRIVING = ("offense_kind", ("driving_under_influence",))
_NEW_LAWYER = "Alder Quillfeather"

PEOPLE: tuple[Person, ...] = (
    # What came from the public page and waits.
    Person(
        "Marisol Piedraluna",
        ("dej_completed",),
        "Fresno",
        "sent",
        began=1,
        language="es",
        ahead=(("immigration_court", 12),),
        lawyers=(_NEW_LAWYER,),
    ),
    Person(
        "سپیده مهتاب‌نگار",
        ("abdelsalam_2022",),
        "Los Angeles",
        "sent",
        began=0,
        language="fa",
        aliases=("Sepideh Mahtabnegar",),
        more=(("offense_kind", ("drug_other",)),),
        ahead=(("ice_check_in", 26),),
    ),
    Person("Tomás Ríoclaro Vientos", ("traveller",), "Kern", "sent", began=2, language="es", more=(_THEFT,)),
    Person("Linh Hoasenxanh", ("nothing_known",), "", "sent", began=4),
    Person(
        "Evaristo Nubeblanca",
        ("unrelated_removal_order",),
        "Tulare",
        "sent",
        began=2,
        language="es",
        more=(_DRIVING,),
    ),
    # Calls of these days.
    Person(
        "Graciela Montelirio",
        ("espinoza_2023",),
        "Fresno",
        "checked",
        began=0,
        language="es",
        who="intake",
        more=(_DRUGS, ("offense_code", "HS 11378")),
        note="Her sister Luzdivina calls back after six; a message is fine.",
    ),
    Person(
        "Arash Abrishamkuh",
        ("ice_detention_not_custody",),
        "San Diego",
        "checked",
        began=0,
        language="fa",
        who="intake",
        more=(_VIOLENCE,),
        ahead=(("immigration_court", 9),),
        note="Calls from detention: the line is cut after fifteen minutes.",
    ),
    Person(
        "Benigno Valdeluna",
        ("as_strong_as_it_gets",),
        "Madera",
        "call",
        began=0,
        language="es",
        who="intake",
        note="The call broke off at the questions about the lawyer. He calls again.",
    ),
    Person("Wenling Brightharbor", ("jung_2020",), "Santa Clara", "call", began=1, who="intake"),
    # In review.
    Person(
        "Rosalba Campolindo",
        ("dej_file_destroyed",),
        "Los Angeles",
        "review",
        began=9,
        language="es",
        who="attorney",
        aliases=("Rosa Campolindo",),
        ahead=(("immigration_interview", 41),),
        deadlines=((21, "Certificate of search from the clerk"),),
        note="She still has the certificate of completion of the class.",
        finding=(
            "pc1203_43",
            "proof_of_completion",
            "met",
            "The certificate names Penal Code 1000; I have seen it.",
        ),
    ),
    Person(
        "Hipólito Tresarroyos",
        ("vivar_2021",),
        "Riverside",
        "review",
        began=12,
        language="es",
        who="attorney",
        more=(_DRUGS,),
        deadlines=((16, "Declaration of the former lawyer"),),
        lawyers=("Orville Inkwell-Hart",),
        finding=("pc1473_7_a1", "prejudice", "met", "Ties since childhood, as in Vivar."),
    ),
    Person(
        "Nasrin Golestanpur",
        ("curiel_2023",),
        "Orange",
        "review",
        began=8,
        language="fa",
        who="reader",
        more=(_THEFT,),
        ahead=(("immigration_application", 60),),
    ),
    Person(
        "Dagoberto Altasierra",
        ("on_probation_past_cap", "dej_failed"),
        "Stanislaus",
        "review",
        began=15,
        language="es",
        who="attorney",
        more=(_DRUGS,),
        ahead=(("criminal_court", 18),),
    ),
    Person(
        "Teodora Cantarroja",
        ("soto_2022",),
        "Kings",
        "review",
        began=20,
        language="es",
        who="reader",
        more=(_HOME,),
    ),
    Person(
        "Amadou Riverlantern",
        ("fryhaat_2019",),
        "Alameda",
        "review",
        began=5,
        who="attorney",
        more=(_THEFT,),
        codefendants=("Basil Copperfenn",),
    ),
    Person(
        "Ofelia Hierbabuenita", ("lopez_2022_83",), "Merced", "review", began=25, language="es", more=(_HOME,)
    ),
    # Waiting for papers.
    Person(
        "Kambiz Zarrinrud",
        ("dismissed_but_pleaded",),
        "Los Angeles",
        "papers",
        began=30,
        language="fa",
        who="attorney",
        deadlines=((33, "Ask the clerk again for the minute order"),),
    ),
    Person(
        "Leocadia Vallehondo",
        ("villalba_2023",),
        "Fresno",
        "papers",
        began=34,
        language="es",
        who="attorney",
        more=(_THEFT,),
        lawyers=(_NEW_LAWYER,),
    ),
    Person(
        "Isidro Peñascal",
        ("finished_not_dismissed",),
        "Sonoma",
        "papers",
        began=28,
        language="es",
        who="reader",
    ),
    Person(
        "Marivic Bulaklakan",
        ("vaca_2023",),
        "San Joaquin",
        "papers",
        began=40,
        who="reader",
        more=(_VIOLENCE,),
    ),
    Person(
        "Fortunato Miraflorido",
        ("rodriguez_2019_38",),
        "Ventura",
        "papers",
        began=45,
        language="es",
        who="attorney",
    ),
    # Accepted.
    Person(
        "Ximena Lunaclara",
        ("mejia_2019",),
        "Los Angeles",
        "accepted",
        began=60,
        language="es",
        who="attorney",
        more=(_DRUGS,),
        ahead=(("immigration_court", 75),),
        deadlines=((14, "File the motion"), (7, "Declaration of the client")),
    ),
    Person(
        "Prisciliano Robledal",
        ("perez_2021",),
        "San Diego",
        "accepted",
        began=70,
        language="es",
        who="attorney",
    ),
    Person(
        "Otilia Fuenteserena",
        ("alatorre_2021",),
        "Imperial",
        "accepted",
        began=75,
        language="es",
        who="reader",
    ),
    Person(
        "Desmond Larkmeadow",
        ("citizen_innocence",),
        "Sacramento",
        "accepted",
        began=80,
        who="reader",
        more=(_VIOLENCE,),
        hold="The other person's appeal is pending; the court asked to keep everything.",
    ),
    Person(
        "Yolotzin Aguamiel",
        ("ruiz_2020", "carty_2003"),
        "Kern",
        "accepted",
        began=66,
        language="es",
        who="attorney",
    ),
    # Declined, referred, closed.
    Person("Caspar Thistlewick", ("federal",), "Contra Costa", "referred", began=50, more=(_DRUGS,)),
    Person("Nicanor Pozoseco", ("plea_1976",), "Monterey", "closed", began=90, language="es", who="attorney"),
    # Nothing was asked of him: the office represents somebody else of that case.
    Person("Basil Copperfenn", (), "", "declined", began=6),
    Person(
        "Rufina Sauceda-Llorente", ("pretrial_2019",), "Yolo", "closed", began=55, language="es", who="reader"
    ),
    Person(
        "Bram Ashlantern", ("vigil_rja_2024",), "Kern", "referred", began=48, who="reader", more=(_VIOLENCE,)
    ),
    Person("Socorro Arenalta", ("dej_still_in",), "Shasta", "closed", began=85, language="es"),
    # The same person twice: once from the page, once by telephone.
    Person(
        "Rosalba Campolindo",
        ("arriaga_2014",),
        "Los Angeles",
        "sent",
        began=1,
        language="es",
        aliases=("Rosa Campolindo",),
    ),
    Person("Hektor Vinterhagen", ("on_probation_2025",), "Placer", "review", began=18, more=(_DRUGS,)),
    Person(
        "Apolonia Huertaclara",
        ("villa_2009",),
        "Santa Cruz",
        "papers",
        began=37,
        language="es",
        who="attorney",
    ),
    Person(
        "Isaura Molinoviejo",
        ("hernandez_2019",),
        "San Mateo",
        "review",
        began=11,
        language="es",
        who="reader",
    ),
)
# The other office has one of its own, who is also known in the first.
ELSEWHERE: tuple[Person, ...] = (
    Person("Evaristo Nubeblanca", ("dej_failed",), "Tulare", "review", began=30, language="es", who="other"),
)
