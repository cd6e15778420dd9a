"""Every question by its key, in the contract's order."""

from __future__ import annotations

from screening.questions import case, grounds, harm, plea, program, you
from screening.questions.question import Question


QUESTIONS: dict[str, Question] = {
    question.key: question
    for topic in (you, case, program, plea, harm, grounds)
    for question in topic.QUESTIONS
}
