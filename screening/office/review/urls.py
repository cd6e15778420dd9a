"""The addresses of the review."""

from django.urls import URLPattern, path

from screening.office.review import views


urlpatterns: list[URLPattern] = [
    path("<str:screening_id>/", views.review, name="review"),
    path("<str:screening_id>/finding/", views.own_finding, name="own_finding"),
    path("<str:screening_id>/papers/", views.papers, name="papers"),
    path("<str:screening_id>/deadlines/", views.deadlines, name="deadlines"),
    path("<str:screening_id>/note/", views.note, name="note"),
    path("<str:screening_id>/decide/", views.decide, name="decide"),
    path("<str:screening_id>/summary/", views.paper_pdf, name="paper_pdf"),
    path("<str:screening_id>/summary/bilingual/", views.paper_bilingual, name="paper_bilingual"),
    path("<str:screening_id>/summary/redacted/", views.paper_redacted, name="paper_redacted"),
    path("<str:screening_id>/summary/made/<str:version>/<int:part>/", views.paper_made, name="paper_made"),
    path("<str:screening_id>/rescreen/", views.rescreen, name="rescreen"),
    path("<str:screening_id>/stored/", views.stored, name="stored"),
]
