"""The app, as Django sees it."""

from django.apps import AppConfig
from django.core.checks import register


class ScreeningConfig(AppConfig):
    """Registers the checks of the system libraries and of the offices' keys."""

    name = "screening"

    def ready(self) -> None:
        """Called once, when Django has loaded."""
        from screening.checks import office_keys, pdf_libraries

        register(pdf_libraries)
        register(office_keys)
