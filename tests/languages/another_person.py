"""What may say "you", "I" or "we" where somebody answers for another, and how to find what may not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from screening.questions import hard_words
from screening.questions.page import Part
from screening.questions.question import UNKNOWN_LABELS, HardWord, Question
from screening.questions.route import PAGES
from screening.questions.wording import ALL_QUESTIONS
from screening.rules.text import Text


_TO_OR_AS_SOMEBODY = re.compile(
    r"\b(?:you|your|yours|yourself|I|my|me|mine|myself|we|us|our|ours)\b(?!-\d)", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"%\([a-z_]+\)s|\{[a-z_]+\}|</?b>")

# On the question pages, by why: it speaks to whoever holds the phone, or it quotes.
ASKED_OF_THE_READER: dict[str, tuple[str, ...]] = {
    "The two full answers of whoever answers": (
        "I am not sure",
        "I’d rather not say",
    ),
    "How to fill in the page": (
        "A year alone is fine. Leave out what you do not know.",
        "A year alone is fine. Leave out what you do not know. If the plea was changed, give the last one.",
        "Use the day on the newest paper. Leave out what you do not know.",
        "If you know the day, write it.",
        "You can leave this empty.",
        "For example: HS 11350(a), PC 459. Write only the numbers, not what happened. You can leave this empty.",
        "You do not have to say which.",
        "Think of one criminal case. You can add another case at the end.",
    ),
    "Who sees the answers": (
        "Nobody sees your answers unless you send or show them.",
        "Nobody sees this unless you send or show it.",
    ),
    "The page that asks who answers": (
        "If you answer for somebody else, the next pages say “the person”.",
        "I am, about my own case",
    ),
    "Words said in court, and a letter on a paper": (
        "In court, this means “I did it”.",
        "It means “I do not fight the charge”. It counts like guilty.",
        "On the docket or charge paper, look for F, M or I near the law number.",
    ),
}
# The same around the questions, on the check page, the result and the client's paper.
SHOWN_TO_THE_READER: dict[str, tuple[str, ...]] = {
    "The site speaks of itself": (
        "Why we ask",
        "We cannot tell yet",
        "You did not tell us of this",
        "Twelve months is our screening line, not law.",
        "What we could not tell, and what could show it:",
        "We keep no list of lawyers. These public places can help you find one. They do not know your answers, and asking costs nothing.",
    ),
    "Buttons and what helps to fill in": (
        "Where you can find it.",
        "You left this empty",
        "Skip to your answers",
        "Check your answers",
        "My answers are right. Show the result",
        "Change my answers",
        "Give me more time",
        "We will write: <b>%(day)s</b>.",
        "Keep my place",
        "Erase my answers",
        "Dates for my calendar",
        "The dates that you gave",
        "What you answered",
        "Tick only what you want on the paper.",
    ),
    "What happens to answers on this phone": (
        "Your answers are erased at %(hour)s (California time) if you stop.",
        "At %(hour)s your answers will be erased.",
        "Do you want more time? What you typed stays.",
        "A paper that you save stays on this phone until you delete it.",
        "This file puts them into the calendar of your phone. It reminds you a week before and a day before.",
    ),
    "Who looks for a lawyer": ("Before you pay, look up the name at calbar.ca.gov.",),
}
# What is said aloud, in quotation marks: by anybody at a counter, or by the person where it says so.
SAID_ALOUD = (
    "Say: “I need a copy of each of these papers in the case, every page.”",
    "Say: “I need the register of actions for a criminal case, all pages. If the file is in storage, how do I order it?”",
    "Say: “I need a copy of every minute order in the case. I need certified copies of the plea, the sentence and the dismissal.”",
    "Say: “I need copies of the complaint, the information and any changed ones.”",
    "Say: “I need the plea form, sometimes called the Tahl waiver. I need every page, both sides, with the form number.”",
    "Say: “Is there already a transcript of the plea? If not, who was the reporter, and how do I order it?”",
    "Say: “If the notes were destroyed, may I have a signed letter that says so, with the date?”",
    "Say to the clerk, not to the probation office: “I need each order on probation, first to last.”",
    "Say: “I need a certified abstract of judgment, or the probation order if there is none.”",
    "Say: “I need a certified disposition: the charge, the plea, the sentence and how it ended.”",
    "Say: “I need the Prop 36 grant order and the Penal Code 1210.1 dismissal order.”",
    "Say: “I need any later order in the case: dismissal under 1203.4, reduction or a new sentence.”",
    "Say: “I need a search by this case number and these names, and a certified letter with the result.”",
    "The person still goes, and tells the judge: “I need time to find a lawyer, and the list of free lawyers.”",
    "The person has the right to stay silent, and can say: “I want to stay silent. I want to talk to a lawyer.”",
    "The person says at a private fingerprint shop: “I want a California record review for myself. State only, not FBI.”",
    "Then the person says: “I was your client, and I need my complete file.”",
    "The person says: “I finished a PC 1000 class. Do you have my record, and which form do I sign to get it?”",
    "The person says to a lawyer: “I have a Notice to Appear, and I need to talk before my hearing.”",
    "The person says to a lawyer: “I may have a deportation order, can you check the court record for me?”",
    "The person says to their lawyer: “Can you ask for my full file from the immigration court?”",
    "The person says to their lawyer: “Do we need my A-file? Ask with your address, not mine.”",
    "The person says at a school: “I was a student here, and I need my record with the dates.”",
    "The person says: “I have an old California case. I need a written analysis of what it does to my immigration.”",
)


def _flat(why: dict[str, tuple[str, ...]]) -> set[str]:
    return {sentence for sentences in why.values() for sentence in sentences}


ASKED_ALLOWED = _flat(ASKED_OF_THE_READER)
ALLOWED = ASKED_ALLOWED | _flat(SHOWN_TO_THE_READER) | set(SAID_ALOUD)


def _pattern(sentence: str) -> str:
    return ".{1,60}?".join(re.escape(part) for part in _PLACEHOLDER.split(sentence))


_ALLOWED = re.compile("|".join(_pattern(one) for one in sorted(ALLOWED, key=len, reverse=True)))


def says_you_or_i(text: str) -> list[str]:
    """Each such word that no allowed sentence holds, with what stands around it."""
    left = _ALLOWED.sub("…", text)
    return [
        left[max(0, found.start() - 60) : found.end() + 60] for found in _TO_OR_AS_SOMEBODY.finditer(left)
    ]


def texts_of_question(question: Question) -> Iterator[Text]:
    """All that a question can show."""
    texts = (question.ask, question.short, question.why, question.where, question.hint)
    hard = (text for word in question.words for text in (word.word, word.meaning))
    yield from (text for text in texts if text)
    yield from (*question.labels.values(), *question.notes.values(), *hard)


def asked() -> Iterator[Text]:
    """All that the question pages can show, by sentence; every hard word too."""
    yield from UNKNOWN_LABELS.values()
    yield from (part.title for part in Part)
    yield from (text for page in PAGES for text in (page.title, page.hint) if text)
    yield from (text for question in ALL_QUESTIONS.values() for text in texts_of_question(question))
    words = (word for word in vars(hard_words).values() if isinstance(word, HardWord))
    yield from (text for word in words for text in (word.word, word.meaning))
