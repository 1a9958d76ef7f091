"""What a person can mend: errors whose message is one plain line."""

from __future__ import annotations


class TawsimError(Exception):
    """An error a person can mend. ``str(error)`` is one line: what is wrong, and where there is one, the way out."""


class EditRefused(TawsimError):
    """An edit that may not be made. ``code`` names the reason for translation, the message is its English text."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class StaleEdit(TawsimError):
    """An edit was planned on rows that have changed since; nothing was written."""


class ReadOnlyProject(TawsimError):
    """The project is open read-only; the message says who has it open."""


class OlderProject(TawsimError):
    """The project is of an older schema and was not opened for writing, which would bring it up."""
