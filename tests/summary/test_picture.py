"""A page as a picture: the pixels of the PDF and nothing else."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest

from screening.summary.pdf.papers import client_pdf
from screening.summary.pdf.picture import picture
from tests.summary.copies import copy_of


@pytest.fixture(scope="module")
def paper() -> bytes:
    return client_pdf(copy_of({"court": "california"}), "en")


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each part of a PNG file."""
    place = 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def test_it_is_a_letter_page_of_2200_pixels_in_gray(paper: bytes) -> None:
    head = dict(chunks(picture(paper)))[b"IHDR"]
    width, height, depth, color = struct.unpack(">IIBB", head[:10])
    assert (width, height, depth, color) == (1700, 2200, 8, 0)


def test_it_holds_no_time_no_program_and_no_words(paper: bytes) -> None:
    assert {kind for kind, _ in chunks(picture(paper))} == {b"IHDR", b"IDAT", b"IEND"}


def test_the_same_page_is_the_same_picture(paper: bytes) -> None:
    assert picture(paper) == picture(paper)
