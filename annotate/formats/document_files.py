"""Document names as file names of every system."""

from __future__ import annotations

import re

from annotate.formats.content import AnnotatedDocument, Writing

_UNSAFE = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST = 200


class DocumentNames:
    """Gives each document a file name of its own, without suffix, and lists those that are not the document's name."""

    def __init__(self, how: Writing) -> None:
        self._how = how
        self._taken: set[str] = set()

    def safe(self, document: AnnotatedDocument) -> str:
        """The file name of a document: unique whatever the case, at most 200 bytes of UTF-8."""
        wanted = _UNSAFE.sub("_", document.name).rstrip(". ") or "_"
        if _DEVICES.fullmatch(wanted):
            wanted = f"_{wanted}"
        name, number = _cut(wanted, _LONGEST), 1
        while name.casefold() in self._taken:
            number += 1
            end = f"-{number}"
            name = _cut(wanted, _LONGEST - len(end)) + end
        self._taken.add(name.casefold())
        if name != document.name:
            self._how.lose_document(document, "document name", f"written as {name}")
        return name


def _cut(name: str, size: int) -> str:
    return name.encode()[:size].decode(errors="ignore").rstrip(". ")
