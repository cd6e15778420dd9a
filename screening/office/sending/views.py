"""*Send this to an office*: a page of its own, on which nothing is ticked. Without consent no row is written.

Like every form here a page with something to fix comes back by a GET, what was typed kept in the person's
own sealed interview (docs/decisions/0013-leaving.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from screening.interview import live
from screening.interview.addresses import resume_url
from screening.interview.aside import aside_from
from screening.interview.document import Sending
from screening.interview.openers import visitor_key
from screening.interview.printing import confirmed
from screening.interview.refusals import explained
from screening.interview.showing import check_page, frame
from screening.office.models import Office
from screening.office.sending import posting, receipts
from screening.office.sending.form import OFFICE, build_form, office_choice
from screening.office.sending.letter import Letter, as_kept, typed_in


# Buttons of the form besides the one that sends.
OTHER = "other"
_PAGES = {OTHER: "send", "change": "check", "print": "print"}


@explained
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, run: str) -> HttpResponseBase:
    """What goes, to whom, for how long; a POST with consent sends it. Not there where no office takes any."""
    listed = posting.offices()
    if not listed:
        raise Http404
    if request.method == "POST":
        return _Post(request, run, listed).answer()
    opened = live.open_live(request.session, run)
    elsewhere = _not_now(run, opened)
    return elsewhere or render(request, "send.html", _page(run, opened, listed))


def _not_now(run: str, opened: live.Live) -> HttpResponseRedirect | None:
    """Only confirmed answers are sent, and only once at a time."""
    if not confirmed(opened):
        return redirect(resume_url(run, opened.document))
    return redirect("sent", run=run) if posting.row_sent(opened.document) else None


def _page(run: str, opened: live.Live, listed: list[Office]) -> dict[str, Any]:
    """Its buttons belong to its form, so that what was typed goes with them."""
    sending = opened.document.sending
    office = posting.chosen(listed, sending.office)
    page = {**check_page(run, opened), **frame(opened, run), "several": len(listed) > 1}
    if office is None:
        choice, problems = office_choice(listed, to_fix=sending.to_fix)
        return {**page, "choice": choice, "problems": problems}
    form = build_form(Letter(sending.typed), office, to_fix=sending.to_fix)
    return {**page, "to": office, "form": form, "problems": form.problems}


@dataclass
class _Post:
    """One POST to the page. The slow number is made before the transaction: others wait to write."""

    request: HttpRequest
    run: str
    listed: list[Office]

    def answer(self) -> HttpResponseRedirect:
        """Always a redirect: a browser keeps on its disk what was posted to get a page."""
        number, row = self._receipt()
        try:
            with transaction.atomic():
                return self._answer(number, row)
        except IntegrityError:
            # The same interview, from another tab at the same moment: it was sent.
            return redirect("sent", run=self.run)

    def _receipt(self) -> tuple[str, str]:
        """The number of what would be sent; empty where nothing will be."""
        opened = live.open_live(self.request.session, self.run)
        key = visitor_key(self.request.session, self.run)
        if key is None or not self._letter.consents:
            return "", ""
        number = receipts.new_receipt(key, opened.document.sending.times)
        return number, receipts.row_of(number)

    @property
    def _letter(self) -> Letter:
        return Letter(typed_in(self.request.POST))

    def _answer(self, number: str, row: str) -> HttpResponseRedirect:
        opened = live.open_live(self.request.session, self.run)
        elsewhere = _not_now(self.run, opened)
        if elsewhere is None:
            elsewhere = self._beside(opened) or self._choose(opened) or self._send(opened, number, row)
        opened.save()
        return elsewhere

    def _beside(self, opened: live.Live) -> HttpResponseRedirect | None:
        """Another button of the page: what was typed is kept, and nothing is said of it yet."""
        address = self._address(opened)
        if address is None:
            return None
        self._keep(opened, to_fix=False)
        if self.request.POST.get("to") == OTHER:
            opened.document.sending.office = ""
        return redirect(address)

    def _keep(self, opened: live.Live, *, to_fix: bool) -> None:
        """What stands in the form; the page that only asks for the office has none of its fields."""
        sending, typed = opened.document.sending, as_kept(self._letter.typed)
        sending.typed, sending.to_fix = typed or sending.typed, to_fix

    def _address(self, opened: live.Live) -> str | None:
        to = self.request.POST.get("to", "")
        if to in _PAGES:
            return reverse(_PAGES[to], kwargs={"run": self.run})
        aside = aside_from(self.request.POST, self.run, self._here)
        if aside is not None and aside.language:
            live.speak(self.request.session, opened.document, aside.language)
        return aside.address if aside else None

    @property
    def _here(self) -> str:
        return reverse("send", kwargs={"run": self.run})

    def _office(self, opened: live.Live) -> Office | None:
        return posting.chosen(self.listed, opened.document.sending.office)

    def _choose(self, opened: live.Live) -> HttpResponseRedirect | None:
        """The form names the office that it was shown for; any other one is asked for anew."""
        office, named = self._office(opened), self.request.POST.get(OFFICE, "")
        if office is not None and office.id == named:
            return None
        known = any(one.id == named for one in self.listed)
        self._keep(opened, to_fix=not known)
        opened.document.sending.office = named if known else ""
        return redirect(self._here)

    def _send(self, opened: live.Live, number: str, row: str) -> HttpResponseRedirect:
        document, office, letter = opened.document, self._office(opened), self._letter
        if letter.problems or office is None:
            # A tick is typed too: it is lost only where the page shows another office or language.
            document.sending.typed, document.sending.to_fix = letter.typed, True
            return redirect(self._here)
        posting.file(document, office, letter, row)
        # Names and contact are with the office now: here only the receipt stays.
        times = document.sending.times + 1
        document.sending = Sending(office=office.id, receipt=number, row=row, times=times)
        return redirect("sent", run=self.run)


@explained
@require_safe
def sent(request: HttpRequest, run: str) -> HttpResponseBase:
    """The number to write down, what happens next, and how to take it back."""
    opened = live.open_live(request.session, run)
    row = posting.row_sent(opened.document)
    if row is None:
        return redirect("send" if posting.offices() else "result", run=run)
    context = {
        **frame(opened, run, "sent"),
        "number": receipts.grouped(opened.document.sending.receipt),
        "to": row.office,
        "opened": row.opened_on is not None,
        "until": row.purge_on,
    }
    return render(request, "sent.html", context)
