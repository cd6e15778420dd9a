"""Persian for whoever answers for another: the questions say «آن شخص» and «او», never «شما» or «من»."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from pcr_screener.languages import of_another
from screening.questions.wording import say
from tests.languages.another_person import asked
from tests.languages.catalogs import translations
from tests.languages.test_persian import BANNED, MOST_WORDS, broken, sentences
from tests.languages.test_persian_words import faults


CATALOG = "fa_X-person"

# "You" and "I", and verbs that tell of them. An imperative has another ending or stem, and is none.
TO_OR_AS_SOMEBODY = re.compile(
    r"(?<!\w)(?:شما|من|مرا|برایم|برایتان|خودم|خودتان|وکیلتان|وکیلم|دستتان)(?!\w)"
    r"|(?:گفت|کرد|داشت|شد|بود|دید|شنید|فهمید|گرفت|گذراند|خواست|رفت|دانست|توانست|خواند)(?:ید|م)(?!\w)"
    r"|(?<!\w)(?<!نگه )(?:هست|نیست|دار|ندار)(?:ید|م)(?!\w)|\w\u200cاید(?!\w)"
    r"|می\u200c(?!گوید|آید|ترسید)\w+(?:ید|[^ی]م)(?!\w)"
)
# What is said in court stands in the first person: within quotation marks, and as a hard word.
SPOKEN = re.compile(r"«[^»]*»|اعتراض ندارم")

# What speaks to the reader who holds the phone. All else speaks of the person.
TO_THE_READER = {
    "A year alone is fine. Leave out what you do not know.",
    "A year alone is fine. Leave out what you do not know. If the plea was changed, give the last one.",
    "For example: HS 11350(a), PC 459. Write only the numbers, not what happened. You can leave this empty.",
    "I am not sure",
    "I’d rather not say",
    "I am, about my own case",
    "If you answer for somebody else, the next pages say “the person”.",
    "If you know the day, write it.",
    "Nobody sees this unless you send or show it.",
    "Nobody sees your answers unless you send or show them.",
    "Show such proof only to a lawyer. Do not look for it by yourself.",
    "Think of one criminal case. You can add another case at the end.",
    "Use the day on the newest paper. Leave out what you do not know.",
    "You can leave this empty.",
}


def says_you_or_i(text: str) -> bool:
    return bool(TO_OR_AS_SOMEBODY.search(SPOKEN.sub("", text)))


ASKED = {text.msgid: text for text in asked()}


def test_no_question_about_the_person_says_you_or_i() -> None:
    with translation.override(of_another("fa")):
        said = {msgid: say(text) for msgid, text in ASKED.items()}
    assert len(said) > 500
    found = {msgid: text for msgid, text in said.items() if says_you_or_i(text)}
    assert {msgid: text for msgid, text in found.items() if msgid not in TO_THE_READER} == {}
    assert TO_THE_READER - found.keys() == set()


@pytest.mark.parametrize(
    "text",
    ["آیا شهروند آمریکا هستید؟", "پروندهٔ من نزد وکیل قبلی", "حرف شما", "گرین کارت داشتم", "چه کرده‌اید؟"],
)
def test_a_text_that_speaks_to_or_as_somebody_is_seen(text: str) -> None:
    assert says_you_or_i(text)


@pytest.mark.parametrize(
    "text",
    [
        "هرچه درست است انتخاب کنید.",
        "شمارهٔ پرونده",
        "آن شخص گفت «اعتراض ندارم».",
        "قاضی می‌گوید.",
        "آن شخص منتظر است",
    ],
)
def test_a_text_that_asks_the_reader_to_do_something_is_let_be(text: str) -> None:
    assert not says_you_or_i(text)


def test_the_words_about_the_person_are_as_persian_as_all_others() -> None:
    texts = translations(CATALOG)
    assert [text for text in texts if broken(text) or faults(text)] == []
    assert [text for text in texts if any(word in text for word in BANNED)] == []
    long = [part for text in texts for part in sentences(text) if len(part.split()) > MOST_WORDS]
    assert long == []
