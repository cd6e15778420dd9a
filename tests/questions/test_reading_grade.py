"""Whoever left school at twelve can read the questions.

Flesch-Kincaid of a question, its hint, why, where and notes, joined as sentences: at most 6.0 over the
questionnaire and 8.0 on any question. Words of the matter that nothing can replace count as two syllables.
"""

import re

import pytest

from screening.questions.page import Page
from screening.questions.question import Question
from screening.questions.route import PAGES
from screening.questions.wording import ALL_QUESTIONS
from screening.rules.flags.every import CLIENT_WORDS
from screening.rules.papers import PAPERS
from tests.grade import english_syllables, flesch_kincaid


MOST_OVERALL, MOST_ON_ONE, MOST_WORDS = 6.0, 8.0, 20
# They stand on the papers or have no plainer word, and a question explains the hard ones.
GLOSSARY = (
    "immigration", "deported", "deportation", "probation", "attorney", "citizen", "citizens",
    "citizenship", "California", "misdemeanor", "felony", "infraction", "interpreter", "transcript",
    "diversion", "supervision", "registration", "certificate", "permanent", "resident", "United States",
    "U.S.", "DACA", "TPS", "ICE", "DUI", "FBI",
)  # fmt: skip
TWO_SYLLABLES = "paper"
_GLOSSARY_WORD = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in GLOSSARY)})(?!\w)", re.IGNORECASE
)
ANY_KEY = pytest.mark.parametrize("question", ALL_QUESTIONS.values(), ids=ALL_QUESTIONS.keys())


def plain(text: str) -> str:
    """For the counter: glossary words by their stand-in, no quotes, no dot inside a number or code."""
    replaced = _GLOSSARY_WORD.sub(TWO_SYLLABLES, text)
    return re.sub(r"(?<=\w)[.](?=\w)", "", replaced).translate(str.maketrans("’", "'", "“”"))


def as_sentence(text: str) -> str:
    return text if text[-1] in ".?!" else f"{text}."


def sentences(texts: list[str]) -> list[str]:
    joined = " ".join(as_sentence(plain(text)) for text in texts)
    return [sentence for sentence in re.split(r"(?<=[.?!])\s+", joined) if sentence]


def help_texts(question: Question) -> list[str]:
    """What is read as running text. Labels are short answers and would only flatter the grade."""
    said = [question.ask, question.hint, question.why, question.where, *question.notes.values()]
    return [text.msgid for text in said if text]


def all_texts(question: Question) -> list[str]:
    answers = [text.msgid for text in question.labels.values()]
    meanings = [hard.meaning.msgid for hard in question.words]
    return [question.short.msgid, *help_texts(question), *answers, *meanings]


def grade(texts: list[str]) -> float:
    return flesch_kincaid(" ".join(sentences(texts)))


@ANY_KEY
def test_each_question_reads_at_most_at_grade_eight(question: Question) -> None:
    assert grade(help_texts(question)) <= MOST_ON_ONE


def test_the_questionnaire_reads_at_most_at_grade_six() -> None:
    assert (
        grade([text for question in ALL_QUESTIONS.values() for text in help_texts(question)]) <= MOST_OVERALL
    )


def test_the_hard_words_are_explained_at_most_at_grade_six() -> None:
    meanings = {hard.meaning.msgid for question in ALL_QUESTIONS.values() for hard in question.words}
    assert grade(sorted(meanings)) <= MOST_OVERALL


@pytest.mark.parametrize("page", PAGES, ids=[page.number for page in PAGES])
def test_each_page_reads_at_most_at_grade_eight_and_has_no_long_sentence(page: Page) -> None:
    own = [text.msgid for text in (page.title, page.hint) if text]
    assert (
        grade([*own, *(text for key in page.keys for text in help_texts(ALL_QUESTIONS[key]))]) <= MOST_ON_ONE
    )
    assert [sentence for sentence in sentences(own) if len(sentence.split()) > MOST_WORDS] == []


def test_the_warnings_read_at_most_at_grade_eight_and_have_no_long_sentence() -> None:
    warned = [words.msgid for words in CLIENT_WORDS.values()]
    assert grade(warned) <= MOST_ON_ONE
    assert [sentence for sentence in sentences(warned) if len(sentence.split()) > MOST_WORDS] == []


@ANY_KEY
def test_no_sentence_of_a_question_is_longer_than_twenty_words(question: Question) -> None:
    found = sentences(all_texts(question))
    assert [sentence for sentence in found if len(sentence.split()) > MOST_WORDS] == []


def test_no_sentence_about_a_paper_is_longer_than_twenty_words() -> None:
    said = [text.msgid for paper in PAPERS.values() for text in (paper.name, paper.ask_for)]
    assert [sentence for sentence in sentences(said) if len(sentence.split()) > MOST_WORDS] == []


def test_the_papers_read_at_most_at_grade_eight() -> None:
    assert grade([paper.ask_for.msgid for paper in PAPERS.values()]) <= MOST_ON_ONE


def test_a_lawyers_sentence_would_fail() -> None:
    lawyers = (
        "Indicate whether the sentencing court administered the statutory advisement concerning"
        " naturalization, exclusion and deportation consequences contemporaneously with the plea."
    )
    assert grade([lawyers]) > MOST_ON_ONE


def test_a_glossary_word_counts_as_two_syllables() -> None:
    assert english_syllables(TWO_SYLLABLES) == 2
    assert plain("U.S. immigration’s") == f"{TWO_SYLLABLES} {TWO_SYLLABLES}'s"
    assert plain("deporting") == "deporting"


def test_dots_inside_codes_end_no_sentence() -> None:
    assert sentences(["Look for PC 1203.4 in the U.S. first. Then stop."]) == [
        "Look for PC 12034 in the paper first.",
        "Then stop.",
    ]
