"""The last place in each project: its document and the caret in it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ui.settings import PLACES, Settings
from ui.text.view import TextView
from ui.workspace import Workspace

_KEPT = 50
"""Projects whose place is remembered."""


class Places:
    """Keeps where one was, and goes there again when the project is opened."""

    def __init__(self, settings: Settings, workspace: Workspace, view: TextView) -> None:
        self._settings, self._workspace, self._view = settings, workspace, view
        self._carets: dict[str, int] = {}
        self._shown = ""
        view.caretMoved.connect(self._on_caret)

    def restore(self) -> None:
        """Show the document that was on the desk last, else the first; the caret where it was."""
        project = self._workspace.project
        assert project is not None
        self._carets, self._shown = {}, ""
        ids = [summary.id for summary in project.documents()]
        kept = self._settings[PLACES].get(str(project.path.resolve()), [])
        document = kept[0] if len(kept) == 2 and kept[0] in ids else next(iter(ids), None)
        if len(kept) == 2 and isinstance(kept[0], str) and isinstance(kept[1], int):
            self._carets[kept[0]] = kept[1]
        if isinstance(document, str):
            self._workspace.show(document)

    def turn_to(self, document: str) -> None:
        """Another document is shown: the caret goes where it was in it."""
        self._shown = document
        if caret := self._carets.get(document):
            # Only once the view has its size can it bring the caret into sight.
            QTimer.singleShot(0, self._view, lambda: self._return(document, caret))

    def _return(self, document: str, caret: int) -> None:
        if self._shown == document and not self._view.caret:
            self._view.move_caret(caret)

    def keep(self) -> None:
        """Remember the place for the next time."""
        project, document = self._workspace.project, self._workspace.document
        if project is None or document is None:
            return
        places = self._settings[PLACES].copy()
        places.pop(str(project.path.resolve()), None)
        places[str(project.path.resolve())] = [document.id, self._view.caret]
        latest: dict[str, list[object]] = dict(list(places.items())[-_KEPT:])
        self._settings[PLACES] = latest

    def _on_caret(self, caret: int) -> None:
        document = self._workspace.document
        if document is not None and document.id == self._shown:
            self._carets[document.id] = caret
