"""The office, as Django sees it: an app of its own, since it has accounts and tables of its own."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Under the label `office`."""

    name = "screening.office"
    label = "office"

    def ready(self) -> None:
        """Called once, when Django has loaded: a sign-in begins a session of its own."""
        from screening.office.access import sign_ins  # noqa: F401
