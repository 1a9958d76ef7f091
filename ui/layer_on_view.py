"""Keeps the text view in step with the layer on the desk: the whole at first, then only what changes."""

from __future__ import annotations

from annotate.changes import Change, Step
from ui.text.view import TextView
from ui.workspace import Workspace


class LayerOnView:
    """Hands the workspace's document and its layer to the view, which decides nothing and asks for nothing."""

    def __init__(self, workspace: Workspace, view: TextView) -> None:
        self._workspace, self._view = workspace, view

    def show(self) -> None:
        """Show the document on the desk from its beginning, or nothing."""
        workspace, document = self._workspace, self._workspace.document
        if document is None:
            self._view.set_document("")
            return
        read = workspace.layer().read
        self._view.set_document(document.text, workspace.spans(), workspace.relations(), workspace.suggestions(), read)

    def follow(self, step: Step) -> None:
        """Show what a step changed in this layer."""
        document = self._workspace.document
        if document is not None and document.id in step.documents():
            self._view.apply([change for change in step.changes if self._shows(change, document.id)])

    def renew_suggestions(self, document: str, stretch: tuple[int, int]) -> None:
        """New pending suggestions took the place of the old in a stretch of a document (an id): show the difference."""
        if self._workspace.document is None or self._workspace.document.id != document:
            return
        new = {one.key: one for one in self._workspace.suggestions(stretch)}
        pending = self._view.page.content.pending
        old = {one.key: one for one in pending if one.start < stretch[1] and stretch[0] < one.end}
        changes = [Change(one, None) for key, one in old.items() if key not in new]
        changes += [Change(old.get(key), one) for key, one in new.items() if old.get(key) != one]
        self._view.apply(changes)

    def _shows(self, change: Change, document: str) -> bool:
        """Whether a change is of the layer that is shown."""
        record = change.record
        mine = getattr(record, "annotator", None) == self._workspace.annotator.id
        return mine and getattr(record, "document", None) == document
