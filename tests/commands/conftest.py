"""Commands that work on an office need one."""

from tests.office.conftest import make_office, office, own_keys


__all__ = ["make_office", "office", "own_keys"]
