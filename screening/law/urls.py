"""The addresses of the law pages. Each view is told how to ask which day it is (screening/urls.py)."""

from django.urls import path

from screening.law import views


urlpatterns = [
    path("", views.front, name="law"),
    path("conviction/", views.conviction, name="law_conviction"),
    path("questions/", views.questions, name="law_questions"),
    path("cases/", views.cases, name="law_cases"),
    path("authorities/", views.authorities, name="law_authorities"),
    path("<str:slug>/", views.remedy, name="law_remedy"),
]
