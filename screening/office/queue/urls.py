"""The addresses of the queue."""

from django.urls import URLPattern, path

from screening.office.queue import changing, clinic, views


urlpatterns: list[URLPattern] = [
    path("", views.queue, name="queue"),
    path("clinic/", clinic.clinic, name="clinic"),
    path("clinic/made/", clinic.clinic_made, name="clinic_made"),
    path("screening/<str:screening_id>/status/", changing.status, name="status"),
    path("screening/<str:screening_id>/assign/", changing.assign, name="assign"),
]
