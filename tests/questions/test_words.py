"""Every question has its words, and none of them says what this tool may never say."""

import re
from collections.abc import Iterator

import pytest

from screening.questions import hard_words
from screening.questions.catalog import QUESTIONS
from screening.questions.question import UNKNOWN_LABELS, HardWord, Question
from screening.questions.steering import fact_of
from screening.questions.wording import ALL_QUESTIONS
from screening.rules.facts import FACTS, UNKNOWN_VALUES, Kind
from screening.rules.papers import PAPERS
from screening.rules.text import Text


# They promise, refuse, command or console (the contract's rule 3, the brief's voice); "notario" is for
# the one warning alone. A stem counts with every ending that English gives it.
FORBIDDEN = re.compile(
    r"\b(eligib\w*|ineligib\w*|qualif\w*|win|wins|winning|won|submit\w*|requir\w*|sorry|please"
    r"|valid|invalid\w*|notario\w*|congratulations|unfortunately|no case)\b",
    re.IGNORECASE,
)
# What the tool never asks for (the contract's rule 5).
NEVER_ASKED = re.compile(
    r"\b(A-number|Social Security|passport number|street address|U visa|T visa|VAWA)\b", re.IGNORECASE
)
HARD_WORDS = [value for value in vars(hard_words).values() if isinstance(value, HardWord)]
CHOICES = (Kind.ONE, Kind.SEVERAL)
ANY_KEY = pytest.mark.parametrize("question", ALL_QUESTIONS.values(), ids=ALL_QUESTIONS.keys())


def running_text(question: Question) -> Iterator[str]:
    """What a question says on its page, without the two answers that all share and the hard words."""
    yield from (question.ask.msgid, question.short.msgid, question.why.msgid, question.where.msgid)
    if question.hint:
        yield question.hint.msgid
    yield from (text.msgid for text in (*question.labels.values(), *question.notes.values()))


def texts(question: Question) -> Iterator[str]:
    """Everything a question says."""
    yield from running_text(question)
    for hard in question.words:
        yield from (hard.word.msgid, hard.meaning.msgid)


def hard_words_in(said: str) -> set[str]:
    """The hard words that stand in a text; "plea form" is one of them and no "plea"."""
    known = {hard.word.msgid.casefold(): hard.word.msgid for hard in HARD_WORDS}
    longest_first = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    found = re.findall(rf"(?<!\w)(?:{longest_first})(?!\w)", said, re.IGNORECASE)
    return {known[word.casefold()] for word in found}


def every_text() -> list[str]:
    of_papers: list[Text] = [
        text for paper in PAPERS.values() for text in (paper.name, paper.keeper, paper.ask_for)
    ]
    of_questions = [text for question in QUESTIONS.values() for text in texts(question)]
    return [*of_questions, *(text.msgid for text in of_papers)]


def same(text: Text) -> str:
    """How a text reads: without case, signs and spaces."""
    return re.sub(r"\W+", "", text.msgid).casefold()


def test_every_key_has_words_in_the_order_of_the_contract() -> None:
    assert list(QUESTIONS) == list(FACTS)


@ANY_KEY
def test_every_value_has_a_label_and_there_is_none_besides(question: Question) -> None:
    fact = fact_of(question.key)
    own = [value for value in fact.all_values if value not in UNKNOWN_VALUES]
    assert list(question.labels) == (own if fact.kind in CHOICES else [])


@ANY_KEY
def test_notes_explain_values_of_the_question(question: Question) -> None:
    assert set(question.notes) <= set(question.labels)


@ANY_KEY
def test_no_two_values_of_a_question_read_alike(question: Question) -> None:
    read = [same(text) for text in (*question.labels.values(), *UNKNOWN_LABELS.values())]
    assert len(set(read)) == len(read)


def test_no_two_questions_have_the_same_name_or_ask_the_same() -> None:
    for said in ("ask", "short"):
        read = [same(getattr(question, said)) for question in QUESTIONS.values()]
        assert len(set(read)) == len(read)


@ANY_KEY
def test_the_question_ends_as_a_question_and_the_name_does_not(question: Question) -> None:
    assert question.ask.msgid.endswith("?")
    assert not re.search(r"[.?!]$", question.short.msgid)
    assert 1 < len(question.short.msgid.split()) <= 7


@ANY_KEY
def test_why_is_one_sentence(question: Question) -> None:
    without_dots = question.why.msgid.replace("U.S.", "US").replace("1016.5", "1016")
    assert re.fullmatch(r"[^.?!]+\.", without_dots)


@ANY_KEY
def test_where_is_one_or_two_sentences(question: Question) -> None:
    without_dots = re.sub(r"(?<=\w)\.(?=\w)", "", question.where.msgid).replace("US.", "US")
    assert re.fullmatch(r"[^.?!]+\.( [^.?!]+\.)?", without_dots)


@ANY_KEY
def test_a_hard_word_is_explained_once_a_question(question: Question) -> None:
    names = [hard.word.msgid for hard in question.words]
    assert len(set(names)) == len(names)


@ANY_KEY
def test_a_hard_word_stands_in_the_question_that_explains_it(question: Question) -> None:
    said = " ".join(running_text(question)).casefold()
    assert [hard.word.msgid for hard in question.words if hard.word.msgid.casefold() not in said] == []


@ANY_KEY
def test_every_hard_word_in_a_question_is_explained_there(question: Question) -> None:
    explained = {hard.word.msgid for hard in question.words}
    assert hard_words_in(" ".join(running_text(question))) <= explained


def test_the_longer_of_two_hard_words_is_found_alone() -> None:
    assert hard_words_in("The Plea form, on probation.") == {"plea form", "probation"}


def test_no_word_that_promises_or_refuses() -> None:
    assert [text for text in every_text() if FORBIDDEN.search(text)] == []


def test_nothing_asks_for_what_the_tool_never_asks() -> None:
    assert [text for text in every_text() if NEVER_ASKED.search(text)] == []


def test_no_placeholder_stands_in_the_words() -> None:
    assert [text for text in every_text() if re.search(r"[{}%]", text)] == []


def test_quotes_and_apostrophes_are_typographic() -> None:
    assert [text for text in every_text() if re.search(r"[\"'`]", text)] == []


def test_no_text_is_empty_or_has_loose_spaces() -> None:
    assert [text for text in every_text() if not text or text != " ".join(text.split())] == []


def test_before_deported_is_stored_the_form_says_what_not_to_tell_it() -> None:
    question = QUESTIONS["immigration_events"]
    said = f"{question.hint and question.hint.msgid} {question.notes['removed'].msgid}"
    assert "If you came back after being deported, tell only a lawyer, not this form." in said


@pytest.mark.parametrize("word", ["eligible", "Qualifies", "required", "win", "NOTARIO", "Please"])
def test_the_search_for_forbidden_words_finds_them(word: str) -> None:
    assert FORBIDDEN.search(f"You {word} here.")


@pytest.mark.parametrize("word", ["window", "following", "validate", "pleased"])
def test_the_search_for_forbidden_words_leaves_others_alone(word: str) -> None:
    assert not FORBIDDEN.search(f"A {word} here.")
