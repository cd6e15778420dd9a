"""The addresses of this part of the office."""

from django.urls import URLPattern, path

from screening.office.calls import checking, details, ending, opening, views, wrap_up


urlpatterns: list[URLPattern] = [
    path("", opening.calls, name="calls"),
    path("new/", opening.new_call, name="new_call"),
    path("<str:screening_id>/details/", details.call_details, name="call_details"),
    path("<str:screening_id>/conflict/", checking.conflict, name="conflict"),
    path("<str:screening_id>/wrap-up/", wrap_up.wrap_up, name="wrap_up"),
    path("<str:screening_id>/", views.call, name="call"),
    path("<str:screening_id>/dropped/", ending.call_dropped, name="call_dropped"),
    path("<str:screening_id>/discard/", ending.discard_call, name="discard_call"),
    path("<str:screening_id>/case/", ending.call_add_case, name="call_add_case"),
    path("<str:screening_id>/long/", ending.long_call, name="long_call"),
    path("<str:screening_id>/jump/", views.call_jump, name="call_jump"),
    path("<str:screening_id>/<int:case>/<str:step>/", views.call_question, name="call_question"),
]
