"""Persian that says another thing than the English: faults found by reading, so that none comes back."""

from __future__ import annotations

import re

import pytest

from tests.languages.catalogs import translations


# Each kind of fault, how it is spelled, and a phrase that has it.
FAULTS = {
    "a plea called a confession": (r"اقرار|اعتراف", "روز اقرار (\u2066plea\u2069)"),
    "a record called wiped": (r"پاک[^.]*\u2066expung", "پاک شدن سابقه (\u2066expunged\u2069)"),
    "an order that may be any order": (
        r"(?<!\w)حکم(?! (?:مجازات|جلب|اخراج|قطعی))(?!.{0,12}\u2066warrant)",
        "پاکت حکم را نگه دارید",
    ),
    "a law that looks or asks": (
        r"نگاه می\u200cکن|قانون[^.،]* می\u200cپرس",
        "قانون نگاه می\u200cکند شخص چه کرد",
    ),
    "the lawyer's own case": (r"پروندهٔ وکیل", "پروندهٔ وکیل قبلی من"),
    "a client spoken to as a child": (r"(?<!\w)ن?ب?فرست(?!\w)", "چیزی نفرست"),
    "a half-space that is missing": (
        r"(?<!\w)ن?می (?=\w)|\w ها(?:ی|یی)?(?!\w)|(?<!\w)(?:همه|هیچ) چیز",
        "قانون می گوید",
    ),
    "a joining sound that is missing": (r"درباره (?=\w)|اداره مهاجرت", "اداره مهاجرت"),
}


def faults(text: str) -> list[str]:
    """The kinds of fault that stand in a text."""
    return [kind for kind, (spelled, _) in FAULTS.items() if re.search(spelled, text)]


def test_no_persian_text_has_a_fault_of_these_kinds() -> None:
    assert {text: found for text in translations("fa") if (found := faults(text))} == {}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_phrase_with_the_fault_is_found(kind: str) -> None:
    assert faults(FAULTS[kind][1]) == [kind]


def test_the_words_that_stand_in_their_place_are_free_of_faults() -> None:
    right = "حکم جلب، محکم، دربارهٔ او، نمی\u200cگوید، ها و می\u200cپرسد، حکمی (\u2066warrant\u2069)، فرستادن"
    assert faults(right) == []
