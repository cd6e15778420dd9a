"""Where each line of the two sheets of paper stands in our summary, as data and to read (`docs/sheets.md`)."""

from __future__ import annotations

from collections.abc import Iterator

from screening.questions.catalog import QUESTIONS
from screening.questions.wording import say
from screening.summary.worksheet.sheet_lines import ILRC, SHEET_LINES, TOOBY, SheetLine


_SHEETS = {
    ILRC: (
        "ILRC, “Worksheet: California Post-Conviction Relief for Immigrants”",
        "ilrc.org/resources/worksheet-california-post-conviction-relief-immigrants",
    ),
    TOOBY: ("Tooby, “Post-Conviction Case Evaluation Checklist”", "nortontooby.com/node/15404"),
}

_OPENING = """# The two sheets of paper, line by line

Where each line of the two sheets that attorneys trust stands in the attorney's summary. The lines are in our
words. Of both sheets only the opening was seen, so a line further down may be missing here; an attorney who
has a sheet at hand can tell us. Made by `manage.py sheets` from the table from which the last page of the
summary itself is made.

*Answered from* names the questions whose answers stand on that line, in the person's words. *Staff* is asked
in a call. *Blank* is a ruled line that the attorney fills, with the words in front of it. What would make a
person write down guilt or an entry is never asked of anybody: it is only ever a blank.
"""

_PAPER_IS_BETTER = """## Where paper is still better

A sheet of paper asks what happened in an attorney's own order, and the answer can be a story; ours has only
what was ticked, a date or a short note. A third of Tooby's lines (how stable a client is, whether evidence was
weak, whether the first investigation was thin) are judgments, and our page only keeps a line free for
them. Paper has room: ours is one page, so its lines are short and its type small, and a case with many
notes runs over. Paper can be filled in a jail without power and changed with a pencil. ILRC's worksheet also
teaches, sends a beginner to an experienced practitioner and was written by people who have filed such
motions; no attorney has yet worked a case with ours. And Tooby sorts whole cases by how winnable they are,
which this tool will not do.
"""


def sheets() -> list[dict[str, object]]:
    """One row a line, in the order of the sheets."""
    return [
        {
            "sheet": line.sheet,
            "group": line.group,
            "line": line.line,
            "ours": line.title,
            "keys": list(line.keys),
            "elsewhere": line.elsewhere,
            "staff": line.staff,
            "blank": line.blank,
        }
        for line in SHEET_LINES
    ]


def sheets_markdown() -> str:
    """The same for reading, with an honest word on where paper is better."""
    return "\n".join([_OPENING, *_tables(), _PAPER_IS_BETTER.rstrip()]) + "\n"


def _tables() -> Iterator[str]:
    for sheet, (name, address) in _SHEETS.items():
        yield f"## {name}"
        yield ""
        yield f"<https://{address}>"
        yield ""
        yield "| their line | where in ours | answered from | staff | blank for the attorney |"
        yield "|---|---|---|---|---|"
        yield from (_table_row(line) for line in SHEET_LINES if line.sheet == sheet)
        yield ""


def _table_row(line: SheetLine) -> str:
    theirs = f"{line.group}: {line.line}" if line.group else line.line
    ours = f"last page, “{line.title}”" + (f"; {line.elsewhere}" if line.elsewhere else "")
    questions = "; ".join(f"{say(QUESTIONS[key].short)} (`{key}`)" for key in line.keys)
    return f"| {theirs} | {ours} | {questions or '–'} | {line.staff or '–'} | {line.blank or '–'} |"
