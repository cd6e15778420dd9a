"""formtools' storage over a sealed row.

It keeps `cleaned_data` under the keys of the contract: never the names of POST fields, the token, or
fields that are not the form's. formtools' own notes (current step, files) live for one request only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from formtools.wizard.storage.base import BaseStorage

from screening.interview.document import Drafts
from screening.interview.live import open_live
from screening.interview.today import today
from screening.questions.route import PAGE
from screening.rules.answers import Answers, Value
from screening.rules.flags.every import raised_by


if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from screening.questions.page import Page


class InterviewStorage(BaseStorage):
    """One case of one interview, as formtools sees it. `prefix` is "run.case"."""

    def __init__(self, prefix: str, request: HttpRequest, file_storage: object = None) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()
        run, case = prefix.rsplit(".", 1)
        self.run, self.case = run, int(case)
        self.live = open_live(request.session, run)
        if request.method == "POST":
            # Now, so that a page that comes back with something to fix names the right hour.
            self.live.touch()
        self.document = self.live.document
        self.as_of = today()

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages asked for this case; none where there is no such case."""
        return self.document.pages(self.case) if self.document.has_case(self.case) else ()

    @property
    def used(self) -> Mapping[str, Value]:
        """The answers that count."""
        return self.document.used(self.case)

    def asks(self, step: str) -> bool:
        """Is the page asked on these answers?"""
        return any(page.number == step for page in self.pages)

    def may_see(self, step: str) -> bool:
        """A page may be seen once all before it are answered, those of earlier cases too."""
        if not self.asks(step):
            return False
        if any(self.document.first_unanswered(number) for number in range(1, self.case)):
            return False
        first = self.document.first_unanswered(self.case)
        order = [page.number for page in self.pages]
        return first is None or order.index(step) <= order.index(first.number)

    def set_step_data(self, step: str, cleaned_data: dict[str, Value | None]) -> None:
        """formtools saves a page."""
        self.keep(PAGE[step], cleaned_data)

    def keep(self, page: Page, answers: Mapping[str, Value | None], drafts: Drafts | None = None) -> None:
        """Take the answers of a page, and note the urgent flags that they newly raise."""
        before, length = self._flags(), self.document.length(self.case)
        if self.document.put(self.case, answers):
            self.document.cases[self.case - 1].least = length - 5
        self.document.set_drafts(self.case, page, drafts or {})
        self.document.fixing = None
        self.document.notices = [code for code in self._flags() if code not in before]

    def keep_to_fix(self, page: Page, typed: Drafts) -> None:
        """A page came with something to fix: keep what stood in it, and take none of it for an answer."""
        self.document.set_drafts(self.case, page, typed)
        self.document.fixing = (self.case, page.number)

    def to_fix(self, page: Page) -> Drafts | None:
        """What stood in a page that came with something to fix."""
        if self.document.fixing != (self.case, page.number):
            return None
        return {key: typed for key, typed in self.drafts().items() if key in page.keys}

    def _flags(self) -> tuple[str, ...]:
        return raised_by(Answers(self.document.contract(self.case)), self.as_of)

    def drafts(self) -> Drafts:
        """What was typed for this case and could not be read."""
        return self.document.cases[self.case - 1].drafts

    def update_response(self, response: HttpResponseBase) -> None:
        """Called by formtools at the end of each request: only a POST writes."""
        super().update_response(response)
        if self.request.method == "POST":
            self.live.save()
