"""Where a person stands in the interview, as an address. Nothing in it can be read without the cookie."""

from __future__ import annotations

from django.urls import reverse

from screening.interview.document import Document


# Kept in the address while one answer is changed from the check page.
RETURN = "return"


def question_url(run: str, case: int, page: str, *, returning: bool = False) -> str:
    """The address of a page."""
    address = reverse("question", kwargs={"run": run, "case": case, "step": page})
    return f"{address}?{RETURN}=1" if returning else address


def resume_url(run: str, document: Document, *, returning: bool = False) -> str:
    """The first page with something to answer, or the check page."""
    for number in document.numbers():
        page = document.first_unanswered(number)
        if page is not None:
            return question_url(run, number, page.number, returning=returning)
    return reverse("check", kwargs={"run": run})
