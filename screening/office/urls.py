"""The addresses of the office. Each part lists its own; a matrix test walks them all."""

from django.urls import URLResolver, include, path


urlpatterns: list[URLResolver] = [
    path("", include("screening.office.accounts.urls")),
    path("", include("screening.office.queue.urls")),
    path("calls/", include("screening.office.calls.urls")),
    path("review/", include("screening.office.review.urls")),
    path("records/", include("screening.office.governance.urls")),
    path("law/", include("screening.office.law.urls")),
]
