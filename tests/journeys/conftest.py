"""The same person as in the tests of the window."""

from tests.ui.conftest import make_person, person

__all__ = ["make_person", "person"]
