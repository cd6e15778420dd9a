"""The pages of a paper that carries its results: are they what this program makes from them?

A result that holds does not prove that the pages say the same. So the paper is made again from what it
carries, and the two files are compared byte by byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from django.conf import settings

from screening.bulk.stored import StoredLine
from screening.bulk.stored_file import StoredFile
from screening.summary.as_json.redacted import redacted_report
from screening.summary.as_json.summary_json import Made
from screening.summary.page.checked import NO_CHECKS, Checks
from screening.summary.page.data import CaseRecord, Report
from screening.summary.pdf.papers import attorney_pdf
from screening.summary.report.building import attorney_report


SAME = "The pages are the same: the file is byte for byte what this program makes from the attached answers."
DIFFER = (
    "The pages differ from what this program makes from the attached answers. Other fonts, another version of"
    " the program, checks of authorities noted since, or saving the file with another program do that too."
)
BEFORE = (
    "The pages are the same, but {:,} bytes stand before the head of the PDF. This program writes none there: a"
    " mail or a download program put them in front."
)
SAVED_AGAIN = "{} Another program did save this file again{}."
OF_AN_OFFICE = "The pages were not made again: an office made them, and they also hold what it wrote."
NOT_MADE_HERE = "The pages were not made again: this program makes no such paper."
# What draws our papers, as it signs them, and the second line that it alone writes.
_OURS, _MARK = "WeasyPrint", "%🖤".encode()


def pages(file: StoredFile, lines: Sequence[StoredLine], noted: Callable[[], Checks]) -> tuple[bool, str]:
    """Do they hold, and the sentence that says it. Pages that cannot be made again do not count against.

    `noted` gives an attorney's checks of authorities as they are noted now. It is asked only where the
    pages were not made without any.
    """
    if file.made is None or file.made.language not in dict(settings.LANGUAGES):
        return True, NOT_MADE_HERE
    if file.made.office:
        return True, OF_AN_OFFICE
    one_day = len({line.as_of for line in lines}) == 1
    same = one_day and any(attorney_pdf(report) == file.pdf for report in _reports(file.made, lines, noted))
    if same and file.before:
        return False, BEFORE.format(file.before)
    if same or _drawn_here(file):
        return same, SAME if same else DIFFER
    by = "" if file.producer.startswith(_OURS) else f": {file.producer or 'it does not say which'}"
    return False, SAVED_AGAIN.format(DIFFER, by)


def _drawn_here(file: StoredFile) -> bool:
    return file.producer.startswith(_OURS) and (file.pdf or b"").partition(b"\n")[2].startswith(_MARK)


def _reports(made: Made, lines: Sequence[StoredLine], noted: Callable[[], Checks]) -> Iterator[Report]:
    """What the paper may have been made from: beside its answers it shows checks, and if they were sent."""
    # On one of several papers the cases keep their numbers.
    first = int(lines[0].id) if made.of_all and lines[0].id.isdecimal() else 1
    cases = [CaseRecord(number, line.answers().values) for number, line in enumerate(lines, start=first)]
    as_of = lines[0].as_of
    for checks in _checks(noted):
        if made.version == "redacted":
            yield redacted_report(cases, as_of, checks, first)
        else:
            report = attorney_report(cases, as_of, made.language, checks)
            report = replace(report, of_all=made.of_all)
            yield from (report, replace(report, sent=True))


def _checks(noted: Callable[[], Checks]) -> Iterator[Checks]:
    yield NO_CHECKS
    checks = noted()
    if checks.newest:
        yield checks
