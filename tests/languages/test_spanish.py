"""Spanish that a person who left school at twelve can read, and that says what the English says."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from screening.questions.page import Page
from screening.questions.question import Question
from screening.questions.route import PAGES
from screening.questions.wording import ALL_QUESTIONS, answer_in_words, say
from screening.rules.flags.every import CLIENT_WORDS
from tests.grade import fernandez_huerta
from tests.languages.catalogs import catalog, texts_of, translations
from tests.questions.test_reading_grade import help_texts


LEAST = 70.0  # Fernández-Huerta: 70 to 80 is "fairly easy", seventh grade or lower
MOST_WORDS = 20
# Words of the matter that no plainer one can replace: they stand on the papers, and are explained.
# They count as "papeles" does, three syllables.
GLOSSARY = (
    "inmigración", "deportación", "deportarle", "California", "declaración", "declararse", "condicional",
    "probation", "parole", "diversion", "transcripción", "advertencia", "ciudadano", "ciudadanía",
    "antecedentes", "expungement", "misdemeanor", "infracción", "infraction", "felony", "intérprete",
    "certificado", "residente", "permanente", "transcript", "abogado", "culpable", "supervisión",
    "EE. UU.", "ICE", "DACA", "TPS", "USCIS", "FBI",
)  # fmt: skip
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in GLOSSARY)})(?!\w)", re.IGNORECASE)
BANNED = re.compile(
    r"\b(elegibles?|califica[nr]?|cumple los requisitos|tiene derecho a|va a ganar|no tiene caso|aprobad[oa]"
    r"|felon[ií]as?|ofensas?|convict[oa]s?|convicci[oó]n|aplicaci[oó]n|aplicar|removid[oa]s?|removible"
    r"|libertad bajo palabra|vosotros|t[uú] (?:caso|abogado))\b",
    re.IGNORECASE,
)

# English that shows through, and words that say something else to a court interpreter. A capital after a
# comma or "y" is a label that was joined into a sentence.
FAULTS = {
    "declararse alone confesses love": r"\bdeclar(?:arse|arme|é|ó|aron|ad[oa])\b(?!(?: no)? culpable)",
    "declaración alone is a tax return": r"\bdeclaración\b(?! de culpabilidad| jurada| bajo pena| así| \(statement)",
    "a law does not look or ask": r"\bley(?:es)?(?: de inmigración)? (?:también )?(?:miran?|preguntan?)\b",
    "a lawyer reviews": r"\b(?:podría|puede|tiene que) mirar",
    "no record is wiped": r"antecedentes borrados|borr\w+ (?:(?:los|sus) )?antecedentes|caso borrado",
    "a pedido is an order of goods": r"\bpedidos?\b",
    "who does not send?": r"\bsi (?:usted )?no l[oa]s? (?:pid|env|mand|muestr)",
    "tú": r"\b(?:tú|tus|contigo|eres|tienes|puedes)\b",
    "a capital within a sentence": r"(?:[,;]| y) (?-i:[A-ZÁÉÍÓÚ][a-záéíóúñ])",
    "two full stops": r"(?<![.])[.]{2}(?![.])",
}


def faults_of(text: str) -> list[str]:
    return [fault for fault, pattern in FAULTS.items() if re.search(pattern, text, re.IGNORECASE)]


def plain(text: str) -> str:
    """For the counter: glossary words by a short one, no bracketed English, no dot inside a code."""
    without = re.sub(r"\s*\([^()]*\)", "", text.replace("\u00a0", " "))
    return re.sub(r"(?<=\w)[.](?=\w)", "", _WORD.sub("papeles", without))


def score(texts: list[str]) -> float:
    """Fernández-Huerta of running text; higher is easier."""
    return fernandez_huerta(
        " ".join(text if text[-1] in ".?!»" else f"{text}." for text in map(plain, texts))
    )


def spanish(texts: list[str]) -> list[str]:
    with translation.override("es"):
        return [translation.gettext(text) for text in texts]


@pytest.mark.parametrize("page", PAGES, ids=[page.number for page in PAGES])
def test_each_page_is_easy_to_read(page: Page) -> None:
    own = [text.msgid for text in (page.title, page.hint) if text]
    texts = [*own, *(text for key in page.keys for text in help_texts(ALL_QUESTIONS[key]))]
    assert score(spanish(texts)) >= LEAST


def test_the_warnings_are_easy_to_read() -> None:
    assert score(spanish([words.msgid for words in CLIENT_WORDS.values()])) >= LEAST


def test_a_lawyers_sentence_would_fail() -> None:
    lawyers = (
        "Indique si el tribunal sentenciador administró contemporáneamente la amonestación reglamentaria"
        " respecto de las consecuencias migratorias de naturalización, exclusión y deportación."
    )
    assert score([lawyers]) < LEAST


def test_notario_stands_only_in_the_warning() -> None:
    """In Latin America a "notario" is a senior lawyer (glossary 2.1)."""
    said = [entry for entry in catalog("es") if any("notario" in text.lower() for text in texts_of(entry))]
    assert [entry.msgid for entry in said if "notar" not in entry.msgid.lower()] == []
    assert [text for entry in said for text in texts_of(entry) if "no es abogado" not in text.lower()] == []


def test_spanish_uses_no_banned_word() -> None:
    assert [text for text in translations("es") if BANNED.search(text)] == []


def test_spanish_has_no_fault_of_a_kind_that_was_found_by_reading() -> None:
    assert {text: faults_of(text) for text in translations("es") if faults_of(text)} == {}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("¿Cuándo se declaró usted, o cuándo fue el veredicto?", ["declararse alone confesses love"]),
        ("El día de la declaración (plea)", ["declaración alone is a tax return"]),
        ("La ley mira si el caso cambió.", ["a law does not look or ask"]),
        ("La ley de inmigración pregunta si hubo castigo.", ["a law does not look or ask"]),
        ("Leyes que un abogado podría mirar", ["a lawyer reviews"]),
        ("Antecedentes borrados (expungement)", ["no record is wiped"]),
        ("Hice un pedido por escrito", ["a pedido is an order of goods"]),
        ("Nada, si usted no lo pide.", ["who does not send?"]),
        ("Puedes parar ahora.", ["tú"]),
        ("Vivía aquí, Tenía green card y Tenía familia", ["a capital within a sentence"]),
        ("Ciudadanía de EE. UU.. Algunas", ["two full stops"]),
        ("Me declararon no culpable, y firmé una declaración jurada.", []),
    ],
)
def test_each_kind_of_fault_is_found(text: str, faults: list[str]) -> None:
    assert faults_of(text) == faults


def test_several_answers_on_a_line_make_no_fault() -> None:
    with translation.override("es"):
        lines = [answer_in_words(question.key, tuple(question.labels)) for question in ALL_QUESTIONS.values()]
    assert [line for line in lines if faults_of(line)] == []


def test_the_name_of_a_question_takes_a_full_stop() -> None:
    with translation.override("es"):
        names = [say(question.short) for question in ALL_QUESTIONS.values()]
    assert [name for name in names if faults_of(f"{name}.")] == []


def test_no_spanish_sentence_is_longer_than_twenty_words() -> None:
    parts = [part for text in translations("es") for part in re.split(r"(?<=[.?!:])\s+", text)]
    assert [part for part in parts if len(part.split()) > MOST_WORDS] == []


def test_no_two_answers_of_a_question_read_alike() -> None:
    alike = [
        question.key
        for question in ALL_QUESTIONS.values()
        if len(set(labels(question))) != len(question.labels)
    ]
    assert alike == []


def labels(question: Question) -> list[str]:
    with translation.override("es"):
        return [say(text) for text in question.labels.values()]
