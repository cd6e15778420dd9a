"""The addresses of the queue."""

from django.urls import URLPattern, path

from screening.office.queue import views


urlpatterns: list[URLPattern] = [path("", views.queue, name="queue")]
