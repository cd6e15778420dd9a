"""Words of names that are treated in a way of their own. All in small letters without accents."""

from __future__ import annotations

import re


# Words that stand between names and tell nobody apart, and Vietnamese middle names that nearly all share.
BETWEEN = frozenset(
    "de del la las los el y e da do dos das van von der den bin bint ibn al thi van".split()  # noqa: SIM905
)
# In the middle of a name they begin its next word and tell nobody apart either: "Sean Mc Donald".
BEGINNINGS = frozenset("mc mac st ste saint sainte di della dello degli".split())  # noqa: SIM905
# A lawyer is often "Mr. Whitman"; what a court writes behind a name is none.
TITLES = frozenset(
    "mr mrs ms miss mx dr esq esquire jr sr sra srta don dona lic licenciado licenciada abogado abogada "  # noqa: SIM905
    "attorney lawyer counsel ii iii iv aka alias".split()
)
# "Delacruz" is "de la Cruz".
JOINED = re.compile(r"^(?:dela|delos|delas)(?=.{3})")
# Persian and Arabic given names in the spellings that are met most.
PERSIAN = frozenset(
    "mohammad mohamad mohammed mohamed muhammad mahmoud mahmood ahmad ahmed ali reza hossein hosein hussein "  # noqa: SIM905
    "hassan hasan mehdi mahdi amir abbas akbar hamid saeed saeid said majid javad seyed sayed gholam abdul "
    "abdullah ibrahim ebrahim yousef omar khalid fatemeh fatima zahra maryam leila mina sara nasrin shirin "
    "parvin".split()
)
# Such names in their own letters. By sound احمدی, a family's name, would be Ahmad.
IN_LETTERS = frozenset(
    "محمد محمود احمد علی رضا حسین حسن مهدی امیر عباس اکبر حمید سعید مجید جواد سید غلام عبدالله ابراهیم یوسف "  # noqa: SIM905
    "عمر خالد فاطمه مریم لیلا مینا سارا نسرین شیرین پروین".split()
)
# Given names that so many bear that two of them say little.
GIVEN = (
    PERSIAN
    | IN_LETTERS
    | frozenset(
        "maria jose juan luis carlos jesus miguel antonio francisco manuel pedro alejandro jorge rafael fernando "  # noqa: SIM905
        "ricardo eduardo roberto javier daniel david oscar angel ramon mario sergio arturo alberto raul enrique "
        "victor hector ruben ana guadalupe rosa carmen elena isabel teresa patricia sofia laura leticia martha "
        "veronica sandra adriana gabriela alicia silvia yolanda josefina gloria margarita lucia elizabeth "
        "james john robert michael william richard joseph thomas charles christopher matthew anthony mark steven "
        "andrew paul kevin brian edward mary jennifer linda susan jessica sarah karen nancy lisa".split()
    )
)
# Where one of these stands the name is Vietnamese: its words sound alike but for their vowels.
SPELLED = frozenset(
    "nguyen tran pham huynh hoang phan vu vo dang bui ngo duong truong dinh trinh doan luong".split()  # noqa: SIM905
)
