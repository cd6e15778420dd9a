"""The addresses of this part of the office."""

from django.urls import URLPattern, path

from screening.office.law import views


urlpatterns: list[URLPattern] = [
    path("", views.authorities, name="law_checks"),
    path("<str:authority>/", views.check_authority, name="law_check"),
]
