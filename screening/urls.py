"""The addresses of the screener. None of them says what a person answered."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from screening import views
from screening.health import health
from screening.interview import erasing, placing, printing
from screening.interview import views as interview
from screening.interview.leaving import leave
from screening.interview.refusals import explained
from screening.interview.slowing import few_papers
from screening.interview.today import today
from screening.interview.wizard import wizard
from screening.office.sending import views as sending
from screening.office.sending.withdrawing import withdraw


_EITHER_SIDE = [
    path("logo", views.logo, name="logo"),
    path("healthz", health, name="health"),
]
_PUBLIC = [
    path("", views.start, name="front"),
    path("leave/", leave, name="leave"),
    path("s/<str:run>/beside/", interview.beside, name="beside"),
    path("s/<str:run>/place/", placing.place, name="place"),
    path("s/<str:run>/erase/", erasing.erase, name="erase"),
    path("s/<str:run>/check/", interview.check, name="check"),
    path("s/<str:run>/case/", interview.add_case, name="add_case"),
    path("s/<str:run>/result/", interview.result, name="result"),
    path("s/<str:run>/print/", printing.choose, name="print"),
    path("s/<str:run>/copy.pdf", few_papers(printing.client_copy), name="copy"),
    path("s/<str:run>/copy.png", few_papers(printing.client_picture), name="picture"),
    path("s/<str:run>/paper.pdf", few_papers(printing.paper), name="paper"),
    path("s/<str:run>/<int:part>/paper.pdf", few_papers(printing.paper), name="paper_part"),
    path("s/<str:run>/made/<str:what>/<int:part>/", printing.being_made, name="made"),
    path("s/<str:run>/dates.ics", printing.dates, name="dates"),
    path("s/<str:run>/send/", sending.send, name="send"),
    path("s/<str:run>/sent/", sending.sent, name="sent"),
    path("s/<str:run>/<int:case>/<str:step>/", explained(wizard), name="question"),
    # Before Start the language is in the path, later in the interview.
    *i18n_patterns(
        path("", views.start, name="start"),
        path("start/", interview.begin, name="begin"),
        path("keeps/", views.keeps, name="keeps"),
        path("place/", placing.open_place, name="open_place"),
        path("end/", erasing.erased, name="erased"),
        path("lawyers/", views.lawyers, name="lawyers"),
        path("withdraw/", withdraw, name="withdraw"),
        path("law/", include("screening.law.urls"), {"today": today}),
    ),
]
_OFFICE = [path("office/", include("screening.office.urls"))]

# A split deployment serves each side from a process of its own (docs/office/split.md).
urlpatterns: list[URLPattern | URLResolver] = [
    *_EITHER_SIDE,
    *(_PUBLIC if settings.PCR_SIDE != "office" else []),
    *(_OFFICE if settings.PCR_SIDE != "public" else []),
]

handler400 = "screening.faults.bad_request"
handler403 = "screening.faults.refused"
handler404 = "screening.faults.not_found"
handler500 = "screening.faults.broke"
