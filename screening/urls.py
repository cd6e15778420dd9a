"""The addresses of the screener."""

from django.urls import path

from screening import views
from screening.interview import views as interview
from screening.interview.refusals import explained
from screening.interview.wizard import wizard


urlpatterns = [
    path("", views.start, name="start"),
    path("start/", interview.begin, name="begin"),
    path("s/<str:run>/check/", interview.check, name="check"),
    path("s/<str:run>/case/", interview.add_case, name="add_case"),
    path("s/<str:run>/result/", interview.result, name="result"),
    path("s/<str:run>/paper.pdf", interview.paper, name="paper"),
    path("s/<str:run>/<int:case>/<str:step>/", explained(wizard), name="question"),
    path("healthz", views.health, name="health"),
]
