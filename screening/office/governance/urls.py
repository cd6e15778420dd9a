"""The addresses of this part of the office."""

from django.urls import URLPattern, path

from screening.office.governance import exports, handing_over, holds, log_page, retention_page, settings_page


urlpatterns: list[URLPattern] = [
    path("log/", log_page.log_page, name="log"),
    path("retention/", retention_page.retention, name="retention"),
    path("office/", settings_page.office_settings, name="office_settings"),
    path("list/", exports.export_list, name="export_list"),
    path("<str:screening_id>/hold/", holds.hold, name="hold"),
    path("<str:screening_id>/export/", exports.export_json, name="export_json"),
    path("<str:screening_id>/hand-over/", handing_over.hand_over, name="hand_over"),
]
