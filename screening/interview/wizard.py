"""The wizard: formtools' NamedUrlWizardView with its sharp edges filed off.

Every page has its address, `/s/<run>/<case>/<page>/`. Which pages are asked is read from the route, once a
request, never by validating stored answers again: a step costs the same however many were answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from formtools.wizard.views import NamedUrlWizardView

from screening.interview.addresses import RETURN, question_url, resume_url
from screening.interview.aside import Aside, aside_from
from screening.interview.live import speak
from screening.interview.showing import question_page
from screening.interview.storage import InterviewStorage
from screening.questions.forms import PageForm, form_for, posted_again
from screening.questions.page import Page
from screening.questions.route import PAGE, PAGES


class Wizard(NamedUrlWizardView):
    """One case's pages. `storage` holds the interview; formtools orders, validates and saves."""

    storage_name = "screening.interview.storage.InterviewStorage"
    template_name = "question.html"
    storage: InterviewStorage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A POST reads and writes in one transaction, so that two tabs do not lose each other's answers."""
        with transaction.atomic() if request.method == "POST" else nullcontext():
            response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get(self, *_args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show a page that may be seen; from any other address go where the interview stands."""
        if not self.storage.may_see(kwargs["step"]):
            return redirect(self._resume())
        self.storage.current_step = kwargs["step"]
        response: HttpResponseBase = super().get(**kwargs)
        return response

    def post(self, *_args: Any, **kwargs: Any) -> HttpResponseBase:
        """Take a page. The form must be that of the address: no step is taken on the browser's word."""
        step = kwargs["step"]
        if not self.storage.may_see(step) or self._posted_step() != step:
            return redirect(self._resume())
        self.storage.current_step = step
        if "back" in self.request.POST:
            return self._go_back(PAGE[step])
        aside = self._change() or aside_from(
            self.request.POST, self.storage.run, self.request.get_full_path()
        )
        if aside is not None:
            return self._leave_page(PAGE[step], aside)
        response: HttpResponseBase = super().post(**kwargs)
        return response

    def get_form_list(self) -> dict[str, type[PageForm]]:
        """The pages that the route asks on these answers."""
        asked = {page.number: form_for(page) for page in self.storage.pages}
        # formtools drops both once a page is taken.
        self._resolved_form_list, self._cache_signature = asked, ()
        return asked

    def get_prefix(self, _request: HttpRequest, *_args: Any, **kwargs: Any) -> str:
        """A namespace for each run and case, so that two tabs do not mix."""
        return f"{kwargs['run']}.{kwargs['case']}"

    def get_form_prefix(self, step: str | None = None, form: object = None) -> None:
        """None: names are single letters."""

    def get_step_url(self, step: str) -> str:
        """The address of a page of this case."""
        return question_url(self.storage.run, self.storage.case, step, returning=self._returning)

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:  # noqa: ARG002 (formtools')
        """What a form knows of the interview."""
        storage = self.storage
        return {"answers": storage.used, "as_of": storage.as_of, "drafts": storage.drafts()}

    def get_form_initial(self, step: str) -> Mapping[str, Any]:  # noqa: ARG002 (formtools')
        """Answers already given; also those set aside, which show again when their question does."""
        return self.storage.document.given(self.storage.case)

    def get_form(self, step: str | None = None, data: Any = None, files: Any = None) -> PageForm:  # noqa: ARG002 (formtools')
        """Bound to what was posted, now or just before. Stored answers are shown, never validated again."""
        page = PAGE[step or self.steps.current]
        posted = self.request.POST if self.request.method == "POST" else self._to_fix(page)
        form: PageForm = super().get_form(step, data=posted)
        return form

    def _to_fix(self, page: Page) -> Mapping[str, Any] | None:
        typed = self.storage.to_fix(page)
        return None if typed is None else posted_again(form_for(page), typed)

    def render(self, form: PageForm | None = None, **kwargs: Any) -> HttpResponseBase:
        """Show a page. One that came with something to fix is kept, then asked for with a GET.

        A browser writes into its profile what was posted to get a page, for showing the page again.
        """
        if self.request.method == "POST" and form is not None:
            self.storage.keep_to_fix(form.page, form.as_typed())
            return redirect(self.request.get_full_path())
        response: HttpResponseBase = super().render(form, **kwargs)
        return response

    def process_step(self, form: PageForm) -> dict[str, Any]:
        """What to keep of a page: answers by the contract's keys, nothing of the POST itself."""
        return form.cleaned_data

    def process_step_files(self, form: PageForm) -> dict[str, Any]:  # noqa: ARG002 (formtools')
        """There are no files."""
        return {}

    def render_next_step(self, _form: PageForm, **_kwargs: Any) -> HttpResponseBase:
        """The next page; while one answer is changed, only what the change newly opens."""
        if self._returning:
            return redirect(self._resume())
        # Not formtools' next: a page that this answer opens again follows it.
        order = [page.number for page in self.storage.pages]
        following = order[order.index(self.steps.current) + 1 :]
        return redirect(self.get_step_url(following[0]) if following else self._resume())

    def render_done(self, _form: PageForm, **_kwargs: Any) -> HttpResponseBase:
        """After the last page nothing is finished or erased: go to the check page."""
        return redirect(self._resume())

    def get_context_data(self, form: PageForm, **kwargs: Any) -> dict[str, Any]:
        """formtools' context and ours."""
        named = {"step_field": f"{self.prefix}-current_step"}
        return {**super().get_context_data(form=form, **kwargs), **named, **question_page(self.storage, form)}

    def _leave_page(self, page: Page, aside: Aside) -> HttpResponseBase:
        """Another language, more time, or a page beside the questions: nothing typed is lost by it."""
        document = self.storage.document
        shown = document.notices
        self._keep_as_typed(page)
        document.notices = [*shown, *document.notices]
        if aside.language:
            speak(self.request.session, document, aside.language)
        return redirect(aside.address)

    def _change(self) -> Aside | None:
        """An earlier answer, from the list under the question."""
        number = self.request.POST.get("change", "")
        if not self.storage.may_see(number):
            return None
        return Aside(question_url(self.storage.run, self.storage.case, number, returning=True))

    def _keep_as_typed(self, page: Page) -> None:
        """What can be read is saved, the rest kept half-typed; errors wait for *Go on*."""
        form = self.get_form()
        form.is_valid()
        self.storage.keep(page, form.cleaned_data, form.unread())

    def _go_back(self, page: Page) -> HttpResponseBase:
        self._keep_as_typed(page)
        if self._returning and self.storage.document.complete():
            return redirect(self._resume())
        return redirect(self._before(page))

    def _before(self, page: Page) -> str:
        """The page before; before a case that was just added, the check page, the case taken back."""
        storage, order = self.storage, self.storage.pages
        if page != order[0]:
            return self.get_step_url(order[order.index(page) - 1].number)
        if storage.case == 1:
            return reverse("start")
        if storage.document.drop_empty_case(storage.case):
            return self._resume()
        return question_url(
            storage.run, storage.case - 1, storage.document.pages(storage.case - 1)[-1].number
        )

    @property
    def _returning(self) -> bool:
        return RETURN in self.request.GET

    def _posted_step(self) -> str | None:
        posted: str | None = self.request.POST.get(f"{self.prefix}-current_step")
        return posted

    def _resume(self) -> str:
        return resume_url(self.storage.run, self.storage.document, returning=self._returning)


wizard = Wizard.as_view([(page.number, form_for(page)) for page in PAGES], url_name="question")
