"""The app, as Django sees it."""

from django.apps import AppConfig
from django.core.checks import register


class ScreeningConfig(AppConfig):
    """Registers the check of the system libraries."""

    name = "screening"

    def ready(self) -> None:
        """Called once, when Django has loaded."""
        from screening.checks import pdf_libraries

        register(pdf_libraries)
